/* recipient-not-registered
 *
 * Looks for: delivery to an address that is not registered at Amazon: by the
 *   person's own answer, or because the message shows its recipients and none of
 *   them is registered.
 * Why it matters: Amazon writes to the registered address only, so this settles
 *   the case, whatever else the message says.
 * Stays quiet when: forwarding, resending, a mailing list or an alias service
 *   explains the other address, or it is a variant (+tag, dots) of a registered
 *   one: these become a question. An address that stands in pasted text only is
 *   strong, not decisive: whoever wrote the text wrote it. Where Amazon is proven
 *   to have sent it, it knows the address, so somebody registered it: weak.
 * Known limits: somebody with an address at Amazon that is not in the profile is
 *   told "fake" wrongly; the page says what would have to be true. */
#include "checks/check.h"

static void report_shown(const struct facts *facts, struct report *report, enum outcome outcome) {
    struct finding *finding = report_add(report, outcome);
    const struct mailboxes *addresses = &facts->recipient.addresses;
    for (size_t i = 0; i < addresses->size; i++) {
        finding_argument(report, finding, "address", addresses->at[i].address);
        finding_header(report, finding, PART_TO, addresses->at[i].address);
    }
}

void check_recipient_not_registered(const struct facts *facts, struct report *report) {
    const struct recipient_facts *recipient = &facts->recipient;
    bool proven = check_is_proven(facts);
    enum answer_delivered_to answer = facts->options->answers.delivered_to;
    if (answer == DELIVERED_TO_NOT_MINE) {
        report_shown(facts, report,
                     proven ? OUTCOME_recipient_not_registered__answered_not_mine_proven
                            : OUTCOME_recipient_not_registered__answered_not_mine);
        return;
    }
    if (answer == DELIVERED_TO_MINE) return;
    switch (recipient->match) {
    case RECIPIENT_REGISTERED:
        break;
    case RECIPIENT_NOT_REGISTERED:
        report_shown(facts, report,
                     proven                   ? OUTCOME_recipient_not_registered__not_registered_proven
                     : recipient->from_source ? OUTCOME_recipient_not_registered__not_registered
                                              : OUTCOME_recipient_not_registered__not_registered_in_text);
        break;
    case RECIPIENT_VARIANT:
        report_shown(facts, report, OUTCOME_recipient_not_registered__variant);
        break;
    case RECIPIENT_FORWARDED:
        report_shown(facts, report, OUTCOME_recipient_not_registered__forwarded);
        break;
    case RECIPIENT_UNKNOWN:
        report_shown(facts, report,
                     recipient->addresses.size ? OUTCOME_recipient_not_registered__nothing_registered
                                               : OUTCOME_recipient_not_registered__not_shown);
        break;
    }
}
