/* link-impersonates
 *
 * Looks for: links to somebody else's host that is made to look like Amazon's
 *   (amazon.co.jp.evil.example, amazon-jp.example, anazon.example, Cyrillic
 *   letters, "amazon.co.jp@evil.example"), anywhere, seen or hidden.
 * Why it matters: nobody builds such a host for an honest reason, and no honest
 *   mail links to one.
 * Stays quiet when: the host only contains the letters (amazonas.gov.br). Words
 *   with a dot that only some programs make a link of are weak.
 * Known limits: a fan site or shop with the brand in its name counts as well;
 *   Amazon never sends people there. */
#include "checks/check.h"

void check_link_impersonates(const struct facts *facts, struct report *report) {
    for (size_t i = 0; i < facts->links.size; i++) {
        const struct link_fact *fact = &facts->links.at[i];
        if (fact->standing != STANDING_IMPERSONATING) continue;
        bool uncertain = check_is_perhaps_link(facts, i);
        struct finding *finding = report_add(report, uncertain ? OUTCOME_link_impersonates__perhaps_link
                                                               : OUTCOME_link_impersonates__impersonating);
        finding_argument(report, finding, "host", check_link_host(fact));
        finding_argument(report, finding, "domain", check_link_domain(fact));
        finding_link(report, finding, i);
    }
}
