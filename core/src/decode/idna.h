/* idna: international host names as browsers read them (UTS 46).
 *
 * In: a domain in well-formed UTF-8. Out: its ASCII form, which is what is
 * looked up, and its Unicode form, which is what people are shown.
 * Options are those of the URL Standard's "domain to ASCII": non-transitional,
 * CheckBidi, CheckJoiners; no CheckHyphens, no STD3 rules, no length check. */
#ifndef HONMONO_DECODE_IDNA_H
#define HONMONO_DECODE_IDNA_H

#include "base/str.h"

struct arena;

struct idna {
    struct str ascii, unicode;
    bool mapped;     /* a non-ASCII character was read as ASCII ones (full-width, script letters) */
    bool dot_mapped; /* ... as the dot between labels */
    bool ignored;    /* invisible characters were dropped */
    bool lowered;    /* ASCII upper case became lower case */
    bool escapable;  /* a space or "*" stands in it, or what is read as one: Chromium escapes them */
};

/* UTS 46 ToASCII; false when a browser refuses the domain. An ASCII domain is
 * only lowered by the URL Standard: its caller need not ask here. */
bool idna_process(struct arena *arena, struct str domain, struct idna *out);

/* UTS 46 ToUnicode of a lower-case ASCII host. A label whose Punycode is not
 * valid stays as it is, and `*invalid` is set (NULL: not asked). */
struct str idna_to_unicode(struct arena *arena, struct str host, bool *invalid);

/* True when a label starts with "xn--". */
bool idna_has_punycode(struct str host);

#endif
