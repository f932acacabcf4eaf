/*
 * facts.h: what is known of published files (source/facts.h), kept in the state folder
 * so that a file is read once, and a PDF looked into once, not at each build. A file is
 * the same when its path and its stamp (source_stamp) are.
 *
 * The file `facts` of the state folder, by lines:
 *
 *	tambour facts 2
 *	<sha256> <stamp> <pdf> <path>
 *	...
 *
 * <pdf> is a word of source/pdf.h: "read:tnl".
 */
#ifndef CLI_FACTS_H
#define CLI_FACTS_H

#include "base/map.h"
#include "source/facts.h"

struct facts_row {
	struct str path;
	struct str stamp; /* empty: nothing would tell that the file is the same */
	struct file_facts facts;
};

struct facts_file {
	struct arena *arena;
	int dir;            /* state folder, or -1 */
	long long read_at;  /* seconds since 1970: what is younger is not kept */
	struct str old;     /* the file as it was */
	struct map by_path; /* of old: path -> row */
	bool blind;         /* there was a PDF to look into, and no program to do it */
	struct {
		struct facts_row *v;
		size_t n, cap;
	} rows; /* of this run */
};

void facts_open(struct facts_file *f, struct arena *a, int dir, long long read_at);

/* The door for site_read; f must live as long as the web. */
struct facts_door facts_door(struct facts_file *f);

/* Keep what this run looked at; a failure only costs the next run its time. */
void facts_keep(const struct facts_file *f);

#endif
