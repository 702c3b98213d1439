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
