/*
 * acts_list.c: the pages that list acts: by sitting in a year, by type, by matter; the
 * sentence that says how the commune makes its acts public.
 */
#include "render/render_internal.h"
#include "text/typography.h"

struct views {
	struct view *v;
	size_t n, cap;
};

/* ---- groups ---- */

static void add_group(struct render *r, struct str title, struct str id,
	const struct views *lines, struct views *groups)
{
	if (!lines->n)
		return;
	struct view *v = view_new(r->page, groupe_actes);
	v[V_groupe_actes_groupe_actes_titre] = view_text(typography_of(r->page, title));
	v[V_groupe_actes_groupe_actes_id] = view_text(id);
	v[V_groupe_actes_lignes] = view_list(lines->v, lines->n);
	*list_add(r->page, groups) = view_record(v);
}

/* The list first, then the minutes, then what was decided. */
static int rank_in_sitting(enum act_type t)
{
	return t == ACT_LIST ? 0 : t == ACT_MINUTES ? 1 : 2;
}

static void add_sitting(struct render *r, struct str prefix, struct date day,
	unsigned types, short year, struct views *groups)
{
	const struct acts *all = &r->w->acts;
	struct views lines = {0};
	for (int rank = 0; rank < 3; rank++)
		for (size_t i = 0; i < all->online.n; i++) {
			const struct act *x = &all->online.v[i];
			if (date_cmp(x->sitting, day) == 0 && (types >> x->type & 1) &&
				(!year || x->node->page->date.year == year) &&
				rank_in_sitting(x->type) == rank)
				*list_add(r->page, &lines) =
					acte_ligne_view(r, prefix, x);
		}
	add_group(r,
		str_printf(r->page, "Séance du %.*s",
			STR_ARG(date_text_short(r->page, day))),
		str_printf(r->page, "seance-%.*s", STR_ARG(date_iso(r->page, day))),
		&lines, groups);
}

/* Each sitting once: acts of one are not always neighbours in the list. */
static void add_sittings(struct render *r, struct str prefix, unsigned types,
	short year, struct views *groups)
{
	const struct acts *all = &r->w->acts;
	for (size_t i = 0; i < all->sittings.n; i++)
		add_sitting(r, prefix, all->sittings.v[i].day, types, year, groups);
}

/* What comes from no sitting: what the mayor signed. */
static void add_alone(struct render *r, struct str prefix, unsigned types, short year,
	struct str title, struct views *groups)
{
	struct views lines = {0};
	for (size_t i = 0; i < r->w->acts.online.n; i++) {
		const struct act *x = &r->w->acts.online.v[i];
		if (!x->sitting.year && (types >> x->type & 1) &&
			x->node->page->date.year == year)
			*list_add(r->page, &lines) = acte_ligne_view(r, prefix, x);
	}
	add_group(r, title, str_printf(r->page, "arretes-%d", year), &lines, groups);
}

static void add_matters(struct render *r, struct str prefix, struct views *groups)
{
	for (int m = 0; m < ACT_MATTERS; m++) {
		struct views lines = {0};
		for (size_t i = 0; i < r->w->acts.online.n; i++) {
			const struct act *x = &r->w->acts.online.v[i];
			if (x->matter == m)
				*list_add(r->page, &lines) =
					acte_ligne_view(r, prefix, x);
		}
		struct str id = str_printf(r->page, "matiere-%d", m + 1);
		add_group(r, acte_matter_text(r->page, m), id, &lines, groups);
	}
}

#define ALL_TYPES (~0u)

static void add_year(
	struct render *r, struct str prefix, short year, struct views *groups)
{
	add_sittings(r, prefix, ALL_TYPES, year, groups);
	add_alone(r, prefix, ALL_TYPES, year, STR("Arrêtés et décisions"), groups);
}

static struct view groups_view(
	struct render *r, struct str prefix, const struct node *n)
{
	const struct acts *all = &r->w->acts;
	struct views groups = {0};
	if (n->kind == NODE_LIST && all->years.n) {
		add_year(r, prefix, all->years.v[0]->acts->year, &groups);
	} else if (n->kind == NODE_ACTS && n->acts->by == ACTS_OF_YEAR) {
		add_year(r, prefix, n->acts->year, &groups);
	} else if (n->kind == NODE_ACTS && n->acts->by == ACTS_BY_MATTER) {
		add_matters(r, prefix, &groups);
	} else if (n->kind == NODE_ACTS) {
		add_sittings(r, prefix, n->acts->types, 0, &groups);
		for (size_t i = 0; i < all->years.n; i++) {
			short year = all->years.v[i]->acts->year;
			add_alone(r, prefix, n->acts->types, year,
				str_printf(r->page, "%d", year), &groups);
		}
	}
	return view_list(groups.v, groups.n);
}

/* ---- around them ---- */

/* « Par délibération… »: what people may rely on, in the words of the law. */
static struct str publicity_text(enum act_publicity p)
{
	switch (p) {
	case ACTS_POSTED:
		return STR("Par délibération du conseil municipal, les actes de la "
			   "commune sont rendus publics par affichage à la mairie. "
			   "Ceux qui sont ici y sont ajoutés pour information.");
	case ACTS_ON_PAPER:
		return STR("Par délibération du conseil municipal, les actes de la "
			   "commune sont rendus publics sur papier, à la disposition "
			   "de tous à la mairie. Ceux qui sont ici y sont ajoutés "
			   "pour information.");
	case ACTS_ONLINE: break;
	}
	return STR("Les actes de la commune sont publiés ici, sous forme "
		   "électronique ; la date de mise en ligne figure sur chacun. La "
		   "mairie en remet une copie sur papier à qui la demande.");
}

static struct view pages_view(struct render *r, struct str prefix,
	const struct node *shown, struct node *const *v, size_t n)
{
	struct view *list = arena_list(r->page, n, struct view);
	for (size_t i = 0; i < n; i++) {
		struct view *f = view_new(r->page, filtre);
		f[V_filtre_filtre_texte] = view_text(shown_of(r, v[i])->menu_title);
		f[V_filtre_filtre_lien] =
			view_text(link_of(r->page, prefix, v[i]->address));
		f[V_filtre_filtre_actif] = view_yes(v[i] == shown);
		list[i] = view_record(f);
	}
	return view_list(list, n);
}

struct view actes_view(struct render *r, struct str prefix, const struct node *n)
{
	const struct acts *all = &r->w->acts;
	struct view *v = view_new(r->page, actes);
	v[V_actes_publicite] =
		view_text(typography_of(r->page, publicity_text(all->publicity)));
	v[V_actes_filtres] = pages_view(r, prefix, n, all->others.v, all->others.n);
	v[V_actes_annees] = pages_view(r, prefix, n, all->years.v, all->years.n);
	v[V_actes_groupes_actes] = groups_view(r, prefix, n);
	if (deliberations_any(r))
		v[V_actes_donnees_lien] =
			view_text(link_of(r->page, prefix, STR(DELIBERATIONS_PATH)));
	v[V_actes_tous_lien] = view_text(
		link_of(r->page, prefix, r->w->collections[PAGE_ACT].list->address));
	v[V_actes_est_tous] = view_yes(n->kind == NODE_LIST);
	return view_record(v);
}
