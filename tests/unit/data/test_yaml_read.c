/* Reading YAML: values, places, bounds, and one row for each mistake people make. */
#include <time.h>

#include "base/strbuf.h"
#include "data/yaml_read.h"
#include "said.h"

static const struct value *read_all(struct reading *r, const char *text)
{
	const struct value *v = NULL;
	reading_init(r, text);
	bool ok = yaml_read(&r->arena, &r->origin, 0, r->origin.text, &r->diag, &v);
	struct diag_style style = {0};
	if (!ok)
		diag_print(&r->diag, &style, stderr);
	assert_true(ok);
	return v;
}

static void values_keep_their_text(void **state)
{
	(void)state;
	struct reading r;
	const struct value *v = read_all(&r,
		"code: 01004\nOuvert : non\nl: [a, 'b: c']\n\"Téléphone\": ~\nvide:\n");
	assert_int_equal(v->kind, VALUE_MAP);
	assert_true(str_is(value_text(v, "code"), "01004"));
	assert_true(str_is(value_text(v, "ouvert"), "non"));
	assert_int_equal(value_count(value_get(v, "l")), 2);
	assert_true(str_is(value_at(value_get(v, "l"), 1)->text, "b: c"));
	assert_true(value_at(value_get(v, "l"), 1)->quoted);
	assert_true(str_is(value_text(v, "telephone"), "~"));
	assert_false(value_given(value_get(v, "vide")));
	assert_true(str_is(v->map.v[1].written, "Ouvert"));
	assert_null(value_get(v, "absent"));
	arena_release(&r.arena);
}

static void places_are_those_of_the_file(void **state)
{
	(void)state;
	struct reading r;
	const struct value *v = NULL;
	reading_init(&r, "---\nété: é\n  # rien\nl:\n  - à: b\n---\n");
	struct str text = str_sub(r.origin.text, 4, r.origin.text.n - 4);
	assert_true(yaml_read(&r.arena, &r.origin, 4, text, &r.diag, &v));
	assert_int_equal(value_get(v, "ete")->loc.line, 2);
	assert_int_equal(value_get(v, "ete")->loc.column, 6);
	const struct value *item = value_at(value_get(v, "l"), 0);
	assert_int_equal(item->map.v[0].loc.line, 5);
	assert_int_equal(item->map.v[0].loc.column, 5);
	assert_int_equal(item->map.v[0].value->loc.column, 8);
	arena_release(&r.arena);
}

static void nothing_is_a_value_of_kind_none(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"", "\n\n", "# rien\n", "---\n", "\xEF\xBB\xBF"};
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		struct reading r;
		const struct value *v = read_all(&r, texts[i]);
		assert_non_null(v);
		assert_int_equal(v->kind, VALUE_NONE);
		arena_release(&r.arena);
	}
}

/* What looks odd and is right must stay so. */
static void right_texts_are_left_alone(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"lien: https://exemple.fr/a:b\n",
		"heure: 10:30\n",
		"resume: Une phrase\n  sur deux lignes\n",
		"resume: >\n  Un texte : avec deux-points\n\n  et - tirets\n",
		"titre: \"Travaux : rue\" # remarque\n",
		"t: -5\nu: C'est « bien » & beau, 100 %\n",
		"l:\n- a\n- b\nm: x\n",
		"l: [a,\n  b]\n",
		"-\n  a: b\n-\n  a: c\n",
		"couleur: '#2f5d3a' # vert\n",
		"titre: # à compléter\n",
		"titre:\tTravaux\n",
		"a: b\r\nc: d\r\n",
	};
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		struct reading r;
		read_all(&r, texts[i]);
		assert_int_equal(r.diag.list.n, 0);
		arena_release(&r.arena);
	}
}

static const struct {
	const char *text;
	struct said said;
} mistakes[] = {
	/* A colon in a text, first in frequency. */
	{"titre: Travaux : rue fermée\n",
		{MSG_YAML_COLON, 1, 16, "titre: \"Travaux : rue fermée\""}},
	{"date: x\nresume: Attention: l'eau \"coupée\" # note\n",
		{MSG_YAML_COLON, 2, 18, "resume: 'Attention: l''eau \"coupée\"'"}},
	{"resume: La rue est fermée\n  du lundi : au vendredi\n",
		{MSG_YAML_COLON, 2, 12,
			"resume: \"La rue est fermée du lundi : au vendredi\""}},
	{"l:\n  - titre: Salle : prix\n",
		{MSG_YAML_COLON, 2, 18, "- titre: \"Salle : prix\""}},
	/* Lost lines and missing colons. */
	{"titre Travaux\n", {MSG_YAML_NO_COLON, 1, 1, "titre: Travaux"}},
	{"titre Travaux\ndate: x\n", {MSG_YAML_NO_COLON, 1, 1, "titre: Travaux"}},
	{"date: x\ntitre Travaux\n", {MSG_YAML_NO_COLON, 2, 1, "titre: Travaux"}},
	{"date: x\ntitre Travaux\nresume: y\n",
		{MSG_YAML_NO_COLON, 2, 1, "titre: Travaux"}},
	{"date: x\ntitre\nresume: y\n", {MSG_YAML_NO_COLON, 2, 1, "titre: …"}},
	{"h:\n  lundi 9h-12h\n  mardi: 9h\n",
		{MSG_YAML_NO_COLON, 2, 3, "lundi: 9h-12h"}},
	{"titre:Travaux\n", {MSG_YAML_NO_SPACE, 1, 6, "titre: Travaux"}},
	{"date: x\ntitre:Travaux rue\n",
		{MSG_YAML_NO_SPACE, 2, 6, "titre: Travaux rue"}},
	{"titre:\xC2\xA0Travaux\ndate: x\n",
		{MSG_YAML_NO_SPACE, 1, 6, "titre: Travaux"}},
	{": x\n", {MSG_YAML_KEY_EMPTY, 1, 1, NULL}},
	/* Indentation. */
	{"titre: A\n  resume: B\n", {MSG_YAML_INDENT, 2, 3, NULL}},
	{" titre: A\ndate: B\n", {MSG_YAML_INDENT, 2, 1, NULL}},
	{"m:\n  a: X\n b: Y\n", {MSG_YAML_INDENT, 3, 2, NULL}},
	{"l:\n  - a\n - b\n", {MSG_YAML_INDENT, 3, 2, NULL}},
	{"t: \"a\"\n  - b\n", {MSG_YAML_INDENT, 2, 3, NULL}},
	{"\xC2\xA0titre: A\n", {MSG_YAML_NO_BREAK, 1, 1, NULL}},
	{"titre: A\n\tresume: B\n", {MSG_YAML_TAB, 2, 1, NULL}},
	{"l:\n\t- a\n", {MSG_YAML_TAB, 2, 1, NULL}},
	{"m:\n  a: x\n \tb: y\n", {MSG_YAML_TAB, 3, 2, NULL}},
	/* Quotes. */
	{"titre: \"Travaux\n", {MSG_YAML_QUOTE_OPEN, 1, 8, "titre: \"Travaux\""}},
	{"date: x\ntitre: 'Travaux\nresume: y\n",
		{MSG_YAML_QUOTE_OPEN, 2, 8, "titre: \"Travaux\""}},
	{"a: \"Travaux\nb: \"autre\"\n", {MSG_YAML_QUOTE_OPEN, 1, 4, "a: \"Travaux\""}},
	{"titre: 'L'eau'\n", {MSG_YAML_QUOTE_EARLY, 1, 11, "titre: \"L'eau\""}},
	{"titre: \"Fête\" du pain\n",
		{MSG_YAML_QUOTE_EARLY, 1, 15, "titre: '\"Fête\" du pain'"}},
	{"titre: \"Le \"Bocage\" fête\"\n",
		{MSG_YAML_QUOTE_EARLY, 1, 13, "titre: 'Le \"Bocage\" fête'"}},
	{"p: \"C:\\docs\"\n", {MSG_YAML_ESCAPE, 1, 7, "p: 'C:\\docs'"}},
	{"p: \"a\\uZZ\"\n", {MSG_YAML_ESCAPE, 1, 6, "p: 'a\\uZZ'"}},
	{"p: \"a\\0b\"\n", {MSG_YAML_ESCAPE, 1, 6, "p: 'a\\0b'"}},
	{"p: \"a\\u0001b\"\n", {MSG_YAML_BYTES, 1, 4, NULL}},
	/* libyaml takes \\L for a line separator, \\b for a sign of control. */
	{"p: \"Mairie\\Le Bourg\"\n",
		{MSG_YAML_ESCAPE, 1, 11, "p: 'Mairie\\Le Bourg'"}},
	{"l:\n  - \"é\\\\ \\bureau\"\n", {MSG_YAML_ESCAPE, 2, 10, NULL}},
	/* Lists. */
	{"l:\n  -a\n  -b\n", {MSG_YAML_DASH, 2, 3, "- a"}},
	{"l:\n  - a\n  -b c\n", {MSG_YAML_DASH, 3, 3, "- b c"}},
	{"-a\n-b\n", {MSG_YAML_DASH, 1, 1, "- a"}},
	{"l:\n  - a\n  b c\n  - d\n", {MSG_YAML_DASH, 3, 3, "- b c"}},
	{"l:\n  * a\n", {MSG_YAML_DASH, 2, 3, "- a"}},
	{"l:\n  • a\n  • b\n", {MSG_YAML_DASH, 2, 3, "- a"}},
	{"l:\n  – a\n", {MSG_YAML_DASH, 2, 3, "- a"}},
	{"l: [a, b\n", {MSG_YAML_BRACKET, 1, 4, "l: [a, b]"}},
	{"l: [a, b\nm: c\n", {MSG_YAML_BRACKET, 1, 4, "l: [a, b]"}},
	{"l: [a,\n", {MSG_YAML_BRACKET, 1, 4, "[un, deux]"}},
	{"x: y\nl: {a: b\n", {MSG_YAML_BRACKET, 2, 4, "l: {a: b}"}},
	{"l: [\"a\" b]\n", {MSG_YAML_BRACKET, 1, 4, "[un, deux]"}},
	/* Signs with a meaning of their own. */
	{"t: @mairie\n", {MSG_YAML_SIGN, 1, 4, "t: \"@mairie\""}},
	{"t: %5\n", {MSG_YAML_SIGN, 1, 4, "t: \"%5\""}},
	{"t: `x`\n", {MSG_YAML_SIGN, 1, 4, "t: \"`x`\""}},
	{"%x: y\n", {MSG_YAML_SIGN, 1, 1, "\"%x: y\""}},
	{"t: & co\n", {MSG_YAML_SIGN, 1, 4, "t: \"& co\""}},
	{"t: *important*\n", {MSG_YAML_SIGN, 1, 4, "t: \"*important*\""}},
	{"t: > abc\n", {MSG_YAML_SIGN, 1, 4, "t: \"abc\""}},
	{"t: - a\n", {MSG_YAML_SIGN, 1, 4, "t: \"- a\""}},
	{"t: [Info] travaux\n", {MSG_YAML_SIGN, 1, 4, "t: \"[Info] travaux\""}},
	{"t: , x\n", {MSG_YAML_SIGN, 1, 4, "t: \", x\""}},
	{"t: ] x\n", {MSG_YAML_SIGN, 1, 4, "t: \"] x\""}},
	{"couleur: #2f5d3a\n", {MSG_YAML_SIGN, 1, 10, "couleur: \"#2f5d3a\""}},
	{"t: {{nom}}\n", {MSG_YAML_KEY_SHAPE, 1, 5, NULL}},
	{"t: *nom\n", {MSG_YAML_ALIAS, 1, 4, "\"*nom\""}},
	{"t: &nom x\n", {MSG_YAML_ANCHOR, 1, 4, "\"&nom x\""}},
	{"t: !attention x\n", {MSG_YAML_TAG, 1, 4, "\"!attention x\""}},
	{"t: &a [x]\n", {MSG_YAML_ANCHOR, 1, 4, NULL}},
	{"t: !!map {a: b}\n", {MSG_YAML_TAG, 1, 4, NULL}},
	{"a: b\n<<: *c\n", {MSG_YAML_ALIAS, 2, 5, NULL}},
	/* Whole files. */
	{"titre: a\n<<<<<<< HEAD\ndate: x\n=======\ndate: y\n>>>>>>> main\n",
		{MSG_YAML_CONFLICT, 2, 1, NULL}},
	{"titre: a\n=======\ndate: y\n", {MSG_YAML_CONFLICT, 2, 1, NULL}},
	{"a: b\n---\nc: d\n", {MSG_YAML_TWO_DOCUMENTS, 2, 1, NULL}},
	{"a: b\n\xFF\n", {MSG_YAML_BYTES, 2, 1, NULL}},
	{"t: 'a\n", {MSG_YAML_QUOTE_OPEN, 1, 4, NULL}},
};

static void every_mistake_has_its_message(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof mistakes / sizeof mistakes[0]; i++) {
		struct reading r;
		const struct value *v = NULL;
		reading_init(&r, mistakes[i].text);
		bool ok = yaml_read(&r.arena, &r.origin, 0, r.origin.text, &r.diag, &v);
		assert_said(&r, 0, &mistakes[i].said);
		assert_false(ok);
		assert_null(v);
		assert_int_equal(r.diag.list.n, 1);
		arena_release(&r.arena);
	}
}

static void a_key_given_twice_tells_both_places(void **state)
{
	(void)state;
	struct reading r;
	const struct value *v;
	reading_init(&r, "titre: a\nm:\n  x: 1\n  X: 2\nTitre: b\n");
	assert_false(yaml_read(&r.arena, &r.origin, 0, r.origin.text, &r.diag, &v));
	assert_said(&r, 0, &(struct said){MSG_YAML_KEY_TWICE, 4, 3, NULL});
	assert_said(&r, 1, &(struct said){MSG_NOTE_FIRST_HERE, 3, 3, NULL});
	assert_said(&r, 2, &(struct said){MSG_YAML_KEY_TWICE, 5, 1, NULL});
	assert_said(&r, 3, &(struct said){MSG_NOTE_FIRST_HERE, 1, 1, NULL});
	assert_true(r.diag.list.v[1].also);
	assert_int_equal(r.diag.count[DIAG_ERROR], 2);
	arena_release(&r.arena);
}

static enum diag_code code_of(struct str text)
{
	struct reading r;
	const struct value *v;
	reading_init(&r, "");
	r.origin.text = text;
	bool ok = yaml_read(&r.arena, &r.origin, 0, text, &r.diag, &v);
	enum diag_code code = ok ? MSG_COUNT : r.diag.list.v[0].code;
	arena_release(&r.arena);
	return code;
}

static void bounds_are_kept(void **state)
{
	(void)state;
	struct arena a = {0};
	struct strbuf deep = strbuf_on(&a), many = strbuf_on(&a), big = strbuf_on(&a);
	for (int i = 0; i < 100000; i++)
		strbuf_byte(&deep, '[');
	assert_int_equal(code_of(strbuf_str(&deep)), MSG_YAML_TOO_DEEP);
	for (unsigned i = 0; i < YAML_MAX_NODES; i++)
		strbuf_lit(&many, "- a\n");
	assert_int_equal(code_of(strbuf_str(&many)), MSG_YAML_TOO_MANY);
	strbuf_lit(&big, "a: ");
	while (big.n <= YAML_MAX_BYTES)
		strbuf_lit(&big, "mot ");
	assert_int_equal(code_of(strbuf_str(&big)), MSG_YAML_TOO_BIG);
	arena_release(&a);
}

/* Places on one long line, with and without accents, counted from marks. */
static void places_far_on_a_line_are_right(void **state)
{
	(void)state;
	struct reading r;
	const struct value *v = NULL;
	reading_init(&r, "");
	struct strbuf b = strbuf_on(&r.arena);
	strbuf_lit(&b, "été: x\nl: [");
	for (int i = 0; i < 4000; i++)
		strbuf_lit(&b, "é1, ");
	strbuf_lit(&b, "fin]\nà: b\n");
	r.origin.text = strbuf_str(&b);
	assert_true(yaml_read(&r.arena, &r.origin, 0, r.origin.text, &r.diag, &v));
	const struct value *l = value_get(v, "l");
	for (size_t i = 0; i <= 4000; i++) {
		assert_int_equal(value_at(l, i)->loc.line, 2);
		assert_int_equal(value_at(l, i)->loc.column, 5 + 4 * i);
	}
	assert_int_equal(value_get(v, "a")->loc.line, 3);
	assert_int_equal(value_get(v, "a")->loc.column, 4);
	arena_release(&r.arena);
}

/* It took minutes: each place was counted from the beginning of its line. */
static void thousands_of_values_on_one_line_are_quick(void **state)
{
	(void)state;
	static const char *const items[] = {
		"ééééééééééééééééééé, ", "a:              , "};
	for (size_t i = 0; i < 2; i++) {
		struct reading r;
		const struct value *v = NULL;
		reading_init(&r, "");
		struct strbuf b = strbuf_on(&r.arena);
		strbuf_byte(&b, "[{"[i]);
		for (int k = 0; k < 20000; k++) {
			if (i)
				strbuf_printf(&b, "k%d", k);
			strbuf_add(&b, str_of(items[i]));
		}
		strbuf_byte(&b, "]}"[i]);
		r.origin.text = strbuf_str(&b);
		clock_t before = clock();
		assert_true(
			yaml_read(&r.arena, &r.origin, 0, r.origin.text, &r.diag, &v));
		assert_true(clock() - before < 15 * CLOCKS_PER_SEC);
		arena_release(&r.arena);
	}
}

/* A small generator, so that the bytes are the same on every machine. */
static unsigned draw(unsigned long *seed, unsigned n)
{
	*seed = *seed * 6364136223846793005UL + 1442695040888963407UL;
	return (unsigned)(*seed >> 33) % n;
}

static void no_bytes_do_harm(void **state)
{
	(void)state;
	static const char signs[] =
		"ab:-?[]{},#&*!|>'\"%@` \n\n  \t\\é\xC2\xA0\xFF\x00=<.";
	unsigned long seed = 7;
	for (int round = 0; round < 20000; round++) {
		char text[48];
		struct reading r;
		const struct value *v;
		size_t n = draw(&seed, sizeof text);
		for (size_t i = 0; i < n; i++)
			text[i] = signs[draw(&seed, sizeof signs)];
		reading_init(&r, "");
		r.origin.text = (struct str){text, n};
		size_t from = n ? draw(&seed, (unsigned)n) / 4 : 0;
		bool ok = yaml_read(&r.arena, &r.origin, from,
			str_from(r.origin.text, from), &r.diag, &v);
		assert_int_equal(ok, !diag_has(&r.diag, DIAG_ERROR));
		arena_release(&r.arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_keep_their_text),
		cmocka_unit_test(places_are_those_of_the_file),
		cmocka_unit_test(nothing_is_a_value_of_kind_none),
		cmocka_unit_test(right_texts_are_left_alone),
		cmocka_unit_test(every_mistake_has_its_message),
		cmocka_unit_test(a_key_given_twice_tells_both_places),
		cmocka_unit_test(bounds_are_kept),
		cmocka_unit_test(places_far_on_a_line_are_right),
		cmocka_unit_test(thousands_of_values_on_one_line_are_quick),
		cmocka_unit_test(no_bytes_do_harm),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
