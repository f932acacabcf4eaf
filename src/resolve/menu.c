/*
 * menu.c: the menu: commune.yaml's when it gives one, else procedures, collections and
 * the folders of pages/, in the order people gave them.
 */
#include <stdlib.h>

#include "resolve/web.h"
#include "text/utf8.h"

static void add_entry(struct web *w, const struct node *n)
{
	*list_add(w->arena, &w->menu) = (struct menu_entry){n->menu_title, n, {0}};
}

static void say_broken(
	const struct value *entry, const struct target *t, struct diag *d)
{
	struct loc loc = value_get(entry, "lien")->loc;
	struct str title = value_text(entry, "titre"),
		   written = value_text(entry, "lien");
	if (t->offline)
		diag_say(d, MSG_MENU_OFFLINE, loc, title, t->offline->path);
	else if (t->near.n)
		diag_say(d, MSG_MENU_NEAR, loc, title, written, t->near);
	else
		diag_say(d, MSG_MENU_BROKEN, loc, title, written);
}

static void add_given(struct web *w, const struct value *entry, struct diag *d)
{
	struct str written = value_text(entry, "lien"),
		   title = value_text(entry, "titre");
	struct target t = web_target(w, w->home, NULL, NULL, written);
	if (t.kind == TARGET_NODE)
		*list_add(w->arena, &w->menu) = (struct menu_entry){title, t.node, {0}};
	else if (t.kind == TARGET_EXTERNAL || t.kind == TARGET_FILE)
		*list_add(w->arena, &w->menu) =
			(struct menu_entry){title, NULL, t.path};
	else
		say_broken(entry, &t, d);
}

bool web_is_legal(const struct web *w, const struct node *n)
{
	for (size_t i = 0; i < w->legal.n; i++)
		if (w->legal.v[i] == n)
			return true;
	return false;
}

void web_make_menu(struct web *w, struct diag *d)
{
	const struct value *given = value_get(w->site->commune.v, "menu");
	for (size_t i = 0; i < value_count(given); i++)
		add_given(w, value_at(given, i), d);
	if (w->menu.n)
		return;
	if (w->procedure_list->children.n)
		add_entry(w, w->procedure_list);
	for (enum page_kind k = 0; k < PAGE_KINDS; k++)
		if (page_kinds[k].in_menu &&
			(w->collections[k].entries.n ||
				(k == PAGE_EVENT && w->agenda.events.n)))
			add_entry(w, w->collections[k].list);
	struct node_list top = {0};
	for (size_t i = 0; i < w->nodes.n; i++) {
		struct node *n = w->nodes.v[i];
		if (n->kind == NODE_PAGE && n->parent == w->home && !web_is_legal(w, n))
			*list_add(w->arena, &top) = n;
	}
	if (top.n)
		qsort(top.v, top.n, sizeof *top.v, node_by_order);
	for (size_t i = 0; i < top.n; i++)
		add_entry(w, top.v[i]);
}
