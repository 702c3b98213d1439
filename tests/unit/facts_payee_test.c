/* facts_payee: accounts and addresses of coins by their checksums, and what only looks like them. */
#include "facts/ways/payee.h"

#include "unit/check.h"

static struct str find(const char *text) {
    struct payee payee;
    size_t at = 0;
    if (!payee_find(str_from(text), &at, &payee)) return STR("");
    return str_slice(str_from(text), payee.from, payee.to);
}

int main(void) {
    static const struct {
        const char *text, *found;
    } rows[] = {
        {"to DE89 3704 0044 0532 0130 00.", "DE89 3704 0044 0532 0130 00"},
        {"DE89370400440532013000 now", "DE89370400440532013000"},
        {"GB82 WEST 1234 5698 7654 32", "GB82 WEST 1234 5698 7654 32"},
        {"send to BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4"},
        {"bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"},
        {"（bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0）",
         "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"},
        {"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"},
        {"3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy"},
        {"USDT: TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"},
        {"0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BAe", "0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BAe"},
        {"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"},
        {"0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359", "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"},
        {"0XDBF03B407C01E7CD3CBEA99509D93F8DDDC8C6FB", "0XDBF03B407C01E7CD3CBEA99509D93F8DDDC8C6FB"},
        {"0xd1220a0cf47c7b9be7a2e6ba89f429762e7b9adb", "0xd1220a0cf47c7b9be7a2e6ba89f429762e7b9adb"},
        {"XRP: rvYAfWj5gh67oV6fW32ZzP3Aw4Eubs59B.", "rvYAfWj5gh67oV6fW32ZzP3Aw4Eubs59B"},
        {"addr1vx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzers66hrl8",
         "addr1vx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzers66hrl8"},
        /* in groups, over lines, in full width */
        {"to bc1q w508 d6qe jxtd g4y5 r3za rvar y0c5 xw7k v8f3 t4",
         "bc1q w508 d6qe jxtd g4y5 r3za rvar y0c5 xw7k v8f3 t4"},
        {"1A1zP1eP5QGefi2D\nMPTfTL5SLmv7DivfNa", "1A1zP1eP5QGefi2D\nMPTfTL5SLmv7DivfNa"},
        {"ｂｃ１ｑａｒ０ｓｒｒｒ７ｘｆｋｖｙ５ｌ６４３ｌｙｄｎｗ９ｒｅ５９ｇｔｚｚｗｆ５ｍｄｑ",
         "ｂｃ１ｑａｒ０ｓｒｒｒ７ｘｆｋｖｙ５ｌ６４３ｌｙｄｎｗ９ｒｅ５９ｇｔｚｚｗｆ５ｍｄｑ"},
        {"0x5aAeb6053F3E94C9b9A0\n9f33669435E7Ef1BeAed", "0x5aAeb6053F3E94C9b9A0\n9f33669435E7Ef1BeAed"},
        /* one sign changed, cut off or in front */
        {"DE89 3704 0044 0532 0130 01", ""},
        {"DE89 3704 0044 0532 0130", ""},
        {"DE893704004405320130001", ""},
        {"bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdp", ""},
        {"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", ""},
        {"x1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", ""},
        {"0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BA", ""},
        {"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD", ""},
        {"0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed", ""},
        {"5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", ""},
        {"rvYAfWj5gh67oV6fW32ZzP3Aw4Eubs59C", ""},
        {"1A1zP1eP5QGefi2D / MPTfTL5SLmv7DivfNa", ""},
        /* other long numbers */
        {"250-1234567-7654321", ""},
        {"TBA123456789012", ""},
        {"SE12 3456 7890 1234 5678 9012", ""},
        {"B0CHX1W1XY", ""},
        {"0000000000000000000000000000000000", ""},
        {"1111111111111111111114oLvT2", "1111111111111111111114oLvT2"},
        {"11111111111111111111111111111111", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        CHECK_STR(find(rows[i].text), str_from(rows[i].found));
    }
    return CHECK_END("facts_payee");
}
