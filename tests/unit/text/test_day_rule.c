/* Rules of days: what people write, on which dates they hold, how they are shown. */
#include "../same.h"
#include "text/day_rule.h"

static struct date day(int year, int month, int day)
{
	return (struct date){(short)year, (unsigned char)month, (unsigned char)day};
}

static void what_people_write_is_read(void **state)
{
	static const char *const rows[][2] = {
		{"jeudi", "le jeudi"},
		{"Le jeudi.", "le jeudi"},
		{"tous les jeudis", "le jeudi"},
		{"chaque mardi", "le mardi"},
		{"vendredi et lundi", "le lundi et le vendredi"},
		{"lundi, mercredi et vendredi", "le lundi, le mercredi et le vendredi"},
		{"jeudi des semaines paires", "le jeudi des semaines paires"},
		{"le jeudi, semaines impaires", "le jeudi des semaines impaires"},
		{"mardi et jeudi (semaines paires)",
			"le mardi et le jeudi des semaines paires"},
		{"1er mercredi du mois", "le 1er mercredi du mois"},
		{"le 1er et le 3e lundi du mois", "le 1er et le 3e lundi du mois"},
		{"dernier samedi du mois", "le dernier samedi du mois"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena a = {0};
		struct day_rule r;
		if (!day_rule_parse(str_of(rows[i][0]), &r))
			fail_msg("%s", rows[i][0]);
		assert_same(day_rule_text(&a, r), rows[i][1]);
		arena_release(&a);
	}
}

static void other_words_are_refused(void **state)
{
	static const char *const rows[] = {"", "les jours pairs", "jeudi 12 mai",
		"jeudi de temps en temps", "semaines paires", "jeudi et",
		"1er jour du mois", "jeudi des semaines", "jeudi 9h-12h",
		"jeudi, 1er mardi du mois"};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct day_rule r = {1, {0}};
		if (day_rule_parse(str_of(rows[i]), &r) || r.weekdays)
			fail_msg("%s", rows[i]);
	}
}

static void one_in_two_does_not_say_which(void **state)
{
	static const struct {
		const char *s;
		int day;
	} rows[] = {{"un mercredi sur deux", 3},
		{"Le mercredi, une semaine sur deux", 3},
		{"jeudi tous les 15 jours", 4}, {"tous les quinze jours, le lundi", 1},
		{"une semaine sur deux", 0}, {"mercredi de temps en temps", 0},
		{"", 0}};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (day_rule_one_in_two(str_of(rows[i].s)) != rows[i].day)
			fail_msg("%s", rows[i].s);
}

/* 2026 has a week 53: two odd weeks follow one another. */
static void weeks_are_those_of_the_calendar(void **state)
{
	static const struct {
		int year, month, day;
		bool even;
	} rows[] = {{2026, 12, 17, false}, {2026, 12, 24, true}, {2026, 12, 31, false},
		{2027, 1, 7, false}, {2027, 1, 14, true}, {2020, 12, 31, false},
		{2021, 1, 7, false}, {2021, 1, 14, true}, {2025, 12, 25, true},
		{2026, 1, 1, false}, {2026, 1, 8, true}};
	struct day_rule even, odd;
	(void)state;
	assert_true(day_rule_parse(STR("jeudi des semaines paires"), &even));
	assert_true(day_rule_parse(STR("jeudi des semaines impaires"), &odd));
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct date d = day(rows[i].year, rows[i].month, rows[i].day);
		assert_int_equal(day_rule_holds(even, d), rows[i].even);
		assert_int_equal(day_rule_holds(odd, d), !rows[i].even);
		assert_false(day_rule_holds(even, date_of_days(date_days(d) + 1)));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_people_write_is_read),
		cmocka_unit_test(other_words_are_refused),
		cmocka_unit_test(one_in_two_does_not_say_which),
		cmocka_unit_test(weeks_are_those_of_the_calendar),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
