/* url: see url.h. The standard's state machine as functions, one for each place
 * in which a URL can be: scheme, slashes, authority, path. What they read they
 * write at once to one buffer, the href; the parts of the result are ranges of
 * it. Notes are set where a browser repairs something without saying so.
 * Reference: URL Standard (url.spec.whatwg.org), section 4.4. */
#include "read/url/url.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "decode/unicode.h"
#include "limits.h"
#include "read/url/url_draft.h"

_Static_assert(URL_NOTE_COUNT <= 64, "the notes of a link are the bits of one number");

const char *url_note_name(enum url_note note) {
    static const char *const names[] = {
#define NOTE(id, name) name,
#include "read/url/url_notes.def"
#undef NOTE
    };
    return names[note];
}

/* ---- before parsing: what browsers drop ---- */

/* True when every byte is printable ASCII: then nothing has to be looked for. */
static bool is_printable(struct str text) {
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t odd = 0;
    size_t at = 0;
    for (; at + 8 <= text.size; at += 8) {
        uint64_t word;
        memcpy(&word, text.at + at, 8);
        odd |= word | (word - ones * 0x20);
    }
    for (; at < text.size; at++) odd |= (unsigned char)text.at[at] < 0x20 ? 0x80 : (unsigned char)text.at[at];
    return (odd & ones * 0x80) == 0;
}

static bool is_tab_or_newline(char byte) { return byte == '\t' || byte == '\n' || byte == '\r'; }

static struct str drop_tabs_and_newlines(struct url_draft *draft, struct str text) {
    size_t first = 0;
    while (first < text.size && !is_tab_or_newline(text.at[first])) first++;
    if (first == text.size) return text;
    url_add_note(draft, URL_NOTE_tab_newline);
    struct str_builder kept;
    str_builder_init(&kept, draft->arena, text.size);
    str_builder_str(&kept, str_slice(text, 0, first));
    for (size_t i = first; i < text.size; i++)
        if (!is_tab_or_newline(text.at[i])) str_builder_byte(&kept, text.at[i]);
    return str_builder_view(&kept);
}

static struct str repair_input(struct url_draft *draft, struct str input) {
    size_t from = 0, to = input.size;
    while (from < to && (unsigned char)input.at[from] <= ' ') from++;
    while (to > from && (unsigned char)input.at[to - 1] <= ' ') to--;
    if (to - from < input.size) url_add_note(draft, URL_NOTE_control_stripped);
    struct str text = str_slice(input, from, to);
    if (is_printable(text)) return text;
    text = drop_tabs_and_newlines(draft, text);
    /* Firefox stops at a NUL, the others escape it. */
    if (str_find_byte(text, '\0', 0) != STR_NONE) url_add_note(draft, URL_NOTE_browsers_differ);
    if (!utf8_is_valid(text)) {
        url_add_note(draft, URL_NOTE_bad_utf8);
        text = utf8_repair(draft->arena, text);
    }
    for (size_t at = 0; at < text.size;) {
        if ((unsigned char)text.at[at] < 0x80)
            at++;
        else if (unicode_is_bidi_control(utf8_next(text, &at)))
            url_add_note(draft, URL_NOTE_bidi_control);
    }
    return text;
}

/* ---- scheme ---- */

static const struct {
    struct str name;
    int32_t port;
} special_schemes[] = {{STR_INIT("https"), 443},        {STR_INIT("http"), 80}, {STR_INIT("ftp"), 21},
                       {STR_INIT("file"), URL_NO_PORT}, {STR_INIT("ws"), 80},   {STR_INIT("wss"), 443}};

/* The default port of a special scheme; false when the scheme is not special. */
static bool find_special(struct str scheme, int32_t *port) {
    for (size_t i = 0; i < sizeof special_schemes / sizeof *special_schemes; i++) {
        if (!str_equal(scheme, special_schemes[i].name)) continue;
        *port = special_schemes[i].port;
        return true;
    }
    return false;
}

/* The place of the ":" that ends a scheme, or STR_NONE. */
static size_t find_scheme_end(struct str text) {
    if (text.size == 0 || !ascii_is_alpha((unsigned char)text.at[0])) return STR_NONE;
    for (size_t i = 1; i < text.size; i++) {
        char byte = text.at[i];
        if (byte == ':') return i;
        if (!ascii_is_alnum((unsigned char)byte) && byte != '+' && byte != '-' && byte != '.')
            return STR_NONE;
    }
    return STR_NONE;
}

static void start_scheme(struct url_draft *draft, struct str scheme) {
    str_builder_str(&draft->href, scheme);
    for (size_t i = 0; i < draft->href.size; i++) draft->href.at[i] = ascii_lower(draft->href.at[i]);
    /* a copy: the text moves when it grows, and a refused link keeps its scheme */
    draft->out->scheme = str_copy(draft->arena, str_builder_view(&draft->href));
    draft->out->special = find_special(draft->out->scheme, &draft->usual_port);
    draft->file = str_equal(draft->out->scheme, STR("file"));
    str_builder_byte(&draft->href, ':');
}

/* "special authority (ignore) slashes state": any number of either slash. */
static bool read_special_authority(struct url_draft *draft) {
    size_t slashes = 0;
    for (; draft->at < draft->text.size; draft->at++, slashes++) {
        if (draft->text.at[draft->at] == '\\')
            url_add_note(draft, URL_NOTE_backslash);
        else if (draft->text.at[draft->at] != '/')
            break;
    }
    if (slashes < 2) url_add_note(draft, URL_NOTE_slashes_missing);
    if (slashes > 2) url_add_note(draft, URL_NOTE_slashes_extra);
    return url_authority_read(draft);
}

/* ---- relative references ---- */

enum base_part { BASE_HOST, BASE_PATH, BASE_QUERY };

/* Takes over from the base everything up to and including `last`. */
static void copy_base(struct url_draft *draft, enum base_part last) {
    const struct url *base = draft->base;
    struct url *out = draft->out;
    if (base->has_host) {
        str_builder_str(&draft->href, STR("//"));
        draft->username.from = draft->href.size;
        str_builder_str(&draft->href, base->username);
        draft->username.to = draft->href.size;
        if (base->password.size > 0) {
            str_builder_byte(&draft->href, ':');
            draft->password.from = draft->href.size;
            str_builder_str(&draft->href, base->password);
            draft->password.to = draft->href.size;
        }
        if (base->username.size > 0 || base->password.size > 0) str_builder_byte(&draft->href, '@');
        draft->host.from = draft->href.size;
        str_builder_str(&draft->href, base->host);
        draft->host.to = draft->href.size;
        if (base->port >= 0) {
            str_builder_byte(&draft->href, ':');
            str_builder_number(&draft->href, (uint64_t)base->port);
        }
    }
    out->has_host = base->has_host;
    out->host_is_ip = base->host_is_ip;
    out->port = base->port;
    draft->host_unicode = base->host_unicode;
    draft->path.from = draft->href.size;
    if (last >= BASE_PATH) str_builder_str(&draft->href, base->path);
    draft->path.to = draft->href.size;
    if (last < BASE_QUERY) return;
    url_path_guard(draft);
    draft->path.to = draft->href.size;
    out->has_query = base->has_query;
    if (!base->has_query) return;
    str_builder_byte(&draft->href, '?');
    draft->query.from = draft->href.size;
    str_builder_str(&draft->href, base->query);
    draft->query.to = draft->href.size;
}

/* What stands at draft->at, NUL at the end (no state asks for NUL itself). */
static char peek(const struct url_draft *draft, size_t ahead) {
    return draft->at + ahead < draft->text.size ? draft->text.at[draft->at + ahead] : '\0';
}

static bool at_end(const struct url_draft *draft) { return draft->at >= draft->text.size; }

static bool is_slash_here(const struct url_draft *draft, size_t ahead) {
    char byte = peek(draft, ahead);
    return byte == '/' || (byte == '\\' && draft->out->special);
}

/* The end of "relative state" and "file state": query, fragment, or a path
 * beside the base's. */
static void read_beside_base(struct url_draft *draft) {
    if (at_end(draft) || peek(draft, 0) == '#') {
        copy_base(draft, BASE_QUERY);
        url_tail_read(draft);
        return;
    }
    copy_base(draft, BASE_PATH);
    if (peek(draft, 0) == '?') {
        url_path_guard(draft);
        draft->path.to = draft->href.size;
        url_tail_read(draft);
        return;
    }
    if (!draft->file || !url_starts_with_drive(str_skip(draft->text, draft->at)))
        url_path_shorten(draft);
    else
        draft->href.size = draft->path.from;
    url_path_read(draft);
}

/* "relative state" and "relative slash state". */
static bool read_relative(struct url_draft *draft) {
    if (!is_slash_here(draft, 0)) {
        read_beside_base(draft);
        return true;
    }
    if (peek(draft, 0) == '\\' || (peek(draft, 1) == '\\' && draft->out->special))
        url_add_note(draft, URL_NOTE_backslash);
    if (is_slash_here(draft, 1) && draft->out->special) return read_special_authority(draft);
    if (is_slash_here(draft, 1)) {
        draft->at += 2;
        return url_authority_read(draft);
    }
    draft->at++;
    copy_base(draft, BASE_HOST);
    url_path_read(draft);
    return true;
}

/* ---- file: ---- */

/* "file host state". */
static bool read_file_host(struct url_draft *draft) {
    size_t end = draft->at;
    while (end < draft->text.size && !strchr("/\\?#", draft->text.at[end])) end++;
    struct str host = str_slice(draft->text, draft->at, end);
    str_builder_str(&draft->href, STR("//"));
    if (url_is_drive(host)) host = (struct str){0}, end = draft->at;
    if (!url_write_host(draft, host)) return false;
    draft->path.from = draft->href.size;
    draft->at = end;
    url_path_start(draft);
    return true;
}

/* "file state" and "file slash state". */
static bool read_file(struct url_draft *draft) {
    bool has_base = draft->base && str_equal(draft->base->scheme, STR("file"));
    if (is_slash_here(draft, 0) && is_slash_here(draft, 1)) {
        if (peek(draft, 0) == '\\' || peek(draft, 1) == '\\') url_add_note(draft, URL_NOTE_backslash);
        draft->at += 2;
        return read_file_host(draft);
    }
    if (!is_slash_here(draft, 0) && has_base) {
        read_beside_base(draft);
        return true;
    }
    bool slash = is_slash_here(draft, 0);
    if (slash && has_base) {
        draft->at++;
        copy_base(draft, BASE_HOST);
        struct str drive = str_slice(draft->base->path, 0, 3);
        bool base_drive = drive.size == 3 && url_is_drive(str_skip(drive, 1)) && drive.at[2] == ':' &&
                          (draft->base->path.size == 3 || draft->base->path.at[3] == '/');
        if (base_drive && !url_starts_with_drive(str_skip(draft->text, draft->at)))
            str_builder_str(&draft->href, drive);
    } else {
        draft->at += slash;
        draft->out->has_host = true;
        str_builder_str(&draft->href, STR("//"));
        draft->host.from = draft->host.to = draft->path.from = draft->href.size;
    }
    url_path_read(draft);
    return true;
}

/* ---- all of it ---- */

/* "scheme state" after the colon. */
static bool read_after_scheme(struct url_draft *draft) {
    struct url *out = draft->out;
    if (draft->file) return read_file(draft);
    if (out->special) {
        bool same = draft->base && str_equal(draft->base->scheme, out->scheme);
        bool two_slashes = peek(draft, 0) == '/' && peek(draft, 1) == '/';
        return same && !two_slashes ? read_relative(draft) : read_special_authority(draft);
    }
    if (peek(draft, 0) == '/' && peek(draft, 1) == '/') {
        draft->at += 2;
        return url_authority_read(draft);
    }
    if (peek(draft, 0) == '/') {
        draft->at++;
        draft->path.from = draft->href.size;
        url_path_read(draft);
        return true;
    }
    out->opaque_path = true;
    url_opaque_path_read(draft);
    return true;
}

/* "no scheme state". */
static bool read_without_scheme(struct url_draft *draft) {
    const struct url *base = draft->base;
    if (!base) return false;
    if (base->opaque_path && peek(draft, 0) != '#') return false;
    start_scheme(draft, base->scheme);
    if (base->opaque_path) {
        draft->out->opaque_path = true;
        copy_base(draft, BASE_QUERY);
        url_tail_read(draft);
        return true;
    }
    return draft->file ? read_file(draft) : read_relative(draft);
}

static struct str view_range(struct str href, struct url_range range) {
    return str_slice(href, range.from, range.to);
}

static void finish(const struct url_draft *draft) {
    struct url *out = draft->out;
    struct str href = str_builder_view(&draft->href);
    out->valid = true;
    out->href = href;
    out->scheme = str_slice(href, 0, str_find_byte(href, ':', 0));
    out->username = view_range(href, draft->username);
    out->password = view_range(href, draft->password);
    out->host = view_range(href, draft->host);
    out->host_unicode = str_equal(draft->host_unicode, out->host) ? out->host : draft->host_unicode;
    out->path = view_range(href, draft->path);
    out->query = view_range(href, draft->query);
    out->fragment = view_range(href, draft->fragment);
}

/* What is told of a link that no browser opens: its scheme and its notes. */
static void refuse(const struct url_draft *draft) {
    struct url *out = draft->out;
    *out = (struct url){
        .notes = out->notes, .special = out->special, .scheme = out->scheme, .port = URL_NO_PORT};
}

void url_parse(struct arena *arena, struct str input, const struct url *base, struct url *out) {
    *out = (struct url){.port = URL_NO_PORT};
    struct url_draft draft = {
        .arena = arena, .base = base && base->valid ? base : NULL, .out = out, .usual_port = URL_NO_PORT};
    if (input.size > URL_BYTES_MAX) {
        url_add_note(&draft, URL_NOTE_url_too_long);
        return;
    }
    draft.text = repair_input(&draft, input);
    str_builder_init(&draft.href, arena, draft.text.size + (draft.base ? draft.base->href.size : 0) + 16);
    size_t colon = find_scheme_end(draft.text);
    bool opens;
    if (colon != STR_NONE) {
        start_scheme(&draft, str_slice(draft.text, 0, colon));
        draft.at = colon + 1;
        opens = read_after_scheme(&draft);
    } else {
        opens = read_without_scheme(&draft);
    }
    if (opens && !arena->failed)
        finish(&draft);
    else
        refuse(&draft);
}
