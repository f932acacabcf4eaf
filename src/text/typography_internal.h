/*
 * typography_internal.h: what typography.c asks of typography_run.c.
 */
#ifndef TEXT_TYPOGRAPHY_INTERNAL_H
#define TEXT_TYPOGRAPHY_INTERNAL_H

#include "base/str.h"

/*
 * The end of the run from `at` that no rule changes; `begins`: a word may begin there.
 * It may stop early, never late: before a word that may be no French, it stops.
 */
size_t typography_run_end(struct str s, size_t at, bool begins);

/* The first sign that addresses and code hold, from i on, or the blank before it; s.n. */
size_t typography_sign(struct str s, size_t i);

#endif
