/* Opening hours: which days are open, what is announced, what is said in sentences. */
#include "web_world.h"

static const struct opening *hours_of(
	struct web_world *x, const char *yaml, const char *now)
{
	web_open(x);
	world_put(&x->w, "commune.yaml",
		str_printf(&x->w.arena,
			"format: 1\nnom: Le Bourg\ncode_insee: \"61001\"\nmairie:\n"
			"  adresse: 1 place de la Mairie\n%s",
			yaml)
			.p);
	web_resolve_at(x, now);
	return &web_mairie(&x->web)->opening;
}

static void said_is(struct web_world *x, const char *expected)
{
	struct str_list list = {0};
	struct strbuf b = strbuf_on(&x->w.arena);
	opening_sentences(&x->w.arena, &web_mairie(&x->web)->opening, &list);
	for (size_t i = 0; i < list.n; i++)
		for (size_t k = 0; k <= list.v[i].n; k++) {
			if (k == list.v[i].n)
				strbuf_byte(&b, i + 1 < list.n ? '|' : ' ');
			else if ((unsigned char)list.v[i].p[k] == 0xc2)
				k++, strbuf_byte(&b, '_');
			else
				strbuf_byte(&b, list.v[i].p[k]);
		}
	assert_str(str_trim(strbuf_str(&b)), expected);
}

static void days_with_equal_hours_stand_together(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"  horaires: { lundi: 9h-12h, mardi: 9h-12h, vendredi: 9h-12h }\n",
			"Ouvert lundi, mardi et vendredi de 9_h à 12_h.|Fermé les jours "
			"fériés."},
		{"  horaires: { lundi: 9h-12h, mardi: 9h-12h, mercredi: 9h-12h }\n"
		 "  feries: ouverte\n",
			"Ouvert du lundi au mercredi de 9_h à 12_h."},
		{"  horaires: { mardi: 9h-12h, jeudi: sur rdv }\n  feries: ouverte\n",
			"Ouvert mardi de 9_h à 12_h, jeudi sur rendez-vous."},
		{"  horaires: { samedi: 9h-12h le 1er samedi du mois }\n"
		 "  feries: ouverte\n",
			"Ouvert le 1er samedi du mois de 9_h à 12_h."},
		{"  horaires:\n    lundi: 9h-12h\n    semaines_paires: { lundi: fermé }\n"
		 "  feries: ouverte\n",
			"Ouvert lundi de 9_h à 12_h les semaines impaires."},
		{"  horaires:\n    lundi: 9h-12h\n    saisons:\n"
		 "      - { du: juillet, au: août, lundi: fermé, jeudi: 9h-12h }\n"
		 "      - { nom: Noël, du: 24 décembre, au: 2 janvier, lundi: fermé }\n"
		 "  feries: ouverte\n",
			"Ouvert lundi de 9_h à 12_h.|De juillet à août : ouvert jeudi de "
			"9_h à 12_h.|Noël, du 24 décembre au 2 janvier : fermé."},
		{"  horaires: { lundi: fermé }\n", "Fermé."},
		{"", ""},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct web_world x;
		hours_of(&x, rows[i][0], "2026-11-24 10:00");
		said_is(&x, rows[i][1]);
		web_close(&x);
	}
}

#define STRENGTHS                                                                      \
	"  horaires: { lundi: 9h-12h, mardi: 9h-12h, samedi: 9h-12h }\n"               \
	"  fermetures:\n"                                                              \
	"    - { du: 2026-08-10, au: 2026-08-23, horaires: 10h-11h }\n"                \
	"    - { du: 2026-12-24, au: 2027-01-02 }\n"                                   \
	"    - { du: 2026-11-01, horaires: 8h-9h }\n"                                  \
	"    - { du: 2026-08-12, horaires: 15h-16h }\n"                                \
	"  ouvertures:\n"                                                              \
	"    - { du: 2026-12-28, horaires: 14h-15h, motif: Vœux }\n"                  \
	"    - { du: 2026-07-14, horaires: 8h-9h }\n"

static void the_strongest_says_the_day(void **state)
{
	(void)state;
	static const struct {
		struct date day;
		short from; /* -1: closed */
	} rows[] = {
		{{2026, 11, 23}, 540},
		{{2026, 11, 25}, -1},
		/* Other hours of several days: of those that are open otherwise. */
		{{2026, 8, 10}, 600},
		{{2026, 8, 13}, -1},
		{{2026, 8, 23}, -1},
		/* A holiday is stronger, even a Saturday among them. */
		{{2026, 8, 15}, -1},
		/* Other hours of one day are stronger than both. */
		{{2026, 8, 12}, 900},
		{{2026, 11, 1}, 480},
		{{2026, 12, 26}, -1},
		{{2026, 12, 28}, 840},
		{{2026, 7, 14}, 480},
	};
	struct web_world x;
	const struct opening *o = hours_of(&x, STRENGTHS, "2026-07-01 10:00");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct open_day day = opening_day(o, rows[i].day);
		short from = day.free.n ? day.free.slot[0].from : -1;
		if (from != rows[i].from)
			fail_msg("row %zu: %d", i, from);
	}
	web_close(&x);
}

static void until_is(const char *yaml, const char *now, const char *due)
{
	struct web_world x;
	hours_of(&x, yaml, now);
	assert_str(x.web.valid_until.day.year
			   ? date_iso(&x.w.arena, x.web.valid_until.day)
			   : STR("never"),
		due);
	web_close(&x);
}

static void announcements_change_the_site_on_their_days(void **state)
{
	(void)state;
#define MONDAYS "  horaires: { lundi: 9h-12h }\n"
#define OPEN "  feries: ouverte\n"
	until_is(MONDAYS OPEN, "2026-06-01 10:00", "never");
	until_is(MONDAYS OPEN "  fermetures: [{ du: 2026-06-10, au: 2026-06-12 }]\n",
		"2026-06-01 10:00", "2026-06-13");
	until_is(MONDAYS OPEN "  ouvertures: [{ du: 2026-06-10, horaires: 9h-10h }]\n",
		"2026-06-01 10:00", "2026-06-11");
	/* The holidays that fall on a Monday, thirty days before. */
	until_is(MONDAYS, "2026-06-01 10:00", "2027-01-01");
	until_is(MONDAYS, "2026-04-01 10:00", "2026-04-07");
	until_is(
		"  horaires:\n    saisons: [{ du: 10 juin, au: août, lundi: 9h-12h }]\n" OPEN,
		"2026-06-01 10:00", "2026-06-10");
	until_is(
		"  horaires:\n    saisons: [{ du: 10 juin, au: août, lundi: 9h-12h }]\n" OPEN,
		"2026-06-10 10:00", "2026-09-01");
	until_is(
		"  horaires:\n    saisons: [{ du: mars, au: 29 février, lundi: 9h-12h }]\n" OPEN,
		"2026-06-10 10:00", "never");
	/* An accueil's, too. */
	until_is("accueils:\n  - nom: Poste\n    horaires: { lundi: 9h-12h }\n"
		 "    feries: ouverte\n    fermetures: [{ du: 2026-06-10 }]\n",
		"2026-06-01 10:00", "2026-06-11");
}

static void a_page_of_the_commune_keeps_its_address(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	web_page(&x, "pages/horaires.md", "", "Nos horaires.");
	world_commune(&x.w,
		"accueils:\n  - nom: Poste\n    horaires: { lundi: 9h-12h }\n"
		"  - nom: Poste\n    horaires: { mardi: 9h-12h }\n");
	web_now(&x);
	world_silent(&x.w);
	assert_null(x.web.hours);
	assert_int_equal(web_at(&x, "horaires.html")->kind, NODE_PAGE);
	assert_ptr_equal(web_at(&x, "horaires-affiche.html"), x.web.poster);
	assert_int_equal(x.web.desks.n, 3);
	assert_str(x.web.desks.v[2].id, "poste-2");
	assert_ptr_equal(
		web_desk_named(&x.w.arena, &x.web, STR("POSTE")), &x.web.desks.v[1]);
	assert_null(web_desk_named(&x.w.arena, &x.web, STR("Poste de garde")));
	web_close(&x);
}

static void without_hours_there_is_no_page_of_them(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	web_now(&x);
	assert_null(x.web.hours);
	assert_null(x.web.poster);
	web_close(&x);
}

static void the_directory_has_two_spans_a_day(void **state)
{
	(void)state;
	static const char *const due[] = {"du lundi au mardi : de 9\u00a0h à 12\u00a0h",
		"mercredi : commentaire : de 9\u00a0h à 12\u00a0h les semaines paires",
		"jeudi : commentaire : de 9\u00a0h à 12\u00a0h les semaines paires",
		("vendredi : commentaire : de 8\u00a0h à 9\u00a0h, de 10\u00a0h à 11\u00a0h "
		 "et de 14\u00a0h à 15\u00a0h"),
		"commentaire : Sonnez."};
	struct web_world x;
	struct str_list lines = {0};
	const struct opening *o = hours_of(&x,
		"  horaires:\n    lundi: 9h-12h\n    mardi: 9h-12h\n"
		"    mercredi: 9h-12h les semaines paires\n"
		"    jeudi: 9h-12h les semaines paires\n"
		"    vendredi: 8h-9h, 10h-11h, 14h-15h\n    precision: Sonnez.\n",
		"2026-11-24 10:00");
	opening_directory(&x.w.arena, o, (struct date){2026, 11, 24}, &lines);
	assert_int_equal(lines.n, 5);
	for (size_t i = 0; i < lines.n; i++)
		assert_str(lines.v[i], due[i]);
	web_close(&x);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_with_equal_hours_stand_together),
		cmocka_unit_test(the_strongest_says_the_day),
		cmocka_unit_test(announcements_change_the_site_on_their_days),
		cmocka_unit_test(the_directory_has_two_spans_a_day),
		cmocka_unit_test(a_page_of_the_commune_keeps_its_address),
		cmocka_unit_test(without_hours_there_is_no_page_of_them),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
