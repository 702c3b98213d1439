/* list: a growing array in an arena, typed by the place that declares it.
 *
 *     struct names { LIST(struct str); } names = {0};
 *     struct str *name = list_add(arena, &names);   (zeroed, or NULL)
 *     if (name) *name = ...;
 *     for (size_t i = 0; i < names.size; i++) use(names.at[i]);
 *
 * A pointer into a list is valid until the next list_add(). After an
 * allocation failure list_add() returns NULL and the list keeps its items. */
#ifndef HONMONO_BASE_LIST_H
#define HONMONO_BASE_LIST_H

#include <stddef.h>

#include "base/arena.h"

#define LIST(type)                                                                                 \
    type *at;                                                                                      \
    size_t size, capacity

#define list_add(arena, list)                                                                      \
    (list_reserve_one((arena), (void **)(void *)&(list)->at, &(list)->size, &(list)->capacity,     \
                      sizeof *(list)->at)                                                          \
         ? &(list)->at[(list)->size++]                                                             \
         : NULL)

/* Makes room for one more zeroed item; false when memory is out. */
bool list_reserve_one(struct arena *arena, void **at, const size_t *size, size_t *capacity,
                      size_t item_bytes);

#endif
