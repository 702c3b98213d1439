/* The Date header as a moment, and what is no moment. */
#include "check.h"
#include "read/mime/date.h"

static void reads(struct str value, int64_t wanted) {
    int64_t seconds = -1;
    bool found = date_read(value, &seconds);
    if (!found || seconds != wanted)
        printf("%.*s: %d %lld\n", (int)value.size, value.at, found, (long long)seconds);
    CHECK(found && seconds == wanted);
}

static void refuses(struct str value) {
    int64_t seconds;
    CHECK(!date_read(value, &seconds));
}

int main(void) {
    reads(STR("Thu, 1 Jan 1970 00:00:00 +0000"), 0);
    reads(STR("Fri, 21 Nov 1997 09:55:06 -0600"), 880127706);
    reads(STR("Sat, 01 Nov 2025 14:05:00 +0900"), 1761973500);
    reads(STR("1 Nov 2025 14:05 +0900"), 1761973500);
    reads(STR("Sat, 1 Nov 2025 05:05:00 GMT"), 1761973500);
    reads(STR("Sat, 1 Nov 2025 14:05:00 +0900 (JST)"), 1761973500);
    reads(STR("Sat, 1 Nov 2025 14:05:00 JST"), 1761973500);
    reads(STR("Sat,\t1  November 2025 14:05:00 (at home) +0900"), 1761973500);
    reads(STR("21 Nov 97 09:55:06 GMT"), 880106106);
    reads(STR("21 Nov 097 09:55:06 GMT"), 880106106);
    reads(STR("29 Feb 2024 00:00:00 +0000"), 1709164800);
    reads(STR("Thu, 13 Feb 1969 23:32:54 -0330"), -27723426);
    reads(STR("Thu, 13 Feb 1969 23:32:54 -0330 (Newfoundland Time)"), -27723426);
    refuses(STR(""));
    refuses(STR("yesterday"));
    refuses(STR("Sat, 1 Nov 2025 14:05:00"));
    refuses(STR("Sat, 1 Nov 2025 14:05:00 A"));
    refuses(STR("Sat, 1 Nov 2025 14:05:00 +9"));
    refuses(STR("Sat, 32 Nov 2025 14:05:00 +0900"));
    refuses(STR("Sat, 1 Foo 2025 14:05:00 +0900"));
    refuses(STR("Sat, 1 Nov 2025 25:05:00 +0900"));
    refuses(STR("2025-11-01T14:05:00+09:00"));
    refuses(STR("2025年11月1日 14:05"));
    refuses(STR("(((((((("));
    return CHECK_END("read_date");
}
