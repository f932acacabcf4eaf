/*
 * arena.c: blocks of memory in a chain, filled from the front. It never returns a
 * single object to the system; see arena.h.
 */
#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Small sites fit in a few blocks; blocks double up to 1 MiB so that big ones stay few. */
#define BLOCK_MIN ((size_t)16 << 10)
#define BLOCK_MAX ((size_t)1 << 20)

struct arena_block {
	struct arena_block *older;
	size_t size; /* of data */
	max_align_t data[];
};

_Noreturn void arena_exhausted(void)
{
	fputs("tambour: mémoire épuisée / out of memory\n", stderr);
	exit(3);
}

static void add_block(struct arena *a, size_t need)
{
	size_t size = a->head ? a->head->size * 2 : BLOCK_MIN;
	if (size > BLOCK_MAX)
		size = BLOCK_MAX;
	if (size < need)
		size = need;
	if (size > SIZE_MAX - sizeof(struct arena_block))
		arena_exhausted();
	struct arena_block *b = malloc(sizeof *b + size);
	if (!b)
		arena_exhausted();
	b->older = a->head;
	b->size = size;
	a->head = b;
	a->next = (char *)b->data;
	a->end = a->next + size;
	a->total += size;
}

static void *take(struct arena *a, size_t size, size_t align)
{
	size_t pad = a->next ? (size_t)(-(uintptr_t)a->next & (align - 1)) : 0;
	if (!a->next || (size_t)(a->end - a->next) < pad ||
		(size_t)(a->end - a->next) - pad < size) {
		add_block(a, size);
		pad = 0;
	}
	char *p = a->next + pad;
	a->next = p + size;
	return p;
}

void *arena_alloc(struct arena *a, size_t size)
{
	void *p = take(a, size ? size : 1, alignof(max_align_t));
	return memset(p, 0, size);
}

void *arena_array(struct arena *a, size_t n, size_t size)
{
	if (size && n > SIZE_MAX / size)
		arena_exhausted();
	return arena_alloc(a, n * size);
}

char *arena_text(struct arena *a, size_t size)
{
	return take(a, size ? size : 1, 1);
}

char *arena_grow(struct arena *a, char *p, size_t old, size_t new_size)
{
	if (p && p + old == a->next && (size_t)(a->end - p) >= new_size) {
		a->next = p + new_size;
		return p;
	}
	char *q = arena_text(a, new_size);
	if (p && old)
		memcpy(q, p, old < new_size ? old : new_size);
	return q;
}

void arena_reset(struct arena *a)
{
	struct arena_block *keep = a->head;
	if (!keep)
		return;
	for (struct arena_block *b = keep->older, *older; b; b = older) {
		older = b->older;
		a->total -= b->size;
		free(b);
	}
	keep->older = NULL;
	a->next = (char *)keep->data;
	a->end = a->next + keep->size;
}

void arena_adopt(struct arena *a, struct arena *from)
{
	if (!a->head) {
		*a = *from;
	} else if (from->head) {
		/* Behind the block being filled, which stays the first. */
		struct arena_block *oldest = from->head;
		while (oldest->older)
			oldest = oldest->older;
		oldest->older = a->head->older;
		a->head->older = from->head;
		a->total += from->total;
	}
	*from = (struct arena){0};
}

void arena_release(struct arena *a)
{
	for (struct arena_block *b = a->head, *older; b; b = older) {
		older = b->older;
		free(b);
	}
	*a = (struct arena){0};
}

void *list_grow(struct arena *a, void *v, size_t n, size_t *cap, size_t size)
{
	size_t more = *cap ? *cap * 2 : 4;
	if (more < *cap)
		arena_exhausted();
	void *w = arena_array(a, more, size);
	if (n)
		memcpy(w, v, n * size);
	*cap = more;
	return w;
}
