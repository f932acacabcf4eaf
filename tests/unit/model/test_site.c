/* A whole commune: which file is what, and the care of faulty ones. */
#include "folder_world.h"

#define COMMUNE                                                                        \
	"format: 1\nnom: Saint-Aubin\ncode_insee: \"61002\"\n"                         \
	"mairie: { adresse: 1 place de la Mairie }\n"

/* Last good bytes, kept in memory. */
struct kept {
	struct arena *arena;
	struct {
		struct kept_file {
			struct str path, bytes;
		} * v;
		size_t n, cap;
	} files;
};

static bool kept_get(void *user, struct arena *a, struct str path, struct str *bytes)
{
	struct kept *k = user;
	for (size_t i = k->files.n; i-- > 0;)
		if (str_eq(k->files.v[i].path, path)) {
			*bytes = str_dup(a, k->files.v[i].bytes);
			return true;
		}
	return false;
}

static void kept_put(void *user, struct str path, struct str bytes)
{
	struct kept *k = user;
	*list_add(k->arena, &k->files) =
		(struct kept_file){str_dup(k->arena, path), str_dup(k->arena, bytes)};
}

static bool read_site(struct folder *f, struct kept *k, struct site *s)
{
	struct last_good last = {k, kept_get, kept_put};
	if (f->source)
		source_close(f->source);
	folder_list(f, "");
	struct site_doors doors = {.last = last};
	return site_read(&f->arena, f->source, k ? &doors : NULL, &f->diag, s);
}

static void every_folder_is_a_kind(void **state)
{
	(void)state;
	struct folder f;
	struct site s;
	folder_open(&f);
	folder_put(&f, "commune.yaml", COMMUNE);
	folder_put(&f, "accueil.md", "Bienvenue.");
	folder_put(&f, "pages/a/b/c.md", "---\ntitre: C\n---\n");
	folder_put(&f, "actualites/2026-01-01-a.md", "---\ntitre: A\n---\n");
	folder_put(&f, "demarches/cni.md", "---\nmasquer: oui\n---\n");
	folder_put(&f, "documents/notes.md", "pas une page");
	folder_put(&f, "images/README.md", "rien");
	assert_true(read_site(&f, NULL, &s));
	assert_silent(&f.diag);
	assert_int_equal(f.diag.list.n, 0);
	assert_int_equal(s.pages.n, 3);
	assert_int_equal(s.pages.v[0].kind, PAGE_HOME);
	assert_int_equal(s.pages.v[1].kind, PAGE_NEWS);
	assert_int_equal(s.pages.v[2].kind, PAGE_FREE);
	assert_int_equal(s.procedures.n, 1);
	folder_close(&f);
}

static void what_is_no_page_is_said(void **state)
{
	(void)state;
	static const struct {
		const char *path;
		enum diag_code code; /* MSG_COUNT: nothing */
	} rows[] = {
		{"README.md", MSG_COUNT},
		{"readme.md", MSG_COUNT},
		{"LICENSE", MSG_COUNT},
		{"divers/a.md", MSG_FOLDER_IGNORED},
		{"notes.txt", MSG_FOLDER_IGNORED},
		{"pages/photo.jpg", MSG_FILE_NOT_MARKDOWN},
		{"pages/README.md", MSG_FILE_README},
		{"actualites/index.md", MSG_FILE_INDEX},
		{"demarches/index.md", MSG_FILE_INDEX},
		{"demarches/eau/compteur.md", MSG_FILE_TOO_DEEP},
		{"Actualités/2026-01-01-a.md", MSG_FOLDER_NEAR},
		{"Actualite\xcc\x81s/2026-01-01-a.md", MSG_FOLDER_NEAR},
		{"page/a.md", MSG_FOLDER_NEAR},
		{"Images/a.png", MSG_FOLDER_NEAR},
		{"acceuil.md", MSG_FOLDER_NEAR},
		{"theme/assets/a.css", MSG_COUNT},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct folder f;
		struct site s;
		folder_open(&f);
		folder_put(&f, "commune.yaml", COMMUNE);
		folder_put(&f, rows[i].path, "Texte.");
		assert_true(read_site(&f, NULL, &s));
		if (rows[i].code != MSG_COUNT)
			message(&f.diag, rows[i].code);
		if (f.diag.list.n != (rows[i].code != MSG_COUNT))
			fail_msg("%s: %zu messages", rows[i].path, f.diag.list.n);
		assert_int_equal(s.pages.n + s.procedures.n, 0);
		folder_close(&f);
	}
}

static void an_unknown_folder_is_said_once(void **state)
{
	(void)state;
	struct folder f;
	struct site s;
	folder_open(&f);
	folder_put(&f, "commune.yaml", COMMUNE);
	folder_put(&f, "divers/a.md", "x");
	folder_put(&f, "divers/b/c.md", "x");
	folder_put(&f, "divers-2/a.md", "x");
	assert_true(read_site(&f, NULL, &s));
	assert_int_equal(said(&f.diag, MSG_FOLDER_IGNORED), 2);
	folder_close(&f);
}

/* « themes/ » is near « theme/ », and right when commune.yaml names it. */
static void folders_that_commune_yaml_names_are_known(void **state)
{
	(void)state;
	struct folder f;
	struct site s;
	folder_open(&f);
	folder_put(&f, "commune.yaml",
		COMMUNE "site: { theme: themes/bleu }\ncatalogues:\n"
			"  - { nom: asso, dossier: image/asso }\n");
	folder_put(&f, "themes/bleu/theme.yaml", "x");
	folder_put(&f, "image/asso/catalogue.yaml",
		"format: 1\nnom: Asso\nediteur: E\nlicence: L\n");
	assert_true(read_site(&f, NULL, &s));
	assert_int_equal(f.diag.list.n, 0);
	assert_int_equal(s.catalogues.n, 1);
	site_close(&s);
	folder_close(&f);
}

static void a_faulty_page_without_former_is_left_out(void **state)
{
	(void)state;
	struct folder f;
	struct site s;
	folder_open(&f);
	folder_put(&f, "commune.yaml", COMMUNE);
	folder_put(&f, "pages/a.md", "---\ntitre: A : B\n---\n");
	folder_put(&f, "pages/b.md", "---\ntitre: B\n---\n");
	assert_true(read_site(&f, NULL, &s));
	assert_int_equal(s.pages.n, 1);
	assert_str(s.pages.v[0].path, "pages/b.md");
	assert_str(message(&f.diag, MSG_FILE_LEFT_OUT)->arg[0], "pages/a.md");
	folder_close(&f);
}

static void a_faulty_page_is_shown_as_it_last_was(void **state)
{
	(void)state;
	struct folder f;
	struct site s;
	folder_open(&f);
	struct kept k = {.arena = &f.arena};
	folder_put(&f, "commune.yaml", COMMUNE);
	folder_put(&f, "pages/a.md", "---\ntitre: Avant\n---\n");
	assert_true(read_site(&f, &k, &s));
	assert_int_equal(k.files.n, 2);
	folder_put(&f, "pages/a.md", "---\ntitre: Après : trop tard\n---\n");
	assert_true(read_site(&f, &k, &s));
	assert_int_equal(s.pages.n, 1);
	assert_true(s.pages.v[0].former);
	assert_str(value_text(s.pages.v[0].header, "titre"), "Avant");
	message(&f.diag, MSG_YAML_COLON);
	message(&f.diag, MSG_FILE_FORMER_USED);
	assert_int_equal(said(&f.diag, MSG_FILE_LEFT_OUT), 0);
	folder_put(&f, "pages/a.md", "---\ntitre: Corrigé\n---\n");
	assert_true(read_site(&f, &k, &s));
	assert_false(s.pages.v[0].former);
	assert_str(value_text(s.pages.v[0].header, "titre"), "Corrigé");
	folder_close(&f);
}

/* A rule that grew stricter: what was right once may be faulty today. */
static void former_bytes_that_are_faulty_now_are_left_out(void **state)
{
	(void)state;
	struct folder f;
	struct site s;
	folder_open(&f);
	struct kept k = {.arena = &f.arena};
	kept_put(&k, STR("pages/a.md"), STR("---\ncle_d_avant: A\n---\n"));
	folder_put(&f, "commune.yaml", COMMUNE);
	folder_put(&f, "pages/a.md", "---\ntitre: A : B\n---\n");
	assert_true(read_site(&f, &k, &s));
	assert_int_equal(s.pages.n, 0);
	message(&f.diag, MSG_FILE_LEFT_OUT);
	assert_int_equal(said(&f.diag, MSG_KEY_UNKNOWN), 0);
	folder_close(&f);
}

static void a_faulty_commune_is_shown_as_it_last_was(void **state)
{
	(void)state;
	struct folder f;
	struct site s;
	folder_open(&f);
	struct kept k = {.arena = &f.arena};
	folder_put(&f, "commune.yaml", COMMUNE);
	assert_true(read_site(&f, &k, &s));
	folder_put(&f, "commune.yaml", "format: 1\nnom: Ailleurs\ncode_insee: 61\n");
	assert_true(read_site(&f, &k, &s));
	assert_str(s.commune.nom, "Saint-Aubin");
	message(&f.diag, MSG_FILE_FORMER_USED);
	assert_false(read_site(&f, NULL, &s));
	folder_close(&f);
}

static void a_folder_without_a_commune_is_said(void **state)
{
	(void)state;
	struct folder f;
	struct site s;
	folder_open(&f);
	assert_false(read_site(&f, NULL, &s));
	message(&f.diag, MSG_COMMUNE_MISSING);
	folder_close(&f);
}

static void a_catalogue_that_is_not_there_is_said_with_its_place(void **state)
{
	(void)state;
	struct folder f;
	struct site s;
	folder_open(&f);
	folder_put(&f, "commune.yaml",
		COMMUNE "catalogues:\n"
			"  - { nom: asso, dossier: la-bas }\n");
	assert_true(read_site(&f, NULL, &s));
	assert_int_equal(message(&f.diag, MSG_CATALOGUE_MISSING)->loc.line, 6);
	assert_int_equal(s.catalogues.n, 0);
	site_close(&s);
	folder_close(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_folder_is_a_kind),
		cmocka_unit_test(what_is_no_page_is_said),
		cmocka_unit_test(an_unknown_folder_is_said_once),
		cmocka_unit_test(folders_that_commune_yaml_names_are_known),
		cmocka_unit_test(a_faulty_page_without_former_is_left_out),
		cmocka_unit_test(a_faulty_page_is_shown_as_it_last_was),
		cmocka_unit_test(former_bytes_that_are_faulty_now_are_left_out),
		cmocka_unit_test(a_faulty_commune_is_shown_as_it_last_was),
		cmocka_unit_test(a_folder_without_a_commune_is_said),
		cmocka_unit_test(a_catalogue_that_is_not_there_is_said_with_its_place),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
