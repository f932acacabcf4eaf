/* The days that the law sets: sittings, lists, minutes, two months; and sizes of files. */
#include "../same.h"

#include "resolve/acts.h"
#include "text/size.h"

static void same_day(struct date d, int year, int month, int day)
{
	assert_int_equal(d.year, year);
	assert_int_equal(d.month, month);
	assert_int_equal(d.day, day);
}

static void months_end_on_days_that_exist(void **state)
{
	(void)state;
	same_day(date_months_later((struct date){2026, 10, 2}, 2), 2026, 12, 2);
	same_day(date_months_later((struct date){2026, 12, 31}, 2), 2027, 2, 28);
	same_day(date_months_later((struct date){2027, 12, 30}, 2), 2028, 2, 29);
	same_day(date_months_later((struct date){2026, 11, 15}, 2), 2027, 1, 15);
	same_day(date_months_later((struct date){2026, 8, 31}, 2), 2026, 10, 31);
	same_day(date_months_later((struct date){2026, 7, 31}, 2), 2026, 9, 30);
}

static void add(struct arena *a, struct site *s, const char *path, const char *header)
{
	struct origin *o = arena_new(a, struct origin);
	struct diag *d = arena_new(a, struct diag);
	struct page *p = list_add(a, &s->pages);
	*d = diag_on(a);
	*o = (struct origin){.name = str_of(path)};
	bool ok = page_read(a, PAGE_ACT, (struct str){0}, str_of(path), str_of(path),
		str_printf(a, "---\nobjet: X\n%s---\n", header),
		(struct schema_mode){0}, d, p);
	assert_true(ok);
}

static void sittings_know_when_their_papers_are_due(void **state)
{
	(void)state;
	struct arena a = {0};
	struct site s = {.arena = &a};
	struct acts x = {.publicity = ACTS_ONLINE};
	add(&a, &s, "actes/2026-06-04-a.md",
		"type: deliberation\nmise_en_ligne: 2026-06-08\n");
	add(&a, &s, "actes/2026-06-04-b.md",
		"type: deliberation\nmise_en_ligne: 2026-06-08\n");
	add(&a, &s, "actes/2026-06-04-pv.md",
		"type: proces_verbal\nmise_en_ligne: 2026-10-06\nadopte_le: 2026-10-01\n");
	add(&a, &s, "actes/2026-10-01-a.md",
		"type: deliberation\nmise_en_ligne: 2026-10-05\n");
	add(&a, &s, "actes/2026-07-14-arrete.md",
		"type: arrete\nmise_en_ligne: 2026-07-15\n");
	add(&a, &s, "actes/2026-09-01-a.md",
		"type: deliberation\nmise_en_ligne: 2026-09-02\nbrouillon: oui\n");
	/* Signed later, but decided at that sitting. */
	add(&a, &s, "actes/2026-12-28-c.md",
		"type: deliberation\nmise_en_ligne: 2026-12-28\nseance: 2026-12-27\n");
	/* A list, then the same corrected: the first one was in time. */
	add(&a, &s, "actes/2026-12-27-liste-2.md",
		"type: liste_des_deliberations\nmise_en_ligne: 2027-02-01\n");
	add(&a, &s, "actes/2026-12-27-liste.md",
		"type: liste_des_deliberations\nmise_en_ligne: 2026-12-29\n");
	acts_find_sittings(&a, &s, &x);
	assert_int_equal(x.sittings.n, 3);
	const struct sitting *last = &x.sittings.v[0], *middle = &x.sittings.v[1],
			     *first = &x.sittings.v[2];
	same_day(last->day, 2026, 12, 27);
	same_day(last->list_due, 2027, 1, 3);
	assert_int_equal(last->adopted.year, 0);
	assert_int_equal(last->minutes_due.year, 0);
	same_day(act_online(last->list), 2026, 12, 29);
	same_day(middle->adopted, 2026, 12, 27); /* the next one: none is said */
	same_day(middle->minutes_due, 2027, 1, 3);
	assert_null(middle->list);
	assert_int_equal(first->deliberations, 2);
	same_day(first->adopted, 2026, 10, 1);
	same_day(first->minutes_due, 2026, 10, 8);
	same_day(act_online_until(first->first), 2026, 8, 8);
	arena_release(&a);
}

static void sizes_are_read_by_people(void **state)
{
	(void)state;
	struct arena a = {0};
	static const struct {
		long long bytes;
		const char *text;
	} rows[] = {
		{0, "0 octet"},
		{1, "1 octet"},
		{999, "999 octets"},
		{1000, "1 ko"},
		{3439, "3,4 ko"},
		{9949, "9,9 ko"},
		{9950, "10 ko"},
		{120400, "120 ko"},
		{999499, "999 ko"},
		{999500, "1 Mo"},
		{1250000, "1,3 Mo"},
		{45000000, "45 Mo"},
		{2100000000, "2,1 Go"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_row(size_text(&a, rows[i].bytes), rows[i].text, i);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(months_end_on_days_that_exist),
		cmocka_unit_test(sittings_know_when_their_papers_are_due),
		cmocka_unit_test(sizes_are_read_by_people),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
