/* Details of a sign-in: the genuine forms, those of fakes, and the code. */
#include "facts/person/sign_in_date.h"
#include "unit/check.h"
#include "unit/facts_text.h"

static struct text_case test;

static const struct sign_in_facts *find(const char *text) {
    text_case_start(&test, "", text);
    test.message.envelope.has_seconds = true;
    test.message.envelope.seconds = 1643251470; /* 2022-01-27 02:44:30 UTC */
    text_read(&test.arena, test.facts.message, facts_envelope(&test.facts), &test.facts.text);
    sign_in_find(&test.arena, &test.facts);
    return &test.facts.sign_in;
}

static void test_genuine(void) {
    const struct sign_in_facts *found =
        find("日時: Jan 27, 2022 11:44 AM Japan Standard Time\n"
             "デバイス: Mozilla Firefox Windows (デスクトップ)\n付近: Japan\n");
    CHECK_STR(found->when, STR("Jan 27, 2022 11:44 AM Japan Standard Time"));
    CHECK_STR(found->device, STR("Mozilla Firefox Windows (デスクトップ)"));
    CHECK_STR(found->place, STR("Japan"));
    CHECK(found->labels_found && !found->form_odd && !found->date_far && !found->placeholder);
    CHECK(found->address.size == 0);
    text_case_end(&test);

    found = find("When: Jan 26, 2022 06:44 PM Pacific Standard Time\nDevice: Google Chrome iOS\n"
                 "Near: Texas, United States\nIf this was you, your verification code is: 123456\n");
    CHECK_STR(found->device, STR("Google Chrome iOS"));
    CHECK_STR(found->place, STR("Texas, United States"));
    CHECK_STR(found->code, STR("123456"));
    CHECK(!found->form_odd && !found->date_far);
    text_case_end(&test);

    /* value on the next line; all on one line; another language */
    found = find(
        "日時\nJan 27, 2022 11:44 AM Japan Standard Time\nデバイス\nGoogle Chrome\n付近\nTokyo, Japan\n");
    CHECK_STR(found->when, STR("Jan 27, 2022 11:44 AM Japan Standard Time"));
    CHECK_STR(found->place, STR("Tokyo, Japan"));
    text_case_end(&test);
    found =
        find("日時: Jan 27, 2022 11:44 AM Japan Standard Time デバイス: Google Chrome 付近: Tokyo, Japan");
    CHECK_STR(found->when, STR("Jan 27, 2022 11:44 AM Japan Standard Time"));
    CHECK_STR(found->device, STR("Google Chrome"));
    CHECK_STR(found->place, STR("Tokyo, Japan"));
    text_case_end(&test);
    /* no colons; nothing between the details, as in plain parts */
    found = find("When Jan 27, 2022 11:44 AM Japan Standard Time\nDevice Google Chrome Windows (Desktop)\n"
                 "Near Tokyo, Japan\n");
    CHECK_STR(found->when, STR("Jan 27, 2022 11:44 AM Japan Standard Time"));
    CHECK_STR(found->device, STR("Google Chrome Windows (Desktop)"));
    CHECK_STR(found->place, STR("Tokyo, Japan"));
    text_case_end(&test);
    found = find("日時: Jan 27, 2022 11:44 AM Japan Standard Timeデバイス: Google Chrome (デスクトップ)付近: "
                 "Tokyo, Japan");
    CHECK_STR(found->when, STR("Jan 27, 2022 11:44 AM Japan Standard Time"));
    CHECK_STR(found->device, STR("Google Chrome (デスクトップ)"));
    CHECK_STR(found->place, STR("Tokyo, Japan"));
    text_case_end(&test);
    found = find("When: Jan 27, 2022 11:44 AM Japan Standard TimeDevice: Google ChromeNear: Tokyo, Japan");
    CHECK_STR(found->when, STR("Jan 27, 2022 11:44 AM Japan Standard Time"));
    CHECK_STR(found->device, STR("Google Chrome"));
    CHECK_STR(found->place, STR("Tokyo, Japan"));
    text_case_end(&test);
    found = find("Wann\n27. Januar 2022 03:44\nGerät\nFirefox\nIn der Nähe von\nBerlin");
    CHECK_STR(found->device, STR("Firefox"));
    CHECK_STR(found->place, STR("Berlin"));
    text_case_end(&test);
    found = find("Wann: 27. Januar 2022 03:44\nGerät: Firefox\nIn der Nähe von: Berlin");
    CHECK_STR(found->device, STR("Firefox"));
    CHECK_STR(found->place, STR("Berlin"));
    CHECK(!found->form_odd && !found->date_far);
    text_case_end(&test);
}

static void test_fake(void) {
    const struct sign_in_facts *found = find("ログイン日時：2022/1/27 11:44:35\nIPアドレス：65.129.227.132\n"
                                             "デバイス：windows 10\n場所：岐阜県\n");
    CHECK_STR(found->when, STR("2022/1/27 11:44:35"));
    CHECK_STR(found->address, STR("65.129.227.132"));
    CHECK_STR(found->place, STR("岐阜県"));
    CHECK(found->form_odd);
    text_case_end(&test);
    found = find("日時 [CURRENT_DATE] [CURRENT_TIME] Japan Standard Time\nデバイス Google Chrome\n付近 "
                 "Tokyo, Japan\n");
    CHECK(found->placeholder && found->labels_found);
    text_case_end(&test);
    found = find("場所: にほん ,とうきょう\n日時: 2024/09/21 02:37\n");
    CHECK(found->form_odd && found->date_far);
    text_case_end(&test);
    found = find("場所: 65.129.227.132 (東京)\nデバイス: Chrome\n");
    CHECK_STR(found->address, STR("65.129.227.132"));
    text_case_end(&test);
}

static void test_quiet(void) {
    const struct sign_in_facts *found =
        find("差出人: Amazon\n日時: 2022/01/27 11:44:30\n宛先: taro@example.jp\n本文");
    CHECK(found->when.size == 0 && !found->labels_found); /* header lines of a forward */
    text_case_end(&test);
    found = find("お届け予定日時: 明日\nご注文の確認");
    CHECK(found->when.size == 0 && found->device.size == 0);
    text_case_end(&test);
    found = find("When you signed in at 10:00 we saw it\nDevice settings\nNear you are shops\nNearby: x");
    CHECK(found->when.size == 0 && found->place.size == 0);
    text_case_end(&test);
    found = find("Where is my order?\nWhen will it arrive?");
    CHECK(found->when.size == 0 && found->place.size == 0);
    text_case_end(&test);
}

static void check_code(const char *text, const char *wanted) {
    const struct sign_in_facts *found = find(text);
    if (!str_equal(found->code, str_from(wanted))) printf("in: %s\n", text);
    CHECK_STR(found->code, str_from(wanted));
    text_case_end(&test);
}

static void test_codes(void) {
    check_code("これがお客様でしたら、確認コードは次のとおりです: 123456", "123456");
    check_code("999999は、Amazonのワンタイムパスワードです。誰とも共有しないでください。", "999999");
    check_code("Amazon: お客様のコードは999999です。コードは共有しないでください。", "999999");
    check_code("Amazon: 123456 is your sign-in code.", "123456");
    check_code("Your one-time password is\n671314\nOut for delivery", "671314");
    check_code("Ihr Einmalpasswort lautet 482913", "482913");
    check_code("Your order #123-1234567-1234567 and a coupon code", "");
    check_code("code: 2022/01/27, 1234567, $123456, 123-456", "");
    check_code("確認コードは誰にも教えないでください", "");
}

static void check_date(const char *text, bool odd, int64_t seconds) {
    struct sign_in_date date;
    sign_in_date_read(str_from(text), &date);
    if (date.odd != odd || date.seconds != seconds) printf("in: %s\n", text);
    CHECK(date.odd == odd);
    CHECK(date.read == (seconds != 0));
    CHECK(date.seconds == seconds);
}

/* Dates of facts "Date forms"; folded, as the finder gives them. */
static void test_dates(void) {
    check_date("jan 27, 2022 11:44 am japan standard time", false, 1643251440);
    check_date("aug 2, 2020 07:00 pm japan standard time", false, 1596362400);
    check_date("nov 03, 2025 09:56 am japan standard time", false, 1762131360);
    check_date("jul 4, 2023 12:05 am pacific daylight time", false, 1688454300);
    check_date("2024年8月01日 10:20", false, 1722507600);
    check_date("04/13/2023 06:00:00 am", true, 1681365600);
    check_date("2022/3/29 2:23:35", true, 1648520580);
    check_date("1/10/2021 10:35:50 jst", true, 1610242500);
    check_date("september 4, 2020 6:18:19 am japan standard time", true, 1599167880);
    check_date("thursday, august 4, 2022", true, 1659571200);
    check_date("mardi 3 mai 2022 10:00", false, 1651572000);
    check_date("", false, 0);
    check_date("99/99/9999", true, 0);
    check_date("feb 31", false, 0);
}

int main(void) {
    test_genuine();
    test_fake();
    test_quiet();
    test_codes();
    test_dates();
    return CHECK_END("facts_sign_in");
}
