/* unicode: see unicode.h.
 *
 * Text goes through utf8proc in pieces of at most 128 code points, cut where
 * normalisation cannot reach across, so that memory is a small buffer and time
 * is linear: utf8proc sorts combining marks by insertion, which a letter with
 * ten thousand marks would make quadratic. A piece without such a place is cut
 * all the same (UAX 15 calls text with longer runs not stream-safe). */
#include "decode/unicode.h"

#include <utf8proc.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "data/confusables.inc"

enum {
    PIECE_CODE_POINTS = 128,
    CUT_AFTER = 64,     /* from here on the first good place is taken */
    DECOMPOSED_MAX = 18 /* the longest decomposition, of U+FDFA */
};

struct piece {
    utf8proc_int32_t points[PIECE_CODE_POINTS * DECOMPOSED_MAX];
    size_t size;
};

static bool is_between(uint32_t code_point, uint32_t low, uint32_t high) {
    return code_point >= low && code_point <= high;
}

/* True when nothing before `code_point` can join its decomposition or move past it. */
static bool begins_piece(uint32_t code_point) {
    utf8proc_int32_t parts[DECOMPOSED_MAX];
    int boundary = 0;
    if (code_point < 0x80) return true;
    if (unicode_is_ignorable(code_point)) return false;
    utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)code_point, parts, DECOMPOSED_MAX,
                                                     UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, &boundary);
    if (count < 1) return false;
    const utf8proc_property_t *property = utf8proc_get_property(parts[0]);
    bool joins = property->comb_index >= 0x8000 && property->comb_index != UINT16_MAX;
    bool hangul =
        is_between((uint32_t)parts[0], 0x1160, 0x11FF); /* vowels and finals join what stands before */
    return property->combining_class == 0 && !joins && !hangul;
}

/* One code point decomposed into the piece. Two Arabic ligatures of whole
 * phrases would grow elevenfold: they stay as they are, which leaves a Japanese
 * unit's name in one square as the most, sixfold. */
static void add_code_point(struct piece *piece, uint32_t code_point, int options) {
    size_t room = sizeof piece->points / sizeof *piece->points - piece->size;
    int boundary = 0;
    if (code_point == 0xFDFA || code_point == 0xFDFB) {
        piece->points[piece->size++] = (utf8proc_int32_t)code_point;
        return;
    }
    utf8proc_ssize_t added =
        utf8proc_decompose_char((utf8proc_int32_t)code_point, piece->points + piece->size,
                                (utf8proc_ssize_t)room, (utf8proc_option_t)options, &boundary);
    if (added > 0) piece->size += (size_t)added;
}

/* Canonical ordering: marks by class, each after those of a lower or equal one. */
static void order_marks(struct piece *piece) {
    for (size_t at = 1; at < piece->size; at++) {
        utf8proc_int32_t mark = piece->points[at];
        utf8proc_propval_t class = utf8proc_get_property(mark)->combining_class;
        size_t to = at;
        if (class == 0) continue;
        while (to > 0 && utf8proc_get_property(piece->points[to - 1])->combining_class > class) {
            piece->points[to] = piece->points[to - 1];
            to--;
        }
        piece->points[to] = mark;
    }
}

static void write_piece(struct str_builder *out, struct piece *piece, int options) {
    order_marks(piece);
    utf8proc_ssize_t size =
        utf8proc_normalize_utf32(piece->points, (utf8proc_ssize_t)piece->size, (utf8proc_option_t)options);
    for (utf8proc_ssize_t i = 0; i < size; i++) str_builder_code_point(out, (uint32_t)piece->points[i]);
    piece->size = 0;
}

static struct str normalize(struct arena *arena, struct str text, int options) {
    struct str_builder out;
    struct piece piece;
    size_t code_points = 0;
    piece.size = 0;
    str_builder_init(&out, arena, text.size);
    for (size_t at = 0; at < text.size;) {
        uint32_t code_point = utf8_next(text, &at);
        bool cut = code_points >= CUT_AFTER && begins_piece(code_point);
        if (cut || code_points == PIECE_CODE_POINTS) {
            write_piece(&out, &piece, options);
            code_points = 0;
        }
        add_code_point(&piece, code_point, options);
        code_points++;
    }
    write_piece(&out, &piece, options);
    return str_builder_view(&out);
}

enum {
    NFC = UTF8PROC_STABLE | UTF8PROC_COMPOSE,
    NFKC = NFC | UTF8PROC_COMPAT,
    NFKC_CASEFOLD = NFKC | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE
};

struct str unicode_nfc(struct arena *arena, struct str text) {
    return utf8_is_ascii(text) ? text : normalize(arena, text, NFC);
}

struct str unicode_nfkc(struct arena *arena, struct str text) {
    return utf8_is_ascii(text) ? text : normalize(arena, text, NFKC);
}

struct str unicode_nfkc_casefold(struct arena *arena, struct str text) {
    if (!utf8_is_ascii(text)) return normalize(arena, text, NFKC_CASEFOLD);
    for (size_t i = 0; i < text.size; i++)
        if (text.at[i] != ascii_lower(text.at[i])) return str_lower_ascii(arena, text);
    return text;
}

bool unicode_is_ignorable(uint32_t code_point) {
    return code_point <= 0x10FFFF && utf8proc_get_property((utf8proc_int32_t)code_point)->ignorable;
}

bool unicode_is_bidi_control(uint32_t code_point) {
    return is_between(code_point, 0x202A, 0x202E) || is_between(code_point, 0x2066, 0x2069) ||
           code_point == 0x200E || code_point == 0x200F || code_point == 0x061C;
}

/* Marks written over, under or through a letter of any script but kana. */
static bool is_mark(uint32_t code_point) {
    return is_between(code_point, 0x300, 0x36F) || is_between(code_point, 0x483, 0x489) ||
           is_between(code_point, 0x1AB0, 0x1AFF) || is_between(code_point, 0x1DC0, 0x1DFF) ||
           is_between(code_point, 0x20D0, 0x20FF) || is_between(code_point, 0xFE20, 0xFE2F);
}

/* The ASCII that `code_point` looks like, or "". */
static struct str find_looks(uint32_t code_point) {
    size_t low = 0, high = sizeof confusables / sizeof *confusables;
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

static void write_looks(struct str_builder *out, uint32_t code_point) {
    if (is_mark(code_point) || unicode_is_ignorable(code_point)) return;
    struct str looks = find_looks(code_point);
    if (looks.size == 0) {
        code_point = (uint32_t)utf8proc_tolower((utf8proc_int32_t)code_point);
        looks = find_looks(code_point);
    }
    if (looks.size)
        str_builder_str(out, looks);
    else
        str_builder_code_point(out, code_point);
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
        if (code_point < 0x80)
            parts.points[parts.size++] = (utf8proc_int32_t)code_point;
        else
            add_code_point(&parts, code_point, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT);
        for (size_t i = 0; i < parts.size; i++) write_looks(&out, (uint32_t)parts.points[i]);
    }
    return unicode_nfc(arena, str_builder_view(&out));
}
