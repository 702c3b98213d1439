/* claim_context: how a text uses Amazon's name.
 *
 * In: what stands before and after the name. Out: whether the text speaks as
 * Amazon to a customer ("your Amazon account", "[Amazon]"), of somebody else's
 * things that carry the name ("Amazon Mastercard", "mails that pose as Amazon"),
 * or merely mentions it. */
#ifndef HONMONO_FACTS_CLAIM_CLAIM_CONTEXT_H
#define HONMONO_FACTS_CLAIM_CLAIM_CONTEXT_H

#include "facts/facts.h"

enum claim_context {
    CONTEXT_MENTION,
    CONTEXT_GIFT,     /* a gift card: anybody gives them away */
    CONTEXT_OTHERS,   /* the name is part of somebody else's: no claim */
    CONTEXT_SELLERS,  /* Amazon's departments for sellers: many speak of them, fakes as them */
    CONTEXT_CUSTOMER, /* speaks to a customer as Amazon does */
    CONTEXT_MARK      /* the name stands where senders put their mark */
};

enum claim_context claim_context_find(struct arena *arena, struct str before, struct str after);

#endif
