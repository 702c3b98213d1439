/* The registrable domain; the suffix list's own tests are in tests/oracles. */
#include <string.h>

#include <libpsl.h>

#include "read/url/domain.h"
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

/* Below and at every rule of the list, the answer is libpsl's own. */
static void check_list(void) {
    static const char *const prefixes[] = {"", "a.", "b.a.", "w.x.y.z."};
    char line[512], host[600];
    FILE *list = fopen(HONMONO_TESTS_DIR "/../core/data/public_suffix_list.dat", "r");
    CHECK(list != NULL);
    unsigned long rules = 0;
    while (list && fgets(line, sizeof line, list)) {
        line[strcspn(line, "\n")] = '\0';
        const char *rule = line + (line[0] == '!');
        if (strncmp(rule, "*.", 2) == 0) rule += 2;
        if (*rule == '\0' || *rule == '/') continue;
        rules++;
        for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
            snprintf(host, sizeof host, "%s%s", prefixes[i], rule);
            const char *registrable = psl_registrable_domain(psl_builtin(), host);
            const char *suffix = psl_unregistrable_domain(psl_builtin(), host);
            struct domain domain;
            domain_find(str_from(host), &domain);
            CHECK_STR(domain.registrable, str_from(registrable ? registrable : ""));
            CHECK_STR(domain.suffix, str_from(suffix ? suffix : ""));
            bool is_private =
                psl_is_public_suffix2(psl_builtin(), suffix, PSL_TYPE_PRIVATE | PSL_TYPE_NO_STAR_RULE);
            CHECK(domain.suffix_is_private == is_private);
        }
    }
    CHECK(rules > 9000);
    if (list) fclose(list);
}

int main(void) {
    check_list();
    check_hosts();
    check_long_hosts();
    const char *date = domain_list_date();
    CHECK(strlen(date) == 10 && date[4] == '-' && date[7] == '-');
    return CHECK_END("read_domain");
}
