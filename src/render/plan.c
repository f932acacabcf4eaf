/*
 * plan.c: the site map page: sections with all their pages, procedures, legal texts.
 * Each collection (news) is one list there, as in the menu: their own page has them all.
 */
#include "render/render_internal.h"

struct pages {
	struct view *v;
	size_t n, cap;
};

static void add_page(
	struct render *r, struct str prefix, const struct node *n, struct pages *out)
{
	struct view *v = view_new(r->page, plan_page);
	v[V_plan_page_plan_texte] = view_text(shown_of(r, n)->title);
	v[V_plan_page_plan_page_lien] = view_text(link_of(r->page, prefix, n->address));
	*list_add(r->page, out) = view_record(v);
}

static void add_below(
	struct render *r, struct str prefix, const struct node *n, struct pages *out)
{
	for (size_t i = 0; i < n->children.n; i++) {
		add_page(r, prefix, n->children.v[i], out);
		if (n->kind == NODE_PAGE)
			add_below(r, prefix, n->children.v[i], out);
	}
}

static void add_part(struct render *r, struct str prefix, struct str title,
	const struct node *n, const struct pages *pages, struct pages *parts)
{
	struct view *v = view_new(r->page, plan);
	v[V_plan_plan_titre] = view_text(title);
	if (n)
		v[V_plan_partie_lien] = view_text(link_of(r->page, prefix, n->address));
	v[V_plan_plan_pages] = view_list(pages->v, pages->n);
	*list_add(r->page, parts) = view_record(v);
}

static void add_section(
	struct render *r, struct str prefix, const struct node *n, struct pages *parts)
{
	struct pages pages = {0};
	add_below(r, prefix, n, &pages);
	add_part(r, prefix, shown_of(r, n)->title, n, &pages, parts);
}

/* Folders of pages/ by address, then the pages that stand alone. */
static void add_free_pages(struct render *r, struct str prefix, struct pages *parts)
{
	struct pages alone = {0};
	for (size_t i = 0; i < r->w->nodes.n; i++) {
		const struct node *n = r->w->nodes.v[i];
		if (n->kind != NODE_PAGE || n->parent != r->w->home ||
			web_is_legal(r->w, n))
			continue;
		if (n->children.n)
			add_section(r, prefix, n, parts);
		else
			add_page(r, prefix, n, &alone);
	}
	if (alone.n)
		add_part(r, prefix, STR("Autres pages"), NULL, &alone, parts);
}

/* Pages that Tambour makes of a file beside commune.yaml, or of a part of it. */
static void add_made(struct render *r, struct str prefix, struct pages *parts)
{
	const struct web *w = r->w;
	const struct node *const made[] = {w->people, w->numbers, w->hours,
		w->school_page, w->meals_page, w->rounds_page};
	struct pages none = {0};
	for (size_t i = 0; i < sizeof made / sizeof *made; i++)
		if (made[i])
			add_part(r, prefix, shown_of(r, made[i])->title, made[i], &none,
				parts);
}

struct view plan_view(struct render *r, struct str prefix)
{
	const struct web *w = r->w;
	struct pages parts = {0}, legal = {0}, none = {0};
	add_part(r, prefix, shown_of(r, w->home)->menu_title, w->home, &none, &parts);
	if (w->procedure_list->children.n)
		add_section(r, prefix, w->procedure_list, &parts);
	for (enum page_kind k = 0; k < PAGE_KINDS; k++) {
		const struct collection *c = &w->collections[k];
		struct pages below = {0};
		if (!c->entries.n)
			continue;
		if (page_kinds[k].index)
			add_below(r, prefix, c->list, &below);
		add_part(r, prefix, shown_of(r, c->list)->title, c->list, &below,
			&parts);
	}
	add_free_pages(r, prefix, &parts);
	add_made(r, prefix, &parts);
	for (size_t i = 0; i < w->legal.n; i++)
		add_page(r, prefix, w->legal.v[i], &legal);
	add_part(r, prefix, STR("Informations légales"), NULL, &legal, &parts);
	return view_list(parts.v, parts.n);
}
