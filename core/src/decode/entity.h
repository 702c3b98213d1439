/* entity: HTML character references ("&amp;", "&#x4e00;") to characters.
 *
 * In: text with references. Out: code points, by the WHATWG tokenizer's
 * character reference states (HTML Standard 13.2.5.72 and following): the
 * longest known name wins, some names work without ";", numbers are repaired
 * as browsers repair them. Linear. */
#ifndef HONMONO_DECODE_ENTITY_H
#define HONMONO_DECODE_ENTITY_H

#include "base/str.h"

struct entity {
    size_t used;        /* bytes of the reference, "&" included; 1 when it is none */
    unsigned count;     /* code points it stands for: 1 or 2 */
    uint32_t points[2]; /* "&" itself when it is no reference */
};

/* Reads the reference at `at`, where `text` has "&". In an attribute's value a
 * name without ";" before "=", a letter or a digit is no reference. */
struct entity entity_read(struct str text, size_t at, bool in_attribute);

/* `text` with every reference replaced; the same view when it has none. */
struct str entity_decode(struct arena *arena, struct str text, bool in_attribute);

#endif
