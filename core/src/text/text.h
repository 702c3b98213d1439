/* text: what stands where in the words of a message, found before any fact.
 *
 * In: a message, and which of its envelopes is judged. Out: the phrases of the
 * subject and of the visible text by their meaning (words.h), and every place
 * where the brand is named, however it is spelt (brand_words.h). Facts ask for
 * meanings and places, and never fold or search the same text again. */
#ifndef HONMONO_TEXT_TEXT_H
#define HONMONO_TEXT_TEXT_H

#include "read/message.h"
#include "text/words.h"

enum text_part {
    PART_FROM,
    PART_TO,
    PART_DATE,
    PART_SUBJECT,
    PART_HEADER,
    PART_TEXT,
    PART_LINK,
    PART_ATTACHMENT
};

/* ---- brand in words (text/brand_words.c) ---- */

enum brand_spelling {
    SPELLING_PLAIN,      /* Amazon, AMAZON, アマゾン, full-width, prime and the like */
    SPELLING_LOOK_ALIKE, /* letters of other scripts or digits: Аmazon, AMAZ0N, 𝐀mazon */
    SPELLING_SPLIT,      /* A m a z o n, A-mazon, zero-width characters inside */
    SPELLING_MISSPELT    /* Amazom, Amazone, Amozon */
};

struct brand_word {
    enum text_part part; /* PART_FROM: a display name; PART_SUBJECT; PART_TEXT */
    struct span span;    /* PART_TEXT: of document.text; else of the header's decoded text */
    struct str word;     /* as written */
    enum brand_spelling spelling;
    bool image; /* alternative text of an image */
    bool hint;  /* names a service (Prime membership ...), not the brand itself */
};

struct text {
    struct words words, subject_words; /* of document.text, and of the subject that is judged */
    struct {
        LIST(struct brand_word);
    } brand_words; /* From names, subject, text; then what hints at the brand */
};

void text_read(struct arena *arena, const struct message *message, const struct envelope *envelope,
               struct text *out);

#endif
