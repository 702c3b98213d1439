/* str: views and builders; see str.h. */
#include "base/str.h"

#include <string.h>

#include "base/arena.h"

struct str str_from(const char *text) {
    return (struct str){text, strlen(text)};
}

bool str_equal_ascii(struct str left, struct str right) {
    if (left.size != right.size) return false;
    for (size_t i = 0; i < left.size; i++)
        if (ascii_lower(left.at[i]) != ascii_lower(right.at[i])) return false;
    return true;
}

bool str_starts_ascii(struct str text, struct str prefix) {
    if (text.size < prefix.size) return false;
    if (prefix.size > 0 && ascii_lower(text.at[0]) != ascii_lower(prefix.at[0])) return false;
    return str_equal_ascii((struct str){text.at, prefix.size}, prefix);
}

bool str_ends_ascii(struct str text, struct str suffix) {
    return text.size >= suffix.size && str_equal_ascii(str_skip(text, text.size - suffix.size), suffix);
}

int str_compare(struct str left, struct str right) {
    size_t common = left.size < right.size ? left.size : right.size;
    int order = common ? memcmp(left.at, right.at, common) : 0;
    if (order) return order;
    return (left.size > right.size) - (left.size < right.size);
}

size_t str_find_byte(struct str text, char byte, size_t from) {
    if (from >= text.size) return STR_NONE;
    const char *found = memchr(text.at + from, byte, text.size - from);
    return found ? (size_t)(found - text.at) : STR_NONE;
}

size_t str_find_last_byte(struct str text, char byte) {
    for (size_t i = text.size; i > 0; i--)
        if (text.at[i - 1] == byte) return i - 1;
    return STR_NONE;
}

/* Needles are short constants, so the plain search is linear in practice: its
 * worst case is text.size * needle.size, and both callers' needles are bounded. */
size_t str_find(struct str text, struct str needle, size_t from) {
    if (needle.size == 0) return from <= text.size ? from : STR_NONE;
    while (from + needle.size <= text.size) {
        const char *found = memchr(text.at + from, needle.at[0], text.size - needle.size - from + 1);
        if (!found) return STR_NONE;
        from = (size_t)(found - text.at);
        if (memcmp(found, needle.at, needle.size) == 0) return from;
        from++;
    }
    return STR_NONE;
}

size_t str_find_ascii(struct str text, struct str needle, size_t from) {
    if (needle.size == 0) return from <= text.size ? from : STR_NONE;
    char first = ascii_lower(needle.at[0]);
    for (; from + needle.size <= text.size; from++)
        if (ascii_lower(text.at[from]) == first &&
            str_equal_ascii(str_slice(text, from, from + needle.size), needle))
            return from;
    return STR_NONE;
}

bool str_contains(struct str text, struct str needle) { return str_find(text, needle, 0) != STR_NONE; }

bool str_contains_ascii(struct str text, struct str needle) {
    return str_find_ascii(text, needle, 0) != STR_NONE;
}

bool str_equal_any(struct str text, const struct str *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (str_equal(text, list[i])) return true;
    return false;
}

bool str_starts_any(struct str text, const struct str *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (str_starts(text, list[i])) return true;
    return false;
}

bool str_ends_any(struct str text, const struct str *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (str_ends(text, list[i])) return true;
    return false;
}

bool str_contains_any(struct str text, const struct str *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (str_contains(text, list[i])) return true;
    return false;
}

int ascii_hex_value(unsigned char byte) {
    if (ascii_is_digit(byte)) return byte - '0';
    if (byte >= 'a' && byte <= 'f') return byte - 'a' + 10;
    if (byte >= 'A' && byte <= 'F') return byte - 'A' + 10;
    return -1;
}

bool ascii_is_hex(unsigned char byte) { return ascii_hex_value(byte) >= 0; }

struct str str_trim(struct str text) {
    size_t from = 0, to = text.size;
    while (from < to && ascii_is_space((unsigned char)text.at[from])) from++;
    while (to > from && ascii_is_space((unsigned char)text.at[to - 1])) to--;
    return str_slice(text, from, to);
}

struct str str_cut(struct str *rest, char byte) {
    size_t place = str_find_byte(*rest, byte, 0);
    struct str before = str_slice(*rest, 0, place);
    *rest = place == STR_NONE ? str_slice(*rest, rest->size, rest->size) : str_skip(*rest, place + 1);
    return before;
}

struct str str_cut_line(struct str *rest) {
    size_t end = 0;
    while (end < rest->size && rest->at[end] != '\n' && rest->at[end] != '\r') end++;
    struct str line = str_slice(*rest, 0, end);
    if (end + 1 < rest->size && rest->at[end] == '\r' && rest->at[end + 1] == '\n') end++;
    *rest = str_skip(*rest, end < rest->size ? end + 1 : end);
    return line;
}

struct str str_copy(struct arena *arena, struct str text) {
    char *copy = arena_bytes(arena, text.size);
    if (!copy || text.size == 0) return (struct str){copy, 0};
    memcpy(copy, text.at, text.size);
    return (struct str){copy, text.size};
}

struct str str_lower_ascii(struct arena *arena, struct str text) {
    char *copy = arena_bytes(arena, text.size);
    if (!copy) return (struct str){NULL, 0};
    for (size_t i = 0; i < text.size; i++) copy[i] = ascii_lower(text.at[i]);
    return (struct str){copy, text.size};
}

struct str str_join(struct arena *arena, struct str left, struct str right) {
    struct str_builder builder;
    str_builder_init(&builder, arena, left.size + right.size);
    str_builder_str(&builder, left);
    str_builder_str(&builder, right);
    return str_builder_view(&builder);
}

void str_builder_init(struct str_builder *builder, struct arena *arena, size_t expected_bytes) {
    *builder = (struct str_builder){.arena = arena};
    if (expected_bytes == 0) return;
    builder->at = arena_bytes(arena, expected_bytes);
    if (builder->at) builder->capacity = expected_bytes;
}

static bool make_room(struct str_builder *builder, size_t bytes) {
    if (bytes <= builder->capacity - builder->size) return true;
    if (bytes > SIZE_MAX / 4 - builder->size) {
        builder->arena->failed = true;
        return false;
    }
    size_t larger = builder->capacity ? builder->capacity * 2 : 64;
    if (larger < builder->size + bytes) larger = builder->size + bytes;
    char *memory = arena_grow_bytes(builder->arena, builder->at, builder->capacity, larger);
    if (!memory) return false;
    builder->at = memory;
    builder->capacity = larger;
    return true;
}

void str_builder_byte(struct str_builder *builder, char byte) {
    if (make_room(builder, 1)) builder->at[builder->size++] = byte;
}

void str_builder_str(struct str_builder *builder, struct str text) {
    if (text.size == 0 || !make_room(builder, text.size)) return;
    memcpy(builder->at + builder->size, text.at, text.size);
    builder->size += text.size;
}

void str_builder_code_point(struct str_builder *builder, uint32_t code_point) {
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) code_point = 0xFFFD;
    char bytes[4];
    size_t size = 0;
    if (code_point < 0x80) {
        bytes[size++] = (char)code_point;
    } else if (code_point < 0x800) {
        bytes[size++] = (char)(0xC0 | (code_point >> 6));
        bytes[size++] = (char)(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        bytes[size++] = (char)(0xE0 | (code_point >> 12));
        bytes[size++] = (char)(0x80 | ((code_point >> 6) & 0x3F));
        bytes[size++] = (char)(0x80 | (code_point & 0x3F));
    } else {
        bytes[size++] = (char)(0xF0 | (code_point >> 18));
        bytes[size++] = (char)(0x80 | ((code_point >> 12) & 0x3F));
        bytes[size++] = (char)(0x80 | ((code_point >> 6) & 0x3F));
        bytes[size++] = (char)(0x80 | (code_point & 0x3F));
    }
    str_builder_str(builder, (struct str){bytes, size});
}

void str_builder_number(struct str_builder *builder, uint64_t number) {
    char digits[20];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    str_builder_str(builder, (struct str){digits + at, sizeof digits - at});
}

struct str str_builder_view(const struct str_builder *builder) {
    return (struct str){builder->at, builder->size};
}
