/* bidi_sequence: what bidi.c and bidi_sequence.c share: classes, the text that is
 * being resolved, and one isolating run sequence of it (UAX 9, BD13). */
#ifndef HONMONO_DECODE_BIDI_BIDI_SEQUENCE_H
#define HONMONO_DECODE_BIDI_BIDI_SEQUENCE_H

#include "base/str.h"

struct arena;

enum bidi_class {
    CLASS_L,
    CLASS_R,
    CLASS_AL,
    CLASS_EN,
    CLASS_ES,
    CLASS_ET,
    CLASS_AN,
    CLASS_CS,
    CLASS_NSM,
    CLASS_BN,
    CLASS_B,
    CLASS_S,
    CLASS_WS,
    CLASS_ON,
    CLASS_LRE,
    CLASS_LRO,
    CLASS_RLE,
    CLASS_RLO,
    CLASS_PDF,
    CLASS_LRI,
    CLASS_RLI,
    CLASS_FSI,
    CLASS_PDI
};

enum { BIDI_NOWHERE = -1 };

static inline uint32_t bidi_bit(enum bidi_class one) { return (uint32_t)1 << one; }
static inline bool bidi_is_any(uint8_t one, uint32_t set) { return (set >> one & 1) != 0; }

#define BIDI_ISOLATES (bidi_bit(CLASS_LRI) | bidi_bit(CLASS_RLI) | bidi_bit(CLASS_FSI))
#define BIDI_EMBEDDINGS                                                                                      \
    (bidi_bit(CLASS_LRE) | bidi_bit(CLASS_RLE) | bidi_bit(CLASS_LRO) | bidi_bit(CLASS_RLO))
#define BIDI_REMOVED (BIDI_EMBEDDINGS | bidi_bit(CLASS_PDF) | bidi_bit(CLASS_BN)) /* X9 */
#define BIDI_NEUTRALS                                                                                        \
    (bidi_bit(CLASS_B) | bidi_bit(CLASS_S) | bidi_bit(CLASS_WS) | bidi_bit(CLASS_ON) | bidi_bit(CLASS_PDI) | \
     BIDI_ISOLATES)

struct bidi_work {
    struct arena *arena;
    size_t size;
    const uint32_t *code_points;
    uint8_t *originals, *classes, *levels;
    int32_t *matches; /* BD9: of an isolate its PDI, of a PDI its isolate; BIDI_NOWHERE */
    uint8_t base;
};

struct bidi_sequence {
    struct bidi_work *work;
    const uint32_t *at; /* places in the text */
    size_t size;
    uint8_t sos, eos; /* CLASS_L or CLASS_R */
    uint8_t level;
};

/* Room for size + 1 numbers each, for the brackets. */
struct bidi_room {
    uint32_t *pairs, *with, *against;
};

/* W1-W7, N0-N2, I1 and I2: from classes to levels. */
void bidi_sequence_resolve(const struct bidi_sequence *sequence, struct bidi_room room);

#endif
