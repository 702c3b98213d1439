/* greeting_person: whom a parcel goes to, as order and delivery mail names it.
 *
 * In: the first lines, the registered names. Out: person, person_span and
 * person_match of facts->greeting. */
#ifndef HONMONO_FACTS_GREETING_PERSON_H
#define HONMONO_FACTS_GREETING_PERSON_H

#include "facts/facts.h"
#include "facts/line.h"

void greeting_find_person(struct arena *arena, struct facts *facts, struct line *folded);

#endif
