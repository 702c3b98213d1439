/* fold: text as the text facts compare it, one character at a time.
 *
 * In: well-formed UTF-8. Out: units; each says which bytes of the text it came
 * from, what it reads as (NFKC, lower case, no accents) and which ASCII letter
 * it looks like. Why not one folded copy: spans must lead back to the text, and
 * a map of offsets would cost more memory than the text. Linear; the memory
 * used does not grow with the text. */
#ifndef HONMONO_TEXT_FOLD_H
#define HONMONO_TEXT_FOLD_H

#include "base/arena.h"
#include "base/str.h"
#include "read/document/document.h"

enum fold_kind {
    FOLD_DROPPED, /* combining marks and what nobody sees: folds to nothing */
    FOLD_SPACE,
    FOLD_BREAK,  /* the end of a line */
    FOLD_LATIN,  /* folds to ASCII letters */
    FOLD_DIGIT,  /* folds to ASCII digits */
    FOLD_WIDE,   /* kana, kanji, hangul and their punctuation */
    FOLD_LETTER, /* a letter of another script */
    FOLD_SIGN    /* punctuation and the rest */
};

/* How far a unit is from the ASCII letter that stands in `letter`. */
enum fold_style {
    FOLD_EXACT,     /* that letter, or its full-width form (honest in Japan) */
    FOLD_ACCENTED,  /* with a diacritic */
    FOLD_STYLED,    /* another code point for the same letter: bold, circled, superscript */
    FOLD_LOOK_ALIKE /* another letter or sign that looks like it */
};

#define FOLD_UNIT_BYTES_MAX 24u

struct fold_unit {
    size_t from, to;
    char bytes[FOLD_UNIT_BYTES_MAX];
    unsigned char size;
    enum fold_kind kind;
    enum fold_style style;
    char letter; /* lower-case ASCII letter or digit it is or looks like, 0 */
    bool upper;  /* written as a capital ASCII (or full-width) letter */
    uint32_t code_point;
};

#define FOLD_CACHE_UNITS 64u

struct fold_reader {
    struct str text;
    size_t at;
    struct arena *arena; /* only told about a failed allocation */
    struct arena scratch;
    bool cache_cleared;
    struct fold_unit cache[FOLD_CACHE_UNITS];
};

/* An ASCII letter, or its full-width form. */
static inline bool fold_is_plain_latin(const struct fold_unit *unit) {
    return unit->kind == FOLD_LATIN && unit->style == FOLD_EXACT;
}

void fold_start(struct fold_reader *reader, struct arena *arena, struct str text);
/* False at the end of the text. */
bool fold_next(struct fold_reader *reader, struct fold_unit *out);
/* The small ASCII letters that come next, all at once: behind a Latin letter each of them
 * is a unit that folds to itself. */
struct span fold_small_letters(struct fold_reader *reader);
/* Gives the scratch memory back; to be called once for every fold_start(). */
void fold_end(struct fold_reader *reader);

/* The whole of a short text, folded; white space runs as one space, and none
 * beside a wide character. */
struct str fold_all(struct arena *arena, struct str text);

bool fold_is_kana(uint32_t code_point);
bool fold_is_han(uint32_t code_point);
bool fold_is_hangul(uint32_t code_point);
/* A combining mark, by block. */
bool fold_is_mark(uint32_t code_point);

#endif
