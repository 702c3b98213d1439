/* Signs in the words: what fakes write, and the honest mail beside each. */
#include "unit/check.h"
#include "unit/facts_text.h"

static const char *const SIGNS[] = {
#define CONTENT(id, name) name,
#include "facts/contents.def"
#undef CONTENT
};

static struct text_case test;

/* Finds everything that content_find() builds upon, and lists the signs once each. */
static struct str find_signs(void) {
    static char found[400];
    size_t size = 0;
    found[0] = 0;
    text_read(&test.arena, test.facts.message, facts_envelope(&test.facts), &test.facts.text);
    about_find(&test.arena, &test.facts);
    content_find(&test.arena, &test.facts);
    for (int sign = 0; sign < CONTENT_COUNT; sign++) {
        for (size_t i = 0; i < test.facts.contents.size; i++) {
            if ((int)test.facts.contents.at[i].sign != sign) continue;
            size += (size_t)snprintf(found + size, sizeof found - size, "%s%s", size ? " " : "", SIGNS[sign]);
            break;
        }
    }
    return (struct str){found, size};
}

static void check_signs(const char *subject, const char *text, const char *wanted) {
    text_case_start(&test, subject, text);
    struct str found = find_signs();
    if (!str_equal(found, str_from(wanted))) printf("in: %s / %s\n", subject, text);
    CHECK_STR(found, str_from(wanted));
    text_case_end(&test);
}

static void test_placeholder(void) {
    check_signs("", "お客様 [RECEIVER_ADDRESS]", "placeholder");
    check_signs("確認 [TIME]", "", "placeholder");
    check_signs("", "##email## {{name}} %name% ${NAME} *|FNAME|*", "placeholder");
    check_signs("", "あなたのアカウント（）は停止", "placeholder");
    check_signs("[SPAM] [PATCH v2] x",
                "[TEL] 03-1111-2222 [MAIL] a@example.jp [email protected] 50% off, 20% more", "");
    check_signs("Ordered: \"Harry's House [Number 3] [Random Color] [First Edition]\"",
                "[Current Model] {Size L}", "");
    check_signs("", "[First Name] [your name] [Company Name] <FULL NAME>", "placeholder");
    check_signs("##freemail## x", "C# and F#, a < b > c, __init__", "");
}

static void test_threat(void) {
    check_signs("", "期限までにご確認がない場合、アカウントを停止いたします。", "threat");
    check_signs("", "アカウントは永久ロックされます。", "threat");
    check_signs("", "ご確認いただけない場合、アカウントの利用制限をさせていただきます。", "threat");
    check_signs("", "Your account will be suspended.", "threat");
    check_signs("", "If you do not confirm, your account will be closed permanently.", "threat");
    check_signs("", "Yоur аccоunt will be lоcked fоrever", "threat look-alike-letters");
    check_signs("", "Ihr Konto wird gesperrt.", "threat");
    check_signs("", "Votre compte sera suspendu.", "threat");
    check_signs("", "Su cuenta será suspendida.", "threat");
    check_signs("", "Il tuo account verrà sospeso.", "threat");
    check_signs("", "法的措置を取らせていただきます。", "threat");
    /* what was done is a statement; what is not the account's is none */
    check_signs("", "ご利用のAmazonアカウントを一時保留いたしました。", "");
    check_signs("", "ご注文はキャンセルされます。アカウントサービスをご覧ください。", "");
    check_signs("", "このリンクは24時間後に無効になります。", "");
    check_signs("", "The store will be closed on Sunday.", "");
}

static void test_deadline(void) {
    check_signs("", "24時間以内にご確認ください。", "deadline");
    check_signs("", "２４時間以内にアカウントを更新してください。", "deadline");
    check_signs("", "24 時間\n以内に確認してください", "deadline");
    check_signs("", "3日以内にお手続きをお願いします。お手続き", "deadline");
    check_signs("", "本日中にお手続きください。", "deadline");
    check_signs("", "Please verify your account within 48 hours.", "deadline");
    check_signs("", "Bitte bestätigen Sie innerhalb von 24 Stunden.", "deadline");
    check_signs("", "Veuillez confirmer dans les 48 heures.", "deadline");
    /* genuine: six days for a declined payment; an answer within 24 hours; codes; returns */
    check_signs("お支払いの利用承認が得られませんでした",
                "この注文の支払いについて承認が得られませんでした。6日以内にお支払い方法を更新してください。"
                "更新されない場合、ご注文はキャンセルされます。",
                "");
    check_signs("", "必要な情報をご提供いただいたら、24時間以内に返信いたします。", "");
    check_signs("", "This code will expire in 10 minutes.", "");
    check_signs("", "30日以内に返品してください。ご確認ください。", "");
    check_signs("", "ご注文から24時間以内に発送します。ご確認ください。", "");
    check_signs("", "Delivery within 24 hours. Confirm your address.", "");
}

static void test_foreign(void) {
    const char *kana = "これはとてもふつうのにほんごのぶんしょうです。ひらがながたくさんあります。\n";
    char text[600];
    snprintf(text, sizeof text, "%sプライムの月费のお支払い", kana);
    check_signs("", text, "foreign-glyphs foreign-phrase");
    snprintf(text, sizeof text, "%sご利用の账户を確認してください", kana);
    check_signs("", text, "foreign-glyphs");
    snprintf(text, sizeof text, "%sマイストア? |タイムセール? |ギフト券", kana);
    check_signs("", text, "foreign-glyphs");
    snprintf(text, sizeof text, "%s尊敬なるお客様、アイデンティティの情報をご充実ください", kana);
    check_signs("", text, "foreign-phrase");
    snprintf(text, sizeof text, "%s更新が必要ですください", kana);
    check_signs("", text, "foreign-phrase");
    /* honest: a Chinese line of its own, old kanji in names, a question */
    snprintf(text, sizeof text, "%s华为手机壳适用于\n髙橋 渡邊 齋藤 龍\n本当ですか？はい", kana);
    check_signs("", text, "");
    check_signs("", "尊敬的用户：您的账户", ""); /* a Chinese mail is Chinese */
    check_signs("", "Привет, как дела? Спасибо.", "");
    check_signs("", "Ελληνικά κείμενα είναι ελληνικά", "");
}

static void test_company(void) {
    check_signs("", "アマゾンジャパン株式会社", "wrong-company-facts");
    check_signs("", "アマゾンジャパン（株） 法的手続き", "threat wrong-company-facts");
    check_signs("", "Amazon International Inc.", "wrong-company-facts");
    check_signs("", "1 Infinite Loop, Cupertino", "wrong-company-facts");
    check_signs("", "アマゾンジャパン合同会社 東京都渋谷区1-2-3", "wrong-company-facts");
    check_signs("", "アマゾンジャパン合同会社 東京都目黒区下目黒1-8-1", "");
    check_signs("", "お届け先: 東京都渋谷区神南1-2-3 山田太郎", "");
    check_signs("", "© 1996-2024, Amazon.com, Inc. or its affiliates", "");
    text_case_start(&test, "", "Amazonプライムの会費（税込500円）をご請求");
    test.message.envelope.has_seconds = true;
    test.message.envelope.seconds = 1715949000; /* 2024 */
    CHECK_STR(find_signs(), STR("wrong-company-facts"));
    text_case_end(&test);
    text_case_start(&test, "", "Amazonプライムの会費（税込500円）をご請求");
    test.message.envelope.has_seconds = true;
    test.message.envelope.seconds = 1600000000; /* 2020: it was 500 yen then */
    CHECK_STR(find_signs(), STR(""));
    text_case_end(&test);
}

/* A footer's year against the message's own date. */
static void check_year(const char *text, int64_t seconds, const char *wanted) {
    text_case_start(&test, "", text);
    test.message.envelope.has_seconds = seconds != 0;
    test.message.envelope.seconds = seconds;
    CHECK_STR(find_signs(), str_from(wanted));
    text_case_end(&test);
}

static void test_copyright(void) {
    const int64_t in_2026 = 1771200000;
    check_year("© 1996-2023, Amazon.com, Inc. or its affiliates", in_2026, "wrong-company-facts");
    check_year("© 2031 Amazon.com", in_2026, "wrong-company-facts");
    check_year("© 1996-2025, Amazon.com, Inc. or its affiliates", in_2026, "");
    check_year("© 2019 Amazon.com, Inc.", 1606574683, ""); /* genuine mail of November 2020 */
    check_year("© 2010 Some Band", in_2026, "");
    check_year("© 1996-2023, Amazon.com", 0, "");
}

static void test_numbers(void) {
    check_signs("", "注文番号： 249-0461725-43649434", "impossible-order-number");
    check_signs("Amazon.co.jpでのご注文854-96438164", "", "impossible-order-number");
    check_signs("", "Order number: 100925076123", "impossible-order-number");
    check_signs("", "注文番号： 249-0461725-4364943", "");
    check_signs("", "Order #113-5838173-8241820", "");
    check_signs("", "注文番号: D01-1234567-1234567", "");
    check_signs("", "Order #123-…", "");
    check_signs("Amazon Pay ご請求", "注文番号: 100925076123", ""); /* a shop's own number */
    check_signs("【重要】Primeサービス更新手続きのご確認(QW-78937963429)", "", "tracking-code");
    check_signs("番号：026531282894", "", "tracking-code");
    check_signs(",重要:Prime会員費の決済に失敗しました", "", "tracking-code");
    check_signs("*Prime会員特典", "", "tracking-code");
    check_signs("Dépôt confirmé          vy7ov", "", "tracking-code");
    check_signs("Dépôt  confirmé", "", "");
    check_signs("Suspension Notification Supp-UW4JPMXZGR3GABR72", "", "tracking-code");
    check_signs("Your Amazon.com order #123-1234567-1234567 has shipped", "", "");
    check_signs("Shipped: arriving on Friday (#113-999999-8459426)", "", ""); /* blacked out */
    check_signs("お問い合わせ 0120-999-373 03-1234-5678", "", "");
    check_signs("発送済み: 「SanDisk SDSQUA4-256G-GN6FA 1234567890」", "", ""); /* a product's numbers */
    check_signs("Delivered: SDSQUA4-256G-GN6FA", "", "");
    check_signs("Build 20190731 [CASE 12345678901]", "", "");
}

static void test_salad(void) {
    check_signs("", "zv9kcrl0x\nお客様\npagdjjc\nご確認\ny6x\n", "word-salad");
    check_signs("", "Your MemIJMXD2EVWLbership aIJMXD2EVWLmazon is vIJMXD2EVWLalid", "word-salad");
    check_signs("", "お 客様の ご 利用に つ いて、こ の た びは ま こ とに ありが とう ござ いま す。",
                "word-salad");
    check_signs(
        "", "お客様のご利用について、このたびは まことに ありがとう ございます。よろしくお願いいたします。",
        "");
    check_signs("", "iPhone15 MacBook USB3 McDonald\nAmazon\nPrime\nhello\n", "");
}

static void test_hidden(void) {
    static const char *const JUNK =
        "Nous vous remercions de votre reservation et vous souhaitons un excellent voyage "
        "dans le jardin zoologique de la ville de Bordeaux avec toute votre famille";
    struct run runs[3] = {{{0, 12}, HIDDEN_none, -1, false},
                          {{0, 0}, HIDDEN_same_colour, -1, false},
                          {{12, 24}, HIDDEN_none, -1, false}};
    runs[1].span.to = strlen(JUNK);
    for (int hidden = 0; hidden < HIDDEN_COUNT; hidden++) {
        text_case_start(&test, "", "Your Amazon Prime is ok.");
        test.message.document.hidden_text = str_from(JUNK);
        test.message.document.runs.at = runs;
        test.message.document.runs.size = 3;
        runs[1].hidden = (enum hidden)hidden;
        bool odd = hidden == HIDDEN_transparent || hidden == HIDDEN_zero_size || hidden == HIDDEN_tiny_font ||
                   hidden == HIDDEN_same_colour || hidden == HIDDEN_off_screen;
        CHECK_STR(find_signs(), odd ? STR("invisible-text") : STR(""));
        text_case_end(&test);
    }
    /* a preview line at the top, and a copy of what is seen, are honest */
    struct run preview[2] = {{{0, 0}, HIDDEN_zero_size, -1, false}, {{0, 24}, HIDDEN_none, -1, false}};
    preview[0].span.to = strlen(JUNK);
    text_case_start(&test, "", "Your Amazon Prime is ok.");
    test.message.document.hidden_text = str_from(JUNK);
    test.message.document.runs.at = preview;
    test.message.document.runs.size = 2;
    CHECK_STR(find_signs(), STR(""));
    text_case_end(&test);
    text_case_start(&test, "", JUNK);
    runs[1].hidden = HIDDEN_tiny_font;
    test.message.document.hidden_text = str_from(JUNK);
    test.message.document.runs.at = runs;
    test.message.document.runs.size = 3;
    CHECK_STR(find_signs(), STR(""));
    text_case_end(&test);
    text_case_start(&test, "", "こんにちは");
    test.message.document.hidden_text = STR("[RECEIVER_ADDRESS]");
    CHECK_STR(find_signs(), STR("placeholder"));
    text_case_end(&test);
}

static void test_reassurance(void) {
    static const char *const TEXT = "このEメールのリンクは「https://www.amazon.co.jp」で始まります。";
    struct link_fact links[1] = {{.standing = STANDING_OFFICIAL}};
    text_case_start(&test, "", TEXT);
    test.facts.links.at = links;
    test.facts.links.size = 1;
    CHECK_STR(find_signs(), STR(""));
    text_case_end(&test);
    links[0].standing = STANDING_UNRELATED;
    text_case_start(&test, "", TEXT);
    test.facts.links.at = links;
    test.facts.links.size = 1;
    CHECK_STR(find_signs(), STR("borrowed-reassurance"));
    text_case_end(&test);
}

static void test_attachments(void) {
    static const struct {
        const char *name, *type;
        bool inline_image, odd;
    } CASES[] = {{"invoice.html", "text/html", false, true},
                 {"x.zip", "application/octet-stream", false, true},
                 {"", "text/html", false, true},
                 {"doc.docm", "application/octet-stream", false, true},
                 {"logo.png", "image/png", true, false},
                 {"photo.jpg", "image/jpeg", false, false},
                 {"invoice.pdf", "application/pdf", false, false},
                 {"smime.p7s", "application/pkcs7-signature", false, false},
                 {"mail.eml", "message/rfc822", false, false}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct attachment attachment = {str_from(CASES[i].name), str_from(CASES[i].type), 10,
                                        CASES[i].inline_image};
        text_case_start(&test, "", "x");
        test.message.attachments.at = &attachment;
        test.message.attachments.size = 1;
        CHECK_STR(find_signs(), CASES[i].odd ? STR("odd-attachment") : STR(""));
        text_case_end(&test);
    }
}

/* Genuine mail of facts B, whole: nothing is found in it. */
static void test_genuine(void) {
    check_signs("amazon.co.jp: アクションが必要です: サインイン試行",
                "サインイン試行\n山田太郎,"
                "\nパスワードを知っているユーザーがあなたのアカウントにサインインしようとしています。\n"
                "日時: Jan 27, 2022 11:44 AM Japan Standard Time\nデバイス: Mozilla Firefox Windows "
                "(デスクトップ)\n付近: Japan\n"
                "承認または否認してください。\nこのEメールがAmazonから送信されていることを確認するには、どう"
                "すればよいですか？\n"
                "このEメールのリンクは「https://www.amazon.co.jp」で始まります。",
                "");
    check_signs(
        "Amazonを装った不審なメール等にご注意ください",
        "Amazonを装い、アカウントを停止すると脅したり、24時間以内に確認するよう求めたりする詐欺のメールが確認"
        "されています。"
        "アカウントがロックされますなどのメッセージにはご注意ください。至急ご確認くださいと書かれていても、"
        "ギフト券の番号をお伝えいただくことはありません。",
        "");
    check_signs("Your Amazon verification code",
                "Hello,\nTo verify your identity, please use the following code:\n123456\n"
                "Amazon takes your account security very seriously. Amazon Customer Service will never ask "
                "you to disclose "
                "or verify your Amazon password, OTP, credit card, or banking account number.",
                "");
    check_signs(
        "発送済み: 「商品」",
        "山田 太郎 様\nご注文の商品を発送しました。\n注文番号 249-0461725-4364943\nお届け先: 東京都渋谷区",
        "");
    check_signs("Delivered: Your Amazon.co.uk order #205-2169302-5352337",
                "Hi Thomas,\nYour package has been delivered!", "");
}

int main(void) {
    test_placeholder();
    test_threat();
    test_deadline();
    test_foreign();
    test_company();
    test_copyright();
    test_numbers();
    test_salad();
    test_hidden();
    test_reassurance();
    test_attachments();
    test_genuine();
    return CHECK_END("facts_content");
}
