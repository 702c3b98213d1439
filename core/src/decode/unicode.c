/* unicode: see unicode.h; the algorithms are those of UAX 15.
 *
 * Text goes through in pieces of at most 128 code points, cut where nothing can
 * reach across, so that memory is a small buffer and time is linear: marks are
 * sorted by insertion, which a letter with ten thousand of them would make
 * quadratic. A piece without such a place is cut all the same (UAX 15 calls
 * text with longer runs not stream-safe).
 * Tables: what characters fold to is the mapping of host names (idna.h) but for
 * a few; the rest is core/data/unicode.mjs. Code points above ASCII only. */
#include "decode/unicode.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "data/confusables.inc"
#include "data/unicode.inc"
#include "decode/uts46.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum {
    PIECE_CODE_POINTS = 127, /* and one more, which may begin the next */
    CUT_AFTER = 64,          /* from here on the first good place is taken */
    DECOMPOSED_MAX = 32,     /* no character becomes more: the longest folding has 18, each at most 4 */
    HANGUL_FIRST = 0xAC00,
    HANGUL_LAST = 0xD7A3,
    LEADS_FIRST = 0x1100,
    VOWELS_FIRST = 0x1161,
    FINALS_FIRST = 0x11A7, /* one before the first final: "no final" */
    LEADS = 19,
    VOWELS = 21,
    FINALS = 28
};

struct piece {
    uint32_t points[(PIECE_CODE_POINTS + 1) * DECOMPOSED_MAX];
    size_t size;
};

/* The last row that is at most `wanted` in a sorted column, or COUNT_MAX without one. */
static size_t find_row(const uint32_t *column, size_t count, uint32_t wanted) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (column[middle] <= wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? low - 1 : STR_NONE;
}

static bool is_between(uint32_t code_point, uint32_t low, uint32_t high) {
    return code_point >= low && code_point <= high;
}

/* 0 for characters that stay in their place, else the rank of the combining class. */
static uint32_t find_class(uint32_t code_point) {
    if (code_point < 0x300 || is_between(code_point, 0x30A0, 0xA66E)) return 0;
    size_t row = find_row(class_firsts, COUNT(class_firsts), code_point);
    return row != STR_NONE && code_point <= class_lasts[row] >> 8 ? class_lasts[row] & 0xFF : 0;
}

bool unicode_is_ignorable(uint32_t code_point) {
    if (code_point < 0xAD || (code_point > 0x3164 && code_point < 0xFE00)) return false; /* most text */
    size_t row = find_row(ignorable_ranges, COUNT(ignorable_ranges), code_point);
    return row != STR_NONE && (row % 2 == 0 || ignorable_ranges[row] == code_point);
}

bool unicode_is_bidi_control(uint32_t code_point) {
    return is_between(code_point, 0x202A, 0x202E) || is_between(code_point, 0x2066, 0x2069) ||
           code_point == 0x200E || code_point == 0x200F || code_point == 0x061C;
}

/* ---- decomposing ---- */

static void add_hangul(struct piece *piece, uint32_t code_point) {
    uint32_t index = code_point - HANGUL_FIRST;
    piece->points[piece->size++] = LEADS_FIRST + index / (VOWELS * FINALS);
    piece->points[piece->size++] = VOWELS_FIRST + index / FINALS % VOWELS;
    if (index % FINALS) piece->points[piece->size++] = FINALS_FIRST + index % FINALS;
}

/* A compatibility ideograph becomes the unified one, as in host names. */
static uint32_t unify(uint32_t code_point) {
    uint32_t unified = code_point;
    struct str spelled;
    if (is_between(code_point, 0xF900, 0xFAFF) || is_between(code_point, 0x2F800, 0x2FA1F))
        uts46_map_point(code_point, &unified, &spelled);
    return unified;
}

/* The full canonical decomposition: pairs, the first of which may be one again. */
static void add_decomposed(struct piece *piece, uint32_t code_point) {
    uint32_t seconds[DECOMPOSED_MAX];
    size_t count = 0;
    if (is_between(code_point, 0x4E00, 0x9FFF)) { /* most of Japanese text, at once */
        piece->points[piece->size++] = code_point;
        return;
    }
    if (is_between(code_point, HANGUL_FIRST, HANGUL_LAST)) {
        add_hangul(piece, code_point);
        return;
    }
    code_point = unify(code_point);
    while (code_point >= 0xC0) {
        size_t row = find_row(pair_wholes, COUNT(pair_wholes), code_point);
        if (row == STR_NONE || pair_wholes[row] != code_point) break;
        code_point = pair_firsts[row];
        if (pair_seconds[row]) seconds[count++] = pair_seconds[row];
    }
    piece->points[piece->size++] = code_point;
    while (count > 0) piece->points[piece->size++] = seconds[--count];
}

/* What NFKC_Casefold makes of one character, before it is decomposed. Two
 * Arabic ligatures of whole phrases would grow elevenfold: they stay as they
 * are, which leaves a Japanese unit's name in one square as the most, sixfold. */
static void add_folded(struct piece *piece, uint32_t code_point) {
    struct str spelled = {NULL, 0};
    uint32_t one = code_point;
    bool kana = is_between(code_point, 0x3041, 0x3096) || is_between(code_point, 0x30A1, 0x30FA);
    if (kana || is_between(code_point, 0x4E00, 0x9FFF)) {
        add_decomposed(piece, code_point);
        return;
    }
    if (unicode_is_ignorable(code_point)) return;
    size_t row = find_row(fold_points, COUNT(fold_points), code_point);
    if (row != STR_NONE && fold_points[row] == code_point) spelled = str_from(fold_texts[row]);
    if (code_point < 0x80)
        one = (unsigned char)ascii_lower((char)code_point);
    else if (code_point != 0xFDFA && code_point != 0xFDFB && !spelled.size)
        if (uts46_map_point(code_point, &one, &spelled) == UTS46_DISALLOWED) one = code_point;
    if (!spelled.size) add_decomposed(piece, one);
    for (size_t at = 0; at < spelled.size;) add_decomposed(piece, utf8_next(spelled, &at));
}

/* ---- composing ---- */

/* Canonical ordering: marks by class, each after those of a lower or equal one. */
static void order_marks(struct piece *piece) {
    for (size_t at = 1; at < piece->size; at++) {
        uint32_t mark = piece->points[at];
        uint32_t class = find_class(mark);
        size_t to = at;
        if (class == 0) continue;
        for (; to > 0 && find_class(piece->points[to - 1]) > class; to--)
            piece->points[to] = piece->points[to - 1];
        piece->points[to] = mark;
    }
}

static uint32_t compose_hangul(uint32_t first, uint32_t second) {
    if (is_between(first, LEADS_FIRST, LEADS_FIRST + LEADS - 1) &&
        is_between(second, VOWELS_FIRST, VOWELS_FIRST + VOWELS - 1))
        return HANGUL_FIRST + ((first - LEADS_FIRST) * VOWELS + second - VOWELS_FIRST) * FINALS;
    bool open = is_between(first, HANGUL_FIRST, HANGUL_LAST) && (first - HANGUL_FIRST) % FINALS == 0;
    if (open && is_between(second, FINALS_FIRST + 1, FINALS_FIRST + FINALS - 1))
        return first + second - FINALS_FIRST;
    return 0;
}

/* The character that `first` and `second` make, or 0. */
static uint32_t compose(uint32_t first, uint32_t second) {
    size_t low = 0, high = COUNT(composing_pairs);
    while (low < high) {
        size_t middle = low + (high - low) / 2, pair = composing_pairs[middle];
        if (pair_firsts[pair] == first && pair_seconds[pair] == second) return pair_wholes[pair];
        bool before =
            pair_firsts[pair] < first || (pair_firsts[pair] == first && pair_seconds[pair] < second);
        if (before)
            low = middle + 1;
        else
            high = middle;
    }
    return compose_hangul(first, second);
}

/* A character joins the last one that stays in its place when nothing between
 * them has its class or a higher one. */
static void compose_piece(struct piece *piece) {
    size_t starter = STR_NONE, size = 0;
    uint32_t last_class = 0;
    for (size_t at = 0; at < piece->size; at++) {
        uint32_t code_point = piece->points[at], class = find_class(code_point), whole = 0;
        bool reaches = starter != STR_NONE && (size == starter + 1 || (last_class && last_class < class));
        if (reaches) whole = compose(piece->points[starter], code_point);
        if (whole) {
            piece->points[starter] = whole;
            continue;
        }
        if (class == 0) starter = size;
        last_class = class;
        piece->points[size++] = code_point;
    }
    piece->size = size;
}

/* True when a decomposition that begins with `code_point` cannot join what stands before it. */
static bool begins_piece(uint32_t code_point) {
    if (code_point < 0x300) return true;
    if (is_between(code_point, VOWELS_FIRST, FINALS_FIRST + FINALS)) return false;
    size_t row = find_row(joining_marks, COUNT(joining_marks), code_point);
    return find_class(code_point) == 0 && (row == STR_NONE || joining_marks[row] != code_point);
}

/* Writes the first `size` code points and keeps the rest: one decomposition. */
static void write_piece(struct str_builder *out, struct piece *piece, size_t size) {
    uint32_t rest[DECOMPOSED_MAX];
    size_t rest_size = piece->size - size;
    for (size_t i = 0; i < rest_size; i++) rest[i] = piece->points[size + i];
    piece->size = size;
    order_marks(piece);
    compose_piece(piece);
    for (size_t i = 0; i < piece->size; i++) str_builder_code_point(out, piece->points[i]);
    for (size_t i = 0; i < rest_size; i++) piece->points[i] = rest[i];
    piece->size = rest_size;
}

static struct str normalize(struct arena *arena, struct str text,
                            void (*add)(struct piece *piece, uint32_t code_point)) {
    struct str_builder out;
    struct piece piece;
    size_t code_points = 0;
    piece.size = 0;
    str_builder_init(&out, arena, text.size);
    for (size_t at = 0; at < text.size; code_points++) {
        size_t before = piece.size;
        add(&piece, utf8_next(text, &at));
        bool cut = code_points >= CUT_AFTER && before < piece.size && begins_piece(piece.points[before]);
        if (!cut && code_points < PIECE_CODE_POINTS) continue;
        write_piece(&out, &piece, before);
        code_points = 0;
    }
    write_piece(&out, &piece, piece.size);
    return str_builder_view(&out);
}

struct str unicode_nfc(struct arena *arena, struct str text) {
    return utf8_is_ascii(text) ? text : normalize(arena, text, add_decomposed);
}

struct str unicode_nfkc_casefold(struct arena *arena, struct str text) {
    if (!utf8_is_ascii(text)) return normalize(arena, text, add_folded);
    for (size_t i = 0; i < text.size; i++)
        if (text.at[i] != ascii_lower(text.at[i])) return str_lower_ascii(arena, text);
    return text;
}

/* ---- looks ---- */

/* Marks written over, under or through a letter of any script but kana. */
static bool is_mark(uint32_t code_point) {
    return is_between(code_point, 0x300, 0x36F) || is_between(code_point, 0x483, 0x489) ||
           is_between(code_point, 0x1AB0, 0x1AFF) || is_between(code_point, 0x1DC0, 0x1DFF) ||
           is_between(code_point, 0x20D0, 0x20FF) || is_between(code_point, 0xFE20, 0xFE2F);
}

/* The ASCII that `code_point` looks like, or "". */
static struct str find_looks(uint32_t code_point) {
    size_t low = 0, high = COUNT(confusables);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        uint32_t found = confusables[middle].code_point;
        if (found == code_point) return str_from(confusables[middle].looks);
        if (found < code_point)
            low = middle + 1;
        else
            high = middle;
    }
    return (struct str){NULL, 0};
}

struct str unicode_skeleton(struct arena *arena, struct str text) {
    if (utf8_is_ascii(text)) return unicode_nfkc_casefold(arena, text);
    struct str_builder out;
    struct piece parts;
    str_builder_init(&out, arena, text.size);
    for (size_t at = 0; at < text.size;) {
        uint32_t code_point = utf8_next(text, &at);
        struct str looks = find_looks(code_point);
        str_builder_str(&out, looks);
        if (looks.size) continue;
        parts.size = 0;
        add_folded(&parts, code_point);
        for (size_t i = 0; i < parts.size; i++) {
            looks = find_looks(parts.points[i]);
            if (looks.size)
                str_builder_str(&out, looks);
            else if (!is_mark(parts.points[i]))
                str_builder_code_point(&out, parts.points[i]);
        }
    }
    return unicode_nfc(arena, str_builder_view(&out));
}
