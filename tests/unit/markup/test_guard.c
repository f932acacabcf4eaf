/*
 * Bodies that would take too long: each is refused with a message or compiles at once.
 * What was measured is in tests/bench/bench_markup.c; here an alarm catches what would
 * go back to the square of a body's length.
 */
#include <unistd.h>

#include "families.h"
#include "markup/guard.h"
#include "world.h"

#define SECONDS 20 /* many times what one takes, under sanitizers too */

static void assert_ends(const struct family *f, size_t bytes)
{
	struct world w = {0};
	struct str text = family_text(&w.arena, f, bytes);
	alarm(SECONDS);
	world_compile(&w, text, 0);
	world_show(&w, NULL);
	alarm(0);
	bool refused =
		w.diag.count[DIAG_ERROR] == 1 && !w.body.pieces.n && !w.body.html.n;
	if (w.compiled == refused)
		fail_msg("%s, %zu bytes: neither compiled nor refused", f->name, bytes);
	world_release(&w);
}

static void every_family_of_90_kB_ends_soon(void **state)
{
	(void)state;
	for (size_t i = 0; i < FAMILIES; i++)
		assert_ends(&families[i], 90000);
}

static void every_family_of_960_kB_ends_soon(void **state)
{
	(void)state;
	for (size_t i = 0; i < FAMILIES; i++)
		assert_ends(&families[i], 960000);
}

/* Lists in lists whose blank lines visit each of them: cmark's worst, 13 s for 90 kB.
 */
static void deep_lists_with_blank_lines_end_soon(void **state)
{
	(void)state;
	struct arena a = {0};
	for (unsigned depth = 8; depth <= 4096; depth *= 8) {
		struct strbuf b = strbuf_on(&a);
		for (unsigned i = 0; i < depth; i++)
			strbuf_printf(&b, "%*s- a\n", (int)i * 2, "");
		family_repeat(&b, "\n", 90000);
		strbuf_lit(&b, "");
		struct world w = {0};
		alarm(SECONDS);
		world_compile(&w, str_sub(strbuf_str(&b), 0, 960000), 0);
		alarm(0);
		assert_true(w.compiled || w.diag.count[DIAG_ERROR] == 1);
		world_release(&w);
	}
	arena_release(&a);
}

/* One long definition, used often: each use would copy it. */
static void a_long_definition_is_not_copied_without_end(void **state)
{
	(void)state;
	struct arena a = {0};
	struct strbuf b = strbuf_on(&a);
	strbuf_lit(&b, "[a]: ");
	family_repeat(&b, "x", 45000);
	strbuf_lit(&b, "\n\n");
	family_repeat(&b, "[a] ", 11000);
	struct world w = {0};
	world_compile(&w, strbuf_str(&b), 0);
	assert_false(w.compiled);
	assert_said(&w, 0, &(struct said){MSG_MARKUP_TOO_MUCH_EXPANSION, 1, 1, NULL});
	world_release(&w);
	arena_release(&a);
}

static void every_bound_has_its_message_and_place(void **state)
{
	(void)state;
	static const struct {
		const char *head, *unit;
		size_t times;
		enum diag_code code;
		unsigned line, column;
	} bounds[] = {
		{"", "mot ", GUARD_BYTES / 4 + 1, MSG_MARKUP_TOO_LONG, 1, 1},
		{"a\n", "*b* ", GUARD_SIGNS, MSG_MARKUP_TOO_MANY_SIGNS, 2, 1},
		{"a\n\n", "> ", GUARD_DEPTH + 1, MSG_MARKUP_TOO_DEEP, 3, 1},
		{"a\n\n- b\n", "[", GUARD_BRACKETS + 1, MSG_MARKUP_TOO_MANY_BRACKETS, 4,
			1001},
	};
	for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++) {
		struct world w = {0};
		struct strbuf b = strbuf_on(&w.arena);
		strbuf_add(&b, str_of(bounds[i].head));
		family_repeat(&b, bounds[i].unit, bounds[i].times);
		world_compile(&w, strbuf_str(&b), 0);
		assert_false(w.compiled);
		assert_int_equal(w.diag.list.n, 1);
		assert_int_equal(w.body.pieces.n, 0);
		assert_said(&w, 0,
			&(struct said){bounds[i].code, bounds[i].line, bounds[i].column,
				NULL});
		world_release(&w);
	}
}

/* What people do write is far from every bound. */
static void long_minutes_are_not_refused(void **state)
{
	(void)state;
	static const struct family minutes = {"minutes", "",
		"## Délibération %zu : tarifs [2026]\n\n"
		"Le conseil **décide**, à l’unanimité, d’adopter *les tarifs* : « "
		"l’eau » !\n\n"
		"- Pour : 11 (dont 1 pouvoir)\n  - contre : 0\n    - abstention : 0\n\n"
		"| Objet | Prix |\n|---|--:|\n| Eau | 2 € |\n\n> Lu et approuvé.\n\n",
		""};
	struct world w = {0};
	world_compile(&w, family_text(&w.arena, &minutes, 600000), 0);
	if (!w.compiled)
		world_print_said(&w);
	assert_true(w.compiled);
	assert_quiet(&w);
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_family_of_90_kB_ends_soon),
		cmocka_unit_test(every_family_of_960_kB_ends_soon),
		cmocka_unit_test(deep_lists_with_blank_lines_end_soon),
		cmocka_unit_test(a_long_definition_is_not_copied_without_end),
		cmocka_unit_test(every_bound_has_its_message_and_place),
		cmocka_unit_test(long_minutes_are_not_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
