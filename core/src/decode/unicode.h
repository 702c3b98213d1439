/* unicode: normal forms, folding and looks, bounded and in the arena.
 *
 * In: well-formed UTF-8. Out: new text, at most six times as long; the input
 * itself when it is ASCII and needs no change. Linear in time, whatever the
 * marks; a run of more than 128 code points that cannot be cut is normalised in
 * pieces. */
#ifndef HONMONO_DECODE_UNICODE_H
#define HONMONO_DECODE_UNICODE_H

#include "base/str.h"

struct arena;

struct str unicode_nfc(struct arena *arena, struct str text);
/* NFKC with full case folding and default-ignorable characters removed
 * (UAX 44 NFKC_Casefold): what two texts are compared in. */
struct str unicode_nfkc_casefold(struct arena *arena, struct str text);

/* Zero-width and other default-ignorable characters. */
bool unicode_is_ignorable(uint32_t code_point);
/* Bidi controls (U+202A-E, U+2066-9, U+200E, U+200F, U+061C). */
bool unicode_is_bidi_control(uint32_t code_point);

/* What text looks like: the UTS 39 confusable skeleton, in lower case, with its
 * ASCII prototypes only, without marks (accents, strokes) and ignorables:
 * "аmazon" (Cyrillic) -> "amazon", "ΑΜΑΖΟΝ" (Greek) -> "amazon", "🅰mạ𝘇øñ" -> "amazon".
 * Give it text as written: folded text has lost what capitals look like (small
 * nu looks like v). ASCII only loses its case: 0/o, 1/l and rn/m are for
 * facts/links/look_alike.h. Japanese, Chinese and Korean stay readable. */
struct str unicode_skeleton(struct arena *arena, struct str text);

#endif
