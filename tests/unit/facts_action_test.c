/* Ways to act that are no links: asked for, refused, or only named. */
#include "unit/check.h"
#include "unit/facts_text.h"

static struct text_case test;

/* "phone! code": the kinds found, "!" where it is the main call. */
static struct str find_actions(void) {
    static const char *const KINDS[] = {[ACTION_PHONE] = "phone", [ACTION_MAILTO] = "mailto",
                                        [ACTION_REPLY] = "reply", [ACTION_ATTACHMENT] = "attachment",
                                        [ACTION_QR] = "qr",       [ACTION_CODE] = "code",
                                        [ACTION_CARD] = "card",   [ACTION_GIFT_CARD] = "gift-card"};
    static char found[200];
    size_t size = 0;
    found[0] = 0;
    text_read(&test.arena, test.facts.message, facts_envelope(&test.facts), &test.facts.text);
    about_find(&test.arena, &test.facts);
    sign_in_find(&test.arena, &test.facts);
    action_find(&test.arena, &test.facts);
    for (size_t kind = 0; kind < sizeof KINDS / sizeof *KINDS; kind++) {
        bool any = false, main_call = false;
        for (size_t i = 0; i < test.facts.actions.size; i++) {
            if ((size_t)test.facts.actions.at[i].kind != kind) continue;
            any = true;
            main_call = main_call || test.facts.actions.at[i].main_call;
        }
        if (!any || KINDS[kind] == NULL) continue;
        size += (size_t)snprintf(found + size, sizeof found - size, "%s%s%s", size ? " " : "", KINDS[kind],
                                 main_call ? "!" : "");
    }
    return (struct str){found, size};
}

static void check_actions(const char *text, const char *wanted) {
    text_case_start(&test, "", text);
    struct str found = find_actions();
    if (!str_equal(found, str_from(wanted))) printf("in: %s\n", text);
    CHECK_STR(found, str_from(wanted));
    text_case_end(&test);
}

static void test_phone(void) {
    check_actions("お心当たりのない場合は 0120-123-456 までお電話ください。", "phone!");
    check_actions("Call us at +1 (888) 283-0577 now", "phone!");
    check_actions("Please call 888-283-0577 immediately", "phone!");
    check_actions("お問い合わせ先: 03-1234-5678", "phone");
    check_actions("電話番号 050-1234-5678", "phone");
    check_actions("注文番号: 249-0461725-4364943 お電話ください", ""); /* not a telephone number */
    check_actions("追跡番号 483920184756 電話", "");
    check_actions("日時 2022/01/27 11:44 IP 65.129.227.132 電話", "");
}

static void test_code(void) {
    check_actions("確認コードを返信してください。", "reply! code!");
    check_actions("Please tell us the verification code.", "code!");
    check_actions("パスワードを入力してください。", "code!");
    /* the opposite, in the same words */
    check_actions("確認コードは123456です。誰とも共有しないでください。", "");
    check_actions(
        "Your verification code is 123456. Don't share it with anyone. We will never ask you to provide it.",
        "");
    check_actions("Enter code 832926 at the locker to pick up.",
                  ""); /* its own code is there to be entered */
    check_actions("Amazonがパスワードやカード番号の入力をお願いすることはありません。", "");
    check_actions("Do not communicate this password to the driver. The code is 671314.", "");
}

static void test_card(void) {
    check_actions("クレジットカード番号を入力してください。", "card!");
    check_actions("Enter your card number and CVV.", "card!");
    check_actions("Bitte geben Sie Ihre Kartennummer ein: Kartennummer eingeben", "card!");
    check_actions("クレジットカード番号・有効期限の入力に間違いがないかご確認ください。", ""); /* genuine */
    check_actions("お支払い: クレジットカード（Visa）", "");
}

static void test_gift_card(void) {
    check_actions("Buy a $200 gift card urgently and send me the code.", "code! gift-card!");
    check_actions("Amazonギフト券を購入し、番号を送ってください。至急お願いします。", "gift-card!");
    check_actions("Send a photo of the gift card.", "gift-card!");
    check_actions("Amazonギフト券をご利用いただけます。", "");
    check_actions("Amazon never asks you to pay by gift card or to send us gift card numbers.", "");
}

static void test_other_ways(void) {
    check_actions("このメールに返信してご住所をお知らせください。", "reply!");
    check_actions("Please reply to this message with your details.", "reply!");
    check_actions("このメールは送信専用です。返信いただいてもお答えできません。このメールに返信", "");
    check_actions("Please don't reply to this email.", "");
    check_actions("添付ファイルを開いてご確認ください。", "attachment");
    check_actions("不審な添付ファイルは開かないでください。", "");
    check_actions("下のQRコードをスキャンしてください。", "qr!");
    check_actions("Scan the QR code with your phone", "qr!");
    check_actions("QRコード決済がご利用いただけます。", "");
    check_actions("", "");
}

/* With a button to press, the telephone number in the footer is not what the
 * message mainly asks for. */
static void test_main_call(void) {
    struct link_fact links[1] = {{.standing = STANDING_OFFICIAL, .call = true}};
    struct link link = {.source = LINK_A};
    text_case_start(&test, "", "Call us at +1 (888) 283-0577 now. Enter your card number.");
    test.facts.links.at = links;
    test.facts.links.size = 1;
    test.message.document.links.at = &link;
    test.message.document.links.size = 1;
    CHECK_STR(find_actions(), STR("phone card"));
    text_case_end(&test);
}

static void test_mailto(void) {
    struct link_fact fact = {.standing = STANDING_NOT_WEB};
    struct link link = {.source = LINK_A};
    fact.url.scheme = STR("mailto");
    fact.url.path = STR("helper@example.com");
    text_case_start(&test, "", "Write to us: helper@example.com");
    link.span = (struct span){13, 31};
    test.facts.links.at = &fact;
    test.facts.links.size = 1;
    test.message.document.links.at = &link;
    test.message.document.links.size = 1;
    CHECK_STR(find_actions(), STR("mailto"));
    text_case_end(&test);
    /* the header lines of a forwarded message ask for nothing */
    text_case_start(&test, "", "From: Amazon <helper@example.com>\nHello,");
    link.span = (struct span){14, 32};
    test.facts.links.at = &fact;
    test.facts.links.size = 1;
    test.message.document.links.at = &link;
    test.message.document.links.size = 1;
    CHECK_STR(find_actions(), STR(""));
    text_case_end(&test);
}

int main(void) {
    test_phone();
    test_code();
    test_card();
    test_gift_card();
    test_other_ways();
    test_main_call();
    test_mailto();
    return CHECK_END("facts_action");
}
