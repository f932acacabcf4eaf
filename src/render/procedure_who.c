/*
 * procedure_who.c: who delivers a procedure, as its page says it first: the mairie, or
 * somebody else and how to call them. Who runs it was found by resolve.
 */
#include "render/render_internal.h"
#include "text/typography.h"
#include "text/utf8.h"

/* True when a folded text begins with one of these; *rest is what follows. */
static bool begins(struct str s, const char *const *words, size_t n, struct str *rest)
{
	for (size_t i = 0; i < n; i++)
		if (str_starts(s, str_of(words[i]))) {
			*rest = str_from(s, strlen(words[i]));
			return true;
		}
	return false;
}

/* At a mairie, ours or that of the place of birth. */
static bool at_a_mairie(struct render *r, const struct value *on_site, struct str *rest)
{
	static const char *const places[] = {"a la mairie", "en mairie",
		"au secretariat de la mairie", "a l'accueil de la mairie"};
	struct str where = utf8_fold(r->page, value_text(on_site, "ou"));
	return begins(where, places, sizeof places / sizeof *places, rest);
}

bool at_our_mairie(struct render *r, const struct value *on_site)
{
	struct str rest;
	if (value_text(on_site, "adresse").n || !at_a_mairie(r, on_site, &rest))
		return false;
	return !rest.n || rest.p[0] == ',' || rest.p[0] == '.';
}

/* As the catalogue says; else « La mairie », « Mairie, avec le service des eaux ». */
static bool is_mairie(struct render *r, const struct value *op)
{
	static const char *const names[] = {"la mairie", "mairie"};
	struct str rest, name = utf8_fold(r->page, value_text(op, "nom"));
	bool named = begins(name, names, 2, &rest) && (!rest.n || rest.p[0] == ',');
	return value_yes(op, "mairie", named);
}

static struct view operator_view(struct render *r, const struct value *op)
{
	if (!op)
		return (struct view){0};
	struct view *v = view_new(r->page, operateur);
	v[V_operateur_operateur_nom] =
		view_text(typography_of(r->page, value_text(op, "nom")));
	v[V_operateur_operateur_lien] = view_text_if(value_text(op, "lien"));
	v[V_operateur_operateur_telephone] =
		phone_view(r->page, value_get(op, "telephone"));
	return view_record(v);
}

struct str procedure_source(struct render *r, const struct procedure *p)
{
	for (size_t i = 0; p->defined_by.n && i < r->w->site->catalogues.n; i++) {
		const struct catalogue *c = &r->w->site->catalogues.v[i];
		if (str_eq(c->name, p->defined_by))
			return typography_of(r->page, value_text(c->about, "nom"));
	}
	return p->defined_by.n ? p->defined_by : STR("La mairie");
}

bool by_a_mairie(struct render *r, const struct procedure *p)
{
	return p->operateur ? is_mairie(r, p->operateur)
			    : at_our_mairie(r, value_get(p->v, "sur_place")) ||
				      !p->defined_by.n;
}

/* The number of this very procedure, else of whoever delivers it. */
const struct value *number_to_call(struct render *r, const struct procedure *p)
{
	const struct value *on_site = value_get(p->v, "sur_place");
	const struct value *own = value_get(on_site, "telephone");
	const struct value *theirs = value_get(p->operateur, "telephone");
	const struct value *mairie = value_get(r->w->site->commune.v, "mairie");
	struct str rest;
	if (value_given(own))
		return own;
	if (value_given(theirs))
		return theirs;
	/* That of the place of birth has another number than ours. */
	bool ours = at_our_mairie(r, on_site) ||
		    (by_a_mairie(r, p) && !at_a_mairie(r, on_site, &rest));
	return ours ? value_get(mairie, "telephone") : NULL;
}

void who_fill(struct render *r, const struct procedure *p, struct view *v)
{
	const struct value *op = p->operateur, *on_site = value_get(p->v, "sur_place");
	struct str rest;
	bool mairie = by_a_mairie(r, p);
	v[V_demarche_operateur] = operator_view(r, op);
	v[V_demarche_par_la_mairie] = view_yes(!op && mairie);
	/* Whoever runs the site, « à la mairie du domicile » is one. */
	v[V_demarche_pas_la_mairie] =
		view_yes(op && !mairie && !at_a_mairie(r, on_site, &rest));
	v[V_demarche_numero_utile] = phone_view(r->page, number_to_call(r, p));
	v[V_demarche_source_nom] = view_text(procedure_source(r, p));
}
