/* counted: what programs that measure memory share: exact counts of what a check
 * allocates, and a message under construction, which is not counted. Their link
 * wraps malloc, calloc, realloc and free. */
#ifndef HONMONO_TESTS_COUNTED_H
#define HONMONO_TESTS_COUNTED_H

#include <malloc.h>
#include <stdlib.h>
#include <string.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t times, size_t size);
void *__real_realloc(void *memory, size_t size);
void __real_free(void *memory);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t times, size_t size);
void *__wrap_realloc(void *memory, size_t size);
void __wrap_free(void *memory);

static size_t live, peak; /* bytes */

static void *count(void *memory) {
    if (memory) live += malloc_usable_size(memory);
    if (live > peak) peak = live;
    return memory;
}

void *__wrap_malloc(size_t size) { return count(__real_malloc(size)); }

void *__wrap_calloc(size_t times, size_t size) { return count(__real_calloc(times, size)); }

void *__wrap_realloc(void *memory, size_t size) {
    size_t before = memory ? malloc_usable_size(memory) : 0;
    void *moved = __real_realloc(memory, size);
    if (!moved) return NULL;
    live -= before;
    return count(moved);
}

void __wrap_free(void *memory) {
    if (memory) live -= malloc_usable_size(memory);
    __real_free(memory);
}

struct text {
    char *at;
    size_t size, capacity;
};

static void put(struct text *text, const char *words) {
    size_t size = strlen(words);
    if (text->size + size > text->capacity) {
        text->capacity = 2 * text->capacity + size + 4096;
        text->at = __real_realloc(text->at, text->capacity);
        if (!text->at) exit(2);
    }
    memcpy(text->at + text->size, words, size);
    text->size += size;
}

#endif
