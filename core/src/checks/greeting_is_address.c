/* greeting-is-address
 *
 * Looks for: a greeting by mail address ("taro@example.jp 様", "Dear taro@...").
 * Why it matters: a sender of mass mail knows the address and nothing else;
 *   Amazon knows the name.
 * Stays quiet when: the mail greets by name or words, or there is no greeting.
 * Known limits: mail that only carries a code sometimes greets without a name,
 *   so there it is a note; proven Amazon mail makes it weak. */
#include "checks/check.h"

void check_greeting_is_address(const struct facts *facts, struct report *report) {
    const struct greeting_facts *greeting = &facts->greeting;
    if (greeting->kind != GREETING_KIND_ADDRESS) return;
    enum outcome outcome = OUTCOME_greeting_is_address__address;
    if (facts->about_flags & ABOUT_CODE)
        outcome = OUTCOME_greeting_is_address__address_code;
    else if (!check_is_strict(facts) || facts->sender.auth.amazon_proven)
        outcome = OUTCOME_greeting_is_address__address_elsewhere;
    struct finding *finding = report_add(report, outcome);
    finding_argument(report, finding, "address", greeting->name);
    finding_text(report, finding, greeting->span);
}
