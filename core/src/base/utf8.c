/* utf8: see utf8.h. The lead byte fixes the range of the second byte, which
 * excludes overlong forms and surrogates (WHATWG Encoding, UTF-8 decoder). */
#include "base/utf8.h"

static uint32_t decode(const unsigned char *bytes, size_t size, size_t *used) {
    unsigned char lead = bytes[0];
    *used = 1;
    if (lead < 0x80) return lead;
    size_t needed;
    uint32_t code_point;
    unsigned char low = 0x80, high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
        needed = 1;
        code_point = lead & 0x1Fu;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        needed = 2;
        code_point = lead & 0x0Fu;
        if (lead == 0xE0) low = 0xA0;
        if (lead == 0xED) high = 0x9F;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        needed = 3;
        code_point = lead & 0x07u;
        if (lead == 0xF0) low = 0x90;
        if (lead == 0xF4) high = 0x8F;
    } else {
        return UTF8_REPLACEMENT;
    }
    for (size_t i = 1; i <= needed; i++) {
        if (i >= size || bytes[i] < low || bytes[i] > high) return UTF8_REPLACEMENT;
        code_point = (code_point << 6) | (bytes[i] & 0x3Fu);
        low = 0x80;
        high = 0xBF;
        *used = i + 1;
    }
    return code_point;
}

uint32_t utf8_next_wide(struct str text, size_t *at) {
    size_t used, left = text.size - *at;
    const unsigned char *bytes = (const unsigned char *)text.at + *at;
    /* kana, kanji and hangul at once */
    if (left >= 3 && bytes[0] >= 0xE1 && bytes[0] <= 0xEC && (bytes[1] & 0xC0) == 0x80 &&
        (bytes[2] & 0xC0) == 0x80) {
        *at += 3;
        return (bytes[0] & 0x0Fu) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu);
    }
    uint32_t code_point = decode(bytes, left, &used);
    *at += used;
    return code_point;
}

uint32_t utf8_previous(struct str text, size_t *at) {
    size_t end = *at;
    for (size_t back = 1; back <= 4 && back <= end; back++) {
        unsigned char byte = (unsigned char)text.at[end - back];
        if (byte < 0x80 || byte >= 0xC0) {
            size_t used;
            uint32_t code_point = decode((const unsigned char *)text.at + end - back, back, &used);
            if (used == back) {
                *at = end - back;
                return code_point;
            }
            break;
        }
    }
    *at = end - 1;
    return UTF8_REPLACEMENT;
}

/* The first place from `at` on that does not hold ASCII: eight bytes at a time. */
static size_t skip_ascii(struct str text, size_t at) {
    uint64_t eight;
    for (; text.size - at >= sizeof eight; at += sizeof eight) {
        memcpy(&eight, text.at + at, sizeof eight);
        if (eight & 0x8080808080808080u) break;
    }
    while (at < text.size && (unsigned char)text.at[at] < 0x80) at++;
    return at;
}

bool utf8_is_ascii(struct str text) { return skip_ascii(text, 0) == text.size; }

/* U+FFFD written as such is well-formed: only a failed decode is shorter than
 * three bytes or starts with another lead. */
static bool is_ill_formed(struct str text, size_t from, size_t used, uint32_t code_point) {
    return code_point == UTF8_REPLACEMENT &&
           !(used == 3 && (unsigned char)text.at[from] == 0xEF && (unsigned char)text.at[from + 1] == 0xBF &&
             (unsigned char)text.at[from + 2] == 0xBD);
}

bool utf8_is_valid(struct str text) {
    size_t at = skip_ascii(text, 0);
    while (at < text.size) {
        size_t from = at;
        uint32_t code_point = utf8_next(text, &at);
        if (is_ill_formed(text, from, at - from, code_point)) return false;
        if (at < text.size && (unsigned char)text.at[at] < 0x80) at = skip_ascii(text, at);
    }
    return true;
}

size_t utf8_floor(struct str text, size_t at) {
    if (at >= text.size) return text.size;
    for (size_t back = 0; back < 4 && back <= at; back++)
        if (((unsigned char)text.at[at - back] & 0xC0) != 0x80) return at - back;
    return at;
}

size_t utf8_count(struct str text) {
    size_t count = 0;
    for (size_t at = 0; at < text.size; count++) utf8_next(text, &at);
    return count;
}

struct str utf8_repair(struct arena *arena, struct str text) {
    if (utf8_is_valid(text)) return text;
    struct str_builder builder;
    str_builder_init(&builder, arena, text.size + text.size / 8);
    for (size_t at = 0; at < text.size;) str_builder_code_point(&builder, utf8_next(text, &at));
    return str_builder_view(&builder);
}
