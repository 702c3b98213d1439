/* plain_link: the links in plain text; see plain_find_link() in plain.h.
 *
 * The scan stops only at ":" and at dots (full-width ones too). From there it
 * looks back to where the word began and forward to where it ends. A word that
 * is no link is skipped whole, so that every byte is looked at a bounded number
 * of times. Where mail programs differ the reading is taken that names a host:
 * Japanese text glued to a URL ends it, punctuation and unbalanced brackets at
 * its end do not belong to it. */
#include "read/document/plain.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "read/document/plain_host.h"

/* No host is longer. */
#define HOST_BYTES_MAX 300u

/* The whole host-like word round a dot. */
struct word {
    size_t from, to;
    bool plain; /* written in ASCII with "." only */
};

static bool is_one_of(char byte, const char *set) { return byte && strchr(set, byte); }

/* Bytes that end a URL wherever they stand. */
static bool ends_url(unsigned char byte) {
    return byte <= ' ' || byte == 0x7F || byte == '<' || byte == '>' || byte == '"' || byte == '`';
}

/* Where a path that begins at `at` ends: before white space, text of another
 * script, or a bracket that was not opened inside. */
static size_t end_path(struct str text, size_t at) {
    int round = 0, square = 0, curly = 0;
    for (; at < text.size; at++) {
        unsigned char byte = (unsigned char)text.at[at];
        if (ends_url(byte) || byte >= 0x80) break;
        if (byte == '(') round++;
        if (byte == '[') square++;
        if (byte == '{') curly++;
        if ((byte == ')' && round-- == 0) || (byte == ']' && square-- == 0) || (byte == '}' && curly-- == 0))
            break;
    }
    return at;
}

/* Without punctuation that closes the sentence rather than the URL. */
static size_t trim_end(struct str text, size_t from, size_t to) {
    while (to > from && is_one_of(text.at[to - 1], ".,;:!?'*_~|\\")) to--;
    return to;
}

/* The end of an authority: host characters of any script, user names, ports.
 * Kana and kanji glued to a complete host end it. */
static size_t end_authority(struct str text, size_t at, bool *plain) {
    size_t begin = at;
    while (at < text.size) {
        unsigned char byte = (unsigned char)text.at[at];
        if (byte < 0x80) {
            if (byte == '[' || byte == ']') {
                size_t dot = plain_defanged_dot(text, at);
                if (dot) {
                    *plain = false;
                    at += dot;
                    continue;
                }
                size_t close = str_find_byte(str_slice(text, at, at + 64), ']', 0);
                if (byte == ']' || at != begin || close == STR_NONE) break;
                at += close + 1;
                continue;
            }
            if (ends_url(byte) || is_one_of((char)byte, "/\\?#(){}|^;,")) {
                size_t dot = byte == '(' ? plain_defanged_dot(text, at) : 0;
                if (!dot) break;
                *plain = false;
                at += dot;
                continue;
            }
            if (byte == '@') begin = at + 1;
            at++;
            continue;
        }
        size_t next = at;
        enum plain_letter letter = plain_letter_read(text, &next);
        if (letter == PLAIN_STOP) break;
        if (letter == PLAIN_FULL_STOP && plain_host_is_complete(text, begin, at)) break;
        if (letter == PLAIN_EAST_ASIAN && plain_host_is_complete(text, begin, at)) break;
        if (letter != PLAIN_EAST_ASIAN && letter != PLAIN_FOREIGN) *plain = false;
        at = next;
    }
    return at;
}

/* "https:example.com" and "https:/example.com": a browser opens them, no
 * program links them. A host must follow soon, or every ":" of a long text
 * would be read to its end. */
static bool read_slashless(struct str text, size_t from, size_t at, struct span *found) {
    bool plain = true;
    struct str near = str_slice(text, 0, at + HOST_BYTES_MAX);
    if (at >= text.size || !ascii_is_alnum((unsigned char)text.at[at])) return false;
    size_t host = end_authority(near, at, &plain), end = trim_end(text, at, host);
    if (!plain_host_is_complete(text, at, end)) return false;
    if (end == host && end < text.size && is_one_of(text.at[end], "/\\?#"))
        end = trim_end(text, at, end_path(text, end));
    *found = (struct span){from, end};
    return true;
}

/* Reads "scheme://" whose ":" stands at `colon`. */
static bool read_scheme(struct str text, size_t floor, size_t colon, struct span *found, bool *certain) {
    size_t from = plain_scheme_start(text, floor, colon, certain);
    if (from == STR_NONE) return false;
    struct str scheme = str_slice(text, from, colon);
    size_t at = colon;
    size_t slashes = plain_skip_slashes(text, &at, certain);
    bool mail = plain_scheme_is_mail(scheme);
    if (slashes != 2 && !mail) *certain = false;
    if (slashes < 2 && !mail) return plain_scheme_is_web(scheme) && read_slashless(text, from, at, found);
    bool plain = true;
    size_t host_end = end_authority(text, at, &plain);
    if (host_end == at) return false;
    size_t end = host_end;
    if (end < text.size && is_one_of(text.at[end], "/\\?#")) end = end_path(text, end);
    end = trim_end(text, at, end);
    if (end <= at) return false;
    if (!plain) *certain = false;
    *found = (struct span){from, end};
    return true;
}

/* The host-like word that the dot at `dot` stands in. */
static struct word word_around(struct str text, size_t floor, size_t dot) {
    struct word word = {dot, dot, true};
    while (word.from > floor) {
        size_t before = word.from;
        enum plain_letter letter = plain_letter_before(text, floor, &before);
        if (letter != PLAIN_LETTER && letter != PLAIN_FOREIGN && letter != PLAIN_WIDE && letter != PLAIN_DOT)
            break;
        if (letter == PLAIN_WIDE) word.plain = false;
        word.from = before;
    }
    while (word.to < text.size) {
        size_t next = word.to;
        enum plain_letter letter = plain_letter_read(text, &next);
        size_t defanged = letter == PLAIN_STOP ? plain_defanged_dot(text, word.to) : 0;
        if (defanged) {
            word.plain = false;
            next = word.to + defanged;
        } else if (letter == PLAIN_FULL_STOP) {
            if (plain_host_is_complete(text, word.from, word.to)) break;
            word.plain = false;
        } else if (letter == PLAIN_STOP || letter == PLAIN_EAST_ASIAN)
            break;
        if (letter == PLAIN_WIDE) word.plain = false;
        word.to = next;
    }
    return word;
}

/* A host without a scheme: "www.example.com", "amazon.co.jp/a/c/r?k=1". */
static bool read_bare(struct str text, const struct word *word, struct span *found, bool *certain) {
    size_t from = word->from;
    while (from < word->to && is_one_of(text.at[from], ".-_")) from++;
    size_t to = trim_end(text, from, word->to);
    unsigned char before = from ? (unsigned char)text.at[from - 1] : ' ';
    unsigned char after = to < text.size ? (unsigned char)text.at[to] : ' ';
    /* a mail address, a file path, the rest of something longer */
    if (before == '@' || before == '/' || before == '\\' || before == '&' || before == '=' || before == '%')
        return false;
    if (after == '@' && to == word->to) return false;
    if (!plain_host_is_complete(text, from, to) || plain_host_is_address(text, from, to)) return false;
    bool www = str_starts_ascii(str_slice(text, from, to), STR("www."));
    size_t end = to;
    bool port = after == ':' && to + 1 < text.size && ascii_is_digit((unsigned char)text.at[to + 1]);
    if (port)
        for (end++; end < text.size && ascii_is_digit((unsigned char)text.at[end]);) end++;
    if (end < text.size && is_one_of(text.at[end], "/?#\\")) end = trim_end(text, to, end_path(text, end));
    *found = (struct span){from, end};
    *certain = www && word->plain;
    return true;
}

bool plain_find_link(struct str text, size_t *from, struct span *found, bool *certain) {
    size_t at = *from, floor = *from;
    while (at < text.size) {
        unsigned char byte = (unsigned char)text.at[at];
        size_t colon = byte == ':' ? 1 : byte == 0xEF ? plain_wide_colon(text, at) : 0;
        if (colon) {
            *certain = colon == 1;
            if (read_scheme(text, floor, at, found, certain)) {
                *from = found->to;
                return true;
            }
            at += colon;
            continue;
        }
        size_t dot = byte == '.'                  ? 1
                     : byte == '[' || byte == '(' ? plain_defanged_dot(text, at)
                     : byte >= 0xE3               ? plain_wide_dot(text, at)
                                                  : 0;
        if (!dot) {
            at++;
            continue;
        }
        struct word word = word_around(text, floor, at);
        if (word.to <= at) word.to = at + dot;
        if (read_bare(text, &word, found, certain)) {
            *from = found->to;
            return true;
        }
        floor = at = word.to;
        /* "user.name@host.example": the host of a mail address is no link */
        if (at < text.size && text.at[at] == '@') {
            floor = ++at;
            while (at < text.size &&
                   (ascii_is_alnum((unsigned char)text.at[at]) || is_one_of(text.at[at], ".-_")))
                at++;
            floor = at;
        }
    }
    *from = text.size;
    return false;
}

/* "https://" or "http://", ASCII through and through: nothing to repair. */
static bool is_ordinary(struct str written) {
    if (!str_starts(written, STR("https://")) && !str_starts(written, STR("http://"))) return false;
    for (size_t i = 0; i < written.size; i++)
        if ((unsigned char)written.at[i] <= ' ' || written.at[i] == '[' || written.at[i] == '(' ||
            written.at[i] == '{')
            return false;
    return true;
}

struct str plain_link_url(struct arena *arena, struct str written) {
    if (is_ordinary(written)) return written;
    size_t colon = str_find_byte(str_slice(written, 0, 32), ':', 0);
    size_t wide = str_find(str_slice(written, 0, 64), STR("\xEF\xBC\x9A"), 0);
    if (wide != STR_NONE && (colon == STR_NONE || wide < colon)) colon = wide;
    bool certain, plain = true;
    size_t after = colon, slashes = 0;
    if (colon != STR_NONE) slashes = plain_skip_slashes(written, &after, &certain);
    bool scheme = slashes >= 2 || (colon != STR_NONE && (plain_scheme_is_web(str_slice(written, 0, colon)) ||
                                                         plain_scheme_is_mail(str_slice(written, 0, colon))));
    if (scheme && plain_scheme_is_mail(str_slice(written, 0, colon))) return written;
    struct str_builder builder;
    str_builder_init(&builder, arena, written.size + 8);
    size_t at = 0;
    if (!scheme)
        str_builder_str(&builder, STR("http://"));
    else if (plain_scheme_is_web(str_slice(written, 0, colon))) {
        bool secure = written.at[colon - 1] == 's' || written.at[colon - 1] == 'S' ||
                      str_ends(str_slice(written, 0, colon), STR("\xEF\xBD\x93"));
        str_builder_str(&builder, secure ? STR("https://") : STR("http://"));
        at = after;
    } else {
        str_builder_str(&builder, str_slice(written, 0, after));
        at = after;
    }
    size_t authority = end_authority(written, at, &plain);
    while (at < written.size) {
        size_t dot = at < authority ? plain_defanged_dot(written, at) : 0;
        if (dot)
            str_builder_byte(&builder, '.');
        else if (!ascii_is_space((unsigned char)written.at[at]))
            str_builder_byte(&builder, written.at[at]);
        at += dot ? dot : 1;
    }
    return str_builder_view(&builder);
}
