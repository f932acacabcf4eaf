/* Days: which exist, how people write them, how they are written out. */
#include "../same.h"

#include "text/date.h"

static struct arena a;

static int emptied(void **state)
{
	(void)state;
	arena_release(&a);
	return 0;
}

static struct date day(int y, int m, int d)
{
	return (struct date){(short)y, (unsigned char)m, (unsigned char)d};
}

static void impossible_days_are_not_valid(void **state)
{
	(void)state;
	static const struct {
		int y, m, d;
		bool valid;
	} rows[] = {
		{2019, 6, 30, true},
		{2019, 6, 31, false},
		{2024, 2, 29, true},
		{2023, 2, 29, false},
		{2000, 2, 29, true},
		{1900, 2, 29, false},
		{2026, 0, 1, false},
		{2026, 13, 1, false},
		{2026, 1, 0, false},
		{2026, 1, 32, false},
		{0, 1, 1, false},
		{1, 1, 1, true},
		{9999, 12, 31, true},
		{10000, 1, 1, false},
		{-1, 1, 1, false},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_int_equal(date_valid(day(rows[i].y, rows[i].m, rows[i].d)),
			rows[i].valid);
}

static void days_are_counted_both_ways(void **state)
{
	(void)state;
	assert_int_equal(date_days(day(1970, 1, 1)), 0);
	assert_int_equal(date_days(day(2026, 11, 23)), 20780);
	assert_int_equal(date_days(day(1969, 12, 31)), -1);
	struct date before = {0};
	for (long n = date_days(day(1, 1, 1)); n <= date_days(day(9999, 12, 31));
		n += 3) {
		struct date d = date_of_days(n);
		assert_true(date_valid(d) && date_days(d) == n);
		assert_true(date_cmp(before, d) < 0);
		before = d;
	}
	assert_int_equal(date_of_days(date_days(day(1, 1, 1)) - 1).year, 0);
	assert_int_equal(date_of_days(date_days(day(9999, 12, 31)) + 1).year, 0);
	assert_int_equal(date_of_days(4000000000000L).year, 0);
}

static void weekdays_and_weeks(void **state)
{
	(void)state;
	static const struct {
		int y, m, d, weekday, week;
	} rows[] = {
		{2026, 11, 23, 1, 48},
		{2026, 1, 1, 4, 1},
		{2027, 1, 1, 5, 53},
		{2027, 1, 4, 1, 1},
		{2020, 12, 31, 4, 53},
		{2021, 1, 3, 7, 53},
		{2024, 12, 30, 1, 1},
		{2023, 1, 1, 7, 52},
		{2000, 2, 29, 2, 9},
		{1, 1, 1, 1, 1},
		{9999, 12, 31, 5, 52},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct date d = day(rows[i].y, rows[i].m, rows[i].d);
		assert_int_equal(date_weekday(d), rows[i].weekday);
		assert_int_equal(date_iso_week(d), rows[i].week);
	}
}

static void every_form_of_a_date_is_read(void **state)
{
	(void)state;
	static const char *const forms[] = {"2026-11-23", "23/11/2026", "23.11.2026",
		"23-11-2026", "23 novembre 2026", "23 NOVEMBRE 2026", "23 nov. 2026",
		"23 nov 2026", "lundi 23/11/2026", "Le lundi, 23.11.2026",
		"lundi 23 novembre 2026", "Lundi, 23 novembre 2026",
		"le 23 novembre 2026", "  2026-11-23 ", "23\u00A0novembre\u202F2026"};
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		struct date d;
		if (date_parse(str_of(forms[i]), &d) != DATE_OK ||
			date_cmp(d, day(2026, 11, 23)) != 0)
			fail_msg("%s", forms[i]);
	}
}

static void every_month_is_known(void **state)
{
	(void)state;
	static const char *const months[][3] = {{"janvier", "janv.", "JANVIER"},
		{"février", "févr.", "fevrier"}, {"mars", "mars", "Mars"},
		{"avril", "avr.", "Avril"}, {"mai", "mai", "MAI"},
		{"juin", "juin", "Juin"}, {"juillet", "juil.", "Juillet"},
		{"août", "aout", "AOÛT"}, {"septembre", "sept.", "Septembre"},
		{"octobre", "oct.", "Octobre"}, {"novembre", "nov.", "Novembre"},
		{"décembre", "déc.", "decembre"}};
	for (int m = 0; m < 12; m++) {
		for (int i = 0; i < 3; i++) {
			struct date d;
			struct str s = str_printf(&a, "1er %s 2026", months[m][i]);
			assert_int_equal(date_parse(s, &d), DATE_OK);
			assert_int_equal(d.month, m + 1);
			assert_int_equal(d.day, 1);
		}
		assert_same(date_month_name(m + 1), months[m][0]);
	}
	assert_same(date_month_short(1), "janv.");
	assert_same(date_month_short(8), "août");
	assert_same(date_month_name(0), "");
	assert_same(date_month_name(13), "");
	assert_same(date_day_name(7), "dimanche");
	assert_same(date_day_name(8), "");
}

static void what_is_no_date_is_told_from_what_cannot_be(void **state)
{
	(void)state;
	static const struct {
		const char *s;
		enum date_error e;
	} rows[] = {
		{"2019-06-31", DATE_IMPOSSIBLE},
		{"31/06/2019", DATE_IMPOSSIBLE},
		{"31 juin 2019", DATE_IMPOSSIBLE},
		{"29 février 2023", DATE_IMPOSSIBLE},
		{"29 février 2024", DATE_OK},
		{"2026-13-01", DATE_IMPOSSIBLE},
		{"0/0/2026", DATE_IMPOSSIBLE},
		{"0000-01-01", DATE_IMPOSSIBLE},
		{"mardi 23 novembre 2026", DATE_WEEKDAY},
		{"mardi 23/11/2026", DATE_WEEKDAY},
		{"lundi 31/02/2026", DATE_IMPOSSIBLE},
		{"23/11", DATE_NOT_ONE},
		{"23/11/26", DATE_NOT_ONE},
		{"novembre 2026", DATE_NOT_ONE},
		{"2026", DATE_NOT_ONE},
		{"", DATE_NOT_ONE},
		{"demain", DATE_NOT_ONE},
		{"23/11-2026", DATE_NOT_ONE},
		{"2026-11-23x", DATE_NOT_ONE},
		{"2026-11-23 18:30", DATE_NOT_ONE},
		{"2er mai 2026", DATE_NOT_ONE},
		{"2026-06-31 bis", DATE_NOT_ONE},
		{"20261123", DATE_NOT_ONE},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct date d;
		enum date_error e = date_parse(str_of(rows[i].s), &d);
		if (e != rows[i].e)
			fail_msg("%s: %d", rows[i].s, (int)e);
		assert_int_equal(d.year != 0, e == DATE_OK || e == DATE_WEEKDAY);
	}
}

static void a_huge_text_is_no_date(void **state)
{
	(void)state;
	static char text[100000];
	memset(text, ' ', sizeof text);
	memcpy(text, "2026-11-23", 10);
	struct date d;
	assert_int_equal(date_parse((struct str){text, sizeof text}, &d), DATE_NOT_ONE);
}

static void every_form_of_a_moment_is_read(void **state)
{
	(void)state;
	static const struct {
		const char *s;
		int minute; /* -1: a day as a whole, -2: refused */
	} rows[] = {
		{"2026-11-23 18:30", 1110},
		{"2026-11-23T18:30", 1110},
		{"2026-11-23T18:30:59", 1110},
		{"23/11/2026 à 18h30", 1110},
		{"23 novembre 2026, 18 h 30", 1110},
		{"lundi 23 novembre 2026 à 18 h", 1080},
		{"2026-11-23 0:00", 0},
		{"2026-11-23", -1},
		{"2026-11-23 à", -2},
		{"2026-11-23 18:30+01:00", -2},
		{"2026-11-23T18:30Z", -2},
		{"2026-11-23 25:00", -2},
		{"2026-11-23 18:60", -2},
		{"18:30", -2},
		{"2026-11-23 18", -2},
		{"2026-11-2318:30", -2},
		{"2026-11-23 24:00", -2},
		{"2026-11-23T18:30:60", -2},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct moment m;
		enum date_error e = moment_parse(str_of(rows[i].s), &m);
		if (rows[i].minute == -2 ? e != DATE_NOT_ONE || m.day.year
					 : e != DATE_OK || m.minute != rows[i].minute ||
						   date_cmp(m.day, day(2026, 11, 23)))
			fail_msg("%s: %d", rows[i].s, (int)e);
	}
	struct moment m;
	assert_int_equal(moment_parse(STR("2019-06-31 18:30"), &m), DATE_IMPOSSIBLE);
	assert_int_equal(
		moment_parse(STR("mardi 23 novembre 2026 à 9h"), &m), DATE_WEEKDAY);
}

static void moments_are_ordered_a_day_before_its_hours(void **state)
{
	(void)state;
	struct moment whole = {day(2026, 11, 23), -1},
		      midnight = {day(2026, 11, 23), 0};
	struct moment next = {day(2026, 11, 24), -1};
	assert_true(moment_cmp(whole, midnight) < 0);
	assert_true(moment_cmp(midnight, next) < 0);
	assert_int_equal(moment_cmp(whole, whole), 0);
}

static void dates_are_written_out(void **state)
{
	(void)state;
	assert_same(date_iso(&a, day(26, 1, 2)), "0026-01-02");
	assert_same(date_text(&a, day(2026, 11, 23)), "lundi 23 novembre 2026");
	assert_same(date_text(&a, day(2026, 5, 1)), "vendredi 1er mai 2026");
	assert_same(date_text_short(&a, day(2026, 8, 2)), "2 août 2026");
	assert_same(date_range_text(&a, day(2026, 11, 30), day(2026, 12, 4)),
		"du 30 novembre au 4 décembre 2026");
	assert_same(date_range_text(&a, day(2026, 12, 1), day(2026, 12, 5)),
		"du 1er au 5 décembre 2026");
	assert_same(date_range_text(&a, day(2026, 12, 28), day(2027, 1, 3)),
		"du 28 décembre 2026 au 3 janvier 2027");
	assert_same(date_range_text(&a, day(2026, 12, 1), day(2026, 12, 1)),
		"du 1er décembre 2026");
	assert_same(moment_text(&a, (struct moment){day(2026, 11, 23), 1110}),
		"lundi 23 novembre 2026 à 18\u00A0h\u00A030");
	assert_same(moment_text(&a, (struct moment){day(2026, 11, 23), -1}),
		"lundi 23 novembre 2026");
	struct date none = {0};
	assert_same(date_iso(&a, none), "");
	assert_same(date_text(&a, none), "");
	assert_same(date_text_short(&a, day(2026, 2, 30)), "");
	assert_same(moment_text(&a, (struct moment){none, 60}), "");
}

int main(void)
{
#define T(test) cmocka_unit_test_teardown(test, emptied)
	const struct CMUnitTest tests[] = {
		T(impossible_days_are_not_valid),
		T(days_are_counted_both_ways),
		T(weekdays_and_weeks),
		T(every_form_of_a_date_is_read),
		T(every_month_is_known),
		T(what_is_no_date_is_told_from_what_cannot_be),
		T(a_huge_text_is_no_date),
		T(every_form_of_a_moment_is_read),
		T(moments_are_ordered_a_day_before_its_hours),
		T(dates_are_written_out),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
