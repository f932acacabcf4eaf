/*
 * map.h: text to pointer, in an arena. Keys are borrowed; nothing is ever removed.
 * A zeroed struct map is valid and empty. Iteration order is never offered: lists that
 * people see are sorted by whoever builds them.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/str.h"

struct map_slot;

struct map {
	struct map_slot *slots;
	size_t n, cap; /* cap is a power of two or 0 */
};

/* Room for n keys at once, where they are known to come. */
void map_reserve(struct arena *a, struct map *m, size_t n);

/* The value under key, or NULL. */
void *map_get(const struct map *m, struct str key);

/*
 * The place of the value under key, made (NULL) where it did not exist. The pointer is
 * valid until the next map_put.
 */
void **map_put(struct arena *a, struct map *m, struct str key);

#endif
