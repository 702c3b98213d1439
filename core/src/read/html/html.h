/* html: markup to a document, as a browser tokenizes and a mail program shows it.
 *
 * In: UTF-8 markup. Out: blocks, runs and links appended to a document. The
 * tokenizer is the WHATWG one, state by state; the tree is reduced to what
 * decides links and visibility. Linear, no recursion. */
#ifndef HONMONO_READ_HTML_HTML_H
#define HONMONO_READ_HTML_HTML_H

#include "read/document/document.h"

struct oddities;

struct html_context {
    enum hidden hidden; /* HIDDEN_not_shown_part when mail programs do not show this part */
    uint32_t part;
    struct str place;    /* for oddities */
    bool seen_elsewhere; /* of a part that is not shown: what would be seen of it stands in another one */
    bool blank_lines;    /* empty lines stay in the text, which is then no document's */
};

void html_read(struct arena *arena, struct document *document, struct str markup,
               const struct html_context *context, struct oddities *oddities);

/* The charset a <meta> in the first 1024 bytes declares ("prescan"), or "". */
struct str html_meta_charset(struct str bytes);
/* True when text that nobody labelled is markup: a doctype, or tags in the
 * amount that only markup has. */
bool html_is_markup(struct str text);
/* What a browser shows of markup, line by line: for a source that was copied or quoted
 * as rich text. */
struct html_lines {
    struct str text;        /* empty lines too */
    bool drawn;             /* pictures, fonts of its own, computed words: more than the text tells */
    bool reordered;         /* drawn in another order than it is written */
    struct strings targets; /* of its links, as written; "" for what is no plain link */
};
void html_read_lines(struct arena *arena, struct str markup, struct html_lines *out);

#endif
