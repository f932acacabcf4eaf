/*
 * manifest.h: what the last publication put where readers are: path, size, date and
 * fingerprint of each file. Kept in the state folder, as text, one file a line:
 *
 *	tambour-manifest 1
 *	<32 hex digits> <size> <date, ns> <stamp, 16 hex digits> <path>
 *	...
 *	end <number of files>
 *
 * It is a memory, not a proof: whoever uses a row looks at the file it speaks of. A
 * manifest cut short by a power cut lacks its last line and counts as none.
 */
#ifndef PUBLISH_MANIFEST_H
#define PUBLISH_MANIFEST_H

#include <sys/stat.h>

#include "base/hash.h"
#include "base/map.h"

#define MANIFEST_NAME "manifest"
#define MANIFEST_NEXT "manifest.next" /* a publication is under way, or was killed */

struct manifest_row {
	struct str path; /* followed by a zero byte */
	struct hash_hex hash;
	long long size, mtime;    /* of the published file; nanoseconds since 1970 */
	unsigned long long stamp; /* what told the copied file apart; 0: bytes */
	bool kept;                /* not written: the published file is the same */
};

struct manifest {
	struct {
		struct manifest_row *v;
		size_t n, cap;
	} rows;
	struct map by_path; /* filled by manifest_read only */
};

/* 0, or an errno value: ENOENT when there is none, EBADMSG when it is no whole one. */
int manifest_read(struct arena *a, int dir, const char *name, struct manifest *m);

/* 0 or errno. Not synced: see above. */
int manifest_write(int dir, const char *name, const struct manifest *m);

/* The row of a path in a manifest that was read, or NULL. */
const struct manifest_row *manifest_find(const struct manifest *m, struct str path);

/*
 * True when the file that st describes has the row's size and date. A file system that
 * keeps whole seconds (FAT, old NFS) may lose the end of a date, up to two seconds.
 */
bool manifest_matches(const struct manifest_row *row, const struct stat *st);

long long manifest_date(const struct stat *st);

#endif
