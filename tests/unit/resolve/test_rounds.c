/* The collection of waste: days moved by holidays, across new year and ISO week 53. */
#include "web_world.h"

static void open_rounds(struct web_world *x, const char *rounds, const char *now)
{
	web_open(x);
	world_put(&x->w, "collectes.yaml",
		str_printf(&x->w.arena, "feries: %s", rounds).p);
	web_resolve_at(x, now);
	if (x->w.diag.list.n)
		diag_print(&x->w.diag, &(struct diag_style){0}, stderr);
	assert_int_equal(x->w.diag.list.n, 0);
}

/* The days of round 0 from a day on, as many as are expected, "2026-12-24 2027-01-02". */
static void days_are(struct web_world *x, const char *from, const char *expected)
{
	const struct round *r = &x->web.rounds.all.v[0];
	struct strbuf b = strbuf_on(&x->w.arena);
	size_t most = (strlen(expected) + 1) / strlen("2026-12-24 "), n = 0;
	for (size_t i = 0; i < r->days.n && n < most; i++) {
		struct str day = date_iso(&x->w.arena, r->days.v[i].day);
		if (str_cmp(day, str_of(from)) < 0)
			continue;
		strbuf_printf(&b, "%s%.*s", n++ ? " " : "", STR_ARG(day));
	}
	assert_str(strbuf_str(&b), expected);
}

static void holidays_move_days_as_is_said(void **state)
{
	static const struct {
		const char *rounds, *now, *from, *expected;
	} rows[] = {
		/* The 25th of December 2026 and the 1st of January 2027 are Fridays. */
		{"maintenue\ntournees: [{ nom: A, quand: vendredi }]\n", "2026-12-01",
			"2026-12-18", "2026-12-18 2026-12-25 2027-01-01 2027-01-08"},
		{"lendemain\ntournees: [{ nom: A, quand: vendredi }]\n", "2026-12-01",
			"2026-12-18", "2026-12-18 2026-12-26 2027-01-02 2027-01-08"},
		{"veille\ntournees: [{ nom: A, quand: vendredi }]\n", "2026-12-01",
			"2026-12-18", "2026-12-18 2026-12-24 2026-12-31 2027-01-08"},
		{"supprimee\ntournees: [{ nom: A, quand: vendredi }]\n", "2026-12-01",
			"2026-12-18", "2026-12-18 2027-01-08"},
		/* A Saturday: no lorry on the Sunday behind it. */
		{"lendemain\ntournees: [{ nom: A, quand: samedi }]\n", "2026-08-01",
			"2026-08-08", "2026-08-08 2026-08-17 2026-08-22"},
		/* The holiday is a Wednesday; the Tuesday before it stays. */
		{"decalee\ntournees: [{ nom: A, quand: mardi et jeudi }]\n",
			"2024-12-01", "2024-12-31", "2024-12-31 2025-01-03 2025-01-07"},
		/* One round is not as the others. */
		{"maintenue\ntournees: [{ nom: A, quand: vendredi, feries: veille }]\n",
			"2026-12-01", "2026-12-24", "2026-12-24 2026-12-31 2027-01-08"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct web_world x;
		open_rounds(&x, rows[i].rounds, rows[i].now);
		days_are(&x, rows[i].from, rows[i].expected);
		web_close(&x);
	}
}

/* Built on either side of new year, the same days come out. */
static void new_year_changes_no_day(void **state)
{
	static const char *const nows[] = {
		"2026-12-31 23:59", "2027-01-01 00:00", "2027-01-02"};
	static const char *const rules[][3] = {
		{"jeudi des semaines impaires", "2027-01-07", "2027-01-07 2027-01-21"},
		{"jeudi des semaines paires", "2027-01-01", "2027-01-14 2027-01-28"},
		{"vendredi des semaines impaires", "2027-01-01",
			"2027-01-02 2027-01-08 2027-01-22"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof nows / sizeof *nows; i++)
		for (size_t k = 0; k < sizeof rules / sizeof *rules; k++) {
			struct web_world x;
			char rounds[160];
			(void)snprintf(rounds, sizeof rounds,
				"lendemain\ntournees: [{ nom: A, quand: %s }]\n",
				rules[k][0]);
			open_rounds(&x, rounds, nows[i]);
			days_are(&x, rules[k][1], rules[k][2]);
			web_close(&x);
		}
}

/* Weeks 53 and 1 are both odd: the Thursdays of both, and no even one between. */
static void week_53_is_odd(void **state)
{
	struct web_world x;
	(void)state;
	open_rounds(&x,
		"maintenue\ntournees: [{ nom: A, quand: jeudi des semaines impaires }]\n",
		"2026-12-01");
	days_are(&x, "2026-12-10", "2026-12-17 2026-12-31 2027-01-07 2027-01-21");
	web_close(&x);
}

static void exceptions_and_seasons_hold(void **state)
{
	struct web_world x;
	(void)state;
	open_rounds(&x,
		"lendemain\ntournees:\n  - { nom: A, quand: vendredi, "
		"sauf: [2026-12-26, 2027-01-01], aussi: [2026-12-23, 2026-12-23] }\n",
		"2026-12-01");
	days_are(&x, "2026-12-18", "2026-12-18 2026-12-23 2027-01-08");
	web_close(&x);
	open_rounds(&x,
		"lendemain\ntournees:\n  - { nom: A, quand: 1er lundi du mois, "
		"periode: { du: novembre, au: février } }\n",
		"2026-12-01");
	days_are(&x, "2026-11-01",
		"2026-11-02 2026-12-07 2027-01-04 2027-02-01 "
		"2027-11-02");
	web_close(&x);
}

static void valid_until_is(struct web_world *x, const char *expected)
{
	assert_str(date_iso(&x->w.arena, x->web.valid_until.day), expected);
	assert_int_equal(x->web.valid_until.minute, 0);
}

/* What is announced changes when a day is over, and when one comes within the week. */
static void what_is_announced_has_an_end(void **state)
{
	struct web_world x;
	(void)state;
	open_rounds(&x,
		"maintenue\ntournees:\n  - { nom: A, aussi: [2026-12-02, 2026-12-10] }\n",
		"2026-12-02 18:00");
	assert_int_equal(x.web.rounds.home.n, 1);
	valid_until_is(&x, "2026-12-03");
	web_close(&x);
	open_rounds(&x,
		"maintenue\ntournees:\n  - { nom: A, aussi: [2026-12-02, 2026-12-10] }\n",
		"2026-12-03 18:00");
	assert_int_equal(x.web.rounds.home.n, 0);
	valid_until_is(&x, "2026-12-04");
	web_close(&x);
	open_rounds(&x,
		"maintenue\ntournees:\n  - { nom: A, aussi: [2026-12-02, 2026-12-10] }\n",
		"2026-12-04");
	assert_int_equal(x.web.rounds.home.n, 1);
	valid_until_is(&x, "2026-12-11");
	web_close(&x);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(holidays_move_days_as_is_said),
		cmocka_unit_test(new_year_changes_no_day),
		cmocka_unit_test(week_53_is_odd),
		cmocka_unit_test(exceptions_and_seasons_hold),
		cmocka_unit_test(what_is_announced_has_an_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
