/* verdict_limits: a limit that was reached is said, and what was not looked at
 * cannot be called genuine. The message is consistent until links flood it. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "honmono.h"
#include "limits.h"
#include "unit/check.h"

static const char options[] = "{\"profile\":{\"emails\":[\"taro@example.jp\"],\"names\":[\"本物太郎\"]},"
                              "\"answers\":{\"delivered_to\":\"mine\",\"greeting\":\"my_name\",\"sign_in\":"
                              "\"me\",\"message_center\":\"found\"}}";

static const char top[] = "<p>本物太郎様</p><p>誰かがAmazonアカウントにサインインしました。</p>"
                          "<p>日時: Jan 27, 2026 11:44 AM Japan Standard Time</p>"
                          "<p><a href=\"https://www.amazon.co.jp/a/c/r/Q7\">お知らせください</a></p>";

/* The JSON for `top`, `count` times `link`, then `last`. */
static char *check(struct str link, size_t count, struct str last) {
    struct arena arena = {0};
    struct str_builder text;
    str_builder_init(&text, &arena, 0);
    str_builder_str(&text, str_from(top));
    for (size_t i = 0; i < count; i++) str_builder_str(&text, link);
    str_builder_str(&text, last);
    char *json = NULL;
    CHECK(honmono_check(&json, text.at, text.size, options) == HONMONO_OK);
    arena_release(&arena);
    return json;
}

static void expect(char *json, const char *verdict, bool limit) {
    CHECK(strstr(json, verdict) != NULL);
    CHECK((strstr(json, "{\"kind\":\"link-limit\"") != NULL) == limit);
    honmono_free(json);
}

/* A link of 100 KB is judged whole and shown in part, which is said. */
static void test_long_link(void) {
    struct arena arena = {0};
    struct str_builder link;
    str_builder_init(&link, &arena, 0);
    str_builder_str(&link, STR("<a href=\"http://"));
    for (int i = 0; i < 25000; i++) str_builder_str(&link, STR("a%40"));
    str_builder_str(&link, STR("@evil.example/\">https://www.amazon.co.jp/</a>"));
    char *json = check(STR(""), 0, str_builder_view(&link));
    CHECK(strstr(json, "\"domain\":\"evil.example\"") != NULL);
    CHECK(strstr(json, "\"text_cut\":true") != NULL);
    CHECK(strlen(json) < 64u << 10);
    expect(json, "\"verdict\":\"fake\"", false);
    arena_release(&arena);
}

int main(void) {
    test_long_link();
    struct str official = STR("<a href=https://www.amazon.co.jp/help>a</a> ");
    struct str evil = STR("<p><a href=https://evil.example/signin>お知らせください</a></p>");
    expect(check(official, 0, STR("")), "\"verdict\":\"consistent\"", false);
    expect(check(official, 100, STR("")), "\"verdict\":\"consistent\"", false);
    expect(check(official, 100, evil), "\"verdict\":\"fake\"", false);
    expect(check(official, 2 * DOCUMENT_LINKS_MAX, STR("")), "\"verdict\":\"unproven\"", true);
    expect(check(official, 2 * DOCUMENT_LINKS_MAX, evil), "\"verdict\":\"unproven\"", true);
    expect(check(STR("https://www.amazon.co.jp/help "), 2 * DOCUMENT_LINKS_MAX, evil),
           "\"verdict\":\"unproven\"", true);
    return CHECK_END("verdict_limits");
}
