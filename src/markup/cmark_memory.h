/*
 * cmark_memory.h: cmark's tree in an arena. Nodes are never freed one by one: the arena
 * goes, and the tree with it.
 */
#ifndef MARKUP_CMARK_MEMORY_H
#define MARKUP_CMARK_MEMORY_H

#include <cmark.h>

#include "base/arena.h"

/* cmark allocates from a until cmark_memory_end. One arena at a time in a thread. */
cmark_mem *cmark_memory_begin(struct arena *a);
void cmark_memory_end(void);

#endif
