/*
 * meals.c: the menus of the canteen as HTML: a week, its days, what is eaten on each.
 * Classes are part of what themes may count on (docs/themes.md).
 */
#include "render/render_internal.h"
#include "text/escape.h"
#include "text/typography.h"

static void put_text(struct render *r, struct str s, struct strbuf *out)
{
	escape_html(out, typography_of(r->page, s));
}

/* « Lundi 30 novembre » */
static struct str day_title(struct arena *a, struct date d)
{
	struct str all = date_text(a, d);
	return first_upper(a, str_sub(all, 0, str_rindex(all, ' ')));
}

static void put_meal(struct render *r, const struct meal *m, struct strbuf *out)
{
	bool any = false;
	strbuf_lit(out, "<li class=\"menu-jour\">\n<h3>");
	put_text(r, day_title(r->page, m->day), out);
	strbuf_lit(out, "</h3>\n");
	if (m->note.n) {
		strbuf_lit(out, "<p class=\"menu-mention\">");
		put_text(r, m->note, out);
		strbuf_lit(out, "</p>\n");
	}
	for (size_t i = 0; i < COURSES; i++) {
		if (!m->dish[i].n)
			continue;
		strbuf_printf(out, "%s<li><span class=\"menu-part\">%s</span> ",
			any ? "" : "<ul class=\"menu-plats\">\n",
			course_names[i].shown);
		put_text(r, m->dish[i], out);
		strbuf_lit(out, "</li>\n");
		any = true;
	}
	strbuf_add(out, any ? STR("</ul>\n</li>\n") : STR("</li>\n"));
}

/* Days from Monday to Sunday; how many of them. */
static size_t week_length(const struct meal *v, size_t n)
{
	long end = date_days(v->day) - date_weekday(v->day) + 8;
	size_t i = 1;
	while (i < n && date_days(v[i].day) < end)
		i++;
	return i;
}

void meals_put(struct render *r, struct strbuf *out)
{
	const struct meals *m = &r->w->meals;
	struct str note =
		value_text(value_get(r->w->site->commune.v, "cantine"), "precision");
	if (m->next == m->n)
		strbuf_lit(out, "<p class=\"vide\">Les prochains menus ne sont pas "
				"encore connus.</p>\n");
	for (size_t i = m->next, n; i < m->n; i += n) {
		n = week_length(&m->v[i], m->n - i);
		struct date last = m->v[i + n - 1].day;
		strbuf_lit(out, "<section class=\"menus\">\n<h2>Semaine ");
		put_text(r, date_range_text(r->page, m->v[i].day, last), out);
		strbuf_lit(out, "</h2>\n<ul class=\"menus-jours\">\n");
		for (size_t k = 0; k < n; k++)
			put_meal(r, &m->v[i + k], out);
		strbuf_lit(out, "</ul>\n</section>\n");
	}
	if (note.n) {
		strbuf_lit(out, "<p class=\"menu-precision\">");
		put_text(r, note, out);
		strbuf_lit(out, "</p>\n");
	}
}
