/* greeting-matches
 *
 * Looks for: the registered name (or the family or given name alone) in the
 *   greeting, or the person's answer that their name stands there; in order,
 *   dispatch, delivery and return mail, which greets nobody, as the person whom it
 *   names beside the prefecture.
 * Why it matters: genuine security mail begins with the registered real name;
 *   mass fakes do not know it.
 * Stays quiet when: no name is registered and none was answered.
 * Known limits: names leak too; a right name is good for this point and proves
 *   nothing alone. */
#include "checks/check.h"

void check_greeting_matches(const struct facts *facts, struct report *report) {
    const struct greeting_facts *greeting = &facts->greeting;
    enum answer_greeting answer = facts->options->answers.greeting;
    if (answer == GREETING_MY_NAME && greeting->kind != GREETING_KIND_ADDRESS &&
        greeting->kind != GREETING_KIND_PLACEHOLDER) {
        struct finding *finding = report_add(report, OUTCOME_greeting_matches__answered_my_name);
        if (greeting->kind == GREETING_KIND_NAME) finding_text(report, finding, greeting->span);
    }
    /* "no name" is a true answer about mail that names the person of a parcel only */
    bool open = answer == GREETING_UNANSWERED || (answer == GREETING_NO_NAME && greeting->beside_place);
    if (!open || greeting->kind != GREETING_KIND_NAME || greeting->match != NAME_SAME) return;
    struct finding *finding =
        report_add(report, greeting->beside_place ? OUTCOME_greeting_matches__named_person
                                                  : OUTCOME_greeting_matches__registered_name);
    finding_argument(report, finding, "name", greeting->name);
    finding_text(report, finding, greeting->span);
}
