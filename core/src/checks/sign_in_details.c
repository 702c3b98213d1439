/* sign-in-details
 *
 * Looks for: date and time, device and place of the sign-in that the message
 *   reports, how they are written, and whether the person says it was them.
 * Why it matters: genuine alerts state all three; a genuine alert about somebody
 *   else's sign-in is the most urgent message of all.
 * Stays quiet when: the message is about something else.
 * Known limits: device and place are Amazon's guess and may differ from what the
 *   person expects; mail that only carries a code, and messages to a phone, state
 *   less; forms are known best for Japanese and English. */
#include "checks/check.h"

static void report_value(struct report *report, enum outcome outcome, const char *name, struct str value,
                         struct span span) {
    struct finding *finding = report_add(report, outcome);
    finding_argument(report, finding, name, value);
    if (span.to > span.from) finding_text(report, finding, span);
}

static void report_details(const struct facts *facts, struct report *report) {
    const struct sign_in_facts *details = &facts->sign_in;
    struct finding *ask = report_add(report, OUTCOME_sign_in_details__ask);
    const struct {
        const char *name;
        struct str value;
        struct span span;
    } rows[] = {
        {"when", details->when, details->when_span},
        {"device", details->device, details->device_span},
        {"place", details->place, details->place_span},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        finding_argument(report, ask, rows[i].name, rows[i].value);
        if (rows[i].value.size) finding_text(report, ask, rows[i].span);
    }
}

void check_sign_in_details(const struct facts *facts, struct report *report) {
    const struct sign_in_facts *details = &facts->sign_in;
    enum answer_sign_in answer = facts->options->answers.sign_in;
    bool stated = details->when.size && (details->device.size || details->place.size);
    if (answer == SIGN_IN_NOT_ME) report_add(report, OUTCOME_sign_in_details__answered_not_me);
    if (!(facts->about_flags & ABOUT_SIGN_IN)) return;
    if (answer == SIGN_IN_ME && (stated || (facts->about_flags & ABOUT_CODE)))
        report_add(report, OUTCOME_sign_in_details__answered_me);
    if (stated || details->labels_found) {
        if (answer == SIGN_IN_UNANSWERED) report_details(facts, report);
    } else {
        bool brief = (facts->about_flags & ABOUT_CODE) || facts->brief;
        report_add(report, brief ? OUTCOME_sign_in_details__missing_code : OUTCOME_sign_in_details__missing);
    }
    if (details->placeholder) report_add(report, OUTCOME_sign_in_details__placeholder);
    if (details->form_odd)
        report_value(report, OUTCOME_sign_in_details__odd_date, "when", details->when, details->when_span);
    if (details->date_far)
        report_value(report, OUTCOME_sign_in_details__date_far, "when", details->when, details->when_span);
    if (details->address.size)
        report_value(report, OUTCOME_sign_in_details__address_shown, "address", details->address,
                     details->address_span);
}
