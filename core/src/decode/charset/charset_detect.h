/* charset_detect: what bytes say about their own encoding; the part of
 * charset.h that only its own files need. */
#ifndef HONMONO_DECODE_CHARSET_CHARSET_DETECT_H
#define HONMONO_DECODE_CHARSET_CHARSET_DETECT_H

#include "decode/charset/charset.h"
#include "decode/charset/charset_decoders.h"

struct arena;

/* What `bytes` look like when read as `charset`, and the text once that is known. */
struct charset_sink charset_measure(enum charset charset, struct str bytes);
struct str charset_write(struct arena *arena, enum charset charset, struct str bytes,
                         const struct charset_sink *measured);
/* Malformed sequences, apart from a last one that was only cut off. */
size_t charset_errors(const struct charset_sink *measured);
/* An escape of ISO-2022-JP that chooses a Japanese set. */
bool charset_has_escapes(struct str bytes);
/* UTF-16 by label or mark that reads as nothing, while the bytes read as plain text. */
bool charset_utf_16_is_pretence(enum charset charset, struct str bytes);

#endif
