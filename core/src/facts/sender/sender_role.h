/* sender_role: does a sender go by a name, or by what they pose as?
 *
 * In: a display name, an address or a mail domain. Out: whether it names a role
 * ("Customer service", "account-update"). Who speaks
 * for somebody gives a name; fakes hide behind roles. */
#ifndef HONMONO_FACTS_SENDER_SENDER_ROLE_H
#define HONMONO_FACTS_SENDER_SENDER_ROLE_H

#include "facts/facts.h"

/* True for a display name that names nobody: roles, departments, topics. */
bool sender_role_is_name(struct arena *arena, struct str name);
/* True when words of roles and topics are all that there is: 要確認, "urgent notice". */
bool sender_role_names_nobody(struct arena *arena, struct str name);
/* The same of a sender: "UPS Delivery" at ups.com goes by a name. */
bool sender_role_is_sender(struct arena *arena, const struct mailbox *mailbox);
/* True for an address that is a service's: "account-update", "no-reply". */
bool sender_role_is_address(struct str address);

#endif
