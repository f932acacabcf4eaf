/* Départements and regions: all of them, each in its region. */
#include "../same.h"

#include "text/contact.h"

/* The eighteen regions and their départements, of INSEE's code of 2016 and after. */
static const struct {
	const char *code, *name, *departements;
} regions[] = {
	{"01", "Guadeloupe", "971"},
	{"02", "Martinique", "972"},
	{"03", "Guyane", "973"},
	{"04", "La Réunion", "974"},
	{"06", "Mayotte", "976"},
	{"11", "Île-de-France", "75 77 78 91 92 93 94 95"},
	{"24", "Centre-Val de Loire", "18 28 36 37 41 45"},
	{"27", "Bourgogne-Franche-Comté", "21 25 39 58 70 71 89 90"},
	{"28", "Normandie", "14 27 50 61 76"},
	{"32", "Hauts-de-France", "02 59 60 62 80"},
	{"44", "Grand Est", "08 10 51 52 54 55 57 67 68 88"},
	{"52", "Pays de la Loire", "44 49 53 72 85"},
	{"53", "Bretagne", "22 29 35 56"},
	{"75", "Nouvelle-Aquitaine", "16 17 19 23 24 33 40 47 64 79 86 87"},
	{"76", "Occitanie", "09 11 12 30 31 32 34 46 48 65 66 81 82"},
	{"84", "Auvergne-Rhône-Alpes", "01 03 07 15 26 38 42 43 63 69 73 74"},
	{"93", "Provence-Alpes-Côte d’Azur", "04 05 06 13 83 84"},
	{"94", "Corse", "2A 2B"},
};

static void the_101_stand_each_in_its_region(void **state)
{
	(void)state;
	size_t n = 0;
	for (size_t i = 0; i < sizeof regions / sizeof *regions; i++) {
		struct str rest = str_of(regions[i].departements), code;
		for (; str_cut(&rest, ' ', &code); n++) {
			assert_true(departement_name(code).n > 0);
			assert_row(departement_region(code), regions[i].name, i);
			assert_row(departement_region_code(code), regions[i].code, i);
		}
	}
	assert_int_equal(n, 101);
	assert_int_equal(sizeof regions / sizeof *regions, 18);
}

static void no_other_code_is_a_departement(void **state)
{
	(void)state;
	struct arena a = {0};
	size_t n = 0;
	for (int i = 0; i < 1000; i++) {
		n += departement_name(str_printf(&a, "%02d", i)).n > 0;
		n += i < 100 && departement_name(str_printf(&a, "%d", i % 10)).n > 0;
	}
	/* Without Corsica, and with eight territories that have no region. */
	assert_int_equal(n, 101 - 2 + 8);
	static const char *const wrong[] = {
		"", "20", "2a", "2C", "96", "979", "01 ", "1"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_int_equal(departement_name(str_of(wrong[i])).n, 0);
		assert_int_equal(departement_region(str_of(wrong[i])).n, 0);
	}
	arena_release(&a);
}

static void names_are_written_as_in_french(void **state)
{
	(void)state;
	static const char *const rows[][2] = {{"01", "Ain"}, {"21", "Côte-d’Or"},
		{"2A", "Corse-du-Sud"}, {"61", "Orne"}, {"69", "Rhône"},
		{"90", "Territoire de Belfort"}, {"95", "Val-d’Oise"},
		{"974", "La Réunion"}, {"975", "Saint-Pierre-et-Miquelon"},
		{"988", "Nouvelle-Calédonie"}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_row(departement_name(str_of(rows[i][0])), rows[i][1], i);
	assert_same(departement_region(STR("988")), "");
	assert_same(departement_region_code(STR("975")), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_101_stand_each_in_its_region),
		cmocka_unit_test(no_other_code_is_a_departement),
		cmocka_unit_test(names_are_written_as_in_french),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
