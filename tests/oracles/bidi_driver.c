/* bidi_driver: the drawn order of what the bidi oracles send.
 *
 * In: one line per text: "l", "r" or "a" for its direction, then the text.
 * Out: one line per text: places from left to right, each with its level. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "decode/bidi/bidi.h"

enum { LINE_BYTES = 1 << 16 };

int main(void) {
    static char line[LINE_BYTES];
    while (fgets(line, sizeof line, stdin)) {
        struct arena arena = {0};
        struct bidi_text text;
        size_t size = strcspn(line, "\n");
        enum bidi_direction direction = line[0] == 'l'   ? BIDI_LEFT_TO_RIGHT
                                        : line[0] == 'r' ? BIDI_RIGHT_TO_LEFT
                                                         : BIDI_AUTO;
        if (size == 0 || !bidi_resolve(&arena, (struct str){line + 1, size - 1}, direction, &text)) return 1;
        const uint32_t *order = bidi_order(&arena, &text);
        for (size_t i = 0; i < text.size; i++)
            printf("%u:%u ", (unsigned)order[i], (unsigned)text.levels[order[i]]);
        putchar('\n');
        arena_release(&arena);
    }
    return 0;
}
