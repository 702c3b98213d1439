/* content-placeholder
 *
 * Looks for: template fields that were never filled in ([RECEIVER_ADDRESS],
 *   ##email##, {{name}}).
 * Why it matters: they are the work of a mass mailer that broke.
 * Stays quiet when: brackets hold ordinary words.
 * Known limits: a template field in a greeting is greeting-generic's. */
#include "checks/check.h"
#include "checks/content.h"

static const struct content_row rows[] = {
    {CONTENT_placeholder, OUTCOME_content_placeholder__placeholder},
};

void check_content_placeholder(const struct facts *facts, struct report *report) {
    report_contents(facts, report, rows, sizeof rows / sizeof *rows);
}
