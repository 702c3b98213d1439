/* content_sign: what the finders of content signs share.
 *
 * content.c (phrases), content_glyph.c (letters), content_number.c (order and
 * tracking numbers) and content_hidden.c (what is not seen) each add to
 * facts->contents. */
#ifndef HONMONO_FACTS_CONTENT_CONTENT_SIGN_H
#define HONMONO_FACTS_CONTENT_CONTENT_SIGN_H

#include "facts/facts.h"

/* Adds a sign, at most CONTENT_FACTS_MAX of a kind. */
void content_add(struct arena *arena, struct facts *facts, enum content_sign sign, enum text_part part,
                 struct span span);

void content_find_glyphs(struct arena *arena, struct facts *facts);
void content_find_numbers(struct arena *arena, struct facts *facts);
void content_find_hidden(struct arena *arena, struct facts *facts);

#endif
