/* memory: what the module would otherwise ask its host for, and a faster memchr.
 *
 * Emscripten tells the host when memory has grown. Nobody here needs to be
 * told (core.mjs makes its views after every call), and a module without a
 * single import can reach nothing: no network, no clock, no disk. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

void emscripten_notify_memory_growth(size_t index);

void emscripten_notify_memory_growth(size_t index) { (void)index; }

/* Eight bytes at a time, from any address: the C library's looks at four, aligned
 * ones, and took a tenth of the time of a check. A byte of `differences` is zero
 * where the byte is found; the test says no only when none is. */
void *memchr(const void *bytes, int wanted, size_t size) {
    const unsigned char *at = bytes, *end = at + size;
    const uint64_t ones = 0x0101010101010101u, highs = 0x8080808080808080u;
    uint64_t pattern = ones * (unsigned char)wanted;
    for (; (size_t)(end - at) >= sizeof pattern; at += sizeof pattern) {
        uint64_t differences;
        memcpy(&differences, at, sizeof differences);
        differences ^= pattern;
        if ((differences - ones) & ~differences & highs) break;
    }
    for (; at < end; at++)
        if (*at == (unsigned char)wanted) return (void *)(uintptr_t)at;
    return NULL;
}
