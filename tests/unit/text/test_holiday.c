/* Public holidays: Easter over the years, and the places that have more of them. */
#include "../same.h"

#include "text/date.h"

static struct arena a;

static int emptied(void **state)
{
	(void)state;
	arena_release(&a);
	return 0;
}

/* « 2026-01-01 Jour de l’an » on each line. */
static struct str listed(const char *departement, int year)
{
	struct holiday h[HOLIDAYS_MAX];
	size_t n = holidays_of_year(str_of(departement), year, h);
	struct str s = {0};
	for (size_t i = 0; i < n; i++)
		s = str_printf(&a, "%.*s%.*s %.*s\n", STR_ARG(s),
			STR_ARG(date_iso(&a, h[i].day)), STR_ARG(h[i].name));
	return s;
}

static void the_eleven_of_2026(void **state)
{
	(void)state;
	assert_same(listed("61", 2026), "2026-01-01 Jour de l’an\n"
					"2026-04-06 Lundi de Pâques\n"
					"2026-05-01 Fête du Travail\n"
					"2026-05-08 Victoire 1945\n"
					"2026-05-14 Ascension\n"
					"2026-05-25 Lundi de Pentecôte\n"
					"2026-07-14 Fête nationale\n"
					"2026-08-15 Assomption\n"
					"2026-11-01 Toussaint\n"
					"2026-11-11 Armistice 1918\n"
					"2026-12-25 Noël\n");
}

static void easter_moves_as_the_church_says(void **state)
{
	(void)state;
	/* Easter Mondays, the earliest and latest possible among them. */
	static const struct {
		short year;
		unsigned char month, day;
	} rows[] = {
		{1818, 3, 23},
		{1943, 4, 26},
		{1954, 4, 19},
		{1981, 4, 20},
		{2000, 4, 24},
		{2008, 3, 24},
		{2011, 4, 25},
		{2016, 3, 28},
		{2019, 4, 22},
		{2020, 4, 13},
		{2021, 4, 5},
		{2022, 4, 18},
		{2023, 4, 10},
		{2024, 4, 1},
		{2025, 4, 21},
		{2026, 4, 6},
		{2027, 3, 29},
		{2028, 4, 17},
		{2029, 4, 2},
		{2030, 4, 22},
		{2035, 3, 26},
		{2038, 4, 26},
		{2049, 4, 19},
		{2076, 4, 20},
		{2099, 4, 13},
		{2285, 3, 23},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct date d = {rows[i].year, rows[i].month, rows[i].day};
		struct str name;
		if (!holiday_on(STR("61"), d, &name) ||
			!str_is(name, "Lundi de Pâques"))
			fail_msg("%d", rows[i].year);
	}
}

/* The other well-known reckoning, by remainders alone, over all years. */
static void easter_agrees_with_another_reckoning(void **state)
{
	(void)state;
	for (int y = 1583; y <= 9999; y++) {
		int g = y % 19, c = y / 100;
		int h = (c - c / 4 - (8 * c + 13) / 25 + 19 * g + 15) % 30;
		int i = h - h / 28 * (1 - 29 / (h + 1) * ((21 - g) / 11));
		int j = (y + y / 4 + i + 2 - c + c / 4) % 7, l = i - j;
		int month = 3 + (l + 40) / 44, day = l + 28 - 31 * (month / 4);
		struct date easter = {
			(short)y, (unsigned char)month, (unsigned char)day};
		struct date monday = date_of_days(date_days(easter) + 1);
		struct str name;
		assert_true(holiday_on(STR(""), monday, &name));
	}
}

static void alsace_and_moselle_have_two_more(void **state)
{
	(void)state;
	static const char *const there[] = {"57", "67", "68"};
	for (size_t i = 0; i < 3; i++) {
		struct str s = listed(there[i], 2026);
		assert_true(str_find(s, STR("2026-04-03 Vendredi saint\n")) < s.n);
		assert_true(str_find(s, STR("2026-12-26 Saint-Étienne\n")) < s.n);
	}
	struct str s = listed("88", 2026);
	assert_int_equal(str_find(s, STR("Vendredi saint")), s.n);
}

static void overseas_remembers_the_abolition(void **state)
{
	(void)state;
	static const struct {
		const char *departement, *day;
	} rows[] = {{"971", "2026-05-27"}, {"972", "2026-05-22"}, {"973", "2026-06-10"},
		{"974", "2026-12-20"}, {"976", "2026-04-27"}, {"977", "2026-10-09"},
		{"978", "2026-05-28"}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str s = listed(rows[i].departement, 2026);
		struct str due =
			str_printf(&a, "%s Abolition de l’esclavage\n", rows[i].day);
		if (str_find(s, due) == s.n)
			fail_msg("%s", rows[i].departement);
	}
	struct str s = listed("61", 2026);
	assert_int_equal(str_find(s, STR("Abolition")), s.n);
}

static void the_pacific_has_its_own(void **state)
{
	(void)state;
	struct str s = listed("987", 2024);
	assert_true(str_find(s, STR("2024-06-29 Fête de l’Autonomie\n")) < s.n);
	s = listed("987", 2026);
	assert_int_equal(str_find(s, STR("Autonomie")), s.n);
	assert_true(str_find(s, STR("2026-11-20 Matari’i i ni’a\n")) < s.n);
	s = listed("988", 2026);
	assert_true(str_find(s, STR("2026-09-24 Fête de la Citoyenneté\n")) < s.n);
	s = listed("986", 2026);
	assert_true(str_find(s, STR("2026-07-29 Fête du Territoire\n")) < s.n);
}

static void they_come_sorted_everywhere(void **state)
{
	(void)state;
	static const char *const places[] = {
		"61", "57", "971", "974", "986", "987", "988"};
	for (size_t p = 0; p < sizeof places / sizeof *places; p++) {
		for (int y = 1950; y < 2100; y++) {
			struct holiday h[HOLIDAYS_MAX];
			size_t n = holidays_of_year(str_of(places[p]), y, h);
			assert_in_range(n, 11, HOLIDAYS_MAX);
			for (size_t i = 1; i < n; i++)
				assert_true(date_cmp(h[i - 1].day, h[i].day) <= 0);
		}
	}
}

static void one_day_may_be_two_holidays(void **state)
{
	(void)state;
	struct str s = listed("61", 2008), name;
	assert_true(
		str_find(s, STR("2008-05-01 Fête du Travail\n2008-05-01 Ascension\n")) <
		s.n);
	assert_true(holiday_on(STR("61"), (struct date){2008, 5, 1}, &name));
	assert_same(name, "Fête du Travail");
}

static void other_days_are_worked(void **state)
{
	(void)state;
	struct str name;
	assert_false(holiday_on(STR("61"), (struct date){2026, 4, 5}, &name));
	assert_false(holiday_on(STR("61"), (struct date){2026, 12, 26}, &name));
	assert_false(holiday_on(STR("61"), (struct date){0}, &name));
	struct holiday h[HOLIDAYS_MAX];
	assert_int_equal(holidays_of_year(STR("61"), 0, h), 0);
	assert_int_equal(holidays_of_year(STR("61"), 10000, h), 0);
}

int main(void)
{
#define T(test) cmocka_unit_test_teardown(test, emptied)
	const struct CMUnitTest tests[] = {
		T(the_eleven_of_2026),
		T(easter_moves_as_the_church_says),
		T(easter_agrees_with_another_reckoning),
		T(alsace_and_moselle_have_two_more),
		T(overseas_remembers_the_abolition),
		T(the_pacific_has_its_own),
		T(they_come_sorted_everywhere),
		T(one_day_may_be_two_holidays),
		T(other_days_are_worked),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
