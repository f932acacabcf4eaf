/*
 * publisher.h: bytes with a path, put where readers are: a folder, memory, or nowhere.
 * It knows no page.
 *
 *	struct publisher *p = publisher_disk(a, &where, d);
 *	for each artifact: publisher_put(p, &artifact);
 *	enum published how = publisher_finish(p);
 *	publisher_close(p);
 *
 * On disk: a reader sees the old site or the new one, never a mixture; killed at any
 * moment, the old one stands. What did not change keeps its date, and when nothing
 * changed nothing is written. See disk.h for how.
 */
#ifndef PUBLISH_PUBLISHER_H
#define PUBLISH_PUBLISHER_H

#include "base/diag.h"

struct artifact {
	struct str path;  /* relative, '/' between parts, no "." or ".." */
	struct str bytes; /* what it holds, unless it is a copy */
	/*
	 * Or who makes these bytes, when no file stands under this path as it was
	 * published: for what is long to make, under a name that tells what it holds.
	 * Theirs until the next artifact. A publisher to nowhere asks for none. NULL:
	 * bytes above.
	 */
	struct str (*make)(void *user);
	void *user;
	/*
	 * A copy of a file, when from_dir is an open folder: its real path, size and
	 * date. A memory publisher reads it when asked: from_dir must then stay open.
	 */
	int from_dir; /* -1: bytes above */
	struct str from;
	long long size, mtime;
};

struct publisher;

enum published {
	PUBLISHED_NEW,    /* readers see the new site */
	PUBLISHED_SAME,   /* nothing had changed, nothing was touched */
	PUBLISHED_FAILED, /* said; the former site stands (see disk.h for SWAP_FILES) */
};

enum swap_mode { SWAP_AUTO, SWAP_EXCHANGE, SWAP_SYMLINK, SWAP_FILES };

struct publish_where {
	struct str out;   /* the folder that readers see */
	struct str state; /* state folder of this site (made when absent): manifest,
			     staging, lock */
	enum swap_mode swap;
	bool adopt; /* take over a folder that Tambour did not make */
	/*
	 * What tells this site from others, on one line: its INSEE code, or its
	 * address. Written into the mark; a folder that holds another's is refused.
	 * Empty: not told.
	 */
	struct str site;
	int held; /* what publisher_lock gave; 0: nothing, publisher_disk locks itself */
};

/*
 * Hold the lock of a site, for whoever reads the sources of what he publishes: of two
 * builds at once, the slower would else publish what it read before the other. `state`
 * is the open state folder; `out` is told to people. An open file, for publish_where
 * and then for close(); -1, said, when another build holds it. A dead process holds
 * nothing.
 */
int publisher_lock(int state, struct str out, struct diag *d);

/*
 * A publisher on disk. Takes the site's lock, unless `where` brings it (see
 * publisher_lock); NULL, said, when another build holds it, when the folder belongs to someone
 * else, or cannot be written.
 */
struct publisher *publisher_disk(
	struct arena *a, const struct publish_where *w, struct diag *d);

/* Kept in memory, for previews and tests: see publisher_memory_get. */
struct publisher *publisher_memory(struct arena *a);

/* Counted and forgotten, for `check`. */
struct publisher *publisher_none(struct arena *a);

/*
 * Take one artifact. Errors are kept and told by publisher_finish, so a long run checks
 * once, at the end. Two artifacts of one path (letters' case ignored): the first
 * stands, said.
 */
void publisher_put(struct publisher *p, const struct artifact *a);

/* True when a file of this path was put. */
bool publisher_has(const struct publisher *p, struct str path);

enum published publisher_finish(struct publisher *p);

/* Give the lock and open folders back; staging is removed when finish was not reached.
 */
void publisher_close(struct publisher *p);

/* What a memory publisher holds under a path; false when nothing. */
bool publisher_memory_get(
	const struct publisher *p, struct str path, struct str *bytes);

/* For --verbose. */
struct publish_report {
	size_t files, written, removed; /* put; new or changed; gone since last time */
	unsigned long long bytes;       /* of the whole site */
	const char
		*swap; /* "exchange", "symlink", "files"; "" when nothing was swapped */
};
struct publish_report publisher_report(const struct publisher *p);

/*
 * True when out holds every file that the manifest in state says, with its size and
 * date: the site stands as it was published. Cheap: one look per file, no reading.
 * Files that others added are not looked for; no lock is taken, no word said.
 */
bool publisher_stands(const struct publish_where *w);

#endif
