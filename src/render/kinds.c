/*
 * kinds.c: how each kind of node is shown: its template, its name for themes, what it
 * adds to what every page shows. One row each; it makes no view itself.
 */
#include "render/render_internal.h"

/* ---- what a kind adds to the root of the data model ---- */

static void add_home(
	struct render *r, struct str prefix, const struct node *n, struct view *root)
{
	(void)n;
	root[V_racine_accueil] = accueil_view(r, prefix);
}

static void add_list(
	struct render *r, struct str prefix, const struct node *n, struct view *root)
{
	root[V_racine_liste] = liste_view(r, prefix, n);
}

static void add_news(
	struct render *r, struct str prefix, const struct node *n, struct view *root)
{
	(void)prefix;
	root[V_racine_actualite] = actualite_view(r, n);
}

static void add_act(
	struct render *r, struct str prefix, const struct node *n, struct view *root)
{
	root[V_racine_acte] = acte_view(r, prefix, n);
}

static void add_acts(
	struct render *r, struct str prefix, const struct node *n, struct view *root)
{
	root[V_racine_actes] = actes_view(r, prefix, n);
}

/* Twice, for themes that show a directory as any folder of pages. */
static void add_directory(
	struct render *r, struct str prefix, const struct node *n, struct view *root)
{
	root[V_racine_repertoire] = repertoire_view(r, prefix, n);
	root[V_racine_liste] = liste_view(r, prefix, n);
}

static void add_directory_entry(
	struct render *r, struct str prefix, const struct node *n, struct view *root)
{
	root[V_racine_fiche_annuaire] = fiche_annuaire_view(r, prefix, n);
}

static void add_event(
	struct render *r, struct str prefix, const struct node *n, struct view *root)
{
	root[V_racine_evenement] = evenement_view(r, prefix, n);
}

static void add_agenda(
	struct render *r, struct str prefix, const struct node *n, struct view *root)
{
	root[V_racine_agenda] = agenda_view(r, prefix, n);
}

static void add_procedure(
	struct render *r, struct str prefix, const struct node *n, struct view *root)
{
	root[V_racine_demarche] = demarche_view(r, prefix, n);
}

static void add_booklet(
	struct render *r, struct str prefix, const struct node *n, struct view *root)
{
	(void)n;
	root[V_racine_livret] = livret_view(r, prefix);
}

static void add_plan(
	struct render *r, struct str prefix, const struct node *n, struct view *root)
{
	(void)n;
	root[V_racine_plan] = plan_view(r, prefix);
}

static void add_desks(
	struct render *r, struct str prefix, const struct node *n, struct view *root)
{
	(void)prefix;
	(void)n;
	root[V_racine_guichets] = guichets_view(r);
}

static void add_week(
	struct render *r, struct str prefix, const struct node *n, struct view *root)
{
	(void)n;
	root[V_racine_feuille] = feuille_view(r, prefix);
}

static void add_search(
	struct render *r, struct str prefix, const struct node *n, struct view *root)
{
	(void)n;
	root[V_racine_recherche] = recherche_view(r, prefix);
}

/* ---- the tables ---- */

/* Nodes that are of no collection. */
static const struct node_look looks[] = {
	[NODE_HOME] = {TEMPLATE_HOME, "accueil", "", add_home, town_hall_json},
	[NODE_PAGE] = {TEMPLATE_PAGE, "page", "", add_list, NULL},
	[NODE_ACTS] = {TEMPLATE_ACTS, "actes", "", add_acts, NULL},
	[NODE_PAST_EVENTS] = {TEMPLATE_AGENDA, "agenda", "", add_agenda, NULL},
	[NODE_PROCEDURE] = {TEMPLATE_PROCEDURE, "demarche", "Démarche", add_procedure,
		procedure_json},
	[NODE_PROCEDURES] = {TEMPLATE_PROCEDURES, "demarches", "", add_list, NULL},
	[NODE_BOOKLET] = {TEMPLATE_BOOKLET, "livret", "", add_booklet, NULL},
	[NODE_HEADING] = {TEMPLATE_HEADING, "rubrique", "Démarches", add_list, NULL},
	[NODE_MENTION] = {TEMPLATE_PAGE, "page", "", NULL, NULL},
	[NODE_SOURCES] = {TEMPLATE_PAGE, "page", "", NULL, NULL},
	[NODE_SITEMAP] = {TEMPLATE_SITEMAP, "plan", "", add_plan, NULL},
	[NODE_SEARCH] = {TEMPLATE_SEARCH, "recherche", "", add_search, NULL},
	[NODE_NUMBERS] = {TEMPLATE_PAGE, "numeros", "", NULL, NULL},
	[NODE_MEALS] = {TEMPLATE_PAGE, "cantine", "", NULL, NULL},
	[NODE_SCHOOL] = {TEMPLATE_PAGE, "ecole", "", NULL, NULL},
	[NODE_ROUNDS] = {TEMPLATE_PAGE, "collectes", "", NULL, NULL},
	[NODE_PEOPLE] = {TEMPLATE_PAGE, "elus", "", NULL, NULL},
	[NODE_HOURS] = {TEMPLATE_HOURS, "horaires", "", add_desks, town_hall_json},
	[NODE_POSTER] = {TEMPLATE_POSTER, "affiche", "", add_desks, NULL},
	[NODE_WEEK] = {TEMPLATE_WEEK, "semaine", "", add_week, NULL},
	[NODE_MOVED] = {TEMPLATE_MOVED, "renvoi", "", NULL, NULL},
	[NODE_NOT_FOUND] = {TEMPLATE_NOT_FOUND, "introuvable", "", NULL, NULL},
	[NODE_GALLERY] = {TEMPLATE_GALLERY, "galerie", "", gallery_fill, NULL},
};

/* Collections: one of their pages, and the list of them all. */
static const struct {
	struct node_look entry, list;
	const char *none; /* what the list says when it is empty */
	struct feed feed; /* path NULL: it has none */
} collections[PAGE_KINDS] = {
	[PAGE_NEWS] = {{TEMPLATE_NEWS, "actualite", "Actualité", add_news, NULL},
		{TEMPLATE_NEWS_LIST, "actualites", "", add_list, NULL},
		"Il n’y a pas d’actualité pour le moment.",
		{"actualites/flux.xml", news_entry}},
	[PAGE_ACT] = {{TEMPLATE_ACT, "acte", "Acte", add_act, NULL},
		{TEMPLATE_ACTS, "actes", "", add_acts, NULL},
		"Aucun acte n’est en ligne pour le moment.",
		{"actes/flux.xml", act_entry}},
	[PAGE_DIRECTORY] = {{TEMPLATE_DIRECTORY_ENTRY, "fiche", "Annuaire",
				    add_directory_entry, NULL},
		{TEMPLATE_DIRECTORY, "annuaire", "", add_directory, NULL},
		"L’annuaire est vide pour le moment.", {NULL, NULL}},
	[PAGE_PLACE] = {{TEMPLATE_DIRECTORY_ENTRY, "lieu", "Lieu", add_directory_entry,
				NULL},
		{TEMPLATE_DIRECTORY, "lieux", "", add_directory, NULL},
		"Aucun lieu n’est décrit pour le moment.", {NULL, NULL}},
	[PAGE_EVENT] = {{TEMPLATE_EVENT, "evenement", "Événement", add_event,
				event_json},
		{TEMPLATE_AGENDA, "agenda", "", add_agenda, NULL},
		"Aucun événement n’est annoncé pour le moment.", {NULL, NULL}},
};

/* One row for who finds what: site maps, robots and the search must agree. */
enum node_finding node_found(const struct node *n)
{
	switch (n->kind) {
	case NODE_MOVED:
	case NODE_NOT_FOUND:
	case NODE_GALLERY:
	case NODE_POSTER:                     /* the page of hours has the same */
	case NODE_WEEK: return FOUND_BY_NONE; /* other pages have all of it */
	case NODE_HOME:
	case NODE_SITEMAP:
	case NODE_SEARCH: return FOUND_BY_ROBOTS; /* people are there already */
	default: return FOUND_BY_ALL;
	}
}

const struct node_look *look_of(const struct node *n)
{
	if (n->kind == NODE_ENTRY)
		return &collections[n->of].entry;
	if (n->kind == NODE_LIST || n->kind == NODE_PART)
		return &collections[n->of].list;
	return &looks[n->kind];
}

const char *words_of_none(const struct node *list)
{
	return collections[list->of].none;
}

const struct feed *feed_of(enum page_kind kind)
{
	return collections[kind].feed.path ? &collections[kind].feed : NULL;
}
