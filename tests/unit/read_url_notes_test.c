/* Each silent repair leaves its note, and ordinary links leave none. */
#include "base/arena.h"
#include "limits.h"
#include "read/url/url.h"
#include "unit/check.h"

#define BIT(id) URL_NOTE_BIT(id)

static const struct {
    const char *input, *host; /* host NULL: no browser opens it */
    uint64_t notes;
} links[] = {
    /* nothing to say */
    {"https://www.amazon.co.jp/gp/css/order-history?ie=UTF8#top", "www.amazon.co.jp", 0},
    {"https://www.amazon.co.jp:443/", "www.amazon.co.jp", 0},
    {"http://a_b.example/%E3%81%82", "a_b.example", 0},
    {"mailto:help@amazon.co.jp", "", 0},
    {"ftp://x-y.example/", "x-y.example", 0},
    /* user names */
    {"https://user@evil.example/", "evil.example", BIT(userinfo)},
    {"https://@evil.example/", "evil.example", BIT(userinfo)},
    {"https://www.amazon.co.jp@evil.example/", "evil.example", BIT(userinfo) | BIT(userinfo_like_host)},
    {"https://www.amazon.co.jp:443@evil.example/", "evil.example", BIT(userinfo) | BIT(userinfo_like_host)},
    {"https://a@b@evil.example/", "evil.example", BIT(userinfo) | BIT(several_at)},
    {"https://www.amazon.co.jp/@evil.example/", "www.amazon.co.jp", 0},
    {"https://www.amazon.co.jp?@evil.example/", "www.amazon.co.jp", 0},
    /* white space, controls, slashes */
    {" https://evil.example/\n", "evil.example", BIT(control_stripped)},
    {"\001https://evil.example/", "evil.example", BIT(control_stripped)},
    {"ht\ttps://ev\nil.example/", "evil.example", BIT(tab_newline)},
    {"https:\\\\evil.example\\path", "evil.example", BIT(backslash) | BIT(split_disagrees)},
    {"https://evil.example/a\\b", "evil.example", BIT(backslash)},
    {"https:evil.example", "evil.example", BIT(slashes_missing) | BIT(split_disagrees)},
    {"https:/evil.example", "evil.example", BIT(slashes_missing) | BIT(split_disagrees)},
    {"https:///evil.example", "evil.example", BIT(slashes_extra) | BIT(split_disagrees)},
    {"https://www.amazon.co.jp\\@evil.example/", "www.amazon.co.jp", BIT(backslash) | BIT(split_disagrees)},
    {"https://evil.example/a?b\\c", "evil.example", 0},
    /* bytes */
    {"https://evil.example/\xff", "evil.example", BIT(bad_utf8) | BIT(path_non_ascii)},
    {"https://evil.example/\xe2\x80\xae.pj", "evil.example", BIT(bidi_control) | BIT(path_non_ascii)},
    {"https://evil.example/\xe3\x81\x82", "evil.example", BIT(path_non_ascii)},
    {"https://evil.example/?\xe3\x81\x82", "evil.example", 0},
    /* hosts */
    {"https://%65vil.example/", "evil.example", BIT(host_percent_encoded)},
    {"https://WWW.Amazon.co.jp/", "www.amazon.co.jp", BIT(host_case)},
    {"https://\xef\xbd\x81mazon.co.jp/", "amazon.co.jp", BIT(host_mapped)},
    {"https://www\xe3\x80\x82"
     "amazon.co.jp/",
     "www.amazon.co.jp", BIT(host_mapped)},
    {"https://ama\xc2\xadzon.co.jp/", "amazon.co.jp", BIT(host_ignorable)},
    {"https://ama\xe2\x80\x8bzon.co.jp/", "amazon.co.jp", BIT(host_ignorable)},
    {"https://am*zon.example/", "am*zon.example", BIT(host_odd_characters) | BIT(browsers_differ)},
    {"https://am!zon.example/", "am!zon.example", BIT(host_odd_characters)},
    {"https://a..example/", "a..example", BIT(host_not_dns)},
    {"https://evil.example./", "evil.example.", BIT(trailing_dot)},
    {"https://\xd0\xb0mazon.example/", "xn--mazon-3ve.example", BIT(international_host)},
    {"https://xn--mazon-3ve.example/", "xn--mazon-3ve.example", BIT(international_host) | BIT(punycode)},
    {"https://xn--a.example/", "xn--a.example",
     BIT(international_host) | BIT(punycode) | BIT(punycode_invalid) | BIT(browsers_differ)},
    {"https://a b.example/", NULL, BIT(browsers_differ)},
    {"https://ama<zon.example/", NULL, 0},
    /* addresses */
    {"http://192.0.2.1/", "192.0.2.1", BIT(ip_address)},
    {"http://3221225985/", "192.0.2.1", BIT(ip_address) | BIT(ip_disguised)},
    {"http://0xC0.0.02.1/", "192.0.2.1", BIT(ip_address) | BIT(ip_disguised) | BIT(host_case)},
    {"http://0300.0.2.1/", "192.0.2.1", BIT(ip_address) | BIT(ip_disguised)},
    {"http://192.0.513/", "192.0.2.1", BIT(ip_address) | BIT(ip_disguised)},
    {"http://192.0.2.256/", NULL, 0},
    {"http://1.2.3.4.5/", NULL, 0},
    {"http://[2001:DB8:0:0::1]/", "[2001:db8::1]", BIT(ip_address) | BIT(ipv6)},
    {"http://[::ffff:192.0.2.1]/", "[::ffff:c000:201]", BIT(ip_address) | BIT(ipv6)},
    {"http://[::1.2.3]/", NULL, BIT(ip_address) | BIT(ipv6) | BIT(browsers_differ)},
    /* ports and paths */
    {"https://evil.example:8443/", "evil.example", BIT(port_unusual)},
    {"https://evil.example:65536/", NULL, 0},
    {"https://evil.example:8x/", NULL, 0},
    {"https://evil.example/a/../b", "evil.example", BIT(dot_segments)},
    {"https://evil.example/a/%2e%2E/b", "evil.example", BIT(dot_segments)},
    {"https://evil.example/..a/b.", "evil.example", 0},
    /* no link at all */
    {"", NULL, 0},
    {"www.amazon.co.jp", NULL, 0},
    {"https://", NULL, 0},
    {"https://user@", NULL, BIT(userinfo)},
    {"://evil.example/", NULL, 0},
};

static void print_notes(uint64_t notes) {
    for (int note = 0; note < URL_NOTE_COUNT; note++)
        if (notes >> note & 1) printf(" %s", url_note_name((enum url_note)note));
    printf("\n");
}

static void check_links(void) {
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        struct arena arena = {0};
        struct url url;
        url_parse(&arena, str_from(links[i].input), NULL, &url);
        CHECK(url.valid == (links[i].host != NULL));
        CHECK_STR(url.host, str_from(links[i].host ? links[i].host : ""));
        CHECK(url.notes == links[i].notes);
        if (url.notes != links[i].notes) {
            printf("%s\n found: ", links[i].input);
            print_notes(url.notes);
            printf(" wanted:");
            print_notes(links[i].notes);
        }
        arena_release(&arena);
    }
}

/* Names that the DNS cannot hold, at the border. */
static void check_long_names(void) {
    char text[] = "https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example/";
    struct arena arena = {0};
    struct url url;
    url_parse(&arena, STR("https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example/"),
              NULL, &url);
    CHECK(url.valid && url.notes == 0);
    url_parse(&arena, str_from(text), NULL, &url);
    CHECK(url.valid && url.notes == BIT(host_not_dns));
    arena_release(&arena);
}

static void check_too_long(void) {
    struct arena arena = {0};
    struct url url;
    char *text = arena_alloc(&arena, URL_BYTES_MAX + 1);
    for (size_t i = 0; i <= URL_BYTES_MAX; i++) text[i] = i < 10 ? "https://a/"[i] : 'a';
    url_parse(&arena, (struct str){text, URL_BYTES_MAX}, NULL, &url);
    CHECK(url.valid && url.notes == 0 && url.href.size == URL_BYTES_MAX);
    url_parse(&arena, (struct str){text, URL_BYTES_MAX + 1}, NULL, &url);
    CHECK(!url.valid && url.notes == BIT(url_too_long));
    arena_release(&arena);
}

/* The parts are views of one href, in its order. */
static void check_parts(void) {
    struct arena arena = {0};
    struct url url, beside;
    url_parse(&arena, STR("HTTPS://u%40:p:@Example.JP:8080/a b/./c?q='#f"), NULL, &url);
    CHECK(url.valid && url.special && url.has_host && url.has_query && url.has_fragment && !url.opaque_path);
    CHECK_STR(url.href, STR("https://u%40:p%3A@example.jp:8080/a%20b/c?q=%27#f"));
    CHECK_STR(url.scheme, STR("https"));
    CHECK_STR(url.username, STR("u%40"));
    CHECK_STR(url.password, STR("p%3A"));
    CHECK_STR(url.path, STR("/a%20b/c"));
    CHECK_STR(url.query, STR("q=%27"));
    CHECK_STR(url.fragment, STR("f"));
    CHECK(url.port == 8080);
    url_parse(&arena, STR("../x?#"), &url, &beside);
    CHECK_STR(beside.href, STR("https://u%40:p%3A@example.jp:8080/x?#"));
    CHECK(beside.has_query && beside.query.size == 0 && beside.has_fragment);
    url_parse(&arena, STR("//evil.example"), &url, &beside);
    CHECK_STR(beside.href, STR("https://evil.example/"));
    CHECK(beside.port == -1);
    url_parse(&arena, STR("javascript:alert(1)"), &url, &beside);
    CHECK(beside.valid && beside.opaque_path && !beside.special && !beside.has_host);
    url_parse(&arena, STR("x"), &beside, &url);
    CHECK(!url.valid && url.href.size == 0);
    arena_release(&arena);
}

static void check_unicode(void) {
    struct arena arena = {0};
    struct url url;
    url_parse(&arena, STR("https://xn--mazon-3ve.xn--q9jyb4c/"), NULL, &url);
    CHECK_STR(url.host_unicode, STR("\xd0\xb0mazon.\xe3\x81\xbf\xe3\x82\x93\xe3\x81\xaa"));
    url_parse(&arena, STR("https://\xe3\x81\xbf\xe3\x82\x93\xe3\x81\xaa.example/"), NULL, &url);
    CHECK_STR(url.host, STR("xn--q9jyb4c.example"));
    CHECK_STR(url.host_unicode, STR("\xe3\x81\xbf\xe3\x82\x93\xe3\x81\xaa.example"));
    url_parse(&arena, STR("https://xn--a.xn--q9jyb4c/"), NULL, &url);
    CHECK_STR(url.host_unicode, STR("xn--a.\xe3\x81\xbf\xe3\x82\x93\xe3\x81\xaa"));
    url_parse(&arena, STR("https://www.amazon.co.jp/"), NULL, &url);
    CHECK(url.host_unicode.at == url.host.at && url.host_unicode.size == url.host.size);
    arena_release(&arena);
}

int main(void) {
    check_links();
    check_long_names();
    check_too_long();
    check_parts();
    check_unicode();
    return CHECK_END("read_url_notes");
}
