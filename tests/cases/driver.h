/* driver: how the case runner hands its cases to a C program.
 *
 * In, on standard input, per case: one line "<name> <bytes> <bytes>", then the
 * message and the options of these sizes. Out: one case after the other.
 * Why: thousands of checks in one process instead of one process each. */
#ifndef HONMONO_TESTS_DRIVER_H
#define HONMONO_TESTS_DRIVER_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct driver_case {
    char name[512];
    size_t size;
    char *message; /* exactly `size` bytes */
    char *options; /* NUL-terminated JSON */
};

static inline char *driver_read_bytes(size_t size) {
    char *bytes = malloc(size + 1);
    if (!bytes || fread(bytes, 1, size, stdin) != size) {
        fprintf(stderr, "driver: input ends inside a case\n");
        exit(2);
    }
    bytes[size] = 0;
    return bytes;
}

/* False at the end of the input. The caller frees message and options. */
static inline bool driver_read(struct driver_case *out) {
    size_t options_size;
    if (scanf("%511s %zu %zu", out->name, &out->size, &options_size) != 3) return false;
    getchar(); /* the line break */
    out->message = driver_read_bytes(out->size);
    out->options = driver_read_bytes(options_size);
    return true;
}

/* A small generator with a fixed seed: the same cuts in every run. */
static inline uint64_t driver_random(uint64_t *state) {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

#endif
