/* base_arena: what grows keeps its bytes, small or large, and over the border
 * between the two; what is added is zero. */
#include <string.h>

#include "base/arena.h"
#include "limits.h"
#include "unit/check.h"

static bool holds(const char *memory, size_t from, size_t to, char byte) {
    for (size_t i = from; i < to; i++)
        if (memory[i] != byte) return false;
    return true;
}

/* Grows from `from` to `to` bytes in steps of `step`, something else in between. */
static void check_growth(size_t from, size_t to, size_t step, bool disturbed) {
    struct arena arena = {0};
    char *memory = arena_alloc(&arena, from);
    CHECK(memory && holds(memory, 0, from, 0));
    if (!memory) return;
    memset(memory, 'x', from);
    for (size_t bytes = from; bytes < to; bytes += step) {
        if (disturbed) memset(arena_alloc(&arena, 8), 'y', 8);
        memory = arena_grow(&arena, memory, bytes, bytes + step);
        CHECK(memory && holds(memory, 0, bytes, 'x') && holds(memory, bytes, bytes + step, 0));
        if (!memory) return;
        memset(memory, 'x', bytes + step);
    }
    CHECK(!arena.failed);
    arena_release(&arena);
    CHECK(arena.total == 0);
}

int main(void) {
    for (int disturbed = 0; disturbed < 2; disturbed++) {
        check_growth(1, 300, 1, disturbed);
        for (size_t below = 1; below <= 17; below += 8)
            for (size_t step = 1; step <= 17; step += 8)
                check_growth(ARENA_LARGE_BYTES - below, ARENA_LARGE_BYTES + 8, step, disturbed);
        check_growth(ARENA_LARGE_BYTES, 3 * ARENA_LARGE_BYTES, ARENA_LARGE_BYTES / 3, disturbed);
    }
    struct arena arena = {0};
    CHECK(arena_bytes(&arena, SIZE_MAX) == NULL && arena.failed);
    CHECK(arena_alloc(&arena, 1) == NULL);
    arena_release(&arena);
    return CHECK_END("base_arena");
}
