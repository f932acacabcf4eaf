/* One Markdown file: its header, its name, its day. */
#include "folder_world.h"

static bool read_as(struct folder *f, enum page_kind kind, const char *path,
	const char *bytes, struct page *out)
{
	return page_read(&f->arena, kind, (struct str){0}, str_of(path), str_of(path),
		str_of(bytes), (struct schema_mode){0}, &f->diag, out);
}

static void a_page_is_a_header_and_a_body(void **state)
{
	(void)state;
	struct folder f = {0};
	struct page p;
	f.diag = diag_on(&f.arena);
	assert_true(read_as(&f, PAGE_FREE, "pages/vie/École.md",
		"---\nTitre: L’école\nOrdre: 3\n---\n# Bonjour\n\nTexte.\n", &p));
	assert_silent(&f.diag);
	assert_str(value_text(p.header, "titre"), "L’école");
	assert_int_equal(value_get(p.header, "ordre")->as.integer, 3);
	assert_int_equal(p.body.headings.n, 1);
	assert_int_equal(p.body.headings.v[0].loc.line, 5);
	assert_str(p.stem, "ecole");
	assert_int_equal(p.loc.line, 2);
	arena_release(&f.arena);
}

static void the_day_of_news_is_the_headers_else_the_names(void **state)
{
	(void)state;
	static const struct {
		const char *path, *header, *day, *stem;
	} rows[] = {
		{"actualites/2026-11-12-coupure-eau.md", "", "2026-11-12",
			"coupure-eau"},
		{"actualites/2026-11-12_Coupure d’eau.md", "", "2026-11-12",
			"coupure-d-eau"},
		{"actualites/2026-11-12 loto.md", "", "2026-11-12", "loto"},
		{"actualites/2026-11-12.md", "", "2026-11-12", "2026-11-12"},
		{"actualites/2026/2026-11-12-loto.md", "", "2026-11-12", "loto"},
		{"actualites/2026-11-12-loto.md", "date: 1er mai 2026\n", "2026-05-01",
			"loto"},
		{"actualites/loto.md", "date: 01/05/2026\n", "2026-05-01", "loto"},
		{"actualites/2026-02-30-loto.md", "date: 01/03/2026\n", "2026-03-01",
			"2026-02-30-loto"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct folder f = {0};
		struct page p;
		f.diag = diag_on(&f.arena);
		struct str text = str_printf(
			&f.arena, "---\ntitre: Loto\n%s---\n", rows[i].header);
		assert_true(read_as(&f, PAGE_NEWS, rows[i].path, text.p, &p));
		assert_str(date_iso(&f.arena, p.date), rows[i].day);
		assert_str(p.stem, rows[i].stem);
		arena_release(&f.arena);
	}
}

static void news_without_a_day_are_refused(void **state)
{
	(void)state;
	struct folder f = {0};
	struct page p;
	f.diag = diag_on(&f.arena);
	assert_false(read_as(
		&f, PAGE_NEWS, "actualites/loto.md", "---\ntitre: Loto\n---\n", &p));
	assert_int_equal(message(&f.diag, MSG_PAGE_WITHOUT_DATE)->loc.line, 2);
	arena_release(&f.arena);
}

/* What a change of a procedure may leave out, and what it may not. */
static void only_changes_leave_keys_out(void **state)
{
	(void)state;
	static const struct {
		const char *header;
		bool ok;
	} rows[] = {
		{"cout: Gratuit\n", false},
		{"modifie: oui\ncout: Gratuit\n", true},
		{"modifie: Oui\ncout: Gratuit\n", true},
		{"modifie: Yes\ncout: Gratuit\n", true},
		{"Modifie: VRAI\ncout: Gratuit\n", true},
		{"modifie: non\ncout: Gratuit\n", false},
		{"masquer: oui\n", true},
		{"masquer: non\n", true},
		{"cacher: oui\n", false}, /* the French name is asked for: an error all
					     the same */
		{"remplace: oui\ncout: Gratuit\n", false},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct folder f = {0};
		struct page p;
		f.diag = diag_on(&f.arena);
		struct str text = str_printf(&f.arena, "---\n%s---\n", rows[i].header);
		bool ok = read_as(&f, PAGE_PROCEDURE, "demarches/cni.md", text.p, &p);
		if (ok != rows[i].ok) {
			diag_print(&f.diag, &(struct diag_style){0}, stderr);
			fail_msg("%s", rows[i].header);
		}
		arena_release(&f.arena);
	}
}

static void what_is_wrong_has_the_line_of_the_file(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		enum diag_code code;
		unsigned line;
	} rows[] = {
		{"---\ntitre: Travaux : rue fermée\n---\n", MSG_YAML_COLON, 2},
		{"---\ntitre: A\nordre: premier\n---\n", MSG_INTEGER_INVALID, 3},
		{"---\ntitre: A\npublier_le: 2019-06-31\n---\n", MSG_DATE_IMPOSSIBLE,
			3},
		{"---\ntitre: A\ntitre: B\n---\n", MSG_YAML_KEY_TWICE, 3},
		{"---\nordre: 1\n---\n", MSG_KEY_MISSING, 2},
		{"---\ntitre: A\nTexte sans fin.\n", MSG_FRONT_NOT_CLOSED, 1},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct folder f = {0};
		struct page p;
		f.diag = diag_on(&f.arena);
		assert_false(read_as(&f, PAGE_FREE, "pages/a.md", rows[i].text, &p));
		assert_int_equal(
			message(&f.diag, rows[i].code)->loc.line, rows[i].line);
		arena_release(&f.arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_page_is_a_header_and_a_body),
		cmocka_unit_test(the_day_of_news_is_the_headers_else_the_names),
		cmocka_unit_test(news_without_a_day_are_refused),
		cmocka_unit_test(only_changes_leave_keys_out),
		cmocka_unit_test(what_is_wrong_has_the_line_of_the_file),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
