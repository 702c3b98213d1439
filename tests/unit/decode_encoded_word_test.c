/* encoded_word: RFC 2047 section 8's examples, and what senders make of it. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "base/oddity.h"
#include "base/utf8.h"
#include "decode/encoded_word.h"
#include "unit/check.h"

static struct arena arena;
static struct oddities oddities;

static struct str decode(const char *value) {
    memset(&oddities, 0, sizeof oddities);
    return encoded_word_decode(&arena, str_from(value), &oddities, STR("subject"));
}

static unsigned count_odd(void) {
    unsigned count = 0;
    for (int i = 0; i < ODDITY_COUNT; i++) count += oddities.count[i];
    return count;
}

#define CHECK_WORD(value, wanted) CHECK_STR(decode(value), STR(wanted))

static void test_standard(void) {
    CHECK_WORD("(=?ISO-8859-1?Q?a?=)", "(a)");
    CHECK_WORD("(=?ISO-8859-1?Q?a?= b)", "(a b)");
    CHECK_WORD("(=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=)", "(ab)");
    CHECK_WORD("(=?ISO-8859-1?Q?a?=  \t  =?ISO-8859-1?Q?b?=)", "(ab)");
    CHECK_WORD("(=?ISO-8859-1?Q?a_b?=)", "(a b)");
    CHECK_WORD("(=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=)", "(a b)");
    CHECK_WORD("=?ISO-8859-1?Q?Andr=E9?= Pirard", "André Pirard");
    CHECK_WORD("=?ISO-8859-1?B?SWYgeW91IGNhbiByZWFkIHRoaXMgeW8=?= "
               "=?ISO-8859-2?B?dSB1bmRlcnN0YW5kIHRoZSBleGFtcGxlLg==?=",
               "If you can read this you understand the example.");
    CHECK_WORD("=?US-ASCII*EN?Q?Keith_Moore?= <x@y>", "Keith Moore <x@y>");
    CHECK_WORD("=?iso-2022-jp?B?GyRCJSIlXiU+JXMbKEI=?=", "アマゾン");
    CHECK_WORD("=?utf-8?q?a=5Fb?=", "a_b");
    CHECK_WORD("plain text, no words", "plain text, no words");
    CHECK_WORD("", "");
    CHECK(count_odd() == 0);
}

static void test_split_characters(void) {
    CHECK_WORD("=?utf-8?B?44Ki44?= =?utf-8?B?Oe?=", "アマ");     /* encoded text cut in the middle */
    CHECK_WORD("=?utf-8?B?44Ki4w==?= =?UTF-8?B?g54=?=", "アマ"); /* bytes cut in the middle */
    CHECK_WORD("=?utf-8?Q?=E3=82=A2=E3?= =?utf-8?Q?=83=9E?=", "アマ");
    CHECK_WORD("=?utf-8?Q?=E3=82=A2=E3?==?utf-8?B?g54=?=", "アマ");
    CHECK_WORD("=?iso-2022-jp?B?GyRCJSI=?= =?iso-2022-jp?B?JV4bKEI=?=", "アマ");
    CHECK_WORD("=?shift_jis?Q?=83?= =?shift_jis?Q?A?=", "ア");
    CHECK(count_odd() == 0);
}

static void test_what_senders_do(void) {
    CHECK_WORD("\"=?utf-8?B?QW1hem9u?=\" <a@b>", "\"Amazon\" <a@b>"); /* in quotes */
    CHECK_WORD("Re:=?utf-8?B?QW1hem9u?=:x", "Re:Amazon:x");           /* glued */
    CHECK_WORD("=?utf-8?B?QW1hem9u?==?utf-8?B?LmNv?=", "Amazon.co");
    CHECK_WORD("=?utf-8?Q?two words?=", "two words"); /* a space that should be "_" */
    CHECK_WORD("=?utf-8?Q?What?=20is?=", "What? is");
    CHECK_WORD("=?UTF-8?b?QW1hem9u?=", "Amazon");
    CHECK_WORD("=?cp932?B?g0GDfYNdg5M=?=", "アマゾン");
    CHECK_WORD("=?utf-8?B?"
               "?=",
               "");
    CHECK(count_odd() == 0);
    CHECK_WORD("=?utf-8?B?QW1h\nem9u?=", "Amazon");
    CHECK_WORD("=?utf-8?Q?a=0D=0AFrom:_b?=", "a  From: b"); /* no new header line */
}

static void test_broken(void) {
    CHECK_WORD("=?utf-8?B?QW1hem9u", "Amazon"); /* cut off */
    CHECK(oddities.count[ODDITY_encoded_word_broken] == 1);
    CHECK_WORD("=?utf-8?B?QW1hem9u? <a@b>", "Amazon <a@b>");
    CHECK_WORD("=?utf-8?Q?Ama =?utf-8?Q?zon?=", "Amazon");
    CHECK_WORD("=?utf-8?Q?100=?=", "100=");
    CHECK(oddities.count[ODDITY_encoded_word_broken] == 1);
    CHECK_WORD("=?utf-8?X?abc?=", "=?utf-8?X?abc?=");
    CHECK_WORD("=?utf-8?B?", "=?utf-8?B?");
    CHECK_WORD("a =? b ?= c", "a =? b ?= c");
    CHECK_WORD("=?*en?Q?abc?= d", "=?*en?Q?abc?= d");
    CHECK_WORD("=?"
               "?B?QQ==?=",
               "=?"
               "?B?QQ==?=");
    CHECK_WORD("=?made-up?Q?abc?=", "abc");
    CHECK(oddities.count[ODDITY_charset_unknown] == 1);
    CHECK_WORD("=?utf-8?B?QW1h*em9u?=", "Amazon");
    CHECK(oddities.count[ODDITY_base64_bad_byte] == 1);
}

static void test_raw_bytes(void) {
    CHECK_WORD("アマゾン", "アマゾン");
    CHECK(count_odd() == 0);
    CHECK_WORD("=?utf-8?Q?A=00ma=00?=", "Ama");
    CHECK_WORD("\x83\x41\x83\x7D\x83\x5D\x83\x93 <a@b>", "アマゾン <a@b>");
    CHECK(oddities.count[ODDITY_charset_undeclared] == 1);
    CHECK_WORD("\x1B$B%\"%^\x1B(B <a@b>", "アマ <a@b>");
    CHECK_WORD("アマ=?utf-8?B?QQ==?=\xFF", "アマA\uFFFD");
    CHECK_WORD("Andr\xE9 <a@b>", "André <a@b>");
    /* a wrong label in a word: the bytes say what they are */
    CHECK_WORD("=?us-ascii?B?44Ki44Oe?=", "アマ");
    CHECK(oddities.count[ODDITY_charset_wrong] == 1);
    /* UTF-7 in a word is read as mail programs read it */
    CHECK_WORD("=?utf-7?Q?+MKIw3g-?=", "アマ");
}

/* Time for `count` copies of `piece`. */
static double time_of(const char *piece, size_t count) {
    size_t size = strlen(piece);
    char *value = malloc(size * count);
    if (!value) return 0;
    for (size_t i = 0; i < count; i++) memcpy(value + i * size, piece, size);
    struct arena own = {0};
    clock_t start = clock();
    struct str text = encoded_word_decode(&own, (struct str){value, size * count}, &oddities, STR(""));
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    CHECK(utf8_is_valid(text));
    CHECK(text.size <= 4 * size * count + 4);
    arena_release(&own);
    free(value);
    return seconds;
}

/* A megabyte of each takes milliseconds; quadratic would take minutes. */
static void test_hostile(void) {
    static const char *const PIECES[] = {"=?a?q?",           "=?utf-8?B?QQ==?= ", "=?a?q?x y",      "?=20",
                                         "=?utf-8?Q?=E3?= ", "=?a?q?x?=20",       "=?utf-8?B?Q?= ", "=?=?",
                                         "\"=?utf-7?Q?+?=",  "=?a?b?c =?d?q?e?="};
    for (size_t i = 0; i < sizeof PIECES / sizeof *PIECES; i++)
        CHECK(time_of(PIECES[i], 1000000 / strlen(PIECES[i])) < 2.0);
}

int main(void) {
    test_standard();
    test_split_characters();
    test_what_senders_do();
    test_broken();
    test_raw_bytes();
    test_hostile();
    arena_release(&arena);
    return CHECK_END("encoded_word");
}
