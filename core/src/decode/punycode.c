/* punycode: see punycode.h. Names follow RFC 3492 section 6: a "delta" counts
 * how far the insertion point moves on, `bias` tunes how its digits end. */
#include "decode/punycode.h"

#include <string.h>

enum { BASE = 36, THRESHOLD_MIN = 1, THRESHOLD_MAX = 26, SKEW = 38, DAMP = 700, BIAS_FIRST = 72 };

#define FIRST_POINT 0x80u
#define LAST_POINT 0x10FFFFu

static uint32_t adapt_bias(uint32_t delta, uint32_t points, bool first) {
    delta = first ? delta / DAMP : delta / 2;
    delta += delta / points;
    uint32_t steps = 0;
    while (delta > (BASE - THRESHOLD_MIN) * THRESHOLD_MAX / 2) {
        delta /= BASE - THRESHOLD_MIN;
        steps += BASE;
    }
    return steps + (BASE - THRESHOLD_MIN + 1) * delta / (delta + SKEW);
}

static uint32_t threshold(uint32_t position, uint32_t bias) {
    if (position <= bias) return THRESHOLD_MIN;
    return position - bias >= THRESHOLD_MAX ? THRESHOLD_MAX : position - bias;
}

static char digit_byte(uint32_t digit) { return (char)(digit < 26 ? 'a' + digit : '0' + (digit - 26)); }

static int digit_value(char byte) {
    if (byte >= '0' && byte <= '9') return byte - '0' + 26;
    byte = ascii_lower(byte);
    return byte >= 'a' && byte <= 'z' ? byte - 'a' : -1;
}

static void write_delta(struct str_builder *out, uint32_t delta, uint32_t bias) {
    for (uint32_t position = BASE;; position += BASE) {
        uint32_t limit = threshold(position, bias);
        if (delta < limit) break;
        str_builder_byte(out, digit_byte(limit + (delta - limit) % (BASE - limit)));
        delta = (delta - limit) / (BASE - limit);
    }
    str_builder_byte(out, digit_byte(delta));
}

bool punycode_encode(struct str_builder *out, const uint32_t *points, size_t count) {
    if (count > PUNYCODE_ENCODE_MAX) return false;
    uint32_t basic = 0;
    for (size_t i = 0; i < count; i++) {
        if (points[i] >= FIRST_POINT) continue;
        str_builder_byte(out, (char)points[i]);
        basic++;
    }
    if (basic > 0) str_builder_byte(out, '-');
    uint32_t handled = basic, least = FIRST_POINT, delta = 0, bias = BIAS_FIRST;
    while (handled < count) {
        uint32_t next = UINT32_MAX;
        for (size_t i = 0; i < count; i++)
            if (points[i] >= least && points[i] < next) next = points[i];
        if (next - least > (UINT32_MAX - delta) / (handled + 1)) return false;
        delta += (next - least) * (handled + 1);
        for (size_t i = 0; i < count; i++) {
            if (points[i] < next && ++delta == 0) return false;
            if (points[i] != next) continue;
            write_delta(out, delta, bias);
            bias = adapt_bias(delta, handled + 1, handled == basic);
            delta = 0;
            handled++;
        }
        delta++;
        least = next + 1;
    }
    return true;
}

/* Reads one delta at `*at`; false at a bad digit, the end, or an overflow. */
static bool read_delta(struct str text, size_t *at, uint32_t bias, uint32_t *delta) {
    uint32_t weight = 1;
    for (uint32_t position = BASE;; position += BASE) {
        int value = *at < text.size ? digit_value(text.at[*at]) : -1;
        if (value < 0) return false;
        (*at)++;
        uint32_t digit = (uint32_t)value;
        if (digit > (UINT32_MAX - *delta) / weight) return false;
        *delta += digit * weight;
        uint32_t limit = threshold(position, bias);
        if (digit < limit) return true;
        if (weight > UINT32_MAX / (BASE - limit)) return false;
        weight *= BASE - limit;
    }
}

bool punycode_decode(struct str text, uint32_t points[PUNYCODE_DECODE_MAX], size_t *count) {
    *count = 0;
    if (text.size > PUNYCODE_DECODE_MAX) return false;
    size_t hyphen = str_find_last_byte(text, '-');
    size_t basic = hyphen == STR_NONE ? 0 : hyphen;
    size_t at = basic > 0 ? basic + 1 : 0; /* a hyphen that ends nothing is a bad digit */
    for (size_t i = 0; i < basic; i++) {
        if ((unsigned char)text.at[i] >= FIRST_POINT) return false;
        points[(*count)++] = (unsigned char)text.at[i];
    }
    uint32_t point = FIRST_POINT, index = 0, bias = BIAS_FIRST;
    while (at < text.size) {
        uint32_t before = index;
        if (!read_delta(text, &at, bias, &index)) return false;
        uint32_t size = (uint32_t)*count + 1;
        bias = adapt_bias(index - before, size, before == 0);
        if (index / size > LAST_POINT - point) return false;
        point += index / size;
        index %= size;
        memmove(points + index + 1, points + index, (*count - index) * sizeof *points);
        points[index++] = point;
        (*count)++;
    }
    return true;
}
