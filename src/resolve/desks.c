/*
 * desks.c: the places of a commune that receive people, each with its hours. What hours
 * mean is opening.c's; this file only finds who has some.
 */
#include "resolve/web_internal.h"
#include "text/utf8.h"

const struct desk *web_mairie(const struct web *w)
{
	return w->desks.n ? &w->desks.v[0] : NULL;
}

const struct desk *web_desk_named(
	struct arena *scratch, const struct web *w, struct str name)
{
	struct str id = utf8_slug(scratch, name);
	for (size_t i = 0; id.n && i < w->desks.n; i++)
		if (str_eq(w->desks.v[i].id, id))
			return &w->desks.v[i];
	return NULL;
}

/* "agence-postale", "agence-postale-2". */
static struct str id_of(struct web *w, struct str name)
{
	struct str slug = utf8_slug(w->arena, name),
		   id = slug.n ? slug : STR("accueil");
	for (size_t i = 0, k = 2; i < w->desks.n; i++)
		if (str_eq(w->desks.v[i].id, id)) {
			id = str_printf(w->arena, "%.*s-%zu", STR_ARG(slug), k++);
			i = (size_t)-1;
		}
	return id;
}

static struct desk make_desk(struct web *w, const struct value *v, struct str id,
	struct str name, struct diag *d)
{
	struct desk k = {.v = v, .id = id, .name = name};
	struct moment until;
	opening_read(w->arena, v, w->site->commune.code_departement, d, &k.opening);
	opening_announced(w->arena, &k.opening, w->now.day, &k.closures, &until);
	if (until.day.year)
		web_valid_until(w, until);
	if (k.opening.given) {
		struct date season = opening_season_change(&k.opening, w->now.day);
		opening_holidays(w->arena, &k.opening, w->now.day.year, &k.holidays);
		k.rules = opening_rules(w->arena, &k.opening, w->now.day);
		if (season.year)
			web_valid_until(w, (struct moment){season, 0});
	}
	return k;
}

static void add_desk(struct web *w, const struct value *v, struct str id,
	struct str name, struct diag *d)
{
	const struct desk k = make_desk(w, v, id, name, d);
	*list_add(w->arena, &w->desks) = k;
}

const struct desk *web_desk_of_page(struct web *w, const struct node *n, struct diag *d)
{
	struct desk *k = arena_new(w->arena, struct desk);
	*k = make_desk(w, n->page->header, (struct str){0}, n->title, d);
	return k;
}

/* A page that the commune wrote keeps its address: it says its hours itself. */
static const struct node *add_node(struct web *w, enum node_kind kind,
	const char *address, const char *title, const struct node *parent)
{
	if (map_get(&w->by_address, str_of(address)))
		return NULL;
	return web_add_node(w, kind, str_of(address), str_of(title), parent);
}

static void add_pages(struct web *w)
{
	bool any = false;
	for (size_t i = 0; i < w->desks.n; i++)
		any = any || w->desks.v[i].opening.given;
	if (!any)
		return;
	w->hours = add_node(
		w, NODE_HOURS, "horaires.html", "Horaires d’ouverture", w->home);
	w->poster = add_node(w, NODE_POSTER, "horaires-affiche.html",
		"Horaires à afficher", w->hours ? w->hours : w->home);
}

/* Those that say how to reach their own mairie. */
static void add_delegated(struct web *w, struct diag *d)
{
	static const char *const keys[] = {
		"adresse", "telephone", "courriel", "horaires"};
	const struct value *all = value_get(w->site->commune.v, "communes_deleguees");
	for (size_t i = 0; i < value_count(all); i++) {
		const struct value *v = value_at(all, i);
		struct commune named = {.nom = value_text(v, "nom")};
		size_t k = 0;
		while (k < sizeof keys / sizeof *keys &&
			!value_given(value_get(v, keys[k])))
			k++;
		if (!named.nom.n || k == sizeof keys / sizeof *keys)
			continue;
		commune_contract(w->arena, &named);
		struct str name = str_printf(
			w->arena, "Mairie déléguée %.*s", STR_ARG(named.de_nom));
		add_desk(w, v, id_of(w, name), name, d);
	}
}

void web_make_desks(struct web *w, struct diag *d)
{
	const struct commune *c = &w->site->commune;
	const struct value *mairie = value_get(c->v, "mairie"),
			   *others = value_get(c->v, "accueils");
	if (!c->v)
		return;
	struct str name = value_text(mairie, "nom");
	if (!name.n)
		name = str_printf(w->arena, "Mairie %.*s", STR_ARG(c->de_nom));
	add_desk(w, mairie, STR("mairie"), name, d);
	for (size_t i = 0; i < value_count(others); i++) {
		const struct value *v = value_at(others, i);
		name = value_text(v, "nom");
		if (name.n)
			add_desk(w, v, id_of(w, name), name, d);
	}
	add_delegated(w, d);
	add_pages(w);
}
