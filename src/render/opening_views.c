/*
 * opening_views.c: the hours of a desk as themes are shown them: the week's rows, what is
 * announced, sentences. It knows no mairie; no sentence names today: the script does.
 */
#include "render/render_internal.h"
#include "text/escape.h"
#include "text/typography.h"

/* « 9 h – 12 h », which must not break. */
static struct str slot_text(struct arena *a, int from, int to)
{
	return str_printf(a, "%.*s\u00a0–\u00a0%.*s", STR_ARG(clock_text(a, from)),
		STR_ARG(clock_text(a, to)));
}

/* Slots one by one, where they hold in all weeks and for whoever comes; else none. */
static struct view slots_view(struct arena *a, const struct day_hours *d)
{
	if (d->n != 1 || d->clause[0].when.parity || d->clause[0].when.nth ||
		d->clause[0].hours.by_appointment)
		return (struct view){0};
	const struct hours *h = &d->clause[0].hours;
	struct view *list = arena_list(a, h->n, struct view);
	for (size_t i = 0; i < h->n; i++) {
		struct view *v = view_new(a, creneau);
		v[V_creneau_creneau_texte] =
			view_text(slot_text(a, h->slot[i].from, h->slot[i].to));
		list[i] = view_record(v);
	}
	return view_list(list, h->n);
}

/* « semaines paires », « sur rendez-vous le 1er samedi du mois »; empty: always. */
static struct str when_short(struct arena *a, const struct day_clause *c, int weekday)
{
	struct str when = when_text(a, c->when, weekday);
	if (c->when.parity)
		when = str_from(when, 4); /* « les » */
	if (!c->hours.n || !c->hours.by_appointment)
		return when;
	return str_printf(
		a, "sur rendez-vous%s%.*s", when.n ? ", " : "", STR_ARG(when));
}

static void add_passage(
	struct arena *a, struct str text, struct str when, struct view *list, size_t *n)
{
	struct view *v = view_new(a, passage);
	v[V_passage_passage_texte] = view_text(text);
	v[V_passage_passage_quand] = view_text_if(when);
	list[(*n)++] = view_record(v);
}

/* Span by span; what a clause asks for is said behind its last one. */
static struct view passages_view(
	struct arena *a, const struct day_hours *d, int weekday)
{
	struct view *list =
		arena_list(a, (size_t)d->n * (HOURS_SLOTS + 1), struct view);
	struct str none = {0};
	size_t n = 0;
	for (size_t i = 0; i < d->n && !day_hours_closed(d); i++) {
		const struct day_clause *c = &d->clause[i];
		struct str when = when_short(a, c, weekday);
		if (!c->hours.n)
			add_passage(a, hours_text(a, &c->hours), when, list, &n);
		for (size_t k = 0; k < c->hours.n; k++)
			add_passage(a,
				slot_text(
					a, c->hours.slot[k].from, c->hours.slot[k].to),
				k + 1 == c->hours.n ? when : none, list, &n);
	}
	return view_list(list, n);
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

/* The same of what holds in all weeks. */
static struct str minutes_of_day(struct arena *a, const struct day_hours *d)
{
	struct open_day day = {0};
	for (size_t i = 0; i < d->n; i++)
		if (!d->clause[i].when.parity && !d->clause[i].when.nth)
			open_day_add(&day, &d->clause[i].hours);
	return minutes_of(a, &day.free);
}

struct view week_view(struct render *r, const struct desk *k)
{
	struct arena *a = r->site;
	if (!k->opening.given)
		return (struct view){0};
	struct view *list = arena_list(a, 7, struct view);
	for (int day = 1; day <= 7; day++) {
		struct day_hours h = opening_weekday(&k->opening, r->w->now.day, day);
		struct view *v = view_new(a, jour_horaire);
		v[V_jour_horaire_jour_nom] = view_text(date_day_name(day));
		v[V_jour_horaire_jour_numero] = view_text(str_printf(a, "%d", day));
		v[V_jour_horaire_heures] = view_text(day_hours_text(a, &h, day));
		v[V_jour_horaire_plages] = view_text(minutes_of_day(a, &h));
		v[V_jour_horaire_ferme] = view_yes(day_hours_closed(&h));
		v[V_jour_horaire_passages] = passages_view(a, &h, day);
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
	return date_range_text(a, c->from, c->to);
}

struct view closures_view(struct render *r, const struct desk *k)
{
	struct arena *a = r->site;
	size_t n = k->closures.n;
	struct view *list = arena_list(a, n, struct view);
	for (size_t i = 0; i < n; i++) {
		const struct closure *c = &k->closures.v[i];
		struct view *v = view_new(a, fermeture);
		v[V_fermeture_fermeture_quand] = view_text(closure_days(a, c));
		v[V_fermeture_fermeture_motif] = view_text_if(typography_of(a, c->why));
		v[V_fermeture_fermeture_du] = view_text(date_iso(a, c->from));
		v[V_fermeture_fermeture_au] = view_text(date_iso(a, c->to));
		if (c->open)
			v[V_fermeture_fermeture_heures] = view_text(
				str_printf(a, "%s%.*s", c->extra ? "ouvert " : "",
					STR_ARG(hours_text(a, &c->hours))));
		v[V_fermeture_fermeture_plages] = view_text(minutes_of(a, &c->hours));
		v[V_fermeture_fermeture_ouverture] = view_yes(c->extra);
		list[i] = view_record(v);
	}
	return view_list(list, n);
}

/* « Été, du 1er juillet au 31 août », when the week shown is that of a season. */
struct view season_view(struct render *r, const struct desk *k)
{
	const struct opening_season *s = opening_season_on(&k->opening, r->w->now.day);
	if (!s)
		return (struct view){0};
	struct str period = opening_period_text(r->site, s);
	if (s->name.n)
		period = str_printf(
			r->site, "%.*s, %.*s", STR_ARG(s->name), STR_ARG(period));
	return view_text(typography_of(r->site, period));
}

static struct view sentences_list(struct render *r, const struct str_list *sentences)
{
	struct arena *a = r->site;
	struct view *list = arena_list(a, sentences->n, struct view);
	for (size_t i = 0; i < sentences->n; i++) {
		struct view *v = view_new(a, phrase_horaire);
		v[V_phrase_horaire_phrase] =
			view_text(typography_of(a, sentences->v[i]));
		list[i] = view_record(v);
	}
	return view_list(list, sentences->n);
}

struct view sentences_view(struct render *r, const struct desk *k)
{
	struct str_list sentences = {0};
	opening_sentences(r->site, &k->opening, &sentences);
	return sentences_list(r, &sentences);
}

struct view other_seasons_view(struct render *r, const struct desk *k)
{
	struct str_list sentences = {0};
	opening_other_sentences(r->site, &k->opening, r->w->now.day, &sentences);
	return sentences_list(r, &sentences);
}

/* A row as templates/horaires.html writes it, so that jour.js marks today here too. */
static void hours_row(
	struct strbuf *out, struct arena *a, int day, const struct day_hours *h)
{
	strbuf_printf(out,
		"<tr data-jour=\"%d\" data-plages=\"%.*s\"%s><th scope=\"row\">", day,
		STR_ARG(minutes_of_day(a, h)),
		day_hours_closed(h) ? " class=\"ferme\"" : "");
	strbuf_add(out, date_day_name(day));
	strbuf_lit(out, "</th><td>");
	escape_html(out, day_hours_text(a, h, day));
	strbuf_lit(out, "</td></tr>\n");
}

static void put_precision(struct strbuf *out, struct arena *a, struct str s)
{
	if (!s.n)
		return;
	strbuf_lit(out, "<p class=\"precision\">");
	escape_html(out, typography_of(a, s));
	strbuf_lit(out, "</p>\n");
}

void hours_table(const struct render *r, const struct desk *k, struct str title,
	struct strbuf *out)
{
	struct arena *a = r->page;
	struct str_list seasons = {0};
	if (!k || !k->opening.given)
		return;
	if (!title.n)
		title = k == web_mairie(r->w)
				? STR("Horaires de la mairie")
				: str_printf(a, "Horaires : %.*s", STR_ARG(k->name));
	strbuf_lit(
		out, "<div class=\"tableau\">\n<table class=\"horaires\">\n<caption>");
	escape_html(out, typography_of(a, title));
	strbuf_lit(out, "</caption>\n<tbody>\n");
	for (int day = 1; day <= 7; day++) {
		struct day_hours h = opening_weekday(&k->opening, r->w->now.day, day);
		hours_row(out, a, day, &h);
	}
	strbuf_lit(out, "</tbody>\n</table>\n</div>\n");
	opening_other_sentences(a, &k->opening, r->w->now.day, &seasons);
	for (size_t i = 0; i < seasons.n; i++)
		put_precision(out, a, seasons.v[i]);
	put_precision(out, a, k->opening.note);
}
