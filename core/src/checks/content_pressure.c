/* content-pressure
 *
 * Looks for: threats (account closed, order lost, legal steps) and deadlines
 *   counted in hours.
 * Why it matters: haste keeps people from checking.
 * Stays quiet when: the words explain how fakes look, as Amazon's own warnings do.
 * Known limits: genuine payment mail names deadlines in days; weak for ever. */
#include "checks/check.h"
#include "checks/content.h"

static const struct content_row rows[] = {
    {CONTENT_threat, OUTCOME_content_pressure__threat},
    {CONTENT_deadline, OUTCOME_content_pressure__deadline},
};

void check_content_pressure(const struct facts *facts, struct report *report) {
    report_contents(facts, report, rows, sizeof rows / sizeof *rows);
}
