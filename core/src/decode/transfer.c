/* transfer: see transfer.h. Both decoders write into one allocation of the
 * input's size, which the output can never exceed. */
#include "decode/transfer.h"

#include "base/arena.h"
#include "base/oddity.h"

static int base64_value(unsigned char byte) {
    if (byte >= 'A' && byte <= 'Z') return byte - 'A';
    if (byte >= 'a' && byte <= 'z') return byte - 'a' + 26;
    if (byte >= '0' && byte <= '9') return byte - '0' + 52;
    if (byte == '+') return 62;
    return byte == '/' ? 63 : -1;
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
