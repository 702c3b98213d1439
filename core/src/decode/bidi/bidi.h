/* bidi: in which order a line of text is drawn (UAX 9).
 *
 * In: one paragraph of well-formed UTF-8 and the direction of its line. Out: the
 * same characters in the order in which they are drawn, from left to right.
 * Levels, overrides, isolates, brackets, weak and neutral types as in UAX 9, up
 * to its depth of 125; L1 for one line; nothing is mirrored (L4), because what
 * is asked is where letters and digits stand. Linear; 12 bytes a character. */
#ifndef HONMONO_DECODE_BIDI_BIDI_H
#define HONMONO_DECODE_BIDI_BIDI_H

#include "base/str.h"

struct arena;

enum bidi_direction {
    BIDI_LEFT_TO_RIGHT,
    BIDI_RIGHT_TO_LEFT,
    BIDI_AUTO /* of the first strong character, else left to right (P2, P3) */
};

struct bidi_text {
    size_t size;           /* characters */
    uint32_t *code_points; /* as written */
    uint8_t *levels;       /* resolved, by character; controls have one too */
    uint8_t base;          /* 0 or 1 */
};

/* Resolves the levels of one paragraph: text without a paragraph separator but at
 * its end. False without memory. */
bool bidi_resolve(struct arena *arena, struct str text, enum bidi_direction direction, struct bidi_text *out);

/* The order in which the characters are drawn: `order[i]` is the place in the
 * text of the i-th from the left. NULL without memory. */
uint32_t *bidi_order(struct arena *arena, const struct bidi_text *text);

/* A letter or digit: what a person would read in another order. */
bool bidi_is_letter(uint32_t code_point);

/* Is the text drawn in the order in which it would be without its controls, in a
 * line that takes its direction from its letters? Letters and digits count, signs
 * and blanks do not. `drawn` (may be NULL) gets what is drawn when it is not,
 * without controls, "" otherwise. */
bool bidi_is_natural(struct arena *arena, struct str text, enum bidi_direction direction, struct str *drawn);

/* Cheap: may the text be drawn in another order than it is written? False when it
 * holds no letter from right to left and no control. */
bool bidi_may_turn(struct str text);

#endif
