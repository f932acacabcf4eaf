/*
 * callout.c: quotes, and those that begin with [!NOTE] or a French word for it: boxes
 * with a visible French label.
 */
#include "markup/walk_internal.h"

#include "text/utf8.h"

struct callout {
	const char *words; /* folded, one space between and around */
	const char *class;
	const char *label;
};

static const struct callout callouts[] = {
	{" note info information remarque a noter nota bene ", "note", "À noter"},
	{" tip hint astuce conseil ", "conseil", "Conseil"},
	{" important ", "important", "Important"},
	{" warning attention avertissement alerte ", "attention", "Attention"},
	{" caution danger prudence ", "danger", "Danger"},
};

static const struct callout *callout_named(struct walk *w, struct str word)
{
	struct str folded = str_trim(utf8_fold(w->scratch, word));
	struct str key = str_printf(w->scratch, " %.*s ", STR_ARG(folded));
	for (size_t i = 0; i < sizeof callouts / sizeof callouts[0]; i++) {
		struct str known = str_of(callouts[i].words);
		if (folded.n && str_find(known, key) < known.n)
			return &callouts[i];
	}
	return NULL;
}

/* The text that begins the quote, when it begins with "[!". */
static cmark_node *marker_text(cmark_node *quote)
{
	cmark_node *p = cmark_node_first_child(quote);
	if (!p || cmark_node_get_type(p) != CMARK_NODE_PARAGRAPH)
		return NULL;
	cmark_node *text = cmark_node_first_child(p);
	if (!text || cmark_node_get_type(text) != CMARK_NODE_TEXT ||
		strncmp(cmark_node_get_literal(text), "[!", 2) != 0)
		return NULL;
	return text;
}

/* The marker is not shown; nor is the end of its line, nor its paragraph if that is
 * all. */
static void hide_marker(struct walk *w, cmark_node *text, struct str literal, size_t n)
{
	cmark_node *next = cmark_node_next(text);
	while (n < literal.n && ascii_blank(literal.p[n]))
		n++;
	w->skip = text;
	w->skip_n = n;
	if (n < literal.n)
		return;
	if (!next)
		w->skip_paragraph = cmark_node_parent(text);
	else if (cmark_node_get_type(next) == CMARK_NODE_SOFTBREAK ||
		 cmark_node_get_type(next) == CMARK_NODE_LINEBREAK)
		w->skip_break = next;
}

static const struct callout *callout_of(struct walk *w, cmark_node *quote)
{
	cmark_node *text = marker_text(quote);
	if (!text)
		return NULL;
	struct str s = str_of(cmark_node_get_literal(text));
	size_t end = str_index(s, ']');
	if (end == s.n)
		return NULL;
	struct str word = str_sub(s, 2, end);
	const struct callout *c = callout_named(w, word);
	if (c)
		hide_marker(w, text, s, end + 1);
	else if (slip_said(w, SLIP_OTHER))
		diag_say(w->d, MSG_MARKUP_CALLOUT,
			places_near(&w->places, cmark_node_get_start_line(text),
				cmark_node_get_start_column(text), STR("[!")),
			word);
	return c;
}

void quote_enter(struct walk *w, cmark_node *n)
{
	const struct callout *c = w->passes ? callout_of(w, n) : NULL;
	fresh_line(w);
	if (!c) {
		html_lit(w, "<blockquote>\n");
		return;
	}
	/* So that the exit knows without looking again. */
	cmark_node_set_user_data(n, w);
	strbuf_printf(&w->html,
		"<div class=\"encadre encadre-%s\" role=\"note\">\n"
		"<p class=\"encadre-titre\">%s</p>\n",
		c->class, c->label);
}

void quote_exit(struct walk *w, cmark_node *n)
{
	fresh_line(w);
	html(w, cmark_node_get_user_data(n) ? STR("</div>\n") : STR("</blockquote>\n"));
}
