/* percent: percent-encoding and -decoding with the URL Standard's encode sets.
 *
 * In: bytes. Out: text in which the bytes of a set stand as %XX, or bytes again.
 * Reference: URL Standard, section 1.3. */
#ifndef HONMONO_DECODE_PERCENT_H
#define HONMONO_DECODE_PERCENT_H

#include "base/str.h"

struct arena;

/* ASCII bytes as bits; every byte from 0x80 up counts as a member. */
struct byte_set {
    uint64_t low, high; /* 0x00-0x3F, 0x40-0x7F */
};

/* The standard's sets, by its names. */
extern const struct byte_set percent_c0_control_set;
extern const struct byte_set percent_fragment_set;
extern const struct byte_set percent_query_set;
extern const struct byte_set percent_special_query_set;
extern const struct byte_set percent_path_set;
extern const struct byte_set percent_userinfo_set;

static inline bool byte_set_has(const struct byte_set *set, unsigned char byte) {
    if (byte >= 0x80) return true;
    return ((byte < 0x40 ? set->low >> byte : set->high >> (byte - 0x40)) & 1) != 0;
}

/* Appends `text`, its bytes of `set` as %XX with upper-case digits. */
void percent_encode(struct str_builder *out, struct str text, const struct byte_set *set);
/* Every well-formed %XX as its byte; others stay. The same view without any. */
struct str percent_decode(struct arena *arena, struct str text);

#endif
