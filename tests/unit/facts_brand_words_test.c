/* The brand in words: every spelling that fakes use, and the near misses. */
#include "unit/check.h"
#include "unit/facts_text.h"

static const char *const SPELLINGS[] = {"plain", "look-alike", "split", "misspelt"};

/* "plain:Amazon split:A mazon" for what was found in the text. */
static void check_words(const char *text, const char *wanted) {
    static struct text_case test;
    char found[400] = "";
    size_t size = 0;
    text_case_start(&test, "", text);
    text_read(&test.arena, test.facts.message, facts_envelope(&test.facts), &test.facts.text);
    for (size_t i = 0; i < test.facts.text.brand_words.size && size < sizeof found; i++) {
        const struct brand_word *word = &test.facts.text.brand_words.at[i];
        size += (size_t)snprintf(found + size, sizeof found - size, "%s%s%s:%.*s", i ? " " : "",
                                 word->hint ? "hint-" : "", SPELLINGS[word->spelling], (int)word->word.size,
                                 word->word.at);
    }
    CHECK_STR(str_from(found), str_from(wanted));
    text_case_end(&test);
}

static void test_plain(void) {
    check_words("Amazon.co.jp", "plain:Amazon");
    check_words("AMAZON", "plain:AMAZON");
    check_words("アマゾン", "plain:アマゾン");
    check_words("ｱﾏｿﾞﾝです", "plain:ｱﾏｿﾞﾝ");
    check_words("アマソ\xE3\x82\x99ン",
                "plain:アマソ\xE3\x82\x99ン");         /* the voicing mark as a character of its own */
    check_words("Ａｍａｚｏｎ", "plain:Ａｍａｚｏｎ"); /* full width is honest in Japan */
    check_words("https://www.amazon.co.jp/a", "plain:amazon");
    check_words("AmazonPay", "plain:Amazon");
    check_words("【Amazonプライム】", "plain:Amazon");
    check_words("zv9kcrl0xAmazon.co.jp", "plain:Amazon"); /* junk before it does not hide it */
    check_words("Ama-\nzon", "plain:Ama-\nzon");          /* an honest line break */
}

static void test_other_names(void) {
    check_words("您的亚马逊账户", "plain:亚马逊");
    check_words("亞馬遜", "plain:亞馬遜");
    check_words("아마존 계정", "plain:아마존");
    check_words("حسابك في أمازون", "plain:أمازون");
    check_words("Your Amzn account, AMZN Mktp", "plain:Amzn plain:AMZN");
    check_words("https://amzn.to/3abc amzns", "");
    check_words("AMZ Prime", "hint-plain:AMZ Prime");
    check_words("AMZ, a code", "");
}

static void test_hints(void) {
    check_words("プライム会費のお支払いができませんでした", "hint-plain:プライム会費");
    check_words("Prime会員の満期通知", "hint-plain:Prime会員");
    check_words("your Prime membership", "hint-plain:Prime membership");
    check_words("プライム市場に上場", "");
    check_words("the Prime Minister, a prime number, prime time", "");
}

static void test_look_alike(void) {
    check_words("Аmazon お客様", "look-alike:Аmazon"); /* U+0410 */
    check_words("Amαzon", "look-alike:Amαzon");
    check_words("Αmazοn.fr", "look-alike:Αmazοn");
    check_words("ΑΜΑΖΟΝ", "look-alike:ΑΜΑΖΟΝ");
    check_words("AMAZ0N クーポン", "look-alike:AMAZ0N");
    check_words("4mazon", "look-alike:4mazon");
    check_words("𝐀𝐦𝐚𝐳𝐨𝐧", "look-alike:𝐀𝐦𝐚𝐳𝐨𝐧");
    check_words("Ⓐⓜⓐⓩⓞⓝ", "look-alike:Ⓐⓜⓐⓩⓞⓝ");
    check_words("arnazon", "look-alike:arnazon");
    check_words("ᴀᴍᴀᴢᴏɴ", "look-alike:ᴀᴍᴀᴢᴏɴ");
    check_words("Amàzon", "look-alike:Amàzon");
    check_words("ァマゾン アマゾソ", "look-alike:ァマゾン look-alike:アマゾソ");
}

static void test_split(void) {
    check_words("A m a z o n . c o . j p", "split:A m a z o n");
    check_words("A mazon . co . jp", "split:A mazon . co");
    check_words("amazon .fr", "split:amazon .fr");
    check_words("A.m.a.z.o.n", "split:A.m.a.z.o.n");
    check_words("A-mazon", "split:A-mazon");
    check_words("A\xE2\x80\x8Bmazon", "split:A\xE2\x80\x8Bmazon"); /* zero-width space, in a header */
    check_words("Am\xDC\xBF"
                "az\xDC\xBFon.com",
                "split:Am\xDC\xBF"
                "az\xDC\xBFon"); /* combining marks */
    check_words("ア マ ゾ ン", "split:ア マ ゾ ン");
    check_words("АmaKickzon", "split:АmaKickzon"); /* words stuffed into it */
    check_words("AmPlay with meazon", "split:AmPlay with meazon");
}

static void test_misspelt(void) {
    check_words("Amazom", "misspelt:Amazom");
    check_words("Amazone緊急の通知", "misspelt:Amazone");
    check_words("Amozon", "misspelt:Amozon");
    check_words("amazan prime", "misspelt:amazan");
    check_words("anazon anazom Amazonn", "misspelt:anazon misspelt:anazom misspelt:Amazonn");
    check_words("Aamzon Amzaon Amazno", "misspelt:Aamzon misspelt:Amzaon misspelt:Amazno");
    check_words("amzon ammazon", "misspelt:amzon misspelt:ammazon");
    check_words("Amazons.co.jp", "misspelt:Amazons");
    check_words("アマソン", "misspelt:アマソン");
}

static void test_near_misses(void) {
    check_words("Amazonas Amazonia Amazonian Amazonien amazonienne amazonite", "");
    check_words("amazing amazin' Ramazan Ramazon imazon", "");
    check_words("monter en amazone, eine Amazone, las amazonas", "");
    check_words("the Amazon rainforest and the Amazon River", "");
    check_words("アマゾネス アマゾン川 アマゾンの森 アマゾン熱帯雨林 アマゾンズ", "");
    check_words("AmEx cards at Amazon", "plain:Amazon");
    check_words("Juan A. Mazon and P A Mazon", "");
    check_words("Obazon diazon Amazeon", "misspelt:Amazeon");
    check_words("We met at Amazon. Com sales were up.", "plain:Amazon"); /* a sentence ends, no domain */
    check_words("", "");
}

static void test_parts(void) {
    static struct text_case test;
    text_case_start(&test, "Amazom お知らせ", "本文 Amazon");
    text_case_from(&test, "P\xE2\x80\x8Dr\xE2\x80\x8Di\xE2\x80\x8Dme", "x@example.com");
    text_read(&test.arena, test.facts.message, facts_envelope(&test.facts), &test.facts.text);
    CHECK(test.facts.text.brand_words.size == 3);
    if (test.facts.text.brand_words.size == 3) {
        const struct brand_word *words = test.facts.text.brand_words.at;
        CHECK(words[0].part == PART_FROM && words[0].hint);
        CHECK(words[1].part == PART_SUBJECT && words[1].spelling == SPELLING_MISSPELT);
        CHECK(words[2].part == PART_TEXT && words[2].span.from == 7 && words[2].span.to == 13);
    }
    text_case_end(&test);
}

/* The name repeated a hundred thousand times is kept a few times, quickly. */
static void test_flood(void) {
    static struct text_case test;
    static char text[700001];
    for (size_t i = 0; i + 7 < sizeof text; i += 7) memcpy(text + i, "amazon ", 7);
    text_case_start(&test, "", text);
    text_read(&test.arena, test.facts.message, facts_envelope(&test.facts), &test.facts.text);
    CHECK(test.facts.text.brand_words.size > 10 && test.facts.text.brand_words.size < 100);
    text_case_end(&test);
}

int main(void) {
    test_plain();
    test_other_names();
    test_hints();
    test_look_alike();
    test_split();
    test_misspelt();
    test_near_misses();
    test_parts();
    test_flood();
    return CHECK_END("facts_brand_words");
}
