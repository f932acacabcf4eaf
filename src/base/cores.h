/*
 * cores.h: how many threads can run at once. What to do with them is the caller's.
 */
#ifndef BASE_CORES_H
#define BASE_CORES_H

#include <stddef.h>

/* Processors that this process may use; 1 when the system does not tell. */
size_t cores_usable(void);

#endif
