/*
 * school.c: holidays and days without school as HTML (their page), for the home page, and
 * for other programs (iCalendar). Classes are part of what themes may count on
 * (docs/themes.md).
 */
#include "render/render_internal.h"
#include "text/escape.h"
#include "text/ics.h"
#include "text/typography.h"
#include "text/utf8.h"

#define SCHOOL_CALENDAR "calendrier-scolaire.ics"

static void put_text(struct render *r, struct str s, struct strbuf *out)
{
	escape_html(out, typography_of(r->page, s));
}

/* « Accueil : à la garderie »; empty: nothing is told. */
static struct str care_text(struct arena *a, const struct school_break *b)
{
	switch (b->care) {
	case CARE_NONE: return STR("Pas d’accueil");
	case CARE_GIVEN:
		return b->where.n ? str_printf(a, "Accueil : %.*s", STR_ARG(b->where))
				  : STR("Accueil assuré");
	case CARE_UNKNOWN: break;
	}
	return (struct str){0};
}

/* ---- the page ---- */

static void put_care(struct render *r, const struct school_break *b, struct strbuf *out)
{
	struct str care = care_text(r->page, b);
	if (!care.n)
		return;
	strbuf_lit(out, "<br><em>");
	put_text(r, care, out);
	strbuf_lit(out, "</em>");
}

static void put_holidays(
	struct render *r, const struct school_break *b, struct strbuf *out)
{
	strbuf_lit(out, "<tr><th scope=\"row\">");
	put_text(r, b->name, out);
	put_care(r, b, out);
	strbuf_lit(out, "</th><td>");
	put_text(r, date_text(r->page, school_told(b)), out);
	strbuf_lit(out, "</td><td>");
	put_text(r, date_text(r->page, school_back(b)), out);
	strbuf_lit(out, "</td></tr>\n");
}

static void put_day(struct render *r, const struct school_break *b, struct strbuf *out)
{
	strbuf_lit(out, "<li><strong>");
	put_text(r, first_upper(r->page, date_text(r->page, b->first)), out);
	strbuf_lit(out, "</strong><br>");
	put_text(r, b->name, out);
	put_care(r, b, out);
	strbuf_lit(out, "</li>\n");
}

/* What comes before and behind the holidays, or the single days, if there are any. */
static void put_part(struct render *r, bool single, const char *open, const char *close,
	struct strbuf *out)
{
	const struct school_break_list *l = &r->w->school.coming;
	bool any = false;
	for (size_t i = 0; i < l->n; i++) {
		if (l->v[i]->single != single)
			continue;
		strbuf_add(out, any ? STR("") : str_of(open));
		(single ? put_day : put_holidays)(r, l->v[i], out);
		any = true;
	}
	strbuf_add(out, any ? str_of(close) : STR(""));
}

void school_put(struct render *r, struct str prefix, struct strbuf *out)
{
	if (!r->w->school.coming.n)
		strbuf_lit(out, "<p class=\"vide\">Les prochaines dates ne sont pas "
				"encore connues.</p>\n");
	put_part(r, true, "<h2>Jours sans école</h2>\n<ul class=\"collecte-jours\">\n",
		"</ul>\n", out);
	put_part(r, false,
		"<h2 id=\"vacances\">Vacances et ponts</h2>\n"
		"<p>On part après la classe, on revient le matin.</p>\n"
		"<section class=\"tableau\" tabindex=\"0\" "
		"aria-labelledby=\"vacances\">\n<table>\n<thead>\n<tr>"
		"<th scope=\"col\">Vacances</th><th scope=\"col\">Fin des cours</th>"
		"<th scope=\"col\">Reprise</th></tr>\n</thead>\n<tbody>\n",
		"</tbody>\n</table>\n</section>\n", out);
	strbuf_lit(out, "<p class=\"collecte-ics\"><a href=\"");
	escape_html(out, link_of(r->page, prefix, STR(SCHOOL_CALENDAR)));
	strbuf_lit(out, "\">Mettre ces dates dans son agenda</a> (fichier .ics)</p>\n");
}

/* ---- the calendar ---- */

/*
 * Files of a folder tell no day on which a row was written, and no clock is read: it was
 * known when its year began, which is what other programs compare.
 */
static struct moment stamp_of(const struct school_break *b)
{
	return (struct moment){{b->first.year, 1, 1}, 0};
}

static void put_event(struct render *r, const struct school_break *b, struct strbuf *o)
{
	struct arena *a = r->page;
	struct str from = ics_moment(a, (struct moment){b->first, -1}),
		   behind = ics_moment(a, (struct moment){school_back(b), -1});
	ics_line(o, "BEGIN", STR("VEVENT"));
	ics_line(o, "UID",
		str_printf(a, "ecole-%.*s-%.*s@%.*s.tambour.invalid",
			STR_ARG(utf8_slug(a, b->name)), STR_ARG(from),
			STR_ARG(r->w->site->commune.code_insee)));
	ics_line(o, "DTSTAMP", ics_utc(a, r->w->site->commune.zone, stamp_of(b)));
	ics_line(o, "DTSTART;VALUE=DATE", from);
	ics_line(o, "DTEND;VALUE=DATE", behind);
	ics_text(o, "SUMMARY", b->name);
	ics_text(o, "DESCRIPTION", care_text(a, b));
	ics_line(o, "TRANSP", STR("TRANSPARENT"));
	ics_line(o, "END", STR("VEVENT"));
}

void school_write(struct render *r, const struct node *none)
{
	const struct school *s = &r->w->school;
	(void)none;
	if (!s->n)
		return;
	calendar_begin(r,
		str_printf(r->page, "École %.*s", STR_ARG(r->w->site->commune.de_nom)),
		&r->out);
	for (size_t i = 0; i < s->n; i++)
		put_event(r, &s->v[i], &r->out);
	calendar_end(r, STR(SCHOOL_CALENDAR), &r->out);
}

/* ---- the home page, and the weekly sheet ---- */

/* « vendredi 18 décembre » */
static struct str day_text(struct arena *a, struct date d)
{
	struct str all = date_text(a, d);
	return str_sub(all, 0, str_rindex(all, ' '));
}

static struct str break_text(struct arena *a, const struct school_break *b)
{
	return b->single ? day_text(a, b->first)
			 : str_printf(a, "du %.*s après la classe au %.*s au matin",
				   STR_ARG(day_text(a, school_told(b))),
				   STR_ARG(day_text(a, school_back(b))));
}

struct view breaks_view(struct render *r, const struct school_break_list *l)
{
	struct arena *a = r->page;
	struct view *list = arena_list(a, l->n, struct view);
	for (size_t i = 0; i < l->n; i++) {
		const struct school_break *b = l->v[i];
		struct view *one = view_new(a, sans_ecole);
		one[V_sans_ecole_sans_ecole_nom] = view_text(typography_of(a, b->name));
		one[V_sans_ecole_sans_ecole_quand] = view_text(break_text(a, b));
		one[V_sans_ecole_sans_ecole_accueil] =
			view_text_if(typography_of(a, care_text(a, b)));
		list[i] = view_record(one);
	}
	return view_list(list, l->n);
}
