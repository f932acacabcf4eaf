/*
 * pack.h: all files of one git tree in one immutable file, to be mapped in memory: what
 * makes a warm build independent of git. It knows no repository: tambour-git writes
 * packs (source/git/pack_write.c), the program reads them as sources.
 *
 * Numbers are little-endian, so that a cache may be shared between machines:
 *
 *	magic "tambour pack 1\n" and a zero byte            16
 *	fingerprint of all that follows, up to the bytes     8
 *	size of the whole file, entries, bytes of names      3 × 8
 *	the tree's id, four zeros                            24
 *	entries, PACK_ENTRY bytes each, sorted by path:
 *		offset, size, fingerprint of the bytes       3 × 8
 *		offset and length of the path, kind          3 × 4
 *		id of the blob                               20
 *	names, then the bytes of the files
 */
#ifndef SOURCE_PACK_H
#define SOURCE_PACK_H

#include "source/source.h"

#define PACK_MAGIC "tambour pack 1\n" /* and its zero byte: 16 */
#define PACK_HEAD 72
#define PACK_ENTRY 56
#define PACK_ID 20 /* bytes of an id of git */

#define PACK_MAX_FILES 50000u /* of one tree */
#define PACK_MAX_BLOB                                                                  \
	((size_t)100 << 20)             /* bytes of a file; bigger ones are left out */
#define PACK_MAX_TREE ((size_t)1 << 30) /* bytes of all files */

/* What stands under a path. All but files are left out of the source, and said. */
enum pack_kind {
	PACK_FILE,
	PACK_SYMLINK,
	PACK_SUBMODULE,
	PACK_BAD_PATH,  /* "..", ".git": no name of a file */
	PACK_TOO_BIG,   /* over PACK_MAX_BLOB */
	PACK_TOO_DEEP,  /* a folder below SOURCE_MAX_DEPTH */
	PACK_CASE_TWIN, /* differs from the path before it by capital letters only */
	PACK_PUBLISHED, /* a folder that Tambour made: nothing in it is listed */
	PACK_KINDS,
};

/* Makes the file of a damaged pack anew: an open descriptor, or -1 (said). */
struct pack_maker {
	int (*make)(void *user, struct diag *d);
	void *user;
};

/*
 * The pack open as fd (which it takes) as a source; `tree` is the id it must bear. NULL,
 * unsaid, when the file is not a sound pack of that tree. A file whose bytes are damaged
 * is found when it is read: `maker` is then asked once for a new pack. `d` and what
 * `maker` points at must live as long as the source.
 */
struct source *source_pack(struct arena *a, struct str name, struct str where, int fd,
	struct str tree, const struct pack_maker *maker, struct diag *d);

#endif
