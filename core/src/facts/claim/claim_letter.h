/* claim_letter: is this a letter from a person?
 *
 * In: sender, links, actions, text. Out: true where a person writes in a name of
 * their own and nothing in the letter can do harm in Amazon's name. An attacker
 * would sign with a name and write from a mailbox of people; then there is still
 * nothing to press that asks for something. */
#ifndef HONMONO_FACTS_CLAIM_CLAIM_LETTER_H
#define HONMONO_FACTS_CLAIM_CLAIM_LETTER_H

#include "facts/facts.h"

bool claim_is_letter(struct arena *arena, const struct facts *facts);

#endif
