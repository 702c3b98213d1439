/* prefixes: every case cut off early, under the sanitizers.
 *
 * In: cases (driver.h); arguments: stride, cuts. Out: the number of inputs.
 * Each prefix of up to 4 KiB whose length is a multiple of `stride` (shifted from
 * case to case; 1 = all), then `cuts` seeded ones of the rest. Each lies in memory
 * of exactly its size, so that the sanitizer sees a byte read too far. Any status
 * but OK, or a crash, is the failure. */
#include "driver.h"

#include <honmono.h>
#include <string.h>

#define PREFIX_BYTES_MAX 4096u

static const char *current_name = "";
static size_t current_size;

void __sanitizer_set_death_callback(void (*callback)(void));

static void name_input(void) {
    fprintf(stderr, "prefixes: in %s, first %zu bytes\n", current_name, current_size);
}

static void check_prefix(const struct driver_case *one, size_t size) {
    current_size = size;
    char *copy = malloc(size > 0 ? size : 1);
    if (!copy) exit(2);
    memcpy(copy, one->message, size);
    char *json = NULL;
    enum honmono_status status = honmono_check(&json, copy, size, one->options);
    if (status != HONMONO_OK || !json || json[0] != '{') {
        fprintf(stderr, "%s\n", honmono_status_name(status));
        name_input();
        exit(1);
    }
    honmono_free(json);
    free(copy);
}

int main(int count, char **arguments) {
    size_t stride = count > 1 ? strtoul(arguments[1], NULL, 10) : 1;
    size_t cuts = count > 2 ? strtoul(arguments[2], NULL, 10) : 64;
    if (stride == 0) stride = 1;
    __sanitizer_set_death_callback(name_input);
    struct driver_case one;
    size_t inputs = 0;
    for (size_t index = 0; driver_read(&one); index++) {
        current_name = one.name;
        size_t end = one.size < PREFIX_BYTES_MAX ? one.size : PREFIX_BYTES_MAX;
        for (size_t size = index % stride; size <= end; size += stride, inputs++) check_prefix(&one, size);
        uint64_t random = 0x9E3779B97F4A7C15u ^ index;
        for (size_t cut = 0; one.size > end && cut < cuts; cut++, inputs++)
            check_prefix(&one, end + driver_random(&random) % (one.size - end));
        check_prefix(&one, one.size);
        inputs++;
        free(one.message);
        free(one.options);
    }
    printf("%zu\n", inputs);
    return 0;
}
