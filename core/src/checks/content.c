/* content: see content.h. */
#include "checks/content.h"

static void report_content(const struct facts *facts, struct report *report,
                           const struct content_fact *content, enum outcome outcome) {
    const struct str text =
        content->part == PART_SUBJECT ? facts_envelope(facts)->subject : facts->message->document.text;
    struct str words = str_slice(text, content->span.from, content->span.to);
    struct finding *finding = report_add(report, outcome);
    if (words.size == 0) return;
    finding_argument(report, finding, "words", words);
    if (content->part == PART_TEXT)
        finding_text(report, finding, content->span);
    else
        finding_header(report, finding, content->part, words);
}

void report_contents(const struct facts *facts, struct report *report, const struct content_row *rows,
                     size_t count) {
    for (size_t i = 0; i < facts->contents.size; i++)
        for (size_t row = 0; row < count; row++)
            if (facts->contents.at[i].sign == rows[row].sign)
                report_content(facts, report, &facts->contents.at[i], rows[row].outcome);
}
