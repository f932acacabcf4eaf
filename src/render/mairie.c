/*
 * mairie.c: the town hall as every page shows it: address, phone, the week's hours,
 * closures. No sentence names today: the theme's script does.
 */
#include "render/render_internal.h"
#include "text/escape.h"
#include "text/typography.h"

static const struct value *mairie_of(const struct render *r)
{
	return value_get(r->w->site->commune.v, "mairie");
}

/* « 9 h – 12 h », which must not break. */
static struct str slot_text(struct arena *a, int from, int to)
{
	return str_printf(a, "%.*s\u00a0–\u00a0%.*s", STR_ARG(clock_text(a, from)),
		STR_ARG(clock_text(a, to)));
}

static struct view slots_view(struct arena *a, const struct hours *h)
{
	struct view *list = arena_list(a, h->n, struct view);
	for (size_t i = 0; i < h->n; i++) {
		struct view *v = view_new(a, creneau);
		v[V_creneau_creneau_texte] =
			view_text(slot_text(a, h->slot[i].from, h->slot[i].to));
		list[i] = view_record(v);
	}
	return view_list(list, h->n);
}

/* « 540-720 840-1050 »: when anyone may come; nothing for appointments. */
static struct str minutes_of(struct arena *a, const struct hours *h)
{
	struct strbuf b = strbuf_on(a);
	for (size_t i = 0; i < h->n && !h->by_appointment; i++)
		strbuf_printf(
			&b, "%s%d-%d", i ? " " : "", h->slot[i].from, h->slot[i].to);
	return strbuf_str(&b);
}

/* Hours of a weekday; a day that commune.yaml leaves out is a closed one. */
static struct hours hours_of(const struct render *r, int weekday)
{
	const struct hours *h = web_hours(r->w, weekday);
	return h ? *h : (struct hours){0};
}

static struct view week_view(struct render *r)
{
	struct arena *a = r->site;
	if (!value_given(value_get(mairie_of(r), "horaires")))
		return (struct view){0};
	struct view *list = arena_list(a, 7, struct view);
	for (int day = 1; day <= 7; day++) {
		struct hours h = hours_of(r, day);
		struct view *v = view_new(a, jour_horaire);
		v[V_jour_horaire_jour_nom] = view_text(date_day_name(day));
		v[V_jour_horaire_jour_numero] = view_text(str_printf(a, "%d", day));
		v[V_jour_horaire_heures] = view_text(hours_text(a, &h));
		v[V_jour_horaire_plages] = view_text(minutes_of(a, &h));
		v[V_jour_horaire_ferme] = view_yes(!h.n && !h.by_appointment);
		v[V_jour_horaire_creneaux] = slots_view(a, &h);
		list[day - 1] = view_record(v);
	}
	return view_list(list, 7);
}

/* « le vendredi 25 décembre 2026 », « du 24 décembre 2026 au 1er janvier 2027 ». */
static struct str closure_days(struct arena *a, const struct closure *c)
{
	if (date_cmp(c->from, c->to) == 0)
		return str_printf(a, "le %.*s", STR_ARG(date_text(a, c->from)));
	struct str from = date_text_short(a, c->from), to = date_text_short(a, c->to);
	if (c->from.year == c->to.year) /* the year once, at the end */
		from = str_sub(from, 0, str_rindex(from, ' '));
	if (c->from.year == c->to.year && c->from.month == c->to.month)
		from = str_sub(from, 0, str_rindex(from, ' '));
	return str_printf(a, "du %.*s au %.*s", STR_ARG(from), STR_ARG(to));
}

static struct view closures_view(struct render *r)
{
	struct arena *a = r->site;
	size_t n = r->w->closures.n;
	struct view *list = arena_list(a, n, struct view);
	for (size_t i = 0; i < n; i++) {
		const struct closure *c = &r->w->closures.v[i];
		struct view *v = view_new(a, fermeture);
		v[V_fermeture_fermeture_quand] = view_text(closure_days(a, c));
		v[V_fermeture_fermeture_motif] = view_text_if(typography_of(a, c->why));
		v[V_fermeture_fermeture_du] = view_text(date_iso(a, c->from));
		v[V_fermeture_fermeture_au] = view_text(date_iso(a, c->to));
		if (c->open)
			v[V_fermeture_fermeture_heures] =
				view_text(hours_text(a, &c->hours));
		v[V_fermeture_fermeture_plages] = view_text(minutes_of(a, &c->hours));
		list[i] = view_record(v);
	}
	return view_list(list, n);
}

static struct str holidays_text(struct render *r)
{
	struct strbuf b = strbuf_on(r->site);
	for (size_t i = 0; i < r->w->holidays.n; i++) {
		if (i)
			strbuf_byte(&b, ' ');
		strbuf_add(&b, date_iso(r->page, r->w->holidays.v[i]));
	}
	return strbuf_str(&b);
}

static struct str map_link(struct arena *a, struct str address)
{
	struct strbuf b = strbuf_on(a);
	strbuf_lit(&b, "https://www.openstreetmap.org/search?query=");
	escape_url_component(&b, lines_joined(a, address));
	return strbuf_str(&b);
}

struct view mairie_view(struct render *r)
{
	struct arena *a = r->site;
	const struct value *m = mairie_of(r);
	const struct commune *c = &r->w->site->commune;
	struct str name = value_text(m, "nom"), address = value_text(m, "adresse");
	struct view *v = view_new(a, mairie);
	if (!name.n)
		name = str_printf(a, "Mairie %.*s", STR_ARG(c->de_nom));
	v[V_mairie_mairie_nom] = view_text(typography_of(a, name));
	v[V_mairie_adresse] = view_html(lines_html(a, address));
	v[V_mairie_carte_lien] = view_text(map_link(a, address));
	v[V_mairie_telephone] = phone_view(a, value_get(m, "telephone"));
	v[V_mairie_courriel] = email_view(a, value_get(m, "courriel"));
	v[V_mairie_horaires] = week_view(r);
	v[V_mairie_precision] = view_text_if(
		typography_of(a, value_text(value_get(m, "horaires"), "precision")));
	v[V_mairie_fermetures] = closures_view(r);
	v[V_mairie_fuseau] = view_text(c->zone);
	v[V_mairie_feries] = view_text(holidays_text(r));
	return view_record(v);
}

/* A row as templates/horaires.html writes it, so that jour.js marks today here too. */
static void hours_row(
	struct strbuf *out, struct arena *a, int day, const struct hours *h)
{
	struct str minutes = minutes_of(a, h);
	strbuf_printf(out,
		"<tr data-jour=\"%d\" data-plages=\"%.*s\"%s><th scope=\"row\">", day,
		STR_ARG(minutes), h->n || h->by_appointment ? "" : " class=\"ferme\"");
	strbuf_add(out, date_day_name(day));
	strbuf_lit(out, "</th><td>");
	escape_html(out, hours_text(a, h));
	strbuf_lit(out, "</td></tr>\n");
}

void hours_table(const struct render *r, struct str title, struct strbuf *out)
{
	if (!value_given(value_get(mairie_of(r), "horaires")))
		return;
	strbuf_lit(
		out, "<div class=\"tableau\">\n<table class=\"horaires\">\n<caption>");
	escape_html(out,
		title.n ? typography_of(r->page, title) : STR("Horaires de la mairie"));
	strbuf_lit(out, "</caption>\n<tbody>\n");
	for (int day = 1; day <= 7; day++) {
		struct hours h = hours_of(r, day);
		hours_row(out, r->page, day, &h);
	}
	strbuf_lit(out, "</tbody>\n</table>\n</div>\n");
	struct str more = value_text(value_get(mairie_of(r), "horaires"), "precision");
	if (!more.n)
		return;
	strbuf_lit(out, "<p class=\"precision\">");
	escape_html(out, typography_of(r->page, more));
	strbuf_lit(out, "</p>\n");
}
