/*
 * rounds.c: the collection of waste as HTML (its page), for the home page, and for other
 * programs (iCalendar). Classes are part of what themes may count on (docs/themes.md).
 */
#include "render/render_internal.h"
#include "text/escape.h"
#include "text/ics.h"
#include "text/typography.h"
#include "text/utf8.h"

#define ROUND_DATES 6 /* next days of a round, shown on the page */

static void put_text(struct render *r, struct str s, struct strbuf *out)
{
	escape_html(out, typography_of(r->page, s));
}

static void put_paragraph(
	struct render *r, const char *class, struct str s, struct strbuf *out)
{
	if (!s.n)
		return;
	strbuf_printf(out, "<p class=\"%s\">", class);
	put_text(r, s, out);
	strbuf_lit(out, "</p>\n");
}

/* « au lieu du jeudi 1er janvier 2026, férié (Jour de l’an) » */
static struct str why_moved(struct arena *a, const struct round_day *d)
{
	struct str why = {0}, from = date_text(a, d->instead);
	if (d->instead.year)
		why = str_printf(a, "au lieu du %.*s (%.*s)",
			STR_ARG(str_sub(from, 0, str_rindex(from, ' '))),
			STR_ARG(d->why));
	return why;
}

static void put_days(struct render *r, const struct round *x, struct strbuf *out)
{
	strbuf_lit(out, "<ul class=\"collecte-jours\">\n");
	for (size_t i = x->next; i < x->days.n && i < x->next + ROUND_DATES; i++) {
		struct str why = why_moved(r->page, &x->days.v[i]);
		strbuf_lit(out, "<li>");
		put_text(r, date_text(r->page, x->days.v[i].day), out);
		if (why.n) {
			strbuf_lit(out, " <em>");
			put_text(r, why, out);
			strbuf_lit(out, "</em>");
		}
		strbuf_lit(out, "</li>\n");
	}
	strbuf_lit(out, "</ul>\n");
}

static void put_round(
	struct render *r, const struct round *x, bool below, struct strbuf *out)
{
	const char *h = below ? "h3" : "h2";
	strbuf_printf(out, "<section class=\"collecte\">\n<%s>", h);
	put_text(r, x->name, out);
	strbuf_printf(out, "</%s>\n", h);
	put_paragraph(r, "collecte-rythme", first_upper(r->page, x->rhythm), out);
	put_paragraph(r, "collecte-precision", x->note, out);
	if (x->next < x->days.n)
		put_days(r, x, out);
	else
		strbuf_lit(out, "<p class=\"vide\">Les prochaines dates ne sont pas "
				"encore connues.</p>\n");
	strbuf_lit(out, "</section>\n");
}

/* Those of one sector, or those of all of the commune. */
static void put_sector(
	struct render *r, struct str sector, bool below, struct strbuf *out)
{
	struct str slug = utf8_slug(r->page, sector);
	for (size_t i = 0; i < r->w->rounds.all.n; i++) {
		const struct round *x = &r->w->rounds.all.v[i];
		if (str_eq(utf8_slug(r->page, x->sector), slug))
			put_round(r, x, below, out);
	}
}

/* ---- calendars: one for all, and one for each sector ---- */

static struct str calendar_path(struct arena *a, struct str sector)
{
	return sector.n ? str_printf(a, "collectes-%.*s.ics",
				  STR_ARG(utf8_slug(a, sector)))
			: STR("collectes.ics");
}

static void put_calendar_link(
	struct render *r, struct str prefix, struct str sector, struct strbuf *out)
{
	strbuf_lit(out, "<p class=\"collecte-ics\"><a href=\"");
	escape_html(out, link_of(r->page, prefix, calendar_path(r->page, sector)));
	strbuf_lit(out, "\">");
	put_text(r,
		sector.n ? str_printf(r->page,
				   "Mettre les jours de « %.*s » dans son agenda",
				   STR_ARG(sector))
			 : STR("Mettre tous ces jours dans son agenda"),
		out);
	strbuf_lit(out, "</a> (fichier .ics)</p>\n");
}

void rounds_put(struct render *r, struct str prefix, struct strbuf *out)
{
	const struct rounds *x = &r->w->rounds;
	struct str note = value_text(r->w->site->sheets[SHEET_ROUNDS], "precision");
	put_paragraph(r, "collectes-precision", note, out);
	put_sector(r, (struct str){0}, false, out);
	for (size_t i = 0; i < x->sectors.n; i++) {
		strbuf_lit(out, "<h2>");
		put_text(r, x->sectors.v[i], out);
		strbuf_lit(out, "</h2>\n");
		put_sector(r, x->sectors.v[i], true, out);
		put_calendar_link(r, prefix, x->sectors.v[i], out);
	}
	put_calendar_link(r, prefix, (struct str){0}, out);
}

static void put_event(struct render *r, const struct round *x,
	const struct round_day *day, struct strbuf *b)
{
	struct arena *a = r->page;
	struct moment from = {day->day, -1},
		      to = {date_of_days(date_days(day->day) + 1), -1},
		      stamp = {{r->w->now.day.year, 1, 1}, 0};
	struct str slug = utf8_slug(
		a, str_printf(a, "%.*s %.*s", STR_ARG(x->name), STR_ARG(x->sector)));
	ics_line(b, "BEGIN", STR("VEVENT"));
	ics_line(b, "UID",
		str_printf(a, "collecte-%.*s-%.*s@%.*s.tambour.invalid", STR_ARG(slug),
			STR_ARG(ics_moment(a, from)),
			STR_ARG(r->w->site->commune.code_insee)));
	ics_line(b, "DTSTAMP", ics_utc(a, r->w->site->commune.zone, stamp));
	ics_line(b, "DTSTART;VALUE=DATE", ics_moment(a, from));
	ics_line(b, "DTEND;VALUE=DATE", ics_moment(a, to));
	ics_text(b, "SUMMARY", x->name);
	ics_text(b, "LOCATION", x->sector);
	ics_text(b, "DESCRIPTION", day->why.n ? why_moved(a, day) : x->note);
	ics_line(b, "TRANSP", STR("TRANSPARENT"));
	ics_line(b, "END", STR("VEVENT"));
}

static void write_calendar(struct render *r, struct str sector)
{
	struct arena *a = r->page;
	const struct rounds *x = &r->w->rounds;
	struct str slug = utf8_slug(a, sector);
	calendar_begin(r,
		str_printf(a, "Collectes %.*s", STR_ARG(r->w->site->commune.de_nom)),
		&r->out);
	for (size_t i = 0; i < x->all.n; i++) {
		const struct round *one = &x->all.v[i];
		if (sector.n && one->sector.n &&
			!str_eq(utf8_slug(a, one->sector), slug))
			continue;
		for (size_t k = 0; k < one->days.n; k++)
			put_event(r, one, &one->days.v[k], &r->out);
	}
	calendar_end(r, calendar_path(a, sector), &r->out);
}

void rounds_write(struct render *r, const struct node *none)
{
	(void)none;
	if (!r->w->rounds.all.n)
		return;
	write_calendar(r, (struct str){0});
	for (size_t i = 0; i < r->w->rounds.sectors.n; i++)
		write_calendar(r, r->w->rounds.sectors.v[i]);
}

/* ---- the home page, and the weekly sheet ---- */

struct view pickups_view(struct render *r, const struct pickup *v, size_t n)
{
	struct arena *a = r->page;
	struct view *list = arena_list(a, n, struct view);
	for (size_t i = 0; i < n; i++) {
		const struct round *x = v[i].round;
		struct str day = date_text(a, v[i].day->day);
		struct view *one = view_new(a, collecte);
		one[V_collecte_collecte_nom] = view_text(typography_of(a, x->name));
		one[V_collecte_collecte_secteur] =
			view_text_if(typography_of(a, x->sector));
		one[V_collecte_collecte_date] = date_view(a, v[i].day->day);
		one[V_collecte_collecte_quand] =
			view_text(str_sub(day, 0, str_rindex(day, ' ')));
		one[V_collecte_collecte_motif] =
			view_text_if(typography_of(a, why_moved(a, v[i].day)));
		list[i] = view_record(one);
	}
	return view_list(list, n);
}
