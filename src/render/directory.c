/*
 * directory.c: those of the directory and the places of the commune as templates are
 * shown them: in lists, and each on its page. Opening hours are opening_views.c's.
 */
#include "model/place.h"
#include "render/render_internal.h"
#include "text/typography.h"
#include "text/utf8.h"

struct views {
	struct view *v;
	size_t n, cap;
};

/* ---- lists ---- */

/* What it does; of a place, what it is, unless its name says so: « Salle des fêtes ». */
static struct str activity_of(struct render *r, const struct node *n)
{
	const struct value *h = n->page->header, *type = value_get(h, "type");
	if (!value_given(type))
		return typography_of(r->page, value_text(h, "activite"));
	struct str is = place_type_name(type->as.choice);
	struct str slug = utf8_slug(r->page, is), name = utf8_slug(r->page, n->title);
	return str_find(name, slug) < name.n ? (struct str){0} : is;
}

static struct view vignette_view(
	struct render *r, struct str prefix, const struct node *n)
{
	const struct value *h = n->page->header;
	struct view *v = view_new(r->page, vignette);
	v[V_vignette_vignette_nom] = view_text(shown_of(r, n)->title);
	v[V_vignette_vignette_lien] = view_text(link_of(r->page, prefix, n->address));
	v[V_vignette_vignette_activite] = view_text_if(activity_of(r, n));
	v[V_vignette_vignette_telephone] =
		phone_view(r->page, value_get(h, "telephone"));
	v[V_vignette_vignette_image] = image_view(r, prefix, h);
	return view_record(v);
}

/* "annuaire/associations/index.html" -> "associations". */
static struct str id_of(const struct node *n)
{
	struct str folder = str_sub(n->address, 0, str_rindex(n->address, '/'));
	size_t slash = str_rindex(folder, '/');
	return slash == folder.n ? folder : str_from(folder, slash + 1);
}

/* The entries right below `list`; `titled`, when the page shows several lists. */
static void add_group(struct render *r, struct str prefix, const struct node *list,
	bool titled, struct views *groups)
{
	struct views entries = {0};
	for (size_t i = 0; i < list->children.n; i++)
		if (list->children.v[i]->kind == NODE_ENTRY)
			*list_add(r->page, &entries) =
				vignette_view(r, prefix, list->children.v[i]);
	if (!entries.n)
		return;
	struct view *v = view_new(r->page, vignettes);
	if (titled) {
		v[V_vignettes_vignettes_titre] = view_text(shown_of(r, list)->title);
		v[V_vignettes_vignettes_lien] =
			view_text(link_of(r->page, prefix, list->address));
		v[V_vignettes_vignettes_resume] =
			view_text_if(shown_of(r, list)->summary);
	}
	v[V_vignettes_vignettes_id] =
		view_text(str_printf(r->page, "%.*s-titre", STR_ARG(id_of(list))));
	v[V_vignettes_vignettes_fiches] = view_list(entries.v, entries.n);
	*list_add(r->page, groups) = view_record(v);
}

static struct view parts_view(struct render *r, struct str prefix,
	const struct node *whole, const struct node *shown)
{
	struct views parts = {0};
	for (size_t i = 0; i < whole->children.n; i++) {
		const struct node *c = whole->children.v[i];
		if (c->kind != NODE_PART)
			continue;
		struct view *v = view_new(r->page, filtre);
		v[V_filtre_filtre_texte] = view_text(shown_of(r, c)->menu_title);
		v[V_filtre_filtre_lien] =
			view_text(link_of(r->page, prefix, c->address));
		v[V_filtre_filtre_actif] = view_yes(c == shown);
		*list_add(r->page, &parts) = view_record(v);
	}
	return view_list(parts.v, parts.n > 1 ? parts.n : 0);
}

struct view repertoire_view(struct render *r, struct str prefix, const struct node *n)
{
	const struct node *whole = r->w->collections[n->of].list;
	struct views groups = {0};
	struct view *v = view_new(r->page, repertoire);
	for (size_t i = 0; i < n->children.n; i++)
		if (n->children.v[i]->kind == NODE_PART)
			add_group(r, prefix, n->children.v[i], true, &groups);
	add_group(r, prefix, n, false, &groups);
	v[V_repertoire_repertoire_listes] = parts_view(r, prefix, whole, n);
	v[V_repertoire_repertoire_lien] =
		view_text(link_of(r->page, prefix, whole->address));
	v[V_repertoire_repertoire_nom] = view_text(shown_of(r, whole)->menu_title);
	v[V_repertoire_repertoire_entier] = view_yes(n == whole);
	v[V_repertoire_repertoire_groupes] = view_list(groups.v, groups.n);
	return view_record(v);
}

/* ---- a page ---- */

static struct view coordonnees_view(
	struct render *r, const struct value *record, const struct desk *hours)
{
	struct arena *a = r->page;
	struct str address = value_text(record, "adresse"),
		   site = value_text(record, "lien");
	struct view *v = view_new(a, coordonnees);
	v[V_coordonnees_postale] = view_html_if(lines_html(a, address));
	if (address.n)
		v[V_coordonnees_postale_carte] = view_text(map_link(a, address));
	v[V_coordonnees_a_appeler] = phone_view(a, value_get(record, "telephone"));
	v[V_coordonnees_a_ecrire] = email_view(a, value_get(record, "courriel"));
	v[V_coordonnees_a_visiter] = view_text_if(site);
	v[V_coordonnees_a_visiter_hote] = view_text_if(host_of(site));
	v[V_coordonnees_a_demander] =
		view_text_if(typography_of(a, value_text(record, "responsable")));
	if (!hours)
		return view_record(v);
	struct strbuf table = strbuf_on(a);
	hours_table(r, hours, STR("Horaires"), &table);
	v[V_coordonnees_a_quelle_heure] = view_html_if(strbuf_str(&table));
	v[V_coordonnees_a_quel_jour] = closures_view(r, hours);
	return view_record(v);
}

static void add_fact(
	struct render *r, const char *name, struct str words, struct views *facts)
{
	if (!words.n)
		return;
	struct view *v = view_new(r->page, fait);
	v[V_fait_fait_nom] = view_text(str_of(name));
	v[V_fait_fait_texte] = view_text(typography_of(r->page, words));
	*list_add(r->page, facts) = view_record(v);
}

/* « 1 200 personnes »: a number that is given, and its unit. */
static struct str amount(
	struct render *r, const struct value *h, const char *key, const char *unit)
{
	const struct value *v = value_get(h, key);
	if (!value_given(v) || v->faulty)
		return (struct str){0};
	long long n = v->as.integer;
	return n < 10000 ? str_printf(r->page, "%lld\u00a0%s", n, unit)
			 : str_printf(r->page, "%lld\u202f%03lld\u00a0%s", n / 1000,
				   n % 1000, unit);
}

static struct view facts_view(struct render *r, const struct value *h)
{
	struct views facts = {0};
	add_fact(r, "Capacité", amount(r, h, "capacite", "personnes"), &facts);
	add_fact(r, "Surface", amount(r, h, "surface", "m²"), &facts);
	add_fact(r, "Équipements", list_joined(r->page, value_get(h, "equipements")),
		&facts);
	add_fact(r, "Accessibilité", value_text(h, "accessibilite"), &facts);
	return view_list(facts.v, facts.n);
}

static struct view price_view(struct render *r, const struct value *price)
{
	static const struct {
		int slot;
		const char *key;
	} cells[] = {{V_tarif_tarif_libelle, "libelle"},
		{V_tarif_tarif_habitants, "habitants"},
		{V_tarif_tarif_exterieurs, "exterieurs"},
		{V_tarif_tarif_associations, "associations"}};
	struct view *v = view_new(r->page, tarif);
	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
		v[cells[i].slot] = view_text_if(
			typography_of(r->page, value_text(price, cells[i].key)));
	return view_record(v);
}

static bool some_have(const struct value *prices, const char *key)
{
	for (size_t i = 0; i < value_count(prices); i++)
		if (value_text(value_at(prices, i), key).n)
			return true;
	return false;
}

static struct view prices_view(struct render *r, const struct value *h)
{
	const struct value *prices = value_get(h, "tarifs");
	size_t n = value_count(prices);
	struct view *list = arena_list(r->page, n, struct view);
	if (!n)
		return (struct view){0};
	for (size_t i = 0; i < n; i++)
		list[i] = price_view(r, value_at(prices, i));
	struct view *v = view_new(r->page, grille);
	v[V_grille_grille_lignes] = view_list(list, n);
	v[V_grille_grille_exterieurs] = view_yes(some_have(prices, "exterieurs"));
	v[V_grille_grille_associations] = view_yes(some_have(prices, "associations"));
	v[V_grille_grille_precision] =
		view_text_if(typography_of(r->page, value_text(h, "precision_tarifs")));
	return view_record(v);
}

/* When a hall is taken: that, and nothing of who has it. */
static struct view taken_view(struct render *r, const struct bookings *b)
{
	struct arena *a = r->page;
	struct view *list = arena_list(a, b->taken.n, struct view);
	for (size_t i = 0; i < b->taken.n; i++) {
		struct span s = b->taken.v[i];
		struct event_when w = {
			s.from, s.to, s.from.minute == 0 && s.to.minute == 0, true};
		struct view *v = view_new(a, prise);
		v[V_prise_prise_quand] = view_text(span_text(a, &w, s));
		v[V_prise_prise_debut] = view_text(span_iso(r, &w, s));
		list[i] = view_record(v);
	}
	return view_list(list, b->taken.n);
}

struct view fiche_annuaire_view(
	struct render *r, struct str prefix, const struct node *n)
{
	const struct value *h = n->page->header;
	const struct node *booking = procedure_node(r, value_text(h, "reservation"));
	struct view *v = view_new(r->page, fiche_annuaire);
	v[V_fiche_annuaire_fiche_activite] = view_text_if(activity_of(r, n));
	v[V_fiche_annuaire_faits] = facts_view(r, h);
	v[V_fiche_annuaire_coordonnees] = coordonnees_view(r, h, n->desk);
	v[V_fiche_annuaire_tarifs] = prices_view(r, h);
	if (n->bookings && n->bookings->known) {
		v[V_fiche_annuaire_prises] = taken_view(r, n->bookings);
		v[V_fiche_annuaire_prises_aucune] = view_yes(!n->bookings->taken.n);
	}
	if (booking) {
		v[V_fiche_annuaire_reserver_lien] =
			view_text(link_of(r->page, prefix, booking->address));
		v[V_fiche_annuaire_reserver_texte] =
			view_text(shown_of(r, booking)->title);
	}
	v[V_fiche_annuaire_fiche_retour] =
		view_text(link_of(r->page, prefix, n->parent->address));
	v[V_fiche_annuaire_fiche_retour_texte] =
		view_text(shown_of(r, n->parent)->title);
	return view_record(v);
}
