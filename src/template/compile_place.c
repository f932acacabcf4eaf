/*
 * compile_place.c: where a value may stand in HTML, and how it is escaped there. The
 * places themselves are html_state.c's business.
 */
#include "template/compile_internal.h"

struct html_state compile_enter_html(struct compile *c)
{
	html_boundary(&c->html);
	return c->html;
}

void compile_leave_html(
	struct compile *c, const struct node *n, struct html_state found)
{
	struct html_state now = c->html;
	c->html = found;
	if (!c->is_html || html_leave(&c->html, &now) || c->stopped)
		return;
	compile_say(c, MSG_TEMPLATE_STATE_LEFT, n, n->text, html_show(c->a, &found),
		html_show(c->a, &now));
	c->html = found;
}

static bool in_attribute(struct compile *c, const struct node *n, enum slot_kind kind,
	enum op_escape *escape)
{
	struct str none = {0}, name = str_dup(c->a, html_name(&c->html));
	enum html_attribute attribute = (enum html_attribute)c->html.attribute;
	*escape = attribute == HTML_LINK ? ESCAPE_LINK : ESCAPE_HTML;
	if (attribute == HTML_HANDLER)
		compile_say(c, MSG_TEMPLATE_IN_HANDLER, n, n->text, name, none);
	else if (attribute == HTML_EQUIV ||
		 (attribute == HTML_CONTENT && c->html.equiv == 1))
		compile_say(c, MSG_TEMPLATE_REFRESH, n, none, none, none);
	else if (attribute == HTML_LINK && kind != SLOT_LINK)
		compile_say(c, MSG_TEMPLATE_NOT_LINK, n, n->text, name, none);
	else if (kind == SLOT_HTML)
		compile_say(c, MSG_TEMPLATE_HTML_AS_TEXT, n, n->text, none, none);
	else
		return true;
	return false;
}

/* Which message a place that takes no value deserves. */
static enum diag_code refusal(const struct html_state *s)
{
	switch ((enum html_where)s->where) {
	case HTML_RAW: return MSG_TEMPLATE_IN_SCRIPT;
	case HTML_COMMENT:
	case HTML_DECLARATION:
	case HTML_BOGUS: return MSG_TEMPLATE_IN_COMMENT;
	case HTML_BARE:
	case HTML_BEFORE_VALUE: return MSG_TEMPLATE_IN_BARE;
	default: return MSG_TEMPLATE_IN_TAG;
	}
}

static bool in_html(struct compile *c, const struct node *n, enum slot_kind kind,
	enum op_escape *escape)
{
	struct str none = {0};
	*escape = kind == SLOT_HTML ? ESCAPE_NONE : ESCAPE_HTML;
	if (c->html.where == HTML_TEXT)
		return true;
	if (html_quoted(&c->html))
		return in_attribute(c, n, kind, escape);
	if (!html_in_title(&c->html))
		compile_say(c, refusal(&c->html), n, n->text,
			str_dup(c->a, html_element(&c->html)), none);
	else if (kind == SLOT_HTML)
		compile_say(c, MSG_TEMPLATE_HTML_AS_TEXT, n, n->text, none, none);
	else
		return true;
	return false;
}

bool compile_escape(struct compile *c, const struct node *n, enum slot_kind kind,
	enum op_escape *escape)
{
	*escape = n->kind == NODE_RAW ? ESCAPE_NONE : c->escape;
	if (!c->is_html)
		return true;
	bool good = in_html(c, n, kind, escape);
	if (good && c->html.attribute == HTML_CONTENT && html_quoted(&c->html))
		c->html.equiv = 2;
	html_boundary(&c->html);
	return good;
}
