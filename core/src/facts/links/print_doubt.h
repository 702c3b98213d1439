/* print_doubt: hosts read in a picture that are Amazon's but for letters which look
 * alike in print.
 *
 * In: a host that a program read. Out: whether print explains the difference: "rn" for
 * "m", 0 for o, 1 for l. Such a host is asked for, letter by letter; until the person
 * has said that it really stands there (answers.letters) it is nobody's fault. */
#ifndef HONMONO_FACTS_LINKS_PRINT_DOUBT_H
#define HONMONO_FACTS_LINKS_PRINT_DOUBT_H

#include "facts/facts.h"

bool print_doubt_host(struct arena *arena, const struct facts *facts, struct str host);

/* Such a link is called unreadable, with the note letters-in-doubt. */
void print_doubt_link(struct arena *arena, const struct facts *facts, struct link_fact *fact);

#endif
