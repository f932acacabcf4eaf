/*
 * last_good.h: the last bytes that read without error, for every file of a commune:
 * what keeps a page online when its file breaks. One file of the state folder,
 * `sources`, holds them all, in the order the commune is read.
 *
 *	tambour sources 1\n
 *	<bytes of path> <bytes of file>\n<path><file>\n      once for each file
 *
 * Reading goes through the old file and the commune side by side: while what is read is
 * what the old file says, nothing is noted, so that an unchanged commune costs one
 * comparison. Nothing is written before last_good_keep, once the site is published and
 * under its lock: another build of the same commune may be reading meanwhile.
 */
#ifndef CLI_LAST_GOOD_H
#define CLI_LAST_GOOD_H

#include "base/map.h"
#include "model/site.h"

struct last_good_entry {
	struct str path,
		bytes; /* as given to the callback: they must live until kept */
};

struct last_good_file {
	struct arena *arena;
	int dir;        /* open state folder, or -1: nothing is known, nothing kept */
	bool writes;    /* false for `check` */
	struct str old; /* the whole old file, mapped; empty when there is none */
	struct map by_path; /* path -> offset of its entry + 1, in old */
	size_t same;        /* bytes of old that this run has said again */
	struct {
		struct last_good_entry *v;
		size_t n, cap;
	} differs; /* what follows, from the first file that differs on */
};

/* Open. A damaged file is said and taken for none. */
void last_good_open(struct last_good_file *f, struct arena *a, int dir, bool writes,
	struct diag *d);

/* The callbacks for site_read. */
struct last_good last_good_of(struct last_good_file *f);

/* Do not keep what this run put under a path that was not there before. */
void last_good_forget(struct last_good_file *f, struct str path);

/* Put the new file in place; said when it cannot be written. */
void last_good_keep(struct last_good_file *f, struct str shown, struct diag *d);

/* Give everything back. */
void last_good_close(struct last_good_file *f);

#endif
