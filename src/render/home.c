/*
 * home.c: the home page, the news and the lists as templates are shown them.
 */
#include "render/render_internal.h"
#include "text/typography.h"

/* ---- news ---- */

static struct view fiche_view(
	struct render *r, struct str prefix, const struct node *n, bool new_year)
{
	const struct value *header = n->page->header;
	struct view *v = view_new(r->page, fiche);
	v[V_fiche_fiche_titre] = view_text(shown_of(r, n)->title);
	v[V_fiche_fiche_lien] = view_text(link_of(r->page, prefix, n->address));
	v[V_fiche_fiche_resume] = view_text_if(shown_of(r, n)->summary);
	v[V_fiche_fiche_date] = date_view(r->page, n->page->date);
	v[V_fiche_fiche_categorie] =
		view_text_if(typography_of(r->page, value_text(header, "categorie")));
	v[V_fiche_fiche_image] = image_view(r, prefix, header);
	v[V_fiche_fiche_change_annee] = view_yes(new_year);
	return view_record(v);
}

static struct view news_view(
	struct render *r, struct str prefix, size_t most, bool years)
{
	const struct node_list *news = &r->w->collections[PAGE_NEWS].entries;
	size_t n = news->n < most ? news->n : most;
	struct view *list = arena_list(r->page, n, struct view);
	short year = 0;
	for (size_t i = 0; i < n; i++) {
		short own = news->v[i]->page->date.year;
		list[i] = fiche_view(r, prefix, news->v[i], years && own != year);
		year = own;
	}
	return view_list(list, n);
}

/* « Alerte du 23 novembre 2026 à 8 h au 27 novembre 2026 à 18 h » */
static struct str alert_period(struct arena *a, const struct page *p)
{
	const struct value *alert = value_get(p->header, "alerte");
	const struct value *from = value_get(alert, "du"), *to = value_get(alert, "au");
	if (!value_given(to))
		return (struct str){0};
	struct moment start =
		value_given(from) ? from->as.moment : (struct moment){p->date, -1};
	return str_printf(a, "Alerte du %.*s au %.*s", STR_ARG(moment_text(a, start)),
		STR_ARG(moment_text(a, to->as.moment)));
}

struct view actualite_view(struct render *r, const struct node *n)
{
	struct view *v = view_new(r->page, actualite);
	v[V_actualite_publiee] = date_view(r->page, n->page->date);
	v[V_actualite_rubrique] = view_text_if(
		typography_of(r->page, value_text(n->page->header, "categorie")));
	v[V_actualite_alerte_periode] = view_text_if(alert_period(r->page, n->page));
	return view_record(v);
}

/* ---- home ---- */

/* The commune's choice, else the first procedure of each category. */
static struct view frequent_view(struct render *r, struct str prefix)
{
	const struct node *v[HOME_PROCEDURES];
	size_t n = 0;
	const struct value *chosen =
		value_get(r->w->site->commune.v, "demarches_en_avant");
	for (size_t i = 0; i < value_count(chosen) && n < HOME_PROCEDURES; i++) {
		v[n] = procedure_node(r, value_at(chosen, i)->text);
		n += v[n] != NULL;
	}
	for (size_t i = 0; !value_count(chosen) && i < r->w->categories.n; i++)
		if (n < HOME_PROCEDURES)
			v[n++] = r->w->categories.v[i]->children.v[0];
	return cartes_view(r, prefix, v, n);
}

static struct view door_view(
	struct render *r, struct str prefix, const struct node *n, struct str words)
{
	struct view *v = view_new(r->page, porte);
	v[V_porte_porte_titre] = view_text(words);
	v[V_porte_porte_lien] = view_text(link_of(r->page, prefix, n->address));
	v[V_porte_porte_resume] = view_text_if(shown_of(r, n)->summary);
	return view_record(v);
}

/* The sections of the menu; the home page shows the news by themselves. */
static struct view doors_view(struct render *r, struct str prefix)
{
	struct view *list = arena_list(r->page, r->w->menu.n, struct view);
	size_t n = 0;
	for (size_t i = 0; i < r->w->menu.n; i++) {
		const struct menu_entry *e = &r->w->menu.v[i];
		if (e->node && e->node != r->w->home &&
			e->node != r->w->collections[PAGE_NEWS].list)
			list[n++] = door_view(
				r, prefix, e->node, typography_of(r->page, e->title));
	}
	return view_list(list, n);
}

struct view accueil_view(struct render *r, struct str prefix)
{
	struct view *v = view_new(r->page, accueil);
	v[V_accueil_frequentes] = frequent_view(r, prefix);
	v[V_accueil_dernieres] = news_view(r, prefix, HOME_NEWS, false);
	v[V_accueil_themes_demarches] = categories_view(r, prefix);
	v[V_accueil_prochains] =
		meetings_view(r, prefix, r->w->agenda.home.v, r->w->agenda.home.n);
	if (r->w->agenda.home.n)
		v[V_accueil_prochains_lien] = view_text(link_of(
			r->page, prefix, r->w->collections[PAGE_EVENT].list->address));
	v[V_accueil_portes] = doors_view(r, prefix);
	v[V_accueil_collectes] =
		pickups_view(r, r->w->rounds.home.v, r->w->rounds.home.n);
	if (r->w->rounds_page)
		v[V_accueil_collectes_lien] =
			view_text(link_of(r->page, prefix, r->w->rounds_page->address));
	v[V_accueil_ecole] = breaks_view(r, &r->w->school.home);
	if (r->w->school_page)
		v[V_accueil_ecole_lien] =
			view_text(link_of(r->page, prefix, r->w->school_page->address));
	v[V_accueil_conseil] = council_view(r, prefix);
	if (r->w->week.node)
		v[V_accueil_feuille_lien] =
			view_text(link_of(r->page, prefix, r->w->week.node->address));
	v[V_accueil_urgences] = urgences_view(r);
	if (r->w->numbers)
		v[V_accueil_numeros_lien] =
			view_text(link_of(r->page, prefix, r->w->numbers->address));
	return view_record(v);
}

/* ---- lists ---- */

static struct view children_view(
	struct render *r, struct str prefix, const struct node *n)
{
	struct view *list = arena_list(r->page, n->children.n, struct view);
	for (size_t i = 0; i < n->children.n; i++) {
		const struct node *c = n->children.v[i];
		list[i] = door_view(r, prefix, c, shown_of(r, c)->title);
	}
	return view_list(list, n->children.n);
}

struct view liste_view(struct render *r, struct str prefix, const struct node *n)
{
	bool folder = n->kind == NODE_PAGE || n->kind == NODE_PART ||
		      (n->kind == NODE_LIST && page_kinds[n->of].index);
	if (folder && !n->children.n)
		return (struct view){0};
	struct view *v = view_new(r->page, liste);
	if (folder) {
		v[V_liste_pages] = children_view(r, prefix, n);
	} else if (n->kind == NODE_LIST) {
		v[V_liste_actualites] = news_view(
			r, prefix, r->w->collections[PAGE_NEWS].entries.n, true);
	} else {
		v[V_liste_evenements] = groupes_view(r, prefix, &r->w->events);
		v[V_liste_publics] = groupes_view(r, prefix, &r->w->publics);
		if (n->kind == NODE_HEADING) {
			struct view *one = arena_new(r->page, struct view);
			*one = groupe_view(r, prefix, n);
			v[V_liste_groupes] = view_list(one, 1);
		} else {
			v[V_liste_groupes] = categories_view(r, prefix);
		}
	}
	return view_record(v);
}
