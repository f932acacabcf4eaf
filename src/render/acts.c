/*
 * acts.c: one act of the commune as templates are shown it: its facts, its file, the
 * others of its sitting. Lists of acts are acts_list.c's.
 */
#include "render/render_internal.h"
#include "text/size.h"
#include "text/typography.h"

static const struct value *header_of(const struct act *x)
{
	return x->node->page->header;
}

/* ---- parts that lists show too ---- */

static struct str upper_of(struct arena *a, struct str s)
{
	char *p = arena_text(a, s.n);
	for (size_t i = 0; i < s.n; i++)
		p[i] = s.p[i] >= 'a' && s.p[i] <= 'z' ? (char)(s.p[i] - 'a' + 'A')
						      : s.p[i];
	return (struct str){p, s.n};
}

static struct view acte_fichier_view(
	struct render *r, struct str prefix, const struct act *x)
{
	struct str path = x->file.path;
	if (!path.n)
		return (struct view){0};
	struct view *v = view_new(r->page, fichier);
	struct str end = str_from(path, str_rindex(path, '.') + 1);
	v[V_fichier_fichier_lien] = view_text(link_of_file(r->page, prefix, path));
	v[V_fichier_fichier_format] = view_text(upper_of(r->page, end));
	v[V_fichier_fichier_taille] = view_text(size_text(r->page, x->file.file->size));
	v[V_fichier_fichier_empreinte] = view_text_if(x->facts.sha256);
	return view_record(v);
}

struct view acte_ligne_view(struct render *r, struct str prefix, const struct act *x)
{
	struct view *v = view_new(r->page, ligne_acte);
	v[V_ligne_acte_ligne_titre] = view_text(shown_of(r, x->node)->title);
	v[V_ligne_acte_ligne_lien] =
		view_text(link_of(r->page, prefix, x->node->address));
	v[V_ligne_acte_ligne_type] = view_text(act_type_name(x->type));
	v[V_ligne_acte_ligne_numero] = view_text_if(
		typography_of(r->page, value_text(header_of(x), "numero")));
	v[V_ligne_acte_ligne_date] = date_view(r->page, x->node->page->date);
	v[V_ligne_acte_ligne_fichier] = acte_fichier_view(r, prefix, x);
	v[V_ligne_acte_ligne_remplacee] = view_yes(x->replaced_by != NULL);
	return view_record(v);
}

struct str acte_matter_text(struct arena *a, int matter)
{
	const struct act_matter *m = &act_matters[matter];
	return str_printf(a, "%s – %s", m->field, m->name);
}

/* ---- its facts, as sentences ---- */

/* « Camille Lebocage, maire » */
static struct str author_text(struct render *r, const struct value *author)
{
	if (!value_given(author))
		return (struct str){0};
	struct str role = value_text(author, "qualite");
	return typography_of(r->page, str_printf(r->page, "%.*s %.*s%s%.*s",
					      STR_ARG(value_text(author, "prenom")),
					      STR_ARG(value_text(author, "nom")),
					      role.n ? ", " : "", STR_ARG(role)));
}

struct counted {
	const char *key, *one, *many; /* what follows the number */
};

/* « 13 présents, 12 pour »: the numbers that are given, in this order. */
static struct str counted_text(
	struct arena *a, const struct value *votes, const struct counted *c, size_t n)
{
	struct strbuf b = strbuf_on(a);
	for (size_t i = 0; i < n; i++) {
		const struct value *v = value_get(votes, c[i].key);
		if (!value_given(v) || !v->typed)
			continue;
		strbuf_printf(&b, "%s%lld %s", b.n ? ", " : "", v->as.integer,
			v->as.integer > 1 ? c[i].many : c[i].one);
	}
	return strbuf_str(&b);
}

static struct str votes_text(struct arena *a, const struct value *votes)
{
	static const struct counted cast[] = {{"pour", "pour", "pour"},
		{"contre", "contre", "contre"},
		{"abstention", "abstention", "abstentions"}};
	return counted_text(a, votes, cast, 3);
}

static struct str presence_text(struct arena *a, const struct value *votes)
{
	static const struct counted there[] = {
		{"effectif", "conseiller en exercice", "conseillers en exercice"},
		{"presents", "présent", "présents"}, {"votants", "votant", "votants"}};
	return counted_text(a, votes, there, 3);
}

/* « le 7 octobre 2026, accusé de réception 061-… » */
static struct str prefecture_text(struct arena *a, const struct value *v)
{
	const struct value *on = value_get(v, "date");
	struct str receipt = value_text(v, "accuse");
	struct strbuf b = strbuf_on(a);
	if (value_given(on))
		strbuf_printf(
			&b, "le %.*s", STR_ARG(date_text_short(a, on->as.moment.day)));
	if (receipt.n)
		strbuf_printf(&b, "%saccusé de réception %.*s", b.n ? ", " : "",
			STR_ARG(receipt));
	return strbuf_str(&b);
}

static struct str budget_text(struct arena *a, const struct value *header)
{
	struct str name = value_text(header, "budget_nom"),
		   year = value_text(header, "budget_annee");
	return name.n && year.n
		       ? str_printf(a, "%.*s, %.*s", STR_ARG(name), STR_ARG(year))
	       : name.n ? name
			: year;
}

/* ---- the page ---- */

static struct view other_view(struct render *r, struct str prefix, const struct node *n)
{
	if (!n)
		return (struct view){0};
	struct view *v = view_new(r->page, autre_acte);
	v[V_autre_acte_autre_titre] = view_text(shown_of(r, n)->title);
	v[V_autre_acte_autre_lien] = view_text(link_of(r->page, prefix, n->address));
	v[V_autre_acte_autre_le] = date_view(r->page, n->act->online);
	return view_record(v);
}

static struct view sitting_view(
	struct render *r, struct str prefix, const struct act *x)
{
	const struct acts *all = &r->w->acts;
	struct view *list = arena_list(r->page, all->online.n, struct view);
	size_t n = 0;
	for (size_t i = 0; x->sitting.year && i < all->online.n; i++) {
		const struct act *o = &all->online.v[i];
		if (o != x && date_cmp(o->sitting, x->sitting) == 0)
			list[n++] = acte_ligne_view(r, prefix, o);
	}
	return view_list(list, n);
}

static void put_facts(struct render *r, const struct act *x, struct view *v)
{
	const struct value *h = header_of(x), *votes = value_get(h, "votes");
	struct arena *a = r->page;
	v[V_acte_acte_type] = view_text(act_type_name(x->type));
	v[V_acte_numero] = view_text_if(typography_of(a, value_text(h, "numero")));
	v[V_acte_acte_date] = date_view(a, x->node->page->date);
	v[V_acte_en_ligne_le] = date_view(a, x->online);
	v[V_acte_seance] = date_view(a, x->sitting);
	v[V_acte_adopte_le] = date_view(a, x->adopted);
	v[V_acte_acte_auteur] = view_text_if(author_text(r, value_get(h, "auteur")));
	v[V_acte_votes] = view_text_if(votes_text(a, votes));
	v[V_acte_presence] = view_text_if(presence_text(a, votes));
	v[V_acte_prefecture] = view_text_if(
		typography_of(a, prefecture_text(a, value_get(h, "prefecture"))));
	v[V_acte_budget] = view_text_if(typography_of(a, budget_text(a, h)));
	if (x->matter >= 0)
		v[V_acte_matiere] = view_text(acte_matter_text(a, x->matter));
}

struct view acte_view(struct render *r, struct str prefix, const struct node *n)
{
	const struct act *x = n->act;
	struct view *v = view_new(r->page, acte);
	put_facts(r, x, v);
	v[V_acte_acte_fichier] = acte_fichier_view(r, prefix, x);
	v[V_acte_remplace] = other_view(r, prefix, x->replaces);
	v[V_acte_remplace_par] = other_view(r, prefix, x->replaced_by);
	v[V_acte_meme_seance] = sitting_view(r, prefix, x);
	v[V_acte_actes_lien] = view_text(
		link_of(r->page, prefix, r->w->collections[PAGE_ACT].list->address));
	return view_record(v);
}
