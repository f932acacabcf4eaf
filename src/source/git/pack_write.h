/*
 * pack_write.h: a tree of a clone written as a pack (source/pack.h), every object's
 * bytes checked against its id on the way. It does not know where the pack goes.
 */
#ifndef SOURCE_GIT_PACK_WRITE_H
#define SOURCE_GIT_PACK_WRITE_H

#include <git2.h>

enum pack_result { PACK_OK, PACK_FAULT /* said */, PACK_DAMAGE /* of the clone */ };

/* Write the pack of a tree into the empty file open as fd. */
enum pack_result pack_write(git_repository *repo, const git_oid *tree, int fd);

#endif
