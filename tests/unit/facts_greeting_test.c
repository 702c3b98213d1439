/* Greetings: genuine forms, what fakes write, and lines that only look so. */
#include "unit/check.h"
#include "unit/facts_text.h"

static const char *const KINDS[] = {"none", "name", "address", "generic", "placeholder"};

/* `wanted` is "kind:name", with "+" in front for an honorific. */
static void check_greeting(const char *text, const char *wanted) {
    static struct text_case test;
    char found[300];
    text_case_start(&test, "", text);
    greeting_find(&test.arena, &test.facts);
    const struct greeting_facts *greeting = &test.facts.greeting;
    snprintf(found, sizeof found, "%s%s:%.*s", greeting->honorific ? "+" : "", KINDS[greeting->kind],
             (int)greeting->name.size, greeting->name.size ? greeting->name.at : "");
    if (!str_equal(str_from(found), str_from(wanted))) printf("in: %s\n", text);
    CHECK_STR(str_from(found), str_from(wanted));
    CHECK(greeting->span.from <= greeting->span.to && greeting->span.to <= test.message.document.text.size);
    text_case_end(&test);
}

static void test_genuine_forms(void) {
    check_greeting("サインイン試行\n山田太郎,\n誰かがサインインしようとしています。", "name:山田太郎");
    check_greeting("山田 太郎、\n新しいデバイスから", "name:山田 太郎");
    check_greeting("山田太郎, 誰かがお客様のアカウントサービスのパスワードをリセット", "name:山田太郎");
    check_greeting("山田 太郎 様\nご注文ありがとうございます", "+name:山田 太郎");
    check_greeting("Amazon.co.jp\nご注文の発送\n山田太郎様\n", "+name:山田太郎");
    check_greeting("Taro Yamada,\nSomeone who knows your password", "name:Taro Yamada");
    check_greeting("Taro,\nSomeone is attempting", "name:Taro");
    check_greeting("Hello,\nThis code will expire in 10 minutes.", "generic:");
    check_greeting("Hi Taro, your package is on the way!", "name:Taro");
    check_greeting("Hi Jacob B.,\nYour package is ready", "name:Jacob B.");
    check_greeting("Hello Taro Yamada,\nThank you for shopping", "name:Taro Yamada");
    check_greeting("Hallo Max Muster,\nIhre Bestellung", "name:Max Muster");
    check_greeting("Guten Tag Frau Muster,\n", "name:Frau Muster");
    check_greeting("Bonjour Marie,\n", "name:Marie");
    check_greeting("Hola Ana:\n", "name:Ana");
    check_greeting("Ciao Luca,\n", "name:Luca");
    check_greeting("Olá, Taro!\n", "name:Taro");
    check_greeting("Hallo Sanne,\n", "name:Sanne");
    check_greeting("Dear Mr. Yamada,\n", "name:Mr. Yamada");
    check_greeting("Dear Taro Yamada (taro@example.jp),", "name:Taro Yamada");
    check_greeting("Amazon.co.jp 山田太郎 様", "+name:山田太郎");
    check_greeting("山田　太郎　様、いつもAmazonをご利用", "+name:山田　太郎");
    check_greeting("Hola, Ana:\n", "name:Ana");
    check_greeting("Witaj, Jan!\n", "name:Jan");
    check_greeting("Hej Erik!\n", "name:Erik");
    check_greeting("Merhaba Ali,\n", "name:Ali");
    check_greeting("山田さくら,\n誰かが", "name:山田さくら");
    check_greeting("一ノ瀬 恵、\nこのメールは", "name:一ノ瀬 恵");
}

static void test_address(void) {
    check_greeting("taro@example.jp 様", "+address:taro@example.jp");
    check_greeting("(taro@example.jp) 様\nAmazonを", "+address:taro@example.jp");
    check_greeting("Amazonお客様:taro@example.jp", "+address:taro@example.jp");
    check_greeting("Аmazon お客様「taro@example.jp」", "+address:taro@example.jp");
    check_greeting("こんにちは (taro@example.jp)、", "address:taro@example.jp");
    check_greeting("taro@example.jp、こんにちは。", "address:taro@example.jp");
    check_greeting("taro@example.jp\n平素は、Amazonをご利用", "address:taro@example.jp");
    check_greeting("Hallo taro@example.jp,\ngewinne", "address:taro@example.jp");
    check_greeting("Dear taro@example.jp", "address:taro@example.jp");
    check_greeting("ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ 様", "+address:ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ");
}

static void test_generic(void) {
    check_greeting("お客様\n", "+generic:お客様");
    check_greeting("お客様各位\n", "+generic:お客様");
    check_greeting("Amazonお客様\n平素は", "+generic:Amazonお客様");
    check_greeting("Amazon.co.jp をご利用のお客様へ\n", "+generic:Amazon.co.jp をご利用のお客様");
    check_greeting("尊敬なるAmazonプライム会員の皆様へ", "+generic:尊敬なるAmazonプライム会員の皆様");
    check_greeting("お客様いつもをご利用いただき、", "+generic:お客様");
    check_greeting("ユーザー様\n", "+generic:ユーザー様");
    check_greeting("Dear Customer,\n", "generic:Customer");
    check_greeting("Dear Amazon customer we noticed a problem",
                   "generic:Amazon customer we noticed a problem");
    check_greeting("Hello Prime Member,\n", "generic:Prime Member");
    check_greeting("Dear Sir or Madam,\n", "generic:Sir or Madam");
    check_greeting("Sehr geehrte Kundin, sehr geehrter Kunde,", "generic:Kundin");
    check_greeting("Sehr geehrte Damen und Herren,", "generic:Damen und Herren");
    check_greeting("Cher client,\n", "generic:client");
    check_greeting("Cher acheteur Amazon,", "generic:acheteur Amazon");
    check_greeting("Estimado cliente:\n", "generic:cliente");
    check_greeting("Gentile Cliente,\n", "generic:Cliente");
    check_greeting("Prezado cliente,\n", "generic:cliente");
    check_greeting("Beste klant,\n", "generic:klant");
    check_greeting("Szanowny Kliencie,\n", "generic:Kliencie");
    check_greeting("尊敬的用户：\n", "generic:用户");
    check_greeting("Hello and welcome,\n", "generic:");
    check_greeting("Hi there,\n", "generic:");
}

static void test_placeholder(void) {
    check_greeting("Аmazon お客様 [RECEIVER_ADDRESS]", "+placeholder:[RECEIVER_ADDRESS]");
    check_greeting("##email##様", "+placeholder:##email##");
    check_greeting("{{name}}様", "+placeholder:{{name}}");
    check_greeting("Dear %name%,", "placeholder:%name%");
    check_greeting("Hello ${FIRST_NAME},", "placeholder:${FIRST_NAME}");
    check_greeting(" 様\n", "+placeholder:様"); /* nothing was filled in */
    check_greeting("Dear null,", "placeholder:null");
}

static void test_none(void) {
    check_greeting("", "none:");
    check_greeting("Amazonをご利用いただきありがとうございます\nお客様のアカウントは", "none:");
    check_greeting("平素は、Amazonをご利用いただき", "none:");
    check_greeting("残念ながら、あなたのアカウントを更新できませんでした。", "none:");
    check_greeting("現在、アカウントが停止されています", "none:");
    check_greeting("お届け先: 山田太郎 様\nご注文", "none:");
    check_greeting("お届け先\n山田太郎 様", "none:");
    check_greeting("Thanks,\nAmazon", "none:");
    check_greeting("Liebe Grüße\nMax", "none:");
    check_greeting("たくさんの商品をご用意しました", "none:");
    check_greeting("山田様のアカウントを確認しました", "none:");
    check_greeting("Congratulations, you won", "none:");
    check_greeting("Welcome to Amazon", "none:");
    check_greeting("口座残高が1万円以上のお客様", "none:"); /* whom an offer is for */
    check_greeting("その結果、お客様が被害者であることが", "none:");
    check_greeting("a\nb\nc\nd\ne\nf\ng\nh\nlist@example.org\n", "none:"); /* a footer's address */
}

static void test_place(void) {
    check_greeting("From: Amazon <x@amazon.co.jp>\nTo: taro@example.jp\nSubject: x\n山田太郎,\n",
                   "name:山田太郎");
    check_greeting(
        "---------- Forwarded message ---------\n差出人: Amazon\n宛先: taro@example.jp\n山田太郎 様\n",
        "+name:山田太郎");
    check_greeting("こんにちは\n山田太郎さん\n", "+name:山田太郎");
    check_greeting("Hello\nTaro Yamada,\n", "name:Taro Yamada");
    check_greeting("山田太郎\n様\n", "+name:山田太郎");
    check_greeting("Hello\nWe noticed a problem.", "generic:");
    check_greeting("> 山田太郎 様\n> ご注文", "+name:山田太郎");
}

static void check_registered(const char *names, const char *text, const char *wanted) {
    static struct text_case test;
    text_case_start(&test, "", text);
    text_case_names(&test, names);
    greeting_find(&test.arena, &test.facts);
    const struct greeting_facts *greeting = &test.facts.greeting;
    struct str name =
        greeting->kind == GREETING_KIND_NAME && greeting->match == NAME_SAME ? greeting->name : STR("");
    if (!str_equal(name, str_from(wanted))) printf("in: %s\n", text);
    CHECK_STR(name, str_from(wanted));
    text_case_end(&test);
}

/* The registered name alone on its line, with or without a comma. */
static void test_registered(void) {
    check_registered("山田 太郎", "サインイン\n山田 太郎\n誰かが", "山田 太郎");
    check_registered("山田 太郎", "サインイン\n山田太郎\nご注文", "山田太郎");
    check_registered("山田太郎|Taro Yamada", "Sign-in\nTaro Yamada\nWe noticed", "Taro Yamada");
    check_registered("Taro Yamada", "Yamada Taro\nx", "Yamada Taro");
    check_registered("Taro Yamada", "Sign-in\nTaro Yamada,\nSomeone", "Taro Yamada");
    check_registered("やまだ たろう", "サインイン\nヤマダ タロウ\nx", "ヤマダ タロウ");
    check_registered(
        "山田 太郎",
        "ご注文内容\n完了済み\n注文済み\n保留中\n発送済み\n保留中\n配達中\n保留中\n配達済み\n完了済み\n"
        "注文済み\n保留中\n発送済み\n山田 太郎,\n",
        "山田 太郎");
    /* words that are a name too, and lines that only hold the name */
    check_registered("林 太郎", "商品\n林\n1冊", "");
    check_registered("Mori Taro", "Ordered\nMori\n1 item", "");
    check_registered("Taro", "Hats\nTaro\n1 item", "");
    check_registered("山田 太郎", "© 2026 山田太郎\n", "");
    check_registered("山田 太郎", "お届け先\n山田 太郎\n東京都", "");
    check_registered("山田 太郎", "料理の本\n著者 山田太郎\n", "");
    check_registered("山田 太郎", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm\n山田 太郎\n", ""); /* a footer */
    check_registered("山田 太郎", "アカウントを停止しました。\n> 山田 太郎 様\n> ご注文", "");
    /* another script: asked, where the next line says that it was a greeting */
    check_greeting("Sign-in\nTaro Yamada\nSomeone signed-in to your account.", "name:Taro Yamada");
    check_greeting("Your Orders\nTrack Package\nArriving today", "none:");
}

/* "name:match" of whom the parcel goes to. */
static void check_person(const char *text, const char *wanted) {
    static const char *const MATCHES[] = {"unknown", "same", "other", "script"};
    static struct text_case test;
    char found[200] = "";
    text_case_start(&test, "", text);
    text_case_names(&test, "山田 太郎|Taro Yamada");
    test.facts.about = ABOUT_dispatch;
    greeting_find(&test.arena, &test.facts);
    const struct greeting_facts *greeting = &test.facts.greeting;
    if (greeting->beside_place)
        snprintf(found, sizeof found, "%.*s:%s", (int)greeting->name.size, greeting->name.at,
                 MATCHES[greeting->match]);
    if (!str_equal(str_from(found), str_from(wanted))) printf("in: %s\n", text);
    CHECK_STR(str_from(found), str_from(wanted));
    text_case_end(&test);
}

static void test_person(void) {
    check_person("荷物が発送されました。\n山田　太郎 - 東京都\n注文番号", "山田　太郎:same");
    check_person("山田　太郎 － 東京都三鷹市", "山田　太郎:same");
    check_person("東京都 - 山田太郎", "山田太郎:same");
    check_person("山田 – 京都府", "山田:same");
    check_person("TARO YAMADA - SEATTLE, WA", "TARO YAMADA:same");
    check_person("Taro Yamada - LONDON", "Taro Yamada:same");
    check_person("Taro Yamada - Nagano", "Taro Yamada:same");
    check_person("鈴木　花子 - 北海道\n山田　太郎 - 東京都", "山田　太郎:same");
    check_person("鈴木　花子 - 北海道", "鈴木　花子:other");
    check_person("ハナコ スズキ - 北海道", "ハナコ スズキ:script");
    check_person("Sony - BLACK", "");
    check_person("山田太郎 - 料理の本", "");
    check_person("出品者: 山田太郎 - 東京都", "");
    check_person("本革 長財布 - 東京都製造", "");
    check_person("山田太郎 東京都", "");
    check_person("確認してください。\n> 山田　太郎 - 東京都", "");
}

/* The logo's text is no greeting. */
static void test_logo(void) {
    static struct text_case test;
    struct run runs[2] = {{{0, 12}, HIDDEN_none, -1, true}, {{13, 24}, HIDDEN_none, -1, false}};
    text_case_start(&test, "", "Dear Amazon,\nHello Taro,");
    test.message.document.runs.at = runs;
    test.message.document.runs.size = 2;
    greeting_find(&test.arena, &test.facts);
    CHECK_STR(test.facts.greeting.name, STR("Taro"));
    text_case_end(&test);
}

static void test_recipient(void) {
    static struct text_case test;
    text_case_start(&test, "", "taro@example.jp 様\n");
    text_case_to(&test, "Taro@Example.jp");
    greeting_find(&test.arena, &test.facts);
    CHECK(test.facts.greeting.is_recipient_address);
    text_case_end(&test);

    /* what stands before the "@" is no name when it is made like an address */
    text_case_start(&test, "", "taro.yamada 様\n");
    text_case_to(&test, "taro.yamada@example.jp");
    greeting_find(&test.arena, &test.facts);
    CHECK(test.facts.greeting.kind == GREETING_KIND_ADDRESS && test.facts.greeting.is_local_part);
    text_case_end(&test);

    /* "Hi Christopher" to christopher@example.com is an honest greeting */
    text_case_start(&test, "", "Hi Christopher,\n");
    text_case_to(&test, "christopher@example.com");
    greeting_find(&test.arena, &test.facts);
    CHECK(test.facts.greeting.kind == GREETING_KIND_NAME && test.facts.greeting.is_local_part);
    text_case_end(&test);

    text_case_start(&test, "", "山田太郎,\n誰かが");
    text_case_names(&test, "山田 太郎");
    greeting_find(&test.arena, &test.facts);
    CHECK(test.facts.greeting.match == NAME_SAME);
    text_case_end(&test);

    text_case_start(&test, "", "Hi Taro, your package is here");
    greeting_find(&test.arena, &test.facts);
    CHECK(test.facts.greeting.span.from == 0 && test.facts.greeting.span.to == 8); /* "Hi Taro," */
    text_case_end(&test);
}

int main(void) {
    test_genuine_forms();
    test_address();
    test_generic();
    test_placeholder();
    test_none();
    test_place();
    test_registered();
    test_person();
    test_logo();
    test_recipient();
    return CHECK_END("facts_greeting");
}
