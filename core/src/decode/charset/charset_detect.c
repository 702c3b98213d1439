/* charset_detect: see charset_detect.h and charset_detect() in charset.h.
 *
 * In: bytes whose label is missing or wrong. Out: the one encoding of Japanese
 * mail that they fit. The encodings exclude one another well: UTF-8 by its
 * form, ISO-2022-JP by its escapes, EUC-JP because the kana of Shift_JIS are
 * malformed in it, Shift_JIS because EUC-JP reads in it as half-width kana.
 * Latin text is told apart by its accents standing alone between letters. */
#include "decode/charset/charset_detect.h"

#include "base/utf8.h"
#include "limits.h"

size_t charset_errors(const struct charset_sink *measured) {
    return measured->malformed - (measured->cut && measured->malformed ? 1 : 0);
}

bool charset_has_escapes(struct str bytes) {
    for (size_t at = str_find_byte(bytes, 0x1B, 0); at != STR_NONE; at = str_find_byte(bytes, 0x1B, at + 1)) {
        struct str after = str_slice(bytes, at + 1, at + 4);
        if (str_starts(after, STR("$B")) || str_starts(after, STR("$@")) || str_starts(after, STR("(J")) ||
            str_starts(after, STR("(I")) || str_starts(after, STR("$(")))
            return true;
    }
    return false;
}

/* Characters in runs, as in Japanese; in Latin text beyond ASCII they stand alone. */
static bool stands_in_runs(const struct charset_sink *measured) {
    return measured->adjoining * 2 >= measured->wide;
}

static bool fits(const struct charset_sink *measured) {
    return charset_errors(measured) == 0 && measured->private == 0 && stands_in_runs(measured);
}

/* EUC-JP read as Shift_JIS is half-width kana strewn with rare kanji; real
 * half-width kana come alone or beside full-width kana. */
static bool is_half_width_soup(const struct charset_sink *measured) {
    return measured->half_kana > 0 && measured->kana == 0 && measured->half_kana < measured->wide;
}

/* A few broken characters in much kana: still that encoding. */
static bool nearly_fits(const struct charset_sink *measured) {
    return measured->kana > 10 * (charset_errors(measured) + measured->private) && stands_in_runs(measured);
}

/* What follows the first byte that is not ASCII. */
static struct str take_sample(struct str bytes) {
    size_t from = 0;
    while (from < bytes.size && (unsigned char)bytes.at[from] < 0x80) from++;
    return str_slice(bytes, from, from + CHARSET_SAMPLE_BYTES_MAX);
}

/* Well-formed multi-byte sequences of UTF-8 are no accident, broken ones among them or not. */
static bool is_mostly_utf_8(struct str bytes) {
    struct charset_sink utf_8 = charset_measure(CHARSET_UTF_8, bytes);
    size_t good = utf_8.wide - utf_8.malformed;
    return good >= 2 && good > utf_8.malformed;
}

static enum charset detect_eight_bit(struct str bytes) {
    struct charset_sink shift_jis = charset_measure(CHARSET_SHIFT_JIS, bytes);
    struct charset_sink euc_jp = charset_measure(CHARSET_EUC_JP, bytes);
    bool fits_shift_jis = fits(&shift_jis) && !is_half_width_soup(&shift_jis);
    if (fits_shift_jis && shift_jis.kana > euc_jp.kana) return CHARSET_SHIFT_JIS;
    bool only_half_kana = shift_jis.half_kana == shift_jis.wide && !shift_jis.malformed;
    if (fits(&euc_jp) && !(fits_shift_jis && only_half_kana && euc_jp.cut)) return CHARSET_EUC_JP;
    if (fits_shift_jis) return CHARSET_SHIFT_JIS;
    if (nearly_fits(&euc_jp) && euc_jp.kana > shift_jis.kana) return CHARSET_EUC_JP;
    if (nearly_fits(&shift_jis)) return CHARSET_SHIFT_JIS;
    struct charset_sink chinese = charset_measure(CHARSET_GB18030, bytes);
    return fits(&chinese) && chinese.wide >= 4 ? CHARSET_GB18030 : CHARSET_NONE;
}

enum charset charset_detect(struct str bytes) {
    bool escapes = charset_has_escapes(bytes);
    if (escapes && utf8_is_ascii(bytes)) return CHARSET_ISO_2022_JP;
    if (utf8_is_valid(bytes)) return CHARSET_UTF_8;
    if (escapes) {
        struct charset_sink lenient = {0};
        charset_decode_iso_2022_jp(&lenient, bytes, true);
        if (charset_errors(&lenient) == 0) return CHARSET_ISO_2022_JP;
    }
    struct str sample = take_sample(bytes);
    return is_mostly_utf_8(sample) ? CHARSET_UTF_8 : detect_eight_bit(sample);
}

bool charset_utf_16_is_pretence(enum charset charset, struct str bytes) {
    if (str_find_byte(bytes, 0, 0) != STR_NONE || !utf8_is_valid(bytes)) return false;
    size_t likely = 0, units = bytes.size / 2;
    for (size_t at = 0; at + 1 < bytes.size; at += 2) {
        unsigned char high = (unsigned char)bytes.at[charset == CHARSET_UTF_16BE ? at : at + 1];
        likely += high == 0x30 || high == 0xFF; /* kana, their punctuation, full-width forms */
    }
    return likely * 4 < units || bytes.size % 2;
}
