/*
 * explain_hours.c: `tambour explain horaires`: what was understood of the hours that
 * commune.yaml gives: in sentences, day by day for the weeks to come, and as a text to
 * copy to the national directory, which does not read web sites.
 */
#include "base/strbuf.h"
#include "cli/commands.h"
#include "cli/pipeline.h"

#define SHOWN_DAYS 21

static const char *word(enum diag_lang lang, const char *fr, const char *en)
{
	return lang == LANG_FR ? fr : en;
}

static void put_lines(struct strbuf *b, const struct str_list *lines)
{
	for (size_t i = 0; i < lines->n; i++)
		strbuf_printf(b, "    %.*s\n", STR_ARG(lines->v[i]));
}

static void put_day(
	struct strbuf *b, const struct opening *o, struct date d, enum diag_lang lang)
{
	struct open_day day = opening_day(o, d);
	struct str hours = hours_text(b->arena, &day.free);
	struct str day_shown =
		lang == LANG_FR ? date_text(b->arena, d) : date_iso(b->arena, d);
	strbuf_printf(b, "    %.*s, %s %d : ", STR_ARG(day_shown),
		word(lang, "semaine", "week"), date_iso_week(d));
	if (day.free.n || !day.appointment)
		strbuf_add(b, hours);
	if (day.appointment)
		strbuf_add(b, day.free.n ? STR(" et sur rendez-vous")
					 : STR("sur rendez-vous"));
	if (day.because != OPEN_USUAL && day.why.n)
		strbuf_printf(b, " (%.*s)", STR_ARG(day.why));
	strbuf_byte(b, '\n');
}

static void put_desk(
	struct strbuf *b, const struct desk *k, struct date today, enum diag_lang lang)
{
	struct str_list sentences = {0}, directory = {0};
	opening_sentences(b->arena, &k->opening, &sentences);
	opening_directory(b->arena, &k->opening, today, &directory);
	strbuf_printf(b, "%s%.*s\n", b->n ? "\n" : "", STR_ARG(k->name));
	put_lines(b, &sentences);
	strbuf_printf(b, "\n  %s\n",
		word(lang, "À recopier dans l’annuaire de Service-Public :",
			"To copy to the directory of Service-Public:"));
	put_lines(b, &directory);
	strbuf_printf(b, "\n  %s\n",
		word(lang, "Les trois semaines à venir :", "The three weeks to come:"));
	for (long i = 0; i < SHOWN_DAYS; i++)
		put_day(b, &k->opening, date_of_days(date_days(today) + i), lang);
}

bool explain_hours(struct pipeline *p, struct strbuf *b, enum diag_lang lang)
{
	bool any = false;
	for (size_t i = 0; i < p->web.desks.n; i++) {
		if (!p->web.desks.v[i].opening.given)
			continue;
		put_desk(b, &p->web.desks.v[i], p->now.day, lang);
		any = true;
	}
	return any;
}
