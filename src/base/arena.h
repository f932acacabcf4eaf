/*
 * arena.h: one lifetime of memory. Not a general allocator: nothing is freed singly.
 *
 * An arena hands out zeroed memory until it is reset (all of it may be used again) or
 * released (all of it goes back to the system). The arena passed to a function owns
 * what the function returns. Running out of memory ends the program with a message,
 * so no caller checks for NULL.
 *
 * A zeroed struct arena is a valid, empty arena.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdalign.h>
#include <stddef.h>
#include <string.h>

struct arena_block;

struct arena {
	struct arena_block *head; /* newest block, the one being filled */
	char *next, *end;         /* free room in it */
	size_t total;             /* bytes taken from the system, for --verbose */
};

/* size bytes, zeroed, aligned for any object; size 0 gives a unique valid pointer. */
void *arena_alloc(struct arena *a, size_t size);

/* n objects of size bytes each; an overflow of the product ends the program. */
void *arena_array(struct arena *a, size_t n, size_t size);

/* size bytes, NOT zeroed and aligned to 1: for text only. */
char *arena_text(struct arena *a, size_t size);

/*
 * Make the room at p (old bytes, from arena_text) hold new bytes: in place where p was
 * the last thing handed out, else a copy. What lies beyond old is not initialised.
 */
char *arena_grow(struct arena *a, char *p, size_t old, size_t new_size);

/* Forget all that was handed out, keep one block for the next use. */
void arena_reset(struct arena *a);

/* What `from` handed out is a's from now on; `from` is empty. */
void arena_adopt(struct arena *a, struct arena *from);

/* Give all back to the system; the arena is empty and usable again. */
void arena_release(struct arena *a);

/* End the program: "tambour: out of memory". Never returns. */
_Noreturn void arena_exhausted(void);

#define arena_new(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define arena_list(a, n, type) ((type *)arena_array((a), (n), sizeof(type)))

/*
 * Growing lists: any struct with members `type *v; size_t n, cap;`. list_add gives a
 * pointer to a new zeroed element at the end; older pointers into v become invalid.
 */
void *list_grow(struct arena *a, void *v, size_t n, size_t *cap, size_t size);
#define list_add(a, l)                                                                 \
	((l)->v = (l)->n < (l)->cap                                                    \
			  ? (l)->v                                                     \
			  : list_grow((a), (l)->v, (l)->n, &(l)->cap, sizeof *(l)->v), \
		memset(&(l)->v[(l)->n], 0,                                             \
			sizeof *(l)->v), /* n may have shrunk since */                 \
		&(l)->v[(l)->n++])

#endif
