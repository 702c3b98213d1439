/* unicode: normal forms equal those of utf8proc, which has its own tables and
 * takes the whole text at once; the skeleton sees through the letters that
 * fakes use. */
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <utf8proc.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "decode/unicode.h"
#include "unit/check.h"

static struct arena arena;

#define CHECK_FOLD(text, wanted) CHECK_STR(unicode_nfkc_casefold(&arena, STR(text)), STR(wanted))
#define CHECK_SKELETON(text, wanted) CHECK_STR(unicode_skeleton(&arena, STR(text)), STR(wanted))

static void test_normal_forms(void) {
    CHECK_STR(unicode_nfc(&arena, STR("e\u0301 か\u3099 \u1100\u1161\u11A8")), STR("é が 각"));
    CHECK_STR(unicode_nfc(&arena, STR("ｶﾞ①")), STR("ｶﾞ①"));
    CHECK_FOLD("ｱﾏｿﾞﾝ Ａｍａｚｏｎ①㍿", "アマゾン amazon1株式会社");
    CHECK_FOLD("髙﨑…。", "髙﨑...。");
    CHECK_FOLD("ＡＭＡＺＯＮ ⒶⓂ 𝐀𝓶𝔞ℤ STRASSE straße", "amazon am amaz strasse strasse");
    CHECK_FOLD("A\u200Bm\u00ADa\u2060z\uFEFFo\u200Dn\U000E0061", "amazon");
    CHECK_FOLD("ア\uFF9E", "ア\u3099");
    CHECK_FOLD("カ\uFF9E", "ガ");
    CHECK_FOLD("ΣΑΣ", "σασ");
    CHECK_FOLD("Amazon", "amazon");
    CHECK_FOLD("", "");
    struct str same = STR("amazon");
    CHECK(unicode_nfkc_casefold(&arena, same).at == same.at);
    CHECK(unicode_nfc(&arena, same).at == same.at);
}

static void test_kinds(void) {
    CHECK(unicode_is_ignorable(0x200B) && unicode_is_ignorable(0xAD) && unicode_is_ignorable(0x3164));
    CHECK(unicode_is_ignorable(0xE0041) && unicode_is_ignorable(0xFE0F));
    CHECK(!unicode_is_ignorable('a') && !unicode_is_ignorable(0x3042) && !unicode_is_ignorable(0x110000));
    CHECK(unicode_is_bidi_control(0x202E) && unicode_is_bidi_control(0x2066) &&
          unicode_is_bidi_control(0x200F));
    CHECK(!unicode_is_bidi_control(0x202F) && !unicode_is_bidi_control('a'));
}

static void test_skeleton(void) {
    CHECK_SKELETON("аmazon", "amazon"); /* Cyrillic */
    CHECK_SKELETON("АМАZОN", "amazon");
    CHECK_SKELETON("ΑΜΑΖΟΝ", "amazon"); /* Greek */
    CHECK_SKELETON("αmαzοn", "amazon");
    CHECK_SKELETON("amazօո", "amazon"); /* Armenian */
    CHECK_SKELETON("ᎪᎷᎪᏃᎾN", "amazon"); /* Cherokee */
    CHECK_SKELETON("ＡＭＡＺＯＮ", "amazon");
    CHECK_SKELETON("𝐀𝓶𝔞𝕫𝖔𝗇", "amazon");
    CHECK_SKELETON("ⒶⓂⓐⓩⓞⓝ", "amazon");
    CHECK_SKELETON("🅐🅼🅰🆉🅾🅽", "amazon");
    CHECK_SKELETON("🇦🇲🇦🇿🇴🇳", "amazon");
    CHECK_SKELETON("🄰🄼🄰🅉🄾🄽", "amazon");
    CHECK_SKELETON("ᴀᴍᴀᴢᴏɴ", "amazon");
    CHECK_SKELETON("ɐmɑzσŋ", "amazon");
    CHECK_SKELETON("ámàzõń", "amazon");
    CHECK_SKELETON("a\u0301m\u0336a\u0489z\u20DDo\u0332n", "amazon");
    CHECK_SKELETON("amạƶøñ", "amazon");
    CHECK_SKELETON("ꓮꓟꓮꓜꓳꓠ", "amazon"); /* Lisu */
    CHECK_SKELETON("a\u200Bm\u2060azon", "amazon");
    CHECK_SKELETON("ΡrіmеΙ", "primei");
    CHECK_SKELETON("Amazon", "amazon");
    CHECK_SKELETON("amazon‐co．jp", "amazon-co.jp");
    CHECK_SKELETON("amaz0n arnazon 1ogin", "amaz0n arnazon 1ogin"); /* spelling is not looks */
    CHECK_SKELETON("アマゾン ガ 株 각 é", "アマゾン ガ 株 각 e");
    CHECK_SKELETON("ｱﾏｿﾞﾝ", "アマゾン");
}

/* Pieces: whatever stands at a cut, the result is that of the whole. */
static const uint32_t TRICKY[] = {
    'a',    ' ',     0x301,  0x323,  0x338,   0xE9,    0x3042, 0x304B, 0x3099, 0xFF76, 0xFF9E, 0xFF9F,
    0x1100, 0x1161,  0x11A8, 0xAC00, 0x3131,  0x314F,  0xFFA1, 0xFFC2, 0x9AD8, 0x2460, 0x1E9B, 0x0BC6,
    0x0BBE, 0x0DD9,  0x0DCF, 0x0DCA, 0x200D,  0xAD,    0x1025, 0x102E, 0x212B, 0xFB03, 0x3300, 0xDF,
    0x130,  0x1D15E, 0x37A,  0xFEFF, 0x11099, 0x110BA, 0x5D0,  0x5BC,  0x0F71, 0x0F72, 0x0F73, 0x344};

static uint32_t next_random(uint32_t *state) {
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

enum {
    NFC = UTF8PROC_STABLE | UTF8PROC_COMPOSE,
    CASEFOLD = NFC | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE
};

/* `text` by utf8proc in one piece. */
static struct str whole(struct str text, int options) {
    utf8proc_uint8_t *result = NULL;
    utf8proc_ssize_t size = utf8proc_map((const utf8proc_uint8_t *)text.at, (utf8proc_ssize_t)text.size,
                                         &result, (utf8proc_option_t)options);
    struct str copy = str_copy(&arena, (struct str){(char *)result, size > 0 ? (size_t)size : 0});
    free(result);
    return copy;
}

static void test_pieces(void) {
    uint32_t state = 1;
    for (int round = 0; round < 300; round++) {
        struct str_builder builder;
        str_builder_init(&builder, &arena, 0);
        for (int i = 0; i < 300; i++)
            str_builder_code_point(&builder, TRICKY[next_random(&state) % (sizeof TRICKY / sizeof *TRICKY)]);
        struct str text = str_builder_view(&builder);
        CHECK_STR(unicode_nfc(&arena, text), whole(text, NFC));
        CHECK_STR(unicode_nfkc_casefold(&arena, text), whole(text, CASEFOLD));
        arena_release(&arena);
        arena = (struct arena){0};
    }
}

/* Every code point: valid UTF-8 comes out, and never more than six times as much. */
static void test_growth(void) {
    unsigned long bad = 0;
    for (uint32_t point = 1; point < 0x110000; point++) {
        if (point >= 0xD800 && point <= 0xDFFF) continue;
        struct str_builder builder;
        str_builder_init(&builder, &arena, 4);
        str_builder_code_point(&builder, point);
        struct str text = str_builder_view(&builder);
        struct str results[] = {unicode_nfc(&arena, text), unicode_nfkc_casefold(&arena, text),
                                unicode_skeleton(&arena, text)};
        for (size_t i = 0; i < 3; i++) bad += !utf8_is_valid(results[i]) || results[i].size > 6 * text.size;
        if (point % 4096 == 0) {
            arena_release(&arena);
            arena = (struct arena){0};
        }
    }
    CHECK(bad == 0);
}

/* Every character that the older Unicode of utf8proc knows. */
static void test_characters(void) {
    for (uint32_t point = 1; point < 0x110000; point++) {
        if (point >= 0xD800 && point <= 0xDFFF) continue;
        if (utf8proc_category((utf8proc_int32_t)point) == UTF8PROC_CATEGORY_CN) continue;
        if (point == 0xFDFA || point == 0xFDFB) continue; /* left as they are: too long */
        struct str_builder builder;
        str_builder_init(&builder, &arena, 4);
        str_builder_code_point(&builder, point);
        struct str text = str_builder_view(&builder);
        CHECK_STR(unicode_nfc(&arena, text), whole(text, NFC));
        CHECK_STR(unicode_nfkc_casefold(&arena, text), whole(text, CASEFOLD));
        CHECK(unicode_is_ignorable(point) == utf8proc_get_property((utf8proc_int32_t)point)->ignorable);
        if (point % 4096 == 0) {
            arena_release(&arena);
            arena = (struct arena){0};
        }
    }
}

/* A megabyte of marks, in the order that sorting by insertion likes least. */
static void test_hostile(void) {
    struct arena own = {0};
    struct str_builder builder;
    str_builder_init(&builder, &own, 0);
    str_builder_byte(&builder, 'a');
    for (int i = 0; i < 250000; i++) {
        str_builder_code_point(&builder, 0x301);
        str_builder_code_point(&builder, 0x323);
    }
    clock_t start = clock();
    CHECK(unicode_nfkc_casefold(&own, str_builder_view(&builder)).size > 500000);
    CHECK_STR(unicode_skeleton(&own, str_builder_view(&builder)), STR("a"));
    CHECK((double)(clock() - start) / CLOCKS_PER_SEC < 2.0);
    arena_release(&own);
}

int main(void) {
    test_normal_forms();
    test_kinds();
    test_skeleton();
    test_pieces();
    test_characters();
    test_growth();
    test_hostile();
    arena_release(&arena);
    return CHECK_END("unicode");
}
