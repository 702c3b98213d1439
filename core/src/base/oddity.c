/* oddity: see oddity.h. */
#include "base/oddity.h"

void oddity_add(struct oddities *oddities, enum oddity kind, struct str place) {
    if (!oddities) return;
    if (oddities->count[kind] == 0) oddities->place[kind] = place;
    if (oddities->count[kind] < UINT32_MAX) oddities->count[kind]++;
}

const char *oddity_name(enum oddity kind) {
    static const char *const names[] = {
#define ODDITY(id, name) name,
#include "base/oddities.def"
#undef ODDITY
    };
    return names[kind];
}
