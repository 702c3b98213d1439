/* list: see list.h. Doubling keeps n additions at O(n). */
#include "base/list.h"

#include <stdint.h>
#include <string.h>

bool list_reserve_one(struct arena *arena, void **at, const size_t *size, size_t *capacity,
                      size_t item_bytes) {
    if (*size == *capacity) {
        size_t larger = *capacity ? *capacity * 2 : 8;
        if (larger > SIZE_MAX / 2 / item_bytes) return false;
        void *memory = arena_grow(arena, *at, *capacity * item_bytes, larger * item_bytes);
        if (!memory) return false;
        *at = memory;
        *capacity = larger;
    }
    memset((char *)*at + *size * item_bytes, 0, item_bytes);
    return true;
}
