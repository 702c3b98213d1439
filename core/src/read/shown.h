/* shown: what becomes of each part when a mail program shows the message.
 *
 * In: the tree of parts. Out: a role for each leaf, and which attached message
 * it belongs to. Of an alternative the last part in the richest form that can
 * be shown counts (HTML before text, as the widely used programs do whatever
 * the order); the others are read as hidden, so that nothing in them is lost. */
#ifndef HONMONO_READ_SHOWN_H
#define HONMONO_READ_SHOWN_H

#include "read/mime/mime.h"

enum part_role {
    ROLE_NONE,       /* a multipart, or nothing that holds text or a file */
    ROLE_TEXT,       /* plain text that is shown */
    ROLE_HTML,       /* markup that is shown */
    ROLE_ATTACHMENT, /* listed by name */
};

struct part_view {
    enum part_role role;
    bool hidden; /* not shown; ROLE_TEXT, ROLE_HTML: read all the same */
    bool listed; /* text that is an attachment too */
    bool inline_image;
    uint32_t owner;  /* index of the attached message it belongs to, MIME_NO_PARENT: the message itself */
    struct str name; /* file name, "" without */
};

/* One view for each part, or NULL when memory is out. `odd_order` becomes true
 * when an alternative ends in a poorer form than it holds. */
struct part_view *shown_find(struct arena *arena, const struct mime_parts *parts, bool *odd_order);

/* An attached message that somebody passed on, as opposed to one that a mail
 * server returned or a digest collects. */
bool shown_is_forward(const struct mime_parts *parts, uint32_t index);

#endif
