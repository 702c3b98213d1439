/* clock: CPU time, and the order of numbers, for the programs that measure. */
#ifndef HONMONO_TESTS_CLOCK_H
#define HONMONO_TESTS_CLOCK_H

#include <time.h>

static inline double now_nanoseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

/* For qsort(): doubles, smallest first. */
static inline int compare_numbers(const void *left, const void *right) {
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

#endif
