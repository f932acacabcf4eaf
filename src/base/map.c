/* map.c: open addressing with linear steps, never more than half full. */
#include "base/map.h"

#include "base/hash.h"

struct map_slot {
	struct str key;
	void *value;
	unsigned long long hash;
	bool used;
};

static struct map_slot *find(const struct map *m, struct str key, unsigned long long h)
{
	size_t i = (size_t)h & (m->cap - 1);
	while (m->slots[i].used &&
		(m->slots[i].hash != h || !str_eq(m->slots[i].key, key)))
		i = (i + 1) & (m->cap - 1);
	return &m->slots[i];
}

void *map_get(const struct map *m, struct str key)
{
	if (m->cap == 0)
		return NULL;
	return find(m, key, hash_64(key))->value;
}

static void grow(struct arena *a, struct map *m, size_t cap)
{
	struct map bigger = {.n = m->n, .cap = cap};
	bigger.slots = arena_list(a, bigger.cap, struct map_slot);
	for (size_t i = 0; i < m->cap; i++)
		if (m->slots[i].used)
			*find(&bigger, m->slots[i].key, m->slots[i].hash) = m->slots[i];
	*m = bigger;
}

void map_reserve(struct arena *a, struct map *m, size_t n)
{
	size_t cap = 16;
	while (cap / 2 < n)
		cap *= 2;
	if (cap > m->cap)
		grow(a, m, cap);
}

void **map_put(struct arena *a, struct map *m, struct str key)
{
	if (m->n * 2 >= m->cap)
		grow(a, m, m->cap ? m->cap * 2 : 16);
	unsigned long long h = hash_64(key);
	struct map_slot *s = find(m, key, h);
	if (!s->used) {
		*s = (struct map_slot){.key = key, .hash = h, .used = true};
		m->n++;
	}
	return &s->value;
}
