/* url_driver: the URL parser for tests in other languages, with bases.
 *
 * In: one case per line, "INPUT" or "INPUT TAB BASE", both in hexadecimal.
 * Out: one line per case, fields in hexadecimal separated by tabs: "0" or "1"
 * (opens), then href, scheme, username, password, host, host_unicode, port,
 * path, query, fragment, registrable domain, and the names of the notes joined
 * by commas, unencoded. A base that does not parse gives "0".
 * Why not `honmono link`: that takes no base and hides user names. */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "read/url/domain.h"
#include "read/url/url.h"

/* The bytes of the next field of `*line`; moves past it and its separator. */
static struct str read_field(struct arena *arena, const char **line) {
    const char *end = *line;
    while (ascii_is_hex((unsigned char)*end)) end++;
    size_t size = (size_t)(end - *line) / 2;
    char *bytes = arena_alloc(arena, size);
    for (size_t i = 0; bytes && i < size; i++) {
        int high = ascii_hex_value((unsigned char)(*line)[2 * i]);
        int low = ascii_hex_value((unsigned char)(*line)[2 * i + 1]);
        bytes[i] = (char)(high * 16 + low);
    }
    *line = end;
    return (struct str){bytes, size};
}

static void print_field(struct str text) {
    putchar('\t');
    for (size_t i = 0; i < text.size; i++) printf("%02x", (unsigned char)text.at[i]);
}

static void print_url(const struct url *url) {
    char port[16] = "";
    struct domain domain;
    domain_find(url->has_host && url->special ? url->host : (struct str){0}, &domain);
    if (url->port >= 0) snprintf(port, sizeof port, "%d", (int)url->port);
    putchar(url->valid ? '1' : '0');
    const struct str fields[] = {url->href,  url->scheme,       url->username,     url->password,
                                 url->host,  url->host_unicode, str_from(port),    url->path,
                                 url->query, url->fragment,     domain.registrable};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) print_field(fields[i]);
    putchar('\t');
    for (int note = 0, written = 0; note < URL_NOTE_COUNT; note++)
        if (url->notes >> note & 1) printf("%s%s", written++ ? "," : "", url_note_name((enum url_note)note));
    putchar('\n');
}

int main(void) {
    char *line = NULL;
    size_t capacity = 0;
    while (getline(&line, &capacity, stdin) > 0) {
        struct arena arena = {0};
        struct url base, url;
        const char *at = line;
        struct str input = read_field(&arena, &at);
        bool has_base = *at++ == '\t';
        if (has_base) url_parse(&arena, read_field(&arena, &at), NULL, &base);
        if (has_base && !base.valid)
            url = (struct url){.port = -1};
        else
            url_parse(&arena, input, has_base ? &base : NULL, &url);
        print_url(&url);
        arena_release(&arena);
    }
    free(line);
    return 0;
}
