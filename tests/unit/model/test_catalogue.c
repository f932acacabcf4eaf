/* The folder of a catalogue: what it holds, and what is wrong in one file at a time. */
#include "folder_world.h"

#define ABOUT "format: 1\nnom: Asso\nediteur: E\nlicence: L\n"

static bool read_catalogue(struct folder *f, struct catalogue *c)
{
	folder_list(f, "catalogue asso");
	return catalogue_read(&f->arena, STR("asso"), f->source, &f->diag, c);
}

static void a_catalogue_is_read_whole(void **state)
{
	(void)state;
	struct folder f;
	struct catalogue c;
	folder_open(&f);
	folder_put(&f, "catalogue.yaml", ABOUT);
	folder_put(&f, "categories.yaml",
		"categories:\n  - { id: papiers, titre: Papiers }\n"
		"evenements:\n  - { id: naissance, titre: Une naissance }\n");
	folder_put(
		&f, "operateurs.yaml", "operateurs:\n  - { id: etat, nom: L’État }\n");
	folder_put(&f, "territoires.yaml",
		"territoires:\n  - { id: bocage, nom: Bocage, communes: [\"61002\"] "
		"}\n");
	folder_put(&f, "demarches/b.md", "---\nmasquer: oui\n---\n");
	folder_put(&f, "demarches/Carte d'identité.md", "---\nmasquer: oui\n---\n");
	folder_put(&f, "demarches/README.md", "pas une démarche");
	folder_put(&f, "mentions/confidentialite.md", "---\ntitre: Données\n---\n");
	assert_true(read_catalogue(&f, &c));
	assert_silent(&f.diag);
	assert_int_equal(value_count(c.categories), 1);
	assert_int_equal(value_count(c.events), 1);
	assert_int_equal(value_count(c.operators), 1);
	assert_int_equal(value_count(c.territories), 1);
	assert_int_equal(c.procedures.n, 2);
	assert_str(c.procedures.v[0].stem, "carte-d-identite");
	assert_str(c.procedures.v[0].origin->layer, "asso");
	assert_str(c.procedures.v[0].origin->name,
		"catalogue asso: demarches/Carte d'identité.md");
	assert_int_equal(c.mentions.n, 1);
	folder_close(&f);
}

static void keys_of_a_newer_catalogue_are_notes(void **state)
{
	(void)state;
	struct folder f;
	struct catalogue c;
	folder_open(&f);
	folder_put(&f, "catalogue.yaml", ABOUT "nouveaute: oui\n");
	folder_put(&f, "demarches/a.md", "---\nmasquer: oui\nnouveaute: 3\n---\n");
	assert_true(read_catalogue(&f, &c));
	assert_silent(&f.diag);
	assert_int_equal(said(&f.diag, MSG_KEY_IGNORED), 2);
	assert_int_equal(c.procedures.n, 1);
	folder_close(&f);
}

static void a_faulty_file_does_not_take_the_others_along(void **state)
{
	(void)state;
	struct folder f;
	struct catalogue c;
	folder_open(&f);
	folder_put(&f, "catalogue.yaml", ABOUT);
	folder_put(&f, "categories.yaml", "categories: [\n");
	folder_put(&f, "demarches/a.md", "---\ntitre: A : B\n---\n");
	folder_put(&f, "demarches/b.md", "---\nmasquer: oui\n---\n");
	assert_true(read_catalogue(&f, &c));
	assert_null(c.categories);
	assert_int_equal(c.procedures.n, 1);
	assert_int_equal(said(&f.diag, MSG_FILE_LEFT_OUT), 2);
	folder_close(&f);
}

static void two_rows_with_one_id_tell_both_places(void **state)
{
	(void)state;
	struct folder f;
	struct catalogue c;
	folder_open(&f);
	folder_put(&f, "catalogue.yaml", ABOUT);
	folder_put(&f, "operateurs.yaml",
		"operateurs:\n  - { id: etat, nom: A }\n"
		"  - { id: interco, nom: B }\n  - { id: etat, nom: C }\n");
	assert_true(read_catalogue(&f, &c));
	assert_int_equal(message(&f.diag, MSG_CATALOGUE_ID_TWICE)->loc.line, 4);
	assert_int_equal(message(&f.diag, MSG_NOTE_FIRST_HERE)->loc.line, 2);
	folder_close(&f);
}

static void another_format_is_left_out(void **state)
{
	(void)state;
	static const struct {
		const char *about;
		enum diag_code code;
	} rows[] = {
		{NULL, MSG_CATALOGUE_MISSING},
		{"format: 2\nnom: Asso\nediteur: E\nlicence: L\n",
			MSG_CATALOGUE_LEFT_OUT},
		{"nom: Asso\nediteur: E\nlicence: L\n", MSG_CATALOGUE_LEFT_OUT},
		{"format: [\n", MSG_CATALOGUE_LEFT_OUT},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct folder f;
		struct catalogue c;
		folder_open(&f);
		if (rows[i].about)
			folder_put(&f, "catalogue.yaml", rows[i].about);
		assert_false(read_catalogue(&f, &c));
		message(&f.diag, rows[i].code);
		folder_close(&f);
	}
}

static void the_version_it_wants_is_compared(void **state)
{
	(void)state;
	static const struct {
		const char *wanted;
		enum diag_code code; /* MSG_COUNT: nothing */
	} rows[] = {
		{">= 0.0.1", MSG_COUNT},
		{">=0.1", MSG_COUNT},
		{"0.1.0", MSG_COUNT},
		{">= 999.0", MSG_CATALOGUE_NEWER},
		{"récent", MSG_CATALOGUE_TAMBOUR_SHAPE},
		{">= 1.2.3.4", MSG_CATALOGUE_TAMBOUR_SHAPE},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct folder f;
		struct catalogue c;
		folder_open(&f);
		folder_put(&f, "catalogue.yaml",
			str_printf(&f.arena, ABOUT "tambour: \"%s\"\n", rows[i].wanted)
				.p);
		assert_true(read_catalogue(&f, &c));
		if (rows[i].code == MSG_COUNT)
			assert_silent(&f.diag);
		else
			message(&f.diag, rows[i].code);
		folder_close(&f);
	}
}

/* Procedures in sub-folders were left out without a word. */
static void a_procedure_in_a_sub_folder_is_said(void **state)
{
	(void)state;
	struct folder f;
	struct catalogue c;
	folder_open(&f);
	folder_put(&f, "catalogue.yaml", ABOUT);
	folder_put(&f, "demarches/eau/compteur.md", "---\nmasquer: oui\n---\n");
	assert_true(read_catalogue(&f, &c));
	assert_int_equal(c.procedures.n, 0);
	message(&f.diag, MSG_FILE_TOO_DEEP);
	folder_close(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_catalogue_is_read_whole),
		cmocka_unit_test(keys_of_a_newer_catalogue_are_notes),
		cmocka_unit_test(a_faulty_file_does_not_take_the_others_along),
		cmocka_unit_test(two_rows_with_one_id_tell_both_places),
		cmocka_unit_test(another_format_is_left_out),
		cmocka_unit_test(the_version_it_wants_is_compared),
		cmocka_unit_test(a_procedure_in_a_sub_folder_is_said),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
