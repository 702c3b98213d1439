/* brand_judge: brand.h for those who know the host's row and domain already. */
#ifndef HONMONO_FACTS_LINKS_BRAND_JUDGE_H
#define HONMONO_FACTS_LINKS_BRAND_JUDGE_H

#include "facts/facts.h"

/* The notes that make a foreign host an impersonating one. */
#define BRAND_LIKENESS_NOTES                                                                                 \
    (URL_NOTE_BIT(brand_as_subdomain) | URL_NOTE_BIT(brand_glued) | URL_NOTE_BIT(brand_other_suffix) |       \
     URL_NOTE_BIT(brand_misspelt) | URL_NOTE_BIT(brand_homograph) | URL_NOTE_BIT(brand_split) |              \
     URL_NOTE_BIT(brand_other_script) | URL_NOTE_BIT(brand_abbreviated) | URL_NOTE_BIT(brand_program))

/* The host without the dot that ends a fully qualified name. */
struct str brand_trim_dot(struct str host);

/* `host` without a trailing dot; `row` may be NULL. */
void brand_judge(struct arena *arena, struct str host, const struct host_row *row,
                 const struct domain *domain, struct host_judgement *out);

#endif
