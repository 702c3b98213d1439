/* fold: text -> units that can be compared. See fold.h.
 *
 * Kana, kanji and ASCII, nearly all of honest text, are folded by arithmetic;
 * the rest asks utf8proc (NFKC_Casefold, UAX 44) and the confusables of UTS 39
 * and keeps the last answers, so that a text of one odd alphabet stays fast. */
#include "text/fold.h"

#include <string.h>

#include "base/utf8.h"
#include "decode/unicode.h"

#include "data/latin_base.inc"

/* What the scratch arena may hold before it is emptied: see fold_start(). */
#define SCRATCH_BYTES_MAX (256u << 10)

bool fold_is_kana(uint32_t c) {
    return (c >= 0x3041 && c <= 0x30FF && c != 0x30FB && c != 0x3099 && c != 0x309A) ||
           (c >= 0x31F0 && c <= 0x31FF) || (c >= 0xFF66 && c <= 0xFF9F);
}

bool fold_is_han(uint32_t c) {
    return (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF) || c == 0x3005 || c == 0x3007;
}

bool fold_is_hangul(uint32_t c) {
    return (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x1100 && c <= 0x11FF) || (c >= 0x3131 && c <= 0x318E);
}

bool fold_is_mark(uint32_t c) {
    static const uint32_t RANGES[][2] = {
        {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A}, {0x064B, 0x065F},
        {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x06DF, 0x06E4}, {0x0711, 0x0711}, {0x0730, 0x074A},
        {0x07A6, 0x07B0}, {0x07EB, 0x07F3}, {0x0816, 0x082D}, {0x08D3, 0x0903}, {0x093A, 0x093C},
        {0x0941, 0x094D}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x135D, 0x135F},
        {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0x2CEF, 0x2CF1}, {0x2DE0, 0x2DFF},
        {0x3099, 0x309A}, {0xA66F, 0xA67D}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xE0100, 0xE01EF}};
    if (c < 0x0300) return false;
    for (size_t i = 0; i < sizeof RANGES / sizeof *RANGES; i++) {
        if (c >= RANGES[i][0] && c <= RANGES[i][1]) return true;
    }
    return false;
}

static bool is_space(uint32_t c) {
    return c == ' ' || c == '\t' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
           c == 0x205F || c == 0x3000 || c == 0x2800 || c == 0x3164;
}

static bool is_break(uint32_t c) {
    return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Marks that other characters fold to, kept as one spelling each. */
static char plain_sign(uint32_t c) {
    if (c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x02BC || c == 0x00B4 || c == 0x2032) return '\'';
    if (c == 0x201C || c == 0x201D || c == 0x201E || c == 0x2033) return '"';
    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE63 || c == 0xFF0D) return '-';
    return c == 0x3001 || c == 0xFF64 ? ',' : 0;
}

static void set_bytes(struct fold_unit *unit, struct str bytes) {
    size_t size = bytes.size > FOLD_UNIT_BYTES_MAX ? utf8_floor(bytes, FOLD_UNIT_BYTES_MAX) : bytes.size;
    if (size > 0) memcpy(unit->bytes, bytes.at, size);
    unit->size = (unsigned char)size;
}

static void set_code_point(struct fold_unit *unit, uint32_t c) {
    if (c < 0x80) {
        unit->bytes[0] = (char)c;
        unit->size = 1;
    } else if (c < 0x800) {
        unit->bytes[0] = (char)(0xC0 | (c >> 6));
        unit->bytes[1] = (char)(0x80 | (c & 0x3F));
        unit->size = 2;
    } else if (c < 0x10000) {
        unit->bytes[0] = (char)(0xE0 | (c >> 12));
        unit->bytes[1] = (char)(0x80 | ((c >> 6) & 0x3F));
        unit->bytes[2] = (char)(0x80 | (c & 0x3F));
        unit->size = 3;
    } else {
        unit->bytes[0] = (char)(0xF0 | (c >> 18));
        unit->bytes[1] = (char)(0x80 | ((c >> 12) & 0x3F));
        unit->bytes[2] = (char)(0x80 | ((c >> 6) & 0x3F));
        unit->bytes[3] = (char)(0x80 | (c & 0x3F));
        unit->size = 4;
    }
}

static void fold_ascii(struct fold_unit *unit, unsigned char byte) {
    char lower = ascii_lower((char)byte);
    unit->bytes[0] = lower;
    unit->size = 1;
    unit->upper = lower != (char)byte;
    unit->style = FOLD_EXACT;
    unit->letter = ascii_is_alnum(byte) ? lower : 0;
    unit->kind = ascii_is_alpha(byte) ? FOLD_LATIN : ascii_is_digit(byte) ? FOLD_DIGIT : FOLD_SIGN;
    if (byte > ' ' || (byte != ' ' && byte != '\t' && !is_break(byte))) return;
    unit->kind = is_break(byte) ? FOLD_BREAK : FOLD_SPACE;
    unit->bytes[0] = is_break(byte) ? '\n' : ' ';
}

/* Half-width katakana U+FF66-FF9D in order, as the full-width ones. */
static const uint16_t FULL_KANA[] = {
    0x30F2, 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30E3, 0x30E5, 0x30E7, 0x30C3, 0x30FC, 0x30A2,
    0x30A4, 0x30A6, 0x30A8, 0x30AA, 0x30AB, 0x30AD, 0x30AF, 0x30B1, 0x30B3, 0x30B5, 0x30B7, 0x30B9,
    0x30BB, 0x30BD, 0x30BF, 0x30C1, 0x30C4, 0x30C6, 0x30C8, 0x30CA, 0x30CB, 0x30CC, 0x30CD, 0x30CE,
    0x30CF, 0x30D2, 0x30D5, 0x30D8, 0x30DB, 0x30DE, 0x30DF, 0x30E0, 0x30E1, 0x30E2, 0x30E4, 0x30E6,
    0x30E8, 0x30E9, 0x30EA, 0x30EB, 0x30EC, 0x30ED, 0x30EF, 0x30F3};

/* The kana with the voicing mark that follows it as a character of its own. */
static uint32_t voiced(uint32_t kana, uint32_t mark) {
    uint32_t base = kana >= 0x30A0 ? kana - 0x60 : kana; /* as hiragana */
    bool half = mark == 0x309A || mark == 0xFF9F;
    if (half) return base >= 0x306F && base <= 0x307B && (base - 0x306F) % 3 == 0 ? kana + 2 : 0;
    if (base == 0x3046) return kana >= 0x30A0 ? 0x30F4 : 0x3094;
    if (base >= 0x304B && base <= 0x3061) return (base - 0x304B) % 2 == 0 ? kana + 1 : 0;
    if (base >= 0x3064 && base <= 0x3068) return (base - 0x3064) % 2 == 0 ? kana + 1 : 0;
    return base >= 0x306F && base <= 0x307B && (base - 0x306F) % 3 == 0 ? kana + 1 : 0;
}

static void fold_kana(struct fold_reader *reader, struct fold_unit *unit, uint32_t c) {
    if (c >= 0xFF66 && c <= 0xFF9D) c = FULL_KANA[c - 0xFF66];
    size_t next = reader->at;
    if (reader->text.size - next >= 3 && (unsigned char)reader->text.at[next] >= 0xE3 &&
        ((unsigned char)reader->text.at[next + 2] & 0xF8) == 0x98) { /* as all four marks end */
        uint32_t mark = utf8_next(reader->text, &next);
        uint32_t joined =
            mark == 0x3099 || mark == 0x309A || mark == 0xFF9E || mark == 0xFF9F ? voiced(c, mark) : 0;
        if (joined != 0) {
            c = joined;
            reader->at = next;
        }
    }
    set_code_point(unit, c);
    unit->kind = FOLD_WIDE;
}

static bool fold_accented(struct fold_unit *unit, uint32_t c) {
    const char *base = NULL;
    if (c >= 0xC0 && c <= 0x24F) base = LATIN_BASE_00C0[c - 0xC0];
    if (c >= 0x1E00 && c <= 0x1EFF) base = LATIN_BASE_1E00[c - 0x1E00];
    if (base == NULL || base[0] == 0) return false;
    set_bytes(unit, (struct str){base, base[1] == 0 ? 1 : 2});
    unit->kind = FOLD_LATIN;
    unit->style = FOLD_ACCENTED;
    unit->letter = base[1] == 0 ? base[0] : 0;
    return true;
}

/* Small capitals and mathematical signs that read as letters; UTS 39 leaves
 * these apart because their shapes differ from the small letters. */
static char look_alike_sign(uint32_t c) {
    static const struct {
        uint32_t c;
        char letter;
    } SIGNS[] = {{0x1D00, 'a'}, {0x1D0D, 'm'}, {0x0274, 'n'}, {0x1D0F, 'o'}, {0x1D22, 'z'}, {0x0251, 'a'},
                 {0x237A, 'a'}, {0x039B, 'a'}, {0x2227, 'a'}, {0x2200, 'a'}, {0x0394, 'a'}, {0x2206, 'a'},
                 {0x028D, 'm'}, {0x043C, 'm'}, {0x03A0, 'n'}, {0x03B7, 'n'}, {0x043F, 'n'}, {0x0578, 'n'},
                 {0x057C, 'n'}, {0x2229, 'n'}, {0x25CB, 'o'}, {0x25EF, 'o'}, {0x3007, 'o'}, {0x2C6B, 'z'},
                 {0x03B6, 'z'}, {0x0396, 'z'}, {0x0391, 'a'}, {0x041C, 'm'}, {0x039C, 'm'}, {0x039D, 'n'},
                 {0x041E, 'o'}, {0x039F, 'o'}, {0x0410, 'a'}};
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++) {
        if (SIGNS[i].c == c) return SIGNS[i].letter;
    }
    return 0;
}

/* Everything else: normal form and skeleton, remembered. */
static void fold_rare(struct fold_reader *reader, struct fold_unit *unit, struct str raw, uint32_t c) {
    if (!reader->cache_cleared)
        for (size_t i = 0; i < FOLD_CACHE_UNITS; i++) reader->cache[i].code_point = 0;
    reader->cache_cleared = true;
    struct fold_unit *kept = &reader->cache[c % FOLD_CACHE_UNITS];
    if (kept->code_point == c) {
        size_t from = unit->from;
        *unit = *kept;
        unit->from = from;
        return;
    }
    if (reader->scratch.total > SCRATCH_BYTES_MAX) {
        arena_release(&reader->scratch);
        reader->scratch = (struct arena){0};
    }
    struct str folded = unicode_nfkc_casefold(&reader->scratch, raw);
    struct str shape = unicode_skeleton(&reader->scratch, raw);
    if (reader->scratch.failed && reader->arena != NULL) reader->arena->failed = true;
    set_bytes(unit, folded);
    unit->code_point = c;
    unit->kind = folded.size == 0 ? FOLD_DROPPED : FOLD_SIGN;
    size_t at = 0;
    uint32_t first = folded.size > 0 ? utf8_next(folded, &at) : 0;
    if (folded.size == 1 && ascii_is_alnum((unsigned char)folded.at[0])) {
        unit->letter = folded.at[0];
        unit->style = FOLD_STYLED;
        unit->kind = ascii_is_alpha((unsigned char)folded.at[0]) ? FOLD_LATIN : FOLD_DIGIT;
    } else if (first < 0x80 && folded.size > 1 && ascii_is_alnum((unsigned char)folded.at[0])) {
        unit->kind = FOLD_LATIN; /* a ligature or squared abbreviation */
        unit->style = FOLD_STYLED;
    } else if (first != c && fold_accented(unit, first)) {
        unit->style = FOLD_STYLED;
    } else if (fold_is_han(first) || fold_is_kana(first) || fold_is_hangul(first)) {
        unit->kind = FOLD_WIDE;
    } else {
        if ((first >= 0x0250 && first <= 0x1FFF) || (first >= 0x2C00 && first <= 0x2DFF) || first >= 0xA000) {
            unit->kind = FOLD_LETTER;
        }
        unit->style = FOLD_LOOK_ALIKE;
        unit->letter =
            shape.size == 1 && ascii_is_alnum((unsigned char)shape.at[0]) ? ascii_lower(shape.at[0]) : 0;
        if (str_equal(shape, STR("rn"))) unit->letter = 'm';
        char sign = look_alike_sign(c);
        if (sign != 0) unit->letter = sign;
    }
    *kept = *unit;
}

/* The cache is cleared when it is first needed: most texts are short and plain. */
void fold_start(struct fold_reader *reader, struct arena *arena, struct str text) {
    reader->text = text;
    reader->at = 0;
    reader->arena = arena;
    reader->scratch = (struct arena){0};
    reader->cache_cleared = false;
}

struct span fold_small_letters(struct fold_reader *reader) {
    struct span letters = {reader->at, reader->at};
    while (letters.to < reader->text.size && reader->text.at[letters.to] >= 'a' &&
           reader->text.at[letters.to] <= 'z')
        letters.to++;
    reader->at = letters.to;
    return letters;
}

void fold_end(struct fold_reader *reader) {
    arena_release(&reader->scratch);
    reader->scratch = (struct arena){0};
}

/* Kana, kanji and their punctuation without anything that folds to something else. */
static bool is_plain_wide(uint32_t c) {
    return c >= 0x3041 && c <= 0x9FFF && !(c >= 0x3200 && c <= 0x33FF) && c != 0x3099 && c != 0x309A &&
           c != 0x3164;
}

/* Everything but ASCII and plain kana and kanji. */
static void fold_other(struct fold_reader *reader, struct fold_unit *out, uint32_t c) {
    char sign = plain_sign(c);
    if (is_break(c)) {
        out->kind = FOLD_BREAK;
        set_code_point(out, '\n');
    } else if (is_space(c)) {
        out->kind = FOLD_SPACE;
        set_code_point(out, ' ');
    } else if (c >= 0xFF01 && c <= 0xFF5E && c != 0xFF0D) {
        fold_ascii(out, (unsigned char)(c - 0xFEE0));
    } else if (sign != 0) {
        out->kind = FOLD_SIGN;
        set_code_point(out, (unsigned char)sign);
    } else if (fold_is_mark(c) || unicode_is_ignorable(c) || unicode_is_bidi_control(c)) {
        out->kind = FOLD_DROPPED;
    } else if (fold_is_kana(c)) {
        fold_kana(reader, out, c);
    } else if (c >= 0x3000 && c <= 0x9FFF && c != 0x3007 && !(c >= 0x3200 && c <= 0x33FF)) {
        out->kind = FOLD_WIDE;
        set_code_point(out, c);
    } else if (!fold_accented(out, c)) {
        fold_rare(reader, out, str_slice(reader->text, out->from, reader->at), c);
    }
}

/* ASCII and plain kana and kanji first, and field by field: a text is folded
 * several times, and clearing a unit takes longer than folding a letter. */
bool fold_next(struct fold_reader *reader, struct fold_unit *out) {
    if (reader->at >= reader->text.size) return false;
    size_t from = reader->at;
    uint32_t c = utf8_next_fast(reader->text, &reader->at);
    if (c < 0x80) {
        out->from = from;
        fold_ascii(out, (unsigned char)c);
    } else {
        out->from = from;
        out->kind = FOLD_WIDE;
        out->style = FOLD_EXACT;
        out->letter = 0;
        out->upper = false;
        out->size = 0;
        out->bytes[0] = 0;
        if (!is_plain_wide(c)) {
            fold_other(reader, out, c);
        } else if (c <= 0x30FF) {
            fold_kana(reader, out, c);
        } else { /* three bytes, as they stand */
            memcpy(out->bytes, reader->text.at + from, 3);
            out->size = 3;
        }
    }
    out->code_point = c;
    out->to = reader->at;
    return true;
}

struct str fold_all(struct arena *arena, struct str text) {
    struct fold_reader *reader = arena_bytes(arena, sizeof *reader);
    if (reader == NULL) return (struct str){0};
    struct str_builder builder;
    str_builder_init(&builder, arena, text.size);
    struct fold_unit unit, last = {.kind = FOLD_SPACE};
    bool space = false;
    fold_start(reader, arena, text);
    while (fold_next(reader, &unit)) {
        if (unit.kind == FOLD_DROPPED) continue;
        if (unit.kind == FOLD_SPACE || unit.kind == FOLD_BREAK) {
            space = true;
            continue;
        }
        if (space && builder.size > 0 && unit.kind != FOLD_WIDE && last.kind != FOLD_WIDE) {
            str_builder_byte(&builder, ' ');
        }
        space = false;
        str_builder_str(&builder, (struct str){unit.bytes, unit.size});
        last = unit;
    }
    fold_end(reader);
    return str_builder_view(&builder);
}
