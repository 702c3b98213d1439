/* link-off-brand
 *
 * Looks for: links to hosts that are not Amazon's in a message that says it is:
 *   other people's domains, places where anyone can put pages, short links.
 * Why it matters: three fakes in four use a host that does not even resemble
 *   Amazon. What the message wants pressed decides: Amazon never sends its
 *   customers elsewhere to sign in, pay or confirm.
 * Stays quiet when: Amazon itself runs the short link, or the target is a page
 *   of Amazon's behind a wrapper that can be read.
 * Known limits: beside official links, social networks and app stores are
 *   notes, an address written out in prose is weak (a mailing list's footer),
 *   anything else is strong, also what only a part that is not shown holds. */
#include "checks/check.h"

enum { OTHER_LINKS_READ_MAX = 500 }; /* more than honest mail has; keeps a flood of links linear */

/* Stands only in a part that the mail program does not show: the other programs
 * show it, and there it may be all that can be pressed. */
static bool is_in_other_part_only(const struct facts *facts, size_t i) {
    const struct link *link = check_link(facts, i);
    if (!link || link->hidden != HIDDEN_not_shown_part) return false;
    struct str domain = check_link_domain(&facts->links.at[i]);
    for (size_t k = 0; k < facts->links.size && k < OTHER_LINKS_READ_MAX; k++) {
        const struct link *other = check_link(facts, k);
        if (other && other->hidden == HIDDEN_none &&
            str_equal(check_link_domain(&facts->links.at[k]), domain))
            return false;
    }
    return true;
}

static enum outcome judge(const struct facts *facts, size_t i, bool official_beside) {
    const struct link_fact *fact = &facts->links.at[i];
    if (fact->partner && official_beside && !fact->call) return OUTCOME_link_off_brand__partner;
    if (fact->call || !official_beside) {
        if (fact->standing == STANDING_HOSTING) return OUTCOME_link_off_brand__goes_to_hosting;
        if (fact->standing == STANDING_SHORTENER) return OUTCOME_link_off_brand__goes_to_shortener;
        return OUTCOME_link_off_brand__goes_elsewhere;
    }
    if (is_in_other_part_only(facts, i)) return OUTCOME_link_off_brand__beside_official;
    return fact->text_is_target ? OUTCOME_link_off_brand__in_prose : OUTCOME_link_off_brand__beside_official;
}

void check_link_off_brand(const struct facts *facts, struct report *report) {
    bool official_beside = check_has_official_beside(facts);
    for (size_t i = 0; i < facts->links.size; i++) {
        const struct link_fact *fact = &facts->links.at[i];
        bool off_brand = fact->standing == STANDING_UNRELATED || fact->standing == STANDING_HOSTING ||
                         (fact->standing == STANDING_SHORTENER && !fact->amazon_run);
        if (!off_brand) continue;
        struct finding *finding = report_add(report, judge(facts, i, official_beside));
        finding_argument(report, finding, "domain", check_link_domain(fact));
        finding_argument(report, finding, "host", check_link_host(fact));
        finding_link(report, finding, i);
    }
}
