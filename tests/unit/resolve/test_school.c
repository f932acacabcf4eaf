/* Days without school: what stands between the end of class and its return. */
#include "web_world.h"

#define HEAD "quoi;fin_des_cours;reprise;jour;accueil\n"
#define CHRISTMAS "Noël;2026-12-18;2027-01-04;;\n"
#define STRIKE "Grève;;;2027-01-22;À la garderie\n"

static void open_school(struct web_world *x, const char *rows, const char *now)
{
	web_open(x);
	world_put(&x->w, "ecole.csv", str_printf(&x->w.arena, "%s%s", HEAD, rows).p);
	web_resolve_at(x, now);
	if (x->w.diag.list.n)
		diag_print(&x->w.diag, &(struct diag_style){0}, stderr);
	assert_int_equal(x->w.diag.list.n, 0);
}

static void day_is(struct web_world *x, struct date d, const char *expected)
{
	assert_str(date_iso(&x->w.arena, d), expected);
}

static void until_is(struct web_world *x, const char *expected)
{
	day_is(x, x->web.valid_until.day, expected);
	assert_int_equal(x->web.valid_until.minute, 0);
}

/* Neither the last day of class nor the first one behind it is without school. */
static void holidays_stand_between_two_days_of_class(void **state)
{
	struct web_world x;
	(void)state;
	open_school(&x, STRIKE CHRISTMAS, "2026-12-01");
	assert_int_equal(x.web.school.n, 2);
	const struct school_break *b = &x.web.school.v[0];
	assert_false(b->single);
	day_is(&x, b->first, "2026-12-19");
	day_is(&x, b->last, "2027-01-03");
	day_is(&x, school_told(b), "2026-12-18");
	day_is(&x, school_back(b), "2027-01-04");
	assert_false(school_is_out(b, (struct date){2026, 12, 18}));
	assert_true(school_is_out(b, (struct date){2026, 12, 19}));
	assert_true(school_is_out(b, (struct date){2027, 1, 3}));
	assert_false(school_is_out(b, (struct date){2027, 1, 4}));
	b++;
	assert_true(b->single);
	day_is(&x, b->first, "2027-01-22");
	day_is(&x, b->last, "2027-01-22");
	day_is(&x, school_told(b), "2027-01-22");
	web_close(&x);
}

/* One day of it may be all there is, and a year of 366 days has its 29th of February. */
static void the_shortest_holidays_are_a_day(void **state)
{
	struct web_world x;
	(void)state;
	open_school(&x, "Pont;2028-02-28;2028-03-01;;\n", "2026-12-01");
	day_is(&x, x.web.school.v[0].first, "2028-02-29");
	day_is(&x, x.web.school.v[0].last, "2028-02-29");
	web_close(&x);
}

static void care_is_told_as_it_was_written(void **state)
{
	static const struct {
		const char *written;
		enum school_care care;
		const char *where;
	} rows[] = {{"", CARE_UNKNOWN, ""}, {"non", CARE_NONE, ""},
		{"Pas d’accueil", CARE_NONE, ""}, {"Aucun", CARE_NONE, ""},
		{"Non.", CARE_NONE, ""}, {"oui", CARE_GIVEN, ""},
		{"à la garderie", CARE_GIVEN, "à la garderie"}};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct web_world x;
		char line[80];
		(void)snprintf(
			line, sizeof line, "Grève;;;2027-01-22;%s\n", rows[i].written);
		open_school(&x, line, "2026-12-01");
		assert_int_equal(x.web.school.v[0].care, rows[i].care);
		assert_str(x.web.school.v[0].where, rows[i].where);
		web_close(&x);
	}
}

/*
 * The home page tells it from a week before the last day of class until class begins
 * again; the sheet of the week, which turns on Fridays, tells that day too.
 */
static void it_is_told_in_time(void **state)
{
	static const struct {
		const char *now;
		size_t home, coming, week;
		const char *until;
	} rows[] = {
		{"2026-12-11 23:59", 0, 2, 1, "2026-12-12"},
		{"2026-12-12 00:00", 1, 2, 1, "2026-12-18"},
		{"2027-01-03 23:59", 1, 2, 1, "2027-01-04"},
		{"2027-01-04 00:00", 0, 1, 1, "2027-01-08"},
		{"2027-01-08 00:00", 0, 1, 0, "2027-01-15"},
		{"2027-01-16 00:00", 1, 1, 1, "2027-01-22"},
		{"2027-01-22 23:59", 1, 1, 0, "2027-01-23"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct web_world x;
		open_school(&x, CHRISTMAS STRIKE, rows[i].now);
		assert_int_equal(x.web.school.home.n, rows[i].home);
		assert_int_equal(x.web.school.coming.n, rows[i].coming);
		assert_int_equal(x.web.week.breaks.n, rows[i].week);
		until_is(&x, rows[i].until);
		web_close(&x);
	}
}

/* Once all is past, the page stands and nothing changes any more. */
static void a_calendar_that_is_over_keeps_its_page(void **state)
{
	struct web_world x;
	(void)state;
	open_school(&x, CHRISTMAS, "2027-01-04");
	assert_int_equal(x.web.school.coming.n, 0);
	assert_ptr_equal(x.web.school_page, web_at(&x, "calendrier-scolaire.html"));
	web_close(&x);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(holidays_stand_between_two_days_of_class),
		cmocka_unit_test(the_shortest_holidays_are_a_day),
		cmocka_unit_test(care_is_told_as_it_was_written),
		cmocka_unit_test(it_is_told_in_time),
		cmocka_unit_test(a_calendar_that_is_over_keeps_its_page),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
