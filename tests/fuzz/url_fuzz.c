/* url_fuzz: any bytes as a link, alone and beside another one.
 *
 * In: "LINK" or "LINK LF BASE". Traps when a promise of url.h or domain.h is
 * broken: what opens is written once and for all (its href parses to itself),
 * the parts are views of it, and a strict reader sees the same host in it. */
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "read/url/domain.h"
#include "read/url/url.h"
#include "read/url/url_split.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void promise(bool kept) {
    if (!kept) __builtin_trap();
}

static bool is_inside(struct str part, struct str whole) {
    return part.size == 0 || (part.at >= whole.at && part.at + part.size <= whole.at + whole.size);
}

static void check_parts(const struct url *url) {
    const struct str parts[] = {url->scheme, url->username, url->password, url->host,
                                url->path,   url->query,    url->fragment};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) promise(is_inside(parts[i], url->href));
    promise(utf8_is_ascii(url->href));
    promise(utf8_is_valid(url->host_unicode));
    promise(url->has_host || url->host.size == 0);
    promise(!url->special || url->path.size > 0);
    promise(url->port >= -1 && url->port <= 65535);
}

static void check_domain(struct str host) {
    struct domain domain;
    domain_find(host, &domain);
    promise(is_inside(domain.registrable, host) && is_inside(domain.suffix, host));
    promise(domain.registrable.size == 0 || str_ends(domain.registrable, domain.suffix));
    promise(str_find_byte(domain.suffix, '.', 0) != 0);
}

/* The href is in the standard's own form: nothing is left to repair. */
static void check_again(struct arena *arena, const struct url *url) {
    struct url again;
    struct str strict;
    url_parse(arena, url->href, NULL, &again);
    promise(arena->failed || (again.valid && str_equal(again.href, url->href)));
    promise(arena->failed || (str_equal(again.host, url->host) && again.port == url->port));
    if (!url->special || !url_split_host(arena, url->href, &strict)) return;
    struct str host = url->host;
    if (str_starts(host, STR("["))) host = str_slice(host, 1, host.size - 1);
    /* uriparser's host ends where our masks of odd characters still stand for them. */
    promise(str_equal(strict, host));
}

static void check(struct arena *arena, const struct url *url) {
    if (!url->valid) {
        promise(url->href.size == 0 && url->host.size == 0);
        return;
    }
    check_parts(url);
    check_domain(url->host);
    check_again(arena, url);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena arena = {0};
    struct str rest = {(const char *)data, size};
    bool has_base = str_find_byte(rest, '\n', 0) != STR_NONE;
    struct str input = str_cut(&rest, '\n');
    struct url base, url;
    url_parse(&arena, input, NULL, &url);
    check(&arena, &url);
    if (has_base) {
        url_parse(&arena, rest, NULL, &base);
        url_parse(&arena, input, &base, &url);
        check(&arena, &url);
    }
    arena_release(&arena);
    return 0;
}
