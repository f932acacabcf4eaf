/*
 * links.c: links of this site that lead nowhere. Where they lead was found by resolve;
 * procedures that nobody defines are procedures.c's business.
 */
#include "check/check_internal.h"

#include "text/scheme.h"

static void say_offline(const struct at *at, const struct page *page)
{
	bool draft = value_yes(page->header, "brouillon", false);
	diag_say(at->diag, draft ? MSG_CHECK_LINK_DRAFT : MSG_CHECK_LINK_NOT_NOW,
		at->link->loc, page->path);
}

/* A procedure that this commune hides: the mayor's own texts may want another word. */
static void say_hidden(const struct at *at)
{
	if (is_own(at) && at->target->node)
		diag_say(at->diag, MSG_CHECK_LINK_HIDDEN, at->link->loc,
			at->target->node->procedure->id);
}

void broken_link(const struct at *at)
{
	const struct target *t = at->target;
	struct str written = str_trim(at->link->target), scheme = scheme_of(written);
	if (t->kind == TARGET_DROPPED)
		say_hidden(at);
	if (t->kind != TARGET_BROKEN || t->procedure)
		return;
	if (!written.n) {
		/* A catalogue's link that may not be made was emptied, and said. */
		if (is_own(at))
			diag_say(at->diag, MSG_CHECK_LINK_EMPTY, at->link->loc,
				shown(at, at->link->text));
		return;
	}
	if (t->offline)
		say_offline(at, t->offline);
	else if (scheme.n)
		diag_say(at->diag, MSG_CHECK_LINK_SCHEME, at->link->loc, scheme);
	else if (t->near.n)
		diag_say(at->diag, MSG_CHECK_LINK_NEAR, at->link->loc,
			shown(at, written), t->near);
	else
		diag_say(at->diag, MSG_CHECK_LINK_BROKEN, at->link->loc,
			shown(at, written));
}

void missing_anchor(const struct at *at)
{
	const struct target *t = at->target;
	if (!t->anchor_missing || (t->kind != TARGET_NODE && t->kind != TARGET_ANCHOR))
		return;
	const struct node *n = t->kind == TARGET_NODE ? t->node : at->node;
	diag_say(at->diag, MSG_CHECK_ANCHOR, at->link->loc, n->title,
		shown(at, t->anchor));
}
