/* claim_sender: does the sender speak in a name of their own?
 *
 * In: sender line, subject, links. Out: whether somebody other than Amazon names
 * themselves, and stands by it with their own domain. An attacker can buy a
 * domain and a name for it; then the words must still say whose account is meant
 * (claim.c). */
#ifndef HONMONO_FACTS_CLAIM_CLAIM_SENDER_H
#define HONMONO_FACTS_CLAIM_CLAIM_SENDER_H

#include "facts/facts.h"

/* Somebody who gives a name of their own, and links to their own site or goes by
 * the name of their own domain, which is filled in. */
bool claim_is_other_party(struct arena *arena, const struct facts *facts, struct domain *own);
/* The name in the From line is that of its own domain: "1Password" <...@1password.com>. */
bool claim_goes_by_domain(struct arena *arena, const struct facts *facts, const struct domain *own);
/* From a role ("Support"), but under another name at the head of the subject. */
bool claim_marks_own_name(struct arena *arena, const struct facts *facts);
/* A message to a phone that begins with somebody else's name: "【Nippon Bank】". */
bool claim_brief_names_other(struct arena *arena, const struct facts *facts);
/* The sender names a role or nothing, here and in the subject. */
bool claim_hides_behind_role(struct arena *arena, const struct facts *facts);
/* From where people write, not services: free mail, providers, mobile carriers,
 * the reader's own organisation; or in answer to a letter. */
bool claim_writes_among_people(struct arena *arena, const struct facts *facts);
/* A word of the sender's name stands in the text, as people sign. */
bool claim_signs_by_name(struct arena *arena, const struct facts *facts);
/* All that is to be pressed is the sender's own site or Amazon's. */
bool claim_presses_home_only(const struct facts *facts, const struct domain *own);
/* From a bank that issues Amazon's cards, a parcel service or the like, with
 * nothing to press but their sites and Amazon's. */
bool claim_is_known_partner(struct arena *arena, const struct facts *facts);

#endif
