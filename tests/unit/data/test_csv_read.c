/* Tables as spreadsheets save them: cells, quotes, places, and what is refused. */
#include "data/csv_read.h"
#include "said.h"

static const struct value *read_rows(struct reading *r, const char *text)
{
	const struct value *rows = NULL;
	reading_init(r, text);
	if (!csv_read(&r->arena, &r->origin, &r->diag, &rows) || r->diag.list.n) {
		diag_print(&r->diag, &(struct diag_style){0}, stderr);
		fail_msg("%s", text);
	}
	return rows;
}

static void assert_cell(struct reading *r, const struct value *rows, size_t row,
	const char *key, const char *text)
{
	assert_true(row < value_count(rows));
	struct str s = value_text(value_at(rows, row), key);
	assert_string_equal(str_cstr(&r->arena, s), text);
}

static void each_sign_parts_cells(void **state)
{
	static const char *const texts[] = {
		"Date;Plat principal\n2026-12-01;Riz, thon\n",
		"Date,Plat principal\n2026-12-01,\"Riz, thon\"\n",
		"Date\tPlat principal\n2026-12-01\tRiz, thon"};
	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct reading r;
		const struct value *rows = read_rows(&r, texts[i]);
		assert_int_equal(value_count(rows), 1);
		assert_cell(&r, rows, 0, "date", "2026-12-01");
		assert_cell(&r, rows, 0, "plat_principal", "Riz, thon");
		arena_release(&r.arena);
	}
}

static void quotes_hold_signs_and_lines(void **state)
{
	struct reading r;
	(void)state;
	const struct value *rows = read_rows(&r, "a;b;c\n"
						 "\"dit \"\"le chef\"\"\";\"x;y\";\n"
						 "\"deux\nlignes\";;z\n;;\n\nu\n");
	assert_int_equal(value_count(rows), 3);
	assert_cell(&r, rows, 0, "a", "dit \"le chef\"");
	assert_cell(&r, rows, 0, "b", "x;y");
	assert_cell(&r, rows, 0, "c", "");
	assert_cell(&r, rows, 1, "a", "deux lignes");
	assert_cell(&r, rows, 1, "c", "z");
	assert_cell(&r, rows, 2, "a", "u");
	assert_int_equal(value_at(rows, 2)->loc.line, 7);
	const struct value *z = value_get(value_at(rows, 1), "c");
	assert_int_equal(z->loc.line, 4);
	assert_int_equal(z->loc.column, 10);
	arena_release(&r.arena);
}

static void a_first_cell_may_hold_other_signs(void **state)
{
	static const char *const texts[] = {"a;b;c;d\nRiz, thon, sel;x;;\n",
		"a;b;c;d\n\"Riz, thon, sel, ail, thym\";x\n", "a\nRiz, thon, sel\n"};
	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct reading r;
		const struct value *rows = read_rows(&r, texts[i]);
		assert_int_equal(value_count(rows), 1);
		assert_true(str_starts(
			value_text(value_at(rows, 0), "a"), STR("Riz, thon, sel")));
		arena_release(&r.arena);
	}
}

static void a_table_may_be_empty(void **state)
{
	static const char *const texts[] = {"", "\n\n", "a;b\n", ";;\n"};
	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct reading r;
		assert_int_equal(value_count(read_rows(&r, texts[i])), 0);
		arena_release(&r.arena);
	}
}

static void what_is_wrong_is_said_at_its_cell(void **state)
{
	static const struct {
		const char *text;
		struct said said;
	} wrong[] = {
		{"é;b\n1;\"2", {MSG_TABLE_QUOTE, 2, 3, NULL}},
		{"a;b\n\"1\"2;3", {MSG_TABLE_QUOTE, 2, 1, NULL}},
		{"a;b\nété;2;3", {MSG_TABLE_ROW_LONG, 2, 7, NULL}},
		{"a;;b\n1;2;3", {MSG_TABLE_NO_NAME, 1, 3, NULL}},
		{"a;é;E\n", {MSG_TABLE_NAME_TWICE, 1, 5, NULL}},
	};
	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct reading r;
		const struct value *rows = NULL;
		reading_init(&r, wrong[i].text);
		assert_false(csv_read(&r.arena, &r.origin, &r.diag, &rows));
		assert_said(&r, 0, &wrong[i].said);
		arena_release(&r.arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_sign_parts_cells),
		cmocka_unit_test(quotes_hold_signs_and_lines),
		cmocka_unit_test(a_first_cell_may_hold_other_signs),
		cmocka_unit_test(a_table_may_be_empty),
		cmocka_unit_test(what_is_wrong_is_said_at_its_cell),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
