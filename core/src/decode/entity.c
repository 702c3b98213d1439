/* entity: see entity.h. A name is found by narrowing the range of sorted names
 * letter by letter; the last row that was complete on the way is the longest. */
#include "decode/entity.h"

#include "data/entities.inc"

#include "base/utf8.h"

#define LEGACY_BIT 64u

/* What "&#128;" to "&#159;" mean: windows-1252, not the C1 controls. */
static const uint16_t windows_1252[32] = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                          0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
                                          0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                          0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

static size_t name_size(size_t row) { return entity_sizes[row] & (LEGACY_BIT - 1); }

/* The byte of a row's name at `at`, 0 behind its end. */
static unsigned char name_byte(size_t row, size_t at) {
    return at < name_size(row) ? (unsigned char)entity_names[entity_name_at[row] + at] : 0;
}

/* First row in [low, high) whose byte at `at` is not below `byte`. */
static size_t lower_bound(size_t low, size_t high, size_t at, unsigned byte) {
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (name_byte(middle, at) < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static struct entity no_reference(void) { return (struct entity){1, 1, {'&', 0}}; }

static struct entity from_row(size_t row, size_t used) {
    uint16_t value = entity_values[row];
    struct entity entity = {used, 1, {value, 0}};
    if (value >= 0xD800) {
        entity.points[0] = entity_pool[value - 0xD800][0];
        entity.points[1] = entity_pool[value - 0xD800][1];
        if (entity.points[1]) entity.count = 2;
    }
    return entity;
}

/* `name` is what follows "&". */
static struct entity read_named(struct str name, bool in_attribute) {
    unsigned char first = (unsigned char)name.at[0];
    size_t letter = first >= 'a' ? 26u + first - 'a' : (size_t)first - 'A';
    size_t low = entity_first[letter], high = entity_first[letter + 1];
    size_t best = SIZE_MAX, best_size = 0;
    bool closed = false;
    for (size_t size = 1; low < high; size++) {
        if (name_size(low) == size) {
            bool semicolon = size < name.size && name.at[size] == ';';
            if (semicolon || (entity_sizes[low] & LEGACY_BIT)) {
                best = low;
                best_size = size + semicolon;
                closed = semicolon;
            }
        }
        if (size >= name.size) break;
        unsigned char byte = (unsigned char)name.at[size];
        if (!ascii_is_alnum(byte)) break;
        low = lower_bound(low, high, size, byte);
        high = lower_bound(low, high, size, byte + 1u);
    }
    if (best == SIZE_MAX) return no_reference();
    if (in_attribute && !closed && best_size < name.size) {
        unsigned char next = (unsigned char)name.at[best_size];
        if (next == '=' || ascii_is_alnum(next)) return no_reference();
    }
    return from_row(best, best_size + 1);
}

/* `digits` is what follows "&#". */
static struct entity read_number(struct str digits) {
    bool hex = digits.size && (digits.at[0] == 'x' || digits.at[0] == 'X');
    size_t start = hex ? 1 : 0, at = start;
    uint32_t number = 0;
    for (; at < digits.size; at++) {
        int value = ascii_hex_value((unsigned char)digits.at[at]);
        if (value < 0 || (!hex && value > 9)) break;
        number = number * (hex ? 16u : 10u) + (uint32_t)value;
        if (number > 0x10FFFF) number = 0x110000;
    }
    if (at == start) return no_reference();
    if (at < digits.size && digits.at[at] == ';') at++;
    if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number <= 0xDFFF)) number = UTF8_REPLACEMENT;
    if (number >= 0x80 && number < 0xA0) number = windows_1252[number - 0x80];
    return (struct entity){at + 2, 1, {number, 0}};
}

struct entity entity_read(struct str text, size_t at, bool in_attribute) {
    struct str rest = str_skip(text, at + 1);
    if (!rest.size) return no_reference();
    if (rest.at[0] == '#') return read_number(str_skip(rest, 1));
    if (ascii_is_alpha((unsigned char)rest.at[0])) return read_named(rest, in_attribute);
    return no_reference();
}

struct str entity_decode(struct arena *arena, struct str text, bool in_attribute) {
    size_t at = str_find_byte(text, '&', 0);
    if (at == STR_NONE) return text;
    struct str_builder builder;
    str_builder_init(&builder, arena, text.size);
    size_t copied = 0;
    while (at != STR_NONE) {
        str_builder_str(&builder, str_slice(text, copied, at));
        struct entity entity = entity_read(text, at, in_attribute);
        for (unsigned i = 0; i < entity.count; i++) str_builder_code_point(&builder, entity.points[i]);
        copied = at + entity.used;
        at = str_find_byte(text, '&', copied);
    }
    str_builder_str(&builder, str_skip(text, copied));
    return str_builder_view(&builder);
}
