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

static size_t round_up(size_t bytes) { return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT; }

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

static bool may_take(struct arena *arena, size_t bytes) {
    if (bytes > SIZE_MAX - ALIGNMENT - HEADER_BYTES) arena->failed = true;
    return !arena->failed;
}

/* Makes the block of `memory`, or a new one for NULL, `bytes` large. */
static void *resize_large(struct arena *arena, void *memory, size_t bytes) {
    if (!may_take(arena, bytes)) return NULL;
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
    if (bytes >= ARENA_LARGE_BYTES) return resize_large(arena, NULL, bytes);
    if (!may_take(arena, bytes)) return NULL;
    size_t rounded = bytes ? round_up(bytes) : ALIGNMENT;
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

/* Whether an allocation has a block of its own follows from its size, so a small
 * one that becomes large always moves. */
void *arena_grow_bytes(struct arena *arena, void *memory, size_t old_bytes, size_t new_bytes) {
    if (memory && old_bytes >= ARENA_LARGE_BYTES) return resize_large(arena, memory, new_bytes);
    if (memory && new_bytes < ARENA_LARGE_BYTES) {
        size_t old = round_up(old_bytes), wanted = round_up(new_bytes);
        if (wanted <= old) return memory;
        if ((char *)memory + old == arena->at && wanted - old <= arena->left && !arena->failed) {
            arena->at += wanted - old;
            arena->left -= wanted - old;
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
