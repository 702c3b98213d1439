/* plain: plain text to a document: paragraphs, quotes, and the URLs that mail
 * programs and phones turn into links. */
#ifndef HONMONO_READ_PLAIN_H
#define HONMONO_READ_PLAIN_H

#include "read/document.h"

struct oddities;

struct plain_context {
    enum hidden hidden;
    uint32_t part;
    bool flowed, delsp;  /* RFC 3676 */
    struct str place;
};

void plain_read(struct arena *arena, struct document *document, struct str text,
                const struct plain_context *context, struct oddities *oddities);

/* The next URL or host that a mail program would make a link of, at or after
 * `*from`, as a span of `text` without the punctuation round it; false when
 * there is none. html.c uses it for bare URLs in visible text. `certain` is
 * false for scheme-less hosts that only some programs link. */
bool plain_find_link(struct str text, size_t *from, struct span *found, bool *certain);

#endif
