/*
 * tree.h: putting files below one open folder: new bytes, copies, hard links, with
 * modes 0755 and 0644 whatever the umask. It knows neither sites nor manifests.
 *
 * Paths are relative, checked by publisher.c, and followed by a zero byte; they must
 * live as long as the tree. Every function returns 0 or an errno value.
 */
#ifndef PUBLISH_TREE_H
#define PUBLISH_TREE_H

#include <sys/stat.h>

#include "base/hash.h"
#include "base/map.h"

struct tree {
	int dir; /* open folder, or -1 */
	struct arena *arena;
	struct map made; /* folders known to exist */
	struct str last; /* the last of them */
	char *piece;     /* room for copying, made on first use */
};

/* Make the folders above a path. */
int tree_folders(struct tree *t, struct str path);

/* A new file. *st tells its size and date. */
int tree_write(struct tree *t, struct str path, struct str bytes, struct stat *st);

/*
 * A new file with what the open file `from` holds from its start, with that file's date
 * when keep_date. Its fingerprint is left in *hash, unless NULL.
 */
int tree_copy(struct tree *t, struct str path, int from, bool keep_date,
	struct stat *st, struct hash_hex *hash);

/* The same file under a second name: a hard link, or else a copy that keeps the date.
 */
int tree_link(struct tree *t, struct str path, int from_dir, struct stat *st);

/*
 * The fingerprint of what an open file holds. Of a file over one piece (256 KiB), it is
 * that of the fingerprints of its pieces, so that no file need be held in memory.
 */
int tree_fingerprint(struct tree *t, int from, struct hash_hex *hash, long long *size);

/* Open a regular file below dir for reading; its last part may not be a link. */
int tree_open(int dir, const char *path, int *fd);

#endif
