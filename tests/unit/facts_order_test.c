/* Order numbers: as Amazon writes them, in the mail that is about them. */
#include "unit/check.h"
#include "unit/facts_text.h"

/* `wanted`: the numbers, separated by blanks. */
static void check_numbers(enum about about, const char *subject, const char *text, const char *wanted) {
    static struct text_case test;
    char found[400] = "";
    size_t size = 0;
    text_case_start(&test, subject, text);
    test.facts.about = about;
    if (about == ABOUT_payment_problem) test.facts.about_flags = ABOUT_PAYMENT;
    order_find(&test.arena, &test.facts);
    for (size_t i = 0; i < test.facts.order.numbers.size; i++) {
        struct str number = test.facts.order.numbers.at[i];
        size += (size_t)snprintf(found + size, sizeof found - size, "%s%.*s", i ? " " : "", (int)number.size,
                                 number.at);
    }
    if (!str_equal(str_from(found), str_from(wanted))) printf("in: %s / %s\n", subject, text);
    CHECK_STR(str_from(found), str_from(wanted));
    text_case_end(&test);
}

static void test_found(void) {
    check_numbers(ABOUT_order, "",
                  "注文番号 \xE2\x80\xAB"
                  "250-1234567-7654321\n合計 ￥2,480",
                  "250-1234567-7654321");
    check_numbers(ABOUT_delivery, "配達済み:1点の商品 | 注文番号 250-1234567-7654321", "",
                  "250-1234567-7654321");
    check_numbers(ABOUT_dispatch, "発送 249-1111111-2222222",
                  "249-1111111-2222222、249-3333333-4444444と249-1111111-2222222",
                  "249-1111111-2222222 249-3333333-4444444");
    check_numbers(ABOUT_return_refund, "", "Order #113-1234567-7654321.", "113-1234567-7654321");
    check_numbers(ABOUT_payment_problem, "", "注文番号：２５０－１２３４５６７－７６５４３２１",
                  "250-1234567-7654321");
    check_numbers(ABOUT_order, "", "注文番号 D01-1234567-7654321", "D01-1234567-7654321");
    check_numbers(ABOUT_order, "",
                  "250\xE2\x80\x91"
                  "1234567\xE2\x80\x8B-7654321",
                  "250-1234567-7654321");
}

static void test_not_found(void) {
    check_numbers(ABOUT_order, "",
                  "250-1234567-76543210 1250-1234567-7654321 854-96438164 25A-1234567-7654321", "");
    check_numbers(ABOUT_order, "", "x-250-1234567-7654321 250-1234567-7654321-9", "");
    check_numbers(ABOUT_order, "", "", "");
    check_numbers(ABOUT_marketing, "250-1234567-7654321", "250-1234567-7654321", "");
    check_numbers(ABOUT_sign_in_alert, "", "250-1234567-7654321", "");
    check_numbers(ABOUT_order, "",
                  "100-0000000-0000001 100-0000000-0000002 100-0000000-0000003 100-0000000-0000004 "
                  "100-0000000-0000005 100-0000000-0000006 100-0000000-0000007 100-0000000-0000008 "
                  "100-0000000-0000009",
                  "100-0000000-0000001 100-0000000-0000002 100-0000000-0000003 100-0000000-0000004 "
                  "100-0000000-0000005 100-0000000-0000006 100-0000000-0000007 100-0000000-0000008");
}

int main(void) {
    test_found();
    test_not_found();
    return CHECK_END("facts_order");
}
