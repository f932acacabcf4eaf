/* What follows from a commune's name and INSEE code. */
#include "folder_world.h"

static bool read_commune(struct folder *f, const char *text, struct commune *c)
{
	struct origin *o = arena_new(&f->arena, struct origin);
	*o = (struct origin){.name = STR("commune.yaml"), .text = str_of(text)};
	return commune_read(&f->arena, o, &f->diag, c);
}

static void names_contract_with_de_and_a(void **state)
{
	(void)state;
	static const char *const rows[][3] = {
		{"Saint-Aubin-des-Haies", "de Saint-Aubin-des-Haies",
			"à Saint-Aubin-des-Haies"},
		{"Le Bourg", "du Bourg", "au Bourg"},
		{"Les Andelys", "des Andelys", "aux Andelys"},
		{"La Haye", "de La Haye", "à La Haye"},
		{"L’Aigle", "de L’Aigle", "à L’Aigle"},
		{"L'Aigle", "de L’Aigle", "à L’Aigle"},
		{"Alençon", "d’Alençon", "à Alençon"},
		{"Écouché", "d’Écouché", "à Écouché"},
		{"Œuilly", "d’Œuilly", "à Œuilly"},
		{"Yvetot", "d’Yvetot", "à Yvetot"},
		{"Yenne", "de Yenne", "à Yenne"},
		{"Y", "d’Y", "à Y"},
		{"Hérouville", "de Hérouville", "à Hérouville"},
		{"Lessay", "de Lessay", "à Lessay"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct folder f = {0};
		struct commune c;
		f.diag = diag_on(&f.arena);
		struct str text = str_printf(&f.arena,
			"format: 1\nnom: \"%s\"\ncode_insee: \"61002\"\n"
			"mairie: { adresse: Ici }\n",
			rows[i][0]);
		assert_true(read_commune(&f, text.p, &c));
		assert_str(c.de_nom, rows[i][1]);
		assert_str(c.a_nom, rows[i][2]);
		arena_release(&f.arena);
	}
}

static void the_code_gives_departement_region_and_clock(void **state)
{
	(void)state;
	static const char *const rows[][5] = {
		{"61002", "61", "Orne", "Normandie", "Europe/Paris"},
		{"01004", "01", "Ain", "Auvergne-Rhône-Alpes", "Europe/Paris"},
		{"2A004", "2A", "Corse-du-Sud", "Corse", "Europe/Paris"},
		{"97411", "974", "La Réunion", "La Réunion", "Indian/Reunion"},
		{"97302", "973", "Guyane", "Guyane", "America/Cayenne"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct folder f = {0};
		struct commune c;
		f.diag = diag_on(&f.arena);
		struct str text = str_printf(&f.arena,
			"format: 1\nnom: A\ncode_insee: %s\nmairie: { adresse: Ici }\n",
			rows[i][0]);
		assert_true(read_commune(&f, text.p, &c));
		assert_str(c.code_insee, rows[i][0]);
		assert_str(c.code_departement, rows[i][1]);
		assert_str(c.departement, rows[i][2]);
		assert_str(c.region, rows[i][3]);
		assert_str(c.zone, rows[i][4]);
		arena_release(&f.arena);
	}
}

static void peoples_forms_are_read(void **state)
{
	(void)state;
	struct folder f = {0};
	struct commune c;
	f.diag = diag_on(&f.arena);
	assert_true(read_commune(&f,
		"Format: 1\nNom: Saint-Aubin\nCode INSEE: 61002\nMairie:\n"
		"  Adresse: |\n    1 place de la Mairie\n    61000 Saint-Aubin\n"
		"  Téléphone: 02.33.00.00.00\n"
		"  horaires:\n    Lundi: 9h-12h, 14h-17h30\n    mardi: fermé\n"
		"    mercredi: sur rendez-vous\n"
		"  fermetures:\n    - { du: 24/12/2026, au: 2 janvier 2027, motif: "
		"Congés }\n",
		&c));
	assert_silent(&f.diag);
	const struct value *mairie = value_get(c.v, "mairie");
	assert_str(value_get(mairie, "telephone")->as.phone.tel, "+33233000000");
	const struct value *week = value_get(mairie, "horaires");
	assert_int_equal(value_get(week, "lundi")->as.day_hours->clause[0].hours.n, 2);
	assert_int_equal(value_get(week, "mardi")->as.day_hours->clause[0].hours.n, 0);
	assert_true(value_get(week, "mercredi")
			    ->as.day_hours->clause[0]
			    .hours.by_appointment);
	const struct value *closure = value_at(value_get(mairie, "fermetures"), 0);
	struct date last = {2027, 1, 2};
	assert_int_equal(date_cmp(value_get(closure, "au")->as.moment.day, last), 0);
	arena_release(&f.arena);
}

static void unknown_keys_of_a_commune_are_errors(void **state)
{
	(void)state;
	struct folder f = {0};
	struct commune c;
	f.diag = diag_on(&f.arena);
	assert_false(read_commune(&f,
		"format: 1\nnom: A\ncode_insee: 61002\nmairie: { adresse: Ici "
		"}\npopulatoin: 3\n",
		&c));
	assert_str(message(&f.diag, MSG_KEY_NEAR)->arg[1], "population");
	assert_int_equal(message(&f.diag, MSG_KEY_NEAR)->loc.line, 5);
	arena_release(&f.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_contract_with_de_and_a),
		cmocka_unit_test(the_code_gives_departement_region_and_clock),
		cmocka_unit_test(peoples_forms_are_read),
		cmocka_unit_test(unknown_keys_of_a_commune_are_errors),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
