/*
 * cmark_memory.c: an arena behind cmark's three functions. Each allocation carries its
 * size in front, because cmark's realloc does not say the old one.
 */
#include "markup/cmark_memory.h"

#include <assert.h>
#include <string.h>

/*
 * The house has no mutable variables outside functions. This is the one exception:
 * cmark's allocator gets no context pointer, so the arena must be found somehow. It is
 * set only while body_compile runs, and per thread.
 */
static _Thread_local struct arena *current;

union header {
	size_t size;
	max_align_t align;
};

static void *take(size_t n, size_t size)
{
	assert(current);
	if (size && n > (size_t)-1 / 2 / size)
		arena_exhausted();
	union header *h = arena_alloc(current, sizeof *h + n * size);
	h->size = n * size;
	return h + 1;
}

static void *grow(void *p, size_t size)
{
	assert(current);
	if (!p)
		return take(1, size);
	if (size > (size_t)-1 / 2)
		arena_exhausted();
	union header *h = (union header *)p - 1;
	if (size <= h->size)
		return p;
	/* In place where it is the last thing taken: cmark's buffers often are. */
	char *old = (char *)h;
	if (old + sizeof *h + h->size == current->next &&
		(size_t)(current->end - (char *)p) >= size) {
		current->next = (char *)p + size;
		h->size = size;
		return p;
	}
	union header *wider = arena_alloc(current, sizeof *h + size);
	wider->size = size;
	memcpy(wider + 1, p, h->size);
	return wider + 1;
}

static void release(void *p)
{
	(void)p;
}

static cmark_mem memory = {take, grow, release};

cmark_mem *cmark_memory_begin(struct arena *a)
{
	assert(!current);
	current = a;
	return &memory;
}

void cmark_memory_end(void)
{
	current = NULL;
}
