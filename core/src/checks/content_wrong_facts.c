/* content-wrong-facts
 *
 * Looks for: company names and addresses that are not Amazon's, order numbers
 *   of a form that Amazon does not use, random tracking codes in the subject.
 * Why it matters: a maker of fakes guesses what Amazon knows.
 * Stays quiet when: no such fact is stated.
 * Known limits: companies change names and addresses; weak. */
#include "checks/check.h"
#include "checks/content.h"

static const struct content_row rows[] = {
    {CONTENT_wrong_company_facts, OUTCOME_content_wrong_facts__company},
    {CONTENT_impossible_order_number, OUTCOME_content_wrong_facts__order_number},
    {CONTENT_tracking_code, OUTCOME_content_wrong_facts__tracking_code},
};

void check_content_wrong_facts(const struct facts *facts, struct report *report) {
    report_contents(facts, report, rows, sizeof rows / sizeof *rows);
}
