/* json_tools: cJSON, made sticky: after the first failed allocation nothing is
 * added any more and `failed` says so. Keys are literals and are not copied. */
#ifndef HONMONO_VERDICT_JSON_TOOLS_H
#define HONMONO_VERDICT_JSON_TOOLS_H

#include <cJSON.h>

#include "base/arena.h"
#include "verdict/verdict.h"

struct json {
    struct arena *arena; /* for NUL-terminated copies */
    bool failed;
};

/* Each adds to `parent`: under `key` in an object, at the end of a list when
 * `key` is NULL. The containers return the new item (NULL after a failure). */
cJSON *json_object(struct json *json, cJSON *parent, const char *key);
cJSON *json_list(struct json *json, cJSON *parent, const char *key);
void json_string(struct json *json, cJSON *parent, const char *key, struct str text);
/* The string, or null when it is empty. */
void json_string_or_null(struct json *json, cJSON *parent, const char *key, struct str text);
/* An id of C ("not_shown") as the JSON writes it ("not-shown"). */
void json_kebab(struct json *json, cJSON *parent, const char *key, const char *id);
void json_word(struct json *json, cJSON *parent, const char *key, const char *word);
void json_integer(struct json *json, cJSON *parent, const char *key, int64_t number);
void json_boolean(struct json *json, cJSON *parent, const char *key, bool value);
void json_null(struct json *json, cJSON *parent, const char *key);
/* The text of `root`, which is freed; NULL after a failure. */
char *json_print(struct json *json, cJSON *root);

/* Which links the JSON carries, and under which number. */
struct link_numbers {
    int64_t *of; /* number in the JSON by index into facts.links, -1: left out */
    size_t written;
};
struct link_numbers json_number_links(struct json *json, const struct facts *facts,
                                      const struct judgement *judgement);

/* json_message.c: the "message" section; true when text was cut. */
bool json_message(struct json *json, cJSON *parent, const struct facts *facts,
                  const struct judgement *judgement, const struct link_numbers *numbers);

#endif
