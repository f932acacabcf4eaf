/*
 * backend.h: what keeps the files of a source, and the two steps every keeper shares.
 * A backend lists its files with source_add, ends with source_settle, and then answers
 * the three questions of struct source_backend. It is not for the layers above, which
 * see source.h only.
 */
#ifndef SOURCE_BACKEND_H
#define SOURCE_BACKEND_H

#include "source/source.h"

struct source_backend {
	const char *kind; /* "folder", "git": for --verbose */

	/* The bytes of f, at most max, in the arena: 0, or an errno value. */
	int (*read)(const struct source *s, const struct source_file *f, size_t max,
		struct arena *a, struct str *out);

	/* 32 hexadecimal digits, in the arena. */
	struct str (*identity)(const struct source *s, struct arena *a);

	/* Give back what `state` and `dir` hold. */
	void (*close)(struct source *s);
};

/*
 * Add one file under the name its keeper gives it; `real` must live as long as the
 * source. False, said, when the source holds too many files. A name that is not text is
 * left out and said: the new element is then NULL and true is returned.
 */
bool source_add(struct source *s, struct arena *a, struct str real, struct diag *d,
	struct source_file **added);

/* Sort by bytes of path and leave out, said, names that differ only by composition. */
void source_settle(struct source *s, struct diag *d);

/* True when a name can be shown and typed: UTF-8 without control characters. */
bool source_name_is_text(struct str name);

/* The name, with '?' for each byte of it that no screen could show when it is not text. */
struct str source_shown_name(struct str real, struct arena *a);

/* The place of a whole file or folder of the source, for messages. */
struct loc source_loc(const struct source *s, struct str path, struct arena *a);

#endif
