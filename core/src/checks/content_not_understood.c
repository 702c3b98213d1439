/* content-not-understood
 *
 * Looks for: the first sentence that no genuine message is known to say, in a
 *   message that nothing proves and whose links all lead to Amazon.
 * Why it matters: whoever knows name and address can ask for anything in words,
 *   and no list of bad wishes is ever complete; so without proof only a message
 *   that is understood as a whole is called consistent.
 * Stays quiet when: Amazon is proven to have sent its own words, a link leads
 *   elsewhere (that settles it), or every sentence is known, a value under its
 *   label, a line of goods, or the text of a link to Amazon, and every picture is
 *   a drawing of Amazon's own (sellers put pictures of goods, with words, there too).
 * Known limits: genuine kinds that are not in core/data/sentences are never
 *   understood; their source or the message centre settles them. */
#include "checks/check.h"

void check_content_not_understood(const struct facts *facts, struct report *report) {
    const struct understood_facts *understood = &facts->understood;
    if (!understood->looked || understood->all || check_is_proven(facts)) return;
    if (understood->too_long) {
        report_add(report, OUTCOME_content_not_understood__too_long);
        return;
    }
    struct finding *finding =
        report_add(report, understood->picture ? OUTCOME_content_not_understood__unknown_picture
                                               : OUTCOME_content_not_understood__unknown_sentence);
    if (understood->picture) {
        finding_argument(report, finding, "source", str_slice(understood->words, 0, 400));
        return;
    }
    finding_argument(report, finding, "words", understood->words);
    if (understood->part != PART_TEXT)
        finding_header(report, finding, understood->part, understood->words);
    else if (understood->hidden)
        finding_hidden(report, finding, understood->span);
    else if (understood->span.to > understood->span.from)
        finding_text(report, finding, understood->span);
}
