/*
 * mairie.c: the town hall as every page shows it, and all the desks of the commune as
 * the page of hours shows them: address, phone, hours (opening_views.c).
 */
#include "render/render_internal.h"
#include "text/escape.h"
#include "text/typography.h"

static struct str holidays_text(struct render *r, const struct desk *k)
{
	struct strbuf b = strbuf_on(r->site);
	for (size_t i = 0; i < k->holidays.n; i++) {
		if (i)
			strbuf_byte(&b, ' ');
		strbuf_add(&b, date_iso(r->page, k->holidays.v[i]));
	}
	return strbuf_str(&b);
}

struct view mairie_view(struct render *r, struct str prefix)
{
	struct arena *a = r->site;
	const struct desk *k = web_mairie(r->w);
	struct str address = value_text(k->v, "adresse");
	struct view *v = view_new(a, mairie);
	v[V_mairie_mairie_nom] = view_text(typography_of(a, k->name));
	v[V_mairie_adresse] = view_html(lines_html(a, address));
	v[V_mairie_carte_lien] = view_text(map_link(a, address));
	v[V_mairie_telephone] = phone_view(a, value_get(k->v, "telephone"));
	v[V_mairie_courriel] = email_view(a, value_get(k->v, "courriel"));
	v[V_mairie_horaires] = week_view(r, k);
	v[V_mairie_saison] = season_view(r, k);
	v[V_mairie_autres_saisons] = other_seasons_view(r, k);
	v[V_mairie_precision] = view_text_if(typography_of(a, k->opening.note));
	v[V_mairie_fermetures] = closures_view(r, k);
	v[V_mairie_fuseau] = view_text(r->w->site->commune.zone);
	v[V_mairie_feries] = view_text(holidays_text(r, k));
	v[V_mairie_regles] = view_text(k->rules);
	if (r->w->hours)
		v[V_mairie_horaires_lien] =
			view_text(link_of(a, prefix, r->w->hours->address));
	if (r->w->poster)
		v[V_mairie_affiche_lien] =
			view_text(link_of(a, prefix, r->w->poster->address));
	return view_record(v);
}

/* ---- all the desks ---- */

/* Its own address; another desk's absent one is the mairie's, and is not said twice. */
static struct view guichet_view(struct render *r, const struct desk *k)
{
	struct arena *a = r->site;
	struct str address = value_text(k->v, "adresse");
	struct view *v = view_new(a, guichet);
	v[V_guichet_guichet_nom] = view_text(typography_of(a, k->name));
	v[V_guichet_guichet_id] = view_text(k->id);
	v[V_guichet_guichet_lieu] =
		view_text_if(typography_of(a, value_text(k->v, "lieu")));
	v[V_guichet_guichet_adresse] = view_html_if(lines_html(a, address));
	v[V_guichet_guichet_telephone] = phone_view(a, value_get(k->v, "telephone"));
	v[V_guichet_guichet_courriel] = email_view(a, value_get(k->v, "courriel"));
	v[V_guichet_guichet_horaires] = week_view(r, k);
	v[V_guichet_guichet_saison] = season_view(r, k);
	v[V_guichet_guichet_autres_saisons] = other_seasons_view(r, k);
	v[V_guichet_guichet_phrases] = sentences_view(r, k);
	v[V_guichet_guichet_precision] =
		view_text_if(typography_of(a, k->opening.note));
	v[V_guichet_guichet_fermetures] = closures_view(r, k);
	v[V_guichet_guichet_regles] = view_text(k->rules);
	v[V_guichet_guichet_est_mairie] = view_yes(k == web_mairie(r->w));
	return view_record(v);
}

/* Those that say when they receive people. */
struct view guichets_view(struct render *r)
{
	struct view *list = arena_list(r->site, r->w->desks.n, struct view);
	size_t n = 0;
	for (size_t i = 0; i < r->w->desks.n; i++)
		if (r->w->desks.v[i].opening.given)
			list[n++] = guichet_view(r, &r->w->desks.v[i]);
	return view_list(list, n);
}
