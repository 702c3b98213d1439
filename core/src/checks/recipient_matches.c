/* recipient-matches
 *
 * Looks for: the registered address among the addresses that the message was
 *   delivered to, or the person's answer that it was.
 * Why it matters: fakes are sent at random, mostly to addresses that Amazon
 *   does not know. A right address is no proof by itself: leaked lists hold it.
 * Stays quiet when: no address of the person's is known, or the address stands
 *   in pasted text only, which the writer of the text may have written.
 * Known limits: +tags and Gmail's dots are not taken as the same address. */
#include "checks/check.h"

void check_recipient_matches(const struct facts *facts, struct report *report) {
    const struct recipient_facts *recipient = &facts->recipient;
    if (facts->options->answers.delivered_to == DELIVERED_TO_MINE)
        report_add(report, OUTCOME_recipient_matches__answered_mine);
    if (recipient->match != RECIPIENT_REGISTERED) return;
    enum outcome outcome = recipient->from_source ? OUTCOME_recipient_matches__registered
                                                  : OUTCOME_recipient_matches__shown_in_text;
    struct finding *finding = report_add(report, outcome);
    struct str address = recipient->addresses.at[recipient->matched].address;
    finding_argument(report, finding, "address", address);
    finding_header(report, finding, PART_TO, address);
}
