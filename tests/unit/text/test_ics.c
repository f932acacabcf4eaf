/* test_ics.c: lines of calendars: folding, escaping, moments, zones. */
#include "../same.h"
#include "text/ics.h"

static void a_line_folds_at_75_octets_never_in_a_character(void **state)
{
	(void)state;
	struct arena a = {0};
	struct strbuf b = strbuf_on(&a), text = strbuf_on(&a);
	for (int i = 0; i < 60; i++)
		strbuf_lit(&text, "é");
	ics_text(&b, "SUMMARY", strbuf_str(&text));
	struct str rest = strbuf_str(&b), line;
	size_t lines = 0;
	while (str_cut(&rest, '\n', &line)) {
		assert_true(str_ends(line, STR("\r")));
		assert_true(line.n - 1 <= ICS_LINE_MAX);
		unsigned char first = (unsigned char)line.p[lines ? 1 : 0];
		assert_true((first & 0xC0) != 0x80);
		lines++;
	}
	assert_int_equal(lines, 2);
	arena_release(&a);
}

static void a_text_is_escaped_and_an_empty_one_left_out(void **state)
{
	(void)state;
	struct arena a = {0};
	struct strbuf b = strbuf_on(&a);
	ics_text(&b, "LOCATION", STR("Place, rue; \\ fin\nsuite"));
	ics_text(&b, "URL", (struct str){0});
	assert_true(str_eq(
		strbuf_str(&b), STR("LOCATION:Place\\, rue\\; \\\\ fin\\nsuite\r\n")));
	arena_release(&a);
}

static void moments_are_told_by_the_wall_and_in_utc(void **state)
{
	(void)state;
	struct arena a = {0};
	struct moment night = {{2026, 3, 29}, 3 * 60 + 30}, day = {{2026, 12, 5}, -1};
	assert_true(str_is(ics_moment(&a, night), "20260329T033000"));
	assert_true(str_is(ics_moment(&a, day), "20261205"));
	assert_true(
		str_is(ics_utc(&a, STR("Europe/Paris"), night), "20260329T013000Z"));
	assert_true(
		str_is(ics_utc(&a, STR("Pacific/Noumea"), night), "20260328T163000Z"));
	arena_release(&a);
}

static void zones_that_change_clocks_have_two_rules_others_one(void **state)
{
	(void)state;
	struct arena a = {0};
	struct strbuf paris = strbuf_on(&a), reunion = strbuf_on(&a),
		      miquelon = strbuf_on(&a);
	ics_zone(&paris, STR("Europe/Paris"));
	ics_zone(&reunion, STR("Indian/Reunion"));
	ics_zone(&miquelon, STR("America/Miquelon"));
	struct str p = strbuf_str(&paris), r = strbuf_str(&reunion),
		   m = strbuf_str(&miquelon);
	assert_true(str_find(p, STR("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")) < p.n);
	assert_true(str_find(r, STR("RRULE")) == r.n);
	assert_true(str_find(r, STR("TZOFFSETTO:+0400")) < r.n);
	assert_true(str_find(m, STR("BYMONTH=11;BYDAY=1SU")) < m.n);
	assert_true(str_find(m, STR("TZOFFSETTO:-0200")) < m.n);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_folds_at_75_octets_never_in_a_character),
		cmocka_unit_test(a_text_is_escaped_and_an_empty_one_left_out),
		cmocka_unit_test(moments_are_told_by_the_wall_and_in_utc),
		cmocka_unit_test(zones_that_change_clocks_have_two_rules_others_one),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
