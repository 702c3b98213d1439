/* url_authority: user name, host and port, all that decides where a link goes.
 *
 * In: a draft that stands just after the slashes. Out: the authority, the path
 * and the rest of its href, or false when a browser opens nothing.
 * Reference: URL Standard, section 4.4, "authority state" to "port state". */
#include "base/arena.h"
#include "decode/percent.h"
#include "read/url/url_draft.h"
#include "read/url/url_host.h"
#include "read/url/url_split.h"

#define PORT_MAX 65535

/* Repairs after which a strict reader may see another host than a browser. */
#define STRUCTURE_NOTES                                                                                      \
    (URL_NOTE_BIT(userinfo) | URL_NOTE_BIT(backslash) | URL_NOTE_BIT(slashes_missing) |                      \
     URL_NOTE_BIT(slashes_extra))

static void write_userinfo(struct url_draft *draft, struct str userinfo) {
    struct str username = userinfo;
    size_t colon = str_find_byte(userinfo, ':', 0);
    struct str password = colon == STR_NONE ? (struct str){0} : str_skip(userinfo, colon + 1);
    if (colon != STR_NONE) username = str_slice(userinfo, 0, colon);
    url_add_note(draft, URL_NOTE_userinfo);
    size_t dot = str_find_byte(userinfo, '.', 0);
    if (dot != STR_NONE && dot > 0 && dot + 1 < userinfo.size)
        url_add_note(draft, URL_NOTE_userinfo_like_host);
    draft->username.from = draft->href.size;
    percent_encode(&draft->href, username, PERCENT_USERINFO);
    draft->username.to = draft->href.size;
    if (password.size > 0) {
        str_builder_byte(&draft->href, ':');
        draft->password.from = draft->href.size;
        percent_encode(&draft->href, password, PERCENT_USERINFO);
        draft->password.to = draft->href.size;
    }
    if (userinfo.size > 0 && !(username.size == 0 && password.size == 0)) str_builder_byte(&draft->href, '@');
}

/* The text after the ":" of an authority; false when it is no port. */
static bool write_port(struct url_draft *draft, struct str digits) {
    int32_t port = 0;
    for (size_t i = 0; i < digits.size; i++) {
        if (!ascii_is_digit((unsigned char)digits.at[i])) return false;
        port = port * 10 + (digits.at[i] - '0');
        if (port > PORT_MAX) return false;
    }
    if (digits.size == 0 || port == draft->usual_port) return true;
    url_add_note(draft, URL_NOTE_port_unusual);
    draft->out->port = port;
    str_builder_byte(&draft->href, ':');
    str_builder_number(&draft->href, (uint64_t)port);
    return true;
}

bool url_write_host(struct url_draft *draft, struct str text) {
    struct url_host host;
    draft->out->has_host = true;
    draft->host.from = draft->host.to = draft->href.size;
    if (text.size == 0) return true;
    if (!url_host_parse(draft->arena, text, draft->out->special, &host, &draft->out->notes)) return false;
    if (draft->file && str_equal(host.ascii, STR("localhost"))) return true;
    str_builder_str(&draft->href, host.ascii);
    draft->host.to = draft->href.size;
    draft->host_unicode = host.unicode;
    draft->out->host_is_ip = host.is_ip;
    return true;
}

/* Notes when RFC 3986 finds the host elsewhere than at `host`, a view into the text. */
static void compare_split(struct url_draft *draft, struct str host) {
    struct str strict;
    if (!(draft->out->notes & STRUCTURE_NOTES) || !url_split_host(draft->arena, draft->text, &strict)) return;
    if (str_starts(host, STR("["))) host = str_slice(host, 1, host.size - 1);
    if (!str_equal(strict, host)) url_add_note(draft, URL_NOTE_split_disagrees);
}

/* Where the authority ends, its last "@" (or STR_NONE), and how many there are. */
static size_t scan_authority(const struct url_draft *draft, size_t *at_sign, size_t *at_signs) {
    size_t end = draft->at;
    *at_sign = STR_NONE;
    *at_signs = 0;
    for (; end < draft->text.size; end++) {
        char byte = draft->text.at[end];
        if (byte == '/' || byte == '?' || byte == '#' || (byte == '\\' && draft->out->special)) break;
        if (byte != '@') continue;
        *at_sign = end;
        (*at_signs)++;
    }
    return end;
}

/* "authority state" to "port state", then the path. */
bool url_authority_read(struct url_draft *draft) {
    size_t at_sign, at_signs, end = scan_authority(draft, &at_sign, &at_signs);
    str_builder_str(&draft->href, STR("//"));
    if (at_signs > 1) url_add_note(draft, URL_NOTE_several_at);
    if (at_sign != STR_NONE) {
        write_userinfo(draft, str_slice(draft->text, draft->at, at_sign));
        draft->at = at_sign + 1;
    }
    struct str host = str_slice(draft->text, draft->at, end);
    size_t colon = 0;
    for (bool brackets = false; colon < host.size && (brackets || host.at[colon] != ':'); colon++) {
        if (host.at[colon] == '[') brackets = true;
        if (host.at[colon] == ']') brackets = false;
    }
    struct str port = str_skip(host, colon < host.size ? colon + 1 : colon);
    bool has_port = colon < host.size;
    host = str_slice(host, 0, colon);
    if (host.size == 0 && (has_port || at_sign != STR_NONE || draft->out->special)) return false;
    if (!url_write_host(draft, host) || !write_port(draft, port)) return false;
    draft->at = end;
    draft->path.from = draft->href.size;
    url_path_start(draft);
    compare_split(draft, host);
    return true;
}
