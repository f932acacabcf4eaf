/*
 * lists.c: the pages that nobody writes: procedures and their headings, legal texts,
 * sources, site map, the page of what is not found.
 */
#include <stdlib.h>

#include "resolve/web.h"
#include "text/utf8.h"

static void add_procedure(struct web *w, struct node *list, const struct procedure *p)
{
	struct arena *a = w->arena;
	struct str address = str_printf(a, "demarches/%.*s.html", STR_ARG(p->id));
	if (map_get(&w->by_address, address))
		return; /* a catalogue's demarches/index.md: the list has its address */
	struct node *n = web_add_node(w, p->hidden ? NODE_MOVED : NODE_PROCEDURE,
		address, value_text(p->v, "titre"), list);
	if (!n->title.n)
		n->title = n->menu_title = p->id; /* only its address is left */
	n->procedure = p;
	n->summary = value_text(p->v, "resume");
	n->source = str_printf(a, "demarches/%.*s.md", STR_ARG(p->id));
	*map_put(a, &w->by_source, n->source) = n;
	if (p->hidden)
		return;
	for (size_t i = 0; i < p->texts.n; i++) {
		const struct procedure_text *t = &p->texts.v[i];
		*list_add(a, &n->texts) = (struct text){
			.page = t->page, .body = &t->page->body, .title = t->title};
	}
	*list_add(a, &list->children) = n;
}

static int by_title(const void *a, const void *b)
{
	const struct node *const *x = a, *const *y = b;
	int c = utf8_collate((*x)->title, (*y)->title);
	return c ? c : str_cmp((*x)->address, (*y)->address);
}

static bool list_has(const struct value *list, struct str id)
{
	for (size_t i = 0; i < value_count(list); i++)
		if (str_eq(value_at(list, i)->text, id))
			return true;
	return false;
}

static bool belongs(const struct node *n, const char *key, struct str id)
{
	const struct value *v = value_get(n->procedure->v, key);
	/* What schema_demarche says stands where nothing is said. */
	if (!value_count(v) && strcmp(key, "public") == 0)
		return str_is(id, "particuliers");
	if (!v)
		return false;
	return v->kind == VALUE_LIST ? list_has(v, id) : str_eq(v->text, id);
}

/* One page per heading that has procedures. */
static void add_heading(struct web *w, const char *folder, const char *key,
	const struct heading *h, struct node_list *out)
{
	const struct node *list = w->procedure_list;
	struct node *n = NULL;
	for (size_t i = 0; i < list->children.n; i++) {
		const struct node *p = list->children.v[i];
		if (!belongs(p, key, h->id))
			continue;
		if (!n) {
			n = web_add_node(w, NODE_HEADING,
				str_printf(w->arena, "demarches/%s/%.*s.html", folder,
					STR_ARG(h->id)),
				h->title, list);
			n->heading = h;
			n->summary = h->summary;
			*list_add(w->arena, out) = n;
		}
		*list_add(w->arena, &n->children) = p;
	}
}

/* The way to a procedure goes through its category, which its page then leads back to. */
static void hang_under_categories(struct web *w)
{
	for (size_t i = 0; i < w->nodes.n; i++) {
		struct node *n = w->nodes.v[i];
		for (size_t k = 0; n->kind == NODE_PROCEDURE && k < w->categories.n;
			k++) {
			const struct node *category = w->categories.v[k];
			if (belongs(n, "categorie", category->heading->id))
				n->parent = category;
		}
	}
}

static const struct heading publics[] = {
	{STR_INIT("particuliers"), STR_INIT("Particuliers"), {0}, {0}, {0}},
	{STR_INIT("entreprises"), STR_INIT("Entreprises"), {0}, {0}, {0}},
	{STR_INIT("associations"), STR_INIT("Associations"), {0}, {0}, {0}},
};

static void make_procedures(struct web *w)
{
	struct node *list = web_add_node(w, NODE_PROCEDURES,
		STR("demarches/index.html"), STR("Démarches"), w->home);
	list->summary = STR("Toutes les démarches, en ligne et à la mairie.");
	list->source = STR("demarches/index.md");
	*map_put(w->arena, &w->by_source, list->source) = list;
	w->procedure_list = list;
	const struct procedures *p = &w->procedures;
	for (size_t i = 0; i < p->all.n; i++)
		add_procedure(w, list, &p->all.v[i]);
	if (list->children.n)
		qsort(list->children.v, list->children.n, sizeof *list->children.v,
			by_title);
	for (size_t i = 0; i < p->categories.n; i++)
		add_heading(w, "categories", "categorie", &p->categories.v[i],
			&w->categories);
	hang_under_categories(w);
	if (list->children.n)
		w->booklet = web_add_node(w, NODE_BOOKLET, STR("demarches/livret.html"),
			STR("Livret des démarches"), list);
	for (size_t i = 0; i < p->events.n; i++)
		add_heading(w, "evenements", "evenements", &p->events.v[i], &w->events);
	for (size_t i = 0; i < sizeof publics / sizeof *publics; i++)
		add_heading(w, "publics", "public", &publics[i], &w->publics);
	/* A hidden procedure leads to the one that replaces it, else to the list. */
	for (size_t i = 0; i < w->nodes.n; i++) {
		struct node *n = w->nodes.v[i];
		if (n->kind != NODE_MOVED)
			continue;
		struct str to = str_printf(w->arena, "demarches/%.*s.md",
			STR_ARG(n->procedure->replaced_by));
		const struct node *other = map_get(&w->by_source, to);
		struct target *moved = arena_new(w->arena, struct target);
		moved->kind = TARGET_NODE;
		moved->node = other && other->kind == NODE_PROCEDURE ? other : list;
		n->moved = moved;
	}
}

/* One text of a catalogue, unless a page of the commune has its address. */
static void add_mention(
	struct web *w, const struct catalogue *c, const struct page *p, struct diag *d)
{
	struct str address = str_printf(w->arena, "%.*s.html", STR_ARG(p->stem));
	struct node *n = map_get(&w->by_address, address);
	void **source = map_put(w->arena, &w->by_source, p->path);
	if (n) {
		if (!*source)
			*source = n; /* links of other legal texts lead to the commune's
				      */
		return;
	}
	n = web_add_node(
		w, NODE_MENTION, address, value_text(p->header, "titre"), w->home);
	*source = n;
	n->source = p->path;
	n->page = p;
	n->summary = value_text(p->header, "resume");
	const struct page *shown = page_guarded(w->arena, c, NULL, p, d);
	*list_add(w->arena, &n->texts) =
		(struct text){.page = shown, .body = &shown->body};
	*list_add(w->arena, &w->legal) = n;
	if (str_is(p->stem, "accessibilite"))
		w->accessibility = n;
}

/* « seulement_si: courriel »: a town hall that nobody can write to has no such page. */
static bool is_meant(const struct web *w, const struct page *p)
{
	const struct value *commune = w->site->commune.v;
	return !commune || !value_given(value_get(p->header, "seulement_si")) ||
	       value_given(value_get(value_get(commune, "mairie"), "courriel")) ||
	       value_given(value_get(value_get(commune, "saisine"), "courriel"));
}

/* The texts the law wants: the last catalogue that has one of a name gives it. */
static void make_mentions(struct web *w, struct diag *d)
{
	for (size_t i = w->site->catalogues.n; i-- > 0;) {
		const struct catalogue *c = &w->site->catalogues.v[i];
		for (size_t k = 0; k < c->mentions.n; k++)
			if (is_meant(w, &c->mentions.v[k]))
				add_mention(w, c, &c->mentions.v[k], d);
	}
}

/* What the law asks for, and no catalogue or page gives. */
static void say_missing(struct web *w, struct diag *d)
{
	const struct value *v = w->site->commune.v, *from = value_get(v, "catalogues");
	if (!v)
		return; /* a catalogue alone: another one may give them */
	static const char *const stems[] = {
		"mentions-legales", "confidentialite", "accessibilite"};
	for (size_t i = 0; i < 3; i++) {
		struct str address = str_printf(w->arena, "%s.html", stems[i]);
		struct node *n = map_get(&w->by_address, address);
		if (!n)
			diag_say(d, MSG_LEGAL_MISSING,
				value_given(from) ? from->loc : v->loc,
				str_of(stems[i]));
		else if (n->kind == NODE_PAGE) {
			*list_add(w->arena, &w->legal) = n;
			if (i == 2)
				w->accessibility = n;
		}
	}
}

void web_make_lists(struct web *w)
{
	make_procedures(w);
	w->sources = web_add_node(w, NODE_SOURCES, STR("sources.html"),
		STR("Sources et licences"), w->home);
	w->sitemap = web_add_node(w, NODE_SITEMAP, STR("plan-du-site.html"),
		STR("Plan du site"), w->home);
	w->search = web_add_node(
		w, NODE_SEARCH, STR("recherche.html"), STR("Recherche"), w->home);
	w->not_found = web_add_node(
		w, NODE_NOT_FOUND, STR("404.html"), STR("Page introuvable"), w->home);
}

void web_make_legal(struct web *w, struct diag *d)
{
	make_mentions(w, d);
	say_missing(w, d);
	*list_add(w->arena, &w->legal) = map_get(&w->by_address, w->sources->address);
}
