/* url_split: where a strict reader sees the host (RFC 3986, by uriparser).
 *
 * In: a link as it is written. Out: the bytes that RFC 3986 calls its host.
 * Why: mail filters and link scanners read by RFC 3986, browsers do not. A link
 * on whose host the two disagree (a backslash before an @, slashes missing) is
 * made to pass the one and mislead the other; url.c turns that into a note.
 * Nothing else depends on this reading. */
#ifndef HONMONO_READ_URL_URL_SPLIT_H
#define HONMONO_READ_URL_URL_SPLIT_H

#include "base/str.h"

struct arena;

/* False when uriparser refuses the text or it is over URIPARSER_BYTES_MAX. A
 * link without a host gives true and an empty view. */
bool url_split_host(struct arena *arena, struct str text, struct str *host);

#endif
