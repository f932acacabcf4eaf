/*
 * walk_internal.h: what the files of markup share while one body is compiled: the state
 * of the walk over cmark's tree, and the functions the passes offer one another.
 * Nothing here outlives body_compile.
 *
 * One walk, in the order of the text, writes HTML into one buffer and words into
 * another. A slot cuts the HTML: what was written since the last cut becomes a piece.
 */
#ifndef MARKUP_WALK_INTERNAL_H
#define MARKUP_WALK_INTERNAL_H

#include <cmark.h>

#include "base/map.h"
#include "markup/body.h"
#include "markup/places.h"
#include "text/typography.h"

/* Stand-ins that prepare.c puts for signs cmark would take for its own; as long as
 * them. */
#define STAND_PIPE STR("\xC2\x91") /* `\|`: U+0091, which no text has */
#define STAND_BRACKET '\x02'       /* `[` of a footnote */

/* Tags left open by raw HTML; more than this many at once are dropped. */
#define RAW_OPEN_MAX 16
/* Distinct names said for one body; the rest is counted under the last. */
#define RAW_SAID_MAX 16
/* A same slip is said so many times in one body: the cure is learnt by then. */
#define SLIP_SAID_MAX 8

struct raw_open {
	const struct raw_tag *tag;
	cmark_node *parent; /* it must be closed before this node is */
};

/* Why a tag is not shown as written. */
enum raw_why { RAW_UNKNOWN, RAW_CONTENTS, RAW_ATTRIBUTES, RAW_PLACE };

struct raw_said {
	struct str name;
	enum raw_why why;
	unsigned n;
	struct loc loc;
};

/* Raw HTML: what is open, what was dropped. */
struct raw {
	struct raw_open open[RAW_OPEN_MAX];
	size_t depth;
	struct raw_said said[RAW_SAID_MAX];
	size_t n_said;
	bool paragraph; /* a <p> we opened in an html block */
};

/* Where the output stood, to come back to. */
struct mark {
	size_t html, plain, cut, pieces, links, images;
};

/* Contents of script, style, iframe between inline tags: undone when they end. */
struct dropping {
	cmark_node *parent; /* of the opening tag; NULL: nothing is being dropped */
	struct str tag;
	struct mark mark;
};

enum table_part { TABLE_NONE, TABLE_TO_COME, TABLE_HEADER, TABLE_RULE, TABLE_BODY };

#define TABLE_COLUMNS_MAX 100

struct table {
	enum table_part part;
	cmark_node *paragraph;
	cmark_node *before; /* the break before its header, NULL when at the paragraph's
			       start */
	cmark_node *rule;   /* the text node |---|---| */
	unsigned char align[TABLE_COLUMNS_MAX];
	unsigned columns, column;
	bool row, cell; /* open */
	bool row_heads; /* the first header cell is empty: first cells head their rows
			 */
	bool body;      /* <tbody> is open */
	bool straddle_said;
	struct mark cell_at;
	unsigned count; /* tables so far in this body */
};

/* Lines of the paragraph being walked, for slips. */
struct lines {
	bool start;        /* nothing of the line was seen yet */
	size_t from;       /* where it begins in plain */
	unsigned number;   /* its line for cmark */
	int first, column; /* where the paragraph begins for cmark */
	unsigned run;      /* short lines in a row */
	unsigned run_line; /* the first of them */
	bool run_postcode;
	unsigned dash_line;         /* the last line that began with a dash */
	unsigned pipe_line;         /* the last line that began with a bar */
	bool bullet, pipe, address; /* said already for this paragraph */
};

enum slip {
	SLIP_LINK_BLANK,
	SLIP_LINK_WWW,
	SLIP_HEADING,
	SLIP_STRONG,
	SLIP_BULLET,
	SLIP_TABLE,
	SLIP_ADDRESS,
	SLIP_OTHER,
	SLIP_REFERENCE,
	SLIP_LINK_SHAPE,
	SLIP_COUNT
};

struct walk {
	struct arena *a;       /* owns the body */
	struct arena *scratch; /* ends with the walk */
	const struct markup *m;
	struct diag *d;
	struct body *body;
	struct places places;
	struct strbuf html, plain;
	size_t cut; /* HTML before this is in pieces */
	struct typography typo;
	bool passes;   /* all that is ours, beyond CommonMark */
	bool one_line; /* no paragraph around */
	bool stand_ins;
	bool references;     /* the body names characters that nobody sees */
	size_t reference_at; /* in the body: behind the last one said */
	unsigned in_image;   /* images around; inside one only words count */
	size_t image_from, link_from, heading_from, paragraph_from; /* in plain */
	cmark_node *link; /* the link around */
	bool special;     /* the text being put holds & < > or " */
	bool verbatim;    /* its text is its address: no typography */
	cmark_node *skip; /* text node whose first skip_n bytes are dropped */
	size_t skip_n;
	cmark_node *skip_break, *skip_paragraph;
	bool first_done;
	struct map *ids;
	struct raw raw;
	struct dropping dropping;
	struct table table;
	struct lines lines;
	unsigned said[SLIP_COUNT];
	unsigned notes; /* footnote marks seen */
	struct loc notes_loc;
};

/* ---- walk.c ---- */
void walk_tree(struct walk *w, cmark_node *root);
struct mark walk_mark(const struct walk *w);
void walk_back(struct walk *w, struct mark m);
void slot(struct walk *w, enum piece_kind kind, size_t index);
void cut_piece(struct walk *w);
void fresh_line(struct walk *w);  /* a newline unless one is there */
void words_apart(struct walk *w); /* a space in plain unless one is there */
void paragraph_cut(struct walk *w, cmark_node *n); /* a table begins in it */

static inline void html(struct walk *w, struct str s)
{
	strbuf_add(&w->html, s);
}
#define html_lit(w, lit) html((w), STR(lit))

/* What was put into plain since `from`, trimmed, in the body's arena. */
struct str plain_since(struct walk *w, size_t from);

/* Text as cmark escapes it: & < > ". Attributes are always in double quotes. */
void put_escaped(struct strbuf *b, struct str s);
/* An address for href="": what RFC 3986 does not know is %XX, & and ' are entities. */
void put_href(struct strbuf *b, struct str s);

/* ---- inline.c ---- */
void words(struct walk *w, struct str s); /* with typography */
void words_verbatim(struct walk *w, struct str s);
void text_put(struct walk *w, cmark_node *n, struct str s);
void inline_text(struct walk *w, cmark_node *n);
void inline_code(struct walk *w, cmark_node *n);
void inline_break(struct walk *w, cmark_node *n);
void inline_link_enter(struct walk *w, cmark_node *n);
void inline_link_exit(struct walk *w, cmark_node *n);
void inline_image_enter(struct walk *w, cmark_node *n);
void inline_image_exit(struct walk *w, cmark_node *n);
void add_link(struct walk *w, struct body_link link, struct str shown);
void add_image(struct walk *w, struct body_image image);
bool image_alone(cmark_node *paragraph);

/* ---- auto_link.c ---- */
void text_with_links(struct walk *w, cmark_node *n, struct str s);

/* ---- prepare.c ---- */
/* text itself, or a copy with stand-ins (then *stand_ins is true). */
struct str prepare(struct arena *a, struct str text, bool *stand_ins);
/* The signs back in s, `\|` as pipe; s itself when it has none. */
struct str restore(struct arena *a, struct str s, struct str pipe);

/* ---- table.c ---- */
void table_find(struct walk *w, cmark_node *paragraph);
bool table_here(const struct walk *w, const cmark_node *parent);
void table_open(struct walk *w);
void table_text(struct walk *w, cmark_node *n, struct str s);
void table_inline(struct walk *w); /* an inline begins directly in a cell */
void table_break(struct walk *w, cmark_node *n);
void table_straddle(struct walk *w, cmark_node *n);
void table_close(struct walk *w);

/* ---- callout.c ---- */
void quote_enter(struct walk *w, cmark_node *n);
void quote_exit(struct walk *w, cmark_node *n);

/* ---- fenced.c ---- */
void code_block(struct walk *w, cmark_node *n);

/* ---- reference.c ---- */
/* True when a body writes a character that nobody sees by its number. */
bool references_in(struct str body);
/* s, a text of node n, without such characters: each is said. */
struct str references_out(struct walk *w, cmark_node *n, struct str s);

/* ---- raw_html.c ---- */
void raw_block(struct walk *w, cmark_node *n);
void raw_inline(struct walk *w, cmark_node *n);
void raw_leave(struct walk *w, cmark_node *n); /* close what was opened in n */

/* ---- raw_said.c ---- */
/*
 * Count one tag that is not shown as written, with its end tag. The first of a name
 * keeps its place: the caller fills it in; the others give NULL.
 */
struct loc *raw_dropped(
	struct walk *w, struct str name, enum raw_why why, bool closing);
void raw_say(struct walk *w);

/* ---- slips.c ---- */
/* True while slip s may still be said in this body; counts it. */
bool slip_said(struct walk *w, enum slip s);
void slip_line_start(struct walk *w, cmark_node *n, struct str s);
void slip_line_end(struct walk *w, bool soft);
struct loc slip_line_loc(struct walk *w, unsigned line); /* of its first word */
void slip_paragraph_start(struct walk *w, cmark_node *n);
void slip_paragraph_end(struct walk *w, cmark_node *n);
void slip_strong(struct walk *w, cmark_node *n, struct str s);
/* `[x](mon fichier.pdf)` at the front of s: bytes taken, or 0. */
struct blank_link {
	struct str text, target;
	size_t from, to;
	bool image;
};
bool slip_link_blank(struct str s, size_t at, struct blank_link *out);
/* `[texte] (adresse)`, `(texte)[adresse]`, `[texte](adresse`: links that are none. */
void slip_link_shape(struct walk *w, cmark_node *n, struct str s);
void slip_link_target(struct walk *w, cmark_node *n, struct body_link *link);
void slip_notes_say(struct walk *w);

#endif
