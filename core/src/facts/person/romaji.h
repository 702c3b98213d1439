/* romaji: one key for all the ways in which a Japanese name is romanised.
 *
 * In: folded Latin letters or kana. Out: a key in which Hepburn, Kunrei and
 * Nihon spellings, long vowels (oh, ou, oo, a macron, or none) and n before
 * b, m, p are equal: "Itoh" = "Itou" = "Ito" = "イトウ". Two different names may
 * share a key ("Ono", "Oono"): the key is used to say "the same", where being
 * generous costs little. */
#ifndef HONMONO_FACTS_PERSON_ROMAJI_H
#define HONMONO_FACTS_PERSON_ROMAJI_H

#include "base/str.h"

struct arena;

struct str romaji_key_of_latin(struct arena *arena, struct str letters);
/* Characters that are no kana are left out. */
struct str romaji_key_of_kana(struct arena *arena, struct str kana);

#endif
