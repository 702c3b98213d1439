/* facts_phone: telephone numbers as people write them, and other numbers. */
#include "text/phone.h"

#include "unit/check.h"

static struct str find(const char *text, bool *certain) {
    struct phone phone;
    size_t at = 0;
    *certain = false;
    if (!phone_find(str_from(text), &at, &phone)) return STR("");
    *certain = phone.certain;
    return str_slice(str_from(text), phone.from, phone.to);
}

int main(void) {
    static const struct {
        const char *text, *found;
        bool certain;
    } rows[] = {
        {"call 888-555-0123 now", "888-555-0123", true},
        {"Not you? (888) 555-0123", "(888) 555-0123", true},
        {"1.888.555.0123", "1.888.555.0123", true},
        {"+1 (888) 555-0123", "+1 (888) 555-0123", true},
        {"+81 50 5370 4545", "+81 50 5370 4545", true},
        {"8885550123", "8885550123", true},
        {"050-1234-5678", "050-1234-5678", true},
        {"０５０ー１２３４ー５６７８", "０５０ー１２３４ー５６７８", true},
        {"050~1234~5678", "050~1234~5678", true},
        {"0120-999-999", "0120-999-999", true},
        {"03(1234)5678", "03(1234)5678", true},
        {"030 1234567", "030 1234567", true},
        {"⑧⑧⑧ 555 0123", "⑧⑧⑧ 555 0123", true},
        {"0312345678", "0312345678", false},
        {"0 5 0 1 2 3 4 5 6 7 8", "0 5 0 1 2 3 4 5 6 7 8", true},
        {"2 0 2 5 5 5 0 1 4 2", "2 0 2 5 5 5 0 1 4 2", false},
        {"080\n1234\n5678", "080\n1234\n5678", true},
        {"0120\n999\n999", "0120\n999\n999", true},
        {"〇八〇の一二三四の五六七八", "〇八〇の一二三四の五六七八", true},
        {"+44.7700.900.142", "+44.7700.900.142", true},
        /* no telephone numbers */
        {"250-1234567-1234567", "", false},
        {"D01-1234567-1234567", "", false},
        {"2234-5678-9012", "", false},
        {"2026-11-24 10:02", "", false},
        {"192.168.100.200", "", false},
        {"120\n350\n1200", "", false},
        {"250\n300\n7600", "", false},
        {"070\nsize\n1234", "", false},
        {"5 4 3 2 1 5 4 3", "", false},
        {"98109-5210", "", false},
        {"#0501234567", "", false},
        {"$1,299.00", "", false},
        {"https://www.amazon.co.jp/dp/0501234567", "", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        bool certain;
        CHECK_STR(find(rows[i].text, &certain), str_from(rows[i].found));
        CHECK(certain == rows[i].certain);
    }
    bool certain;
    CHECK_STR(find("0123-4567-8901", &certain), STR("0123-4567-8901")); /* a parcel's: only beside a word */
    CHECK(!certain);
    CHECK_STR(find("01.12.2026 10", &certain), STR("01.12.2026 10"));
    CHECK(!certain);
    return CHECK_END("facts_phone");
}
