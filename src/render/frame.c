/*
 * frame.c: all that pages of one depth share: site, menu, foot, alerts, mairie, assets.
 * Made at the first page of that depth; only the marks of the menu change afterwards.
 */
#include "render/render_internal.h"
#include "text/typography.h"

static struct str prefix_of(struct arena *a, size_t depth)
{
	struct strbuf b = strbuf_on(a);
	for (size_t i = 0; i < depth; i++)
		strbuf_lit(&b, "../");
	return strbuf_str(&b);
}

static struct view node_link(struct render *r, struct str prefix, const struct node *n)
{
	return view_text(link_of(r->site, prefix, n->address));
}

static struct view slogan_of(struct render *r)
{
	const struct page *home = r->w->home->page;
	struct str s = home ? value_text(home->header, "slogan") : (struct str){0};
	return view_text_if(typography_of(r->site, s));
}

static struct view blason_of(struct render *r, struct str prefix)
{
	const struct value *settings = value_get(r->w->site->commune.v, "site");
	struct str path = value_text(settings, "blason");
	if (!path.n || !web_shows(r->w, path))
		return (struct view){0};
	return view_text(link_of_file(r->site, prefix, path));
}

/* What fits on a poster: "www.commune.example/site". */
static struct str short_address(const struct render *r)
{
	struct str s = str_from(r->base, str_find(r->base, STR("://")) + 3);
	return str_ends(s, STR("/")) ? str_sub(s, 0, s.n - 1) : s;
}

static struct view site_view(struct render *r, struct str prefix)
{
	struct arena *a = r->site;
	const struct web *w = r->w;
	const struct commune *c = &w->site->commune;
	struct view *v = view_new(a, site);
	v[V_site_nom] = view_text(typography_of(a, c->nom));
	v[V_site_de_nom] = view_text(typography_of(a, c->de_nom));
	v[V_site_titre_site] = view_text(r->title);
	v[V_site_slogan] = slogan_of(r);
	v[V_site_langue] = view_text(STR("fr"));
	v[V_site_departement] = view_text_if(c->departement);
	v[V_site_adresse_courte] = view_text_if(short_address(r));
	v[V_site_accueil_lien] = node_link(r, prefix, w->home);
	v[V_site_flux_lien] = view_text(link_of(a, prefix, STR("actualites/flux.xml")));
	v[V_site_alertes_lien] = view_text(link_of(a, prefix, STR(ALERTS_PATH)));
	v[V_site_plan_lien] = node_link(r, prefix, w->sitemap);
	v[V_site_recherche_lien] = node_link(r, prefix, w->search);
	v[V_site_actualites_lien] =
		node_link(r, prefix, w->collections[PAGE_NEWS].list);
	if (w->booklet)
		v[V_site_livret_lien] = node_link(r, prefix, w->booklet);
	v[V_site_demarches_lien] = node_link(r, prefix, w->procedure_list);
	/* Without a statement (said by resolve) the mention leads to what there is. */
	v[V_site_accessibilite_lien] =
		node_link(r, prefix, w->accessibility ? w->accessibility : w->sitemap);
	v[V_site_accessibilite_mention] =
		view_text(typography_of(a, str_printf(a, "Accessibilité : %.*s",
						   STR_ARG(accessibility_state(w)))));
	v[V_site_blason] = blason_of(r, prefix);
	v[V_site_manifeste] = view_text(link_of(a, prefix, STR(MANIFEST_PATH)));
	v[V_site_palette] = view_text(link_of(a, prefix, r->palette));
	return view_record(v);
}

/* ---- the menu ---- */

/* The pages of a section; for procedures, their categories. */
static const struct node *child(const struct render *r, const struct node *n, size_t i)
{
	return n == r->w->procedure_list ? r->w->categories.v[i] : n->children.v[i];
}

static size_t children(const struct render *r, const struct node *n)
{
	size_t all = !n                          ? 0
		     : n == r->w->procedure_list ? r->w->categories.n
						 : n->children.n;
	return all > MENU_CHILDREN ? 0 : all;
}

static struct view submenu_view(struct render *r, struct frame *f, size_t entry)
{
	const struct node *n = r->w->menu.v[entry].node;
	size_t count = children(r, n);
	struct view *list = arena_list(r->site, count, struct view);
	f->submenu[entry] = arena_list(r->site, count, struct view *);
	for (size_t i = 0; i < count; i++) {
		const struct node *c = child(r, n, i);
		struct view *v = view_new(r->site, sous_entree);
		v[V_sous_entree_sous_texte] = view_text(shown_of(r, c)->menu_title);
		v[V_sous_entree_sous_lien] = node_link(r, f->prefix, c);
		f->submenu[entry][i] = v;
		list[i] = view_record(v);
	}
	return view_list(list, count);
}

/* An entry without a page is a file of this site or an address outside. */
static struct str entry_link(
	struct render *r, struct str prefix, const struct menu_entry *e)
{
	if (e->node)
		return link_of(r->site, prefix, e->node->address);
	if (map_get(&r->w->by_file, e->address))
		return link_of_file(r->site, prefix, e->address);
	return e->address;
}

static struct view menu_view(struct render *r, struct frame *f)
{
	size_t n = r->w->menu.n;
	struct view *list = arena_list(r->site, n, struct view);
	f->menu = arena_list(r->site, n, struct view *);
	f->submenu = arena_list(r->site, n, struct view **);
	for (size_t i = 0; i < n; i++) {
		const struct menu_entry *e = &r->w->menu.v[i];
		struct view *v = view_new(r->site, entree);
		v[V_entree_texte] = view_text(typography_of(r->site, e->title));
		v[V_entree_lien] = view_text(entry_link(r, f->prefix, e));
		v[V_entree_sous_menu] = submenu_view(r, f, i);
		f->menu[i] = v;
		list[i] = view_record(v);
	}
	return view_list(list, n);
}

static bool mark_children(struct render *r, struct frame *f, size_t entry,
	const struct node *shown, bool on)
{
	bool marked = false;
	size_t count = children(r, r->w->menu.v[entry].node);
	for (size_t i = 0; i < count; i++)
		if (child(r, r->w->menu.v[entry].node, i) == shown) {
			f->submenu[entry][i][V_sous_entree_sous_actif] = view_yes(on);
			marked = true;
		}
	return marked;
}

bool frame_mark(struct render *r, struct frame *f, const struct node *n, bool on)
{
	bool marked = false;
	for (const struct node *up = n; up; up = up->parent)
		for (size_t i = 0; i < r->w->menu.n; i++) {
			/* The home page is above all: it is open only when shown. */
			if (r->w->menu.v[i].node != up || (up != n && up == r->w->home))
				continue;
			int slot = up == n ? V_entree_actif : V_entree_ouvert;
			f->menu[i][slot] = view_yes(on);
			marked |= mark_children(r, f, i, n, on) || up == n;
		}
	return marked;
}

void frame_keys(
	struct render *r, const struct frame *f, const struct node *n, bool marked)
{
	unsigned long *key = r->memo.key;
	if (f != r->kept_frame)
		key[KEPT_FRAME - 1] = ++r->keys;
	if (f != r->kept_frame || n->parent != r->kept_parent)
		r->menu_key = ++r->keys;
	r->kept_frame = f;
	r->kept_parent = n->parent;
	key[KEPT_MENU - 1] = marked ? 0 : r->menu_key;
}

/* ---- alerts and the foot ---- */

struct str alert_level(int level)
{
	static const char *const words[] = {"Information", "Attention", "Urgence"};
	return str_of(words[level]);
}

/*
 * The gravest come first; behind some of them, others are told by their title, or a bad
 * winter would push the page itself below the first screens.
 */
#define ALERTS_WHOLE 3

static struct view alerts_view(struct render *r, struct str prefix)
{
	static const char *const levels[] = {"information", "attention", "urgence"};
	struct arena *a = r->site;
	size_t n = r->w->alerts.n;
	struct view *list = arena_list(a, n, struct view);
	for (size_t i = 0; i < n; i++) {
		const struct alert *x = &r->w->alerts.v[i];
		struct view *v = view_new(a, alerte);
		v[V_alerte_niveau] = view_text(str_of(levels[x->level]));
		v[V_alerte_niveau_texte] = view_text(alert_level(x->level));
		v[V_alerte_alerte_titre] = view_text(shown_of(r, x->node)->title);
		v[V_alerte_alerte_lien] = node_link(r, prefix, x->node);
		if (i < ALERTS_WHOLE)
			v[V_alerte_alerte_resume] =
				view_text_if(shown_of(r, x->node)->summary);
		v[V_alerte_jusqu_au] = view_text(str_printf(
			a, "jusqu’au %.*s", STR_ARG(moment_text(a, x->until))));
		v[V_alerte_alerte_fin] =
			view_text(moment_rfc3339(a, r->w->site->commune.zone, x->end));
		list[i] = view_record(v);
	}
	return view_list(list, n);
}

/* The statement of accessibility has its own link, whose words the law fixes. */
static struct view legal_view(struct render *r, struct str prefix)
{
	const struct node_list *legal = &r->w->legal;
	struct view *list = arena_list(r->site, legal->n, struct view);
	size_t n = 0;
	for (size_t i = 0; i < legal->n; i++) {
		if (legal->v[i] == r->w->accessibility)
			continue;
		struct view *v = view_new(r->site, legal);
		v[V_legal_legal_texte] =
			view_text(shown_of(r, legal->v[i])->menu_title);
		v[V_legal_legal_lien] = node_link(r, prefix, legal->v[i]);
		list[n++] = view_record(v);
	}
	return view_list(list, n);
}

static struct frame *frame_new(struct render *r, struct str prefix)
{
	struct frame *f = arena_new(r->site, struct frame);
	f->prefix = prefix;
	f->root[V_racine_site] = site_view(r, prefix);
	f->root[V_racine_mairie] = mairie_view(r, prefix);
	f->root[V_racine_chaines] = r->strings;
	f->root[V_racine_options] = options_view(r, f->prefix);
	f->root[V_racine_ressources] = assets_view(r, prefix);
	f->root[V_racine_menu] = menu_view(r, f);
	f->root[V_racine_alertes] = alerts_view(r, prefix);
	f->root[V_racine_legaux] = legal_view(r, prefix);
	return f;
}

struct frame *frame_of(struct render *r, const struct node *n)
{
	/* A host shows 404.html at any address: relative links would lead nowhere. */
	if (n->kind == NODE_NOT_FOUND) {
		if (!r->root_frame)
			r->root_frame = frame_new(r, r->w->root);
		return r->root_frame;
	}
	size_t depth = 0;
	for (size_t i = 0; i < n->address.n; i++)
		depth += n->address.p[i] == '/';
	if (depth >= FRAME_DEPTHS)
		depth = FRAME_DEPTHS - 1; /* sources go no deeper */
	if (!r->frames[depth])
		r->frames[depth] = frame_new(r, prefix_of(r->site, depth));
	return r->frames[depth];
}
