/*
 * acts_explain.c: the calendar of the council, told: each sitting, what the law wants of
 * it by which day, and since when that is online. What is late is check's to say.
 */
#include "resolve/web.h"

#include "base/strbuf.h"

struct telling {
	const struct web *web;
	struct strbuf *b;
	bool french;
};

static const char *word(const struct telling *t, const char *fr, const char *en)
{
	return t->french ? fr : en;
}

static void put_day(const struct telling *t, struct date d)
{
	strbuf_add(t->b,
		t->french ? date_text_short(t->b->arena, d) : date_iso(t->b->arena, d));
}

/* « en ligne le 5 octobre 2026, attendue le 8 octobre 2026 au plus tard » */
static void put_paper(const struct telling *t, const char *what, const struct page *p,
	struct date due)
{
	strbuf_printf(t->b, "    %s", what);
	if (p) {
		strbuf_add(t->b, str_of(word(t, "en ligne le ", "online on ")));
		put_day(t, act_online(p));
		strbuf_printf(t->b, " (%.*s)", STR_ARG(p->path));
	} else {
		strbuf_add(t->b, str_of(word(t, "pas encore là", "not there yet")));
	}
	if (due.year) {
		strbuf_add(
			t->b, str_of(word(t, ", dernier jour : le ", ", last day: ")));
		put_day(t, due);
	} else {
		strbuf_add(t->b,
			str_of(word(t,
				", dans la semaine après la séance qui l’adoptera",
				", within a week of the sitting that adopts them")));
	}
	strbuf_byte(t->b, '\n');
}

static void put_sitting(const struct telling *t, const struct sitting *s)
{
	strbuf_add(t->b, str_of(word(t, "séance du ", "sitting of ")));
	put_day(t, s->day);
	strbuf_printf(t->b, "%s%zu\n",
		word(t, ", délibérations : ", ", deliberations: "), s->deliberations);
	if (!s->deliberations)
		return;
	put_paper(t, word(t, "liste des délibérations : ", "list of deliberations: "),
		s->list, s->list_due);
	put_paper(t, word(t, "procès-verbal : ", "minutes: "), s->minutes,
		s->minutes_due);
}

/* Acts whose two months are not over yet. */
static void put_held(const struct telling *t)
{
	const struct acts *x = &t->web->acts;
	for (size_t i = 0; i < x->online.n; i++) {
		const struct page *p = x->online.v[i].node->page;
		struct date until = act_online_until(p);
		if (x->publicity != ACTS_ONLINE ||
			date_cmp(until, t->web->now.day) <= 0)
			continue;
		strbuf_add(t->b, str_of(word(t, "à laisser en ligne jusqu’au ",
					 "to stay until ")));
		put_day(t, until);
		strbuf_printf(t->b, " : %.*s\n", STR_ARG(p->path));
	}
}

void acts_explain(const struct web *w, struct strbuf *b, enum diag_lang lang)
{
	static const char *const modes[][2] = {
		[ACTS_POSTED] = {"affichage", "posted"},
		[ACTS_ON_PAPER] = {"papier", "on paper"},
		[ACTS_ONLINE] = {"électronique", "online"},
	};
	struct telling t = {w, b, lang == LANG_FR};
	strbuf_printf(b, "%s%s\n", word(&t, "publicité des actes : ", "publicity: "),
		modes[w->acts.publicity][t.french ? 0 : 1]);
	for (size_t i = 0; i < w->acts.sittings.n; i++)
		put_sitting(&t, &w->acts.sittings.v[i]);
	put_held(&t);
}
