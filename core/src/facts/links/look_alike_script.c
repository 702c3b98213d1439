/* look_alike_script: see look_alike_script.h. What a letter looks like comes
 * from UTS 39 (decode/unicode.h); kana are compared without small forms and in
 * one syllabary, so that あまぞん and ｱﾏｿﾞﾝ are アマゾン. */
#include "facts/links/look_alike_script.h"

#include "base/utf8.h"
#include "brand/brand_names.h"
#include "brand/brand_table.h"
#include "decode/idna.h"
#include "decode/unicode.h"

static bool is_mark(uint32_t point) {
    return (point >= 0x300 && point <= 0x36F) || (point >= 0x1AB0 && point <= 0x1AFF) ||
           (point >= 0x1DC0 && point <= 0x1DFF) || (point >= 0x20D0 && point <= 0x20FF);
}

/* Scripts with letters that pass for Latin ones. */
static bool is_near_latin(uint32_t point) {
    return (point >= 0x370 && point <= 0x58F) || (point >= 0x10A0 && point <= 0x10FF) ||
           (point >= 0x13A0 && point <= 0x13FF) || (point >= 0x1C80 && point <= 0x1CBF) ||
           (point >= 0x1F00 && point <= 0x1FFF) || (point >= 0x2C80 && point <= 0x2DFF) ||
           (point >= 0xA640 && point <= 0xA69F) || (point >= 0xAB70 && point <= 0xABBF);
}

/* Hiragana as katakana, small kana as large ones; iteration and length marks dropped (0). */
static uint32_t fold_kana(uint32_t point) {
    if (point >= 0x3041 && point <= 0x3096) point += 0x60;
    if (point == 0x30FC || point == 0x30FB) return 0;
    if (point >= 0x30A1 && point <= 0x30A9 && point % 2) return point + 1;
    if (point >= 0x30E3 && point <= 0x30E7 && point % 2) return point + 1;
    return point;
}

static bool names_brand(struct arena *arena, struct str text) {
    struct str_builder folded;
    str_builder_init(&folded, arena, text.size + 1);
    for (size_t at = 0; at < text.size;) {
        uint32_t point = fold_kana(utf8_next(text, &at));
        if (point) str_builder_code_point(&folded, point);
    }
    struct str view = str_builder_view(&folded);
    struct strs names = brand_script_names(), natural = brand_script_natural();
    return str_contains_any(view, names.at, names.size) && !str_contains_any(view, natural.at, natural.size);
}

/* ASCII letters and digits stay; marks go; the rest becomes `other`. */
static struct str project(struct arena *arena, struct str text, char other) {
    struct str_builder out;
    str_builder_init(&out, arena, text.size + 1);
    for (size_t at = 0; at < text.size;) {
        uint32_t point = utf8_next(text, &at);
        if (point < 0x80)
            str_builder_byte(&out, ascii_lower((char)point));
        else if (!is_mark(point) && !unicode_is_ignorable(point))
            str_builder_byte(&out, other);
    }
    return str_builder_view(&out);
}

/* `looks`: the text as written; folded text has lost what its capitals look like. */
static void read_unicode(struct arena *arena, struct str text, struct str looks, struct script_view *out) {
    bool latin = false, near = false;
    for (size_t at = 0; at < text.size;) {
        uint32_t point = utf8_next(text, &at);
        latin |= (point < 0x80 && ascii_is_alpha((unsigned char)point)) || (point >= 0xC0 && point <= 0x24F);
        near |= is_near_latin(point);
    }
    out->mixed = latin && near;
    out->names_brand = names_brand(arena, text);
    out->plain = project(arena, text, '-');
    out->looks = project(arena, unicode_skeleton(arena, looks), '?');
}

void look_alike_read_script(struct arena *arena, struct str label, struct script_view *out) {
    *out = (struct script_view){0};
    struct str text = idna_to_unicode(arena, label, NULL);
    read_unicode(arena, text, text, out);
}

void look_alike_read_text(struct arena *arena, struct str text, struct script_view *out) {
    *out = (struct script_view){0};
    if (utf8_is_ascii(text))
        out->plain = str_lower_ascii(arena, text);
    else
        read_unicode(arena, unicode_nfkc_casefold(arena, text), text, out);
}

bool look_alike_fits_unknown(struct str looks) {
    const struct str brand = STR(BRAND_NAME);
    for (size_t from = 0; from + brand.size <= looks.size; from++) {
        bool starts = from == 0 || looks.at[from - 1] == '-';
        size_t end = from + brand.size, same = 0, unknown = 0;
        if (!starts || !(end == looks.size || looks.at[end] == '-')) continue;
        for (size_t i = 0; i < brand.size; i++) {
            same += looks.at[from + i] == brand.at[i];
            unknown += looks.at[from + i] == '?';
        }
        if (unknown > 0 && unknown <= 2 && same + unknown == brand.size) return true;
    }
    return false;
}
