/*
 * gallery.c: the page on which a theme's author sees every part in every state: it is
 * given all that the other templates are given, at once. Of what a page has one of, the
 * first of the gallery's own shows it in full, as its files are named for it; the lists of
 * `galerie` hold them all.
 */
#include "render/render_internal.h"

struct views {
	struct view *v;
	size_t n, cap;
};

static bool is_of(const struct node *n, enum node_kind kind, enum page_kind of)
{
	bool shared = kind == NODE_ENTRY || kind == NODE_LIST;
	return n->kind == kind && (!shared || n->of == of);
}

/* The first page of a kind, by address; NULL when there is none. */
static const struct node *first(
	const struct render *r, enum node_kind kind, enum page_kind of)
{
	for (size_t i = 0; i < r->w->nodes.n; i++)
		if (is_of(r->w->nodes.v[i], kind, of))
			return r->w->nodes.v[i];
	return NULL;
}

typedef struct view view_of(struct render *r, struct str prefix, const struct node *n);

static struct view one(struct render *r, struct str prefix, enum node_kind kind,
	enum page_kind of, view_of *view)
{
	const struct node *n = first(r, kind, of);
	return n ? view(r, prefix, n) : (struct view){0};
}

static void add_all(struct render *r, struct str prefix, enum node_kind kind,
	enum page_kind of, view_of *view, struct views *list)
{
	for (size_t i = 0; i < r->w->nodes.n; i++) {
		const struct node *n = r->w->nodes.v[i];
		if (is_of(n, kind, of))
			*list_add(r->page, list) = view(r, prefix, n);
	}
}

static struct view all(struct render *r, struct str prefix, enum node_kind kind,
	enum page_kind of, view_of *view)
{
	struct views list = {0};
	add_all(r, prefix, kind, of, view, &list);
	return view_list(list.v, list.n);
}

static struct view news_of(struct render *r, struct str prefix, const struct node *n)
{
	(void)prefix;
	return actualite_view(r, n);
}

/* Three templates show a list each: the procedures, the news, the pages of a folder. */
static struct view lists(struct render *r, struct str prefix)
{
	const struct node *folder = NULL;
	for (size_t i = 0; i < r->w->nodes.n && !folder; i++)
		if (r->w->nodes.v[i]->kind == NODE_PAGE && r->w->nodes.v[i]->children.n)
			folder = r->w->nodes.v[i];
	struct view *v = view_new(r->page, liste);
	const struct node *of[] = {
		r->w->procedure_list, r->w->collections[PAGE_NEWS].list, folder};
	for (size_t i = 0; i < sizeof of / sizeof *of; i++) {
		struct view part =
			of[i] ? liste_view(r, prefix, of[i]) : (struct view){0};
		for (size_t k = 0; part.kind == VIEW_RECORD && k < V_liste_COUNT; k++)
			if (part.slots[k].kind != VIEW_NONE)
				v[k] = part.slots[k];
	}
	return view_record(v);
}

static struct view states(struct render *r, struct str prefix)
{
	struct view *v = view_new(r->page, galerie);
	struct views entries = {0};
	v[V_galerie_galerie_demarches] =
		all(r, prefix, NODE_PROCEDURE, 0, demarche_view);
	v[V_galerie_galerie_actes] = all(r, prefix, NODE_ENTRY, PAGE_ACT, acte_view);
	v[V_galerie_galerie_evenements] =
		all(r, prefix, NODE_ENTRY, PAGE_EVENT, evenement_view);
	add_all(r, prefix, NODE_ENTRY, PAGE_PLACE, fiche_annuaire_view, &entries);
	add_all(r, prefix, NODE_ENTRY, PAGE_DIRECTORY, fiche_annuaire_view, &entries);
	v[V_galerie_galerie_fiches] = view_list(entries.v, entries.n);
	return view_record(v);
}

void gallery_fill(
	struct render *r, struct str prefix, const struct node *n, struct view *root)
{
	(void)n;
	root[V_racine_galerie] = states(r, prefix);
	root[V_racine_accueil] = accueil_view(r, prefix);
	root[V_racine_liste] = lists(r, prefix);
	root[V_racine_demarche] = one(r, prefix, NODE_PROCEDURE, 0, demarche_view);
	root[V_racine_actualite] = one(r, prefix, NODE_ENTRY, PAGE_NEWS, news_of);
	root[V_racine_acte] = one(r, prefix, NODE_ENTRY, PAGE_ACT, acte_view);
	root[V_racine_evenement] =
		one(r, prefix, NODE_ENTRY, PAGE_EVENT, evenement_view);
	root[V_racine_fiche_annuaire] =
		one(r, prefix, NODE_ENTRY, PAGE_PLACE, fiche_annuaire_view);
	root[V_racine_actes] = one(r, prefix, NODE_LIST, PAGE_ACT, actes_view);
	root[V_racine_agenda] = one(r, prefix, NODE_LIST, PAGE_EVENT, agenda_view);
	root[V_racine_guichets] = guichets_view(r);
	root[V_racine_recherche] = recherche_view(r, prefix);
	root[V_racine_repertoire] =
		one(r, prefix, NODE_LIST, PAGE_DIRECTORY, repertoire_view);
	root[V_racine_plan] = plan_view(r, prefix);
}
