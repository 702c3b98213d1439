/* bidi: see bidi.h. The names of rules (X1, W4 ...) are those of UAX 9. */
#include "decode/bidi.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "decode/unicode.h"

#include "data/bidi.inc"

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

enum { DEPTH_MAX = 125, BRACKETS_MAX = 63, NOWHERE = -1 }; /* BD2, BD16 */

static enum bidi_class class_of(uint32_t code_point) {
    size_t low = 0, high = sizeof BIDI_RANGES / sizeof *BIDI_RANGES;
    if (code_point < 0x80 && ((code_point | 0x20) - 'a') < 26) return CLASS_L;
    if (code_point >= 0x3041 && code_point <= 0x9FFF && code_point < 0x3099) return CLASS_L;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (BIDI_RANGES[middle] >> 5 <= code_point)
            low = middle;
        else
            high = middle;
    }
    return (enum bidi_class)(BIDI_RANGES[low] & 31);
}

static uint32_t bit(enum bidi_class one) { return (uint32_t)1 << one; }
static bool is_any(uint8_t one, uint32_t set) { return (set >> one & 1) != 0; }

#define ISOLATES (bit(CLASS_LRI) | bit(CLASS_RLI) | bit(CLASS_FSI))
#define EMBEDDINGS (bit(CLASS_LRE) | bit(CLASS_RLE) | bit(CLASS_LRO) | bit(CLASS_RLO))
#define REMOVED (EMBEDDINGS | bit(CLASS_PDF) | bit(CLASS_BN)) /* X9 */
#define NEUTRALS (bit(CLASS_B) | bit(CLASS_S) | bit(CLASS_WS) | bit(CLASS_ON) | bit(CLASS_PDI) | ISOLATES)

struct work {
    struct arena *arena;
    size_t size;
    const uint32_t *code_points;
    uint8_t *originals, *classes, *levels;
    int32_t *matches; /* BD9: of an isolate its PDI, of a PDI its isolate; NOWHERE */
    uint8_t base;
};

/* ---- P and X: explicit levels ---- */

/* BD9, for all of them in one pass. */
static void match_isolates(struct work *work, int32_t *open) {
    size_t depth = 0;
    for (size_t i = 0; i < work->size; i++) {
        work->matches[i] = NOWHERE;
        if (is_any(work->originals[i], ISOLATES)) {
            open[depth++] = (int32_t)i;
        } else if (work->originals[i] == CLASS_PDI && depth > 0) {
            int32_t opener = open[--depth];
            work->matches[opener] = (int32_t)i;
            work->matches[i] = opener;
        }
    }
}

/* P2, P3: the level that the first strong character of [from, to) gives, skipping
 * isolates. */
static uint8_t level_of_first(const struct work *work, size_t from, size_t to, uint8_t otherwise) {
    for (size_t i = from; i < to; i++) {
        uint8_t one = work->originals[i];
        if (one == CLASS_L) return 0;
        if (one == CLASS_R || one == CLASS_AL) return 1;
        if (!is_any(one, ISOLATES)) continue;
        if (work->matches[i] == NOWHERE) break;
        i = (size_t)work->matches[i];
    }
    return otherwise;
}

struct entry {
    uint8_t level, override; /* CLASS_ON: neutral */
    bool isolate;
};

struct directions {
    struct entry at[DEPTH_MAX + 2];
    size_t size, isolates, overflow_isolates, overflow_embeddings;
};

static uint8_t next_level(uint8_t level, bool right) {
    return (uint8_t)(right ? (level + 1) | 1 : (level + 2) & ~1);
}

static void push(struct directions *stack, bool right, uint8_t override, bool isolate) {
    uint8_t level = next_level(stack->at[stack->size - 1].level, right);
    if (level <= DEPTH_MAX && !stack->overflow_isolates && !stack->overflow_embeddings) {
        stack->at[stack->size++] = (struct entry){level, override, isolate};
        stack->isolates += isolate;
    } else if (isolate) {
        stack->overflow_isolates++;
    } else if (!stack->overflow_isolates) {
        stack->overflow_embeddings++;
    }
}

/* X5a-X5c. An unmatched isolate reaches to the end. */
static void take_isolate(struct work *work, struct directions *stack, size_t i) {
    const struct entry *top = &stack->at[stack->size - 1];
    work->levels[i] = top->level;
    if (top->override != CLASS_ON) work->classes[i] = top->override;
    bool right = work->originals[i] == CLASS_RLI;
    if (work->originals[i] == CLASS_FSI) {
        size_t end = work->matches[i] == NOWHERE ? work->size : (size_t)work->matches[i];
        right = level_of_first(work, i + 1, end, 0) == 1;
    }
    push(stack, right, CLASS_ON, true);
}

/* X6a */
static void take_pdi(struct work *work, struct directions *stack, size_t i) {
    if (stack->overflow_isolates) {
        stack->overflow_isolates--;
    } else if (stack->isolates) {
        stack->overflow_embeddings = 0;
        while (!stack->at[stack->size - 1].isolate) stack->size--;
        stack->size--;
        stack->isolates--;
    }
    const struct entry *top = &stack->at[stack->size - 1];
    work->levels[i] = top->level;
    if (top->override != CLASS_ON) work->classes[i] = top->override;
}

/* X7 */
static void take_pdf(struct directions *stack) {
    if (stack->overflow_isolates) return;
    if (stack->overflow_embeddings)
        stack->overflow_embeddings--;
    else if (stack->size >= 2 && !stack->at[stack->size - 1].isolate)
        stack->size--;
}

static void find_explicit_levels(struct work *work) {
    struct directions stack = {.at = {{work->base, CLASS_ON, false}}, .size = 1};
    for (size_t i = 0; i < work->size; i++) {
        const struct entry *top = &stack.at[stack.size - 1];
        enum bidi_class one = (enum bidi_class)work->originals[i];
        switch (one) {
        case CLASS_RLE:
        case CLASS_LRE:
        case CLASS_RLO:
        case CLASS_LRO:
            work->levels[i] = top->level;
            push(&stack, one == CLASS_RLE || one == CLASS_RLO,
                 one == CLASS_RLO   ? CLASS_R
                 : one == CLASS_LRO ? CLASS_L
                                    : CLASS_ON,
                 false);
            break;
        case CLASS_PDF:
            take_pdf(&stack);
            work->levels[i] = stack.at[stack.size - 1].level;
            break;
        case CLASS_LRI:
        case CLASS_RLI:
        case CLASS_FSI:
            take_isolate(work, &stack, i);
            break;
        case CLASS_PDI:
            take_pdi(work, &stack, i);
            break;
        case CLASS_B:
            work->levels[i] = work->base;
            break;
        case CLASS_BN:
            work->levels[i] = top->level;
            break;
        default:
            work->levels[i] = top->level;
            if (top->override != CLASS_ON) work->classes[i] = top->override;
        }
    }
}

/* ---- one isolating run sequence (BD13): its characters, controls left out ---- */

struct sequence {
    struct work *work;
    const uint32_t *at; /* places in the text */
    size_t size;
    uint8_t sos, eos; /* CLASS_L or CLASS_R */
    uint8_t level;
};

static uint8_t *class_at(const struct sequence *sequence, size_t i) {
    return &sequence->work->classes[sequence->at[i]];
}

/* W1-W3: marks take their base, numbers behind Arabic are Arabic. */
static void resolve_marks(const struct sequence *sequence) {
    uint8_t before = sequence->sos, strong = sequence->sos;
    for (size_t i = 0; i < sequence->size; i++) {
        uint8_t *one = class_at(sequence, i);
        bool isolating = is_any(sequence->work->originals[sequence->at[i]], ISOLATES | bit(CLASS_PDI));
        if (*one == CLASS_NSM) *one = before;
        before = isolating && is_any(*one, NEUTRALS) ? CLASS_ON : *one;
        if (*one == CLASS_L || *one == CLASS_R || *one == CLASS_AL) strong = *one;
        if (*one == CLASS_EN && strong == CLASS_AL) *one = CLASS_AN;
    }
    for (size_t i = 0; i < sequence->size; i++)
        if (*class_at(sequence, i) == CLASS_AL) *class_at(sequence, i) = CLASS_R;
}

/* W4: one sign between two numbers of a kind. */
static void resolve_separators(const struct sequence *sequence) {
    for (size_t i = 1; i + 1 < sequence->size; i++) {
        uint8_t *one = class_at(sequence, i);
        uint8_t before = *class_at(sequence, i - 1), behind = *class_at(sequence, i + 1);
        if (before != behind) continue;
        if (*one == CLASS_ES && before == CLASS_EN) *one = CLASS_EN;
        if (*one == CLASS_CS && (before == CLASS_EN || before == CLASS_AN)) *one = before;
    }
}

/* W5, W6: signs beside a European number belong to it, the others are neutral. */
static void resolve_terminators(const struct sequence *sequence) {
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
static void resolve_numbers(const struct sequence *sequence) {
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

/* BD16; `mine` gets for every opening bracket its closing one, + 1. */
static void pair_brackets(const struct sequence *sequence, uint32_t *mine) {
    struct {
        uint32_t canonical, at;
    } open[BRACKETS_MAX];
    size_t depth = 0;
    for (size_t i = 0; i < sequence->size; i++) {
        mine[i] = 0;
        uint32_t c = sequence->work->code_points[sequence->at[i]];
        if (*class_at(sequence, i) != CLASS_ON || !may_be_bracket(c)) continue;
        const uint16_t *bracket = find_bracket(c, 0);
        if (bracket) {
            if (depth == BRACKETS_MAX) {
                /* "stop processing BD16": what was paired stays, nothing more is */
                for (size_t k = i; k < sequence->size; k++) mine[k] = 0;
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
            mine[open[k].at] = (uint32_t)i + 1;
            depth = k;
            break;
        }
    }
}

static uint8_t embedding_of(const struct sequence *sequence) {
    return sequence->level & 1 ? CLASS_R : CLASS_L;
}

/* A bracket takes the direction, and the marks behind it (N0, last note). */
static void set_bracket(const struct sequence *sequence, size_t i, uint8_t direction) {
    *class_at(sequence, i) = direction;
    for (size_t k = i + 1; k < sequence->size; k++) {
        uint8_t original = sequence->work->originals[sequence->at[k]];
        if (original != CLASS_NSM) break;
        *class_at(sequence, k) = direction;
    }
}

/* N0. What stands inside a pair is looked up in running counts, so that nested
 * brackets do not read their content again and again: `strong[i]` counts sides of
 * the embedding's direction and against it before place i, as they were before
 * any bracket; brackets that got a direction are inside only one another. */
struct counts {
    uint32_t *with, *against;
};

static void resolve_brackets(const struct sequence *sequence, uint32_t *mine, struct counts counts) {
    uint8_t embedding = embedding_of(sequence);
    uint8_t opposite = embedding == CLASS_R ? CLASS_L : CLASS_R;
    bool any = false;
    pair_brackets(sequence, mine);
    counts.with[0] = counts.against[0] = 0;
    for (size_t i = 0; i < sequence->size; i++) {
        uint8_t side = side_of(*class_at(sequence, i));
        counts.with[i + 1] = counts.with[i] + (side == embedding);
        counts.against[i + 1] = counts.against[i] + (side == opposite);
        any = any || mine[i];
    }
    if (!any) return;
    uint8_t context = sequence->sos;
    for (size_t i = 0; i < sequence->size; i++) {
        if (mine[i]) {
            size_t closing = mine[i] - 1;
            bool with = counts.with[closing] > counts.with[i + 1];
            bool against = counts.against[closing] > counts.against[i + 1];
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
static void resolve_neutrals(const struct sequence *sequence) {
    uint8_t before = sequence->sos, embedding = embedding_of(sequence);
    for (size_t i = 0; i < sequence->size;) {
        uint8_t one = *class_at(sequence, i);
        if (!is_any(one, NEUTRALS)) {
            before = side_of(one);
            i++;
            continue;
        }
        size_t end = i;
        while (end < sequence->size && is_any(*class_at(sequence, end), NEUTRALS)) end++;
        uint8_t behind = end < sequence->size ? side_of(*class_at(sequence, end)) : sequence->eos;
        uint8_t direction = before == behind ? before : embedding;
        for (; i < end; i++) *class_at(sequence, i) = direction;
    }
}

/* I1, I2 */
static void raise_levels(const struct sequence *sequence) {
    for (size_t i = 0; i < sequence->size; i++) {
        uint8_t *level = &sequence->work->levels[sequence->at[i]];
        uint8_t one = *class_at(sequence, i);
        if (*level & 1)
            *level = (uint8_t)(*level + (one != CLASS_R));
        else
            *level = (uint8_t)(*level + (one == CLASS_R ? 1 : one == CLASS_L ? 0 : 2));
    }
}

/* ---- X10: the sequences ---- */

struct run {
    uint32_t from, to; /* of the list of characters that are not removed */
};

struct sequences {
    const uint8_t *explicit_levels; /* those of X1-X8, which the borders of runs are judged by */
    uint32_t *kept;                 /* places of characters that X9 leaves */
    size_t kept_size;
    struct run *runs;
    size_t runs_size;
    uint32_t *places; /* of one sequence */
    uint32_t *mine;
    struct counts counts;
};

static uint8_t direction_of(uint8_t level) { return level & 1 ? CLASS_R : CLASS_L; }

static uint8_t higher(uint8_t left, uint8_t right) { return left > right ? left : right; }

static void resolve_sequence(struct work *work, const struct sequences *all, size_t first, size_t last,
                             size_t size) {
    const uint8_t *levels = all->explicit_levels;
    size_t from = all->runs[first].from, to = all->runs[last].to;
    uint8_t level = levels[all->places[0]];
    uint8_t before = from > 0 ? levels[all->kept[from - 1]] : work->base;
    uint32_t end = all->places[size - 1];
    bool open = is_any(work->originals[end], ISOLATES) && work->matches[end] == NOWHERE;
    uint8_t behind = !open && to < all->kept_size ? levels[all->kept[to]] : work->base;
    struct sequence sequence = {
        work, all->places, size, direction_of(higher(before, level)), direction_of(higher(behind, level)),
        level};
    resolve_marks(&sequence);
    resolve_separators(&sequence);
    resolve_terminators(&sequence);
    resolve_numbers(&sequence);
    resolve_brackets(&sequence, all->mine, all->counts);
    resolve_neutrals(&sequence);
    raise_levels(&sequence);
}

static bool resolve_sequences(struct work *work, const uint8_t *explicit_levels) {
    struct sequences all = {.explicit_levels = explicit_levels,
                            .kept = arena_array(work->arena, work->size, sizeof *all.kept),
                            .runs = arena_array(work->arena, work->size, sizeof *all.runs),
                            .places = arena_array(work->arena, work->size, sizeof *all.places),
                            .mine = arena_array(work->arena, work->size, sizeof *all.mine),
                            .counts = {arena_array(work->arena, work->size + 1, sizeof(uint32_t)),
                                       arena_array(work->arena, work->size + 1, sizeof(uint32_t))}};
    int32_t *run_of = arena_array(work->arena, work->size, sizeof *run_of);
    if (work->arena->failed) return false;
    for (size_t i = 0; i < work->size; i++)
        if (!is_any(work->originals[i], REMOVED)) all.kept[all.kept_size++] = (uint32_t)i;
    for (size_t i = 0; i < all.kept_size;) {
        size_t end = i;
        while (end < all.kept_size && explicit_levels[all.kept[end]] == explicit_levels[all.kept[i]])
            run_of[all.kept[end++]] = (int32_t)all.runs_size;
        all.runs[all.runs_size++] = (struct run){(uint32_t)i, (uint32_t)end};
        i = end;
    }
    for (size_t first = 0; first < all.runs_size; first++) {
        uint32_t start = all.kept[all.runs[first].from];
        if (work->originals[start] == CLASS_PDI && work->matches[start] != NOWHERE) continue;
        size_t size = 0, last = first;
        for (size_t run = first;;) {
            for (size_t k = all.runs[run].from; k < all.runs[run].to; k++) all.places[size++] = all.kept[k];
            last = run;
            uint32_t end = all.places[size - 1];
            if (!is_any(work->originals[end], ISOLATES) || work->matches[end] == NOWHERE) break;
            run = (size_t)run_of[work->matches[end]];
        }
        resolve_sequence(work, &all, first, last, size);
    }
    return true;
}

/* ---- the whole ---- */

static size_t read_code_points(struct str text, uint32_t *out) {
    size_t count = 0;
    for (size_t at = 0; at < text.size;) out[count++] = utf8_next(text, &at);
    return count;
}

/* What X9 removes lies with what stands before it, so that it parts no run. */
static void carry_removed(struct work *work) {
    for (size_t i = 0; i < work->size; i++)
        if (is_any(work->originals[i], REMOVED)) work->levels[i] = i ? work->levels[i - 1] : work->base;
}

/* L1: blanks before a separator or at the end lie at the base level. */
static void lower_blanks(struct work *work) {
    bool trailing = true;
    for (size_t i = work->size; i-- > 0;) {
        uint8_t one = work->originals[i];
        bool separator = one == CLASS_S || one == CLASS_B;
        trailing =
            separator || (trailing && (one == CLASS_WS || is_any(one, ISOLATES | bit(CLASS_PDI) | REMOVED)));
        if (trailing) work->levels[i] = work->base;
    }
}

bool bidi_resolve(struct arena *arena, struct str text, enum bidi_direction direction,
                  struct bidi_text *out) {
    *out = (struct bidi_text){0};
    struct work work = {.arena = arena};
    uint32_t *code_points = arena_array(arena, text.size, sizeof *code_points);
    if (!code_points) return false;
    work.size = read_code_points(text, code_points);
    work.code_points = code_points;
    uint8_t *bytes = arena_bytes(arena, 4 * work.size);
    int32_t *places = arena_array(arena, 2 * work.size, sizeof *places);
    if (!bytes || !places) return false;
    work.originals = bytes;
    work.classes = bytes + work.size;
    work.levels = bytes + 2 * work.size;
    work.matches = places;
    for (size_t i = 0; i < work.size; i++)
        work.originals[i] = work.classes[i] = (uint8_t)class_of(code_points[i]);
    match_isolates(&work, places + work.size);
    work.base =
        direction == BIDI_AUTO ? level_of_first(&work, 0, work.size, 0) : direction == BIDI_RIGHT_TO_LEFT;
    find_explicit_levels(&work);
    memcpy(bytes + 3 * work.size, work.levels, work.size);
    if (!resolve_sequences(&work, bytes + 3 * work.size)) return false;
    carry_removed(&work);
    lower_blanks(&work);
    *out = (struct bidi_text){work.size, code_points, work.levels, work.base};
    return true;
}

/* ---- L2: the order, without reversing anything twice ---- */

/* Characters of one level beside each other. */
struct stretch {
    uint32_t from, to;
    uint8_t level;
    int32_t next; /* the one drawn right of it */
};

/* Stretches in their order already, of one level and above. */
struct range {
    uint8_t level;
    int32_t left, right;
};

static void join_last(struct stretch *stretches, struct range *ranges, size_t *size) {
    struct range last = ranges[--*size], *before = &ranges[*size - 1];
    bool turned = before->level & 1;
    struct range left = turned ? last : *before, right = turned ? *before : last;
    stretches[left.right].next = right.left;
    before->left = left.left;
    before->right = right.right;
}

static int32_t order_stretches(struct stretch *stretches, size_t count, struct range *ranges) {
    size_t size = 0;
    for (size_t i = 0; i < count; i++) {
        struct stretch *stretch = &stretches[i];
        while (size > 1 && ranges[size - 1].level > stretch->level &&
               ranges[size - 2].level >= stretch->level)
            join_last(stretches, ranges, &size);
        struct range *top = size ? &ranges[size - 1] : NULL;
        if (!top || top->level < stretch->level) {
            ranges[size++] = (struct range){stretch->level, (int32_t)i, (int32_t)i};
            continue;
        }
        if (stretch->level & 1) {
            stretch->next = top->left;
            top->left = (int32_t)i;
        } else {
            stretches[top->right].next = (int32_t)i;
            top->right = (int32_t)i;
        }
        top->level = stretch->level;
    }
    while (size > 1) join_last(stretches, ranges, &size);
    return size ? ranges[0].left : NOWHERE;
}

uint32_t *bidi_order(struct arena *arena, const struct bidi_text *text) {
    uint32_t *order = arena_array(arena, text->size + 1, sizeof *order);
    struct stretch *stretches = arena_array(arena, text->size + 1, sizeof *stretches);
    struct range *ranges = arena_array(arena, text->size + 1, sizeof *ranges);
    if (!order || !stretches || !ranges) return NULL;
    size_t count = 0, size = 0;
    for (size_t i = 0; i < text->size;) {
        size_t end = i;
        while (end < text->size && text->levels[end] == text->levels[i]) end++;
        stretches[count++] = (struct stretch){(uint32_t)i, (uint32_t)end, text->levels[i], NOWHERE};
        i = end;
    }
    for (int32_t at = order_stretches(stretches, count, ranges); at != NOWHERE; at = stretches[at].next) {
        const struct stretch *stretch = &stretches[at];
        for (uint32_t k = 0; k < stretch->to - stretch->from; k++)
            order[size++] = stretch->level & 1 ? stretch->to - 1 - k : stretch->from + k;
    }
    return order;
}

/* ---- is that the natural order? ---- */

bool bidi_may_turn(struct str text) {
    for (size_t at = 0; at < text.size; at++) {
        unsigned char byte = (unsigned char)text.at[at];
        if (byte < 0xD6) continue;
        if (byte < 0xE0 || byte >= 0xF0 || byte == 0xEF) return true; /* Hebrew, Arabic ... and their forms */
        if (byte == 0xE0) return true;
        if (byte == 0xE2 && at + 1 < text.size && (unsigned char)text.at[at + 1] <= 0x81) return true;
    }
    return false;
}

/* A letter or digit: what a person would read in another order. */
static bool counts(uint32_t code_point) {
    enum bidi_class one = class_of(code_point);
    return one == CLASS_L || one == CLASS_R || one == CLASS_AL || one == CLASS_EN || one == CLASS_AN;
}

static bool is_control(uint32_t code_point) { return unicode_is_bidi_control(code_point); }

static struct str without_controls(struct arena *arena, struct str text) {
    struct str_builder plain;
    str_builder_init(&plain, arena, text.size);
    for (size_t at = 0; at < text.size;) {
        size_t from = at;
        if (!is_control(utf8_next(text, &at))) str_builder_str(&plain, str_slice(text, from, at));
    }
    return str_builder_view(&plain);
}

static struct str draw(struct arena *arena, const struct bidi_text *text, const uint32_t *order) {
    struct str_builder drawn;
    str_builder_init(&drawn, arena, text->size);
    for (size_t i = 0; i < text->size; i++) {
        uint32_t code_point = text->code_points[order[i]];
        if (!is_control(code_point)) str_builder_code_point(&drawn, code_point);
    }
    return str_builder_view(&drawn);
}

bool bidi_is_natural(struct arena *arena, struct str text, enum bidi_direction direction, struct str *drawn) {
    if (drawn) *drawn = STR("");
    struct bidi_text with, plain;
    if (!bidi_resolve(arena, text, direction, &with)) return true;
    if (!bidi_resolve(arena, without_controls(arena, text), BIDI_AUTO, &plain)) return true;
    const uint32_t *order = bidi_order(arena, &with), *natural = bidi_order(arena, &plain);
    if (!order || !natural) return true;
    bool same = true;
    for (size_t i = 0, k = 0; same; i++, k++) {
        while (i < with.size && !counts(with.code_points[order[i]])) i++;
        while (k < plain.size && !counts(plain.code_points[natural[k]])) k++;
        if (i >= with.size || k >= plain.size) break;
        same = with.code_points[order[i]] == plain.code_points[natural[k]];
    }
    if (!same && drawn) *drawn = draw(arena, &with, order);
    return same;
}
