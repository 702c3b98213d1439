/* auth: what the receiving side found out about the sender (RFC 8601).
 *
 * In: the fields of a source, topmost first. Out: struct auth_facts. The whole
 * question is whose header it is: anybody can write Authentication-Results into
 * a mail, and only those that the receiving operator itself added count. */
#ifndef HONMONO_FACTS_SENDER_AUTH_H
#define HONMONO_FACTS_SENDER_AUTH_H

#include "facts/facts.h"

/* `from_domain`: ASCII domain of the From mailbox; `from_is_amazon`: only Amazon
 * can send authenticated mail from it. */
void auth_find(const struct headers *headers, struct str from_domain, bool from_is_amazon,
               struct auth_facts *out);

#endif
