/* strings: a list of texts, which are borrowed. */
#ifndef HONMONO_BASE_STRINGS_H
#define HONMONO_BASE_STRINGS_H

#include "base/list.h"
#include "base/str.h"

struct strings { LIST(struct str); };

/* False, and nothing kept, when `max` texts are there already or memory is out. */
static inline bool strings_add(struct arena *arena, struct strings *strings, struct str text, size_t max) {
    struct str *kept = strings->size < max ? list_add(arena, strings) : NULL;
    if (kept) *kept = text;
    return kept != NULL;
}

#endif
