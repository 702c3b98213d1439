/* url_growth: hostile links of size n and 2n: time grows in proportion.
 *
 * In: the generators below. Out: a table (bytes, milliseconds of n and 2n,
 * their ratio); exit 1 when a ratio reaches 3. Why here: a message carries
 * links of at most a few kilobytes, `honmono link` takes 2 MiB. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "limits.h"
#include "read/url/domain.h"
#include "read/url/url.h"

#define RATIO_MAX 3.0
#define RUNS 5
#define MILLISECONDS_MIN 2.0 /* below this a ratio is noise: n is doubled */

/* `start`, then `unit` as often as it fits, then `end`. */
static const struct {
    const char *name, *start, *unit, *end;
} generators[] = {
    {"long path", "https://a.example/", "a", ""},
    {"long path to encode", "https://a.example/", "\xe3\x81\x82", ""},
    {"dot segments", "https://a.example/", "a/../", ""},
    {"dot segments up", "https://a.example/", "a/", "../../.."},
    {"encoded dots", "https://a.example/", "%2e%2E/a/", ""},
    {"backslashes", "https:", "\\", "a.example"},
    {"slashes", "https://a.example", "/", ""},
    {"at signs", "https://", "@", "a.example"},
    {"user name", "https://", "www.amazon.co.jp:", "@a.example"},
    {"tabs", "https://a.example/", "\t\n", "b"},
    {"controls at the ends", "", "\x01 ", "https://a.example/"},
    {"long query", "https://a.example/?", "https://b.example/?", "#"},
    {"scheme", "a", "b+", ":c"},
    {"port", "https://a.example:", "0", "443/"},
    {"long label", "https://", "a", ".example/"},
    {"labels", "https://", "a.", "example/"},
    {"empty labels", "https://", ".", "/"},
    {"numbers", "https://", "1.", "/"},
    {"one number", "https://", "0", "/"},
    {"upper case", "https://", "A.", "example/"},
    {"escapes", "https://", "%61", ".example/"},
    {"full-width labels", "https://", "\xef\xbd\x81\xe3\x80\x82", "example/"},
    {"letters outside ASCII", "https://", "\xc3\xbc", ".example/"},
    {"labels outside ASCII", "https://", "\xc3\xbc.", "example/"},
    {"labels just under the limit", "https://",
     "\xc3\xbc\xc3\xa4\xc3\xbc\xc3\xa4\xc3\xbc\xc3\xa4\xc3\xbc\xc3\xa4\xc3\xbc\xc3\xa4\xc3\xbc\xc3\xa4.",
     "x/"},
    {"marks", "https://a", "\xcc\x81\xcc\xa3", ".example/"},
    {"marks in labels", "https://", "a\xcc\x81\xcc\xa3\xcc\x81\xcc\xa3\xcc\x81\xcc\xa3.", "example/"},
    {"invisible", "https://a", "\xc2\xad", "b.example/"},
    {"joiners", "https://\xd8\xa8", "\xd9\x8b", "\xe2\x80\x8c\xd8\xa8.example/"},
    {"right to left", "https://", "\xd7\x90.", "example/"},
    {"Punycode", "https://", "xn--tda.", "example/"},
    {"Punycode in one label", "https://xn--", "a", ".example/"},
    {"Punycode beside letters", "https://\xc3\xbc.xn--", "9", ".example/"},
    {"Punycode that decodes to much", "https://\xc3\xbc.",
     "xn--aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.", "x/"},
    {"IPv6", "https://[", "0:", "]/"},
    {"broken UTF-8", "https://a.example/", "\xe3\x81", ""},
    {"NUL as text", "https://a.example/", "%00", ""},
    {"opaque path", "javascript:", " \xe3\x81\x82", "#"},
    {"drive letters", "file:", "/C|", ""},
};
#define GENERATOR_COUNT (sizeof generators / sizeof *generators)

static struct str generate(size_t which, size_t size, char *text) {
    size_t start = strlen(generators[which].start), unit = strlen(generators[which].unit);
    size_t end = strlen(generators[which].end), at = start;
    memcpy(text, generators[which].start, start);
    for (; at + unit + end <= size; at += unit) memcpy(text + at, generators[which].unit, unit);
    memcpy(text + at, generators[which].end, end);
    return (struct str){text, at + end};
}

static double clock_milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void read_link(struct str text) {
    struct arena arena = {0};
    struct url base, url;
    struct domain domain;
    url_parse(&arena, STR("https://base.example/dir/"), NULL, &base);
    url_parse(&arena, text, &base, &url);
    domain_find(url.host, &domain);
    arena_release(&arena);
}

static double measure(struct str text) {
    double best = 1e9;
    for (int run = 0; run < RUNS; run++) {
        double from = clock_milliseconds();
        read_link(text);
        double spent = clock_milliseconds() - from;
        if (spent < best) best = spent;
    }
    return best;
}

/* The ratio of the largest pair of sizes that fits, or of the first that takes long enough. */
static double compare(size_t which, char *text) {
    size_t size = 1u << 15;
    double once, twice;
    for (;; size *= 2) {
        once = measure(generate(which, size, text));
        twice = measure(generate(which, 2 * size, text));
        if (once >= MILLISECONDS_MIN || 4 * size > URL_BYTES_MAX) break;
    }
    double ratio = once < 0.2 ? 2.0 : twice / once; /* 1 MiB in 0.2 ms is no growth worth a ratio */
    printf("%-30s %8zu %9.2f %9.2f %6.2f\n", generators[which].name, size, once, twice, ratio);
    return ratio;
}

int main(void) {
    char *text = malloc(URL_BYTES_MAX + 64);
    int failures = 0;
    if (!text) return 1;
    printf("%-30s %8s %9s %9s %6s\n", "link", "bytes", "ms of n", "of 2n", "ratio");
    for (size_t which = 0; which < GENERATOR_COUNT; which++)
        if (compare(which, text) >= RATIO_MAX && compare(which, text) >= RATIO_MAX) failures++;
    free(text);
    printf("url_growth: %zu kinds of link, %d grow too fast\n", GENERATOR_COUNT, failures);
    return failures > 0;
}
