/* brand-spelling
 *
 * Looks for: Amazon's name in letters of other scripts or digits (AMAZ0N,
 *   Cyrillic, mathematical letters), pulled apart (A m a z o n), or misspelt.
 * Why it matters: filters look for the name; whoever hides it from them does not
 *   hide it from people. Amazon writes its own name right.
 * Stays quiet when: the name is written in full-width or katakana letters, as
 *   people in Japan do, or another word only resembles it (Amazonas).
 * Known limits: a pasted text may have lost a letter; one such sign alone is
 *   "suspicious", not "fake". */
#include "checks/check.h"

void check_brand_spelling(const struct facts *facts, struct report *report) {
    static const enum outcome outcomes[] = {
        [SPELLING_LOOK_ALIKE] = OUTCOME_brand_spelling__look_alike,
        [SPELLING_SPLIT] = OUTCOME_brand_spelling__split,
        [SPELLING_MISSPELT] = OUTCOME_brand_spelling__misspelt,
    };
    for (size_t i = 0; i < facts->text.brand_words.size; i++) {
        const struct brand_word *word = &facts->text.brand_words.at[i];
        if (word->spelling == SPELLING_PLAIN) continue;
        struct finding *finding = report_add(report, outcomes[word->spelling]);
        finding_argument(report, finding, "word", word->word);
        if (word->part == PART_TEXT)
            finding_text(report, finding, word->span);
        else
            finding_header(report, finding, word->part, word->word);
    }
}
