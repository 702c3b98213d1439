/* greeting-other-name
 *
 * Looks for: a greeting by a name that is not registered.
 * Why it matters: Amazon greets its customer by the customer's name; somebody
 *   else's name means a mail made for somebody else, or made up.
 * Stays quiet when: nothing is registered, or the scripts differ (kanji against
 *   Latin letters) so that the names cannot be compared: then it asks.
 *   The person whom order mail names beside the prefecture may be somebody else, who
 *   is sent a present: a note.
 * Known limits: a family account or a maiden name looks the same, so where
 *   Amazon's authentication is proven it is only weak. */
#include "checks/check.h"

void check_greeting_other_name(const struct facts *facts, struct report *report) {
    const struct greeting_facts *greeting = &facts->greeting;
    bool proven = facts->sender.auth.amazon_proven;
    enum answer_greeting answer = facts->options->answers.greeting;
    enum outcome outcome;
    if (answer == GREETING_NOT_MY_NAME && greeting->beside_place)
        outcome = OUTCOME_greeting_other_name__answered_other_person;
    else if (answer == GREETING_NOT_MY_NAME)
        outcome = proven ? OUTCOME_greeting_other_name__answered_not_my_name_proven
                         : OUTCOME_greeting_other_name__answered_not_my_name;
    else if (answer != GREETING_UNANSWERED || greeting->kind != GREETING_KIND_NAME ||
             greeting->match == NAME_SAME)
        return;
    else if (greeting->beside_place && greeting->match == NAME_OTHER)
        outcome = OUTCOME_greeting_other_name__other_person;
    else if (greeting->match == NAME_UNKNOWN)
        outcome = OUTCOME_greeting_other_name__nothing_registered;
    else if (greeting->match == NAME_OTHER_SCRIPT)
        outcome = OUTCOME_greeting_other_name__other_script;
    else
        outcome =
            proven ? OUTCOME_greeting_other_name__other_name_proven : OUTCOME_greeting_other_name__other_name;
    struct finding *finding = report_add(report, outcome);
    if (greeting->kind != GREETING_KIND_NAME) return;
    finding_argument(report, finding, "name", greeting->name);
    finding_text(report, finding, greeting->span);
}
