/* charset: labels, the readings that browsers give, and whose text is read when
 * label and bytes disagree. The tables themselves: npm run oracle:charset. */
#include <string.h>

#include "base/arena.h"
#include "base/oddity.h"
#include "decode/charset/charset.h"
#include "decode/charset/utf7.h"
#include "unit/check.h"

static struct arena arena;
static struct oddities oddities;

static struct str read_part(struct str bytes, const char *label, const char *meta) {
    memset(&oddities, 0, sizeof oddities);
    return charset_decode_part(&arena, bytes, str_from(label), str_from(meta), &oddities, STR("1"));
}

static struct str read_as(enum charset charset, struct str bytes) {
    return charset_decode(&arena, charset, bytes, NULL);
}

static bool only(enum oddity kind) {
    for (int i = 0; i < ODDITY_COUNT; i++)
        if ((oddities.count[i] > 0) != (i == (int)kind)) return false;
    return true;
}

static bool nothing_odd(void) { return only(ODDITY_COUNT); }

#define CHECK_PART(bytes, label, wanted) CHECK_STR(read_part(STR(bytes), label, ""), STR(wanted))

static void test_labels(void) {
    CHECK(charset_from_label(STR("utf-8")) == CHARSET_UTF_8);
    CHECK(charset_from_label(STR(" \tShift_JIS\r\n")) == CHARSET_SHIFT_JIS);
    CHECK(charset_from_label(STR("us-ascii")) == CHARSET_WINDOWS_1252);
    CHECK(charset_from_label(STR("iso-8859-8-i")) == CHARSET_ISO_8859_8_I);
    CHECK(charset_from_label(STR("windows-949")) == CHARSET_EUC_KR);
    CHECK(charset_from_label(STR("zzz")) == CHARSET_NONE);
    CHECK(charset_from_label(STR("866")) == CHARSET_IBM866);
    CHECK(charset_from_label(STR("")) == CHARSET_NONE);
    CHECK(charset_from_label(STR("cp932")) == CHARSET_NONE);
    CHECK(charset_from_mail_label(STR("cp932")) == CHARSET_SHIFT_JIS);
    CHECK(charset_from_mail_label(STR("'UTF_8'")) == CHARSET_UTF_8);
    CHECK(charset_from_mail_label(STR("CP50221")) == CHARSET_ISO_2022_JP);
    CHECK(charset_from_mail_label(STR("utf-7")) == CHARSET_NONE);
    CHECK_STR(charset_name(CHARSET_GB18030), STR("gb18030"));
    CHECK_STR(charset_name(CHARSET_NONE), STR(""));
}

static void test_decoders(void) {
    /* NEC row 13, IBM extensions and wave dash as Windows has them. */
    CHECK_STR(read_as(CHARSET_SHIFT_JIS, STR("\x87\x40\x87\x41\xFB\xFC\xED\x95\x81\x60\x5C")),
              STR("①②髙﨑～\\"));
    CHECK_STR(read_as(CHARSET_ISO_2022_JP, STR("\x1B$B-!-\"\x1B(B\x1B")), STR("①②\uFFFD"));
    CHECK_STR(read_as(CHARSET_ISO_2022_JP, STR("\x1B(I1O\x1B(J\\~\x1B(B\\")), STR("ｱﾏ¥‾\\"));
    CHECK_STR(read_as(CHARSET_EUC_JP, STR("\x8E\xB1\x8F\xB0\xA1\xA4\xA2")), STR("ｱ丂あ"));
    CHECK_STR(read_as(CHARSET_GB18030, STR("\x81\x30\x81\x30\xC4\xE3\x80\x90\x30\x81\x30")),
              STR("\xC2\x80你€\U00010000"));
    CHECK_STR(read_as(CHARSET_BIG5, STR("\xA7\x41\x88\x62\x96\xEE")), STR("你Ê\u0304瀞"));
    CHECK_STR(read_as(CHARSET_EUC_KR, STR("\xB0\xA1\x81\x41")), STR("가갂"));
    CHECK_STR(read_as(CHARSET_WINDOWS_1252, STR("caf\xE9 \x93\x80\x94")), STR("café “€”"));
    CHECK_STR(read_as(CHARSET_X_USER_DEFINED, STR("A\x80")), STR("A\uF780"));
    CHECK_STR(read_as(CHARSET_UTF_16LE, STR("a\0\x3D\xD8\x00\xDE\x00\xD8!")), STR("a😀\uFFFD"));
    CHECK_STR(read_as(CHARSET_UTF_16BE, STR("\0a0B\0")), STR("aあ\uFFFD"));
    CHECK_STR(read_as(CHARSET_REPLACEMENT, STR("anything")), STR("\uFFFD"));
    CHECK_STR(read_as(CHARSET_REPLACEMENT, STR("")), STR(""));
}

/* A lead byte never swallows the quote or bracket after it. */
static void test_stray_lead_bytes(void) {
    size_t malformed = 0;
    static const enum charset CHARSETS[] = {CHARSET_SHIFT_JIS, CHARSET_EUC_JP, CHARSET_GBK,
                                            CHARSET_BIG5,      CHARSET_EUC_KR, CHARSET_UTF_8};
    for (size_t i = 0; i < sizeof CHARSETS / sizeof *CHARSETS; i++)
        CHECK_STR(charset_decode(&arena, CHARSETS[i], STR("\xE3\"\xE3<"), &malformed),
                  STR("\uFFFD\"\uFFFD<"));
    CHECK(malformed == 12);
}

static void test_honest_senders(void) {
    CHECK_PART("Amazon", "", "Amazon");
    CHECK(nothing_odd());
    CHECK_PART("アマゾン", "UTF-8", "アマゾン");
    CHECK(nothing_odd());
    CHECK_PART("\xEF\xBB\xBFアマゾン", "utf-8", "アマゾン");
    CHECK(nothing_odd());
    CHECK_PART("\x1B$B%\"%^%>%s\x1B(B", "iso-2022-jp", "アマゾン");
    CHECK(nothing_odd());
    CHECK_PART("\x83\x41\x83\x7D\x83\x5D\x83\x93", "Shift_JIS", "アマゾン");
    CHECK(nothing_odd());
    CHECK_PART("\x83\x41\x83\x7D\x83\x5D\x83\x93", "sjis-win", "アマゾン");
    CHECK(nothing_odd());
    CHECK_PART("caf\xE9", "iso-8859-1", "café");
    CHECK(nothing_odd());
    CHECK_PART("\xFF\xFE\x42\x30\x44\x30", "utf-16", "あい");
    CHECK(nothing_odd());
    CHECK_PART("0B0D0F", "utf-16be", "あいう");
    CHECK(nothing_odd());
    CHECK_PART("\0A\0m\0a\0z\0o\0n", "utf-16be", "Amazon");
    CHECK(nothing_odd());
}

static void test_no_label(void) {
    CHECK_PART("アマゾン", "", "アマゾン");
    CHECK(only(ODDITY_charset_undeclared));
    CHECK_PART("\x1B$B%\"%^%>%s\x1B(B", "", "アマゾン");
    CHECK(only(ODDITY_charset_undeclared));
    CHECK_PART("\x83\x41\x83\x7D\x83\x5D\x83\x93\x82\xA9\x82\xE7 order", "", "アマゾンから order");
    CHECK_PART("\xA5\xA2\xA5\xDE\xA5\xBE\xA5\xF3\xA4\xAB\xA4\xE9 order", "", "アマゾンから order");
    CHECK_PART("\xCC\xEF\xC4\xAE", "", "弥町"); /* EUC-JP kanji alone */
    CHECK_PART("caf\xE9 du soleil", "", "café du soleil");
    CHECK_PART("Stra\xDF"
               "e, M\xFC"
               "ller, don\x92t",
               "", "Straße, Müller, don’t");
    CHECK_PART("アマゾン\xE3", "", "アマゾン\uFFFD");
    CHECK_STR(read_part(STR("\x83\x41\x83\x7D"), "", "Shift_JIS"), STR("アマ"));
    CHECK(nothing_odd());
    CHECK_STR(read_part(STR("アマ"), "", "utf-16"), STR("アマ"));
    CHECK(charset_detect(STR("\xB1\xCF\xBF\xDE\xDD")) == CHARSET_SHIFT_JIS);
    CHECK(charset_detect(STR("\xFF\xFE\xFD")) == CHARSET_NONE);
    /* Cut inside the last character. */
    CHECK(charset_detect(STR("\x83\x41\x83\x7D\x83\x5D\x83")) == CHARSET_SHIFT_JIS);
    CHECK(charset_detect(STR("\xC4\xE3\xBA\xC3\xA3\xAC\xCA\xC0\xBD\xE7")) == CHARSET_GB18030);
}

static void test_wrong_labels(void) {
    CHECK_PART("アマゾン", "us-ascii", "アマゾン");
    CHECK(only(ODDITY_charset_wrong));
    CHECK_PART("アマゾン", "iso-8859-1", "アマゾン");
    CHECK(only(ODDITY_charset_wrong));
    CHECK_PART("アマゾン", "iso-2022-jp", "アマゾン");
    CHECK(only(ODDITY_charset_wrong));
    CHECK_PART("\x83\x41\x83\x7D\x83\x5D\x83\x93", "utf-8", "アマゾン");
    CHECK(only(ODDITY_charset_wrong));
    CHECK_PART("\x83\x41\x83\x7D\x83\x5D\x83\x93", "iso-8859-1", "アマゾン");
    CHECK(only(ODDITY_charset_wrong));
    CHECK_PART("\x1B$B%\"%^%>%s\x1B(B", "us-ascii", "アマゾン");
    CHECK(only(ODDITY_charset_wrong));
    /* CP50221 and its likes: half-width kana as 8-bit bytes, between SO and SI, empty escapes, JIS X 0212. */
    CHECK_PART("\x1B$B%\"\x1B(B\xCF\xBF\xDE\xDD", "iso-2022-jp", "アﾏｿﾞﾝ");
    CHECK(only(ODDITY_charset_malformed));
    CHECK_PART("\x1B$B%\"\x1B(B\x0EO?\x0F.", "iso-2022-jp", "アﾏｿ.");
    CHECK_PART("a\x1B(B\x1B$B%\"\x1B(B", "iso-2022-jp", "aア");
    CHECK_PART("\x1B$(D0!\x1B(B", "iso-2022-jp", "丂");
    CHECK_PART("a\xE3(", "utf-8", "a\uFFFD(");
    CHECK(only(ODDITY_charset_malformed));
    CHECK_PART("Amazon", "x-made-up", "Amazon");
    CHECK(only(ODDITY_charset_unknown));
    CHECK_PART("アマ", "x-made-up", "アマ");
    CHECK(oddities.count[ODDITY_charset_unknown] == 1 && oddities.count[ODDITY_charset_undeclared] == 1);
}

/* Labels chosen so that a filter reads something else than the person. */
static void test_attacks(void) {
    /* Mail programs read UTF-7. */
    CHECK_PART("+MKIw3jC+MPM- Amazon +-", "utf-7", "アマゾン Amazon +");
    CHECK(only(ODDITY_charset_unknown));
    CHECK_PART("+ADw-a href", "unicode-1-1-utf-7", "<a href");
    /* ... but only when the label says so: browsers never did. */
    CHECK_PART("+ADw-a href", "utf-8", "+ADw-a href");
    /* UTF-16 that would hide the ASCII text behind Chinese. */
    CHECK_PART("Your Amazon account", "utf-16", "Your Amazon account");
    CHECK(only(ODDITY_charset_wrong));
    CHECK_PART("\xFF\xFEYour Amazon account", "us-ascii", "ÿþYour Amazon account");
    /* One bad byte must not turn the reading into another charset. */
    CHECK_PART("\xE3アマゾンのアカウント", "utf-8", "\uFFFDアマゾンのアカウント");
    CHECK(only(ODDITY_charset_malformed));
    /* One UTF-8 character must not hide ISO-2022-JP text. */
    CHECK_PART("\x1B$B%\"%^%>%s\x1B(B \xC3\xA9", "iso-2022-jp", "アマゾン ﾃｩ");
    /* Escapes in UTF-8 are not obeyed by browsers. */
    CHECK_PART("\x1B$B%\"%^\x1B(B", "utf-8", "\x1B$B%\"%^\x1B(B");
    CHECK(only(ODDITY_charset_wrong));
    /* The MIME label outranks the one in the HTML; a mark outranks both. */
    CHECK_STR(read_part(STR("\x83\x41\x83\x7D\x83\x5D\x83\x93"), "shift_jis", "utf-8"), STR("アマゾン"));
    CHECK(nothing_odd());
    CHECK_STR(read_part(STR("\xEF\xBB\xBFアマ"), "shift_jis", "shift_jis"), STR("アマ"));
    CHECK(only(ODDITY_charset_wrong));
    /* Charsets that browsers refuse to read: the ASCII in them stays readable. */
    CHECK_PART("Amazon", "iso-2022-kr", "Amazon");
    CHECK(only(ODDITY_charset_unknown));
    CHECK_PART("Amazon", "hz-gb-2312", "Amazon");
}

static void test_utf_7(void) {
    CHECK_STR(utf7_decode(&arena, STR("a+2D3eAA-b")), STR("a😀b"));
    CHECK_STR(utf7_decode(&arena, STR("+2D0-x+")), STR("\uFFFDx"));
    CHECK_STR(utf7_decode(&arena, STR("+3gA\xFF")), STR("\uFFFD\uFFFD"));
}

int main(void) {
    test_labels();
    test_decoders();
    test_stray_lead_bytes();
    test_honest_senders();
    test_no_label();
    test_wrong_labels();
    test_attacks();
    test_utf_7();
    arena_release(&arena);
    return CHECK_END("charset");
}
