/* link_numbers: which links the JSON carries, and under which number.
 *
 * At most JSON_LINKS_MAX; those that a finding points at go first. */
#ifndef HONMONO_VERDICT_LINK_NUMBERS_H
#define HONMONO_VERDICT_LINK_NUMBERS_H

#include "verdict/verdict.h"

struct link_numbers {
    int32_t *of; /* number in the JSON by index into facts->links, -1: left out */
    size_t written;
};

struct link_numbers link_numbers_find(struct arena *arena, const struct facts *facts,
                                      const struct judgement *judgement);
/* -1 where there is no link or it was left out. */
int32_t link_numbers_of(const struct link_numbers *numbers, int64_t link);

#endif
