/* greeting_person: whom a parcel goes to, as order and delivery mail names it.
 *
 * In: the first lines, the registered names. Out: facts->greeting, with
 * `beside_place` set, when a line names somebody; else it is left alone. */
#ifndef HONMONO_FACTS_PERSON_GREETING_PERSON_H
#define HONMONO_FACTS_PERSON_GREETING_PERSON_H

#include "facts/facts.h"
#include "text/line.h"

void greeting_find_person(struct arena *arena, struct facts *facts, struct line *folded);

#endif
