/* look_alike: does somebody else's host try to look like Amazon's?
 *
 * In: a host that is not Amazon's, and which part of it its owner chose. Out:
 * URL_NOTE_BIT()s of the tricks it plays, 0 when it plays none. */
#ifndef HONMONO_FACTS_LINKS_LOOK_ALIKE_H
#define HONMONO_FACTS_LINKS_LOOK_ALIKE_H

#include "base/str.h"

struct arena;

/* `host` is ASCII lower case; [0, chosen) are the labels its owner chose, the
 * last of them the registered one; what follows is a public suffix or a
 * hosting service's domain. */
uint64_t look_alike_find(struct arena *arena, struct str host, size_t chosen);

/* True when a text (a user name, a link's words) holds Amazon's name, right,
 * misspelt or in another script's letters. Any UTF-8. */
bool look_alike_in_text(struct arena *arena, struct str text);

#endif
