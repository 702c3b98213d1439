/* codes_fuzz: any bytes as a grey picture.
 *
 * In: its width, how often each pixel is repeated in both directions, then the
 * pixels. Traps when a promise of honmono_codes is broken: the JSON is there, and
 * the same picture gives the same JSON. */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "honmono.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void promise(bool kept) {
    if (!kept) __builtin_trap();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    enum { REPEATS = 5, PIXELS_MAX = 500000 };
    if (size < 3) return 0;
    size_t columns = data[0] + 1u, repeats = data[1] % REPEATS + 1u, rows = (size - 2) / columns;
    size_t width = columns * repeats, height = rows * repeats;
    if (width * height > PIXELS_MAX) return 0;
    unsigned char *grey = malloc(width * height + 1);
    if (!grey) return 0;
    for (size_t y = 0; y < height; y++)
        for (size_t x = 0; x < width; x++)
            grey[y * width + x] = data[2 + y / repeats * columns + x / repeats];
    char *json, *again;
    promise(honmono_codes(&json, grey, width, height) == HONMONO_OK && json);
    promise(honmono_codes(&again, grey, width, height) == HONMONO_OK && again);
    promise(strcmp(json, again) == 0);
    honmono_free(json);
    honmono_free(again);
    free(grey);
    return 0;
}
