/* test_mairie.c: the week's hours, closures and holidays, and until when they stand. */
#include "render_world.h"

#define HOURS                                                                          \
	"mairie:\n  adresse: 1 place de la Mairie\n  horaires:\n"                      \
	"    lundi: 9h-12h, 14h-17h30\n    mardi: sur rendez-vous\n"                   \
	"    vendredi: 9h-12h\n"

static void open_with(struct world *w, const char *more)
{
	world_open(w);
	world_template(w, "plan.html", "{{>mairie}}");
	world_put(w, "themes/essai/templates/mairie.html",
		"<pre>{{#mairie.horaires}}{{#elements}}[{{jour_numero}} {{jour_nom}} "
		"{{heures}} / {{plages}} /{{#ferme}} ferme{{/ferme}}{{#creneaux}}"
		"{{#elements}} ({{creneau_texte}}){{/elements}}{{/creneaux}}]\n"
		"{{/elements}}{{/mairie.horaires}}\n"
		"{{#mairie.fermetures}}{{#elements}}({{fermeture_quand}}"
		"{{#fermeture_motif}} : {{fermeture_motif}}{{/fermeture_motif}} "
		"{{fermeture_du}} {{fermeture_au}} {{fermeture_plages}})\n{{/elements}}"
		"{{/mairie.fermetures}}\nferies:{{mairie.feries}}.</pre>\n");
	world_commune(w, str_printf(&w->arena, "%s%s", HOURS, more).p);
}

static void week_has_seven_days(void **state)
{
	(void)state;
	struct world w;
	open_with(&w, "");
	world_render(&w);
	world_shows(&w, "plan-du-site.html",
		"[1 lundi de 9\u00a0h à 12\u00a0h et de 14\u00a0h à 17\u00a0h\u00a030 "
		"/ "
		"540-720 840-1050 / (9\u00a0h\u00a0–\u00a012\u00a0h) "
		"(14\u00a0h\u00a0–\u00a017\u00a0h\u00a030)]");
	world_shows(&w, "plan-du-site.html", "[2 mardi sur rendez-vous /  /]");
	world_shows(&w, "plan-du-site.html", "[7 dimanche fermé /  / ferme]");
	world_close(&w);
}

static void closures_are_now_or_to_come(void **state)
{
	(void)state;
	struct world w;
	open_with(&w,
		"  feries: ouverte\n  fermetures:\n"
		"    - { du: 2026-11-02, au: 2026-11-23, motif: Passée }\n"
		"    - { du: 2026-12-24, au: 2027-01-01, motif: Fêtes }\n"
		"    - { du: 2026-11-23, au: 2026-11-24, motif: \"L'inventaire\" }\n"
		"    - { du: 2026-12-04, horaires: 9h-10h }\n");
	world_render(&w);
	world_shows(&w, "plan-du-site.html",
		"(du 23 au 24 novembre 2026 : L’inventaire 2026-11-23 2026-11-24 )\n"
		"(le vendredi 4 décembre 2026 2026-12-04 2026-12-04 540-600)\n"
		"(du 24 décembre 2026 au 1er janvier 2027 : Fêtes 2026-12-24 "
		"2027-01-01 )\n");
	world_lacks(&w, "plan-du-site.html", "Passée");
	world_shows(&w, "plan-du-site.html", "feries:.");
	/* The first of them ends: the page must be made again. */
	assert_int_equal(w.web.valid_until.day.month, 11);
	assert_int_equal(w.web.valid_until.day.day, 25);
	world_close(&w);
}

static void holidays_are_announced_thirty_days_before(void **state)
{
	(void)state;
	struct world w;
	open_with(&w, "");
	world_render(&w);
	/* Christmas 2026 is a Friday, 31 days away. */
	world_lacks(&w, "plan-du-site.html", "Noël");
	world_shows(&w, "plan-du-site.html", "feries:2026-01-01 2026-04-06 ");
	world_shows(&w, "plan-du-site.html", " 2027-12-25.");
	assert_int_equal(w.web.valid_until.day.month, 11);
	assert_int_equal(w.web.valid_until.day.day, 25);
	world_close(&w);
	open_with(&w, "");
	w.now.day = (struct date){2026, 11, 25};
	world_render(&w);
	world_shows(&w, "plan-du-site.html",
		"(le vendredi 25 décembre 2026 : Noël 2026-12-25 2026-12-25 )");
	world_close(&w);
}

static void holiday_of_a_closed_day_is_not_announced(void **state)
{
	(void)state;
	struct world w;
	open_with(&w, "  fermetures: [{ du: 2026-12-20, au: 2026-12-27 }]\n");
	w.now.day = (struct date){2026, 12, 22};
	world_render(&w);
	world_lacks(&w, "plan-du-site.html", "Noël");
	/* 1 January 2027 is a Friday: open otherwise. */
	world_shows(&w, "plan-du-site.html",
		"(le vendredi 1er janvier 2027 : Jour de l’an ");
	world_close(&w);
}

static void reversed_closure_is_said(void **state)
{
	(void)state;
	struct world w;
	open_with(&w, "  fermetures: [{ du: 2026-12-24, au: 2026-12-02 }]\n");
	world_render(&w);
	assert_int_equal(world_said(&w, MSG_CLOSURE_REVERSED), 1);
	world_lacks(&w, "plan-du-site.html", "2026-12-02");
	world_close(&w);
}

static void mairie_without_hours_shows_none(void **state)
{
	(void)state;
	struct world w;
	open_with(&w, "");
	world_commune(&w, WORLD_MAIRIE);
	world_render(&w);
	world_lacks(&w, "plan-du-site.html", "lundi");
	world_shows(&w, "plan-du-site.html", "feries:.");
	assert_int_equal(w.web.valid_until.day.year, 0);
	world_close(&w);
}

static void machines_are_told_the_hours(void **state)
{
	(void)state;
	struct world w;
	open_with(&w, "  fermetures:\n"
		      "    - { du: 2026-12-24, au: 2026-12-31, motif: Fêtes }\n"
		      "    - { du: 2026-12-07, au: 2026-12-20, horaires: 10h-11h }\n"
		      "accueils:\n  - nom: La \"Poste\"\n"
		      "    horaires: { samedi: 9h-12h les semaines paires }\n");
	world_template(&w, "accueil.html",
		"{{#page.donnees_structurees}}{{page.donnees_structurees}}"
		"{{/page.donnees_structurees}}\n");
	world_render(&w);
	world_shows(&w, "index.html",
		"<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\","
		"\"@type\":\"CityHall\",\"name\":\"Mairie de Saint-Aubin\"");
	world_shows(&w, "index.html",
		"{\"@type\":\"OpeningHoursSpecification\",\"dayOfWeek\":\"Monday\","
		"\"opens\":\"14:00\",\"closes\":\"17:30\"}");
	/* Other hours of several days are those of the days that open. */
	world_shows(&w, "index.html",
		"{\"@type\":\"OpeningHoursSpecification\",\"dayOfWeek\":\"Friday\","
		"\"opens\":\"10:00\",\"closes\":\"11:00\",\"validFrom\":\"2026-12-07\","
		"\"validThrough\":\"2026-12-20\"}");
	world_lacks(&w, "index.html", "Sunday");
	world_shows(&w, "index.html",
		"{\"@type\":\"OpeningHoursSpecification\",\"opens\":\"00:00\","
		"\"closes\":\"00:00\",\"validFrom\":\"2026-12-24\","
		"\"validThrough\":\"2026-12-31\"}");
	world_shows(&w, "index.html",
		"\"department\":[{\"@type\":\"GovernmentOffice\",\"name\":\"La "
		"\\\"Poste\\\"\",\"openingHoursSpecification\":[]}]}</script>");
	world_close(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(week_has_seven_days),
		cmocka_unit_test(closures_are_now_or_to_come),
		cmocka_unit_test(holidays_are_announced_thirty_days_before),
		cmocka_unit_test(holiday_of_a_closed_day_is_not_announced),
		cmocka_unit_test(reversed_closure_is_said),
		cmocka_unit_test(machines_are_told_the_hours),
		cmocka_unit_test(mairie_without_hours_shows_none),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
