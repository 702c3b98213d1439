/* arena: a chain of malloc blocks, and one of blocks that hold one large
 * allocation each; see arena.h. */
#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "limits.h"

struct arena_block {
    struct arena_block *older;
    size_t bytes;
};

#define ALIGNMENT 16u
#define HEADER_BYTES ((sizeof(struct arena_block) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT)

static bool add_block(struct arena *arena, size_t wanted) {
    size_t bytes = arena->newest ? arena->newest->bytes : ARENA_FIRST_BLOCK_BYTES / 2;
    bytes = bytes < ARENA_BLOCK_BYTES_MAX / 2 ? bytes * 2 : ARENA_BLOCK_BYTES_MAX;
    if (bytes < wanted + HEADER_BYTES) bytes = wanted + HEADER_BYTES;
    struct arena_block *block = malloc(bytes);
    if (!block) return false;
    block->older = arena->newest;
    block->bytes = bytes;
    arena->newest = block;
    arena->at = (char *)block + HEADER_BYTES;
    arena->left = bytes - HEADER_BYTES;
    arena->total += bytes;
    return true;
}

/* Makes the block of `memory`, or a new one for NULL, `bytes` large. */
static void *resize_large(struct arena *arena, void *memory, size_t bytes) {
    struct arena_block **place = &arena->large;
    while (memory && (char *)*place + HEADER_BYTES != memory) place = &(*place)->older;
    struct arena_block *block = realloc(memory ? *place : NULL, HEADER_BYTES + bytes);
    if (!block) {
        arena->failed = true;
        return NULL;
    }
    if (!memory) {
        block->older = *place;
        block->bytes = 0;
    }
    arena->total += HEADER_BYTES + bytes - block->bytes;
    block->bytes = HEADER_BYTES + bytes;
    *place = block;
    return (char *)block + HEADER_BYTES;
}

void *arena_bytes(struct arena *arena, size_t bytes) {
    if (arena->failed || bytes > SIZE_MAX - ALIGNMENT - HEADER_BYTES) {
        arena->failed = true;
        return NULL;
    }
    if (bytes >= ARENA_LARGE_BYTES) return resize_large(arena, NULL, bytes);
    size_t rounded = (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (rounded == 0) rounded = ALIGNMENT;
    if (rounded > arena->left && !add_block(arena, rounded)) {
        arena->failed = true;
        return NULL;
    }
    void *memory = arena->at;
    arena->at += rounded;
    arena->left -= rounded;
    return memory;
}

void *arena_alloc(struct arena *arena, size_t bytes) {
    void *memory = arena_bytes(arena, bytes);
    if (memory) memset(memory, 0, bytes);
    return memory;
}

void *arena_array(struct arena *arena, size_t count, size_t size) {
    if (size != 0 && count > SIZE_MAX / size) {
        arena->failed = true;
        return NULL;
    }
    return arena_alloc(arena, count * size);
}

static void *grow_large(struct arena *arena, void *memory, size_t new_bytes) {
    if (arena->failed || new_bytes > SIZE_MAX - HEADER_BYTES) {
        arena->failed = true;
        return NULL;
    }
    return resize_large(arena, memory, new_bytes);
}

void *arena_grow_bytes(struct arena *arena, void *memory, size_t old_bytes, size_t new_bytes) {
    if (memory && old_bytes >= ARENA_LARGE_BYTES) return grow_large(arena, memory, new_bytes);
    size_t old_rounded = (old_bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (new_bytes <= old_rounded && memory) return memory;
    if (memory && (char *)memory + old_rounded == arena->at && new_bytes < ARENA_LARGE_BYTES &&
        !arena->failed) {
        size_t more = (new_bytes - old_rounded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        if (more <= arena->left) {
            arena->at += more;
            arena->left -= more;
            return memory;
        }
    }
    void *larger = arena_bytes(arena, new_bytes);
    if (larger && old_bytes) memcpy(larger, memory, old_bytes);
    return larger;
}

void *arena_grow(struct arena *arena, void *memory, size_t old_bytes, size_t new_bytes) {
    char *larger = arena_grow_bytes(arena, memory, old_bytes, new_bytes);
    if (larger && new_bytes > old_bytes) memset(larger + old_bytes, 0, new_bytes - old_bytes);
    return larger;
}

static void release(struct arena_block *newest) {
    while (newest) {
        struct arena_block *older = newest->older;
        free(newest);
        newest = older;
    }
}

void arena_release(struct arena *arena) {
    release(arena->newest);
    release(arena->large);
    *arena = (struct arena){0};
}
