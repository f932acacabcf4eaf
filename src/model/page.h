/*
 * page.h: one Markdown file as it was written: header checked, body compiled. What it
 * means (address, place in menus and lists) is resolve's business.
 */
#ifndef MODEL_PAGE_H
#define MODEL_PAGE_H

#include "markup/body.h"
#include "model/kind.h"
#include "source/source.h"

struct page {
	enum page_kind kind;
	struct str path; /* in its source: "pages/vie/ecole.md" */
	const struct origin *origin;
	const struct value *header; /* typed by the kind's schema */
	struct body body;
	struct date date; /* kinds with a day: of the header, else of the file's name */
	struct str
		stem; /* last part of the path without date and ".md", folded: "coupure-eau" */
	bool former; /* these are the last good bytes: today's file is faulty */
	struct moment changed; /* by the history of its source, on the commune's clock;
				  day.year 0: not known */
	struct loc loc;        /* of the header, for messages about the whole */
};

struct page_list {
	struct page *v;
	size_t n, cap;
};

/* The blocks that bodies may hold, for markup. */
enum page_block {
	BLOCK_PROCEDURES,
	BLOCK_HOURS,
	BLOCK_CONTACT,
	BLOCK_PEOPLE,
	BLOCK_DOCUMENTS,
	BLOCK_KINDS
};
extern const struct block_kind page_blocks[BLOCK_KINDS];

/*
 * Read bytes as one page of a kind. False when an error was said; what could be read is
 * in *out all the same.
 */
bool page_read(struct arena *a, enum page_kind kind, struct str layer, struct str path,
	struct str shown, struct str bytes, struct schema_mode mode, struct diag *d,
	struct page *out);

#endif
