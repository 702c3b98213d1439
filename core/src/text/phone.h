/* phone: telephone numbers in text, as people read them.
 *
 * In: text. Out: one number after the other, in ASCII, full-width, circled or
 * mathematical digits, with whatever signs between the groups. */
#ifndef HONMONO_TEXT_PHONE_H
#define HONMONO_TEXT_PHONE_H

#include "base/str.h"

struct phone {
    size_t from, to; /* bytes of the text */
    bool certain;    /* written as only telephone numbers are; else a word must say so */
    bool mobile;     /* of a person rather than of a service */
};

/* The next number at or after `*at`, which moves behind it; false at the end. */
bool phone_find(struct str text, size_t *at, struct phone *out);

#endif
