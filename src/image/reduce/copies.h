/*
 * copies.h: the copies of one picture in memory, written into a folder. It trusts no byte
 * of it, but not its own library either: whoever calls it is ready to be killed.
 */
#ifndef IMAGE_REDUCE_COPIES_H
#define IMAGE_REDUCE_COPIES_H

#include <stdbool.h>
#include <stddef.h>

/* Start the library, with nothing in it but what pictures of the web need. */
bool copies_start(const char *program);

enum copies { COPIES_MADE, COPIES_DAMAGED, COPIES_NOT_WRITTEN };

/*
 * Write copies of a picture into the current folder, their names beginning with `key`;
 * `ending` is that of the one its own address will serve. Says a line for each. A halftone
 * is one small copy in four greys, for pages that weigh next to nothing.
 */
enum copies copies_make(const void *bytes, size_t n, const char *key,
	const char *ending, bool halftone);

#endif
