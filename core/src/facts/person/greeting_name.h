/* greeting_name: is this a name, or words that fit everybody?
 *
 * In: a piece of a folded line. Out: yes or no, by its letters and by the lists
 * of core/data/phrases (greetings.tsv). */
#ifndef HONMONO_FACTS_PERSON_GREETING_NAME_H
#define HONMONO_FACTS_PERSON_GREETING_NAME_H

#include "text/line.h"

struct salutation {
    struct str text;
    bool strict; /* also an ordinary word: counts only before a short name */
};
extern const struct salutation GREETING_SALUTATIONS[];
extern const size_t GREETING_SALUTATION_COUNT;

bool greeting_is_salutation(struct str name);
/* "valued customer", "Amazon Kunde": begins with or holds generic words. */
bool greeting_is_generic(struct str name);
/* Shaped like a name: kanji and kana of a name's length, or capitalised words. */
bool greeting_is_name(const struct line *line, struct str name);
bool greeting_has_letter(struct str text);
/* The word "name" itself, as forms and articles print it. */
bool greeting_is_field_title(struct str name);
/* "and welcome", "this is": ordinary words. */
bool greeting_has_ordinary_word(struct str name);

#endif
