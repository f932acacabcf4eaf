/* Messages: counted, sorted, said once; shown to people and to programs. */
#include "../same.h"

#include <errno.h>
#include <stdlib.h>
#include <time.h>

#include "base/diag.h"

struct said {
	struct arena arena;
	struct diag d;
	char *text;
};

static int setup(void **state)
{
	struct said *s = calloc(1, sizeof *s);
	*state = s;
	s->d = diag_on(&s->arena);
	return 0;
}

static int teardown(void **state)
{
	struct said *s = *state;
	arena_release(&s->arena);
	free(s->text);
	free(s);
	return 0;
}

/* What is printed in a style. */
static struct str printed(struct said *s, struct diag_style style)
{
	size_t n = 0;
	free(s->text);
	s->text = NULL;
	FILE *f = open_memstream(&s->text, &n);
	diag_print(&s->d, &style, f);
	fclose(f);
	return (struct str){s->text, n};
}

static const struct origin page = {
	.name = STR_INIT("pages/eau.md"),
	.text = STR_INIT("---\ntitre: Été\ndate: 2019-06-31\n\tx: y\n\nfin"),
};

static void places_are_counted_in_characters(void **state)
{
	(void)state;
	struct loc l = loc_at(&page, 0);
	assert_int_equal(l.line, 1);
	assert_int_equal(l.column, 1);
	l = loc_at(&page, 14); /* the t of Été, behind a letter of two bytes */
	assert_int_equal(l.line, 2);
	assert_int_equal(l.column, 10);
	l = loc_at(&page, page.text.n + 50);
	assert_int_equal(l.line, 6);
	assert_int_equal(l.column, 4);
	assert_null(loc_at(NULL, 5).origin);
}

static void lines_come_without_their_end(void **state)
{
	(void)state;
	assert_same(origin_line(&page, 1), "---");
	assert_same(origin_line(&page, 2), "titre: Été");
	assert_same(origin_line(&page, 5), "");
	assert_same(origin_line(&page, 6), "fin");
	assert_same(origin_line(&page, 7), "");
	assert_same(origin_line(&page, 0), "");
	struct origin none = {0};
	assert_same(origin_line(&none, 1), "");
}

static void a_message_shows_line_caret_and_cure(void **state)
{
	struct said *s = *state;
	struct loc l = {&page, 3, 7};
	assert_false(diag_say(&s->d, MSG_DATE_IMPOSSIBLE, l, STR("2019-06-31")));
	struct str fr = printed(s, (struct diag_style){0});
	assert_true(str_starts(fr, STR("pages/eau.md:3:7 : erreur [date-impossible]\n"
				       "     3 | date: 2019-06-31\n"
				       "       |       ^\n"
				       "    « 2019-06-31 »")));
	assert_true(str_find(fr, STR("\n    → ")) < fr.n);
	struct str en = printed(s, (struct diag_style){.lang = LANG_EN});
	assert_true(str_starts(en, STR("pages/eau.md:3:7: error [date-impossible]\n")));
	assert_true(str_find(en, STR("not in the calendar")) < en.n);
}

static void the_caret_counts_characters_and_tabs_as_one(void **state)
{
	struct said *s = *state;
	diag_say(&s->d, MSG_YAML_TAB, ((struct loc){&page, 4, 2}));
	struct str out = printed(s, (struct diag_style){0});
	assert_true(str_find(out, STR("     4 |  x: y\n       |  ^\n")) < out.n);
	diag_say(&s->d, MSG_YAML_BYTES, ((struct loc){&page, 2, 10}));
	out = printed(s, (struct diag_style){0});
	assert_true(str_find(out, STR("     2 | titre: Été\n       |          ^\n")) <
		    out.n);
}

static void places_may_be_a_line_a_file_or_nothing(void **state)
{
	struct said *s = *state;
	diag_say(&s->d, MSG_YAML_BYTES, ((struct loc){&page, 2, 0}));
	diag_say(&s->d, MSG_TEXT_UTF16, ((struct loc){&page, 0, 0}));
	diag_say(&s->d, MSG_COMMUNE_MISSING, ((struct loc){0}), STR("ici"));
	struct str out = printed(s, (struct diag_style){0});
	assert_true(str_starts(out, STR("pages/eau.md:2 : erreur [caractere-refuse]\n"
					"     2 | titre: Été\n"
					"    Un caractère")));
	assert_true(str_find(out, STR("\npages/eau.md : erreur [fichier-en-utf-16]\n"
				      "    Ce fichier")) < out.n);
	assert_true(str_find(out,
			    STR("\ntambour : erreur [commune-absente]\n    Le dossier "
				"« ici »")) < out.n);
}

static void a_long_line_is_cut_around_the_caret(void **state)
{
	struct said *s = *state;
	char line[400];
	memset(line, 'a', sizeof line);
	line[299] = 'X';
	struct origin o = {.name = STR("long.md"), .text = {line, sizeof line}};
	diag_say(&s->d, MSG_YAML_BYTES, ((struct loc){&o, 1, 300}));
	struct str out = printed(s, (struct diag_style){0}), rest = out, excerpt, caret;
	assert_true(str_cut(&rest, '\n', &excerpt));
	assert_true(str_cut(&rest, '\n', &excerpt));
	assert_true(str_cut(&rest, '\n', &caret));
	assert_true(str_starts(excerpt, STR("     1 | …a")));
	assert_true(str_ends(excerpt, STR("a…")));
	/* The first … has three bytes and stands for one column. */
	assert_int_equal(str_index(excerpt, 'X') - 2, str_index(caret, '^'));
	assert_true(excerpt.n < 130);
}

/* Whoever reads a stranger's file keeps the colours of his terminal. */
static void signs_of_control_are_not_sent_to_the_terminal(void **state)
{
	struct said *s = *state;
	struct origin o = {.name = STR_INIT("a.md"),
		.text = STR_INIT("é\x1B[31m\x7F\xC2\x9B\tà\xC2\xA0!")};
	diag_say(&s->d, MSG_YAML_BYTES, ((struct loc){&o, 1, 2}));
	struct str out = printed(s, (struct diag_style){0});
	struct str shown =
		STR("     1 | é\uFFFD[31m\uFFFD\uFFFD à\xC2\xA0!\n       |  ^\n");
	assert_true(str_find(out, shown) < out.n);
}

static void nor_are_those_of_an_argument(void **state)
{
	struct said *s = *state;
	struct str text = STR("a\x1B[2J\nerreur\xC2\x9B\u202Egpj.exe\u2069 é\u2026");
	diag_say(&s->d, MSG_USAGE_COMMAND, (struct loc){0}, text);
	struct str out = printed(s, (struct diag_style){0});
	struct str shown =
		STR("« a\uFFFD[2J\uFFFDerreur\uFFFD\uFFFDgpj.exe\uFFFD é\u2026 »");
	assert_true(str_find(out, shown) < out.n);
}

/* Lines are looked for from the last one on: going back must work too. */
static void excerpts_come_in_any_order(void **state)
{
	struct said *s = *state;
	struct origin o = {
		.name = STR_INIT("a.md"), .text = STR_INIT("un\n\ntrois\nq")};
	static const struct {
		unsigned line, column;
		const char *excerpt;
	} rows[] = {
		{3, 4, "\n     3 | trois\n       |    ^\n"},
		{3, 2, "\n     3 | trois\n       |  ^\n"},
		{1, 1, "\n     1 | un\n       | ^\n"},
		{4, 1, "\n     4 | q\n       | ^\n"},
		{2, 1, "\n    Un car"},
		{9, 1, "\n    Un car"},
		{3, 6, "\n     3 | trois\n       |      ^\n"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		diag_say(&s->d, MSG_YAML_BYTES,
			((struct loc){&o, rows[i].line, rows[i].column}));
	struct str out = printed(s, (struct diag_style){0});
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t at = str_find(out, str_of(rows[i].excerpt));
		assert_true(at < out.n);
		out = str_from(out, at + 1);
	}
}

/* One line of half a million bytes, a message every 20: each was found from its start.
 */
static void thousands_of_messages_on_one_line_are_quick(void **state)
{
	struct said *s = *state;
	size_t n = 500000;
	char *line = arena_text(&s->arena, n);
	memset(line, 'a', n);
	struct origin o = {.name = STR_INIT("a.md"), .text = {line, n}};
	for (unsigned i = 1; i < n; i += 20) {
		diag_say(&s->d, MSG_YAML_BYTES, ((struct loc){&o, 1, i}));
		diag_also(&s->d, MSG_NOTE_FIRST_HERE, ((struct loc){&o, 1, 1}));
	}
	clock_t before = clock();
	printed(s, (struct diag_style){0});
	assert_true(clock() - before < 5 * CLOCKS_PER_SEC);
}

static void a_second_place_follows_without_a_code(void **state)
{
	struct said *s = *state;
	diag_say(&s->d, MSG_YAML_KEY_TWICE, ((struct loc){&page, 3, 1}), STR("date"));
	diag_also(&s->d, MSG_NOTE_FIRST_HERE, ((struct loc){&page, 2, 1}));
	struct str out = printed(s, (struct diag_style){0});
	assert_true(str_find(out, STR("\npages/eau.md:2:1 : note\n")) < out.n);
	assert_int_equal(s->d.count[DIAG_ERROR], 1);
	assert_int_equal(s->d.count[DIAG_NOTE], 0);
}

static void json_has_one_object_a_line(void **state)
{
	struct said *s = *state;
	diag_say(&s->d, MSG_DATE_IMPOSSIBLE, ((struct loc){&page, 3, 7}),
		STR("\"<\\\n\x1B"));
	diag_also(&s->d, MSG_NOTE_FIRST_HERE, ((struct loc){0}));
	struct str out = printed(s, (struct diag_style){.json = true}), line;
	assert_true(str_cut(&out, '\n', &line));
	assert_true(str_starts(line,
		STR("{\"severity\": \"error\", \"code\": \"date-impossible\", "
		    "\"file\": "
		    "\"pages/eau.md\", \"line\": 3, \"column\": 7, \"message\": \"« "
		    "\\\"<\\\\\\u000a\\u001b »")));
	assert_true(str_ends(line, STR("\"}")));
	assert_true(str_find(line, STR("\"help\": \"")) < line.n);
	assert_true(str_cut(&out, '\n', &line));
	assert_true(str_starts(line, STR("{\"severity\": \"note\", ")));
	assert_true(str_find(line, STR("\"file\": \"\", \"line\": 0, \"column\": 0")) <
		    line.n);
	assert_int_equal(out.n, 0);
}

/* A path typed in Latin-1 on the command line is quoted by a message. */
static void json_stays_utf8_whatever_is_quoted(void **state)
{
	struct said *s = *state;
	diag_say(
		&s->d, MSG_COMMUNE_MISSING, ((struct loc){0}), STR("caf\xE9/\xE2\x80"));
	struct str out = printed(s, (struct diag_style){.json = true});
	assert_true(str_find(out, STR("caf\uFFFD/\uFFFD")) < out.n);
	assert_int_equal(str_index(out, '\xE9'), out.n);
	assert_true(str_find(out, STR("« caf")) < out.n);
}

static void what_is_below_the_least_band_is_not_shown(void **state)
{
	struct said *s = *state;
	diag_say(&s->d, MSG_TEXT_WINDOWS, ((struct loc){&page, 1, 1}));
	diag_say(&s->d, MSG_FILE_LEFT_OUT, ((struct loc){&page, 0, 0}), STR("x"));
	diag_also(&s->d, MSG_NOTE_FIRST_HERE, ((struct loc){&page, 1, 1}));
	struct str out = printed(s, (struct diag_style){.least = DIAG_WARNING});
	assert_int_equal(str_find(out, STR("accents-d-ancien-windows")), out.n);
	assert_true(str_find(out, STR("attention [fichier-mis-de-cote]")) < out.n);
	assert_true(str_find(out, STR(" : note\n")) < out.n);
	assert_int_equal(printed(s, (struct diag_style){.least = DIAG_ERROR}).n, 0);
}

static void under_strict_a_warning_is_shown_as_the_error_it_is(void **state)
{
	struct said *s = *state;
	diag_say(&s->d, MSG_FILE_LEFT_OUT, ((struct loc){&page, 0, 0}), STR("x"));
	struct diag_style style = {.strict = true, .least = DIAG_ERROR};
	struct str out = printed(s, style);
	assert_true(str_find(out, STR("erreur [fichier-mis-de-cote]")) < out.n);
	style.json = true;
	out = printed(s, style);
	assert_true(str_find(out, STR("\"severity\": \"error\"")) < out.n);
}

static void bands_are_counted_and_asked(void **state)
{
	struct said *s = *state;
	assert_false(diag_has(&s->d, DIAG_NOTE));
	diag_say(&s->d, MSG_TEXT_WINDOWS, ((struct loc){0}));
	assert_true(diag_has(&s->d, DIAG_NOTE));
	assert_false(diag_has(&s->d, DIAG_WARNING));
	s->d.muted = true;
	diag_say(&s->d, MSG_TEXT_UTF16, ((struct loc){0}));
	s->d.muted = false;
	assert_false(diag_has(&s->d, DIAG_ERROR));
	diag_say(&s->d, MSG_COMMUNE_MISSING, ((struct loc){0}), STR("x"));
	assert_true(diag_has(&s->d, DIAG_ERROR));
	assert_int_equal(s->d.list.n, 2);
}

static void arguments_are_copied(void **state)
{
	struct said *s = *state;
	char word[] = "mot";
	diag_say(&s->d, MSG_DATE_IMPOSSIBLE, ((struct loc){0}), str_of(word));
	word[0] = 'X';
	struct str text = diag_sentence(&s->arena, &s->d.list.v[0], LANG_FR);
	assert_true(str_find(text, STR("« mot »")) < text.n);
}

/* An argument that looks like a hole is text. */
static void arguments_are_not_filled_again(void **state)
{
	struct said *s = *state;
	diag_say(&s->d, MSG_KEY_NEAR, ((struct loc){0}), STR("{2}"), STR("b"));
	struct str text = diag_sentence(&s->arena, &s->d.list.v[0], LANG_EN);
	assert_true(str_starts(text, STR("\"{2}\"")));
}

static void an_errno_is_told_in_the_language_of_the_reader(void **state)
{
	struct said *s = *state;
	diag_say(&s->d, MSG_FILE_UNREADABLE, (struct loc){0}, STR("a.md"),
		diag_errno(&s->d, ENOSPC));
	assert_same(diag_sentence(&s->arena, &s->d.list.v[0], LANG_FR),
		"Le fichier « a.md » ne peut pas être lu : le disque est plein.");
	assert_same(diag_sentence(&s->arena, &s->d.list.v[0], LANG_EN),
		"The file \"a.md\" cannot be read: the disk is full.");
	assert_non_null(strstr(printed(s, (struct diag_style){.lang = LANG_EN}).p,
		"read: the disk is full."));
}

static void say_at(struct said *s, enum diag_code code, unsigned line, unsigned column)
{
	diag_say(&s->d, code, ((struct loc){&page, line, column}));
}

static void sorting_goes_by_place_and_keeps_pairs(void **state)
{
	struct said *s = *state;
	struct origin other = {.name = STR("accueil.md")};
	say_at(s, MSG_YAML_TAB, 3, 2);
	diag_also(&s->d, MSG_NOTE_FIRST_HERE, ((struct loc){&other, 9, 9}));
	say_at(s, MSG_YAML_BYTES, 3, 1);
	say_at(s, MSG_YAML_BYTES, 2, 7);
	diag_say(&s->d, MSG_YAML_TAB, ((struct loc){&other, 5, 1}));
	diag_sort(&s->d);
	const struct diag_message *m = s->d.list.v;
	assert_int_equal(s->d.list.n, 5);
	assert_ptr_equal(m[0].loc.origin, &other);
	assert_int_equal(m[1].loc.line, 2);
	assert_int_equal(m[2].loc.column, 1);
	assert_int_equal(m[3].loc.column, 2);
	assert_true(m[4].also);
	assert_int_equal(m[4].loc.line, 9);
}

static void repeats_are_dropped_even_when_parted(void **state)
{
	struct said *s = *state;
	say_at(s, MSG_YAML_TAB, 3, 2);
	say_at(s, MSG_YAML_BYTES, 3, 2);
	say_at(s, MSG_YAML_TAB, 3, 2);
	diag_also(&s->d, MSG_NOTE_FIRST_HERE, ((struct loc){&page, 1, 1}));
	diag_sort(&s->d);
	assert_int_equal(s->d.list.n, 2);
	assert_int_equal(s->d.count[DIAG_ERROR], 2);
	assert_false(s->d.list.v[1].also);
	diag_say(&s->d, MSG_KEY_IGNORED, ((struct loc){&page, 3, 2}), STR("a"));
	diag_say(&s->d, MSG_KEY_IGNORED, ((struct loc){&page, 3, 2}), STR("b"));
	diag_sort(&s->d);
	assert_int_equal(s->d.list.n, 4); /* other arguments: another message */
	assert_int_equal(s->d.count[DIAG_NOTE], 2);
}

static void three_thousand_of_one_mistake_are_twenty_and_a_count(void **state)
{
	struct said *s = *state;
	struct origin other = {.name = STR("accueil.md")};
	say_at(s, MSG_YAML_BYTES, 4000, 1);
	for (unsigned i = 1; i <= 3000; i++) {
		say_at(s, MSG_YAML_KEY_TWICE, i, 1);
		diag_also(&s->d, MSG_NOTE_FIRST_HERE, ((struct loc){&page, 1, 1}));
	}
	/* Another file counts for itself; what has no place is never bounded. */
	diag_say(&s->d, MSG_YAML_KEY_TWICE, ((struct loc){&other, 1, 1}), STR("a"));
	for (unsigned i = 0; i < 30; i++)
		diag_say(&s->d, MSG_UPDATE_NEW, ((struct loc){0}), STR("x"),
			str_printf(&s->arena, "%u", i));
	diag_sort(&s->d);
	const struct diag_message *last = &s->d.list.v[s->d.list.n - 1];
	assert_int_equal(s->d.list.n, 30 + 1 + 2 * DIAG_SAME_MAX + 1 + 1);
	assert_int_equal(s->d.count[DIAG_ERROR], 3002);
	assert_int_equal(last->code, MSG_NOTE_MORE);
	assert_int_equal(last->band, DIAG_ERROR);
	assert_int_equal(last->loc.line, DIAG_SAME_MAX + 1);
	assert_same(last->arg[0], "2980");
	assert_same(last->arg[1], "cle-en-double");
	struct str json = printed(s, (struct diag_style){.json = true});
	assert_true(str_find(json, STR("\"code\": \"encore-d-autres\"")) < json.n);
	/* Sorting again finds nothing to add. */
	diag_sort(&s->d);
	assert_int_equal(s->d.list.n, 30 + 1 + 2 * DIAG_SAME_MAX + 1 + 1);
}

static void errors_of_a_layer_become_warnings_with_its_name(void **state)
{
	struct said *s = *state;
	struct diag *d = &s->d;
	struct origin ours = {.name = STR("pages/eau.md")};
	struct origin theirs = {.name = STR("cni.md"), .layer = STR("asso")};
	diag_say(d, MSG_DATE_IMPOSSIBLE, ((struct loc){&ours, 1, 1}), STR("x"));
	diag_say(d, MSG_DATE_IMPOSSIBLE, ((struct loc){&theirs, 2, 1}), STR("x"));
	diag_also(d, MSG_NOTE_FIRST_HERE, ((struct loc){&theirs, 1, 1}));
	size_t errors = d->count[DIAG_ERROR], warnings = d->count[DIAG_WARNING];
	diag_spare(d, STR("asso"), MSG_NOTE_MAINTAINER);
	assert_int_equal(d->count[DIAG_ERROR], errors - 1);
	assert_int_equal(d->count[DIAG_WARNING], warnings + 1);
	assert_int_equal(d->list.n, 4);
	assert_int_equal(d->list.v[0].band, DIAG_ERROR);
	assert_int_equal(d->list.v[1].band, DIAG_WARNING);
	assert_int_equal(d->list.v[2].code, MSG_NOTE_FIRST_HERE);
	assert_int_equal(d->list.v[3].code, MSG_NOTE_MAINTAINER);
	assert_true(d->list.v[3].also);
	assert_true(str_is(d->list.v[3].arg[0], "asso"));
}

static void errors_said_since_become_warnings(void **state)
{
	struct said *s = *state;
	struct diag *d = &s->d;
	struct origin ours = {.name = STR("commune.yaml")};
	diag_say(d, MSG_DATE_IMPOSSIBLE, ((struct loc){&ours, 1, 1}), STR("x"));
	size_t from = d->list.n;
	diag_say(d, MSG_DATE_IMPOSSIBLE, ((struct loc){&ours, 2, 1}), STR("y"));
	diag_also(d, MSG_NOTE_FIRST_HERE, ((struct loc){&ours, 1, 1}));
	size_t errors = d->count[DIAG_ERROR], warnings = d->count[DIAG_WARNING];
	diag_soften(d, from);
	assert_int_equal(d->count[DIAG_ERROR], errors - 1);
	assert_int_equal(d->count[DIAG_WARNING], warnings + 1);
	assert_int_equal(d->list.v[0].band, DIAG_ERROR);
	assert_int_equal(d->list.v[1].band, DIAG_WARNING);
	assert_int_equal(d->list.v[2].band, DIAG_NOTE);
}

static void every_row_has_both_languages_and_its_own_code(void **state)
{
	(void)state;
	for (int i = 0; i < MSG_COUNT; i++) {
		const struct diag_row *r = diag_row((enum diag_code)i);
		assert_true(*r->text[LANG_FR] && *r->text[LANG_EN]);
		assert_int_equal(!*r->cure[LANG_FR], !*r->cure[LANG_EN]);
		assert_ptr_equal(diag_row_named(str_of(r->code)), r);
		for (const char *p = r->code; *p; p++)
			assert_true(ascii_digit(*p) || *p == '-' ||
				    (*p >= 'a' && *p <= 'z'));
	}
	assert_null(diag_row_named(STR("rien-de-tel")));
}

int main(void)
{
#define T(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
	const struct CMUnitTest tests[] = {
		T(places_are_counted_in_characters),
		T(lines_come_without_their_end),
		T(a_message_shows_line_caret_and_cure),
		T(the_caret_counts_characters_and_tabs_as_one),
		T(places_may_be_a_line_a_file_or_nothing),
		T(a_long_line_is_cut_around_the_caret),
		T(signs_of_control_are_not_sent_to_the_terminal),
		T(nor_are_those_of_an_argument),
		T(excerpts_come_in_any_order),
		T(thousands_of_messages_on_one_line_are_quick),
		T(a_second_place_follows_without_a_code),
		T(json_has_one_object_a_line),
		T(json_stays_utf8_whatever_is_quoted),
		T(what_is_below_the_least_band_is_not_shown),
		T(under_strict_a_warning_is_shown_as_the_error_it_is),
		T(bands_are_counted_and_asked),
		T(arguments_are_copied),
		T(arguments_are_not_filled_again),
		T(sorting_goes_by_place_and_keeps_pairs),
		T(an_errno_is_told_in_the_language_of_the_reader),
		T(repeats_are_dropped_even_when_parted),
		T(three_thousand_of_one_mistake_are_twenty_and_a_count),
		T(errors_of_a_layer_become_warnings_with_its_name),
		T(errors_said_since_become_warnings),
		T(every_row_has_both_languages_and_its_own_code),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
