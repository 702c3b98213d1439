/* transfer: content transfer encodings (RFC 2045 section 6), as broken as they come. */
#ifndef HONMONO_DECODE_TRANSFER_H
#define HONMONO_DECODE_TRANSFER_H

#include "base/str.h"

struct arena;
struct oddities;

/* Base64 as mail programs decode it: bytes outside the alphabet are skipped,
 * padding in the middle starts a new group, missing padding is fine. */
struct str base64_decode(struct arena *arena, struct str text, struct oddities *oddities, struct str place);
/* Quoted-printable; lower-case hex, bare "=" and trailing white space are
 * forgiven: a bad escape stays as it is written. */
struct str quoted_printable_decode(struct arena *arena, struct str text, struct oddities *oddities,
                                   struct str place);

#endif
