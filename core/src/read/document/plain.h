/* plain: plain text to a document: paragraphs, quotes, and the URLs that mail
 * programs and phones turn into links.
 *
 * Lines between two empty lines are one block: BLOCK_PARAGRAPH when it is one
 * line, else BLOCK_PREFORMATTED with "\n" between its lines. Lines that begin
 * with ">" are a BLOCK_QUOTE, without the ">" and with "\n" between them. A
 * line of dashes begins a new block. */
#ifndef HONMONO_READ_DOCUMENT_PLAIN_H
#define HONMONO_READ_DOCUMENT_PLAIN_H

#include "read/document/document.h"

struct oddities;

struct plain_context {
    enum hidden hidden;
    uint32_t part;
    bool flowed, delsp; /* RFC 3676 */
    struct str place;
};

void plain_read(struct arena *arena, struct document *document, struct str text,
                const struct plain_context *context, struct oddities *oddities);

/* The next URL or host that a mail program would make a link of, at or after
 * `*from`, as a span of `text` without the punctuation round it; false when
 * there is none. `*from` moves behind it. html.c uses it for bare URLs in
 * visible text. `certain` is false for what only some programs link: hosts
 * without a scheme, full-width letters, hxxp and [.]. */
bool plain_find_link(struct str text, size_t *from, struct span *found, bool *certain);

/* The address that pressing (or copying and repairing) such a link opens:
 * "amazon.co.jp/x" -> "http://amazon.co.jp/x", hxxp and [.] undone, line ends
 * and spaces taken out. Other text comes back unchanged. */
struct str plain_link_url(struct arena *arena, struct str written);

#endif
