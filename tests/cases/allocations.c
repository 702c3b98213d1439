/* allocations: every allocation of a check failed once, under the sanitizers.
 *
 * In: cases (driver.h); argument: stride (1 = every allocation). Out: the number
 * of allocations failed. Linked with --wrap=malloc,calloc,realloc,free and with a core
 * whose arena has tiny blocks, so that there is much to fail. The answer must
 * be NO_MEMORY without a JSON, or the very JSON of the unhindered run (where a
 * library's failure may be ignored); and nothing may stay allocated. */
#include "driver.h"

#include <honmono.h>
#include <string.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void __real_free(void *memory);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);
void __wrap_free(void *memory);

static size_t asked, fail_at;
static long live;

static bool fails(void) {
    asked++;
    return asked == fail_at;
}

void *__wrap_malloc(size_t size) {
    if (fails()) return NULL;
    live++;
    return __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size) {
    if (fails()) return NULL;
    live++;
    return __real_calloc(count, size);
}

void *__wrap_realloc(void *memory, size_t size) {
    if (fails()) return NULL;
    if (!memory) live++;
    return __real_realloc(memory, size);
}

void __wrap_free(void *memory) {
    if (memory) live--;
    __real_free(memory);
}

static void fail_test(const char *name, const char *what) {
    fprintf(stderr, "allocations: %s: %s when allocation %zu fails\n", name, what, fail_at);
    exit(1);
}

static size_t fail_each(const struct driver_case *one, size_t stride) {
    fail_at = 0;
    asked = 0;
    char *expected = NULL;
    if (honmono_check(&expected, one->message, one->size, one->options) != HONMONO_OK)
        fail_test(one->name, "not OK even");
    size_t total = asked, failed = 0;
    for (size_t at = 1; at <= total; at += stride, failed++) {
        long live_before = live;
        char *json = NULL;
        asked = 0;
        fail_at = at;
        enum honmono_status status = honmono_check(&json, one->message, one->size, one->options);
        if (status == HONMONO_OK && (!json || strcmp(json, expected) != 0))
            fail_test(one->name, "another verdict");
        if (status != HONMONO_OK && (status != HONMONO_NO_MEMORY || json))
            fail_test(one->name, "wrong status");
        honmono_free(json);
        if (live != live_before) fail_test(one->name, "a leak");
    }
    fail_at = 0;
    honmono_free(expected);
    return failed;
}

int main(int count, char **arguments) {
    size_t stride = count > 1 ? strtoul(arguments[1], NULL, 10) : 1;
    struct driver_case one;
    size_t failed = 0;
    while (driver_read(&one)) {
        failed += fail_each(&one, stride > 0 ? stride : 1);
        free(one.message);
        free(one.options);
    }
    printf("%zu\n", failed);
    return 0;
}
