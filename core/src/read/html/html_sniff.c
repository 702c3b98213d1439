/* html_sniff: what can be told of markup before it is read; see html.h. */
#include "read/html/html.h"
#include "read/style/html_names.h"

/* How many bytes browsers look at for a charset. */
#define PRESCAN_BYTES 1024u

/* ---- charset: HTML Standard 13.2.3.2, "prescan a byte stream" ---- */

struct prescan {
    struct str bytes;
    size_t at;
};

static bool get_attribute(struct prescan *scan, struct str *name, struct str *value) {
    struct str bytes = scan->bytes;
    while (scan->at < bytes.size &&
           (ascii_is_space((unsigned char)bytes.at[scan->at]) || bytes.at[scan->at] == '/'))
        scan->at++;
    if (scan->at >= bytes.size || bytes.at[scan->at] == '>') return false;
    size_t from = scan->at++;
    while (scan->at < bytes.size && !ascii_is_space((unsigned char)bytes.at[scan->at]) &&
           bytes.at[scan->at] != '/' && bytes.at[scan->at] != '>' && bytes.at[scan->at] != '=')
        scan->at++;
    *name = str_slice(bytes, from, scan->at);
    *value = STR("");
    while (scan->at < bytes.size && ascii_is_space((unsigned char)bytes.at[scan->at])) scan->at++;
    if (scan->at >= bytes.size || bytes.at[scan->at] != '=') return true;
    scan->at++;
    while (scan->at < bytes.size && ascii_is_space((unsigned char)bytes.at[scan->at])) scan->at++;
    if (scan->at >= bytes.size) return true;
    char quote = bytes.at[scan->at];
    from = scan->at;
    if (quote == '"' || quote == '\'') {
        size_t end = str_find_byte(bytes, quote, from + 1);
        *value = str_slice(bytes, from + 1, end == STR_NONE ? bytes.size : end);
        scan->at = end == STR_NONE ? bytes.size : end + 1;
        return true;
    }
    while (scan->at < bytes.size && !ascii_is_space((unsigned char)bytes.at[scan->at]) &&
           bytes.at[scan->at] != '>')
        scan->at++;
    *value = str_slice(bytes, from, scan->at);
    return true;
}

/* "text/html; charset=x": the algorithm for extracting an encoding. */
static struct str charset_of_content(struct str content) {
    for (size_t at = str_find_ascii(content, STR("charset"), 0); at != STR_NONE;
         at = str_find_ascii(content, STR("charset"), at + 7)) {
        struct str rest = str_trim(str_skip(content, at + 7));
        if (!rest.size || rest.at[0] != '=') continue;
        rest = str_trim(str_skip(rest, 1));
        if (!rest.size) break;
        if (rest.at[0] == '"' || rest.at[0] == '\'') {
            char quote = rest.at[0];
            size_t end = str_find_byte(rest, quote, 1);
            return end == STR_NONE ? STR("") : str_slice(rest, 1, end);
        }
        size_t end = 0;
        while (end < rest.size && !ascii_is_space((unsigned char)rest.at[end]) && rest.at[end] != ';') end++;
        return str_slice(rest, 0, end);
    }
    return STR("");
}

static struct str charset_of_meta(struct prescan *scan) {
    struct str name, value, charset = {0}, content = {0};
    bool pragma = false;
    while (get_attribute(scan, &name, &value)) {
        if (str_equal_ascii(name, STR("http-equiv"))) pragma = str_equal_ascii(value, STR("content-type"));
        if (str_equal_ascii(name, STR("charset")) && !charset.size) charset = value;
        if (str_equal_ascii(name, STR("content")) && !content.size) content = charset_of_content(value);
    }
    if (charset.size) return str_trim(charset);
    return pragma ? content : STR("");
}

struct str html_meta_charset(struct str bytes) {
    struct prescan scan = {str_slice(bytes, 0, PRESCAN_BYTES), 0};
    for (size_t at = str_find_byte(scan.bytes, '<', 0); at != STR_NONE;
         at = str_find_byte(scan.bytes, '<', scan.at)) {
        struct str rest = str_skip(scan.bytes, at);
        scan.at = at + 1;
        bool meta = str_starts_ascii(rest, STR("<meta")) && rest.size > 5 &&
                    (ascii_is_space((unsigned char)rest.at[5]) || rest.at[5] == '/');
        if (str_starts(rest, STR("<!--"))) {
            size_t end = str_find(scan.bytes, STR("-->"), at + 2);
            if (end == STR_NONE) break;
            scan.at = end + 3;
        } else if (meta) {
            scan.at = at + 5;
            struct str charset = charset_of_meta(&scan);
            if (charset.size) return charset;
        } else if (rest.size > 1 && (ascii_is_alpha((unsigned char)rest.at[1]) || rest.at[1] == '/')) {
            struct str name, value;
            while (scan.at < scan.bytes.size && !ascii_is_space((unsigned char)scan.bytes.at[scan.at]) &&
                   scan.bytes.at[scan.at] != '>')
                scan.at++;
            while (get_attribute(&scan, &name, &value)) {}
        } else if (rest.size > 1 && (rest.at[1] == '!' || rest.at[1] == '?')) {
            size_t end = str_find_byte(scan.bytes, '>', at);
            if (end == STR_NONE) break;
            scan.at = end;
        }
    }
    return STR("");
}

/* ---- is it markup? ---- */

/* Tags that people write about, not with: one or two in a text prove nothing. */
#define TAGS_IN_TEXT_MAX 2u

static bool begins_tag(struct str text, size_t at, bool *closing) {
    *closing = at + 1 < text.size && text.at[at + 1] == '/';
    size_t from = at + (*closing ? 2 : 1), end = from;
    while (end < text.size && end - from <= 16 &&
           (ascii_is_alnum((unsigned char)text.at[end]) || text.at[end] == ':'))
        end++;
    if (end == from || end >= text.size) return false;
    char next = text.at[end];
    if (next != '>' && next != '/' && !ascii_is_space((unsigned char)next)) return false;
    if (html_tag_find(str_slice(text, from, end)) == HTML_TAG_none) {
        struct str name = str_slice(text, from, end);
        if (!str_equal_ascii(name, STR("span")) && !str_equal_ascii(name, STR("html"))) return false;
    }
    return str_find_byte(str_slice(text, end, end + 4096), '>', 0) != STR_NONE;
}

bool html_is_markup(struct str text) {
    struct str trimmed = str_trim(text);
    if (str_starts(trimmed, STR("\xEF\xBB\xBF"))) trimmed = str_trim(str_skip(trimmed, 3));
    if (str_starts_ascii(trimmed, STR("<!doctype html")) || str_starts_ascii(trimmed, STR("<html")))
        return true;
    size_t tags = 0, closing_tags = 0;
    for (size_t at = str_find_byte(text, '<', 0); at != STR_NONE; at = str_find_byte(text, '<', at + 1)) {
        bool closing;
        if (!begins_tag(text, at, &closing)) continue;
        tags++;
        closing_tags += closing;
        if (tags > TAGS_IN_TEXT_MAX && closing_tags) return true;
    }
    /* A pasted piece of markup may be one link. */
    return tags && closing_tags && trimmed.size && trimmed.at[0] == '<' &&
           trimmed.at[trimmed.size - 1] == '>';
}
