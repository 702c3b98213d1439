/* url_host: see url_host.h. Nearly every host is lower-case letters, digits,
 * dots and hyphens: one scan proves that and the text itself is the result.
 * Everything else takes the standard's steps one by one. */
#include "read/url/url_host.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "decode/idna.h"
#include "decode/percent.h"
#include "read/url/url.h"

#define LABEL_BYTES_MAX 63u /* RFC 1035 */
#define NAME_BYTES_MAX 253u

/* No host of any scheme holds these (the standard's "forbidden host code points"). */
static bool is_forbidden_in_host(char byte) {
    static const char forbidden[] = "\t\n\r #/:<>?@[\\]^|"; /* and the NUL at its end */
    return memchr(forbidden, byte, sizeof forbidden) != NULL;
}

static bool is_forbidden_in_domain(char byte) {
    return is_forbidden_in_host(byte) || (unsigned char)byte < 0x20 || byte == '%' || byte == 0x7F;
}

/* What names in the DNS are made of. */
static bool is_plain(char byte) {
    return (byte >= 'a' && byte <= 'z') || byte == '.' || byte == '-' ||
           ascii_is_digit((unsigned char)byte) || byte == '_';
}

static bool is_plain_text(struct str text) {
    for (size_t i = 0; i < text.size; i++)
        if (!is_plain(text.at[i])) return false;
    return true;
}

static bool has_any(struct str text, bool (*is_wanted)(char byte)) {
    for (size_t i = 0; i < text.size; i++)
        if (is_wanted(text.at[i])) return true;
    return false;
}

static bool is_upper(char byte) { return byte >= 'A' && byte <= 'Z'; }

/* Notes about the finished name: what no name server holds, and what is unusual. */
static void note_name(struct str host, uint64_t *notes) {
    size_t label = 0;
    if (host.size > 0 && host.at[host.size - 1] == '.') {
        *notes |= URL_NOTE_BIT(trailing_dot);
        host.size--;
    }
    bool impossible = host.size > NAME_BYTES_MAX || host.size == 0;
    for (size_t i = 0; i <= host.size; i++) {
        if (i < host.size && host.at[i] != '.') continue;
        impossible |= i == label || i - label > LABEL_BYTES_MAX;
        label = i + 1;
    }
    if (impossible) *notes |= URL_NOTE_BIT(host_not_dns);
}

/* "domain to ASCII". ASCII domains are only lowered, by the standard's own shortcut. */
static bool read_name(struct arena *arena, struct str domain, struct url_host *out, uint64_t *notes) {
    if (utf8_is_ascii(domain)) {
        out->ascii = domain;
        if (has_any(domain, is_upper)) {
            out->ascii = str_lower_ascii(arena, domain);
            *notes |= URL_NOTE_BIT(host_case);
        }
        out->unicode = out->ascii;
        return true;
    }
    struct idna idna;
    if (!idna_process(arena, domain, &idna)) {
        if (idna.escapable) *notes |= URL_NOTE_BIT(browsers_differ);
        return false;
    }
    out->ascii = idna.ascii;
    out->unicode = idna.unicode;
    if (idna.mapped || idna.dot_mapped) *notes |= URL_NOTE_BIT(host_mapped);
    if (idna.ignored) *notes |= URL_NOTE_BIT(host_ignorable);
    if (idna.lowered) *notes |= URL_NOTE_BIT(host_case);
    if (idna_has_punycode(domain)) *notes |= URL_NOTE_BIT(punycode);
    return true;
}

/* The Unicode form and what it tells, of a host that has Punycode in it. */
static void read_unicode(struct arena *arena, struct str written, struct url_host *out, uint64_t *notes) {
    bool invalid = false;
    if (utf8_is_ascii(written)) {
        *notes |= URL_NOTE_BIT(punycode);
        out->unicode = idna_to_unicode(arena, out->ascii, &invalid);
    }
    *notes |= URL_NOTE_BIT(international_host);
    /* Firefox refuses these, Chromium and Safari open them: the standard since 2024. */
    if (invalid) *notes |= URL_NOTE_BIT(punycode_invalid) | URL_NOTE_BIT(browsers_differ);
}

static bool read_domain(struct arena *arena, struct str text, struct url_host *out, uint64_t *notes) {
    struct str domain = text;
    if (is_plain_text(text)) {
        out->ascii = out->unicode = text;
    } else {
        domain = percent_decode(arena, text);
        if (domain.size != text.size) *notes |= URL_NOTE_BIT(host_percent_encoded);
        if (!read_name(arena, utf8_repair(arena, domain), out, notes)) return false;
        if (out->ascii.size == 0 || has_any(out->ascii, is_forbidden_in_domain)) {
            /* Chromium writes a space as %20 and asks for that name. */
            if (str_find_byte(out->ascii, ' ', 0) != STR_NONE) *notes |= URL_NOTE_BIT(browsers_differ);
            return false;
        }
        if (!is_plain_text(out->ascii)) *notes |= URL_NOTE_BIT(host_odd_characters);
        /* Chromium writes it as %2A and asks for that name. */
        if (str_find_byte(out->ascii, '*', 0) != STR_NONE) *notes |= URL_NOTE_BIT(browsers_differ);
    }
    struct url_ipv4 ipv4;
    switch (url_ipv4_parse(out->ascii, &ipv4)) {
    case URL_IP_BAD:
        return false;
    case URL_IP_GOOD:
        if (ipv4.disguised) *notes |= URL_NOTE_BIT(ip_disguised);
        *notes |= URL_NOTE_BIT(ip_address);
        out->ascii = out->unicode = url_ipv4_write(arena, ipv4.address);
        out->is_ip = true;
        return true;
    default:
        break;
    }
    note_name(out->ascii, notes);
    if (idna_has_punycode(out->ascii)) read_unicode(arena, domain, out, notes);
    return true;
}

/* "opaque-host parser": schemes whose host means something only to their program. */
static bool read_opaque(struct arena *arena, struct str text, struct url_host *out) {
    if (has_any(text, is_forbidden_in_host)) return false;
    struct str_builder host;
    str_builder_init(&host, arena, text.size);
    percent_encode(&host, text, PERCENT_C0_CONTROL);
    out->ascii = out->unicode = str_builder_view(&host);
    return true;
}

static bool read_ipv6(struct arena *arena, struct str text, struct url_host *out, uint64_t *notes) {
    uint16_t pieces[8];
    *notes |= URL_NOTE_BIT(ipv6) | URL_NOTE_BIT(ip_address);
    if (!str_ends(text, STR("]")) || !url_ipv6_parse(str_slice(text, 1, text.size - 1), pieces)) {
        /* Chromium also reads escapes, full-width characters and leading zeros here. */
        bool loose = !utf8_is_ascii(text) || str_find_byte(text, '%', 0) != STR_NONE;
        if (loose || str_find_byte(text, '.', 0) != STR_NONE) *notes |= URL_NOTE_BIT(browsers_differ);
        return false;
    }
    out->ascii = out->unicode = url_ipv6_write(arena, pieces);
    out->is_ip = true;
    return true;
}

bool url_host_parse(struct arena *arena, struct str text, bool special, struct url_host *out,
                    uint64_t *notes) {
    *out = (struct url_host){0};
    if (str_starts(text, STR("["))) return read_ipv6(arena, text, out, notes);
    if (special && str_starts_ascii(text, STR("%5b"))) {
        *notes |= URL_NOTE_BIT(host_percent_encoded) | URL_NOTE_BIT(browsers_differ);
        return false;
    }
    return special ? read_domain(arena, text, out, notes) : read_opaque(arena, text, out);
}
