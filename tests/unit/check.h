/* check: the few words a unit test needs.
 *
 * CHECK(condition) and CHECK_STR(found, wanted) count and print what differed;
 * CHECK_END("name") prints "name: N checks passed" and is main()'s result. */
#ifndef HONMONO_TESTS_UNIT_CHECK_H
#define HONMONO_TESTS_UNIT_CHECK_H

#include <stdio.h>

#include "base/str.h"

static unsigned long check_count, check_failures;

#define CHECK(condition)                                                                             \
    do {                                                                                             \
        check_count++;                                                                               \
        if (!(condition)) {                                                                          \
            check_failures++;                                                                        \
            printf("%s:%d: not true: %s\n", __FILE__, __LINE__, #condition);                         \
        }                                                                                            \
    } while (0)

#define CHECK_STR(found, wanted) check_str(__FILE__, __LINE__, (found), (wanted))

static inline void check_str(const char *file, int line, struct str found, struct str wanted) {
    check_count++;
    if (str_equal(found, wanted)) return;
    check_failures++;
    printf("%s:%d: found  \"%.*s\"\n%s:%d: wanted \"%.*s\"\n", file, line, (int)found.size,
           found.at ? found.at : "", file, line, (int)wanted.size, wanted.at ? wanted.at : "");
}

#define CHECK_END(name)                                                                              \
    (check_failures ? (printf("%s: %lu of %lu checks FAILED\n", (name), check_failures, check_count), 1) \
                    : (printf("%s: %lu checks passed\n", (name), check_count), 0))

#endif
