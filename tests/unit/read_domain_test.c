/* The registrable domain; the suffix list's own tests are in tests/oracles. */
#include <string.h>

#include "read/domain.h"
#include "unit/check.h"

static const struct {
    const char *host, *registrable, *suffix;
    bool private_suffix;
} hosts[] = {
    {"www.amazon.co.jp", "amazon.co.jp", "co.jp", false},
    {"amazon.co.jp", "amazon.co.jp", "co.jp", false},
    {"co.jp", "", "co.jp", false},
    {"jp", "", "jp", false},
    {"amazon.co.jp.evil.example", "evil.example", "example", false},
    {"www.amazon.com.", "amazon.com", "com", false},
    {"a.b.c.github.io", "c.github.io", "github.io", true},
    {"github.io", "", "github.io", true},
    {"x.s3.amazonaws.com", "x.s3.amazonaws.com", "s3.amazonaws.com", true},
    {"www.ck", "www.ck", "ck", false},                     /* an exception */
    {"b.example.ck", "b.example.ck", "example.ck", false}, /* a wildcard */
    {"xn--85x722f.xn--55qx5d.cn", "xn--85x722f.xn--55qx5d.cn", "xn--55qx5d.cn", false},
    {"localhost", "", "localhost", false},
    {"192.0.2.1", "", "", false},
    {"[2001:db8::1]", "", "", false},
    {"", "", "", false},
    {".", "", "", false},
    {"..", "", "", false},
    {".example.com", "", "", false},
    {"a..com", "", "com", false},
};

static void check_hosts(void) {
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++) {
        struct domain domain;
        domain_find(str_from(hosts[i].host), &domain);
        CHECK_STR(domain.registrable, str_from(hosts[i].registrable));
        CHECK_STR(domain.suffix, str_from(hosts[i].suffix));
        CHECK(domain.suffix_is_private == hosts[i].private_suffix);
    }
}

/* Names that no server can hold are still cut at the right place. */
static void check_long_hosts(void) {
    static char host[100000];
    memset(host, 'a', sizeof host);
    memcpy(host + sizeof host - 6, ".co.jp", 6);
    struct domain domain;
    domain_find((struct str){host, sizeof host}, &domain);
    CHECK(domain.registrable.size == sizeof host);
    CHECK_STR(domain.suffix, STR("co.jp"));
    for (size_t i = 1; i < sizeof host - 6; i += 2) host[i] = '.';
    host[sizeof host - 7] = 'b';
    domain_find((struct str){host, sizeof host}, &domain);
    CHECK_STR(domain.registrable, STR("ab.co.jp"));
}

int main(void) {
    check_hosts();
    check_long_hosts();
    const char *date = domain_list_date();
    CHECK(strlen(date) == 10 && date[4] == '-' && date[7] == '-');
    return CHECK_END("read_domain");
}
