/* oddity: what was broken in the input and how it was read all the same.
 *
 * In: any room calls oddity_add(). Out: one entry per kind, with a count and
 * the place of the first. Why one per kind: a flood of broken bytes must not
 * become a flood of output. Ids: oddities.def, the only list of them. */
#ifndef HONMONO_BASE_ODDITY_H
#define HONMONO_BASE_ODDITY_H

#include "base/str.h"

enum oddity {
#define ODDITY(id, name) ODDITY_##id,
#include "base/oddities.def"
#undef ODDITY
    ODDITY_COUNT
};

struct oddities {
    uint32_t count[ODDITY_COUNT];
    struct str place[ODDITY_COUNT]; /* a part path such as "2.1", a header's name, or "" */
};

/* `place` is a view that must live as long as the message. NULL for a reading
 * that was reported before: nothing is noted. */
void oddity_add(struct oddities *oddities, enum oddity kind, struct str place);
/* The kebab-case id. */
const char *oddity_name(enum oddity kind);

#endif
