/* utf7: mail-safe Unicode (RFC 2152), which mail programs read and browsers do not. */
#ifndef HONMONO_DECODE_CHARSET_UTF7_H
#define HONMONO_DECODE_CHARSET_UTF7_H

#include "base/str.h"

struct arena;

/* Well-formed UTF-8; what is malformed becomes U+FFFD. */
struct str utf7_decode(struct arena *arena, struct str bytes);

#endif
