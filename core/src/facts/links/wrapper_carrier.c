/* wrapper_carrier: see wrapper_carrier.h. */
#include "facts/links/wrapper_carrier.h"

#include "base/oddity.h"
#include "base/utf8.h"
#include "decode/percent.h"
#include "decode/transfer.h"

/* Encoded this often over is read; more is nobody's honest link. */
#define ENCODED_AGAIN_MAX 4u

struct str carrier_trim(struct str text) {
    size_t from = 0;
    while (from < text.size && ((unsigned char)text.at[from] <= 0x20 || text.at[from] == '+')) from++;
    return str_skip(text, from);
}

static bool begins_encoded(struct str text) {
    text = carrier_trim(text);
    return str_starts_ascii(text, STR("http%3a")) || str_starts_ascii(text, STR("https%3a")) ||
           str_starts_ascii(text, STR("http%25")) || str_starts_ascii(text, STR("https%25")) ||
           str_starts_ascii(text, STR("%68")) || str_starts_ascii(text, STR("%2f%2f")) ||
           str_starts_ascii(text, STR("%25"));
}

struct str carrier_percent(struct arena *arena, struct str value) {
    struct str text = percent_decode(arena, value);
    for (unsigned again = 0; again < ENCODED_AGAIN_MAX && begins_encoded(text); again++)
        text = percent_decode(arena, text);
    return text;
}

struct str carrier_base64(struct arena *arena, struct str value) {
    struct str_builder plain;
    struct str text = percent_decode(arena, value);
    str_builder_init(&plain, arena, text.size + 1);
    for (size_t i = 0; i < text.size; i++) {
        char byte = text.at[i];
        str_builder_byte(&plain, (char)(byte == '-' ? '+' : byte == '_' ? '/' : byte));
    }
    struct oddities ignored = {0};
    struct str decoded = base64_decode(arena, str_builder_view(&plain), &ignored, STR(""));
    for (size_t i = 0; i < decoded.size; i++)
        if ((unsigned char)decoded.at[i] < 0x20) return STR("");
    return utf8_is_valid(decoded) ? carrier_percent(arena, decoded) : STR("");
}

/* u=a1aHR0cHM6Ly9... : a version of two bytes, then base64url. Ads leave it out. */
struct str carrier_bing(struct arena *arena, struct str value) {
    if (str_starts(value, STR("a1"))) return carrier_base64(arena, str_skip(value, 2));
    if (str_starts_ascii(value, STR("http"))) return carrier_percent(arena, value);
    return carrier_base64(arena, value);
}

struct str carrier_proofpoint2(struct arena *arena, struct str value) {
    struct str_builder text;
    str_builder_init(&text, arena, value.size + 1);
    for (size_t i = 0; i < value.size; i++) {
        char byte = value.at[i];
        str_builder_byte(&text, (char)(byte == '-' ? '%' : byte == '_' ? '/' : byte));
    }
    return carrier_percent(arena, str_builder_view(&text));
}

/* Path and query as one text: wrappers that hold a bare URL split it there. */
static struct str path_and_query(struct arena *arena, const struct url *url, struct str path) {
    if (!url->has_query) return path;
    struct str_builder text;
    str_builder_init(&text, arena, path.size + url->query.size + 1);
    str_builder_str(&text, path);
    str_builder_byte(&text, '?');
    str_builder_str(&text, url->query);
    return str_builder_view(&text);
}

/* The length of a run is one letter: A is 2, B is 3 ... then a-z, 0-9, - and _. */
static size_t run_length(char byte) {
    if (byte >= 'A' && byte <= 'Z') return (size_t)(byte - 'A') + 2;
    if (byte >= 'a' && byte <= 'z') return (size_t)(byte - 'a') + 28;
    if (ascii_is_digit((unsigned char)byte)) return (size_t)(byte - '0') + 54;
    return byte == '-' ? 64 : byte == '_' ? 65 : 0;
}

/* Puts the characters of `kept` back where "*" (one) or "**" and a letter (a
 * run) stands for them. */
static struct str restore(struct arena *arena, struct str text, struct str kept) {
    struct str_builder out;
    size_t next = 0;
    str_builder_init(&out, arena, text.size + kept.size + 1);
    for (size_t i = 0; i < text.size; i++) {
        size_t run = 1;
        if (text.at[i] != '*') {
            str_builder_byte(&out, text.at[i]);
            continue;
        }
        if (i + 2 < text.size && text.at[i + 1] == '*') {
            run = run_length(text.at[i + 2]);
            i += 2;
        }
        for (; run && next < kept.size; run--) str_builder_code_point(&out, utf8_next(kept, &next));
    }
    return str_builder_view(&out);
}

/* /v3/__https://host/path__;BASE64!!token$ */
struct str carrier_proofpoint3(struct arena *arena, const struct url *url) {
    struct str text = path_and_query(arena, url, url->path);
    size_t from = str_find(text, STR("/__"), 0);
    if (from == STR_NONE) return STR("");
    text = str_skip(text, from + 3);
    size_t end = str_find(text, STR("__;"), 0), behind = 3;
    if (end == STR_NONE) {
        end = str_find(text, STR("__"), 0);
        behind = 2;
    }
    if (end == STR_NONE) return carrier_percent(arena, text);
    struct str kept = str_skip(text, end + behind), carried = str_slice(text, 0, end);
    kept = str_cut(&kept, '!');
    return restore(arena, carried, kept.size ? carrier_base64(arena, kept) : STR(""));
}

/* /v2/___https://host/path___.token; newer ones scramble the middle. */
struct str carrier_avanan(struct arena *arena, const struct url *url) {
    struct str text = path_and_query(arena, url, url->path);
    size_t from = str_find(text, STR("___"), 0);
    if (from == STR_NONE) return STR("");
    text = str_skip(text, from + 3);
    size_t end = str_find(text, STR("___"), 0);
    text = str_slice(text, 0, end);
    return str_starts_ascii(text, STR("http")) ? carrier_percent(arena, text) : STR("");
}

struct str carrier_last_segment(struct arena *arena, struct str rest) {
    size_t slash = str_find_last_byte(rest, '/');
    struct str segment = slash == STR_NONE ? rest : str_skip(rest, slash + 1);
    struct str text = carrier_percent(arena, segment);
    return str_starts_ascii(text, STR("http")) ? text : STR("");
}

struct str carrier_base64_segment(struct arena *arena, struct str rest) {
    while (rest.size) {
        struct str segment = str_cut(&rest, '/');
        if (segment.size < 12 || !str_starts(segment, STR("aHR0c"))) continue;
        return carrier_base64(arena, segment);
    }
    return STR("");
}

struct str carrier_path_host(struct arena *arena, const struct url *url, struct str rest) {
    struct str text = percent_decode(arena, rest);
    if (text.size == 0) return STR("");
    text = path_and_query(arena, url, text);
    if (str_starts_ascii(text, STR("http:")) || str_starts_ascii(text, STR("https:"))) return text;
    return str_join(arena, STR("https://"), text);
}

static size_t find_http(struct str text) {
    size_t plain = str_find_ascii(text, STR("http:/"), 0), secure = str_find_ascii(text, STR("https:/"), 0);
    return plain < secure ? plain : secure;
}

struct str carrier_path_url(struct arena *arena, const struct url *url, struct str rest) {
    struct str text = path_and_query(arena, url, rest);
    size_t at = find_http(text);
    if (at == STR_NONE) {
        text = percent_decode(arena, text);
        at = find_http(text);
    }
    return at == STR_NONE ? STR("") : str_skip(text, at);
}

struct str carrier_yahoo(struct arena *arena, struct str path) {
    size_t at = str_find(path, STR("/RU="), 0);
    if (at == STR_NONE) return STR("");
    struct str value = str_skip(path, at + 4);
    value = str_cut(&value, '/');
    struct str text = carrier_percent(arena, value);
    return str_starts_ascii(text, STR("http")) ? text : carrier_base64(arena, value);
}

static struct str find_parameter(struct str query, struct str name) {
    while (query.size) {
        struct str value = str_cut(&query, '&');
        if (str_equal(str_cut(&value, '='), name)) return value;
    }
    return STR("");
}

/* www-example-com.translate.goog: "-" stands for ".", "--" for "-"; names that
 * would begin or end with a hyphen stand between "0-" and "-0"; of a long name
 * the beginning comes in _x_tr_hp. A label without "-" is only a fingerprint. */
struct str carrier_translate_host(struct arena *arena, const struct url *url) {
    struct str rest = url->host, label = str_cut(&rest, '.');
    struct str_builder out;
    if (str_starts(label, STR("0-")) && str_ends(label, STR("-0")))
        label = str_slice(label, 2, label.size - 2);
    str_builder_init(&out, arena, label.size + url->path.size + 16);
    str_builder_str(&out, STR("https://"));
    str_builder_str(&out, percent_decode(arena, find_parameter(url->query, STR("_x_tr_hp"))));
    bool dotted = false;
    for (size_t i = 0; i < label.size; i++) {
        bool doubled = label.at[i] == '-' && i + 1 < label.size && label.at[i + 1] == '-';
        bool dot = label.at[i] == '-' && !doubled;
        dotted |= dot;
        str_builder_byte(&out, dot ? '.' : label.at[i]);
        i += doubled;
    }
    str_builder_str(&out, url->path);
    return dotted ? str_builder_view(&out) : STR("");
}
