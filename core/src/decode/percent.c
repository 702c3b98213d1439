/* percent: see percent.h. Each set is written as the standard writes it: the
 * one before and what is added. */
#include "decode/percent.h"

#define LOW(byte) (UINT64_C(1) << (byte))
#define HIGH(byte) (UINT64_C(1) << ((byte)-0x40))

#define C0_LOW UINT64_C(0xFFFFFFFF)
#define C0_HIGH HIGH(0x7F)
#define FRAGMENT_LOW (C0_LOW | LOW(' ') | LOW('"') | LOW('<') | LOW('>'))
#define FRAGMENT_HIGH (C0_HIGH | HIGH('`'))
#define QUERY_LOW (C0_LOW | LOW(' ') | LOW('"') | LOW('#') | LOW('<') | LOW('>'))
#define QUERY_HIGH C0_HIGH
#define PATH_LOW (QUERY_LOW | LOW('?'))
#define PATH_HIGH (QUERY_HIGH | HIGH('^') | HIGH('`') | HIGH('{') | HIGH('}'))
#define USERINFO_LOW (PATH_LOW | LOW('/') | LOW(':') | LOW(';') | LOW('='))
#define USERINFO_HIGH (PATH_HIGH | HIGH('@') | HIGH('[') | HIGH('\\') | HIGH(']') | HIGH('|'))

const struct byte_set percent_c0_control_set = {C0_LOW, C0_HIGH};
const struct byte_set percent_fragment_set = {FRAGMENT_LOW, FRAGMENT_HIGH};
const struct byte_set percent_query_set = {QUERY_LOW, QUERY_HIGH};
const struct byte_set percent_special_query_set = {QUERY_LOW | LOW('\''), QUERY_HIGH};
const struct byte_set percent_path_set = {PATH_LOW, PATH_HIGH};
const struct byte_set percent_userinfo_set = {USERINFO_LOW, USERINFO_HIGH};

void percent_encode(struct str_builder *out, struct str text, const struct byte_set *set) {
    static const char digits[] = "0123456789ABCDEF";
    size_t kept = 0;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.at[i];
        if (!byte_set_has(set, byte)) continue;
        char escape[3] = {'%', digits[byte >> 4], digits[byte & 15]};
        str_builder_str(out, str_slice(text, kept, i));
        str_builder_str(out, (struct str){escape, sizeof escape});
        kept = i + 1;
    }
    str_builder_str(out, str_skip(text, kept));
}

struct str percent_decode(struct arena *arena, struct str text) {
    size_t at = str_find_byte(text, '%', 0);
    if (at == STR_NONE) return text;
    struct str_builder out;
    str_builder_init(&out, arena, text.size);
    size_t kept = 0;
    while (at != STR_NONE) {
        int high = at + 2 < text.size ? ascii_hex_value((unsigned char)text.at[at + 1]) : -1;
        int low = at + 2 < text.size ? ascii_hex_value((unsigned char)text.at[at + 2]) : -1;
        if (high >= 0 && low >= 0) {
            str_builder_str(&out, str_slice(text, kept, at));
            str_builder_byte(&out, (char)(high * 16 + low));
            kept = at + 3;
            at += 2;
        }
        at = str_find_byte(text, '%', at + 1);
    }
    str_builder_str(&out, str_skip(text, kept));
    return str_builder_view(&out);
}
