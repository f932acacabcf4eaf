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

/* A page of it, or words for its list, which stand in its folder too. */
static bool is_used(const struct web *w, enum page_kind kind)
{
	if (kind == PAGE_EVENT &&
		value_count(value_get(w->site->commune.v, "agendas_voisins")))
		return true;
	struct str folder = str_of(page_kinds[kind].folder);
	for (size_t i = 0; i < w->site->pages.n; i++)
		if (str_starts(w->site->pages.v[i].path, folder))
			return true;
	return false;
}

/* ---- parts: annuaire/associations/ ---- */

/* "annuaire/Associations/foot.md" -> "annuaire/Associations"; empty: of no part. */
static struct str part_folder(const struct page *p, enum page_kind kind)
{
	struct str rest = str_from(p->path, strlen(page_kinds[kind].folder));
	size_t slash = str_index(rest, '/');
	return slash == rest.n ? (struct str){0}
			       : str_sub(p->path, 0, p->path.n - rest.n + slash);
}

static struct str part_index(struct web *w, struct str folder)
{
	return str_printf(w->passing, "%.*s/index.md", STR_ARG(folder));
}

/* Folders whose names differ by accents or capitals are one part. */
static void add_part(struct web *w, enum page_kind kind, struct str folder)
{
	struct str name = str_from(folder, strlen(page_kinds[kind].folder));
	struct str slug = utf8_slug(w->passing, name);
	struct str address = str_printf(w->arena, "%s%.*s/index.html",
		page_kinds[kind].folder, STR_ARG(slug.n ? slug : STR("liste")));
	struct node *n = map_get(&w->by_address, address);
	if (!n) {
		n = web_add_node(w, NODE_PART, address,
			web_folder_title(w->arena, folder), w->collections[kind].list);
		n->of = kind;
	}
	struct str index = str_dup(w->arena, part_index(w, folder));
	if (n->source.n)
		*map_put(w->arena, &w->by_source, index) = n;
	else
		web_set_source(w, n, index);
}

/* A part stands when a page of it, or its words, are online. */
static void add_parts(struct web *w, enum page_kind kind)
{
	struct str folder = str_of(page_kinds[kind].folder);
	for (size_t i = 0; i < w->site->pages.n; i++) {
		const struct page *p = &w->site->pages.v[i];
		if (!str_starts(p->path, folder) || !web_is_online(w, p))
			continue;
		struct str part = part_folder(p, kind);
		if (part.n && !map_get(&w->by_source, part_index(w, part)))
			add_part(w, kind, part);
	}
}

void web_add_list_words(struct web *w, struct diag *d, const struct page *p)
{
	struct node *n = map_get(&w->by_source, p->path);
	if (web_address_taken(n->page ? n : NULL, d, p))
		return;
	web_add_text(w, n, p);
	web_describe(n, p);
}

void web_make_collections(struct web *w)
{
	for (enum page_kind k = 0; k < PAGE_KINDS; k++) {
		if (!kind_is_collection(k) || (page_kinds[k].if_used && !is_used(w, k)))
			continue;
		struct node *list = add_list(w, k, str_of(page_kinds[k].folder),
			str_of(page_kinds[k].list_title), w->home);
		if (page_kinds[k].list_summary)
			list->summary = str_of(page_kinds[k].list_summary);
		w->collections[k].list = list;
		if (page_kinds[k].parted)
			add_parts(w, k);
	}
	if (w->collections[PAGE_ACT].list)
		web_make_act_lists(w);
	if (w->collections[PAGE_EVENT].list)
		web_make_archives(w);
}

static struct node *part_of(struct web *w, const struct page *p)
{
	struct str folder =
		page_kinds[p->kind].parted ? part_folder(p, p->kind) : (struct str){0};
	return folder.n ? map_get(&w->by_source, part_index(w, folder)) : NULL;
}

/* Where a page of a collection stands, for ever. */
static struct str address_of(struct web *w, const struct page *p)
{
	const struct kind *k = &page_kinds[p->kind];
	if (k->by_day)
		return str_printf(w->arena, "%s%d/%02d-%02d-%.*s.html", k->folder,
			p->date.year, p->date.month, p->date.day, STR_ARG(p->stem));
	const struct node *part = part_of(w, p);
	if (part)
		return str_printf(w->arena, "%.*s%.*s.html",
			STR_ARG(str_sub(
				part->address, 0, str_rindex(part->address, '/') + 1)),
			STR_ARG(p->stem));
	return str_printf(w->arena, "%s%.*s.html", k->folder, STR_ARG(p->stem));
}

/* The list it stands in: of its part, of its year, where there is one. */
static const struct node *list_of(struct web *w, const struct page *p)
{
	const struct node *part = part_of(w, p);
	if (part)
		return part;
	struct str year = str_printf(w->passing, "%s%d/index.html",
		page_kinds[p->kind].folder, p->date.year);
	const struct node *n =
		page_kinds[p->kind].by_day ? map_get(&w->by_address, year) : NULL;
	return n ? n : w->collections[p->kind].list;
}

void web_add_entry(struct web *w, struct diag *d, const struct page *p)
{
	struct collection *c = &w->collections[p->kind];
	struct str address = address_of(w, p);
	if (web_address_taken(map_get(&w->by_address, address), d, p))
		return;
	struct node *n =
		web_add_node(w, NODE_ENTRY, address, (struct str){0}, list_of(w, p));
	n->of = p->kind;
	web_set_source(w, n, p->path);
	web_add_text(w, n, p);
	web_describe(n, p);
	*list_add(w->arena, &c->entries) = n;
	if (value_given(value_get(p->header, "horaires")))
		n->desk = web_desk_of_page(w, n, d);
	if (p->kind == PAGE_ACT)
		web_add_act_file(w, p);
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

/* The number that *s begins with, taken off it; its leading zeros do not count. */
static struct str take_number(struct str *s)
{
	size_t zeros = 0, end;
	while (zeros < s->n && s->p[zeros] == '0')
		zeros++;
	for (end = zeros; end < s->n && ascii_digit(s->p[end]);)
		end++;
	struct str number = str_sub(*s, zeros, end);
	*s = str_from(*s, end);
	return number;
}

/* As people number: "2026-9" before "2026-10". */
static int number_cmp(struct str a, struct str b)
{
	while (a.n && b.n) {
		if (ascii_digit(a.p[0]) && ascii_digit(b.p[0])) {
			struct str x = take_number(&a), y = take_number(&b);
			if (x.n != y.n)
				return x.n < y.n ? -1 : 1;
			int c = str_cmp(x, y);
			if (c)
				return c;
		} else if (a.p[0] != b.p[0]) {
			return (unsigned char)a.p[0] < (unsigned char)b.p[0] ? -1 : 1;
		} else {
			a = str_from(a, 1);
			b = str_from(b, 1);
		}
	}
	return a.n ? 1 : b.n ? -1 : 0;
}

static int by_register(const void *a, const void *b)
{
	const struct node *const *x = a, *const *y = b;
	int c = date_cmp((*y)->page->date, (*x)->page->date);
	if (!c)
		c = number_cmp(value_text((*x)->page->header, "numero"),
			value_text((*y)->page->header, "numero"));
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
	[ORDER_REGISTER] = by_register,
};

/* Parts below their list, entries below their part, or the list. */
static void hang_parts(struct web *w, enum page_kind k)
{
	const struct node_list *entries = &w->collections[k].entries;
	struct node_list parts = {0};
	for (size_t i = 0; i < w->nodes.n; i++)
		if (w->nodes.v[i]->kind == NODE_PART && w->nodes.v[i]->of == k)
			*list_add(w->passing, &parts) = w->nodes.v[i];
	if (parts.n)
		qsort(parts.v, parts.n, sizeof *parts.v, node_by_order);
	struct node *list = w->collections[k].list;
	for (size_t i = 0; i < parts.n; i++) {
		*list_add(w->arena, &list->children) = parts.v[i];
		for (size_t j = 0; j < entries->n; j++)
			if (entries->v[j]->parent == parts.v[i])
				*list_add(w->arena, &parts.v[i]->children) =
					entries->v[j];
	}
	for (size_t j = 0; j < entries->n; j++)
		if (entries->v[j]->parent == list)
			*list_add(w->arena, &list->children) = entries->v[j];
}

void web_sort_collections(struct web *w)
{
	for (enum page_kind k = 0; k < PAGE_KINDS; k++) {
		struct node_list *l = &w->collections[k].entries;
		if (l->n)
			qsort(l->v, l->n, sizeof *l->v,
				comparison[page_kinds[k].order]);
		if (w->collections[k].list && page_kinds[k].index)
			hang_parts(w, k);
	}
}
