/* percent: see percent.h. Each set is written as the standard writes it: the
 * one before and what is added. */
#include "decode/percent.h"

#define IS_C0_CONTROL(b) ((b) < 0x20 || (b) > 0x7E)
#define IS_FRAGMENT(b)                                                                                       \
    (IS_C0_CONTROL(b) || (b) == ' ' || (b) == '"' || (b) == '<' || (b) == '>' || (b) == '`')
#define IS_QUERY(b) (IS_C0_CONTROL(b) || (b) == ' ' || (b) == '"' || (b) == '#' || (b) == '<' || (b) == '>')
#define IS_SPECIAL_QUERY(b) (IS_QUERY(b) || (b) == '\'')
#define IS_PATH(b) (IS_QUERY(b) || (b) == '?' || (b) == '^' || (b) == '`' || (b) == '{' || (b) == '}')
#define IS_USERINFO(b)                                                                                       \
    (IS_PATH(b) || (b) == '/' || (b) == ':' || (b) == ';' || (b) == '=' || (b) == '@' ||                     \
     ((b) >= '[' && (b) <= ']') || (b) == '|')

#define SETS(b)                                                                                              \
    ((IS_C0_CONTROL(b) ? PERCENT_C0_CONTROL : 0) | (IS_FRAGMENT(b) ? PERCENT_FRAGMENT : 0) |                 \
     (IS_QUERY(b) ? PERCENT_QUERY : 0) | (IS_SPECIAL_QUERY(b) ? PERCENT_SPECIAL_QUERY : 0) |                 \
     (IS_PATH(b) ? PERCENT_PATH : 0) | (IS_USERINFO(b) ? PERCENT_USERINFO : 0))
#define FOUR(b) SETS(b), SETS((b) + 1), SETS((b) + 2), SETS((b) + 3)
#define SIXTEEN(b) FOUR(b), FOUR((b) + 4), FOUR((b) + 8), FOUR((b) + 12)
#define SIXTY_FOUR(b) SIXTEEN(b), SIXTEEN((b) + 16), SIXTEEN((b) + 32), SIXTEEN((b) + 48)

const unsigned char percent_sets[256] = {SIXTY_FOUR(0), SIXTY_FOUR(64), SIXTY_FOUR(128), SIXTY_FOUR(192)};

static void write_escape(struct str_builder *out, unsigned char byte) {
    static const char digits[] = "0123456789ABCDEF";
    const char escape[3] = {'%', digits[byte >> 4], digits[byte & 15]};
    str_builder_str(out, (struct str){escape, sizeof escape});
}

void percent_encode(struct str_builder *out, struct str text, enum percent_set set) {
    for (size_t at = 0; at < text.size; at++) {
        size_t from = at;
        while (at < text.size && !percent_set_has(set, text.at[at])) at++;
        str_builder_str(out, str_slice(text, from, at));
        if (at < text.size) write_escape(out, (unsigned char)text.at[at]);
    }
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
