/* options: the caller's JSON to struct options (facts/options.h).
 *
 * Strict on purpose: a key that is misspelt and ignored would silently weaken
 * the verdict, so unknown, duplicate and ill-typed keys are refused by name. */
#ifndef HONMONO_VERDICT_OPTIONS_H
#define HONMONO_VERDICT_OPTIONS_H

#include "facts/options.h"

/* `text` is a NUL-terminated JSON object or NULL. The strings live in the
 * arena. Returns false when they are bad, with `*problem` as one English line;
 * running out of memory shows in the arena only. `*only` is the check's number
 * or -1. */
bool options_read(struct arena *arena, const char *text, struct options *out, int *only, struct str *problem);

#endif
