/* style: declarations to values; see style.h. What one value means:
 * style_property.c. */
#include "read/style/style.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "read/style/html_names.h"
#include "read/style/style_property.h"

_Static_assert(STYLE_COUNT <= 64, "a set of properties is one uint64_t");

static bool cut_important(struct str *value) {
    size_t mark = str_find_last_byte(*value, '!');
    if (mark == STR_NONE || !str_equal_ascii(str_trim(str_skip(*value, mark + 1)), STR("important")))
        return false;
    *value = str_trim(str_slice(*value, 0, mark));
    return true;
}

void style_merge(struct style_values *values, const struct style_values *over) {
    for (uint64_t left = over->set; left; left &= left - 1) {
        unsigned property = 0;
        while (!((left >> property) & 1)) property++;
        uint64_t bit = (uint64_t)1 << property;
        if ((values->important & bit) && !(over->important & bit)) continue;
        values->set |= bit;
        values->important |= over->important & bit;
        values->value[property] = over->value[property];
    }
}

static void read_declaration(struct str declaration, bool quirks, struct style_values *out) {
    size_t colon = str_find_byte(declaration, ':', 0);
    if (colon == STR_NONE) return;
    struct str name = str_trim(str_slice(declaration, 0, colon));
    if (!style_property_find(name)) return;
    struct str value = str_trim(str_skip(declaration, colon + 1));
    bool important = cut_important(&value);
    if (!important) {
        style_property_read(name, value, quirks, out);
        return;
    }
    struct style_values above = {0};
    style_property_read(name, value, quirks, &above);
    above.important = above.set;
    style_merge(out, &above);
}

/* ---- comments and escapes: "dis\70 lay", "dis\0070lay" ---- */

uint32_t style_read_escape(struct str css, size_t *at) {
    uint32_t code_point = 0;
    size_t digits = 0;
    while (digits < 6 && *at < css.size && ascii_is_hex((unsigned char)css.at[*at])) {
        code_point = code_point * 16 + (uint32_t)ascii_hex_value((unsigned char)css.at[(*at)++]);
        digits++;
    }
    if (!digits) return *at < css.size ? utf8_next(css, at) : UTF8_REPLACEMENT;
    if (*at < css.size && ascii_is_space((unsigned char)css.at[*at])) ++*at;
    bool valid = code_point && code_point < 0x110000 && (code_point < 0xD800 || code_point > 0xDFFF);
    return valid ? code_point : UTF8_REPLACEMENT;
}

/* An escaped sign is a letter of a name, never punctuation. */
static uint32_t letter_of(uint32_t code_point) {
    bool sign = code_point < 0x80 && !ascii_is_alnum((unsigned char)code_point) && code_point != '-';
    return sign ? '_' : code_point;
}

static struct str undo_escapes(struct arena *arena, struct str css) {
    if (str_find_byte(css, '\\', 0) == STR_NONE && str_find(css, STR("/*"), 0) == STR_NONE) return css;
    struct str_builder builder;
    str_builder_init(&builder, arena, css.size);
    for (size_t at = 0; at < css.size;) {
        if (css.at[at] == '\\') {
            at++;
            if (at < css.size) str_builder_code_point(&builder, letter_of(style_read_escape(css, &at)));
        } else if (css.at[at] == '/' && at + 1 < css.size && css.at[at + 1] == '*') {
            size_t end = str_find(css, STR("*/"), at + 2);
            str_builder_byte(&builder, ' ');
            at = end == STR_NONE ? css.size : end + 2;
        } else {
            str_builder_byte(&builder, css.at[at++]);
        }
    }
    return str_builder_view(&builder);
}

/* Where a declaration that begins at `at` ends: ";" outside of brackets and quotes. */
static size_t find_declaration_end(struct str css, size_t at) {
    size_t depth = 0;
    char quote = 0;
    for (; at < css.size; at++) {
        char byte = css.at[at];
        if (quote) {
            if (byte == quote || byte == '\n') quote = 0;
        } else if (byte == '"' || byte == '\'') {
            quote = byte;
        } else if (byte == '(' || byte == '[' || byte == '{') {
            depth++;
        } else if ((byte == ')' || byte == ']' || byte == '}') && depth) {
            depth--;
        } else if (byte == ';' && !depth) {
            break;
        }
    }
    return at;
}

void style_read(struct arena *arena, struct str css, bool quirks, struct style_values *out) {
    css = undo_escapes(arena, css);
    for (size_t at = 0; at < css.size;) {
        size_t end = find_declaration_end(css, at);
        read_declaration(str_slice(css, at, end), quirks, out);
        at = end + 1;
    }
}
