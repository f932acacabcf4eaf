/*
 * booklet.c: all procedures in one page made for paper, for those without internet: by
 * category, what each asks and where to go, the human way first. What a procedure says
 * is procedure.c's business.
 */
#include "render/render_internal.h"

static struct view entry_view(struct render *r, struct str prefix, const struct node *n)
{
	struct view *v = view_new(r->page, livret_demarche);
	v[V_livret_demarche_livret_titre] = view_text(shown_of(r, n)->title);
	v[V_livret_demarche_livret_id] = view_text(n->procedure->id);
	v[V_livret_demarche_livret_ancre] =
		view_text(str_printf(r->page, "#%.*s", STR_ARG(n->procedure->id)));
	v[V_livret_demarche_livret_lien] =
		view_text(link_of(r->page, prefix, n->address));
	v[V_livret_demarche_livret_resume] = view_text_if(shown_of(r, n)->summary);
	v[V_livret_demarche_livret_faits] = demarche_view(r, prefix, n);
	return view_record(v);
}

static struct view part_view(struct render *r, struct str prefix, struct str title,
	struct str id, const struct node *const *nodes, size_t n)
{
	struct view *list = arena_list(r->page, n, struct view);
	for (size_t i = 0; i < n; i++)
		list[i] = entry_view(r, prefix, nodes[i]);
	struct view *v = view_new(r->page, livret_partie);
	v[V_livret_partie_partie_titre] = view_text(title);
	v[V_livret_partie_partie_id] =
		view_text(str_printf(r->page, "partie-%.*s", STR_ARG(id)));
	v[V_livret_partie_partie_ancre] =
		view_text(str_printf(r->page, "#partie-%.*s", STR_ARG(id)));
	v[V_livret_partie_partie_demarches] = view_list(list, n);
	return view_record(v);
}

struct view livret_view(struct render *r, struct str prefix)
{
	const struct node_list *l = &r->w->categories;
	struct view *parts = arena_list(r->page, l->n + 1, struct view);
	const struct node **others;
	size_t n_others = procedures_of_no_category(r, &others);
	for (size_t i = 0; i < l->n; i++) {
		const struct node *c = l->v[i];
		parts[i] = part_view(r, prefix, shown_of(r, c)->title, c->heading->id,
			c->children.v, c->children.n);
	}
	if (n_others)
		parts[l->n] = part_view(r, prefix, STR("Autres démarches"),
			STR("autres"), others, n_others);
	return view_list(parts, l->n + (n_others > 0));
}
