/* encoded_word: header text to UTF-8 (RFC 2047, with what mail programs forgive). */
#ifndef HONMONO_DECODE_ENCODED_WORD_H
#define HONMONO_DECODE_ENCODED_WORD_H

#include "base/str.h"

struct arena;
struct oddities;

/* Decodes every encoded word of an unfolded header value; white space between
 * two neighbouring words is dropped; a character split between neighbouring
 * words of one charset and encoding is joined before decoding; words in quoted
 * strings and glued to text are decoded too, as mail programs do. Raw 8-bit
 * bytes are decoded by detection. `place` is the header's name. */
struct str encoded_word_decode(struct arena *arena, struct str value, struct oddities *oddities,
                               struct str place);

#endif
