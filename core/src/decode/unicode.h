/* unicode: normal forms and folding by utf8proc, bounded and in the arena.
 *
 * In: well-formed UTF-8. Out: new text; the input itself when it is ASCII and
 * needs no change. */
#ifndef HONMONO_DECODE_UNICODE_H
#define HONMONO_DECODE_UNICODE_H

#include "base/str.h"

struct arena;

struct str unicode_nfc(struct arena *arena, struct str text);
/* NFKC with full case folding and default-ignorable characters removed
 * (UAX 44 NFKC_Casefold): what two texts are compared in. */
struct str unicode_nfkc_casefold(struct arena *arena, struct str text);
/* NFKC without case folding. */
struct str unicode_nfkc(struct arena *arena, struct str text);

/* Zero-width and other default-ignorable characters. */
bool unicode_is_ignorable(uint32_t code_point);
/* Bidi controls (U+202A-E, U+2066-9, U+200E, U+200F, U+061C). */
bool unicode_is_bidi_control(uint32_t code_point);

/* UTS 39 confusable skeleton of folded text: "аmazon" (Cyrillic) -> "amazon".
 * Two texts look alike when their skeletons are equal. */
struct str unicode_skeleton(struct arena *arena, struct str text);

#endif
