/* bidi: see bidi.h. The names of rules (X1, W4 ...) are those of UAX 9. */
#include "decode/bidi/bidi.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "decode/bidi/bidi_sequence.h"
#include "decode/unicode.h"

#define BIDI_TABLE_RANGES
#include "data/bidi.inc"

enum { DEPTH_MAX = 125 }; /* BD2 */

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

/* ---- P and X: explicit levels ---- */

/* BD9, for all of them in one pass. */
static void match_isolates(struct bidi_work *work, int32_t *open) {
    size_t depth = 0;
    for (size_t i = 0; i < work->size; i++) {
        work->matches[i] = BIDI_NOWHERE;
        if (bidi_is_any(work->originals[i], BIDI_ISOLATES)) {
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
static uint8_t level_of_first(const struct bidi_work *work, size_t from, size_t to, uint8_t otherwise) {
    for (size_t i = from; i < to; i++) {
        uint8_t one = work->originals[i];
        if (one == CLASS_L) return 0;
        if (one == CLASS_R || one == CLASS_AL) return 1;
        if (!bidi_is_any(one, BIDI_ISOLATES)) continue;
        if (work->matches[i] == BIDI_NOWHERE) break;
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
static void take_isolate(struct bidi_work *work, struct directions *stack, size_t i) {
    const struct entry *top = &stack->at[stack->size - 1];
    work->levels[i] = top->level;
    if (top->override != CLASS_ON) work->classes[i] = top->override;
    bool right = work->originals[i] == CLASS_RLI;
    if (work->originals[i] == CLASS_FSI) {
        size_t end = work->matches[i] == BIDI_NOWHERE ? work->size : (size_t)work->matches[i];
        right = level_of_first(work, i + 1, end, 0) == 1;
    }
    push(stack, right, CLASS_ON, true);
}

/* X6a */
static void take_pdi(struct bidi_work *work, struct directions *stack, size_t i) {
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

static void find_explicit_levels(struct bidi_work *work) {
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
    struct bidi_room room;
};

static uint8_t direction_of(uint8_t level) { return level & 1 ? CLASS_R : CLASS_L; }

static uint8_t higher(uint8_t left, uint8_t right) { return left > right ? left : right; }

static void resolve_sequence(struct bidi_work *work, const struct sequences *all, size_t first, size_t last,
                             size_t size) {
    const uint8_t *levels = all->explicit_levels;
    size_t from = all->runs[first].from, to = all->runs[last].to;
    uint8_t level = levels[all->places[0]];
    uint8_t before = from > 0 ? levels[all->kept[from - 1]] : work->base;
    uint32_t end = all->places[size - 1];
    bool open = bidi_is_any(work->originals[end], BIDI_ISOLATES) && work->matches[end] == BIDI_NOWHERE;
    uint8_t behind = !open && to < all->kept_size ? levels[all->kept[to]] : work->base;
    struct bidi_sequence sequence = {
        work, all->places, size, direction_of(higher(before, level)), direction_of(higher(behind, level)),
        level};
    bidi_sequence_resolve(&sequence, all->room);
}

static bool resolve_sequences(struct bidi_work *work, const uint8_t *explicit_levels) {
    struct sequences all = {.explicit_levels = explicit_levels,
                            .kept = arena_array(work->arena, work->size, sizeof *all.kept),
                            .runs = arena_array(work->arena, work->size, sizeof *all.runs),
                            .places = arena_array(work->arena, work->size, sizeof *all.places),
                            .room = {arena_array(work->arena, work->size + 1, sizeof(uint32_t)),
                                     arena_array(work->arena, work->size + 1, sizeof(uint32_t)),
                                     arena_array(work->arena, work->size + 1, sizeof(uint32_t))}};
    int32_t *run_of = arena_array(work->arena, work->size, sizeof *run_of);
    if (work->arena->failed) return false;
    for (size_t i = 0; i < work->size; i++)
        if (!bidi_is_any(work->originals[i], BIDI_REMOVED)) all.kept[all.kept_size++] = (uint32_t)i;
    for (size_t i = 0; i < all.kept_size;) {
        size_t end = i;
        while (end < all.kept_size && explicit_levels[all.kept[end]] == explicit_levels[all.kept[i]])
            run_of[all.kept[end++]] = (int32_t)all.runs_size;
        all.runs[all.runs_size++] = (struct run){(uint32_t)i, (uint32_t)end};
        i = end;
    }
    for (size_t first = 0; first < all.runs_size; first++) {
        uint32_t start = all.kept[all.runs[first].from];
        if (work->originals[start] == CLASS_PDI && work->matches[start] != BIDI_NOWHERE) continue;
        size_t size = 0, last = first;
        for (size_t run = first;;) {
            for (size_t k = all.runs[run].from; k < all.runs[run].to; k++) all.places[size++] = all.kept[k];
            last = run;
            uint32_t end = all.places[size - 1];
            if (!bidi_is_any(work->originals[end], BIDI_ISOLATES) || work->matches[end] == BIDI_NOWHERE)
                break;
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
static void carry_removed(struct bidi_work *work) {
    for (size_t i = 0; i < work->size; i++)
        if (bidi_is_any(work->originals[i], BIDI_REMOVED))
            work->levels[i] = i ? work->levels[i - 1] : work->base;
}

/* L1: blanks before a separator or at the end lie at the base level. */
static void lower_blanks(struct bidi_work *work) {
    bool trailing = true;
    for (size_t i = work->size; i-- > 0;) {
        uint8_t one = work->originals[i];
        bool separator = one == CLASS_S || one == CLASS_B;
        trailing =
            separator || (trailing && (one == CLASS_WS ||
                                       bidi_is_any(one, BIDI_ISOLATES | bidi_bit(CLASS_PDI) | BIDI_REMOVED)));
        if (trailing) work->levels[i] = work->base;
    }
}

bool bidi_resolve(struct arena *arena, struct str text, enum bidi_direction direction,
                  struct bidi_text *out) {
    *out = (struct bidi_text){0};
    struct bidi_work work = {.arena = arena};
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

bool bidi_is_letter(uint32_t code_point) {
    if (unicode_is_bidi_control(code_point)) return false;
    enum bidi_class one = class_of(code_point);
    return one == CLASS_L || one == CLASS_R || one == CLASS_AL || one == CLASS_EN || one == CLASS_AN;
}
