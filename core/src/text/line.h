/* line: one line of text, folded, with a way back to its bytes.
 *
 * In: a line. Out: what it reads as (fold.h), white-space runs as one space,
 * none at its ends, and for every folded byte the bytes it came from. One
 * struct serves all lines of a message, one after the other. */
#ifndef HONMONO_TEXT_LINE_H
#define HONMONO_TEXT_LINE_H

#include "limits.h"
#include "text/fold.h"

#define LINE_FOLDED_BYTES_MAX (2u * LINE_BYTES_MAX)

struct line {
    struct arena *arena;
    struct str raw;  /* at most LINE_BYTES_MAX of the line */
    struct str text; /* folded; points into `bytes` */
    char bytes[LINE_FOLDED_BYTES_MAX];
    bool upper[LINE_FOLDED_BYTES_MAX];
    size_t from[LINE_FOLDED_BYTES_MAX], to[LINE_FOLDED_BYTES_MAX];
    struct fold_reader reader;
};

/* NULL when memory is out. */
struct line *line_new(struct arena *arena);
void line_fold(struct line *line, struct str raw);
/* The bytes that [from, to) of the folded text came from. */
struct str line_raw(const struct line *line, size_t from, size_t to);
/* Where a view into the folded text begins. */
size_t line_place(const struct line *line, struct str part);

/* Without blanks, bullets, brackets and quotation marks at both ends. */
struct str line_strip(struct str text);
/* The part that holds an "@", from blank to blank or bracket; "" without. */
struct str line_find_address(struct str text);

/* "From: ...", "差出人: ...", "---- Forwarded message ----": a header line of a
 * forwarded message (raw text, not folded). */
bool line_is_mail_header(struct str line);

#define LINE_COUNT(list) (sizeof(list) / sizeof *(list))

#endif
