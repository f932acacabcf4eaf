/*
 * token.h: a template cut into texts and tags, before they are nested. Only the parser
 * uses it.
 */
#ifndef TEMPLATE_TOKEN_H
#define TEMPLATE_TOKEN_H

#include "template/parse.h"

enum token_kind {
	TOKEN_TEXT, /* at most one line, its end included */
	TOKEN_VALUE,
	TOKEN_RAW,
	TOKEN_SECTION,
	TOKEN_INVERTED,
	TOKEN_PARTIAL,
	TOKEN_PARENT,
	TOKEN_BLOCK,
	TOKEN_CLOSE,
	TOKEN_SILENT, /* a comment or a change of delimiters */
};

#define TOKEN_NONE ((size_t)-1)

struct token {
	enum token_kind kind;
	struct str
		text; /* TEXT: bytes, emptied where a tag stands alone; else the name */
	size_t at, end;  /* offsets in the file */
	size_t match;    /* an opening tag's closing one and back, or TOKEN_NONE */
	bool fresh;      /* begins a line */
	bool alone;      /* nothing else on its line */
	struct str lead; /* the blanks before it, where nothing else is */
};

struct token_list {
	struct token *v;
	size_t n, cap;
};

/* Cut a file; false when it has errors (said). */
bool tokens_cut(struct arena *a, struct token_list *l, const struct template_file *file,
	struct diag *d);

/* Pair opening and closing tags; false when they do not pair (said). */
bool tokens_pair(
	struct token_list *l, const struct template_file *file, struct diag *d);

/* Empty the texts of lines that hold only a tag, as the specification says. */
void tokens_strip(struct token_list *l);

static inline bool token_opens(enum token_kind k)
{
	return k == TOKEN_SECTION || k == TOKEN_INVERTED || k == TOKEN_PARENT ||
	       k == TOKEN_BLOCK;
}

#endif
