/*
 * lines.c: lines that hold only a tag leave no trace in the output. Which they are is
 * decided here, on tokens, a line at a time; nothing is nested yet.
 *
 * A line is bare when, blanks aside, it holds
 *   - one tag that shows nothing by itself (all but values), or
 *   - several tags of inheritance ({{<p}}{{$b}}), or
 *   - a parent whole, whatever it contains ({{<p}}{{$b}}x{{/b}}{{/p}}),
 * but not a block whole outside a parent: its contents stand there.
 */
#include "template/token.h"

static bool blank(const struct token *t)
{
	return t->kind == TOKEN_TEXT && str_trim(t->text).n == 0;
}

static bool silent_alone(const struct token *t)
{
	return t->kind != TOKEN_TEXT && t->kind != TOKEN_VALUE && t->kind != TOKEN_RAW;
}

static bool of_inheritance(const struct token_list *l, const struct token *t)
{
	if (t->kind == TOKEN_CLOSE)
		t = &l->v[t->match];
	return t->kind == TOKEN_PARENT || t->kind == TOKEN_BLOCK;
}

/* Whether the tokens [from, to) of one line make a bare line. */
static bool bare(const struct token_list *l, size_t from, size_t to)
{
	size_t tags = 0, others = 0;
	for (size_t i = from; i < to; i++) {
		const struct token *t = &l->v[i];
		if (blank(t))
			continue;
		if (!silent_alone(t))
			return false;
		bool whole = token_opens(t->kind) && t->match < to;
		if (whole && t->kind == TOKEN_BLOCK)
			return false;
		others += !of_inheritance(l, t);
		tags++;
		if (whole && t->kind == TOKEN_PARENT)
			i = t->match;
	}
	return tags == 1 || (tags > 1 && others == 0);
}

/* The blanks before the first tag of a line; empty where a text stands first. */
static struct str lead_of(const struct token_list *l, size_t from, size_t to)
{
	const struct token *t = &l->v[from];
	return from + 1 < to && blank(t) ? t->text : (struct str){0};
}

static void line(struct token_list *l, size_t from, size_t to)
{
	struct str lead = lead_of(l, from, to);
	size_t first = from + (lead.n > 0);
	l->v[first].lead = lead;
	if (!bare(l, from, to))
		return;
	for (size_t i = from; i < to; i++) {
		struct token *t = &l->v[i];
		t->alone = t->kind != TOKEN_TEXT;
		if (i == first && t->kind == TOKEN_PARENT && t->match < to)
			i = t->match;
		else if (t->kind == TOKEN_TEXT)
			t->text.n = 0;
	}
	/* What follows a parent whole on its line. */
	if (l->v[to - 1].kind == TOKEN_TEXT)
		l->v[to - 1].text.n = 0;
}

void tokens_strip(struct token_list *l)
{
	for (size_t from = 0, to; from < l->n; from = to) {
		to = from;
		while (to < l->n && !(l->v[to].kind == TOKEN_TEXT &&
					    str_ends(l->v[to].text, STR("\n"))))
			to++;
		to += to < l->n;
		line(l, from, to);
	}
}
