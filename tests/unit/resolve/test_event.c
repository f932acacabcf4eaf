/* test_event.c: when an event takes place, in people's words and as a rule. */
#include "../same.h"
#include "resolve/agenda.h"

struct read {
	struct arena arena;
	struct diag diag;
	struct page page;
	struct event_when when;
};

static void read_event(struct read *r, const char *header)
{
	*r = (struct read){.diag = {0}};
	r->diag = diag_on(&r->arena);
	struct str bytes = str_printf(&r->arena, "---\ntitre: Fête\n%s---\n", header);
	assert_true(page_read(&r->arena, PAGE_EVENT, (struct str){0},
		STR("agenda/f.md"), STR("agenda/f.md"), bytes, (struct schema_mode){0},
		&r->diag, &r->page));
	assert_true(event_when(&r->page, &r->when));
}

/* No-break spaces as plain ones, for the eye. */
static struct str plain(struct arena *a, struct str s)
{
	char *p = arena_text(a, s.n);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c == 0xC2 && (unsigned char)s.p[i + 1] == 0xA0)
			i++, p[n++] = ' ';
		else
			p[n++] = s.p[i];
	}
	return (struct str){p, n};
}

static void when_is(const char *header, const char *words)
{
	struct read r;
	read_event(&r, header);
	assert_same(plain(&r.arena, span_text(&r.arena, &r.when,
					    (struct span){r.when.from, r.when.to})),
		words);
	arena_release(&r.arena);
}

static void days_and_hours_are_told_as_people_tell_them(void **state)
{
	(void)state;
	when_is("debut: 2026-12-05\n", "samedi 5 décembre 2026");
	when_is("debut: 2026-12-05\nfin: 2026-12-06\n",
		"du samedi 5 au dimanche 6 décembre 2026");
	when_is("debut: 2026-05-30\nfin: 2026-06-01\n",
		"du samedi 30 mai au lundi 1er juin 2026");
	when_is("debut: 2026-12-31\nfin: 2027-01-01\n",
		"du jeudi 31 décembre 2026 au vendredi 1er janvier 2027");
	when_is("debut: 2026-12-05 14:00\n", "samedi 5 décembre 2026 à 14 h");
	when_is("debut: 2026-12-05 14:00\nfin: 2026-12-05 18:30\n",
		"samedi 5 décembre 2026, de 14 h à 18 h 30");
	when_is("debut: 2026-12-05 20:00\nfin: 2026-12-06 02:00\n",
		"samedi 5 décembre 2026, de 20 h à 2 h le lendemain");
	when_is("debut: 2026-12-05 10:00\nfin: 2026-12-06 02:00\n",
		"samedi 5 décembre 2026, de 10 h à 2 h le lendemain");
	when_is("debut: 2026-12-05 14:00\nfin: 18h30\n",
		"samedi 5 décembre 2026, de 14 h à 18 h 30");
	when_is("debut: 2026-12-05 20:00\nfin: 2026-12-06 00:00\n",
		"samedi 5 décembre 2026, de 20 h à minuit");
	when_is("debut: 2026-06-05 18:00\nfin: 2026-06-07 20:00\n",
		"du vendredi 5 juin 2026 à 18 h au dimanche 7 juin 2026 à 20 h");
}

static void a_day_without_an_hour_is_over_at_midnight_after(void **state)
{
	(void)state;
	struct read r;
	read_event(&r, "debut: 2028-02-28\nfin: 2028-02-29\n");
	assert_int_equal(r.when.to.day.month, 3);
	assert_int_equal(r.when.to.day.day, 1);
	assert_int_equal(r.when.to.minute, 0);
	arena_release(&r.arena);
}

static void rule_is(const char *repetition, const char *rule, const char *words)
{
	struct read r;
	struct arena a = {0};
	read_event(&r, str_printf(&a,
			       "debut: 2026-09-04 20:00\nfin: 2026-09-04 22:00\n"
			       "repetition: {%s}\n",
			       repetition)
			       .p);
	assert_same(event_rule(&r.arena, &r.page, STR("Europe/Paris")), rule);
	assert_same(event_rhythm(&r.arena, &r.page), words);
	arena_release(&r.arena);
	arena_release(&a);
}

static void words_become_a_rule_and_a_sentence(void **state)
{
	(void)state;
	rule_is("tous_les: semaine", "FREQ=WEEKLY", "chaque semaine, le vendredi");
	rule_is("tous_les: deux semaines, jours: [mardi, samedi]",
		"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SA",
		"toutes les deux semaines, le mardi et le samedi");
	rule_is("tous_les: mois, rang: [premier, troisième], jours: vendredi",
		"FREQ=MONTHLY;BYDAY=1FR,3FR",
		"chaque mois, le premier vendredi et le troisième vendredi");
	rule_is("tous_les: mois, rang: dernier, jusqu_au: 2027-06-30",
		"FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270630T215900Z",
		"chaque mois, le dernier vendredi, jusqu’au 30 juin 2027");
	rule_is("tous_les: an, fois: 3", "FREQ=YEARLY;BYMONTH=9;COUNT=3",
		"chaque année, le 4 septembre, 3 fois en tout");
	rule_is("tous_les: an, rang: premier, jours: samedi",
		"FREQ=YEARLY;BYMONTH=9;BYDAY=1SA",
		"chaque année, le premier samedi de septembre");
	rule_is("rrule: \"freq=monthly; byday=-1fr\"", "FREQ=MONTHLY;BYDAY=-1FR", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_and_hours_are_told_as_people_tell_them),
		cmocka_unit_test(a_day_without_an_hour_is_over_at_midnight_after),
		cmocka_unit_test(words_become_a_rule_and_a_sentence),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
