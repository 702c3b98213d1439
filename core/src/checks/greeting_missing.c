/* greeting-missing
 *
 * Looks for: no greeting at all, in the message or by the person's answer.
 * Why it matters: genuine account, sign-in and payment mail begins with the
 *   registered name.
 * Stays quiet when: a greeting of any kind stands there. Order, dispatch, delivery
 *   and return mail greets nobody today: a note, unless it is about the account or a
 *   payment too.
 * Known limits: pasted text may be only a part of the mail, and short messages
 *   to a phone never greet: there it is a note and the person is asked. Codes:
 *   a note. Proven Amazon mail: weak; so is what reports no sign-in, comes from
 *   Amazon's address as far as is known, and leads to pages of Amazon's only. */
#include "checks/check.h"

void check_greeting_missing(const struct facts *facts, struct report *report) {
    bool weak = !check_must_greet(facts);
    enum answer_greeting answer = facts->options->answers.greeting;
    bool order = check_is_about_order(facts) && !check_is_strict(facts);
    if (answer == GREETING_NO_NAME && order) {
        if (!facts->greeting.beside_place) report_add(report, OUTCOME_greeting_missing__missing_order);
        return;
    }
    if (answer == GREETING_NO_NAME && facts->greeting.kind != GREETING_KIND_ADDRESS &&
        facts->greeting.kind != GREETING_KIND_PLACEHOLDER) {
        if (facts->about_flags & ABOUT_CODE)
            report_add(report, OUTCOME_greeting_missing__missing_code);
        else
            report_add(report, weak ? OUTCOME_greeting_missing__answered_no_name_elsewhere
                                    : OUTCOME_greeting_missing__answered_no_name);
        return;
    }
    if (answer != GREETING_UNANSWERED || facts->greeting.kind != GREETING_KIND_NONE) return;
    if (facts->about_flags & ABOUT_CODE)
        report_add(report, OUTCOME_greeting_missing__missing_code);
    else if (order)
        report_add(report, OUTCOME_greeting_missing__missing_order);
    else if (facts->message->kind != KIND_SOURCE)
        report_add(report, OUTCOME_greeting_missing__missing_paste);
    else
        report_add(report,
                   weak ? OUTCOME_greeting_missing__missing_elsewhere : OUTCOME_greeting_missing__missing);
}
