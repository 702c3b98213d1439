/* charset_index: the tables of the Encoding Standard, "index code point".
 *
 * In: a pointer as the standard computes it from bytes. Out: a code point, or
 * 0 when the index has none. Reading one costs at most 64 additions: the
 * tables are stored as steps, which halves what a page has to carry. */
#ifndef HONMONO_DECODE_CHARSET_CHARSET_INDEX_H
#define HONMONO_DECODE_CHARSET_CHARSET_INDEX_H

#include "decode/charset/charset.h"

bool charset_is_single_byte(enum charset charset);
/* The character of a byte from 0x80 up in a single-byte encoding. */
uint32_t charset_index_single_byte(enum charset charset, unsigned char byte);

/* Shift_JIS, EUC-JP and ISO-2022-JP share one index; the second is EUC-JP's own. */
uint32_t charset_index_jis0208(uint32_t pointer);
uint32_t charset_index_jis0212(uint32_t pointer);
/* Of two-byte codes of GBK and gb18030. */
uint32_t charset_index_gbk(uint32_t pointer);
/* Of four-byte codes ("index gb18030 ranges code point"). */
uint32_t charset_index_gb18030_range(uint32_t pointer);
uint32_t charset_index_big5(uint32_t pointer);
uint32_t charset_index_euc_kr(uint32_t pointer);

#endif
