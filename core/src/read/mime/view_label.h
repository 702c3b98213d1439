/* view_label: the header lines that mail programs print above a message they
 * show, forward or answer ("差出人: ...", "From: ...", "宛先 ...").
 *
 * In: lines of visible text. Out: the fields of one such block. Whoever wrote
 * the text may have written these lines too; readers mark them HEAD_BODY. */
#ifndef HONMONO_READ_MIME_VIEW_LABEL_H
#define HONMONO_READ_MIME_VIEW_LABEL_H

#include "base/str.h"

enum view_field {
    VIEW_NONE,
    VIEW_FROM,
    VIEW_TO,
    VIEW_CC,
    VIEW_SUBJECT,
    VIEW_DATE,
    VIEW_REPLY_TO,
    VIEW_OTHER, /* mailed-by, signed-by, attachments: belongs to the block, says nothing */
    VIEW_FIELDS
};

struct view_block {
    struct str values[VIEW_FIELDS]; /* "" where the field is missing; views into the text */
    size_t to;                      /* behind the line end of its last line */
    unsigned fields;                /* how many of from, to, subject and date are there */
    unsigned colons;                /* labels that were followed by a colon */
};

/* The line that begins at `*at`, without its line end; moves `*at` behind it. */
struct str view_line(struct str text, size_t *at);

/* The field a line is labelled with; `value` what follows the label, `colon`
 * whether a colon stood between. */
enum view_field view_label_read(struct str line, struct str *value, bool *colon);

/* The block that begins with the line at `at`; false when that line has no label. */
bool view_block_read(struct str text, size_t at, struct view_block *out);

/* A date, time or "3 minutes ago" and hardly anything else. */
bool view_is_time(struct str line);

#endif
