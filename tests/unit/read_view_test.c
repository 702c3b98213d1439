/* What people paste out of mail and SMS programs, and forwarded mail: the
 * sender, recipient, subject and body that are found. */
#include "message_read.h"

#define BODY_LINES "山田太郎\n誰かがお客様のアカウントにサインインしました。"
#define AMAZON "Amazon.co.jp", "account-update@amazon.co.jp"

/* The reading view's header lines; the judged text is what stands below. */
static void view_found(void) {
    CHECK(message.envelope.origin == HEAD_BODY);
    CHECK(!message.forwarded);
    FROM(message.envelope, "Amazon.co.jp", "account-update@amazon.co.jp");
    BODY(BODY_LINES);
}

static void to_me(void) { TO(message.envelope, 0, "to", "taro@example.jp"); }

static void gmail_view(void) {
    read_paste(STR("サインイン試行\n受信トレイ\n\nAmazon.co.jp <account-update@amazon.co.jp>\n\t\n14:05 (3 "
                   "分前)\n\t\nTo 自分\n\n" BODY_LINES));
    view_found();
    CHECK_STR(message.envelope.subject, STR("サインイン試行"));
    CHECK_STR(message.envelope.date, STR("14:05 (3 分前)"));
    CHECK(message.envelope.to.size == 0);
    read_paste(STR("Sign-in attempt\nInbox\n\nAmazon.co.jp <account-update@amazon.co.jp>\nUnsubscribe\n2:05 "
                   "PM (3 minutes ago)\nto me\n\n" BODY_LINES));
    view_found();
    CHECK_STR(message.envelope.subject, STR("Sign-in attempt"));
    /* with the details opened */
    read_paste(STR("差出人:\tAmazon.co.jp "
                   "<account-update@amazon.co.jp>\n返信先:\tno-reply@amazon.co.jp\nTo:\ttaro@example."
                   "jp\n日付:\t2025年11月1日 14:05\n"
                   "件名:\tサインイン試行\n送信元:\tbounces.amazon.co.jp\n署名元:\tamazon.co."
                   "jp\nセキュリティ:\t標準的な暗号化（TLS）\n\n" BODY_LINES));
    view_found();
    to_me();
    CHECK_STR(message.envelope.subject, STR("サインイン試行"));
    CHECK(message.envelope.reply_to.size == 1);
    read_paste(STR("from:\tAmazon.co.jp <account-update@amazon.co.jp>\nto:\ttaro@example.jp\ndate:\tNov 1, "
                   "2025, 2:05 PM\nsubject:\tx\n"
                   "mailed-by:\tbounces.amazon.co.jp\nsigned-by:\tamazon.co.jp\nsecurity:\tStandard "
                   "encryption (TLS) Learn more\n" BODY_LINES));
    view_found();
    to_me();
}

static void outlook_view(void) {
    read_paste(STR("差出人: Amazon.co.jp <account-update@amazon.co.jp>\n送信日時: 2025年11月1日 14:05\n宛先: "
                   "太郎 <taro@example.jp>\n件名: サインイン試行\n\n" BODY_LINES));
    view_found();
    to_me();
    CHECK_STR(message.envelope.date, STR("2025年11月1日 14:05"));
    read_paste(STR("From: Amazon.co.jp <account-update@amazon.co.jp>\nSent: Saturday, November 1, 2025 2:05 "
                   "PM\nTo: taro@example.jp\nSubject: Sign-in\n\n" BODY_LINES));
    view_found();
    to_me();
    /* on the web: no space before "<", the recipient below */
    read_paste(STR("サインイン試行\nAmazon.co.jp<account-update@amazon.co.jp>\n宛先:taro@example.jp\n土 "
                   "2025/11/01 14:05\n" BODY_LINES));
    view_found();
    to_me();
    CHECK_STR(message.envelope.subject, STR("サインイン試行"));
    read_paste(STR("Von: Amazon.co.jp <account-update@amazon.co.jp>\nGesendet: Samstag, 1. November 2025 "
                   "14:05\nAn: taro@example.jp\nBetreff: Anmeldung\n\n" BODY_LINES));
    view_found();
    to_me();
}

static void yahoo_view(void) {
    read_paste(STR(
        "サインイン試行\n差出人\nAmazon.co.jp "
        "<account-update@amazon.co.jp>\n宛先\ntaro@example.jp\n日時\n2025年11月1日 14:05\n\n" BODY_LINES));
    view_found();
    to_me();
    read_paste(STR("件名：サインイン試行\n差出人：Amazon.co.jp（account-update@amazon.co.jp）\n宛先：taro@"
                   "example.jp\n日時：2025/11/01 14:05\n" BODY_LINES));
    view_found();
    to_me();
}

static void apple_view(void) {
    read_paste(STR("差出人: Amazon.co.jp <account-update@amazon.co.jp>\n件名: サインイン試行\n日付: "
                   "2025年11月1日 14:05:00 JST\n宛先: taro@example.jp\n\n" BODY_LINES));
    view_found();
    to_me();
    /* iPhone shows names only */
    read_paste(STR("差出人: Amazon.co.jp\n宛先: taro@example.jp\n件名: サインイン試行\n" BODY_LINES));
    CHECK(message.envelope.from.size == 1);
    to_me();
    BODY(BODY_LINES);
}

static void other_views(void) {
    /* Thunderbird, then a carrier's program */
    read_paste(STR("件名: サインイン試行\n送信者: Amazon.co.jp <account-update@amazon.co.jp>\n日付: "
                   "2025/11/01 14:05\n宛先: taro@example.jp\n\n" BODY_LINES));
    view_found();
    to_me();
    read_paste(STR("From:Amazon.co.jp<account-update@amazon.co.jp>\nTo:taro@example.jp\nSub:"
                   "サインイン試行\n受信日時:2025/11/01 14:05\n" BODY_LINES));
    view_found();
    to_me();
    CHECK_STR(message.envelope.subject, STR("サインイン試行"));
    /* as markup, label and value in cells or not */
    read_paste(
        STR("<html><body><div>差出人: Amazon.co.jp &lt;account-update@amazon.co.jp&gt;</div><div>宛先: "
            "taro@example.jp</div><div>件名: x</div>"
            "<div>山田太郎</div><div>誰かがお客様のアカウントにサインインしました。</div></body></html>"));
    if (message.kind == KIND_HTML) view_found();
}

static void no_view(void) {
    /* labels of a gift, of sign-in details, of an order are no header lines */
    read_paste(STR("ギフト券が届きました\n差出人: 花子\n宛先: 太郎\nおめでとう\n"));
    CHECK(message.envelope.from.size == 0);
    read_paste(STR(BODY_LINES "\n日時: 2025年11月1日 14:05\nデバイス: Windows\n付近: 東京\n"));
    CHECK(message.envelope.from.size == 0 && message.body.from == 0);
    read_paste(STR("To be or not to be\nFrom here to there\nDate night\nhello\n"));
    CHECK(message.envelope.from.size == 0 && message.body.from == 0);
    read_paste(STR(""));
    CHECK(message.document.text.size == 0);
}

static void text_messages(void) {
    read_paste(STR("+81 80-1234-5678\nAmazonの会員資格が停止されました。 amazon.co.jp/z/AbC12\n"));
    CHECK_STR(message.sms_sender, STR("+81 80-1234-5678"));
    BODY("Amazonの会員資格が停止されました。 amazon.co.jp/z/AbC12");
    read_paste(STR("Amazon\n今日 14:05\n123456 は Amazon の認証コードです\n"));
    CHECK_STR(message.sms_sender, STR("Amazon"));
    BODY("123456 は Amazon の認証コードです");
    read_paste(STR("山田太郎\nこんにちは\n"));
    CHECK(message.sms_sender.size == 0);
    read_paste(STR("123456 is your code\n"));
    CHECK(message.sms_sender.size == 0);
}

/* The forwarded message that is judged. */
static void forward_found(void) {
    CHECK(message.forwarded);
    CHECK(message.inner.origin == HEAD_BODY);
    FROM(message.inner, "Amazon.co.jp", "account-update@amazon.co.jp");
    TO(message.inner, 0, "to", "taro@example.jp");
    CHECK(message.inner.subject.size > 0);
    BODY(BODY_LINES);
}

#define MOTHER(subject)                                                                                      \
    "From: Mother <m@example.jp>\nTo: d@example.jp\nSubject: " subject                                       \
    "\nMessage-ID: <1@x>\nContent-Type: text/plain; charset=utf-8\n\n"
#define HEAD_EN                                                                                              \
    "From: Amazon.co.jp <account-update@amazon.co.jp>\nDate: Sat, 1 Nov 2025 at 14:05\nSubject: "            \
    "Sign-in\nTo: <taro@example.jp>\n"
#define HEAD_JA                                                                                              \
    "差出人: Amazon.co.jp <account-update@amazon.co.jp>\n送信日時: 2025年11月1日 14:05\n宛先: "  \
    "taro@example.jp\n件名: サインイン試行\n"

static void forwards(void) {
    read_file(STR(MOTHER("Fwd: Sign-in") "これ本物？\n\n---------- Forwarded message ---------\n" HEAD_EN
                                         "\n" BODY_LINES));
    forward_found();
    FROM(message.envelope, "Mother", "m@example.jp");
    read_file(STR(MOTHER("Fwd: Sign-in") "Begin forwarded message:\n\n> From: Amazon.co.jp "
                                         "<account-update@amazon.co.jp>\n> Subject: Sign-in\n"
                                         "> Date: 1 November 2025 at 14:05:00 JST\n> To: taro@example.jp\n> "
                                         "\n> 山田太郎\n> 誰かがお客様のアカウントにサインインしました。\n"));
    forward_found();
    for (size_t i = 0; i < message.document.blocks.size; i++)
        if (message.document.runs.at[message.document.blocks.at[i].runs_from].span.from > message.body.from)
            CHECK(message.document.blocks.at[i].kind != BLOCK_QUOTE);
    read_file(STR(MOTHER("FW: Sign-in") "-----Original Message-----\n" HEAD_EN "\n" BODY_LINES));
    forward_found();
    read_file(STR(MOTHER("FW: Sign-in") "________________________________\n" HEAD_JA "\n" BODY_LINES));
    forward_found();
    read_file(STR(MOTHER("転送: サインイン") "どう思う?\n\n-------- 転送されたメッセージ --------\n" HEAD_JA
                                             "\n" BODY_LINES));
    forward_found();
    read_file(STR(MOTHER("WG: Anmeldung") "-----Ursprüngliche Nachricht-----\nVon: Amazon.co.jp "
                                          "<account-update@amazon.co.jp>\n"
                                          "Gesendet: Samstag, 1. November 2025 14:05\nAn: "
                                          "taro@example.jp\nBetreff: Anmeldung\n\n" BODY_LINES));
    forward_found();
    read_file(STR(MOTHER("FW: x") "*From:* Amazon.co.jp <account-update@amazon.co.jp>\n*Sent:* today\n*To:* "
                                  "taro@example.jp\n*Subject:* x\n\n" BODY_LINES));
    forward_found();
    /* forwarded twice: the inner one */
    read_file(STR(MOTHER("Fwd: Fwd: x") "---------- Forwarded message ---------\nFrom: Aunt "
                                        "<a@example.jp>\nDate: today\nSubject: Fwd: x\nTo: <m@example.jp>\n\n"
                                        "見て\n\n---------- Forwarded message ---------\n" HEAD_EN
                                        "\n" BODY_LINES));
    forward_found();
    /* pasted out of a program, without any outer head */
    read_paste(STR("---------- Forwarded message ---------\n" HEAD_EN "\n" BODY_LINES));
    CHECK(message.forwarded || message.envelope.from.size == 1);
    BODY(BODY_LINES);
}

/* An answer that quotes Amazon is not a message of Amazon's. */
static void answers(void) {
    read_file(STR(MOTHER(
        "Re: Sign-in") "Thank you, I shall look at it tomorrow.\n\n-----Original Message-----\n" HEAD_EN
                       "\n" BODY_LINES));
    CHECK(!message.forwarded);
    bool quote = false;
    for (size_t i = 0; i < message.document.blocks.size; i++)
        quote |= message.document.blocks.at[i].kind == BLOCK_QUOTE;
    CHECK(quote);
    CHECK(message.document.blocks.at[0].kind != BLOCK_QUOTE);
    read_file(
        STR(MOTHER("Re: Sign-in") "Thank you.\n\nOn 1 Nov 2025, Amazon wrote:\n> " HEAD_EN "> Hello\n"));
    CHECK(!message.forwarded);
}

/* A message cannot call itself the carrier of a better one. */
static void pretended_forwards(void) {
    static char text[4096];
    int size = snprintf(
        text, sizeof text,
        MOTHER("Amazon") "%0900d\n\n---------- Forwarded message ---------\n" HEAD_EN "\nhello\n", 7);
    read_file((struct str){text, (size_t)size});
    CHECK(!message.forwarded);
    CHECK(message.body.from == 0);
    size = snprintf(text, sizeof text, MOTHER("Amazon") "%0300d\n\n" HEAD_EN "\nhello\n", 7);
    read_file((struct str){text, (size_t)size});
    CHECK(!message.forwarded);
    /* header lines on top of a fake's own text do not replace its sender */
    read_file(STR(MOTHER("Sign-in") HEAD_EN "\n" BODY_LINES));
    CHECK(!message.forwarded);
    FROM(message.envelope, "Mother", "m@example.jp");
    /* header lines in a body never become a source's */
    read_file(STR(MOTHER("Fwd: x") "---------- Forwarded message ---------\n" HEAD_EN
                                   "Authentication-Results: x; dmarc=pass\n\nhello\n"));
    CHECK(message.inner.origin == HEAD_BODY);
    CHECK(headers_count(&message.headers, STR("authentication-results")) == 0);
}

int main(void) {
    gmail_view();
    outlook_view();
    yahoo_view();
    apple_view();
    other_views();
    no_view();
    text_messages();
    forwards();
    answers();
    pretended_forwards();
    arena_release(&arena);
    return CHECK_END("read_view");
}
