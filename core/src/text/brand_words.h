/* brand_words: every spelling of the brand's name, in From names, subject and text.
 *
 * brand_words.c runs over the texts and asks brand_words_match.c, which holds the
 * rules: in, folded characters and where the name could begin; out, how it is
 * spelt and where it ends. */
#ifndef HONMONO_TEXT_BRAND_WORDS_H
#define HONMONO_TEXT_BRAND_WORDS_H

#include "brand/brand_names.h"
#include "text/fold.h"
#include "text/text.h"

/* Fills text->brand_words: of From names and subject at once, of the document's
 * text while it is folded, unit by unit. The subject's words must be there at the
 * start, the text's at the end. NULL: no memory. */
struct brand_reader;
struct brand_reader *brand_words_start(struct arena *arena, const struct document *document,
                                       const struct envelope *envelope, struct text *text);
void brand_words_take(struct brand_reader *reader, const struct fold_unit *unit);
/* The small letters that follow a Latin one (fold_small_letters). */
void brand_words_take_letters(struct brand_reader *reader, struct span letters);
void brand_words_end(struct brand_reader *reader, const struct document *document, struct text *text);

struct brand_unit {
    uint32_t from, to;
    uint32_t folded; /* first code point of what it folds to */
    enum fold_kind kind;
    enum fold_style style;
    char letter;
    bool upper;
};

/* No spelling looks further than this many characters. */
#define BRAND_UNITS_MAX 96u

struct brand_match {
    bool found; /* false: these units were read and are no name of the brand */
    size_t end; /* unit after the last one */
    enum brand_spelling spelling;
};

/* True when the units from `at` on were recognised as the name, or as a word
 * that only begins like it. */
bool brand_match_at(const struct brand_unit *units, size_t size, size_t at, struct brand_match *out);

/* A kana that the name can begin with, whatever its size. */
static inline bool brand_kana_begins(uint32_t kana) {
    return kana == 0x30A2 || kana == 0x30A1 || kana == 0x3042 || kana == 0x3041;
}

/* A character of another script that the name can begin with. */
static inline bool brand_script_begins(uint32_t c) {
    static const uint32_t NAMES[][BRAND_SCRIPT_POINTS_MAX] = {BRAND_SCRIPT_POINTS};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (NAMES[i][0] == c) return true;
    return false;
}

/* True when the Latin word (lower case) is one slip away from "amazon"; in
 * `*needs_context` whether it is also a word of its own. */
bool brand_is_slip(struct str word, bool *needs_context);

#endif
