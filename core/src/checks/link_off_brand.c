/* link-off-brand
 *
 * Looks for: links to hosts that are not Amazon's in a message that says it is:
 *   other people's domains, places where anyone can put pages, short links.
 * Why it matters: three fakes in four use a host that does not even resemble
 *   Amazon. What the message wants pressed decides: Amazon never sends its
 *   customers elsewhere to sign in, pay or confirm.
 * Stays quiet when: Amazon itself runs the short link, the target is a page of
 *   Amazon's behind a wrapper that can be read, or no source says whose the host
 *   is (Amazon's surveys stand at a survey company's): that only rules out
 *   "consistent", where the matter is not the account.
 *   What Amazon is proven to have sent and wrote itself is weak: it links to
 *   surveys, events and its partners.
 * Known limits: words with a dot that only some programs make a link of are
 *   weak. Beside official links, social networks and app stores are
 *   notes, an address written out in a sentence or a mailing list's footer is
 *   weak unless the sentence says to press it or the matter is the account or a
 *   payment; anything else is strong, also what has a line to itself, and what only
 *   a part that is not shown holds. */
#include "checks/check.h"

#include "facts/claim/link_lead.h"

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

/* A host of which no source says whether it is Amazon's: a survey's, an old
 * name. It is given the benefit where nothing about the account is asked, in a
 * mail whose sender line is Amazon's and was not found out. */
static bool is_perhaps_amazons(const struct facts *facts) {
    if (check_is_strict(facts) || facts->sender.auth.amazon_failed || facts->sender.envelope_elsewhere)
        return false;
    for (size_t i = 0; i < facts->sender.from.size; i++) {
        const struct sender_fact *sender = &facts->sender.from.at[i];
        if (sender->standing != STANDING_OFFICIAL && !sender->undecided) return false;
    }
    return facts->sender.from.size > 0;
}

static enum outcome judge(struct arena *arena, const struct facts *facts, size_t i, bool official_beside) {
    const struct link_fact *fact = &facts->links.at[i];
    if (fact->undecided && is_perhaps_amazons(facts)) return OUTCOME_link_off_brand__perhaps_amazons;
    bool partner_beside = fact->partner && official_beside && !fact->call;
    if (check_is_proven(facts))
        return partner_beside ? OUTCOME_link_off_brand__partner : OUTCOME_link_off_brand__elsewhere_proven;
    if (check_is_perhaps_link(facts, i)) return OUTCOME_link_off_brand__in_prose;
    if (partner_beside) return OUTCOME_link_off_brand__partner;
    if (fact->call || !official_beside) {
        if (fact->standing == STANDING_HOSTING) return OUTCOME_link_off_brand__goes_to_hosting;
        if (fact->standing == STANDING_SHORTENER) return OUTCOME_link_off_brand__goes_to_shortener;
        return OUTCOME_link_off_brand__goes_elsewhere;
    }
    if (is_in_other_part_only(facts, i)) return OUTCOME_link_off_brand__beside_official;
    bool prose = fact->text_is_target &&
                 !(i < OTHER_LINKS_READ_MAX && link_lead_gives(arena, facts, i, check_is_strict(facts)));
    return prose ? OUTCOME_link_off_brand__in_prose : OUTCOME_link_off_brand__beside_official;
}

void check_link_off_brand(const struct facts *facts, struct report *report) {
    bool official_beside = check_has_official_beside(facts);
    for (size_t i = 0; i < facts->links.size; i++) {
        const struct link_fact *fact = &facts->links.at[i];
        bool off_brand = fact->standing == STANDING_UNRELATED || fact->standing == STANDING_HOSTING ||
                         (fact->standing == STANDING_SHORTENER && !fact->amazon_run);
        if (!off_brand) continue;
        struct finding *finding = report_add(report, judge(report->arena, facts, i, official_beside));
        finding_argument(report, finding, "domain", check_link_domain(fact));
        finding_argument(report, finding, "host", check_link_host(fact));
        finding_link(report, finding, i);
    }
}
