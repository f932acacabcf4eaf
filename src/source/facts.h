/*
 * facts.h: what is known of files that are published as they are, without reading them
 * at each build: their SHA-256, and of a PDF whether a voice could read it aloud. Who
 * looks, and where it is kept, is the command's business: it opens the door.
 */
#ifndef SOURCE_FACTS_H
#define SOURCE_FACTS_H

#include "source/source.h"

enum pdf_state {
	PDF_NOT_SEEN, /* no PDF, or nobody looked */
	PDF_READ,
	PDF_LOCKED,  /* needs a password to be opened */
	PDF_DAMAGED, /* cannot be read within its limits */
};

struct file_facts {
	struct str sha256; /* 64 figures, or empty: not known */
	enum pdf_state pdf;
	bool text, title, language; /* PDF_READ: it has them */
};

struct facts_door {
	void *user; /* look may be NULL: nothing is known */
	/* Of n files of one source, in out (zeroed before), texts in the arena. */
	void (*look)(void *user, struct arena *a, const struct source *s,
		const struct source_file *const *files, struct file_facts *out,
		size_t n);
};

#endif
