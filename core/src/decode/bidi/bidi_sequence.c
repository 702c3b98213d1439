/* bidi_sequence: see bidi_sequence.h; the names of rules are those of UAX 9. */
#include "decode/bidi/bidi_sequence.h"

#define BIDI_TABLE_BRACKETS
#include "data/bidi.inc"

enum { BRACKETS_MAX = 63 }; /* BD16 */

static uint8_t *class_at(const struct bidi_sequence *sequence, size_t i) {
    return &sequence->work->classes[sequence->at[i]];
}

/* W1-W3: marks take their base, numbers behind Arabic are Arabic. */
static void resolve_marks(const struct bidi_sequence *sequence) {
    uint8_t before = sequence->sos, strong = sequence->sos;
    for (size_t i = 0; i < sequence->size; i++) {
        uint8_t *one = class_at(sequence, i);
        bool isolating =
            bidi_is_any(sequence->work->originals[sequence->at[i]], BIDI_ISOLATES | bidi_bit(CLASS_PDI));
        if (*one == CLASS_NSM) *one = before;
        before = isolating && bidi_is_any(*one, BIDI_NEUTRALS) ? CLASS_ON : *one;
        if (*one == CLASS_L || *one == CLASS_R || *one == CLASS_AL) strong = *one;
        if (*one == CLASS_EN && strong == CLASS_AL) *one = CLASS_AN;
    }
    for (size_t i = 0; i < sequence->size; i++)
        if (*class_at(sequence, i) == CLASS_AL) *class_at(sequence, i) = CLASS_R;
}

/* W4: one sign between two numbers of a kind. */
static void resolve_separators(const struct bidi_sequence *sequence) {
    for (size_t i = 1; i + 1 < sequence->size; i++) {
        uint8_t *one = class_at(sequence, i);
        uint8_t before = *class_at(sequence, i - 1), behind = *class_at(sequence, i + 1);
        if (before != behind) continue;
        if (*one == CLASS_ES && before == CLASS_EN) *one = CLASS_EN;
        if (*one == CLASS_CS && (before == CLASS_EN || before == CLASS_AN)) *one = before;
    }
}

/* W5, W6: signs beside a European number belong to it, the others are neutral. */
static void resolve_terminators(const struct bidi_sequence *sequence) {
    for (size_t i = 0; i < sequence->size;) {
        if (*class_at(sequence, i) != CLASS_ET) {
            i++;
            continue;
        }
        size_t end = i;
        while (end < sequence->size && *class_at(sequence, end) == CLASS_ET) end++;
        bool number = (i > 0 && *class_at(sequence, i - 1) == CLASS_EN) ||
                      (end < sequence->size && *class_at(sequence, end) == CLASS_EN);
        for (; i < end; i++) *class_at(sequence, i) = number ? CLASS_EN : CLASS_ON;
    }
    for (size_t i = 0; i < sequence->size; i++) {
        uint8_t *one = class_at(sequence, i);
        if (*one == CLASS_ES || *one == CLASS_CS) *one = CLASS_ON;
    }
}

/* W7: numbers behind Latin are as Latin. */
static void resolve_numbers(const struct bidi_sequence *sequence) {
    uint8_t strong = sequence->sos;
    for (size_t i = 0; i < sequence->size; i++) {
        uint8_t *one = class_at(sequence, i);
        if (*one == CLASS_L || *one == CLASS_R) strong = *one;
        if (*one == CLASS_EN && strong == CLASS_L) *one = CLASS_L;
    }
}

/* What a character is to the neutrals beside it: L, R, or neutral. */
static uint8_t side_of(uint8_t one) {
    if (one == CLASS_EN || one == CLASS_AN || one == CLASS_R) return CLASS_R;
    return one == CLASS_L ? CLASS_L : CLASS_ON;
}

struct pair {
    uint32_t opening, closing; /* in the sequence */
};

static const uint16_t *find_bracket(uint32_t code_point, int column) {
    for (size_t i = 0; i < sizeof BIDI_BRACKETS / sizeof *BIDI_BRACKETS; i++)
        if (BIDI_BRACKETS[i][column] == code_point) return BIDI_BRACKETS[i];
    return NULL;
}

/* A bracket below U+3100 or in the forms for East Asian text; all others have none. */
static bool may_be_bracket(uint32_t c) {
    if (c < 0x80) return c == '(' || c == ')' || c == '[' || c == ']' || c == '{' || c == '}';
    return (c >= 0x0F3A && c <= 0x301B) || (c >= 0xFE59 && c <= 0xFF63);
}

/* BD16; `pairs` gets for every opening bracket its closing one, + 1. */
static void pair_brackets(const struct bidi_sequence *sequence, uint32_t *pairs) {
    struct {
        uint32_t canonical, at;
    } open[BRACKETS_MAX];
    size_t depth = 0;
    for (size_t i = 0; i < sequence->size; i++) {
        pairs[i] = 0;
        uint32_t c = sequence->work->code_points[sequence->at[i]];
        if (*class_at(sequence, i) != CLASS_ON || !may_be_bracket(c)) continue;
        const uint16_t *bracket = find_bracket(c, 0);
        if (bracket) {
            if (depth == BRACKETS_MAX) {
                /* "stop processing BD16": what was paired stays, nothing more is */
                for (size_t k = i; k < sequence->size; k++) pairs[k] = 0;
                return;
            }
            open[depth].canonical = bracket[2];
            open[depth++].at = (uint32_t)i;
            continue;
        }
        bracket = find_bracket(c, 1);
        if (!bracket) continue;
        for (size_t k = depth; k-- > 0;) {
            if (open[k].canonical != bracket[2]) continue;
            pairs[open[k].at] = (uint32_t)i + 1;
            depth = k;
            break;
        }
    }
}

static uint8_t embedding_of(const struct bidi_sequence *sequence) {
    return sequence->level & 1 ? CLASS_R : CLASS_L;
}

/* A bracket takes the direction, and the marks behind it (N0, last note). */
static void set_bracket(const struct bidi_sequence *sequence, size_t i, uint8_t direction) {
    *class_at(sequence, i) = direction;
    for (size_t k = i + 1; k < sequence->size; k++) {
        uint8_t original = sequence->work->originals[sequence->at[k]];
        if (original != CLASS_NSM) break;
        *class_at(sequence, k) = direction;
    }
}

/* N0. What stands inside a pair is looked up in running counts, so that nested
 * brackets do not read their content again and again: `with[i]` and
 * `against[i]` count sides of the embedding's direction and the other before place i, as they were before
 * any bracket; brackets that got a direction are inside only one another. */
static void resolve_brackets(const struct bidi_sequence *sequence, struct bidi_room room) {
    uint8_t embedding = embedding_of(sequence);
    uint8_t opposite = embedding == CLASS_R ? CLASS_L : CLASS_R;
    bool any = false;
    pair_brackets(sequence, room.pairs);
    room.with[0] = room.against[0] = 0;
    for (size_t i = 0; i < sequence->size; i++) {
        uint8_t side = side_of(*class_at(sequence, i));
        room.with[i + 1] = room.with[i] + (side == embedding);
        room.against[i + 1] = room.against[i] + (side == opposite);
        any = any || room.pairs[i];
    }
    if (!any) return;
    uint8_t context = sequence->sos;
    for (size_t i = 0; i < sequence->size; i++) {
        if (room.pairs[i]) {
            size_t closing = room.pairs[i] - 1;
            bool with = room.with[closing] > room.with[i + 1];
            bool against = room.against[closing] > room.against[i + 1];
            uint8_t direction = with      ? embedding
                                : against ? (context == opposite ? opposite : embedding)
                                          : CLASS_ON;
            if (direction != CLASS_ON) {
                set_bracket(sequence, i, direction);
                set_bracket(sequence, closing, direction);
            }
        }
        uint8_t side = side_of(*class_at(sequence, i));
        if (side != CLASS_ON) context = side;
    }
}

/* N1, N2 */
static void resolve_neutrals(const struct bidi_sequence *sequence) {
    uint8_t before = sequence->sos, embedding = embedding_of(sequence);
    for (size_t i = 0; i < sequence->size;) {
        uint8_t one = *class_at(sequence, i);
        if (!bidi_is_any(one, BIDI_NEUTRALS)) {
            before = side_of(one);
            i++;
            continue;
        }
        size_t end = i;
        while (end < sequence->size && bidi_is_any(*class_at(sequence, end), BIDI_NEUTRALS)) end++;
        uint8_t behind = end < sequence->size ? side_of(*class_at(sequence, end)) : sequence->eos;
        uint8_t direction = before == behind ? before : embedding;
        for (; i < end; i++) *class_at(sequence, i) = direction;
    }
}

/* I1, I2 */
static void raise_levels(const struct bidi_sequence *sequence) {
    for (size_t i = 0; i < sequence->size; i++) {
        uint8_t *level = &sequence->work->levels[sequence->at[i]];
        uint8_t one = *class_at(sequence, i);
        if (*level & 1)
            *level = (uint8_t)(*level + (one != CLASS_R));
        else
            *level = (uint8_t)(*level + (one == CLASS_R ? 1 : one == CLASS_L ? 0 : 2));
    }
}

void bidi_sequence_resolve(const struct bidi_sequence *sequence, struct bidi_room room) {
    resolve_marks(sequence);
    resolve_separators(sequence);
    resolve_terminators(sequence);
    resolve_numbers(sequence);
    resolve_brackets(sequence, room);
    resolve_neutrals(sequence);
    raise_levels(sequence);
}
