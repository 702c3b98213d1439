/* answer: a letter in which somebody quotes a message, and says something about it.
 *
 * In: the blocks that are quotes, the sender's name, what shows that something
 * is answered. Out: facts->answer. A reply, a list's discussion or a friend's
 * warning that quotes Amazon (or a fake) is not a message of Amazon's: what it
 * claims is read from the writer's own words. */
#ifndef HONMONO_FACTS_SENDER_ANSWER_H
#define HONMONO_FACTS_SENDER_ANSWER_H

#include "facts/facts.h"

/* True when byte `at` of the visible text stands in a quote of an answer. */
bool answer_quotes(const struct facts *facts, size_t at);
/* The subject of an answer with "Re:" is the answered message's. */
bool answer_quotes_subject(const struct facts *facts);

#endif
