/* Hours of a weekday: in which weeks they hold, in people's words. */
#include "../same.h"

#include "text/day_hours.h"

static struct arena a;

static int emptied(void **state)
{
	(void)state;
	arena_release(&a);
	return 0;
}

/* Spaces that do not break shown as '_'. */
static struct str visible(struct str s)
{
	struct str out = {0};
	for (size_t at; (at = str_find(s, STR("\u00a0"))) < s.n;
		s = str_from(s, at + 2))
		out = str_printf(&a, "%.*s%.*s_", STR_ARG(out), (int)at, s.p);
	return str_printf(&a, "%.*s%.*s", STR_ARG(out), STR_ARG(s));
}

static void every_form_is_read(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"9h-12h", "de 9_h à 12_h"},
		{"9h-12h, 14h-17h30", "de 9_h à 12_h et de 14_h à 17_h_30"},
		{"9h-12h ; 14h-17h30", "de 9_h à 12_h et de 14_h à 17_h_30"},
		{"fermé", "fermé"},
		{"sur rendez-vous", "sur rendez-vous"},
		{"9h-12h les semaines paires", "de 9_h à 12_h les semaines paires"},
		{"9h-12h (semaines impaires)", "de 9_h à 12_h les semaines impaires"},
		{"9h-12h, semaines paires uniquement ; 14h-16h",
			"de 9_h à 12_h les semaines paires et de 14_h à 16_h"},
		{"9h-12h uniquement les semaines paires",
			"de 9_h à 12_h les semaines paires"},
		{"Semaines paires : 9h-12h", "de 9_h à 12_h les semaines paires"},
		{"semaines paires : 9h-12h, semaines impaires : 14h-17h",
			"de 9_h à 12_h les semaines paires et de 14_h à 17_h les "
			"semaines impaires"},
		{"9h-12h les semaines paires, 14h-17h les semaines impaires",
			"de 9_h à 12_h les semaines paires et de 14_h à 17_h les "
			"semaines impaires"},
		{"9h-12h ; 14h-17h en semaine paire",
			"de 9_h à 12_h, et de 14_h à 17_h les semaines paires"},
		{"9h-12h ; 14h-17h sur rendez-vous",
			"de 9_h à 12_h et de 14_h à 17_h, sur rendez-vous"},
		{"9h-12h le 1er samedi du mois", "de 9_h à 12_h le 1er samedi du mois"},
		{"1er et 3e samedis du mois : 10h-12h",
			"de 10_h à 12_h le 1er et le 3e samedi du mois"},
		{"9h-12h le premier et le dernier samedi de chaque mois",
			"de 9_h à 12_h le 1er et le dernier samedi du mois"},
		{"le 1er, le 2e et le 3e samedi du mois 9h-12h",
			"de 9_h à 12_h le 1er, le 2e et le 3e samedi du mois"},
		{"9h-12h ; fermé le dernier samedi du mois",
			"de 9_h à 12_h, et fermé le dernier samedi du mois"},
		{"fermé ; 9h-12h les semaines paires",
			"de 9_h à 12_h les semaines paires"},
		{"9h-12h les semaines paires, sur rendez-vous les semaines impaires.",
			"de 9_h à 12_h les semaines paires et sur rendez-vous les "
			"semaines impaires"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct day_hours h;
		enum hours_error e = day_hours_parse(str_of(rows[i][0]), &h, NULL);
		if ((e == HOURS_OK) != (rows[i][1] != NULL))
			fail_msg("%s: %d", rows[i][0], (int)e);
		if (rows[i][1])
			assert_row(visible(day_hours_text(&a, &h, 6)), rows[i][1], i);
	}
}

static void what_is_not_understood_is_told(void **state)
{
	(void)state;
	static const struct {
		const char *s;
		enum hours_error e;
		const char *rest;
	} rows[] = {
		{"le matin", HOURS_NOT_SO, "le matin"},
		{"9h-12h un samedi sur deux", HOURS_NOT_SO, "un samedi sur deux"},
		{"9h-12h les semaines Impères", HOURS_NOT_SO, "les semaines Impères"},
		{"Fermé le matin", HOURS_NOT_SO, "le matin"},
		{"9h-12h fermé", HOURS_NOT_SO, ""},
		{"9h-12h ; l’été 14h-16h", HOURS_NOT_SO, "l’été 14h-16h"},
		{"semaines paires", HOURS_NOT_SO, NULL},
		{"9h-12h le 6e samedi du mois", HOURS_NOT_SO, NULL},
		{"12h-9h les semaines paires", HOURS_REVERSED, ""},
		{"9h-12h ; 11h-14h les semaines paires", HOURS_OVERLAP, ""},
		{"9h-12h le 4e samedi du mois ; 11h-14h le dernier samedi du mois",
			HOURS_OVERLAP, ""},
		{"9h-12h les semaines paires, 11h-14h les semaines impaires", HOURS_OK,
			""},
		{"9h-12h le 1er samedi du mois, 9h-11h le 2e samedi du mois", HOURS_OK,
			""},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct day_hours h = {.n = 3};
		struct str rest;
		enum hours_error e = day_hours_parse(str_of(rows[i].s), &h, &rest);
		if (e != rows[i].e)
			fail_msg("%s: %d", rows[i].s, (int)e);
		if (e != HOURS_OK)
			assert_int_equal(h.n, 0);
		if (rows[i].rest)
			assert_row(rest, rows[i].rest, i);
	}
}

static void the_weekday_named_is_kept(void **state)
{
	(void)state;
	struct day_hours h;
	assert_int_equal(day_hours_parse(STR("9h-12h le 1er samedi du mois"), &h, NULL),
		HOURS_OK);
	assert_int_equal(h.weekday, 6);
	assert_int_equal(day_hours_parse(STR("9h-12h"), &h, NULL), HOURS_OK);
	assert_int_equal(h.weekday, 0);
}

static void weeks_and_places_in_the_month_hold(void **state)
{
	(void)state;
	static const struct {
		struct when when;
		struct date day;
		bool holds;
	} rows[] = {
		{{0, 0}, {2026, 11, 24}, true},
		/* The 53rd week of 2026 is followed by the first: two odd weeks. */
		{{PARITY_EVEN, 0}, {2026, 12, 26}, true},
		{{PARITY_ODD, 0}, {2027, 1, 2}, true},
		{{PARITY_ODD, 0}, {2027, 1, 9}, true},
		{{PARITY_EVEN, 0}, {2027, 1, 9}, false},
		{{0, 1 << 1}, {2026, 8, 1}, true},
		{{0, 1 << 1}, {2026, 8, 8}, false},
		{{0, 1 << 5}, {2026, 8, 29}, true},
		{{0, 1 << 4}, {2026, 8, 29}, false},
		{{0, 1 << NTH_LAST}, {2026, 8, 29}, true},
		{{0, 1 << NTH_LAST}, {2026, 8, 22}, false},
		{{0, 1 << NTH_LAST}, {2024, 2, 29}, true},
		{{0, 1 << NTH_LAST | 1 << 1}, {2026, 2, 7}, true},
		{{0, 1 << NTH_LAST}, {2026, 2, 28}, true},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (when_holds(rows[i].when, rows[i].day) != rows[i].holds)
			fail_msg("row %zu", i);
}

static void days_of_the_year_come_back(void **state)
{
	(void)state;
	static const struct {
		const char *s, *text;
		enum date_error e;
	} rows[] = {
		{"1er avril", "1er avril", DATE_OK},
		{"le 31 Août", "31 août", DATE_OK},
		{"01/04", "1er avril", DATE_OK},
		{"29 février", "29 février", DATE_OK},
		{"juillet", "juillet", DATE_OK},
		{"31 avril", NULL, DATE_IMPOSSIBLE},
		{"3/13", NULL, DATE_IMPOSSIBLE},
		{"été", NULL, DATE_NOT_ONE},
		{"1er avril 2026", NULL, DATE_NOT_ONE},
		{"", NULL, DATE_NOT_ONE},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct date d;
		if (year_day_parse(str_of(rows[i].s), &d) != rows[i].e)
			fail_msg("%s", rows[i].s);
		if (rows[i].e == DATE_OK)
			assert_row(year_day_text(&a, d), rows[i].text, i);
	}
}

static void seasons_go_over_new_year(void **state)
{
	(void)state;
	struct date november = {0, 11, 2}, march = {0, 3, 0};
	assert_true(year_days_hold(november, march, (struct date){2026, 12, 31}));
	assert_true(year_days_hold(november, march, (struct date){2027, 3, 31}));
	assert_false(year_days_hold(november, march, (struct date){2026, 11, 1}));
	assert_false(year_days_hold(november, march, (struct date){2026, 4, 1}));
	assert_true(year_days_hold(march, november, (struct date){2026, 3, 1}));
	assert_true(year_days_hold(march, november, (struct date){2026, 11, 2}));
	assert_false(year_days_hold(march, november, (struct date){2026, 11, 3}));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(every_form_is_read, emptied),
		cmocka_unit_test(what_is_not_understood_is_told),
		cmocka_unit_test(the_weekday_named_is_kept),
		cmocka_unit_test(weeks_and_places_in_the_month_hold),
		cmocka_unit_test_teardown(days_of_the_year_come_back, emptied),
		cmocka_unit_test(seasons_go_over_new_year),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
