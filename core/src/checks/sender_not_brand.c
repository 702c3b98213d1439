/* sender-not-brand
 *
 * Looks for: a sender address that is not Amazon's in a message that says it is
 *   Amazon's, and display names that show another address than the real one.
 * Why it matters: Amazon writes from its own domains. Every From mailbox counts,
 *   the worst decides.
 * Stays quiet when: a relay service or a mailing list put its own address in
 *   place of the sender's, or no source says whether the domain is Amazon's:
 *   that is said as a note, and the latter rules out "consistent".
 * Known limits: an address at Amazon proves nothing (sender-unproven). */
#include "checks/check.h"
#include "facts/links/print_doubt.h"

static void report_sender(struct report *report, enum outcome outcome, const struct sender_fact *sender) {
    struct finding *finding = report_add(report, outcome);
    finding_argument(report, finding, "address", sender->mailbox.address);
    finding_argument(report, finding, "name", sender->mailbox.name);
    finding_header(report, finding, PART_FROM, sender->mailbox.address);
}

void check_sender_not_brand(const struct facts *facts, struct report *report) {
    for (size_t i = 0; i < facts->sender.from.size; i++) {
        const struct sender_fact *sender = &facts->sender.from.at[i];
        if (!sender->host.size || sender->standing == STANDING_OFFICIAL) continue;
        if (print_doubt_host(report->arena, facts, sender->host)) continue;
        if (sender->name_is_address)
            report_sender(report, OUTCOME_sender_not_brand__name_shows_other_address, sender);
        if (sender->standing == STANDING_IMPERSONATING) continue;
        if (sender->undecided)
            report_sender(report, OUTCOME_sender_not_brand__perhaps_amazons, sender);
        else if (sender->list_rewritten)
            report_sender(report, OUTCOME_sender_not_brand__list_rewritten, sender);
        else if (sender->relay)
            report_sender(report, OUTCOME_sender_not_brand__relay, sender);
        else
            report_sender(report, OUTCOME_sender_not_brand__off_brand, sender);
    }
}
