/* link-text-mismatch
 *
 * Looks for: links whose text shows one address while they open another one.
 * Why it matters: the text of a link is free; writing Amazon's address on a link
 *   that leads elsewhere has no honest use.
 * Stays quiet when: text and target belong to the same registered domain, or a
 *   known wrapper leads back to the address that is shown.
 * Known limits: two official addresses may differ (a tracking link of Amazon's
 *   own); other pairs of foreign addresses are weak. */
#include "checks/check.h"

#include "facts/links/brand.h"

void check_link_text_mismatch(const struct facts *facts, struct report *report) {
    for (size_t i = 0; i < facts->links.size; i++) {
        const struct link_fact *fact = &facts->links.at[i];
        if (!fact->text_is_other_host || fact->standing == STANDING_OFFICIAL) continue;
        if (fact->standing == STANDING_SHORTENER && fact->amazon_run) continue;
        struct host_judgement shown;
        brand_judge_host(report->arena, fact->text_host, &shown);
        enum outcome outcome = shown.standing == STANDING_OFFICIAL
                                   ? OUTCOME_link_text_mismatch__says_amazon
                                   : OUTCOME_link_text_mismatch__says_other_site;
        struct finding *finding = report_add(report, outcome);
        finding_argument(report, finding, "shown", fact->text_host);
        finding_argument(report, finding, "domain", check_link_domain(fact));
        finding_link(report, finding, i);
    }
}
