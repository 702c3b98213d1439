/* claim_uses: how often a message uses Amazon's name, and how.
 *
 * In: the brand words of subject and text, without what an answer quotes. Out:
 * counts by claim_context, and whether something is asked for without a link. */
#ifndef HONMONO_FACTS_CLAIM_CLAIM_USES_H
#define HONMONO_FACTS_CLAIM_CLAIM_USES_H

#include "facts/facts.h"

struct claim_uses {
    size_t mark, customer, mention, gift, others; /* of the name, subject and text together */
    size_t in_subject;                            /* customer or mention, in the subject */
    size_t to_customer_in_subject, gift_in_subject;
    size_t sellers, sellers_in_subject;
    size_t quoted; /* customer, in quotation marks: somebody's title */
    size_t image, odd_spelling;
    size_t title; /* alone on its line, as a mark at the head of a message is */
};

struct claim_uses claim_uses_count(struct arena *arena, const struct facts *facts);
/* A number to call, a reply to write: something that is asked for without a link. */
bool claim_has_main_action(const struct facts *facts);
/* The link stands in what an answer quotes. */
bool claim_quotes_link(const struct facts *facts, size_t link);

#endif
