/* qr_text: see qr_text.h and qr.h. Codes seldom say which encoding they use:
 * UTF-8 where it fits, else what Japanese text most likely is. */
#include "decode/qr/qr_text.h"

#include "base/utf8.h"
#include "decode/charset/charset.h"
#include "decode/qr/qr.h"

static bool has_controls(struct str text) {
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.at[i];
        if ((byte < 0x20 && !ascii_is_space(byte)) || byte == 0x7F) return true;
    }
    return false;
}

struct str qr_text(struct arena *arena, struct str bytes, bool japanese) {
    if (has_controls(bytes)) return STR("");
    if (utf8_is_ascii(bytes) || (!japanese && utf8_is_valid(bytes))) return bytes;
    size_t malformed = 0;
    enum charset charset = japanese ? CHARSET_SHIFT_JIS : charset_detect(bytes);
    if (charset == CHARSET_NONE) return STR("");
    struct str text = charset_decode(arena, charset, bytes, &malformed);
    if (malformed && utf8_is_valid(bytes)) return bytes;
    return malformed ? STR("") : text;
}

struct prefix {
    struct str text, kind;
};

/* What cameras and readers do with a code depends on how it begins. */
static const struct prefix prefixes[] = {
    {STR_INIT("http:"), STR_INIT("link")},
    {STR_INIT("https:"), STR_INIT("link")},
    {STR_INIT("URL:"), STR_INIT("link")},
    {STR_INIT("URLTO:"), STR_INIT("link")},
    {STR_INIT("MEBKM:"), STR_INIT("link")},
    {STR_INIT("mailto:"), STR_INIT("mail")},
    {STR_INIT("MATMSG:"), STR_INIT("mail")},
    {STR_INIT("SMTP:"), STR_INIT("mail")},
    {STR_INIT("tel:"), STR_INIT("telephone")},
    {STR_INIT("sms:"), STR_INIT("message")},
    {STR_INIT("smsto:"), STR_INIT("message")},
    {STR_INIT("mms:"), STR_INIT("message")},
    {STR_INIT("mmsto:"), STR_INIT("message")},
    {STR_INIT("WIFI:"), STR_INIT("wifi")},
    {STR_INIT("otpauth:"), STR_INIT("password_key")},
    {STR_INIT("otpauth-migration:"), STR_INIT("password_key")},
    {STR_INIT("MECARD:"), STR_INIT("contact")},
    {STR_INIT("BIZCARD:"), STR_INIT("contact")},
    {STR_INIT("BEGIN:VCARD"), STR_INIT("contact")},
    {STR_INIT("BEGIN:VEVENT"), STR_INIT("event")},
    {STR_INIT("BEGIN:VCALENDAR"), STR_INIT("event")},
    {STR_INIT("geo:"), STR_INIT("place")},
    {STR_INIT("line:"), STR_INIT("chat")},
    {STR_INIT("whatsapp:"), STR_INIT("chat")},
    {STR_INIT("tg:"), STR_INIT("chat")},
    {STR_INIT("weixin:"), STR_INIT("chat")},
};

/* "paypay://", "bitcoin:bc1...": a program of the phone opens it. */
static bool has_scheme(struct str text) {
    size_t colon = str_find_byte(text, ':', 0);
    if (colon == STR_NONE || colon < 2 || colon > 40 || !ascii_is_alpha((unsigned char)text.at[0]))
        return false;
    for (size_t i = 0; i < colon; i++) {
        unsigned char byte = (unsigned char)text.at[i];
        if (!ascii_is_alnum(byte) && byte != '+' && byte != '-' && byte != '.') return false;
    }
    return colon + 1 < text.size && !ascii_is_space((unsigned char)text.at[colon + 1]);
}

/* "www.example.jp/x", which cameras open too. */
static bool is_bare_host(struct str text) {
    size_t end = 0, dots = 0;
    for (; end < text.size && text.at[end] != '/' && text.at[end] != '?'; end++) {
        unsigned char byte = (unsigned char)text.at[end];
        if (byte == '.') dots++;
        if (!ascii_is_alnum(byte) && byte != '.' && byte != '-' && byte < 0x80) return false;
    }
    bool letters = end > 2 && ascii_is_alpha((unsigned char)text.at[end - 1]) &&
                   ascii_is_alpha((unsigned char)text.at[end - 2]);
    return dots > 0 && letters && text.at[0] != '.' && str_find_byte(text, ' ', 0) == STR_NONE &&
           str_find_byte(text, '\n', 0) == STR_NONE;
}

struct str qr_kind(struct str text) {
    text = str_trim(text);
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (str_starts_ascii(text, prefixes[i].text)) return prefixes[i].kind;
    if (has_scheme(text)) return STR("app");
    return is_bare_host(text) ? STR("link") : STR("text");
}
