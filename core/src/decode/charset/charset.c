/* charset: see charset.h. Labels, names, and the decoders without an index of
 * their own; the multi-byte ones stand in charset_decoders.c. */
#include "decode/charset/charset.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "decode/charset/charset_detect.h"
#include "decode/charset/charset_index.h"

struct label {
    struct str text;
    enum charset charset;
};

#include "data/charset_labels.inc"

static const struct str names[CHARSET_COUNT] = {
#define CHARSET(id, name) [CHARSET_##id] = STR_INIT(name),
#include "decode/charset/charsets.def"
#undef CHARSET
};

struct str charset_name(enum charset charset) {
    return charset < CHARSET_COUNT ? names[charset] : (struct str){NULL, 0};
}

enum charset charset_from_label(struct str label) {
    char lower[32]; /* the longest label has 19 bytes */
    struct str wanted = str_trim(label);
    if (wanted.size > sizeof lower) return CHARSET_NONE;
    for (size_t i = 0; i < wanted.size; i++) lower[i] = ascii_lower(wanted.at[i]);
    wanted.at = lower;
    size_t low = 0, high = sizeof labels / sizeof *labels;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_compare(wanted, labels[middle].text);
        if (order == 0) return labels[middle].charset;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return CHARSET_NONE;
}

enum charset charset_from_bom(struct str bytes, size_t *bom_bytes) {
    static const struct {
        struct str mark;
        enum charset charset;
    } marks[] = {{STR_INIT("\xEF\xBB\xBF"), CHARSET_UTF_8},
                 {STR_INIT("\xFE\xFF"), CHARSET_UTF_16BE},
                 {STR_INIT("\xFF\xFE"), CHARSET_UTF_16LE}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (!str_starts(bytes, marks[i].mark)) continue;
        *bom_bytes = marks[i].mark.size;
        return marks[i].charset;
    }
    *bom_bytes = 0;
    return CHARSET_NONE;
}

static void decode_utf_8(struct charset_sink *sink, struct str bytes) {
    for (size_t at = 0; at < bytes.size;) {
        size_t from = at;
        uint32_t code_point = utf8_next(bytes, &at);
        struct str used = str_slice(bytes, from, at);
        if (code_point == UTF8_REPLACEMENT && !str_equal(used, STR("\xEF\xBF\xBD")))
            charset_sink_malformed(sink);
        else
            charset_sink_code_point(sink, code_point);
    }
}

static uint32_t utf_16_unit(struct str bytes, size_t at, bool big_endian) {
    uint32_t first = (unsigned char)bytes.at[at], second = (unsigned char)bytes.at[at + 1];
    return big_endian ? first << 8 | second : second << 8 | first;
}

static void decode_utf_16(struct charset_sink *sink, struct str bytes, bool big_endian) {
    size_t at = 0;
    while (at + 1 < bytes.size) {
        uint32_t unit = utf_16_unit(bytes, at, big_endian);
        at += 2;
        if (unit < 0xD800 || unit > 0xDFFF) {
            charset_sink_code_point(sink, unit);
            continue;
        }
        /* A lead surrogate and half a unit at the very end are one error, as in browsers. */
        if (unit < 0xDC00 && at + 1 == bytes.size) {
            at++;
        } else if (unit < 0xDC00 && at + 1 < bytes.size) {
            uint32_t next = utf_16_unit(bytes, at, big_endian);
            if (next >= 0xDC00 && next <= 0xDFFF) {
                charset_sink_code_point(sink, 0x10000 + ((unit - 0xD800) << 10 | (next - 0xDC00)));
                at += 2;
                continue;
            }
        }
        charset_sink_malformed(sink);
    }
    if (at < bytes.size) charset_sink_malformed(sink);
}

static void decode_single_byte(struct charset_sink *sink, enum charset charset, struct str bytes) {
    for (size_t at = 0; at < bytes.size; at++) {
        unsigned char byte = (unsigned char)bytes.at[at];
        uint32_t code_point = byte;
        if (byte >= 0x80)
            code_point =
                charset == CHARSET_X_USER_DEFINED ? 0xF700u + byte : charset_index_single_byte(charset, byte);
        if (byte && !code_point)
            charset_sink_malformed(sink);
        else
            charset_sink_code_point(sink, code_point);
    }
}

void charset_decode_into(struct charset_sink *sink, enum charset charset, struct str bytes) {
    switch (charset) {
    case CHARSET_UTF_16LE:
        decode_utf_16(sink, bytes, false);
        break;
    case CHARSET_UTF_16BE:
        decode_utf_16(sink, bytes, true);
        break;
    case CHARSET_SHIFT_JIS:
        charset_decode_shift_jis(sink, bytes);
        break;
    case CHARSET_EUC_JP:
        charset_decode_euc_jp(sink, bytes);
        break;
    case CHARSET_ISO_2022_JP:
        charset_decode_iso_2022_jp(sink, bytes, false);
        break;
    case CHARSET_GBK:
    case CHARSET_GB18030:
        charset_decode_gb18030(sink, bytes);
        break;
    case CHARSET_BIG5:
        charset_decode_big5(sink, bytes);
        break;
    case CHARSET_EUC_KR:
        charset_decode_euc_kr(sink, bytes);
        break;
    case CHARSET_REPLACEMENT:
        if (bytes.size) charset_sink_malformed(sink);
        break;
    default:
        if (charset == CHARSET_X_USER_DEFINED || charset_is_single_byte(charset))
            decode_single_byte(sink, charset, bytes);
        else
            decode_utf_8(sink, bytes);
    }
}

struct charset_sink charset_measure(enum charset charset, struct str bytes) {
    struct charset_sink sink = {0};
    charset_decode_into(&sink, charset, bytes);
    return sink;
}

struct str charset_write(struct arena *arena, enum charset charset, struct str bytes,
                         const struct charset_sink *measured) {
    char *text = arena_bytes(arena, measured->size);
    if (!text) return (struct str){NULL, 0};
    struct charset_sink sink = {.at = text};
    charset_decode_into(&sink, charset, bytes);
    return (struct str){text, sink.size};
}

struct str charset_decode(struct arena *arena, enum charset charset, struct str bytes, size_t *malformed) {
    if ((charset == CHARSET_UTF_8 || charset == CHARSET_NONE) && utf8_is_valid(bytes)) return bytes;
    struct charset_sink measured = charset_measure(charset, bytes);
    if (malformed) *malformed += measured.malformed;
    return charset_write(arena, charset, bytes, &measured);
}
