/* transfer: base64 and quoted-printable as RFC 2045 has them, and as they come. */
#include <string.h>

#include "base/arena.h"
#include "base/oddity.h"
#include "decode/transfer.h"
#include "unit/check.h"

static struct arena arena;
static struct oddities oddities;

static struct str base64(const char *text) {
    memset(&oddities, 0, sizeof oddities);
    return base64_decode(&arena, str_from(text), &oddities, STR(""));
}

static struct str quoted(const char *text) {
    memset(&oddities, 0, sizeof oddities);
    return quoted_printable_decode(&arena, str_from(text), &oddities, STR(""));
}

static unsigned count_odd(void) {
    unsigned count = 0;
    for (int i = 0; i < ODDITY_COUNT; i++) count += oddities.count[i];
    return count;
}

static void test_base64(void) {
    /* RFC 4648, section 10 */
    CHECK_STR(base64(""), STR(""));
    CHECK_STR(base64("Zg=="), STR("f"));
    CHECK_STR(base64("Zm8="), STR("fo"));
    CHECK_STR(base64("Zm9v"), STR("foo"));
    CHECK_STR(base64("Zm9vYg=="), STR("foob"));
    CHECK_STR(base64("Zm9v\r\n YmFy\n"), STR("foobar"));
    CHECK(count_odd() == 0);
    /* forgiven without a word: missing padding, padding between two encodings */
    CHECK_STR(base64("Zm9vYg"), STR("foob"));
    CHECK_STR(base64("Zg==Zm8="), STR("ffo"));
    CHECK(count_odd() == 0);
    CHECK_STR(base64("Zm!9*v"), STR("foo"));
    CHECK(oddities.count[ODDITY_base64_bad_byte] == 1 && count_odd() == 1);
    CHECK_STR(base64("Zm9vY"), STR("foo"));
    CHECK(oddities.count[ODDITY_base64_truncated] == 1 && count_odd() == 1);
    CHECK_STR(base64("===="), STR(""));
}

static void test_quoted_printable(void) {
    CHECK_STR(quoted("a=3Db=20"), STR("a=b "));
    CHECK_STR(quoted("long=\r\nline=\nagain=\rmore"), STR("longlineagainmore"));
    CHECK_STR(quoted("soft= \t\r\nbreak kept =\nspace"), STR("softbreak kept space"));
    CHECK_STR(quoted("trail \t\r\nnext=20\r\nlast  "), STR("trail\r\nnext \r\nlast"));
    CHECK_STR(quoted("=e3=81=82"), STR("あ"));
    CHECK_STR(quoted("end="), STR("end"));
    CHECK(count_odd() == 0);
    CHECK_STR(quoted("<a href=\"x\">=ZZ=4"), STR("<a href=\"x\">=ZZ=4"));
    CHECK(oddities.count[ODDITY_quoted_printable_bad_escape] == 1);
}

int main(void) {
    test_base64();
    test_quoted_printable();
    arena_release(&arena);
    return CHECK_END("transfer");
}
