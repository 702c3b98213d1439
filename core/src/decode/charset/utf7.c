/* utf7: see utf7.h.
 *
 * "+" opens a stretch of UTF-16 in base64 that any other character ends; "-"
 * ends it and disappears; "+-" is a plus sign. Why it is read at all: a filter
 * that takes UTF-7 for ASCII sees "+AGEAbQBhAHoAbwBu-" where people see a name. */
#include "decode/charset/utf7.h"

#include "base/arena.h"
#include "decode/charset/charset_decoders.h"

struct units {
    uint32_t bits, lead; /* lead: a lead surrogate that waits for its trail */
    unsigned count;      /* bits not yet used */
};

static int base64_value(unsigned char byte) {
    if (byte >= 'A' && byte <= 'Z') return byte - 'A';
    if (byte >= 'a' && byte <= 'z') return byte - 'a' + 26;
    if (byte >= '0' && byte <= '9') return byte - '0' + 52;
    if (byte == '+') return 62;
    return byte == '/' ? 63 : -1;
}

static void write_unit(struct charset_sink *sink, struct units *units, uint32_t unit) {
    bool trail = unit >= 0xDC00 && unit <= 0xDFFF, lead = unit >= 0xD800 && unit < 0xDC00;
    if (trail && units->lead) {
        charset_sink_code_point(sink, 0x10000 + ((units->lead - 0xD800) << 10 | (unit - 0xDC00)));
        units->lead = 0;
        return;
    }
    if (units->lead || trail) charset_sink_malformed(sink);
    units->lead = lead ? unit : 0;
    if (!lead && !trail) charset_sink_code_point(sink, unit);
}

/* The stretch that begins at `*at`, after its "+". */
static void read_stretch(struct charset_sink *sink, struct str bytes, size_t *at) {
    struct units units = {0};
    int value;
    while (*at < bytes.size && (value = base64_value((unsigned char)bytes.at[*at])) >= 0) {
        (*at)++;
        units.bits = units.bits << 6 | (uint32_t)value;
        units.count += 6;
        if (units.count < 16) continue;
        units.count -= 16;
        write_unit(sink, &units, units.bits >> units.count & 0xFFFF);
        units.bits &= (1u << units.count) - 1;
    }
    if (units.lead) charset_sink_malformed(sink);
}

static void decode(struct charset_sink *sink, struct str bytes) {
    for (size_t at = 0; at < bytes.size;) {
        unsigned char byte = (unsigned char)bytes.at[at++];
        if (byte >= 0x80) {
            charset_sink_malformed(sink);
        } else if (byte != '+') {
            charset_sink_code_point(sink, byte);
        } else if (at < bytes.size && bytes.at[at] == '-') {
            charset_sink_code_point(sink, '+');
            at++;
        } else {
            read_stretch(sink, bytes, &at);
            if (at < bytes.size && bytes.at[at] == '-') at++;
        }
    }
}

struct str utf7_decode(struct arena *arena, struct str bytes) {
    struct charset_sink counted = {0};
    decode(&counted, bytes);
    char *text = arena_bytes(arena, counted.size);
    if (!text) return (struct str){NULL, 0};
    struct charset_sink sink = {.at = text};
    decode(&sink, bytes);
    return (struct str){text, sink.size};
}
