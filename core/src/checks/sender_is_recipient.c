/* sender-is-recipient
 *
 * Looks for: a message that says it is Amazon's and comes from the recipient's
 *   own address.
 * Why it matters: fakes put the victim's address into the sender line so that it
 *   passes filters and looks familiar.
 * Stays quiet when: sender and recipients differ.
 * Known limits: a mail that somebody forwarded to themselves is judged by the
 *   message inside it. */
#include "checks/check.h"

void check_sender_is_recipient(const struct facts *facts, struct report *report) {
    for (size_t i = 0; i < facts->sender.from.size; i++) {
        const struct sender_fact *sender = &facts->sender.from.at[i];
        if (!sender->is_recipient || sender->standing == STANDING_OFFICIAL) continue;
        struct finding *finding = report_add(report, OUTCOME_sender_is_recipient__own_address);
        finding_argument(report, finding, "address", sender->mailbox.address);
        finding_header(report, finding, PART_FROM, sender->mailbox.address);
    }
}
