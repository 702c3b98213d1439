/* link: one link judged: what opens, whose it is, where it leads. */
#ifndef HONMONO_FACTS_LINKS_LINK_H
#define HONMONO_FACTS_LINKS_LINK_H

#include "facts/facts.h"

/* Fills url, domain, standing, official, notes, inner, partner and amazon_run.
 * `base` may be NULL. `as_text`: the target was written for people, not as an
 * attribute, and may lack its scheme or be defanged. */
void link_judge(struct arena *arena, struct str target, const struct url *base, bool as_text,
                struct link_fact *out);

/* http or https, and a host: what a person can be led to by pressing it. */
bool link_is_web(const struct url *url);

/* The URL that is judged: the inner one where there is one. */
const struct url *link_final_url(const struct link_fact *fact);
const struct domain *link_final_domain(const struct link_fact *fact);

#endif
