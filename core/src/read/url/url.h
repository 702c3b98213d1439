/* url: a link exactly as a browser opens it (WHATWG URL Standard).
 *
 * In: any bytes, and the URL they stand beside (base). Out: the parsed URL with
 * a note for every repair a browser makes silently. Never fails: what a browser
 * would refuse to open has valid == false. Linear in the input. */
#ifndef HONMONO_READ_URL_URL_H
#define HONMONO_READ_URL_URL_H

#include "base/str.h"

struct arena;

/* What is unusual about a link; bits of a set. Notes about how it is written
 * are set here; notes about whose it is (facts/) share the set. */
enum url_note {
#define NOTE(id, name) URL_NOTE_##id,
#include "read/url/url_notes.def"
#undef NOTE
    URL_NOTE_COUNT
};
#define URL_NOTE_BIT(id) ((uint64_t)1 << URL_NOTE_##id)

/* The kebab-case id of a note. */
const char *url_note_name(enum url_note note);

struct url {
    bool valid;                    /* a browser would open it */
    bool special;                  /* http, https, ws, wss, ftp, file */
    bool opaque_path;              /* mailto:..., data:..., javascript:... */
    struct str href;               /* serialised, "" when not valid */
    struct str scheme;             /* lower case, without ":" */
    struct str username, password; /* percent-encoded as serialised */
    bool has_host;
    struct str host;         /* ASCII as in the address bar's URL; "[..]" for IPv6 */
    struct str host_unicode; /* UTS 46 ToUnicode of host; equal to host when ASCII */
    bool host_is_ip;         /* IPv4 or IPv6 */
    int32_t port;            /* -1: none or the scheme's default */
    struct str path;         /* with leading "/" for special schemes */
    bool has_query, has_fragment;
    struct str query, fragment; /* without "?" and "#" */
    uint64_t notes;             /* URL_NOTE_BIT()s */
};

/* Parses `input` as `new URL(input, base)` does; `base` may be NULL. */
void url_parse(struct arena *arena, struct str input, const struct url *base, struct url *out);

#endif
