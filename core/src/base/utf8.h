/* utf8: code points out of bytes, by the WHATWG Encoding Standard's decoder.
 *
 * In: any bytes. Out: code points; every ill-formed maximal subpart is one
 * U+FFFD, as every browser shows it. */
#ifndef HONMONO_BASE_UTF8_H
#define HONMONO_BASE_UTF8_H

#include "base/str.h"

#define UTF8_REPLACEMENT 0xFFFDu

/* utf8_next() of a byte that is not ASCII. */
uint32_t utf8_next_wide(struct str text, size_t *at);
/* The code point at `*at` (which must be < text.size); moves `*at` past it.
 * `*at` always advances by at least one byte. */
static inline uint32_t utf8_next(struct str text, size_t *at) {
    unsigned char byte = (unsigned char)text.at[*at];
    if (byte >= 0x80) return utf8_next_wide(text, at);
    ++*at;
    return byte;
}
/* Kana and kanji, in the few loops that most of a Japanese text runs through: three bytes
 * stand at `at` that are one character from U+3000 to U+9FFF. */
static inline bool utf8_is_three(struct str text, size_t at) {
    const unsigned char *bytes = (const unsigned char *)text.at + at;
    return text.size - at >= 3 && bytes[0] >= 0xE3 && bytes[0] <= 0xE9 && (bytes[1] & 0xC0) == 0x80 &&
           (bytes[2] & 0xC0) == 0x80;
}
/* utf8_next() that has these without a call. */
static inline uint32_t utf8_next_fast(struct str text, size_t *at) {
    if (!utf8_is_three(text, *at)) return utf8_next(text, at);
    const unsigned char *bytes = (const unsigned char *)text.at + *at;
    *at += 3;
    return (bytes[0] & 0x0Fu) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu);
}
/* The code point that ends just before `*at` (> 0); moves `*at` to its start. */
uint32_t utf8_previous(struct str text, size_t *at);
/* True when the bytes are well-formed UTF-8 (ASCII included). */
bool utf8_is_valid(struct str text);
bool utf8_is_ascii(struct str text);
/* The largest place <= `at` that does not split a character. */
size_t utf8_floor(struct str text, size_t at);
size_t utf8_count(struct str text);
/* Well-formed text: the same view when it already is, else a copy in which
 * every ill-formed subpart is U+FFFD. */
struct str utf8_repair(struct arena *arena, struct str text);

#endif
