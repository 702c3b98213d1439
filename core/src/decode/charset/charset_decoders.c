/* charset_decoders: see charset_decoders.h.
 *
 * Each follows its section of the standard: a lead byte, its trail, a pointer
 * into an index; a bad trail that is ASCII is read again as itself, so that a
 * stray lead byte can never swallow a quote or an angle bracket. */
#include "decode/charset/charset_decoders.h"

#include "base/utf8.h"
#include "decode/charset/charset_index.h"

static void count_code_point(struct charset_sink *sink, uint32_t code_point) {
    bool wide = code_point >= 0x80;
    if (wide) {
        sink->wide++;
        sink->adjoining += sink->after_wide;
        sink->kana += code_point >= 0x3041 && code_point <= 0x30FE;
        sink->half_kana += code_point >= 0xFF61 && code_point <= 0xFF9F;
        sink->private += code_point >= 0xE000 && code_point <= 0xF8FF;
    }
    sink->after_wide = wide;
}

void charset_sink_code_point(struct charset_sink *sink, uint32_t code_point) {
    char scratch[4];
    if (!sink->at) count_code_point(sink, code_point);
    char *out = sink->at ? sink->at + sink->size : scratch;
    if (code_point < 0x80) {
        out[0] = (char)code_point;
        sink->size += 1;
    } else if (code_point < 0x800) {
        out[0] = (char)(0xC0 | code_point >> 6);
        out[1] = (char)(0x80 | (code_point & 0x3F));
        sink->size += 2;
    } else if (code_point < 0x10000) {
        out[0] = (char)(0xE0 | code_point >> 12);
        out[1] = (char)(0x80 | (code_point >> 6 & 0x3F));
        out[2] = (char)(0x80 | (code_point & 0x3F));
        sink->size += 3;
    } else {
        out[0] = (char)(0xF0 | code_point >> 18);
        out[1] = (char)(0x80 | (code_point >> 12 & 0x3F));
        out[2] = (char)(0x80 | (code_point >> 6 & 0x3F));
        out[3] = (char)(0x80 | (code_point & 0x3F));
        sink->size += 4;
    }
}

void charset_sink_malformed(struct charset_sink *sink) {
    sink->malformed++;
    charset_sink_code_point(sink, UTF8_REPLACEMENT);
}

/* The byte at `at`, or -1 past the end. */
static int byte_at(struct str bytes, size_t at) { return at < bytes.size ? (unsigned char)bytes.at[at] : -1; }

static bool is_between(int byte, int low, int high) { return byte >= low && byte <= high; }

/* Writes the character of a two-byte sequence whose trail stands at `*at`, or
 * U+FFFD when there is none; passes the trail unless it is ASCII to be read again. */
static void finish_pair(struct charset_sink *sink, struct str bytes, size_t *at, uint32_t code_point) {
    if (code_point)
        charset_sink_code_point(sink, code_point);
    else
        charset_sink_malformed(sink);
    sink->cut = !code_point && *at >= bytes.size;
    if (code_point || byte_at(bytes, *at) >= 0x80) (*at)++;
}

void charset_decode_shift_jis(struct charset_sink *sink, struct str bytes) {
    struct charset_index_cache cache;
    charset_index_start(&cache);
    for (size_t at = 0; at < bytes.size;) {
        int lead = byte_at(bytes, at++);
        if (lead <= 0x80) {
            charset_sink_code_point(sink, (uint32_t)lead);
        } else if (is_between(lead, 0xA1, 0xDF)) {
            charset_sink_code_point(sink, 0xFF61 + (uint32_t)lead - 0xA1);
        } else if (is_between(lead, 0x81, 0x9F) || is_between(lead, 0xE0, 0xFC)) {
            int trail = byte_at(bytes, at);
            uint32_t code_point = 0;
            if (is_between(trail, 0x40, 0x7E) || is_between(trail, 0x80, 0xFC)) {
                int row = lead - (lead < 0xA0 ? 0x81 : 0xC1);
                uint32_t pointer = (uint32_t)(row * 188 + trail - (trail < 0x7F ? 0x40 : 0x41));
                code_point = charset_index_jis0208(&cache, pointer);
            }
            finish_pair(sink, bytes, &at, code_point);
        } else {
            charset_sink_malformed(sink);
        }
    }
}

void charset_decode_euc_jp(struct charset_sink *sink, struct str bytes) {
    struct charset_index_cache cache;
    charset_index_start(&cache);
    for (size_t at = 0; at < bytes.size;) {
        int lead = byte_at(bytes, at++);
        if (lead < 0x80) {
            charset_sink_code_point(sink, (uint32_t)lead);
            continue;
        }
        bool jis0212 = lead == 0x8F && is_between(byte_at(bytes, at), 0xA1, 0xFE);
        if (jis0212) lead = byte_at(bytes, at++);
        int trail = byte_at(bytes, at);
        if (lead == 0x8E && is_between(trail, 0xA1, 0xDF)) {
            finish_pair(sink, bytes, &at, 0xFF61 + (uint32_t)trail - 0xA1);
        } else if (lead == 0x8E || lead == 0x8F || is_between(lead, 0xA1, 0xFE)) {
            uint32_t code_point = 0;
            if (is_between(lead, 0xA1, 0xFE) && is_between(trail, 0xA1, 0xFE)) {
                uint32_t pointer = (uint32_t)((lead - 0xA1) * 94 + trail - 0xA1);
                code_point =
                    jis0212 ? charset_index_jis0212(&cache, pointer) : charset_index_jis0208(&cache, pointer);
            }
            finish_pair(sink, bytes, &at, code_point);
        } else {
            charset_sink_malformed(sink);
        }
    }
}

/* The linear number of a four-byte code. */
static uint32_t gb18030_pointer(int first, int second, int third, int fourth) {
    return (uint32_t)((((first - 0x81) * 10 + second - 0x30) * 126 + third - 0x81) * 10 + fourth - 0x30);
}

/* A sequence whose second byte is a digit: `*at` stands on it. On failure only
 * the lead byte is lost and the rest is read again. */
static void decode_four_bytes(struct charset_sink *sink, struct str bytes, size_t *at, int first) {
    int second = byte_at(bytes, *at), third = byte_at(bytes, *at + 1), fourth = byte_at(bytes, *at + 2);
    uint32_t code_point = 0;
    if (third >= 0 && is_between(third, 0x81, 0xFE)) {
        if (fourth < 0) {
            charset_sink_malformed(sink);
            *at = bytes.size;
            return;
        }
        if (is_between(fourth, 0x30, 0x39))
            code_point = charset_index_gb18030_range(gb18030_pointer(first, second, third, fourth));
        else {
            charset_sink_malformed(sink);
            return;
        }
        if (code_point)
            charset_sink_code_point(sink, code_point);
        else
            charset_sink_malformed(sink);
        *at += 3;
        return;
    }
    charset_sink_malformed(sink);
    if (third < 0) *at = bytes.size;
}

void charset_decode_gb18030(struct charset_sink *sink, struct str bytes) {
    struct charset_index_cache cache;
    charset_index_start(&cache);
    for (size_t at = 0; at < bytes.size;) {
        int lead = byte_at(bytes, at++);
        if (lead < 0x80) {
            charset_sink_code_point(sink, (uint32_t)lead);
        } else if (lead == 0x80) {
            charset_sink_code_point(sink, 0x20AC);
        } else if (lead == 0xFF) {
            charset_sink_malformed(sink);
        } else if (is_between(byte_at(bytes, at), 0x30, 0x39)) {
            decode_four_bytes(sink, bytes, &at, lead);
        } else {
            int trail = byte_at(bytes, at);
            uint32_t code_point = 0;
            if (is_between(trail, 0x40, 0x7E) || is_between(trail, 0x80, 0xFE))
                code_point = charset_index_gbk(
                    &cache, (uint32_t)((lead - 0x81) * 190 + trail - (trail < 0x7F ? 0x40 : 0x41)));
            finish_pair(sink, bytes, &at, code_point);
        }
    }
}

/* The four codes of Big5 that are a letter and an accent; 0 for all others. */
static uint32_t big5_accent(uint32_t pointer, uint32_t *letter) {
    *letter = pointer == 1133 || pointer == 1135 ? 0xCA : 0xEA;
    if (pointer == 1133 || pointer == 1164) return 0x304;
    return pointer == 1135 || pointer == 1166 ? 0x30C : 0;
}

void charset_decode_big5(struct charset_sink *sink, struct str bytes) {
    struct charset_index_cache cache;
    charset_index_start(&cache);
    for (size_t at = 0; at < bytes.size;) {
        int lead = byte_at(bytes, at++);
        if (lead < 0x80) {
            charset_sink_code_point(sink, (uint32_t)lead);
        } else if (lead == 0x80 || lead == 0xFF) {
            charset_sink_malformed(sink);
        } else {
            int trail = byte_at(bytes, at);
            uint32_t code_point = 0, letter;
            if (is_between(trail, 0x40, 0x7E) || is_between(trail, 0xA1, 0xFE)) {
                uint32_t pointer = (uint32_t)((lead - 0x81) * 157 + trail - (trail < 0x7F ? 0x40 : 0x62));
                code_point = big5_accent(pointer, &letter);
                if (code_point)
                    charset_sink_code_point(sink, letter);
                else
                    code_point = charset_index_big5(&cache, pointer);
            }
            finish_pair(sink, bytes, &at, code_point);
        }
    }
}

void charset_decode_euc_kr(struct charset_sink *sink, struct str bytes) {
    struct charset_index_cache cache;
    charset_index_start(&cache);
    for (size_t at = 0; at < bytes.size;) {
        int lead = byte_at(bytes, at++);
        if (lead < 0x80) {
            charset_sink_code_point(sink, (uint32_t)lead);
        } else if (lead == 0x80 || lead == 0xFF) {
            charset_sink_malformed(sink);
        } else {
            int trail = byte_at(bytes, at);
            uint32_t code_point = 0;
            if (is_between(trail, 0x41, 0xFE))
                code_point = charset_index_euc_kr(&cache, (uint32_t)((lead - 0x81) * 190 + trail - 0x41));
            finish_pair(sink, bytes, &at, code_point);
        }
    }
}
