/* greeting-generic
 *
 * Looks for: a greeting that fits everybody ("お客様", "Amazonをご利用の皆様",
 *   "Dear customer"), or a template field that was never filled in.
 * Why it matters: in account, sign-in and payment mail Amazon greets by name.
 * Stays quiet when: the person answered that their name stands there.
 * Known limits: advertisements greet like this honestly, so outside strict kinds
 *   it is weak; codes: a note; proven Amazon mail: weak; so is what
 *   reports no sign-in, comes from Amazon's address as far as is known, and leads
 *   to pages of Amazon's only. */
#include "checks/check.h"

void check_greeting_generic(const struct facts *facts, struct report *report) {
    const struct greeting_facts *greeting = &facts->greeting;
    enum outcome outcome;
    if (greeting->kind == GREETING_KIND_PLACEHOLDER)
        outcome = OUTCOME_greeting_generic__placeholder;
    else if (greeting->kind != GREETING_KIND_GENERIC ||
             facts->options->answers.greeting != GREETING_UNANSWERED)
        return;
    else if (facts->about_flags & ABOUT_CODE)
        outcome = OUTCOME_greeting_generic__generic_code;
    else if (!check_must_greet(facts))
        outcome = OUTCOME_greeting_generic__generic_elsewhere;
    else
        outcome = OUTCOME_greeting_generic__generic;
    struct finding *finding = report_add(report, outcome);
    finding_argument(report, finding, "words", greeting->name);
    finding_text(report, finding, greeting->span);
}
