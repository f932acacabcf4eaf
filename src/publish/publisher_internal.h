/*
 * publisher_internal.h: what every publisher shares: the paths put so far, the door to
 * a backend, the counts. Each backend embeds a struct publisher as its first member.
 */
#ifndef PUBLISH_PUBLISHER_INTERNAL_H
#define PUBLISH_PUBLISHER_INTERNAL_H

#include "base/map.h"
#include "publish/publisher.h"

struct publisher_backend {
	/*
	 * Take one artifact. Its path was checked, is the only one of its kind, and is
	 * a copy in p->arena followed by a zero byte; the bytes are the caller's.
	 */
	void (*take)(struct publisher *p, const struct artifact *a);
	enum published (*finish)(struct publisher *p);
	void (*close)(struct publisher *p);
};

struct publisher {
	const struct publisher_backend *backend;
	struct arena *arena;
	struct diag *diag; /* NULL: paths refused are dropped without a word */
	struct map names;  /* folded path -> struct publisher_name */
	struct publish_report report;
};

/* True for a path that may be published: relative, no "..", no name of ours. */
bool publisher_path_is_sane(struct str path);

#endif
