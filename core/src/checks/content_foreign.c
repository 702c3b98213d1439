/* content-foreign
 *
 * Looks for: simplified Chinese characters and phrases that no native writer
 *   would use, in Japanese mail; words in which letters of another script stand
 *   among Latin ones, in any mail.
 * Why it matters: Amazon's texts are written by native writers, and letters are
 *   only exchanged to get past filters.
 * Stays quiet when: the mail is not Japanese, or the characters belong to a
 *   product's or person's name.
 * Known limits: weak: sellers' product titles are full of oddities. */
#include "checks/check.h"
#include "checks/content.h"

static const struct content_row rows[] = {
    {CONTENT_foreign_glyphs, OUTCOME_content_foreign__foreign_glyphs},
    {CONTENT_foreign_phrase, OUTCOME_content_foreign__foreign_phrase},
    {CONTENT_look_alike_letters, OUTCOME_content_foreign__look_alike_letters},
};

void check_content_foreign(const struct facts *facts, struct report *report) {
    report_contents(facts, report, rows, sizeof rows / sizeof *rows);
}
