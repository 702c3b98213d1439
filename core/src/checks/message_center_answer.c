/* message-center-answer
 *
 * Looks for: the person's answer whether the same message, with the same subject
 *   and time, stands in Amazon's own message centre.
 * Why it matters: the centre is inside the account, where no sender of fakes can
 *   write.
 * Stays quiet when: the person has not looked yet.
 * Known limits: Amazon does not list every kind of mail, so "not found" is weak
 *   for codes, and a note where Amazon's authentication is proven; "found" says
 *   nothing about the links of this copy: act from the one in the centre. */
#include "checks/check.h"

void check_message_center_answer(const struct facts *facts, struct report *report) {
    enum answer_message_center answer = facts->options->answers.message_center;
    if (answer == MESSAGE_CENTER_FOUND) report_add(report, OUTCOME_message_center_answer__found);
    if (answer != MESSAGE_CENTER_NOT_FOUND) return;
    if (facts->sender.auth.amazon_proven)
        report_add(report, OUTCOME_message_center_answer__not_found_proven);
    else if (facts->about_flags & ABOUT_CODE)
        report_add(report, OUTCOME_message_center_answer__not_found_code);
    else
        report_add(report, OUTCOME_message_center_answer__not_found);
}
