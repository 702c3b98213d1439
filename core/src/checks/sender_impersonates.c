/* sender-impersonates
 *
 * Looks for: a sender domain made to look like Amazon's, and a sender address
 *   that has Amazon before the "@" and somebody else after it.
 * Why it matters: the domain decides who sent a mail; a look-alike has no honest
 *   use. What stands before the "@" is free text.
 * Stays quiet when: a mailing list or relay rewrote the address, or a program read
 *   it in a picture and it differs from Amazon's by letters that look alike there.
 * Known limits: none known. */
#include "checks/check.h"
#include "facts/links/print_doubt.h"

static void report_sender(struct report *report, enum outcome outcome, const struct sender_fact *sender) {
    struct finding *finding = report_add(report, outcome);
    finding_argument(report, finding, "address", sender->mailbox.address);
    finding_header(report, finding, PART_FROM, sender->mailbox.address);
}

void check_sender_impersonates(const struct facts *facts, struct report *report) {
    for (size_t i = 0; i < facts->sender.from.size; i++) {
        const struct sender_fact *sender = &facts->sender.from.at[i];
        if (sender->list_rewritten || sender->relay || !sender->host.size) continue;
        if (sender->standing != STANDING_OFFICIAL && print_doubt_host(report->arena, facts, sender->host))
            report_sender(report, OUTCOME_sender_impersonates__letters_in_doubt, sender);
        else if (sender->standing == STANDING_IMPERSONATING)
            report_sender(report, OUTCOME_sender_impersonates__impersonating, sender);
        else if (sender->local_part_claims_brand && sender->standing != STANDING_OFFICIAL)
            report_sender(report, OUTCOME_sender_impersonates__local_part, sender);
    }
}
