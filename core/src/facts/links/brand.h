/* brand: who controls a host. */
#ifndef HONMONO_FACTS_LINKS_BRAND_H
#define HONMONO_FACTS_LINKS_BRAND_H

#include "facts/facts.h"

/* `ascii_host`: lower case, as url.h gives it (Punycode for other scripts). */
void brand_judge_host(struct arena *arena, struct str ascii_host, struct host_judgement *out);
/* The same of a mail domain, as it stands in an address. */
void brand_judge_domain(struct arena *arena, struct str domain, struct host_judgement *out);
/* True when only Amazon can send authenticated mail from that domain. */
bool brand_is_amazon_mail_domain(struct str ascii_domain);
#endif
