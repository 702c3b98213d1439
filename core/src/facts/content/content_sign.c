/* content_sign: see content_sign.h. */
#include "facts/content/content_sign.h"

#include "limits.h"

void content_add(struct arena *arena, struct facts *facts, enum content_sign sign, enum text_part part,
                 struct span span) {
    size_t count = 0;
    for (size_t i = 0; i < facts->contents.size; i++) count += facts->contents.at[i].sign == sign;
    if (count >= CONTENT_FACTS_MAX) return;
    struct content_fact *fact = list_add(arena, &facts->contents);
    if (fact != NULL) *fact = (struct content_fact){.sign = sign, .part = part, .span = span};
}
