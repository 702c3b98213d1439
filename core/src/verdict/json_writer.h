/* json_writer: JSON text, written once from front to back.
 *
 * In: calls in the order of the text. Out: one malloc'ed text. Whatever bytes
 * a string holds, it leaves as well-formed UTF-8 without NUL. Sticky: after a
 * failed allocation nothing more is written and json_finish() returns NULL. */
#ifndef HONMONO_VERDICT_JSON_WRITER_H
#define HONMONO_VERDICT_JSON_WRITER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct json {
    char *at; /* malloc'ed; starts as {0} */
    size_t size, capacity;
    bool follows; /* a value stands before: the next one needs a comma */
    bool failed;
};

/* Each writes one value: after its `key` in an object, with NULL in a list.
 * Keys, words and ids are ASCII that needs no escape. What was opened is closed
 * by the caller, innermost first. */
void json_open_object(struct json *json, const char *key);
void json_close_object(struct json *json);
void json_open_list(struct json *json, const char *key);
void json_close_list(struct json *json);
void json_string(struct json *json, const char *key, struct str text);
/* The string, or null when it is empty. */
void json_string_or_null(struct json *json, const char *key, struct str text);
void json_word(struct json *json, const char *key, const char *word);
/* An id of C ("not_shown") as the JSON writes it ("not-shown"). */
void json_kebab(struct json *json, const char *key, const char *id);
void json_integer(struct json *json, const char *key, int64_t number);
void json_boolean(struct json *json, const char *key, bool value);
void json_null(struct json *json, const char *key);
/* The NUL-terminated text, for the caller to free; NULL after a failure. */
char *json_finish(struct json *json);

#endif
