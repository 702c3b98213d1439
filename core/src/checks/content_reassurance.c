/* content-reassurance
 *
 * Looks for: sentences that lend themselves trust ("links in this mail begin
 *   with https://www.amazon.co.jp") while the links do not.
 * Why it matters: fakes copy Amazon's own advice.
 * Stays quiet when: every link is Amazon's, or the text was pasted without links.
 * Known limits: weak; the links decide. */
#include "checks/check.h"
#include "checks/content.h"

static const struct content_row rows[] = {
    {CONTENT_borrowed_reassurance, OUTCOME_content_reassurance__borrowed},
};

void check_content_reassurance(const struct facts *facts, struct report *report) {
    report_contents(facts, report, rows, sizeof rows / sizeof *rows);
}
