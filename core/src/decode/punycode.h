/* punycode: one label's characters to and from its ASCII form (RFC 3492).
 *
 * In: code points, or the ASCII after "xn--". Out: the other. Labels over the
 * limits fail, as they do in browsers: the algorithm is quadratic. */
#ifndef HONMONO_DECODE_PUNYCODE_H
#define HONMONO_DECODE_PUNYCODE_H

#include "base/str.h"
#include "limits.h"

/* Appends the Punycode of `points` without "xn--"; false when over
 * PUNYCODE_ENCODE_MAX or when numbers overflow (then something partial was appended). */
bool punycode_encode(struct str_builder *out, const uint32_t *points, size_t count);

/* Code points of the ASCII `text` (without "xn--") into `points`, which holds
 * PUNYCODE_DECODE_MAX of them; false when it is not Punycode or is too long. */
bool punycode_decode(struct str text, uint32_t points[PUNYCODE_DECODE_MAX], size_t *count);

#endif
