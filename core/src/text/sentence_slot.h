/* sentence_slot: what may stand in a slot of a known sentence.
 *
 * In: letters and digits (seen.h) from where the slot begins. Out: how many
 * bytes of them it takes. Free slots (person, place, device, area, goods) are bounded
 * and hold nothing that asks: see sentence_slot_is_free(). */
#ifndef HONMONO_TEXT_SENTENCE_SLOT_H
#define HONMONO_TEXT_SENTENCE_SLOT_H

#include "base/str.h"

enum sentence_slot {
    SENTENCE_SLOT_NONE,
    SENTENCE_SLOT_ORDER,
    SENTENCE_SLOT_COUNT,
    SENTENCE_SLOT_YEAR,
    SENTENCE_SLOT_CODE,
    SENTENCE_SLOT_PRICE,
    SENTENCE_SLOT_WHEN,
    SENTENCE_SLOT_PERSON,
    SENTENCE_SLOT_PLACE,
    SENTENCE_SLOT_PREFECTURE,
    SENTENCE_SLOT_DEVICE,
    SENTENCE_SLOT_AREA,
    SENTENCE_SLOT_GOODS
};

/* A slot whose end is where its form ends: bytes taken, 0 when it is not one. */
size_t sentence_slot_take(enum sentence_slot slot, struct str rest);

/* A free slot ends where the sentence goes on, at most so many bytes further;
 * 0 for the other slots. */
size_t sentence_slot_bytes_max(enum sentence_slot slot);

/* May it stand in a free slot? `letters` as in seen.h, `source` as written. */
bool sentence_slot_is_free(enum sentence_slot slot, struct str letters, struct str source);

/* An address of a link that is its own text: does it say anything but where? */
bool sentence_slot_is_address(struct str letters, struct str source);

/* Holds a word of data/sentences/asking.txt. `source`: for where words end. */
bool sentence_slot_asks(struct str letters, struct str source);
/* The same of what stood in several slots, one after the other: there short words
 * arise by chance. */
bool sentence_slot_asks_together(struct str letters, struct str source);

#endif
