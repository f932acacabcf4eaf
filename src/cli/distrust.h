/*
 * distrust.h: files of a commune that read well alone and are wrong beside the others:
 * two with one address, a procedure that says both `modifie` and `remplace`. Their former
 * bytes stand in; without some, their own are not kept as the last good ones.
 */
#ifndef CLI_DISTRUST_H
#define CLI_DISTRUST_H

#include "cli/pipeline.h"

/*
 * Add to p->distrusted the files with errors since message `said` that were other bytes
 * when they last were right: the commune is to be read again. False: there is none.
 */
bool distrust(struct pipeline *p, size_t said);

/* Do not keep the bytes of files with errors since message `said`: they are not good. */
void distrust_forget(struct pipeline *p, size_t said);

/* Say again what the first reading said of files that the second did not look at. */
void distrust_repeat(struct pipeline *p, const struct diag *first, size_t said);

#endif
