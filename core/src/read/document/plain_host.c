/* plain_host: characters and ends of hosts in running text; see plain_host.h. */
#include "read/document/plain_host.h"

#include <libpsl.h>
#include <string.h>

#include "base/utf8.h"

/* A scheme longer than this is no scheme, a top-level domain no domain. */
#define SCHEME_BYTES_MAX 24u
#define TOP_LEVEL_BYTES_MAX 63u

static bool is_host_byte(unsigned char byte) { return ascii_is_alnum(byte) || byte == '-' || byte == '_'; }

/* Full-width forms U+FF01-FF5E as ASCII, other characters unchanged. */
static uint32_t narrow(uint32_t code_point) {
    return code_point >= 0xFF01 && code_point <= 0xFF5E ? code_point - 0xFF01 + '!' : code_point;
}

static enum plain_letter classify(uint32_t code_point) {
    if (code_point < 0x80) {
        if (is_host_byte((unsigned char)code_point)) return PLAIN_LETTER;
        return code_point == '.' ? PLAIN_DOT : PLAIN_STOP;
    }
    if (code_point == 0x3002 || code_point == 0xFF61) return PLAIN_FULL_STOP;
    if (code_point >= 0xFF01 && code_point <= 0xFF5E) {
        uint32_t byte = narrow(code_point);
        return is_host_byte((unsigned char)byte) || byte == '.' ? PLAIN_WIDE : PLAIN_STOP;
    }
    /* zero-width characters and bidi controls inside a host are removed for reading elsewhere */
    if (code_point == 0xAD || (code_point >= 0x200B && code_point <= 0x200D)) return PLAIN_FOREIGN;
    if ((code_point >= 0xC0 && code_point < 0x2000 && code_point != 0xD7 && code_point != 0xF7 &&
         !(code_point >= 0x1100 && code_point < 0x1200)) ||
        (code_point >= 0x1D400 && code_point < 0x1D800) || (code_point >= 0x2460 && code_point < 0x24EA) ||
        (code_point >= 0x2C60 && code_point < 0x2C80) || (code_point >= 0xA720 && code_point < 0xA800) ||
        (code_point >= 0xAB30 && code_point < 0xABC0) || (code_point >= 0x1F100 && code_point < 0x1F190))
        return PLAIN_FOREIGN;
    bool east_asian =
        (code_point >= 0x3041 && code_point < 0xA000) || (code_point >= 0xAC00 && code_point < 0xD7B0) ||
        (code_point >= 0x1100 && code_point < 0x1200) || (code_point >= 0xF900 && code_point < 0xFB00) ||
        (code_point >= 0xFF66 && code_point < 0xFFA0) || (code_point >= 0x20000 && code_point < 0x32000) ||
        (code_point >= 0x3005 && code_point <= 0x3007);
    return east_asian && code_point != 0x30FB ? PLAIN_EAST_ASIAN : PLAIN_STOP;
}

enum plain_letter plain_letter_read(struct str text, size_t *at) {
    unsigned char byte = (unsigned char)text.at[*at];
    if (byte < 0x80) {
        (*at)++;
        return classify(byte);
    }
    return classify(utf8_next(text, at));
}

enum plain_letter plain_letter_before(struct str text, size_t floor, size_t *at) {
    unsigned char byte = (unsigned char)text.at[*at - 1];
    if (byte < 0x80) {
        (*at)--;
        return classify(byte);
    }
    struct str above = {text.at + floor, *at - floor};
    size_t place = above.size;
    uint32_t code_point = utf8_previous(above, &place);
    *at = floor + place;
    return classify(code_point);
}

size_t plain_defanged_dot(struct str text, size_t at) {
    static const struct str forms[] = {STR_INIT("[.]"), STR_INIT("(.)"), STR_INIT("[dot]"), STR_INIT("(dot)"),
                                       STR_INIT("{.}")};
    struct str rest = str_skip(text, at);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (str_starts_ascii(rest, forms[i])) return forms[i].size;
    return 0;
}

size_t plain_wide_dot(struct str text, size_t at) {
    struct str rest = str_skip(text, at);
    if (str_starts(rest, STR("\xEF\xBC\x8E"))) return 3;
    if (!str_starts(rest, STR("\xE3\x80\x82")) && !str_starts(rest, STR("\xEF\xBD\xA1"))) return 0;
    bool joins = at > 0 && is_host_byte((unsigned char)text.at[at - 1]) && rest.size > 3 &&
                 is_host_byte((unsigned char)rest.at[3]);
    return joins ? 3 : 0;
}

size_t plain_wide_colon(struct str text, size_t at) {
    return str_starts(str_skip(text, at), STR("\xEF\xBC\x9A")) ? 3 : 0;
}

/* One ASCII character that ends at `*at`, full-width forms and full stops
 * narrowed; 0 for anything else. */
static char narrow_before(struct str text, size_t from, size_t *at) {
    unsigned char byte = (unsigned char)text.at[*at - 1];
    if (byte < 0x80) {
        if (byte == ']' || byte == ')' || byte == '}')
            for (size_t size = 3; size <= 5; size += 2)
                if (*at >= from + size && plain_defanged_dot(str_slice(text, 0, *at), *at - size) == size) {
                    *at -= size;
                    return '.';
                }
        (*at)--;
        return (char)byte;
    }
    struct str above = {text.at + from, *at - from};
    size_t place = above.size;
    uint32_t code_point = utf8_previous(above, &place);
    *at = from + place;
    if (code_point == 0x3002 || code_point == 0xFF61) return '.';
    code_point = narrow(code_point);
    return code_point < 0x80 ? (char)code_point : 0;
}

static bool top_level_exists(const char *label) {
    return psl_is_public_suffix2(psl_builtin(), label, PSL_TYPE_ICANN | PSL_TYPE_NO_STAR_RULE) == 1;
}

bool plain_host_is_address(struct str text, size_t from, size_t to) {
    int labels = 1, digits = 0;
    for (size_t at = from; at < to; at++) {
        if (ascii_is_digit((unsigned char)text.at[at]) && digits < 3)
            digits++;
        else if (text.at[at] == '.' && digits) {
            labels++;
            digits = 0;
        } else
            return false;
    }
    return labels == 4 && digits > 0;
}

bool plain_host_is_complete(struct str text, size_t from, size_t to) {
    /* a port stands behind the host */
    size_t end = to;
    while (end > from && ascii_is_digit((unsigned char)text.at[end - 1]) && to - end < 6) end--;
    if (end < to && end > from && text.at[end - 1] == ':') to = end - 1;
    if (to > from && to - from <= 15 && plain_host_is_address(text, from, to)) return true;
    char label[TOP_LEVEL_BYTES_MAX + 1];
    size_t size = 0, at = to;
    while (at > from && size < TOP_LEVEL_BYTES_MAX) {
        char byte = narrow_before(text, from, &at);
        if (byte == '.') break;
        if (!ascii_is_alnum((unsigned char)byte) && byte != '-') return false;
        label[TOP_LEVEL_BYTES_MAX - ++size] = ascii_lower(byte);
    }
    if (size < 2 || size >= TOP_LEVEL_BYTES_MAX || at == from) return false;
    enum plain_letter before = plain_letter_before(text, from, &at);
    if (before == PLAIN_STOP || before == PLAIN_DOT || before == PLAIN_FULL_STOP) return false;
    label[TOP_LEVEL_BYTES_MAX] = 0;
    return top_level_exists(label + TOP_LEVEL_BYTES_MAX - size);
}

/* Known schemes as written, with what they are. */
static const struct {
    struct str name;
    bool certain, web, mail;
} schemes[] = {
    {STR_INIT("https"), true, true, false},  {STR_INIT("http"), true, true, false},
    {STR_INIT("ftp"), true, false, false},   {STR_INIT("mailto"), true, false, true},
    {STR_INIT("tel"), true, false, true},    {STR_INIT("sms"), true, false, true},
    {STR_INIT("hxxps"), false, true, false}, {STR_INIT("hxxp"), false, true, false},
    {STR_INIT("h**ps"), false, true, false}, {STR_INIT("h**p"), false, true, false},
    {STR_INIT("ttps"), false, true, false},  {STR_INIT("ttp"), false, true, false},
};
#define SCHEMES (sizeof schemes / sizeof *schemes)

static size_t scheme_find(struct str scheme) {
    char narrowed[SCHEME_BYTES_MAX * 3];
    size_t size = 0, at = 0;
    while (at < scheme.size && size < sizeof narrowed) {
        uint32_t code_point = narrow(utf8_next(scheme, &at));
        narrowed[size++] = code_point < 0x80 ? (char)code_point : 1;
    }
    for (size_t i = 0; i < SCHEMES; i++)
        if (str_equal_ascii((struct str){narrowed, size}, schemes[i].name)) return i;
    return SCHEMES;
}

bool plain_scheme_is_web(struct str scheme) {
    size_t found = scheme_find(scheme);
    return found < SCHEMES && schemes[found].web;
}

bool plain_scheme_is_mail(struct str scheme) {
    size_t found = scheme_find(scheme);
    return found < SCHEMES && schemes[found].mail;
}

size_t plain_scheme_start(struct str text, size_t floor, size_t colon, bool *certain) {
    size_t starts[SCHEME_BYTES_MAX], count = 0, at = colon;
    while (at > floor && count < SCHEME_BYTES_MAX) {
        size_t before = at;
        enum plain_letter letter = plain_letter_before(text, floor, &before);
        bool star = text.at[before] == '*' || text.at[before] == '+';
        if (!star && letter != PLAIN_LETTER && letter != PLAIN_WIDE && letter != PLAIN_DOT) break;
        if (letter == PLAIN_WIDE) *certain = false;
        at = starts[count++] = before;
    }
    /* the longest known scheme that ends here: "クリックhttps", "URLhttps" */
    for (size_t i = count; i > 0; i--) {
        size_t found = scheme_find(str_slice(text, starts[i - 1], colon));
        if (found == SCHEMES) continue;
        if (!schemes[found].certain) *certain = false;
        return starts[i - 1];
    }
    *certain = false;
    return count >= 2 && ascii_is_alpha((unsigned char)text.at[at]) ? at : STR_NONE;
}

size_t plain_skip_slashes(struct str text, size_t *at, bool *certain) {
    *at += text.at[*at] == ':' ? 1 : 3;
    size_t slashes = 0;
    while (*at < text.size) {
        if (text.at[*at] == '/')
            (*at)++;
        else if (text.at[*at] == '\\') {
            (*at)++;
            *certain = false;
        } else if (str_starts(str_skip(text, *at), STR("\xEF\xBC\x8F"))) {
            *at += 3;
            *certain = false;
        } else
            break;
        slashes++;
    }
    return slashes;
}
