/* Clocks of France's territories, through the nights when some of them change. */
#include "../same.h"

#include "text/date.h"

static struct arena a;

static int emptied(void **state)
{
	(void)state;
	arena_release(&a);
	return 0;
}

static long long utc(int y, int m, int d, int hour, int minute)
{
	struct date day = {(short)y, (unsigned char)m, (unsigned char)d};
	return date_days(day) * 86400LL + hour * 3600 + minute * 60;
}

static void each_territory_has_its_zone(void **state)
{
	(void)state;
	static const struct {
		const char *departement, *zone;
		int minutes;
	} rows[] = {
		{"61", "Europe/Paris", 60},
		{"2A", "Europe/Paris", 60},
		{"971", "America/Guadeloupe", -240},
		{"972", "America/Martinique", -240},
		{"973", "America/Cayenne", -180},
		{"974", "Indian/Reunion", 240},
		{"975", "America/Miquelon", -180},
		{"976", "Indian/Mayotte", 180},
		{"977", "America/St_Barthelemy", -240},
		{"978", "America/Marigot", -240},
		{"986", "Pacific/Wallis", 720},
		{"987", "Pacific/Tahiti", -600},
		{"988", "Pacific/Noumea", 660},
		{"", "Europe/Paris", 60},
		{"xx", "Europe/Paris", 60},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str zone = zone_of_departement(str_of(rows[i].departement));
		assert_row(zone, rows[i].zone, i);
		assert_int_equal(
			zone_offset(zone, utc(2026, 1, 15, 12, 0)), rows[i].minutes);
	}
	assert_int_equal(zone_offset(STR("UTC"), utc(2026, 7, 1, 0, 0)), 0);
	assert_int_equal(zone_offset(STR("Mars/Base"), utc(2026, 7, 1, 0, 0)), 120);
	assert_int_equal(zone_offset(STR("Pacific/Marquesas"), 0), -570);
}

static void paris_changes_at_one_o_clock_utc(void **state)
{
	(void)state;
	static const struct {
		int y, march, october;
	} rows[] = {{2024, 31, 27}, {2025, 30, 26}, {2026, 29, 25}, {2027, 28, 31},
		{2028, 26, 29}, {2030, 31, 27}};
	struct str paris = STR("Europe/Paris");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		long long on = utc(rows[i].y, 3, rows[i].march, 1, 0);
		long long off = utc(rows[i].y, 10, rows[i].october, 1, 0);
		assert_int_equal(zone_offset(paris, on - 1), 60);
		assert_int_equal(zone_offset(paris, on), 120);
		assert_int_equal(zone_offset(paris, off - 1), 120);
		assert_int_equal(zone_offset(paris, off), 60);
	}
}

static void miquelon_changes_with_america(void **state)
{
	(void)state;
	struct str z = STR("America/Miquelon");
	/* 8 March and 1 November 2026, at two o'clock of each wall clock. */
	assert_int_equal(zone_offset(z, utc(2026, 3, 8, 5, 0) - 1), -180);
	assert_int_equal(zone_offset(z, utc(2026, 3, 8, 5, 0)), -120);
	assert_int_equal(zone_offset(z, utc(2026, 11, 1, 4, 0) - 1), -120);
	assert_int_equal(zone_offset(z, utc(2026, 11, 1, 4, 0)), -180);
	/* 1 March can be a Sunday: the second one is the 8th. */
	assert_int_equal(zone_offset(z, utc(2026, 3, 2, 12, 0)), -180);
	assert_int_equal(zone_offset(z, utc(2027, 3, 14, 5, 0) - 1), -180);
	assert_int_equal(zone_offset(z, utc(2027, 3, 14, 5, 0)), -120);
}

static void overseas_keeps_its_clocks(void **state)
{
	(void)state;
	static const char *const zones[] = {"America/Cayenne", "Indian/Reunion",
		"Pacific/Noumea", "Pacific/Tahiti", "Indian/Mayotte"};
	for (size_t i = 0; i < sizeof zones / sizeof *zones; i++)
		assert_int_equal(zone_offset(str_of(zones[i]), utc(2026, 7, 1, 0, 0)),
			zone_offset(str_of(zones[i]), utc(2026, 1, 1, 0, 0)));
}

static void todays_rules_hold_before_1970_too(void **state)
{
	(void)state;
	struct str paris = STR("Europe/Paris");
	assert_int_equal(zone_offset(paris, utc(1954, 7, 14, 12, 0)), 120);
	assert_int_equal(zone_offset(paris, utc(1954, 1, 14, 12, 0)), 60);
	struct moment m = {{1954, 7, 14}, 720};
	assert_same(moment_rfc3339(&a, paris, m), "1954-07-14T12:00:00+02:00");
	/* The evening of 31 December, seen from the second before midnight. */
	assert_int_equal(zone_offset(paris, utc(1969, 12, 31, 23, 59)), 60);
}

static void an_instant_has_a_wall_clock(void **state)
{
	(void)state;
	static const struct {
		const char *zone, *wall;
		int h, m;
	} rows[] = {
		{"Europe/Paris", "2026-07-01T01:30:00+02:00", 23, 30},
		{"Pacific/Noumea", "2026-07-01T10:30:00+11:00", 23, 30},
		{"Pacific/Tahiti", "2026-06-30T13:30:00-10:00", 23, 30},
		{"Pacific/Marquesas", "2026-06-29T14:30:00-09:30", 0, 0},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str z = str_of(rows[i].zone);
		struct moment m =
			moment_of_utc(z, utc(2026, 6, 30, rows[i].h, rows[i].m));
		assert_row(moment_rfc3339(&a, z, m), rows[i].wall, i);
	}
	struct moment m = moment_of_utc(STR("UTC"), -1);
	assert_same(date_iso(&a, m.day), "1969-12-31");
	assert_int_equal(m.minute, 1439);
	assert_int_equal(moment_of_utc(STR("UTC"), (long long)1 << 62).day.year, 0);
	assert_int_equal(moment_of_utc(STR("UTC"), -((long long)1 << 62)).day.year, 0);
}

static void the_odd_hours_of_two_nights_are_settled(void **state)
{
	(void)state;
	struct str paris = STR("Europe/Paris");
	struct moment twice = {{2026, 10, 25}, 150}, never = {{2026, 3, 29}, 150};
	assert_same(moment_rfc3339(&a, paris, twice), "2026-10-25T02:30:00+02:00");
	assert_same(moment_rfc3339(&a, paris, never), "2026-03-29T02:30:00+01:00");
	struct moment three = {{2026, 3, 29}, 180}, day = {{2026, 11, 23}, -1};
	assert_same(moment_rfc3339(&a, paris, three), "2026-03-29T03:00:00+02:00");
	assert_same(moment_rfc3339(&a, paris, day), "2026-11-23T00:00:00+01:00");
	assert_same(moment_rfc3339(&a, paris, (struct moment){.minute = 5}), "");
}

/* Every quarter of an hour of a year, out and back. */
static void wall_clocks_go_back_to_their_instants(void **state)
{
	(void)state;
	struct str z = STR("Europe/Paris");
	for (long long t = utc(2026, 1, 1, 0, 0); t < utc(2027, 1, 1, 0, 0); t += 900) {
		struct moment m = moment_of_utc(z, t);
		struct str s = moment_rfc3339(&a, z, m);
		int due = zone_offset(z, t);
		/* The hour that comes twice is taken for the first. */
		if (t >= utc(2026, 10, 25, 1, 0) && t < utc(2026, 10, 25, 2, 0))
			due = 120;
		assert_true(str_ends(s, due == 60 ? STR("+01:00") : STR("+02:00")));
		arena_reset(&a);
	}
}

static void dates_of_git_are_instants(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		long long utc; /* -1: none */
	} rows[] = {
		{"1970-01-01T00:00:00+00:00", 0},
		{"2026-11-24T09:12:05+01:00", 1795507925},
		{"2026-11-24T09:12:05-03:30", 1795524125},
		{"2026-11-24T08:12:05Z", 1795507925},
		{"2026-11-24", -1},
		{"2026-11-24T09:12:05", -1},
		{"2026-11-24 09:12:05+01:00", -1},
		{"2026-13-24T09:12:05+01:00", -1},
		{"2026-11-24T24:12:05+01:00", -1},
		{"2026-11-24T09:12:05+01:00 ", -1},
		{"2026-11-24T09:12:05+0100", -1},
		{"", -1},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		long long utc = -1;
		bool ok = utc_of_rfc3339(str_of(rows[i].text), &utc);
		assert_int_equal(ok, rows[i].utc >= 0);
		assert_int_equal(utc, rows[i].utc);
	}
}

int main(void)
{
#define T(test) cmocka_unit_test_teardown(test, emptied)
	const struct CMUnitTest tests[] = {
		T(each_territory_has_its_zone),
		T(paris_changes_at_one_o_clock_utc),
		T(miquelon_changes_with_america),
		T(overseas_keeps_its_clocks),
		T(todays_rules_hold_before_1970_too),
		T(an_instant_has_a_wall_clock),
		T(the_odd_hours_of_two_nights_are_settled),
		T(wall_clocks_go_back_to_their_instants),
		T(dates_of_git_are_instants),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
