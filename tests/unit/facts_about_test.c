/* What a message is about: genuine subjects of every kind, and the lures. */
#include "unit/check.h"
#include "unit/facts_text.h"

static void check_about(enum about wanted, const char *subject, const char *text) {
    static struct text_case test;
    text_case_start(&test, subject, text);
    text_read(&test.arena, test.facts.message, facts_envelope(&test.facts), &test.facts.text);
    about_find(&test.arena, &test.facts);
    if (test.facts.about != wanted) printf("in: %s / %s\n", subject, text);
    CHECK_STR(str_from(about_name(test.facts.about)), str_from(about_name(wanted)));
    text_case_end(&test);
}

static void test_genuine(void) {
    check_about(ABOUT_sign_in_attempt, "amazon.co.jp: アクションが必要です: サインイン試行", "");
    check_about(ABOUT_sign_in_attempt, "Amazonセキュリティ警告: サインイン試行が検出されました", "");
    check_about(ABOUT_sign_in_attempt, "amazon.co.jp:サインイン試行", "確認コードは次のとおりです: 123456");
    check_about(ABOUT_sign_in_alert, "Amazonセキュリティ警告: サインインが検出されました", "");
    check_about(ABOUT_sign_in_alert, "amazon.co.jp: アクションが必要です: サインイン",
                "誰かがアカウントにサインインしました。");
    check_about(ABOUT_account_data_access,
                "amazon.co.jp: アクションが必要です: アカウントデータアクセスの試行", "");
    check_about(ABOUT_password_reset, "amazon.co.jp:パスワード回復", "確認コードは次のとおりです");
    check_about(ABOUT_sign_in_attempt, "amazon.com: Sign-in attempt", "");
    check_about(ABOUT_sign_in_alert, "amazon.com: Action needed: Sign-in",
                "Someone signed-in to your account.");
    check_about(ABOUT_account_data_access, "amazon.com: Account data access attempt", "");
    check_about(ABOUT_one_time_code, "Your Amazon verification code", "");
    check_about(ABOUT_password_reset, "amazon.com: Password recovery", "");
    check_about(ABOUT_account_change, "Revision to Your Amazon.com Account", "");
    check_about(ABOUT_one_time_code, "1回限りの Amazon アカウント仮パスワード", "");
    check_about(ABOUT_order, "Amazon.co.jp ご注文の確認", "");
    check_about(ABOUT_order, "注文済み: 「USBケーブル」", "");
    check_about(ABOUT_order, "Ordered: \"The Password Book\"", "");
    check_about(ABOUT_dispatch, "Amazon.co.jp ご注文の発送", "");
    check_about(ABOUT_dispatch, "発送済み: 「パスワード管理ノート」", "");
    check_about(ABOUT_dispatch, "Your Amazon.com order has shipped", "");
    check_about(ABOUT_delivery, "配達済み: ご注文商品", "");
    check_about(ABOUT_delivery, "Delivered: Your Amazon.co.uk order", "");
    check_about(ABOUT_delivery, "Arriving Today: A one-time password is required for your Amazon delivery",
                "");
    check_about(ABOUT_payment_problem, "お支払いの利用承認が得られませんでした", "6日以内にお支払い方法を");
    check_about(ABOUT_fraud_notice, "Amazonを装った不審なメール等にご注意ください", "フィッシング詐欺");
    check_about(ABOUT_return_refund, "返金のお知らせ", "");
    check_about(ABOUT_dispatch, "Versandt: Ihr Amazon-Paket", "");
    check_about(ABOUT_delivery, "Zugestellt: Ihre Amazon-Bestellung", "");
    check_about(ABOUT_delivery, "Entregado: tu pedido de Amazon.es", "");
    check_about(ABOUT_delivery, "Consegnato: il tuo ordine Amazon", "");
    check_about(ABOUT_order, "Votre commande Amazon.fr", "");
}

/* In a bar of steps every kind stands: subject and heading tell. */
static void test_step_bar(void) {
#define BAR "完了済み\n注文済み\n保留中\n発送済み\n保留中\n配達中\n保留中\n配達済み\n"
    check_about(ABOUT_order, "",
                "山田太郎様、ご注文ありがとうございます。\n" BAR
                "明日到着予定\n注文番号 250-1234567-1234567");
    check_about(ABOUT_dispatch, "", "荷物が発送されました。\n" BAR "注文番号 250-1234567-1234567");
    check_about(ABOUT_delivery, "", "荷物は配達中です。\n" BAR "注文番号 250-1234567-1234567");
    check_about(ABOUT_delivery, "", "荷物は配達済みです!\n" BAR "注文番号 250-1234567-1234567");
    check_about(ABOUT_order, "",
                "山田太郎様、ご注文ありがとうございます。\n注文済み > 発送済み > 配達中 > 配達済み");
    check_about(ABOUT_dispatch, "発送済み: 「本」", BAR);
    check_about(ABOUT_order, "",
                "Your order\nOrdered\nShipped\nOut for delivery\nDelivered\nOrder # 113-1234567-1234567");
    check_about(ABOUT_return_refund, "", "返品リクエストを受け付けました。\n注文番号 250-1234567-1234567");
    check_about(ABOUT_return_refund, "返金済み: 「本」", "ご注文内容\n返金額 ￥1,200");
    check_about(ABOUT_delivery, "", "配達済み\n玄関先に置きました"); /* one step alone is no bar */
    /* words put into a bar make no other kind go away */
    check_about(ABOUT_account_locked, "アカウントが停止されました", BAR "アカウントを確認してください");
#undef BAR
}

/* Text messages have no subject. */
static void test_sms(void) {
    check_about(ABOUT_sign_in_attempt, "",
                "Amazon: JPのサインイン試行。確認するにはリンクをタップしてください。");
    check_about(ABOUT_account_data_access, "",
                "amazon.co.jp/a/c/r?k=x Amazon: 13, "
                "JPのアカウントデータアクセスの試行。リンクをタップして対応してください。");
    check_about(ABOUT_one_time_code, "",
                "Amazon: お客様のコードは999999です。コードは共有しないでください。");
    check_about(ABOUT_one_time_code, "",
                "999999は、Amazonのワンタイムパスワードです。誰とも共有しないでください。");
    check_about(ABOUT_one_time_code, "",
                "Amazon: 123456 is your sign-in code. For your security, don't share it.");
    check_about(ABOUT_membership, "",
                "お客様のAmazonプライムの会員資格がまもなく更新されます。詳細はこちら。");
}

static void test_others_words(void) {
    static struct text_case test;
    check_about(ABOUT_gift_card, "Amazon sent you an Amazon Gift Card!", "");
    check_about(ABOUT_gift_card, "Amazonギフト券が届きました", "");
    check_about(ABOUT_seller_message, "出品者からのメッセージ", "");
    check_about(ABOUT_seller_message, "You have received a message", "Message from Amazon seller");
    check_about(ABOUT_wish_list, "ほしい物リストが共有されました", "");
    check_about(ABOUT_pay_merchant, "Amazon Pay ご請求内容のお知らせ", "");
    check_about(ABOUT_notification_topic, "AWS Notification Message", "");
    /* a footer that only mentions them is none of these */
    check_about(ABOUT_order, "注文済み: 本",
                "ギフト券 ほしい物リスト Amazon Pay Kindle Audible 装った不審なメール");
    /* the sending host tells, whatever the subject says */
    text_case_start(&test, "ご注文について", "");
    text_case_from(&test, "ショップ", "abc@marketplace.amazon.co.jp");
    text_read(&test.arena, test.facts.message, facts_envelope(&test.facts), &test.facts.text);
    about_find(&test.arena, &test.facts);
    CHECK(test.facts.about == ABOUT_seller_message && (test.facts.about_flags & ABOUT_OTHERS_WORDS));
    text_case_end(&test);
    text_case_start(&test, "発送済み: 本", "");
    text_case_from(&test, "x", "abc@notmarketplace.amazon.co.jp");
    text_read(&test.arena, test.facts.message, facts_envelope(&test.facts), &test.facts.text);
    about_find(&test.arena, &test.facts);
    CHECK(!(test.facts.about_flags & ABOUT_OTHERS_WORDS));
    text_case_end(&test);
}

/* Subjects of fakes: the rules for them are strict (flags), whatever the kind. */
static void check_strict(bool wanted, const char *subject, const char *text) {
    static struct text_case test;
    text_case_start(&test, subject, text);
    text_read(&test.arena, test.facts.message, facts_envelope(&test.facts), &test.facts.text);
    about_find(&test.arena, &test.facts);
    bool strict = (test.facts.about_flags & (ABOUT_SECURITY | ABOUT_PAYMENT)) != 0;
    if (strict != wanted) printf("in: %s / %s\n", subject, text);
    CHECK(strict == wanted);
    text_case_end(&test);
}

static void test_lures(void) {
    static const char *const SUBJECTS[] = {
        "Amazonプライムのお支払いにご指定のクレジットカード有効期限が切れています",
        "Amazoneプライム支払い指定クレジットカードの有効期限が切れました",
        "[緊急通知] Amazonプライムの自動更新設定を解除いたしました!",
        "Amazonプライム会員登録キャンセルのお知らせ",
        "【重要】お支払い方法の情報を更新してください。Update default card for your membership.",
        "プライム会費のお支払いができませんでした",
        ",重要:Prime会員費の決済に失敗しました",
        "Amazon Prime会員の満期通知",
        "【重要】Primeサービス更新手続きのご確認(No.-CW-123)",
        "【Amazon】現在、プライム利用資格に制限がかかっております",
        "自動配信メール お客様の会員資格は一時的に停止されています",
        "クレジットカードの利用承認が得られていません",
        "【Amazonサービス】ご利用内容のご確認をお願いします",
        "Аmazon.co.jp 重要なお知らせ:お支払い方法変更のお願い",
        "お支払いが停止されました。",
        "支払方法が確認できません",
        "Amazonアカウントを利用制限しています",
        "お客様のAmazon IDはロックされました",
        "お使いのAmazon IDがロックされます。",
        "ご利用の Amazon アカウントを一時保留いたしました",
        "Amazonアカウントは24時間以内に停止されます!",
        "アラート:あなたのアカウントは閉鎖されます。",
        "お客様のAmazon.co.jpアカウントに対する最近の変更",
        "ログインアラート",
        "「新しいログインを検出しました」",
        "アカウントの使用状況の確認に協力してください",
        "とても残念です! Amazonアカウントに異常があります。",
        "不正アクセスの疑い",
        "アカウント認証を行ってください",
        "Amazon.co.jp アカウント所有権の証明(名前、その他個人情報)の確認",
        "【重要】Amazon.co.jp ご本人確認のお願い",
        "アカウントがユーザー利用規約に違反しています。",
        "ご利用規約に関連するアカウント制限のご案内",
        "重要なお知らせ!_Amazonの異常な注文が保留中",
        "異常発注の警告",
        "Amazon.co.jp アカウントの支払い方法を確認できず、注文を出荷できません",
        "あなたのアカウント一時停止されました",
        "Yоur аccоunt hаs been lоcked",
        "Your Amаzon.cоm accоunt is tempоrarily on hоId",
        "Your account has been suspended",
        "Verify your account now",
        "Action required: update your payment information",
        "Ihr Konto wurde gesperrt",
        "Bitte bestätigen Sie Ihr Konto",
        "Votre compte a été suspendu",
        "Su cuenta ha sido suspendida",
        "Il tuo account è stato sospeso",
        "Sua conta foi suspensa",
    };
    for (size_t i = 0; i < sizeof SUBJECTS / sizeof *SUBJECTS; i++) check_strict(true, SUBJECTS[i], "");
    check_strict(true, "尊敬なるAmazonプライム会員の皆様へ",
                 "プライム会員資格の更新手続きが完了していません。");
}

/* Honest mail whose words come near. */
static void test_not_strict(void) {
    check_strict(false, "プライム会員限定 タイムセール祭り", "プライム会員なら送料無料");
    check_strict(false, "プライム会員の皆様へ", "今月の特典をご紹介します。");
    check_strict(false, "Prime members: deals you will love", "Prime members save more.");
    check_strict(false, "Your Amazon.com order has shipped",
                 "Your order #123 is on the way. Visit your account to update your delivery preferences.");
    check_strict(false, "Votre commande Amazon.fr",
                 "Consultez votre compte pour verifier le moyen de paiement.");
    check_strict(false, "発送済み: 「アカウント停止の本 本人確認 不正アクセス」", "");
    check_strict(false, "Ordered: \"Password reset and account locked: a novel\"", "");
    check_strict(false, "Livré : Votre colis", "");
    check_strict(false, "Dostarczono: Twoje zamówienie", "");
}

static void test_quiet(void) {
    check_about(ABOUT_unknown, "今度の飲み会について",
                "土曜日の七時に駅前で。アマゾンで買った本を持っていくね。");
    check_about(ABOUT_unknown, "Re: [PATCH] fix typo", "Looks good to me.");
    check_about(ABOUT_unknown, "phishing@example.com", ""); /* a word inside an address */
    check_about(ABOUT_unknown, "", "");
}

int main(void) {
    test_genuine();
    test_step_bar();
    test_sms();
    test_others_words();
    test_lures();
    test_not_strict();
    test_quiet();
    return CHECK_END("facts_about");
}
