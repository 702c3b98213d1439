/* json: what was found, as JSON text (schema 1; core/README.md).
 *
 * In: facts and their judgement. Out: a malloc'ed NUL-terminated text for the
 * caller, or NULL when memory is out. Key order is fixed and every key is always
 * there, so that equal input gives equal bytes. Strings leave as well-formed
 * UTF-8 without NUL. What was cut is said in "totals". */
#ifndef HONMONO_VERDICT_JSON_H
#define HONMONO_VERDICT_JSON_H

#include "verdict/verdict.h"

/* The whole verdict; `only` >= 0: that check's part alone. */
char *json_write_verdict(struct arena *arena, const struct facts *facts, const struct judgement *judgement,
                         int only);
/* One link by itself: facts->links.at[0]. */
char *json_write_link(const struct facts *facts);
/* "honmono" and "schema", the first keys of every JSON. */
struct json;
void json_write_version(struct json *json);
/* Everything the core can say. */
char *json_write_catalogue(void);

#endif
