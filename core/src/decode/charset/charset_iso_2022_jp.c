/* charset_iso_2022_jp: the one encoding with a memory: escapes switch what bytes mean.
 *
 * In: bytes, mostly seven-bit. Out: code points into a sink. The strict way is
 * the standard's decoder, state by state; the lenient way also reads what
 * programs wrote beside it: half-width kana as 8-bit bytes or between SO and
 * SI (JIS X 0201), JIS X 0212 and 0213 escapes (RFC 1554, RFC 2237), and empty
 * stretches between two escapes, which browsers mark. */
#include "decode/charset/charset_decoders.h"
#include "decode/charset/charset_index.h"

enum set { SET_ASCII, SET_ROMAN, SET_KATAKANA, SET_JIS0208, SET_JIS0212, SET_NONE };

struct decoder {
    struct charset_sink *sink;
    struct str bytes;
    size_t at;
    enum set set;
    bool lenient, shifted; /* shifted: between SO and SI */
    bool just_escaped;     /* nothing stood between the last escape and here */
    struct charset_index_cache cache;
};

static int byte_at(const struct decoder *decoder, size_t at) {
    return at < decoder->bytes.size ? (unsigned char)decoder->bytes.at[at] : -1;
}

/* The set that the bytes after ESC choose, and how many they are. */
static enum set find_set(const struct decoder *decoder, size_t *size) {
    int first = byte_at(decoder, decoder->at), second = byte_at(decoder, decoder->at + 1);
    *size = 2;
    if (first == '(' && second == 'B') return SET_ASCII;
    if (first == '(' && second == 'J') return SET_ROMAN;
    if (first == '(' && second == 'I') return SET_KATAKANA;
    if (first == '$' && (second == '@' || second == 'B')) return SET_JIS0208;
    if (!decoder->lenient) return SET_NONE;
    if (first == '(' && second == 'H') return SET_ROMAN;
    *size = 3;
    int third = byte_at(decoder, decoder->at + 2);
    if (first != '$' || second != '(') return SET_NONE;
    if (third == 'D') return SET_JIS0212;
    return third == '@' || third == 'B' || third == 'O' || third == 'Q' ? SET_JIS0208 : SET_NONE;
}

/* `at` stands after an ESC. An unknown escape loses the ESC only. */
static void read_escape(struct decoder *decoder) {
    size_t size;
    enum set set = find_set(decoder, &size);
    if (set == SET_NONE) {
        decoder->just_escaped = false;
        charset_sink_malformed(decoder->sink);
        return;
    }
    if (decoder->just_escaped && !decoder->lenient) charset_sink_malformed(decoder->sink);
    decoder->just_escaped = true;
    decoder->shifted = false;
    decoder->set = set;
    decoder->at += size;
}

static void read_pair(struct decoder *decoder, int lead) {
    int trail = byte_at(decoder, decoder->at);
    uint32_t code_point = 0;
    if (trail >= 0x21 && trail <= 0x7E) {
        uint32_t pointer = (uint32_t)((lead - 0x21) * 94 + trail - 0x21);
        code_point = decoder->set == SET_JIS0212 ? charset_index_jis0212(&decoder->cache, pointer)
                                                 : charset_index_jis0208(&decoder->cache, pointer);
    }
    if (code_point)
        charset_sink_code_point(decoder->sink, code_point);
    else
        charset_sink_malformed(decoder->sink);
    if (trail >= 0 && trail != 0x1B) decoder->at++;
}

static bool is_half_width_kana(const struct decoder *decoder, int byte) {
    if (decoder->lenient && byte >= 0xA1 && byte <= 0xDF) return true;
    return (decoder->set == SET_KATAKANA || decoder->shifted) && byte >= 0x21 && byte <= 0x5F;
}

static void read_byte(struct decoder *decoder, int byte) {
    decoder->just_escaped = false;
    bool control = byte == 0x0E || byte == 0x0F;
    bool paired = decoder->set == SET_JIS0208 || decoder->set == SET_JIS0212;
    if (decoder->lenient && control) {
        decoder->shifted = byte == 0x0E;
    } else if (is_half_width_kana(decoder, byte)) {
        charset_sink_code_point(decoder->sink, 0xFF61 + (((uint32_t)byte & 0x7F) - 0x21));
    } else if (paired && byte >= 0x21 && byte <= 0x7E) {
        read_pair(decoder, byte);
    } else if (decoder->lenient && (byte == '\n' || byte == '\r')) {
        /* A line begins in ASCII (RFC 1468), whatever the line before left open. */
        charset_sink_code_point(decoder->sink, (uint32_t)byte);
    } else if (byte > 0x7F || control || paired || decoder->set == SET_KATAKANA) {
        charset_sink_malformed(decoder->sink);
    } else if (decoder->set == SET_ROMAN && byte == 0x5C) {
        charset_sink_code_point(decoder->sink, 0xA5);
    } else if (decoder->set == SET_ROMAN && byte == 0x7E) {
        charset_sink_code_point(decoder->sink, 0x203E);
    } else {
        charset_sink_code_point(decoder->sink, (uint32_t)byte);
    }
}

/* Kana and kanji in a row: nearly all of a text. */
static void read_pairs(struct decoder *decoder) {
    const unsigned char *bytes = (const unsigned char *)decoder->bytes.at;
    size_t at = decoder->at, size = decoder->bytes.size;
    while (size - at >= 2) {
        unsigned lead = bytes[at] - 0x21u, trail = bytes[at + 1] - 0x21u;
        if (lead >= 94 || trail >= 94) break;
        uint32_t code_point = charset_index_jis0208(&decoder->cache, lead * 94 + trail);
        if (!code_point) break;
        charset_sink_code_point(decoder->sink, code_point);
        at += 2;
    }
    if (at > decoder->at) decoder->just_escaped = false;
    decoder->at = at;
}

void charset_decode_iso_2022_jp(struct charset_sink *sink, struct str bytes, bool lenient) {
    struct decoder decoder; /* its cache is large and filled as it is used */
    decoder.sink = sink;
    decoder.bytes = bytes;
    decoder.at = 0;
    decoder.lenient = lenient;
    decoder.just_escaped = decoder.shifted = false;
    decoder.set = SET_ASCII;
    charset_index_start(&decoder.cache);
    while (decoder.at < bytes.size) {
        if (decoder.set == SET_JIS0208 && !decoder.shifted) {
            read_pairs(&decoder);
            if (decoder.at == bytes.size) break;
        }
        int byte = byte_at(&decoder, decoder.at++);
        if (byte == 0x1B)
            read_escape(&decoder);
        else
            read_byte(&decoder, byte);
        if (lenient && (byte == '\n' || byte == '\r')) decoder.set = SET_ASCII;
    }
}
