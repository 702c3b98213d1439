/* arena: all memory of one check, given back at once.
 *
 * In: sizes. Out: zeroed memory that lives until arena_release().
 * Why: parsers never free, so they cannot leak or free twice. A failed
 * allocation is sticky: everything after it returns NULL, lists and builders
 * quietly stop growing, and the pipeline asks `failed` once per stage. */
#ifndef HONMONO_BASE_ARENA_H
#define HONMONO_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *newest, *large;
    char *at;
    size_t left;
    size_t total; /* bytes held */
    bool failed;
};

/* A zeroed arena `{0}` is ready to use; nothing is allocated until needed. */

/* `bytes` zeroed bytes aligned for every type, or NULL. */
void *arena_alloc(struct arena *arena, size_t bytes);
/* The same with whatever stood there: for text that is written before it is read. */
void *arena_bytes(struct arena *arena, size_t bytes);
/* `count` * `size` zeroed bytes, NULL on overflow too. */
void *arena_array(struct arena *arena, size_t count, size_t size);
/* Makes the zeroed allocation of `old_bytes` at `memory` larger, in place where it can;
 * otherwise copies. What was returned replaces `memory`, which may be gone. NULL
 * on failure, `memory` stays valid. */
void *arena_grow(struct arena *arena, void *memory, size_t old_bytes, size_t new_bytes);
/* The same for arena_bytes(). */
void *arena_grow_bytes(struct arena *arena, void *memory, size_t old_bytes, size_t new_bytes);
void arena_release(struct arena *arena);

#endif
