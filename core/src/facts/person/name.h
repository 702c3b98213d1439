/* name: is the name that is greeted one of the registered ones?
 *
 * In: the name as the message writes it, the names of the profile. Out: same,
 * another, or not to be compared. A right name proves nothing by itself; a
 * wrong one is strong evidence, so "another" is only said where both are
 * written in the same script and no known way of writing one gives the other. */
#ifndef HONMONO_FACTS_PERSON_NAME_H
#define HONMONO_FACTS_PERSON_NAME_H

#include "facts/facts.h"

/* The whole of a registered name, in either order, not the family or given name alone. */
bool name_is_whole(struct arena *arena, struct str found, const struct strings *registered);
enum name_match name_compare(struct arena *arena, struct str found, const struct strings *registered);

#endif
