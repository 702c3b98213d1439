/* uts46: the table of UTS 46, which is also the base of NFKC_Casefold (unicode.c).
 *
 * In: one code point. Out: what it is mapped to, and what the rules for labels
 * ask about it. */
#ifndef HONMONO_DECODE_UTS46_H
#define HONMONO_DECODE_UTS46_H

#include "base/str.h"

/* What one code point from 0x80 up is mapped to (UTS 46 section 4, step 1).
 * SHIFTED: `*one`; SPELLED: the UTF-8 in `*spelled`; else the code point itself,
 * which is in `*one`. */
enum uts46_mapping { UTS46_VALID, UTS46_IGNORED, UTS46_DISALLOWED, UTS46_SHIFTED, UTS46_PAIRED, UTS46_SPELLED };
enum uts46_mapping uts46_map_point(uint32_t point, uint32_t *one, struct str *spelled);

/* Bidi class (3 bits), joining type and the marks; see idna.c. */
uint32_t uts46_find_properties(uint32_t point);

/* The Unicode version of the tables. */
const char *uts46_unicode_version(void);

#endif
