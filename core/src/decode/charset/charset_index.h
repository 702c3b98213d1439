/* charset_index: the tables of the Encoding Standard, "index code point".
 *
 * In: a pointer as the standard computes it from bytes. Out: a code point, or
 * 0 when the index has none. Reading one costs at most 64 additions: the
 * tables are stored as steps, which halves what a page has to carry. */
#ifndef HONMONO_DECODE_CHARSET_CHARSET_INDEX_H
#define HONMONO_DECODE_CHARSET_CHARSET_INDEX_H

#include "decode/charset/charset.h"

bool charset_is_single_byte(enum charset charset);
#define CHARSET_INDEX_BLOCK 64
#define CHARSET_INDEX_SLOTS 32

/* Blocks of an index that were unpacked, for one text. */
struct charset_index_cache {
    uint16_t blocks[CHARSET_INDEX_SLOTS]; /* number + 1 */
    uint16_t code_points[CHARSET_INDEX_SLOTS][CHARSET_INDEX_BLOCK];
};
static inline void charset_index_start(struct charset_index_cache *cache) {
    for (size_t i = 0; i < CHARSET_INDEX_SLOTS; i++) cache->blocks[i] = 0;
}

/* The character of a byte from 0x80 up in a single-byte encoding. */
uint32_t charset_index_single_byte(enum charset charset, unsigned char byte);

/* Shift_JIS, EUC-JP and ISO-2022-JP share one index; the second is EUC-JP's own. */
uint32_t charset_index_jis0208(struct charset_index_cache *cache, uint32_t pointer);
uint32_t charset_index_jis0212(struct charset_index_cache *cache, uint32_t pointer);
/* Of two-byte codes of GBK and gb18030. */
uint32_t charset_index_gbk(struct charset_index_cache *cache, uint32_t pointer);
/* Of four-byte codes ("index gb18030 ranges code point"). */
uint32_t charset_index_gb18030_range(uint32_t pointer);
uint32_t charset_index_big5(struct charset_index_cache *cache, uint32_t pointer);
uint32_t charset_index_euc_kr(struct charset_index_cache *cache, uint32_t pointer);

#endif
