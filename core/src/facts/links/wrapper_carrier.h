/* wrapper_carrier: how wrappers write a URL into a URL. Each returns the text
 * of the carried URL, "" when there is none. */
#ifndef HONMONO_FACTS_LINKS_WRAPPER_CARRIER_H
#define HONMONO_FACTS_LINKS_WRAPPER_CARRIER_H

#include "base/arena.h"
#include "base/str.h"
#include "read/url/url.h"

/* Without white space, controls and "+" at its beginning. */
struct str carrier_trim(struct str text);
/* Percent-decoded; once more while it begins with an encoded "http:". */
struct str carrier_percent(struct arena *arena, struct str value);
/* Base64 or base64url, when what comes out is text. */
struct str carrier_base64(struct arena *arena, struct str value);
struct str carrier_bing(struct arena *arena, struct str value);
struct str carrier_proofpoint2(struct arena *arena, struct str value);
struct str carrier_proofpoint3(struct arena *arena, const struct url *url);
struct str carrier_avanan(struct arena *arena, const struct url *url);
/* `rest` is the path behind the wrapper's own part of it. */
struct str carrier_last_segment(struct arena *arena, struct str rest);
struct str carrier_base64_segment(struct arena *arena, struct str rest);
struct str carrier_path_host(struct arena *arena, const struct url *url, struct str rest);
struct str carrier_path_url(struct arena *arena, const struct url *url, struct str rest);
struct str carrier_yahoo(struct arena *arena, struct str path);
struct str carrier_translate_host(struct arena *arena, const struct url *url);

#endif
