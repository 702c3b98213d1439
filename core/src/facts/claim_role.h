/* claim_role: does a sender go by a name, or by what they pose as?
 *
 * In: a display name, an address or a mail domain. Out: whether it names a role
 * ("Customer service", "account-update"), and whose the domain is. Who speaks
 * for somebody gives a name; fakes hide behind roles. */
#ifndef HONMONO_FACTS_CLAIM_ROLE_H
#define HONMONO_FACTS_CLAIM_ROLE_H

#include "facts/facts.h"

/* True for a display name that names nobody: roles, departments, topics. */
bool claim_is_role_name(struct arena *arena, struct str name);
/* True when words of roles and topics are all that there is: 要確認, "urgent notice". */
bool claim_names_nobody(struct arena *arena, struct str name);
/* The same of a sender: "UPS Delivery" at ups.com goes by a name. */
bool claim_is_role_sender(struct arena *arena, const struct mailbox *mailbox);
/* True for an address that is a service's: "account-update", "no-reply". */
bool claim_is_role_address(struct str address);
/* Whose a mail domain is, as it stands in an address. */
void claim_judge_domain(struct arena *arena, struct str domain, struct host_judgement *out);

#endif
