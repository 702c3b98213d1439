/* charset_decoders: the multi-byte decoders of the Encoding Standard.
 *
 * In: bytes. Out: code points into a sink, which counts on the first pass and
 * writes on the second: the text is allocated once, in its exact size. */
#ifndef HONMONO_DECODE_CHARSET_CHARSET_DECODERS_H
#define HONMONO_DECODE_CHARSET_CHARSET_DECODERS_H

#include "decode/charset/charset.h"

struct charset_sink {
    char *at;         /* NULL: only count */
    size_t size;      /* bytes of UTF-8 so far */
    size_t malformed; /* sequences that became U+FFFD */
    bool cut;         /* the last of them only lacks its end */
    /* What detection judges by; filled when only counting. */
    size_t wide;      /* characters beyond ASCII */
    size_t kana;      /* of these: hiragana and full-width katakana */
    size_t half_kana; /* ... half-width katakana */
    size_t private;   /* ... of private use */
    size_t adjoining; /* ... that follow another directly */
    bool after_wide;
};

/* Decodes into `sink`; unknown encodings are read as UTF-8. */
void charset_decode_into(struct charset_sink *sink, enum charset charset, struct str bytes);
void charset_sink_code_point(struct charset_sink *sink, uint32_t code_point);
void charset_sink_malformed(struct charset_sink *sink);

void charset_decode_shift_jis(struct charset_sink *sink, struct str bytes);
void charset_decode_euc_jp(struct charset_sink *sink, struct str bytes);
/* `lenient` also reads what CP50221 and older programs wrote and browsers show
 * as U+FFFD: half-width kana as 8-bit bytes or between SO and SI, JIS X 0212. */
void charset_decode_iso_2022_jp(struct charset_sink *sink, struct str bytes, bool lenient);
void charset_decode_gb18030(struct charset_sink *sink, struct str bytes);
void charset_decode_big5(struct charset_sink *sink, struct str bytes);
void charset_decode_euc_kr(struct charset_sink *sink, struct str bytes);

#endif
