/* content-foreign
 *
 * Looks for: simplified Chinese characters and phrases that no native writer
 *   would use, in Japanese mail.
 * Why it matters: Amazon's Japanese is written by native writers.
 * Stays quiet when: the mail is not Japanese, or the characters belong to a
 *   product's or person's name.
 * Known limits: weak: sellers' product titles are full of oddities. */
#include "checks/check.h"
#include "checks/content.h"

static const struct content_row rows[] = {
    {CONTENT_foreign_glyphs, OUTCOME_content_foreign__foreign_glyphs},
    {CONTENT_foreign_phrase, OUTCOME_content_foreign__foreign_phrase},
};

void check_content_foreign(const struct facts *facts, struct report *report) {
    report_contents(facts, report, rows, sizeof rows / sizeof *rows);
}
