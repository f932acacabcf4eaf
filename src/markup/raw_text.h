/*
 * raw_text.h: HTML cut into tags, comments and text; and that text as words. It decides
 * nothing: raw_html.c does.
 */
#ifndef MARKUP_RAW_TEXT_H
#define MARKUP_RAW_TEXT_H

#include "base/str.h"

#define RAW_NAME_MAX 20 /* longer names of tags are cut in messages */

enum raw_kind { RAW_TEXT, RAW_TAG, RAW_COMMENT, RAW_COMMENT_OPEN };

struct raw_token {
	enum raw_kind kind;
	struct str whole; /* as written */
	struct str name;  /* RAW_TAG: lower case; "!doctype", "?php" */
	bool closing, attributes;
};

/*
 * Cut the next token off *rest; false when it is spent. *quotes_lost is the caller's
 * memory, false at first: it keeps unclosed quotes from costing a search each.
 */
bool raw_next(
	struct arena *a, struct str *rest, bool *quotes_lost, struct raw_token *k);

struct walk;
struct cmark_node;
/* Text of node n between tags, with its entities resolved, as words. */
void raw_text(struct walk *w, struct cmark_node *n, struct str s);

#endif
