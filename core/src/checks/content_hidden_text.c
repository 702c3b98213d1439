/* content-hidden-text
 *
 * Looks for: text that nobody sees (no size, no contrast, off the screen) and
 *   sentences torn by random words.
 * Why it matters: it is there for filters, not for people.
 * Stays quiet when: it is padding, or a preview line that repeats what is seen.
 * Known limits: newsletters hide copies for small screens; weak. */
#include "checks/check.h"
#include "checks/content.h"

static const struct content_row rows[] = {
    {CONTENT_invisible_text, OUTCOME_content_hidden_text__invisible_text},
    {CONTENT_word_salad, OUTCOME_content_hidden_text__word_salad},
};

void check_content_hidden_text(const struct facts *facts, struct report *report) {
    report_contents(facts, report, rows, sizeof rows / sizeof *rows);
}
