/* percent: percent-encoding and -decoding with the URL Standard's encode sets.
 *
 * In: bytes. Out: text in which the bytes of a set stand as %XX, or bytes again.
 * Reference: URL Standard, section 1.3. */
#ifndef HONMONO_DECODE_PERCENT_H
#define HONMONO_DECODE_PERCENT_H

#include "base/str.h"

struct arena;

/* The standard's sets by their names; each byte knows which it is in. */
enum percent_set {
    PERCENT_C0_CONTROL = 1,
    PERCENT_FRAGMENT = 2,
    PERCENT_QUERY = 4,
    PERCENT_SPECIAL_QUERY = 8,
    PERCENT_PATH = 16,
    PERCENT_USERINFO = 32
};
extern const unsigned char percent_sets[256];

static inline bool percent_set_has(enum percent_set set, char byte) {
    return (percent_sets[(unsigned char)byte] & set) != 0;
}

/* Appends `text`, its bytes of `set` as %XX with upper-case digits. */
void percent_encode(struct str_builder *out, struct str text, enum percent_set set);
/* Every well-formed %XX as its byte; others stay. The same view without any. */
struct str percent_decode(struct arena *arena, struct str text);

#endif
