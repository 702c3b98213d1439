/* transfer: see transfer.h. Both decoders write into one allocation of the
 * input's size, which the output can never exceed. */
#include "decode/transfer.h"

#include "base/arena.h"
#include "base/oddity.h"

/* The six bits of a character from '+' to 'z', or -1. */
static const signed char base64_values[] = {62, -1, -1, -1, 63, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, -1,
                                            -1, -1, -1, -1, -1, -1, 0,  1,  2,  3,  4,  5,  6,  7,  8,  9,
                                            10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25,
                                            -1, -1, -1, -1, -1, -1, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35,
                                            36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51};

static int base64_value(unsigned char byte) {
    return byte >= '+' && byte <= 'z' ? base64_values[byte - '+'] : -1;
}

/* Four characters that are all of the alphabet, as they mostly are; or -1. */
static int32_t base64_four(const char *at) {
    int first = base64_value((unsigned char)at[0]), second = base64_value((unsigned char)at[1]);
    int third = base64_value((unsigned char)at[2]), fourth = base64_value((unsigned char)at[3]);
    if ((first | second | third | fourth) < 0) return -1;
    return first << 18 | second << 12 | third << 6 | fourth;
}

/* Four characters make three bytes; `bits` holds the last `count` of them. */
struct base64_group {
    uint32_t bits;
    unsigned count;
};

/* Ends a group early: two characters hold one byte, three hold two. A single
 * one holds none: false. */
static bool end_group(struct base64_group *group, char *out, size_t *size) {
    unsigned count = group->count;
    uint32_t bits = group->bits << 6 * (4 - count);
    *group = (struct base64_group){0};
    if (count >= 2) out[(*size)++] = (char)(bits >> 16 & 0xFF);
    if (count == 3) out[(*size)++] = (char)(bits >> 8 & 0xFF);
    return count != 1;
}

struct str base64_decode(struct arena *arena, struct str text, struct oddities *oddities, struct str place) {
    char *out = arena_bytes(arena, text.size / 4 * 3 + 3);
    if (!out) return (struct str){NULL, 0};
    size_t size = 0, bad = 0;
    bool whole = true;
    struct base64_group group = {0};
    for (size_t at = 0; at < text.size; at++) {
        int32_t four = -1;
        while (!group.count && text.size - at > 4 && (four = base64_four(text.at + at)) >= 0) {
            out[size++] = (char)(four >> 16 & 0xFF);
            out[size++] = (char)(four >> 8 & 0xFF);
            out[size++] = (char)(four & 0xFF);
            at += 4;
        }
        unsigned char byte = (unsigned char)text.at[at];
        int value = base64_value(byte);
        if (value < 0) {
            if (byte == '=')
                whole &= group.count == 0 || end_group(&group, out, &size);
            else
                bad += !ascii_is_space(byte);
            continue;
        }
        group.bits = group.bits << 6 | (uint32_t)value;
        if (++group.count < 4) continue;
        out[size++] = (char)(group.bits >> 16 & 0xFF);
        out[size++] = (char)(group.bits >> 8 & 0xFF);
        out[size++] = (char)(group.bits & 0xFF);
        group = (struct base64_group){0};
    }
    if (group.count) whole &= end_group(&group, out, &size);
    if (bad) oddity_add(oddities, ODDITY_base64_bad_byte, place);
    if (!whole) oddity_add(oddities, ODDITY_base64_truncated, place);
    return (struct str){out, size};
}

/* The place after the line break that an "=" before `at` hides, or `at` when
 * no break follows: white space may stand between, the end of the text counts. */
static size_t skip_soft_break(struct str text, size_t at) {
    size_t after = at;
    while (after < text.size && (text.at[after] == ' ' || text.at[after] == '\t')) after++;
    if (after == text.size) return after;
    if (text.at[after] == '\n') return after + 1;
    if (text.at[after] != '\r') return at;
    return after + 1 < text.size && text.at[after + 1] == '\n' ? after + 2 : after + 1;
}

/* White space before a line break was added on the way (RFC 2045 6.7, rule 3). */
static size_t drop_trailing_space(const char *out, size_t size, size_t kept) {
    while (size > kept && (out[size - 1] == ' ' || out[size - 1] == '\t')) size--;
    return size;
}

struct str quoted_printable_decode(struct arena *arena, struct str text, struct oddities *oddities,
                                   struct str place) {
    char *out = arena_bytes(arena, text.size);
    if (!out) return (struct str){NULL, 0};
    size_t size = 0, bad = 0;
    size_t kept = 0; /* out[0, kept) was encoded, or ends a line: not trailing space */
    for (size_t at = 0; at < text.size;) {
        while (at < text.size && text.at[at] != '=' && text.at[at] != '\n' && text.at[at] != '\r')
            out[size++] = text.at[at++];
        if (at == text.size) break;
        char byte = text.at[at++];
        if (byte == '\n' || byte == '\r') size = drop_trailing_space(out, size, kept);
        if (byte == '=') {
            size_t after = skip_soft_break(text, at);
            int high = at + 1 < text.size ? ascii_hex_value((unsigned char)text.at[at]) : -1;
            int low = high >= 0 ? ascii_hex_value((unsigned char)text.at[at + 1]) : -1;
            if (after != at || at == text.size) {
                at = after;
                kept = size;
                continue;
            }
            if (low >= 0) {
                byte = (char)(high << 4 | low);
                at += 2;
                kept = size + 1;
            } else {
                bad++;
            }
        }
        out[size++] = byte;
    }
    size = drop_trailing_space(out, size, kept);
    if (bad) oddity_add(oddities, ODDITY_quoted_printable_bad_escape, place);
    return (struct str){out, size};
}
