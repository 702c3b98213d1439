/* json_writer: see json_writer.h. RFC 8259; escapes as cJSON prints them, which
 * the tests compare it with. No tree in between: what a flood of links or runs
 * costs is its text alone. */
#include "verdict/json_writer.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

#define FIRST_BYTES 4096u

/* Room for `more` bytes, or NULL; the caller writes them and adds to size. */
static char *reserve(struct json *json, size_t more) {
    if (json->failed) return NULL;
    if (json->capacity - json->size < more) {
        size_t larger = json->capacity + json->capacity / 2 + FIRST_BYTES;
        if (larger - json->size < more) larger = json->size + more;
        char *moved = larger > json->capacity ? realloc(json->at, larger) : NULL;
        if (!moved) {
            json->failed = true;
            return NULL;
        }
        json->at = moved;
        json->capacity = larger;
    }
    return json->at + json->size;
}

static void put(struct json *json, struct str text) {
    char *at = text.size ? reserve(json, text.size) : NULL;
    if (!at) return;
    memcpy(at, text.at, text.size);
    json->size += text.size;
}

/* The comma and the key that stand before a value, and the sign that opens it (0: none). */
static void begin_value(struct json *json, const char *key, char open) {
    size_t key_size = key ? strlen(key) : 0;
    char *at = reserve(json, key_size + 5);
    if (!at) return;
    if (json->follows) *at++ = ',';
    json->follows = true;
    if (key) {
        *at++ = '"';
        memcpy(at, key, key_size);
        at += key_size;
        *at++ = '"';
        *at++ = ':';
    }
    if (open) *at++ = open;
    json->size = (size_t)(at - json->at);
}

static void put_sign(struct json *json, char sign) {
    char *at = reserve(json, 1);
    if (!at) return;
    *at = sign;
    json->size++;
}

static void open_bracket(struct json *json, const char *key, char bracket) {
    begin_value(json, key, bracket);
    json->follows = false;
}

static void close_bracket(struct json *json, char bracket) {
    put_sign(json, bracket);
    json->follows = true;
}

void json_open_object(struct json *json, const char *key) { open_bracket(json, key, '{'); }
void json_close_object(struct json *json) { close_bracket(json, '}'); }
void json_open_list(struct json *json, const char *key) { open_bracket(json, key, '['); }
void json_close_list(struct json *json) { close_bracket(json, ']'); }

/* Three bytes that begin with E1 to EC, whatever follows them is in range. */
static bool is_well_formed(struct str text, size_t at) {
    return text.size - at >= 3 && ((unsigned char)text.at[at + 1] & 0xC0) == 0x80 &&
           ((unsigned char)text.at[at + 2] & 0xC0) == 0x80;
}

/* How many bytes from `from` on stand in JSON as they are. */
static size_t count_plain(struct str text, size_t from) {
    size_t at = from;
    while (at < text.size) {
        unsigned char byte = (unsigned char)text.at[at];
        if (byte >= 0x80) {
            if (byte < 0xE1 || byte > 0xEC || !is_well_formed(text, at)) break;
            at += 3;
        } else {
            if (byte < 0x20 || byte == '"' || byte == '\\') break;
            at++;
        }
    }
    return at - from;
}

static void put_escape(struct json *json, unsigned char byte) {
    static const char short_forms[] = "\bb\ff\nn\rr\tt\"\"\\\\";
    const char *found = memchr(short_forms, byte, sizeof short_forms - 1);
    char escape[6] = {'\\', 'u', '0', '0', byte & 0x10 ? '1' : '0', "0123456789abcdef"[byte & 0x0F]};
    if (found) escape[1] = found[1];
    put(json, (struct str){escape, found ? 2 : sizeof escape});
}

/* One character that is not plain: NUL and what is ill-formed as U+FFFD. */
static size_t put_character(struct json *json, struct str text, size_t at) {
    unsigned char byte = (unsigned char)text.at[at];
    size_t from = at;
    if (byte > 0 && byte < 0x80) {
        put_escape(json, byte);
        return from + 1;
    }
    uint32_t code_point = byte ? utf8_next(text, &at) : UTF8_REPLACEMENT;
    if (!byte) at++;
    if (code_point == UTF8_REPLACEMENT)
        put(json, STR("\xEF\xBF\xBD"));
    else
        put(json, str_slice(text, from, at));
    return at;
}

void json_string(struct json *json, const char *key, struct str text) {
    begin_value(json, key, '"');
    for (size_t at = 0; at < text.size && !json->failed;) {
        size_t plain = count_plain(text, at);
        put(json, (struct str){text.at + at, plain});
        at += plain;
        if (at < text.size) at = put_character(json, text, at);
    }
    put_sign(json, '"');
}

void json_string_or_null(struct json *json, const char *key, struct str text) {
    if (text.size)
        json_string(json, key, text);
    else
        json_null(json, key);
}

void json_word(struct json *json, const char *key, const char *word) {
    begin_value(json, key, '"');
    put(json, str_from(word));
    put_sign(json, '"');
}

void json_kebab(struct json *json, const char *key, const char *id) {
    json_word(json, key, id);
    if (json->failed) return;
    char *end = json->at + json->size;
    for (char *at = end - strlen(id) - 1; at < end; at++)
        if (*at == '_') *at = '-';
}

void json_integer(struct json *json, const char *key, int64_t number) {
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = number < 0 ? (uint64_t)0 - (uint64_t)number : (uint64_t)number;
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (number < 0) digits[--at] = '-';
    begin_value(json, key, 0);
    put(json, (struct str){digits + at, sizeof digits - at});
}

void json_boolean(struct json *json, const char *key, bool value) {
    begin_value(json, key, 0);
    put(json, value ? STR("true") : STR("false"));
}

void json_null(struct json *json, const char *key) {
    begin_value(json, key, 0);
    put(json, STR("null"));
}

char *json_finish(struct json *json) {
    put(json, (struct str){"", 1});
    if (!json->failed) return json->at;
    free(json->at);
    json->at = NULL;
    return NULL;
}
