/* verdict_json_writer: what the writer writes is what cJSON reads, and prints
 * again byte for byte. */
#include <cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "honmono.h"
#include "unit/check.h"
#include "verdict/json_writer.h"

/* The text that cJSON prints for the tree it reads from `text`; "" if it refuses. */
static char *reprint(const char *text) {
    cJSON *tree = cJSON_Parse(text);
    char *again = tree ? cJSON_PrintUnformatted(tree) : NULL;
    cJSON_Delete(tree);
    return again ? again : calloc(1, 1);
}

static void check_same(const char *text) {
    char *again = reprint(text);
    CHECK_STR(str_from(again), str_from(text));
    free(again);
}

static char *write_string(struct str text) {
    struct json json = {0};
    json_string(&json, NULL, text);
    return json_finish(&json);
}

static void check_string(struct str text, const char *expected) {
    char *written = write_string(text);
    CHECK_STR(str_from(written), str_from(expected));
    free(written);
}

static void test_structure(void) {
    struct json json = {0};
    json_open_object(&json, NULL);
    json_open_list(&json, "empty");
    json_close_list(&json);
    json_open_object(&json, "none");
    json_close_object(&json);
    json_open_list(&json, "all");
    json_integer(&json, NULL, 0);
    json_integer(&json, NULL, -12);
    json_boolean(&json, NULL, true);
    json_null(&json, NULL);
    json_open_list(&json, NULL);
    json_close_list(&json);
    json_open_object(&json, NULL);
    json_boolean(&json, "b", false);
    json_close_object(&json);
    json_close_list(&json);
    json_kebab(&json, "under_score", "not_shown_at_all");
    json_word(&json, "word", "a_b");
    json_string_or_null(&json, "null", STR(""));
    json_string(&json, "text", STR(""));
    json_close_object(&json);
    char *text = json_finish(&json);
    CHECK_STR(str_from(text),
              STR("{\"empty\":[],\"none\":{},\"all\":[0,-12,true,null,[],{\"b\":false}],"
                  "\"under_score\":\"not-shown-at-all\",\"word\":\"a_b\",\"null\":null,\"text\":\"\"}"));
    check_same(text);
    free(text);
}

static void test_integers(void) {
    struct json json = {0};
    json_open_list(&json, NULL);
    json_integer(&json, NULL, INT64_MIN);
    json_integer(&json, NULL, INT64_MAX);
    json_close_list(&json);
    char *text = json_finish(&json);
    CHECK_STR(str_from(text), STR("[-9223372036854775808,9223372036854775807]"));
    free(text);
}

/* Every byte alone, between letters, and after the first byte of a character. */
static void test_every_byte(void) {
    for (int byte = 0; byte < 256; byte++) {
        char texts[3][4] = {{(char)byte}, {'a', (char)byte, 'b'}, {'\xE3', (char)byte, 'c'}};
        size_t sizes[] = {1, 3, 3};
        for (int i = 0; i < 3; i++) {
            char *written = write_string((struct str){texts[i], sizes[i]});
            check_same(written);
            free(written);
        }
    }
}

static void test_strings(void) {
    check_string(STR("\b\f\n\r\t\"\\/\x01\x1F\x7F"), "\"\\b\\f\\n\\r\\t\\\"\\\\/\\u0001\\u001f\x7F\"");
    check_string(STR("a\0b"), "\"a\xEF\xBF\xBD"
                              "b\"");
    check_string(STR("\xE6\x9C\xAC\xED\xA0\x80"), "\"\xE6\x9C\xAC\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
    check_string(STR("\xEF\xBF\xBD\xF0\x9F\x98"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

static void test_growth(void) {
    struct json json = {0};
    json_open_list(&json, NULL);
    for (int i = 0; i < 20000; i++) json_string(&json, NULL, STR("0123456789\n"));
    json_close_list(&json);
    char *text = json_finish(&json);
    CHECK(strlen(text) == 2 + 20000 * 15 - 1);
    check_same(text);
    free(text);
}

static void test_verdicts(void) {
    static const char message[] = "From: \"\\\"Amazon\\\"\" <a@b.example>\nTo: c@d.example\nSubject: "
                                  "=?utf-8?B?44Ki?=\x01\nMIME-Version: 1.0\n"
                                  "Content-Type: text/html\n\n<p>Amazon \"x\" \\ <a "
                                  "href='http://e.example/?\xFF'>https://amazon.co.jp</a>";
    char *json = NULL;
    CHECK(honmono_check(&json, message, sizeof message - 1, NULL) == HONMONO_OK);
    check_same(json);
    honmono_free(json);
    CHECK(honmono_link(&json, "http://a\xE3\x80\x82jp/\n", 11) == HONMONO_OK);
    check_same(json);
    honmono_free(json);
    CHECK(honmono_catalogue(&json) == HONMONO_OK);
    check_same(json);
    honmono_free(json);
}

int main(void) {
    test_structure();
    test_integers();
    test_every_byte();
    test_strings();
    test_growth();
    test_verdicts();
    return CHECK_END("verdict_json_writer");
}
