/*
 * collections.c: the kinds of pages that one list shows (news first), by the table of
 * kinds: their lists, their addresses, their order. Free pages are nodes.c's.
 */
#include <stdlib.h>

#include "resolve/web_internal.h"
#include "text/utf8.h"

static struct node *add_list(struct web *w, enum page_kind kind, struct str folder,
	struct str title, const struct node *parent)
{
	struct node *n = web_add_node(w, NODE_LIST,
		str_printf(w->arena, "%.*sindex.html", STR_ARG(folder)), title, parent);
	n->of = kind;
	web_set_source(w, n, str_printf(w->arena, "%.*sindex.md", STR_ARG(folder)));
	return n;
}

void web_make_collections(struct web *w)
{
	for (enum page_kind k = 0; k < PAGE_KINDS; k++) {
		if (!kind_is_collection(k))
			continue;
		struct node *list = add_list(w, k, str_of(page_kinds[k].folder),
			str_of(page_kinds[k].list_title), w->home);
		if (page_kinds[k].list_summary)
			list->summary = str_of(page_kinds[k].list_summary);
		w->collections[k].list = list;
	}
}

void web_add_entry(struct web *w, struct diag *d, const struct page *p)
{
	struct collection *c = &w->collections[p->kind];
	struct str address = str_printf(
		w->arena, "%s%.*s.html", page_kinds[p->kind].folder, STR_ARG(p->stem));
	if (web_address_taken(map_get(&w->by_address, address), d, p))
		return;
	struct node *n = web_add_node(w, NODE_ENTRY, address, (struct str){0}, c->list);
	n->of = p->kind;
	web_set_source(w, n, p->path);
	web_add_text(w, n, p);
	web_describe(n, p);
	*list_add(w->arena, &c->entries) = n;
}

/* ---- their order ---- */

static int soonest_first(const void *a, const void *b)
{
	const struct node *const *x = a, *const *y = b;
	int c = date_cmp((*x)->page->date, (*y)->page->date);
	return c ? c : str_cmp((*x)->source, (*y)->source);
}

static int newest_first(const void *a, const void *b)
{
	const struct node *const *x = a, *const *y = b;
	int c = date_cmp((*y)->page->date, (*x)->page->date);
	return c ? c : str_cmp((*x)->source, (*y)->source);
}

static int by_title(const void *a, const void *b)
{
	const struct node *const *x = a, *const *y = b;
	int c = utf8_collate((*x)->title, (*y)->title);
	return c ? c : str_cmp((*x)->source, (*y)->source);
}

static int (*const comparison[])(const void *, const void *) = {
	[ORDER_GIVEN] = node_by_order,
	[ORDER_NEWEST] = newest_first,
	[ORDER_SOONEST] = soonest_first,
	[ORDER_TITLE] = by_title,
};

void web_sort_collections(struct web *w)
{
	for (enum page_kind k = 0; k < PAGE_KINDS; k++) {
		struct node_list *l = &w->collections[k].entries;
		if (l->n)
			qsort(l->v, l->n, sizeof *l->v,
				comparison[page_kinds[k].order]);
	}
}
