/* Host names by UTS 46, Punycode by RFC 3492, percent by the URL Standard. */
#include "base/arena.h"
#include "decode/idna.h"
#include "decode/percent.h"
#include "decode/punycode.h"
#include "unit/check.h"

/* From RFC 3492 section 7.1 (C, I, L, S) and from the DNS. */
static const struct {
    const char *text, *punycode;
} labels[] = {
    {"\xe4\xbb\x96\xe4\xbb\xac\xe4\xb8\xba\xe4\xbb\x80\xe4\xb9\x88\xe4\xb8\x8d\xe8\xaf\xb4\xe4\xb8\xad\xe6"
     "\x96\x87",
     "ihqwcrb4cv8a8dqg056pqjye"},
    {"3\xe5\xb9\xb4"
     "b\xe7\xb5\x84\xe9\x87\x91\xe5\x85\xab\xe5\x85\x88\xe7\x94\x9f",
     "3b-ww4c5e180e575a65lsy2b"},
    {"-> $1.00 <-", "-> $1.00 <--"},
    {"b\xc3\xbc"
     "cher",
     "bcher-kva"},
    {"\xf0\x9f\x98\x80", "e28h"},
    {"\xc3\xbc", "tda"},
};

static void check_punycode(struct arena *arena) {
    uint32_t points[PUNYCODE_DECODE_MAX];
    size_t count;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        struct str_builder text, code;
        str_builder_init(&text, arena, 16);
        str_builder_init(&code, arena, 16);
        CHECK(punycode_decode(str_from(labels[i].punycode), points, &count));
        for (size_t at = 0; at < count; at++) str_builder_code_point(&text, points[at]);
        CHECK_STR(str_builder_view(&text), str_from(labels[i].text));
        CHECK(punycode_encode(&code, points, count));
        CHECK_STR(str_builder_view(&code), str_from(labels[i].punycode));
    }
    static const char *const broken[] = {"!", "-a", "99999999", "a-\xc3\xbc", "bcher-kv", "\xc3\xbc"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
        CHECK(!punycode_decode(str_from(broken[i]), points, &count));
    CHECK(punycode_decode(STR("--"), points, &count) && count == 1 && points[0] == '-');
    CHECK(punycode_decode(STR(""), points, &count) && count == 0);
}

static void check_punycode_limits(struct arena *arena) {
    uint32_t points[PUNYCODE_DECODE_MAX + 1];
    char text[PUNYCODE_DECODE_MAX + 1];
    size_t count;
    struct str_builder code;
    str_builder_init(&code, arena, 16);
    for (size_t i = 0; i <= PUNYCODE_DECODE_MAX; i++) points[i] = 0xE9, text[i] = 'a';
    CHECK(punycode_encode(&code, points, PUNYCODE_ENCODE_MAX));
    CHECK(!punycode_encode(&code, points, PUNYCODE_ENCODE_MAX + 1));
    CHECK(punycode_decode((struct str){text, PUNYCODE_DECODE_MAX}, points, &count));
    CHECK(!punycode_decode((struct str){text, PUNYCODE_DECODE_MAX + 1}, points, &count));
}

static const struct {
    const char *domain, *ascii, *unicode; /* ascii NULL: refused */
} domains[] = {
    {"B\xc3\xbc"
     "cher.de",
     "xn--bcher-kva.de",
     "b\xc3\xbc"
     "cher.de"},
    {"fa\xc3\x9f.de", "xn--fa-hia.de", "fa\xc3\x9f.de"},
    {"e\xcc\x81.example", "xn--9ca.example", "\xc3\xa9.example"},
    {"\xef\xbd\x81\xef\xbd\x8d\xef\xbd\x81zon\xe3\x80\x82jp", "amazon.jp", "amazon.jp"},
    {"xn--bcher-kva.\xc3\xbc", "xn--bcher-kva.xn--tda",
     "b\xc3\xbc"
     "cher.\xc3\xbc"},
    {"xn--a.\xc3\xbc", NULL, NULL},        /* no Punycode */
    {"xn--abc-.\xc3\xbc", NULL, NULL},     /* Punycode of ASCII only */
    {"xn--\xc3\xbc", NULL, NULL},          /* not ASCII after the prefix */
    {"xn--xn---epa.\xc3\xbc", NULL, NULL}, /* the prefix twice */
    {"\xcc\x81"
     "a.example",
     NULL, NULL}, /* begins with a mark */
    {"a\xef\xbf\xbd", NULL, NULL},
    {"\xe0\xa4\x95\xe0\xa5\x8d\xe2\x80\x8d\xe0\xa4\xb7", "xn--11b2ezcw70k", /* joiner after virama */
     "\xe0\xa4\x95\xe0\xa5\x8d\xe2\x80\x8d\xe0\xa4\xb7"},
    {"a\xe2\x80\x8d"
     "b",
     NULL, NULL},
    {"\xd8\xa8\xe2\x80\x8c\xd8\xa8", "xn--ngba799q",
     "\xd8\xa8\xe2\x80\x8c\xd8\xa8"}, /* between joining letters */
    {"\xd8\xa8\xe2\x80\x8c"
     "a",
     NULL, NULL},
    {"\xd7\x90\xd7\x91.com", "xn--4dbc.com", "\xd7\x90\xd7\x91.com"},
    {"\xd7\x90"
     "1.com",
     "xn--1-zhc.com",
     "\xd7\x90"
     "1.com"},
    {"1\xd7\x90.com", NULL, NULL}, /* Bidi rule 1 */
    {"\xd7\x90"
     "a.com",
     NULL, NULL},                  /* rule 2 */
    {"\xd7\x90-.com", NULL, NULL}, /* rule 3 */
    {"\xd7\x90"
     "1\xd9\xa1.com",
     NULL, NULL},                  /* rule 4 */
    {"\xd7\x90.1com", NULL, NULL}, /* every label of a Bidi domain */
    {"\xe2\x89\xa0", "xn--1ch", "\xe2\x89\xa0"},
    {"=\xcc\xb8", "xn--1ch", "\xe2\x89\xa0"},
    {"a..\xc3\xbc.", "a..xn--tda.", "a..\xc3\xbc."},
};

static void check_domains(struct arena *arena) {
    for (size_t i = 0; i < sizeof domains / sizeof *domains; i++) {
        struct idna idna;
        bool opens = idna_process(arena, str_from(domains[i].domain), &idna);
        CHECK(opens == (domains[i].ascii != NULL));
        if (opens != (domains[i].ascii != NULL)) printf("  %s\n", domains[i].domain);
        if (!opens || !domains[i].ascii) continue;
        bool invalid;
        CHECK_STR(idna.ascii, str_from(domains[i].ascii));
        CHECK_STR(idna.unicode, str_from(domains[i].unicode));
        CHECK_STR(idna_to_unicode(arena, idna.ascii, &invalid), str_from(domains[i].unicode));
        CHECK(!invalid);
    }
}

static void check_to_unicode(struct arena *arena) {
    bool invalid;
    CHECK_STR(idna_to_unicode(arena, STR("a.xn--a.xn--tda"), &invalid), STR("a.xn--a.\xc3\xbc"));
    CHECK(invalid);
    CHECK_STR(idna_to_unicode(arena, STR("xn--1-zhc.1a"), &invalid), STR("xn--1-zhc.1a"));
    CHECK(invalid); /* the label after it breaks the Bidi rule */
    CHECK_STR(idna_to_unicode(arena, STR("xn--tda.xn--"), &invalid), STR("\xc3\xbc.xn--"));
    CHECK(invalid);
    CHECK(idna_has_punycode(STR("a.b.XN--tda")) && idna_has_punycode(STR("xn--")));
    CHECK(!idna_has_punycode(STR("axn--tda.b")) && !idna_has_punycode(STR("x-n--.n--a--b")));
}

static void check_percent(struct arena *arena) {
    CHECK_STR(percent_decode(arena, STR("%61%zz%4%%e3%81%82%")), STR("a%zz%4%\xe3\x81\x82%"));
    CHECK_STR(percent_decode(arena, STR("%2561%00")), ((struct str){"%61\0", 4}));
    struct str_builder out;
    str_builder_init(&out, arena, 0);
    percent_encode(&out, STR("a b?\"'\xc3\xbc\x7f%"), PERCENT_SPECIAL_QUERY);
    CHECK_STR(str_builder_view(&out), STR("a%20b?%22%27%C3%BC%7F%"));
    CHECK(percent_set_has(PERCENT_PATH, '?') && !percent_set_has(PERCENT_QUERY, '?'));
    CHECK(percent_set_has(PERCENT_USERINFO, '@') && !percent_set_has(PERCENT_PATH, '@'));
    CHECK(!percent_set_has(PERCENT_FRAGMENT, '#') && percent_set_has(PERCENT_C0_CONTROL, (char)0xFF));
}

int main(void) {
    struct arena arena = {0};
    check_punycode(&arena);
    check_punycode_limits(&arena);
    check_domains(&arena);
    check_to_unicode(&arena);
    check_percent(&arena);
    arena_release(&arena);
    return CHECK_END("decode_idna");
}
