/*
 * view.h: what a template is shown. Shapes are the static types (a table of named
 * slots, published as the theme data model); views are values of those types, built by
 * the caller for one rendering. The template folder knows no page: only these.
 */
#ifndef TEMPLATE_VIEW_H
#define TEMPLATE_VIEW_H

#include "base/str.h"

enum slot_kind {
	SLOT_TEXT, /* escaped when shown */
	SLOT_HTML, /* shown as it is: only the program makes such values */
	SLOT_LINK, /* text that is an address: the only kind allowed in href and src */
	SLOT_YES,  /* a section only: shown or not */
	SLOT_RECORD, /* of `of` */
	SLOT_LIST,   /* of records of `of`: a section with `nombre` and `elements` */
};

struct shape;

struct slot {
	const char *name; /* French, as templates write it: [a-z0-9_] */
	const struct shape *of;
	const char *help; /* French: one sentence, for docs/themes.md */
	enum slot_kind kind;
	bool optional; /* may be absent: must stand in its own section */
	/*
	 * Of a root shape: which of the caller's keys says when what stands here has
	 * changed, from 1 (see struct template_memo); 0: it is another at each page.
	 */
	unsigned char kept;
};

struct shape {
	const char *name;
	const struct slot *slots; /* n rows: a record has a view for each, in order */
	size_t n;
	const char *help;
};

enum view_kind { VIEW_NONE, VIEW_TEXT, VIEW_HTML, VIEW_YES, VIEW_RECORD, VIEW_LIST };

/* A zeroed view is an absent value, a false, an empty list. */
struct view {
	enum view_kind kind;
	union {
		struct str text;          /* TEXT (also links), HTML */
		const struct view *slots; /* RECORD: one per row of its shape */
		struct {
			const struct view *v; /* LIST: n records */
			size_t n;
		} list;
	};
};

static inline struct view view_text(struct str s)
{
	return (struct view){.kind = VIEW_TEXT, .text = s};
}
/* Absent when empty: for optional slots. */
static inline struct view view_text_if(struct str s)
{
	return s.n ? view_text(s) : (struct view){.kind = VIEW_NONE};
}
static inline struct view view_html(struct str s)
{
	return (struct view){.kind = VIEW_HTML, .text = s};
}
static inline struct view view_html_if(struct str s)
{
	return s.n ? view_html(s) : (struct view){.kind = VIEW_NONE};
}
static inline struct view view_yes(bool yes)
{
	return (struct view){.kind = yes ? VIEW_YES : VIEW_NONE};
}
static inline struct view view_record(const struct view *slots)
{
	return (struct view){.kind = slots ? VIEW_RECORD : VIEW_NONE, .slots = slots};
}
static inline struct view view_list(const struct view *v, size_t n)
{
	return (struct view){.kind = n ? VIEW_LIST : VIEW_NONE, .list = {v, n}};
}

#endif
