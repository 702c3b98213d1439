/* header: the field lines at the head of a message or of a part (RFC 5322 section 2.2).
 *
 * In: bytes that begin with a head. Out: its fields, topmost first, and where
 * the body begins. Nothing is refused: a line that is no field is skipped, and
 * lines that stand behind the last field without an empty line between are
 * already body, so that no text is lost whatever the program shows. */
#ifndef HONMONO_READ_MIME_HEADER_H
#define HONMONO_READ_MIME_HEADER_H

#include "base/list.h"
#include "base/str.h"

struct oddities;

struct header {
    struct str name;  /* as written */
    struct str value; /* unfolded (CRLF before white space removed), trimmed, not decoded */
};
struct headers {
    LIST(struct header);
};

/* First header of that name (any case), or NULL. */
const struct header *headers_find(const struct headers *headers, struct str name);
size_t headers_count(const struct headers *headers, struct str name);

/* How the lines of a message end; one style for all of it, found once: where
 * there is any LF, a bare CR is no line end (mail servers make LF of it or
 * refuse it), except in front of what looks like another field. */
enum line_ends { LINE_ENDS_LF, LINE_ENDS_CR };
enum line_ends line_ends_find(struct str bytes);
/* The place just behind the line end of the line that begins at `from`. */
size_t line_end_after(struct str bytes, size_t from, enum line_ends ends);
/* The line [from, next) without its line end. */
struct str line_view(struct str bytes, size_t from, size_t next);

/* The length of the field name a line begins with ("Subject: x" -> 7), or 0. */
size_t header_name_size(struct str line);

/* Reads the head that begins at `from`; returns where the body begins.
 * `loose_blank`: a line of nothing but spaces ends the head too, as it does in
 * text that was copied from a page. */
size_t header_read(struct arena *arena, struct str bytes, size_t from, enum line_ends ends, bool loose_blank,
                   struct headers *out, struct oddities *oddities, struct str place);

#endif
