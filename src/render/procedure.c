/*
 * procedure.c: one procedure as its page shows it, and procedures in lists. What it
 * says for this commune was merged by resolve.
 */
#include <stdio.h>

#include "render/render_internal.h"
#include "text/typography.h"
#include "text/utf8.h"

const struct node *procedure_node(const struct render *r, struct str id)
{
	const struct procedure *p = procedures_find(&r->w->procedures, id);
	char key[256];
	if (!p || p->hidden)
		return NULL;
	int n = snprintf(key, sizeof key, "demarches/%.*s.md", STR_ARG(p->id));
	if (n <= 0 || (size_t)n >= sizeof key)
		return NULL;
	return map_get(&r->w->by_source, (struct str){key, (size_t)n});
}

static struct view words(struct render *r, const struct value *v, const char *key)
{
	return view_text_if(typography_of(r->page, value_text(v, key)));
}

/* ---- in lists ---- */

void carte_fill(
	struct render *r, struct str prefix, const struct node *n, struct view *v)
{
	const struct procedure *p = n->procedure;
	v[V_carte_carte_titre] = view_text(shown_of(r, n)->title);
	v[V_carte_carte_adresse] = view_text(link_of(r->page, prefix, n->address));
	v[V_carte_carte_resume] = view_text_if(shown_of(r, n)->summary);
	v[V_carte_carte_mots] =
		view_text_if(list_joined(r->page, value_get(p->v, "mots_cles")));
	v[V_carte_carte_en_ligne] = view_yes(p->online.n);
}

struct view cartes_view(
	struct render *r, struct str prefix, const struct node *const *v, size_t n)
{
	struct view *list = arena_list(r->page, n, struct view);
	for (size_t i = 0; i < n; i++) {
		struct view *c = view_new(r->page, carte);
		carte_fill(r, prefix, v[i], c);
		list[i] = view_record(c);
	}
	return view_list(list, n);
}

struct view groupe_view(struct render *r, struct str prefix, const struct node *n)
{
	struct view *v = view_new(r->page, groupe);
	v[V_groupe_groupe_titre] = view_text(shown_of(r, n)->title);
	v[V_groupe_groupe_id] = view_text(n->heading->id);
	v[V_groupe_groupe_icone] = view_text_if(n->heading->icon);
	v[V_groupe_groupe_lien] = view_text(link_of(r->page, prefix, n->address));
	v[V_groupe_groupe_resume] = view_text_if(shown_of(r, n)->summary);
	v[V_groupe_cartes] = cartes_view(r, prefix, n->children.v, n->children.n);
	return view_record(v);
}

struct view groupes_view(struct render *r, struct str prefix, const struct node_list *l)
{
	struct view *list = arena_list(r->page, l->n, struct view);
	for (size_t i = 0; i < l->n; i++)
		list[i] = groupe_view(r, prefix, l->v[i]);
	return view_list(list, l->n);
}

static bool has_category(const struct render *r, const struct node *n)
{
	struct str id = value_text(n->procedure->v, "categorie");
	for (size_t i = 0; i < r->w->categories.n; i++)
		if (str_eq(r->w->categories.v[i]->heading->id, id))
			return true;
	return false;
}

size_t procedures_of_no_category(struct render *r, const struct node ***others)
{
	const struct node *all = r->w->procedure_list;
	size_t n = 0;
	*others = arena_list(r->page, all->children.n, const struct node *);
	for (size_t i = 0; i < all->children.n; i++)
		if (!has_category(r, all->children.v[i]))
			(*others)[n++] = all->children.v[i];
	return n;
}

static struct view others_view(struct render *r, struct str prefix)
{
	const struct node *all = r->w->procedure_list;
	const struct node **others;
	size_t n = procedures_of_no_category(r, &others);
	if (!n)
		return (struct view){0};
	struct view *v = view_new(r->page, groupe);
	v[V_groupe_groupe_titre] = view_text(STR("Autres démarches"));
	v[V_groupe_groupe_id] = view_text(STR("autres-demarches"));
	v[V_groupe_groupe_lien] = view_text(link_of(r->page, prefix, all->address));
	v[V_groupe_cartes] = cartes_view(r, prefix, others, n);
	return view_record(v);
}

struct view categories_view(struct render *r, struct str prefix)
{
	const struct node_list *l = &r->w->categories;
	struct view *list = arena_list(r->page, l->n + 1, struct view);
	for (size_t i = 0; i < l->n; i++)
		list[i] = groupe_view(r, prefix, l->v[i]);
	list[l->n] = others_view(r, prefix);
	return view_list(list, l->n + (list[l->n].kind != VIEW_NONE));
}

/* ---- its page ---- */

static struct view online_view(struct render *r, const struct procedure *p)
{
	const struct value *service = value_get(p->v, "service");
	struct str words_of = value_text(service, "libelle");
	if (!p->online.n)
		return (struct view){0};
	struct view *v = view_new(r->page, en_ligne);
	v[V_en_ligne_service_lien] = view_text(p->online);
	v[V_en_ligne_bouton] = view_text(typography_of(
		r->page, words_of.n ? words_of : STR("Faire la démarche en ligne")));
	v[V_en_ligne_hote] = view_text(host_of(p->online));
	v[V_en_ligne_compte] = words(r, service, "compte");
	v[V_en_ligne_cadre] = view_yes(frame_origin(p).n);
	return view_record(v);
}

static struct view on_site_view(struct render *r, const struct procedure *p)
{
	const struct value *s = value_get(p->v, "sur_place");
	if (!value_given(s))
		return (struct view){0};
	struct view *v = view_new(r->page, sur_place);
	v[V_sur_place_ou] = words(r, s, "ou");
	v[V_sur_place_quand] = words(r, s, "quand");
	v[V_sur_place_comment] = words(r, s, "comment");
	v[V_sur_place_adresse_postale] =
		view_html_if(lines_html(r->page, value_text(s, "adresse")));
	v[V_sur_place_appeler] = phone_view(r->page, value_get(s, "telephone"));
	v[V_sur_place_a_la_mairie] = view_yes(at_our_mairie(r, s));
	return view_record(v);
}

static struct view pieces_view(struct render *r, const struct value *list)
{
	size_t n = value_count(list);
	struct view *v = arena_list(r->page, n, struct view);
	for (size_t i = 0; i < n; i++) {
		struct view *one = view_new(r->page, piece);
		one[V_piece_piece] =
			view_text(typography_of(r->page, value_at(list, i)->text));
		v[i] = view_record(one);
	}
	return view_list(v, n);
}

/* Texts that stand above the explanation, each under its layer's name. */
static struct view notes_view(struct render *r, struct str prefix, const struct node *n)
{
	struct view *list = arena_list(r->page, n->texts.n, struct view);
	size_t count = 0;
	for (size_t k = 0; k < n->texts.n; k++) {
		if (!n->texts.v[k].title.n)
			continue;
		struct strbuf b = strbuf_on(r->page);
		body_put(r, prefix, n, k, 3, &b);
		struct view *v = view_new(r->page, note);
		v[V_note_note_titre] =
			view_text(typography_of(r->page, n->texts.v[k].title));
		v[V_note_note_texte] = view_html(strbuf_str(&b));
		list[count++] = view_record(v);
	}
	return view_list(list, count);
}

static struct view see_also_view(
	struct render *r, struct str prefix, const struct procedure *p)
{
	const struct node **v = arena_list(r->page, p->see_also.n, const struct node *);
	size_t n = 0;
	for (size_t i = 0; i < p->see_also.n; i++) {
		v[n] = procedure_node(r, p->see_also.v[i]);
		n += v[n] != NULL;
	}
	return cartes_view(r, prefix, v, n);
}

struct str for_whom(struct render *r, const struct procedure *p)
{
	const struct value *list = value_get(p->v, "public");
	if (!value_count(list))
		return STR("Particuliers"); /* what schema_demarche says stands */
	return first_upper(r->page, list_joined(r->page, list));
}

/* « Gratuit », « Gratuite en mairie »: free of charge, whatever else is said of it. */
static bool is_free(struct render *r, const struct procedure *p)
{
	struct str cost = utf8_fold(r->page, value_text(p->v, "cout"));
	return str_starts(cost, STR("gratuit"));
}

struct view demarche_view(struct render *r, struct str prefix, const struct node *n)
{
	const struct procedure *p = n->procedure;
	const struct value *verified = value_get(p->v, "verifie_le");
	struct view *v = view_new(r->page, demarche);
	v[V_demarche_en_ligne] = online_view(r, p);
	v[V_demarche_sur_place] = on_site_view(r, p);
	v[V_demarche_pieces] = pieces_view(r, value_get(p->v, "pieces"));
	v[V_demarche_perimee] = view_yes(p->stale);
	if (!p->stale) {
		v[V_demarche_cout] = words(r, p->v, "cout");
		v[V_demarche_gratuite] = view_yes(is_free(r, p));
		v[V_demarche_delai] = words(r, p->v, "delai");
	}
	v[V_demarche_pour_qui] = view_text(for_whom(r, p));
	who_fill(r, p, v);
	v[V_demarche_notes] = notes_view(r, prefix, n);
	v[V_demarche_voir_aussi] = see_also_view(r, prefix, p);
	v[V_demarche_fiche_officielle] = view_text_if(value_text(p->v, "fiche"));
	if (value_given(verified))
		v[V_demarche_verifie] = date_view(r->page, verified->as.moment.day);
	if (r->w->sources)
		v[V_demarche_source_lien] =
			view_text(link_of(r->page, prefix, r->w->sources->address));
	return view_record(v);
}
