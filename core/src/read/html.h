/* html: markup to a document, as a browser tokenizes and a mail program shows it.
 *
 * In: UTF-8 markup. Out: blocks, runs and links appended to a document. The
 * tokenizer is the WHATWG one, state by state; the tree is reduced to what
 * decides links and visibility. Linear, no recursion. */
#ifndef HONMONO_READ_HTML_H
#define HONMONO_READ_HTML_H

#include "read/document.h"

struct oddities;

struct html_context {
    enum hidden hidden; /* HIDDEN_not_shown_part when mail programs do not show this part */
    uint32_t part;
    struct str place; /* for oddities */
    bool blank_lines; /* empty lines stay in the text, which is then no document's */
};

void html_read(struct arena *arena, struct document *document, struct str markup,
               const struct html_context *context, struct oddities *oddities);

/* The charset a <meta> in the first 1024 bytes declares ("prescan"), or "". */
struct str html_meta_charset(struct str bytes);
/* True when text that nobody labelled is markup: a doctype, or tags in the
 * amount that only markup has. */
bool html_is_markup(struct str text);
/* The text a browser shows of markup, line by line, without links: for a source that
 * was copied or quoted as rich text. */
struct str html_text(struct arena *arena, struct str markup);

#endif
