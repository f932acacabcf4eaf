/*
 * raw_said.c: what is said of raw HTML, once for each name: which tags were dropped,
 * why, and the Markdown to write instead. It drops nothing: raw_html.c does.
 */
#include "markup/walk_internal.h"

/* The sign of Markdown that does what the tags do, the same in every language. */
static const struct {
	const char *tags;
	struct str markdown;
} instead[] = {
	{" b strong ", STR_INIT("**…**")},
	{" i em ", STR_INIT("*…*")},
	{" a ", STR_INIT("[…](…)")},
	{" img ", STR_INIT("![…](…)")},
	{" h1 h2 h3 h4 h5 h6 ", STR_INIT("## …")},
	{" ul li ", STR_INIT("- …")},
	{" ol ", STR_INIT("1. …")},
	{" table thead tbody tr th td ", STR_INIT("| … | … |")},
	{" blockquote ", STR_INIT("> …")},
	{" hr ", STR_INIT("---")},
	{" code pre tt ", STR_INIT("`…`")},
};

static struct str markdown_of(struct walk *w, struct str tag)
{
	struct str key = str_printf(w->scratch, " %.*s ", STR_ARG(tag));
	for (size_t i = 0; i < sizeof instead / sizeof instead[0]; i++) {
		struct str tags = str_of(instead[i].tags);
		if (str_find(tags, key) < tags.n)
			return instead[i].markdown;
	}
	return (struct str){0};
}

struct loc *raw_dropped(struct walk *w, struct str name, enum raw_why why, bool closing)
{
	struct raw *r = &w->raw;
	for (size_t i = 0; i < r->n_said; i++) {
		struct raw_said *s = &r->said[i];
		if ((str_eq(s->name, name) && s->why == why) || i + 1 == RAW_SAID_MAX) {
			s->n += !closing;
			return NULL;
		}
	}
	struct raw_said *s = &r->said[r->n_said++];
	*s = (struct raw_said){
		.name = str_dup(w->scratch, name), .why = why, .n = !closing};
	return &s->loc;
}

void raw_say(struct walk *w)
{
	static const enum diag_code code[] = {
		[RAW_UNKNOWN] = MSG_MARKUP_HTML,
		[RAW_CONTENTS] = MSG_MARKUP_HTML_CONTENTS,
		[RAW_ATTRIBUTES] = MSG_MARKUP_HTML_ATTRIBUTES,
		[RAW_PLACE] = MSG_MARKUP_HTML_PLACE,
	};
	for (size_t i = 0; i < w->raw.n_said; i++) {
		const struct raw_said *s = &w->raw.said[i];
		struct str times = {0}, markdown = markdown_of(w, s->name);
		if (s->n > 1)
			times = str_printf(w->scratch, " (%u\u00A0×)", s->n);
		bool needless = s->why == RAW_UNKNOWN && !markdown.n;
		diag_say(w->d, needless ? MSG_MARKUP_HTML_NEEDLESS : code[s->why],
			s->loc, s->name, times, markdown);
	}
}
