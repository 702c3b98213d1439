/* str: a borrowed view of bytes, and a builder that owns the bytes it grows.
 *
 * In: bytes that live elsewhere (the caller's message, an arena, a literal).
 * Out: views that never outlive those bytes; nothing here is NUL-terminated.
 * Why: one type for every slice of a message, passed by value, so that no
 * parser copies what it only looks at. */
#ifndef HONMONO_BASE_STR_H
#define HONMONO_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct arena;

/* A view of `size` bytes at `at`. The empty view may have a NULL `at`. */
struct str {
    const char *at;
    size_t size;
};

/* What a search returns when nothing was found. */
#define STR_NONE SIZE_MAX

/* A view of a string literal, usable in expressions ... */
#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})
/* ... and in static initialisers. */
#define STR_INIT(literal)                                                                                    \
    { (literal), sizeof(literal) - 1 }

/* A view of a NUL-terminated string. */
struct str str_from(const char *text);

/* The small ones stand here, so that they cost no call: a sixth of the time of a
 * check was spent on calling them. */

/* Bytes [from, to) of `text`; both ends are clamped, so it is always safe. */
static inline struct str str_slice(struct str text, size_t from, size_t to) {
    if (to > text.size) to = text.size;
    if (from > to) from = from < text.size ? from : text.size;
    return (struct str){text.at ? text.at + from : NULL, from < to ? to - from : 0};
}
/* Bytes from `from` to the end. */
static inline struct str str_skip(struct str text, size_t from) { return str_slice(text, from, text.size); }

/* The first byte alone settles most comparisons. */
static inline bool str_equal(struct str left, struct str right) {
    return left.size == right.size &&
           (left.size == 0 || (left.at[0] == right.at[0] && memcmp(left.at, right.at, left.size) == 0));
}
static inline bool str_starts(struct str text, struct str prefix) {
    return text.size >= prefix.size && str_equal((struct str){text.at, prefix.size}, prefix);
}
static inline bool str_ends(struct str text, struct str suffix) {
    return text.size >= suffix.size && str_equal(str_skip(text, text.size - suffix.size), suffix);
}

/* ASCII letters compare without case; every other byte exactly. */
bool str_equal_ascii(struct str left, struct str right);
bool str_starts_ascii(struct str text, struct str prefix);
bool str_ends_ascii(struct str text, struct str suffix);
/* memcmp order, the shorter first when one is the other's prefix. */
int str_compare(struct str left, struct str right);

/* First place at or after `from`, or STR_NONE. */
size_t str_find_byte(struct str text, char byte, size_t from);
size_t str_find_last_byte(struct str text, char byte);
size_t str_find(struct str text, struct str needle, size_t from);
size_t str_find_ascii(struct str text, struct str needle, size_t from);
bool str_contains(struct str text, struct str needle);
bool str_contains_ascii(struct str text, struct str needle);

/* True when `text` is, begins with, ends with, contains one of `list`. */
bool str_equal_any(struct str text, const struct str *list, size_t count);
bool str_starts_any(struct str text, const struct str *list, size_t count);
bool str_ends_any(struct str text, const struct str *list, size_t count);
bool str_contains_any(struct str text, const struct str *list, size_t count);
/* An array of strings as the last two arguments of these. */
#define STR_LIST(list) (list), sizeof(list) / sizeof *(list)

/* Without space, tab, CR, LF, form feed at both ends. */
struct str str_trim(struct str text);

/* Cuts `*rest` at the first `byte`: returns what stands before it and leaves
 * what stands after it. Without one returns everything and leaves "". */
struct str str_cut(struct str *rest, char byte);

/* The next line of `*rest` without its LF, CR or CRLF. */
struct str str_cut_line(struct str *rest);

static inline bool ascii_is_digit(unsigned char byte) { return byte >= '0' && byte <= '9'; }
static inline bool ascii_is_alpha(unsigned char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}
static inline bool ascii_is_alnum(unsigned char byte) { return ascii_is_alpha(byte) || ascii_is_digit(byte); }
bool ascii_is_hex(unsigned char byte);
/* Space, tab, LF, form feed, CR: what HTML calls ASCII whitespace. */
static inline bool ascii_is_space(unsigned char byte) {
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\f' || byte == '\r';
}
static inline char ascii_lower(char byte) {
    return byte >= 'A' && byte <= 'Z' ? (char)(byte + ('a' - 'A')) : byte;
}
/* 0-15, or -1. */
int ascii_hex_value(unsigned char byte);

/* Copies that live as long as the arena. */
struct str str_copy(struct arena *arena, struct str text);
struct str str_lower_ascii(struct arena *arena, struct str text);
struct str str_join(struct arena *arena, struct str left, struct str right);

/* Grows in an arena. After an allocation failure it keeps what it had and
 * drops the rest; the arena remembers the failure. */
struct str_builder {
    struct arena *arena;
    char *at;
    size_t size, capacity;
};

void str_builder_init(struct str_builder *builder, struct arena *arena, size_t expected_bytes);
void str_builder_byte(struct str_builder *builder, char byte);
void str_builder_str(struct str_builder *builder, struct str text);
/* One code point as UTF-8; surrogates and values over 0x10FFFF as U+FFFD. */
void str_builder_code_point(struct str_builder *builder, uint32_t code_point);
void str_builder_number(struct str_builder *builder, uint64_t number);
/* The view of what was built; valid until the next append. */
struct str str_builder_view(const struct str_builder *builder);

#endif
