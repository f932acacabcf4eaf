/*
 * size.h: how heavy a file is, as people read it. Decimal units, as hosts and shops count.
 */
#ifndef TEXT_SIZE_H
#define TEXT_SIZE_H

#include "base/str.h"

/* « 860 octets », « 12 ko », « 1,2 Mo »; the spaces are no-break ones. */
struct str size_text(struct arena *a, long long bytes);

#endif
