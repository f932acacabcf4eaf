/*
 * ahead.h: pages of one source parsed by several threads, each page by one. None of
 * them is alive before or after, and what comes out is what one thread would have made,
 * in the same order.
 */
#ifndef MODEL_AHEAD_H
#define MODEL_AHEAD_H

#include "model/page.h"

/* One file on its way to a page. */
struct ahead {
	const struct source_file *file;
	enum page_kind kind;
	/* As page_read takes them; a page of the commune has no layer, and its path is shown. */
	struct str layer, shown;
	struct schema_mode mode;
	/* By the caller's read: */
	bool read;
	struct str bytes;
	/* By page_read, when the bytes were read: */
	bool ok;
	struct page page;
	struct diag said;
};

/*
 * Call read for each of n files, in order, on this thread (sources know one reader), and
 * parse what it read. Pages are in the arena; nothing is said but in `said`, whose
 * messages live as long as the arena.
 */
void ahead_parse(struct arena *a, struct ahead *v, size_t n,
	void (*read)(void *user, struct ahead *x), void *user);

#endif
