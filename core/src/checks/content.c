/* content: see content.h. */
#include "checks/content.h"

#include "base/utf8.h"

enum { HIDDEN_BYTES_SHOWN = 200 };

static void report_content(const struct facts *facts, struct report *report,
                           const struct content_fact *content, enum outcome outcome) {
    struct str text =
        content->part == PART_SUBJECT ? facts_envelope(facts)->subject : facts->message->document.text;
    struct str words = str_slice(text, content->span.from, content->span.to);
    struct finding *finding = report_add(report, outcome);
    if (content->hidden_span.to > content->hidden_span.from) {
        words = str_slice(facts->message->document.hidden_text, content->hidden_span.from,
                          content->hidden_span.to);
        finding_argument(report, finding, "words",
                         str_slice(words, 0, utf8_floor(words, HIDDEN_BYTES_SHOWN)));
        finding_hidden(report, finding, content->hidden_span);
        return;
    }
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
