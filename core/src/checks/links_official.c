/* links-official
 *
 * Looks for: at least one visible link to a marketplace or account page of
 *   Amazon's, while every web link in every part is Amazon's.
 * Why it matters: the confirmation link of a genuine mail leads to Amazon, and
 *   an attacker needs at least one link that does not.
 * Stays quiet when: there is no web link. A message that was not read to the end
 *   may hold more of them: then nothing here is good. A social network, app store
 *   or map beside Amazon's links is named, and stands in the way of a yes only
 *   where nothing proves who wrote the message.
 * Known limits: text that was pasted shows an address, not where the link really
 *   goes, so it never makes this point good; nor do short links, even those that
 *   Amazon runs, because nobody can see where they lead. Hidden and empty links
 *   count as bad and never as good, and the shop's bare name in a text neither. */
#include "checks/check.h"

#include "facts/links/link_text.h"

struct tally {
    size_t account, shown_only, web;
    size_t foreign, partner, short_link, service; /* index + 1 of the first */
    size_t first_account;
};

/* Text that stands in a paste is only what was displayed; in a source it is
 * what the mail program makes the link of. */
static bool is_displayed_only(const struct facts *facts, const struct link *link) {
    return link && link->source == LINK_TEXT && facts->message->kind != KIND_SOURCE;
}

static void count(const struct facts *facts, size_t i, struct tally *tally) {
    const struct link_fact *fact = &facts->links.at[i];
    const struct link *link = check_link(facts, i);
    if (fact->standing == STANDING_NOT_WEB || fact->standing == STANDING_UNPARSABLE) return;
    if (fact->standing == STANDING_OFFICIAL && link_text_is_shop_name(link)) return;
    tally->web++;
    bool seen = !link || (link->hidden == HIDDEN_none && !link->empty);
    if (fact->standing == STANDING_SHORTENER && fact->amazon_run) {
        if (!tally->short_link) tally->short_link = i + 1;
    } else if (fact->partner && !fact->call) {
        if (!tally->partner) tally->partner = i + 1;
    } else if (fact->standing != STANDING_OFFICIAL) {
        if (!tally->foreign) tally->foreign = i + 1;
    } else if (fact->official == OFFICIAL_ACCOUNT) {
        if (is_displayed_only(facts, link)) {
            if (!tally->shown_only) tally->shown_only = i + 1;
        } else if (seen) {
            if (!tally->account++) tally->first_account = i;
        }
    } else if (seen && !tally->service && !is_displayed_only(facts, link)) {
        tally->service = i + 1;
    }
}

static void report_link(const struct facts *facts, struct report *report, enum outcome outcome, size_t link) {
    struct finding *finding = report_add(report, outcome);
    finding_argument(report, finding, "host", check_link_host(&facts->links.at[link]));
    finding_link(report, finding, link);
}

void check_links_official(const struct facts *facts, struct report *report) {
    struct tally tally = {0};
    for (size_t i = 0; i < facts->links.size; i++) count(facts, i, &tally);
    if (tally.foreign)
        report_link(facts, report, OUTCOME_links_official__not_all_official, tally.foreign - 1);
    if (tally.partner && !tally.foreign)
        report_link(facts, report, OUTCOME_links_official__partners_beside, tally.partner - 1);
    if (tally.short_link)
        report_link(facts, report, OUTCOME_links_official__amazon_short_link, tally.short_link - 1);
    if (facts->message->limit_reached) report_add(report, OUTCOME_links_official__not_all_read);
    if (tally.foreign || tally.partner || tally.short_link || facts->message->limit_reached) return;
    if (tally.account)
        report_link(facts, report, OUTCOME_links_official__all_official, tally.first_account);
    else if (tally.shown_only)
        report_link(facts, report, OUTCOME_links_official__only_shown_text, tally.shown_only - 1);
    else if (tally.service)
        report_link(facts, report, OUTCOME_links_official__services_only, tally.service - 1);
    else if (!tally.web)
        report_add(report, OUTCOME_links_official__none_seen);
}
