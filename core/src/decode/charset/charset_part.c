/* charset_part: the text of a part or an encoded word; see charset_decode_part()
 * in charset.h.
 *
 * In: bytes and labels, any of which may lie. Out: the text that a person was
 * shown. A label chosen so that a filter reads other text than the mail program
 * is the attack: so the reading follows browsers and mail programs, byte order
 * mark first, then the label, and departs from the label only where following
 * it shows garbage; each departure leaves an oddity. */
#include "base/arena.h"
#include "base/oddity.h"
#include "base/utf8.h"
#include "decode/charset/charset_detect.h"
#include "decode/charset/utf7.h"

/* Names that mail programs use and the standard does not list, in lower case
 * without anything but letters and digits. */
static const struct {
    struct str text;
    enum charset charset;
} mail_labels[] = {
    {STR_INIT("utf8"), CHARSET_UTF_8},
    {STR_INIT("utf8n"), CHARSET_UTF_8},
    {STR_INIT("utf8mb4"), CHARSET_UTF_8},
    {STR_INIT("cp65001"), CHARSET_UTF_8},
    {STR_INIT("unicode20utf8"), CHARSET_UTF_8},
    {STR_INIT("utf16"), CHARSET_UTF_16LE},
    {STR_INIT("cp932"), CHARSET_SHIFT_JIS},
    {STR_INIT("ms932"), CHARSET_SHIFT_JIS},
    {STR_INIT("windows932"), CHARSET_SHIFT_JIS},
    {STR_INIT("windows31j"), CHARSET_SHIFT_JIS},
    {STR_INIT("xmscp932"), CHARSET_SHIFT_JIS},
    {STR_INIT("cp943"), CHARSET_SHIFT_JIS},
    {STR_INIT("cp943c"), CHARSET_SHIFT_JIS},
    {STR_INIT("sjis"), CHARSET_SHIFT_JIS},
    {STR_INIT("sjiswin"), CHARSET_SHIFT_JIS},
    {STR_INIT("shiftjis"), CHARSET_SHIFT_JIS},
    {STR_INIT("xshiftjis"), CHARSET_SHIFT_JIS},
    {STR_INIT("shiftjisx0213"), CHARSET_SHIFT_JIS},
    {STR_INIT("shiftjis2004"), CHARSET_SHIFT_JIS},
    {STR_INIT("xmacjapanese"), CHARSET_SHIFT_JIS},
    {STR_INIT("eucjp"), CHARSET_EUC_JP},
    {STR_INIT("eucjpms"), CHARSET_EUC_JP},
    {STR_INIT("eucjpwin"), CHARSET_EUC_JP},
    {STR_INIT("eucjisx0213"), CHARSET_EUC_JP},
    {STR_INIT("cp51932"), CHARSET_EUC_JP},
    {STR_INIT("ujis"), CHARSET_EUC_JP},
    {STR_INIT("iso2022jp"), CHARSET_ISO_2022_JP},
    {STR_INIT("iso2022jp1"), CHARSET_ISO_2022_JP},
    {STR_INIT("iso2022jp2"), CHARSET_ISO_2022_JP},
    {STR_INIT("iso2022jp3"), CHARSET_ISO_2022_JP},
    {STR_INIT("iso2022jp2004"), CHARSET_ISO_2022_JP},
    {STR_INIT("iso2022jpext"), CHARSET_ISO_2022_JP},
    {STR_INIT("iso2022jpms"), CHARSET_ISO_2022_JP},
    {STR_INIT("cp50220"), CHARSET_ISO_2022_JP},
    {STR_INIT("cp50221"), CHARSET_ISO_2022_JP},
    {STR_INIT("cp50222"), CHARSET_ISO_2022_JP},
    {STR_INIT("jis"), CHARSET_ISO_2022_JP},
    {STR_INIT("cp936"), CHARSET_GBK},
    {STR_INIT("ms936"), CHARSET_GBK},
    {STR_INIT("windows936"), CHARSET_GBK},
    {STR_INIT("euccn"), CHARSET_GBK},
    {STR_INIT("cp950"), CHARSET_BIG5},
    {STR_INIT("ms950"), CHARSET_BIG5},
    {STR_INIT("windows950"), CHARSET_BIG5},
    {STR_INIT("cp949"), CHARSET_EUC_KR},
    {STR_INIT("ms949"), CHARSET_EUC_KR},
    {STR_INIT("uhc"), CHARSET_EUC_KR},
    {STR_INIT("iso88591"), CHARSET_WINDOWS_1252},
    {STR_INIT("latin1"), CHARSET_WINDOWS_1252},
};

/* Lower-case letters and digits of `label` in `out`, at most `size`. */
static struct str squeeze(struct str label, char *out, size_t size) {
    size_t used = 0;
    for (size_t i = 0; i < label.size && used < size; i++)
        if (ascii_is_alnum((unsigned char)label.at[i])) out[used++] = ascii_lower(label.at[i]);
    return (struct str){out, used};
}

enum charset charset_from_mail_label(struct str label) {
    enum charset charset = charset_from_label(label);
    if (charset != CHARSET_NONE) return charset;
    char plain[32];
    struct str wanted = squeeze(label, plain, sizeof plain);
    for (size_t i = 0; i < sizeof mail_labels / sizeof *mail_labels; i++)
        if (str_equal(wanted, mail_labels[i].text)) return mail_labels[i].charset;
    return CHARSET_NONE;
}

/* Labels that say "only ASCII": programs write them without looking. */
static bool is_ascii_label(struct str label) {
    char plain[32];
    struct str wanted = squeeze(label, plain, sizeof plain);
    return str_equal(wanted, STR("usascii")) || str_equal(wanted, STR("ascii")) ||
           str_starts(wanted, STR("ansix34"));
}

static bool is_utf_7_label(struct str label) {
    char plain[32];
    struct str wanted = squeeze(label, plain, sizeof plain);
    return str_equal(wanted, STR("utf7")) || str_ends(wanted, STR("unicode11utf7")) ||
           str_ends(wanted, STR("unicode20utf7"));
}

struct reading {
    struct arena *arena;
    struct str bytes;
    struct oddities *oddities;
    struct str place;
};

static struct str write(struct reading *reading, enum charset charset, const struct charset_sink *measured) {
    if (measured->malformed) oddity_add(reading->oddities, ODDITY_charset_malformed, reading->place);
    return charset_write(reading->arena, charset, reading->bytes, measured);
}

static struct str decode(struct reading *reading, enum charset charset) {
    if (charset == CHARSET_UTF_8 && utf8_is_valid(reading->bytes)) return reading->bytes;
    struct charset_sink measured = charset_measure(charset, reading->bytes);
    return write(reading, charset, &measured);
}

static struct str decode_instead(struct reading *reading, enum charset charset, enum oddity why) {
    oddity_add(reading->oddities, why, reading->place);
    return decode(reading, charset);
}

/* ISO-2022-JP as CP50221 and older programs wrote it, where that reads better. */
static struct str decode_iso_2022_jp(struct reading *reading, const struct charset_sink *strict) {
    struct charset_sink lenient = {0};
    if (!strict->malformed) return write(reading, CHARSET_ISO_2022_JP, strict);
    charset_decode_iso_2022_jp(&lenient, reading->bytes, true);
    if (lenient.malformed >= strict->malformed) return write(reading, CHARSET_ISO_2022_JP, strict);
    oddity_add(reading->oddities, ODDITY_charset_malformed, reading->place);
    char *text = arena_bytes(reading->arena, lenient.size);
    if (!text) return (struct str){NULL, 0};
    struct charset_sink sink = {.at = text};
    charset_decode_iso_2022_jp(&sink, reading->bytes, true);
    return (struct str){text, sink.size};
}

/* No label that means anything: detection, then whichever of UTF-8 and
 * windows-1252 loses less. */
static struct str decode_undeclared(struct reading *reading, enum oddity why) {
    enum charset charset = charset_detect(reading->bytes);
    if (charset == CHARSET_NONE) {
        struct charset_sink utf_8 = charset_measure(CHARSET_UTF_8, reading->bytes);
        charset = utf_8.wide > 2 * utf_8.malformed ? CHARSET_UTF_8 : CHARSET_WINDOWS_1252;
    }
    oddity_add(reading->oddities, why, reading->place);
    if (charset != CHARSET_ISO_2022_JP) return decode(reading, charset);
    struct charset_sink strict = charset_measure(charset, reading->bytes);
    return decode_iso_2022_jp(reading, &strict);
}

/* The charset that the bytes contradict `charset` with, or CHARSET_NONE. Well
 * formed UTF-8 is never an accident. Another one must make sense of bytes that
 * are mostly senseless as declared: a single bad byte must not turn UTF-8 into
 * something that only a filter reads. */
static enum charset find_better(enum charset charset, struct str bytes, const struct charset_sink *declared) {
    bool sloppy = charset == CHARSET_WINDOWS_1252; /* the label of programs that do not look */
    bool escapes = charset == CHARSET_ISO_2022_JP && charset_has_escapes(bytes);
    if (!declared->malformed && !sloppy) return CHARSET_NONE;
    enum charset detected = charset_detect(bytes);
    if (detected == CHARSET_NONE || detected == charset) return CHARSET_NONE;
    if (detected == CHARSET_UTF_8 && !escapes) return utf8_is_ascii(bytes) ? CHARSET_NONE : CHARSET_UTF_8;
    if (sloppy) {
        if (detected == CHARSET_ISO_2022_JP) return detected;
        return charset_measure(detected, bytes).kana >= 4 ? detected : CHARSET_NONE;
    }
    bool senseless = declared->malformed > declared->wide - declared->malformed;
    return senseless ? detected : CHARSET_NONE;
}

static struct str decode_declared(struct reading *reading, enum charset charset) {
    bool utf_16 = charset == CHARSET_UTF_16LE || charset == CHARSET_UTF_16BE;
    if (utf_16 && charset_utf_16_is_pretence(charset, reading->bytes))
        return decode_instead(reading, CHARSET_UTF_8, ODDITY_charset_wrong);
    if (utf_16) return decode(reading, charset);
    if (charset == CHARSET_UTF_8 && utf8_is_valid(reading->bytes)) {
        if (charset_has_escapes(reading->bytes))
            oddity_add(reading->oddities, ODDITY_charset_wrong, reading->place);
        return reading->bytes;
    }
    struct charset_sink measured = charset_measure(charset, reading->bytes);
    enum charset better = find_better(charset, reading->bytes, &measured);
    if (better == CHARSET_NONE)
        better = charset;
    else
        oddity_add(reading->oddities, ODDITY_charset_wrong, reading->place);
    if (better == CHARSET_ISO_2022_JP) {
        if (better != charset) measured = charset_measure(better, reading->bytes);
        return decode_iso_2022_jp(reading, &measured);
    }
    return better == charset ? write(reading, charset, &measured) : decode(reading, better);
}

/* A label in the HTML itself; it was readable as ASCII, so it is not UTF-16 (HTML, "prescan"). */
static enum charset from_meta(struct str label) {
    enum charset charset = charset_from_mail_label(label);
    if (charset == CHARSET_UTF_16LE || charset == CHARSET_UTF_16BE) return CHARSET_UTF_8;
    if (charset == CHARSET_X_USER_DEFINED) return CHARSET_WINDOWS_1252;
    return charset == CHARSET_REPLACEMENT ? CHARSET_NONE : charset;
}

/* A byte order mark outranks every label, unless it pretends UTF-16. */
static bool decode_marked(struct reading *reading, enum charset declared, struct str *text) {
    size_t mark;
    enum charset charset = charset_from_bom(reading->bytes, &mark);
    if (charset == CHARSET_NONE) return false;
    struct str rest = str_skip(reading->bytes, mark);
    if (charset != CHARSET_UTF_8 && charset_utf_16_is_pretence(charset, rest)) return false;
    reading->bytes = rest;
    if (declared != CHARSET_NONE && declared != charset && declared != CHARSET_UTF_16LE)
        oddity_add(reading->oddities, ODDITY_charset_wrong, reading->place);
    *text = decode(reading, charset);
    return true;
}

struct str charset_decode_part(struct arena *arena, struct str bytes, struct str label, struct str meta_label,
                               struct oddities *oddities, struct str place) {
    struct reading reading = {arena, bytes, oddities, place};
    struct str text, named = str_trim(label);
    enum charset declared = charset_from_mail_label(named);
    if (declared == CHARSET_REPLACEMENT) declared = CHARSET_NONE;
    if (decode_marked(&reading, declared, &text)) return text;
    if (is_utf_7_label(named)) {
        oddity_add(oddities, ODDITY_charset_unknown, place);
        return utf7_decode(arena, bytes);
    }
    if (named.size && declared == CHARSET_NONE) oddity_add(oddities, ODDITY_charset_unknown, place);
    bool ascii = is_ascii_label(named);
    if (declared != CHARSET_NONE && !ascii) return decode_declared(&reading, declared);
    enum charset meta = from_meta(meta_label);
    if (meta != CHARSET_NONE && !ascii) return decode_declared(&reading, meta);
    if (utf8_is_ascii(bytes) && !charset_has_escapes(bytes)) return bytes;
    return decode_undeclared(&reading, ascii ? ODDITY_charset_wrong : ODDITY_charset_undeclared);
}
