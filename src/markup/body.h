/*
 * body.h: a Markdown body compiled once, when its page is read, into pieces of HTML and
 * slots. Rendering fills the slots from the place where the body is shown (page, list,
 * feed), so that links, heading levels and ids fit that place. No cmark object outlives
 * body_compile.
 */
#ifndef MARKUP_BODY_H
#define MARKUP_BODY_H

#include "base/diag.h"
#include "base/strbuf.h"
#include "data/schema.h"

enum piece_kind {
	PIECE_HTML,      /* the next n bytes of the body's html, as they are */
	PIECE_LINK_OPEN, /* n is an index in links: <a href> */
	PIECE_LINK_CLOSE,
	PIECE_IMAGE,        /* in images */
	PIECE_HEADING_OPEN, /* in headings: <hN id> */
	PIECE_HEADING_CLOSE,
	PIECE_BLOCK, /* in blocks */
};

struct piece {
	enum piece_kind kind;
	unsigned n;
};

struct body_heading {
	int level;       /* as written, 1 to 6 */
	struct str id;   /* unique in the body: a slug of its text */
	struct str text; /* plain */
	struct loc loc;
};

struct body_link {
	struct str target; /* as written, entities and escapes resolved, not
			      percent-decoded */
	struct str text;   /* plain text; alternative texts of pictures included */
	struct str title;
	struct loc loc;
	bool automatic; /* a bare address, e-mail or phone number made a link */
};

struct body_image {
	struct str target, alt, title;
	struct loc loc;
	bool alone; /* its paragraph holds nothing else: no <p> is around, a <figure>
		       may be */
};

/* A fenced block whose info string names a row of the block table. */
struct body_block {
	const struct block_kind *kind;
	const struct value *settings; /* checked by kind->settings */
	struct loc loc;
};

/* What fenced blocks exist: the caller's table. */
struct block_kind {
	const char *name; /* the info string, folded: "demarches" */
	const struct schema *settings;
};

struct body {
	struct str html; /* of all pieces, one behind the other */
	struct {
		struct piece *v;
		size_t n, cap;
	} pieces;
	struct {
		struct body_heading *v;
		size_t n, cap;
	} headings;
	struct {
		struct body_link *v;
		size_t n, cap;
	} links;
	struct {
		struct body_image *v;
		size_t n, cap;
	} images;
	struct {
		struct body_block *v;
		size_t n, cap;
	} blocks;
	struct str first; /* plain text of the first paragraph: for summaries */
	int top;          /* level of the highest heading, 0 without headings */
};

struct markup {
	const struct block_kind *blocks; /* n rows */
	size_t n_blocks;
	bool plain_cmark; /* our passes off: cmark's own HTML, for the CommonMark tests
			   */
	/*
	 * Memory that ends with each body, kept from one to the next and emptied by
	 * each; NULL: taken from the system and given back every time.
	 */
	struct arena *scratch;
};

/*
 * Compile text, part of o->text at byte `offset`. Never fails: what cannot be kept is
 * said and shown as text. A body that cmark would take too long on (see guard.h) is
 * refused with a message and gives false and an empty body.
 */
bool body_compile(struct arena *a, const struct markup *m, const struct origin *o,
	size_t offset, struct str text, struct diag *d, struct body *out);

/* One line of Markdown without a paragraph around it (FIELD_MARKDOWN of one line): same
 * pieces. */
bool body_compile_inline(struct arena *a, const struct markup *m,
	const struct origin *o, size_t offset, struct str text, struct diag *d,
	struct body *out);

/* The place where a body is shown. Functions get `user` and an index of the body's
 * lists. */
struct body_place {
	void *user;
	int shift; /* added to heading levels; the result is kept within 1..6 */
	struct str
		id_prefix; /* before heading ids, where several bodies share a page */
	bool plain_cmark; /* any scheme passes, as in cmark: for the CommonMark tests */
	/* The address of link i; empty: show its text only. *external: marked as such.
	 */
	struct str (*link)(
		void *user, const struct body *b, unsigned i, bool *external);
	/* Write a whole <img> or <figure> for image i. */
	void (*image)(void *user, const struct body *b, unsigned i, struct strbuf *out);
	/* Write the HTML of block i. */
	void (*block)(void *user, const struct body *b, unsigned i, struct strbuf *out);
};

void body_render(
	const struct body *b, const struct body_place *place, struct strbuf *out);

/*
 * All words of a body, one space between: for the search and feeds. Alternative texts
 * of pictures are in it, blocks are not. Made anew at each call, so that no body keeps
 * its words twice.
 */
struct str body_plain(struct arena *a, const struct body *b);

#endif
