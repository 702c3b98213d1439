/* sender-unproven
 *
 * Looks for: a sender line with an address at Amazon that nothing proves, or no
 *   sender line at all.
 * Why it matters: anybody can write "@amazon.co.jp" there; people must know.
 * Stays quiet when: the receiving side's authentication result proves it, or the
 *   address is not Amazon's anyway.
 * Known limits: only the source of the message shows authentication results. */
#include "checks/check.h"

void check_sender_unproven(const struct facts *facts, struct report *report) {
    const struct sender_facts *sender = &facts->sender;
    if (sender->from.size == 0) {
        report_add(report, OUTCOME_sender_unproven__not_shown);
        return;
    }
    if (sender->auth.amazon_proven) return;
    for (size_t i = 0; i < sender->from.size; i++) {
        if (sender->from.at[i].standing != STANDING_OFFICIAL || !sender->from.at[i].host.size) continue;
        struct finding *finding = report_add(report, OUTCOME_sender_unproven__can_be_forged);
        finding_argument(report, finding, "address", sender->from.at[i].mailbox.address);
        finding_header(report, finding, PART_FROM, sender->from.at[i].mailbox.address);
    }
}
