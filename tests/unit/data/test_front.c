/* Bytes to text, the header told from the body, and mistakes at their line of the file.
 */
#include "base/strbuf.h"
#include "data/front.h"
#include "said.h"

/* Read bytes as a file is read; header and body in *f. */
static bool read_bytes(struct reading *r, struct str bytes, struct front *f)
{
	reading_init(r, "");
	return front_text(&r->arena, &r->origin, bytes, &r->diag) &&
	       front_split(&r->arena, &r->origin, &r->diag, f);
}

static void split(const char *text, const char *titre, const char *body, size_t offset)
{
	struct reading r;
	struct front f;
	if (!read_bytes(&r, str_of(text), &f) || r.diag.list.n) {
		diag_print(&r.diag, &(struct diag_style){0}, stderr);
		fail_msg("%s", text);
	}
	assert_string_equal(str_cstr(&r.arena, value_text(f.header, "titre")), titre);
	assert_string_equal(str_cstr(&r.arena, f.body), body);
	assert_int_equal(f.body_offset, offset);
	arena_release(&r.arena);
}

static void the_header_is_told_from_the_body(void **state)
{
	(void)state;
	split("---\ntitre: A\n---\nTexte\n", "A", "Texte\n", 17);
	split("---\ntitre: A\n...\nTexte\n", "A", "Texte\n", 17);
	split("---  \ntitre: A\n--- \t\nTexte", "A", "Texte", 21);
	split("\n\n---\ntitre: A\n---\nTexte\n", "A", "Texte\n", 19);
	split("---\ntitre: A\n---", "A", "", 16);
	split("---\ntitre: A\n---\n", "A", "", 17);
	split("---\n---\nTexte\n", "", "Texte\n", 8);
	split("---\n# rien\n---\n\nTexte\n", "", "\nTexte\n", 15);
	split("---\ntitre: A\n---\na\n---\nb\n", "A", "a\n---\nb\n", 17);
}

static void a_file_may_have_no_header(void **state)
{
	(void)state;
	split("Texte\n", "", "Texte\n", 0);
	split("", "", "", 0);
	split("\n\n", "", "\n\n", 0);
	split("Titre\n=====\n\n---\n\nTexte\n", "", "Titre\n=====\n\n---\n\nTexte\n",
		0);
	split("https://exemple.fr\n---\n", "", "https://exemple.fr\n---\n", 0);
}

static void bytes_become_one_kind_of_text(void **state)
{
	(void)state;
	split("\xEF\xBB\xBF---\r\ntitre: A\r\n---\r\na\r\nb\r\n", "A", "a\nb\n", 17);
	split("---\rtitre: A\r---\ra\r", "A", "a\n", 17);
	split("---\ntitre: e\u0301te\u0301\n---\n", "été", "", 21);
	split("a\u2028b\uFEFFc\n", "", "a bc\n", 0);
	/* What turns the order of letters goes: « ab », never « ba ». */
	split("a\u202Eb\u2066c\u2069 02\u202C\n", "", "abc 02\n", 0);
}

static void old_windows_accents_are_converted_with_a_note(void **state)
{
	(void)state;
	struct reading r;
	struct front f;
	assert_true(read_bytes(&r,
		STR("---\r\ntitre: F\xEAte\r\n---\r\n\x80 \x9C L\x92\xE9t\xE9\r\n"),
		&f));
	assert_string_equal(str_cstr(&r.arena, value_text(f.header, "titre")), "Fête");
	assert_string_equal(str_cstr(&r.arena, f.body), "€ œ L’été\n");
	assert_said(&r, 0, &(struct said){MSG_TEXT_WINDOWS, 2, 9, "UTF-8"});
	assert_int_equal(r.diag.list.n, 1);
	assert_int_equal(r.diag.count[DIAG_NOTE], 1);
	arena_release(&r.arena);
}

/* One line pasted from an old program into a file that is right. */
static void only_the_wrong_bytes_of_a_right_file_are_changed(void **state)
{
	(void)state;
	struct reading r;
	struct front f;
	assert_true(read_bytes(&r, STR("été à l’école\nF\xEAte\n"), &f));
	assert_string_equal(str_cstr(&r.arena, f.body), "été à l’école\nFête\n");
	assert_said(&r, 0, &(struct said){MSG_TEXT_WINDOWS, 2, 2, NULL});
	arena_release(&r.arena);
}

/* Found by fuzz_front: the place was counted in the bytes before they were composed. */
static void the_note_on_accents_stands_where_they_are(void **state)
{
	(void)state;
	struct reading r;
	struct front f;
	assert_true(read_bytes(&r, STR("e\u0301e\u0301: \x82\n"), &f));
	assert_said(&r, 0, &(struct said){MSG_TEXT_WINDOWS, 1, 5, NULL});
	arena_release(&r.arena);
	/* Here the two bytes of é are two letters of the old file. */
	assert_true(read_bytes(&r, STR("\xC3\xA9\xE9\xE9\n"), &f));
	assert_string_equal(str_cstr(&r.arena, f.body), "Ã©éé\n");
	assert_said(&r, 0, &(struct said){MSG_TEXT_WINDOWS, 1, 3, NULL});
	arena_release(&r.arena);
}

static const struct {
	struct str bytes;
	struct said said;
} no_texts[] = {
	{STR_INIT("\xFF\xFE-\0-\0-\0"), {MSG_TEXT_UTF16, 0, 0, "UTF-8"}},
	{STR_INIT("\xFE\xFF\0-\0-"), {MSG_TEXT_UTF16, 0, 0, NULL}},
	{STR_INIT("a\nPK\0\3"), {MSG_TEXT_BINARY, 2, 3, NULL}},
	{STR_INIT("a\r\nb\x0B"
		  "c"),
		{MSG_TEXT_CONTROL, 2, 2, "retapez"}},
	{STR_INIT("a\x1B[31m"), {MSG_TEXT_CONTROL, 1, 2, NULL}},
	{STR_INIT("é\xC2\x91x"), {MSG_TEXT_CONTROL, 1, 2, NULL}},
	{STR_INIT("\x7F"), {MSG_TEXT_CONTROL, 1, 1, NULL}},
};

static void bytes_that_are_no_text_are_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof no_texts / sizeof *no_texts; i++) {
		struct reading r;
		struct front f;
		assert_false(read_bytes(&r, no_texts[i].bytes, &f));
		assert_said(&r, 0, &no_texts[i].said);
		assert_int_equal(r.diag.list.n, 1);
		/* What is left to quote must not talk to a terminal. */
		assert_int_equal(str_index(r.origin.text, '\x1B'), r.origin.text.n);
		arena_release(&r.arena);
	}
}

/* What people commit by mistake, the most frequent first: the line is the file's. */
static const struct {
	const char *text;
	struct said said;
} mistakes[] = {
	{"---\ntitre: Travaux : rue fermée\n---\nT\n",
		{MSG_YAML_COLON, 2, 16, "titre: \"Travaux : rue fermée\""}},
	{"\n\n---\ntitre: A\nresume: B : c\n---\n",
		{MSG_YAML_COLON, 5, 11, "resume: \"B : c\""}},
	{"---\ntitre: A\ndate: x\nTitre: B\n---\n",
		{MSG_YAML_KEY_TWICE, 4, 1, "effacez"}},
	{"---\ntitre: A\nde la rue\ndate: x\n---\n",
		{MSG_YAML_NO_COLON, 3, 1, "deux espaces"}},
	{"---\ntitre: A\ndate 2026-01-01\n---\n",
		{MSG_YAML_NO_COLON, 3, 1, "date: 2026-01-01"}},
	{"---\ntitre = A\n---\n", {MSG_YAML_NO_COLON, 2, 1, " : titre: A"}},
	{"---\ntitre; A b\n---\n", {MSG_YAML_NO_COLON, 2, 1, " : titre: A b"}},
	{"---\n\"titre\": \"A\",\ndate: x\n---\n",
		{MSG_YAML_QUOTE_EARLY, 2, 13, "\"titre\": \"A\""}},
	{"---\ntitre:A\n---\n", {MSG_YAML_NO_SPACE, 2, 6, "titre: A"}},
	{"---\ntitre: A\n  date: x\n---\n",
		{MSG_YAML_INDENT, 3, 3, "autant d’espaces"}},
	{"---\n titre: A\ndate: x\n---\n", {MSG_YAML_INDENT, 3, 1, NULL}},
	{"---\ntitre: A\n\tdate: x\n---\n", {MSG_YAML_TAB, 3, 1, "espaces"}},
	{"---\ntitre: \"A\ndate: x\n---\n",
		{MSG_YAML_QUOTE_OPEN, 2, 8, "titre: \"A\""}},
	{"---\ntitre: 'L'eau'\n---\n",
		{MSG_YAML_QUOTE_EARLY, 2, 11, "titre: \"L'eau\""}},
	/* The header never closed. */
	{"---\ntitre: A\ndate: x\n\nTexte\n",
		{MSG_FRONT_NOT_CLOSED, 1, 1, "la ligne 3"}},
	{"\n---\ntitre: A\n", {MSG_FRONT_NOT_CLOSED, 2, 1, "la ligne 3"}},
	{"---\n", {MSG_FRONT_NOT_CLOSED, 1, 1, NULL}},
	{"---\ntitre: A\n\nLe texte ici\n\n---\nSuite\n",
		{MSG_FRONT_TEXT_INSIDE, 4, 1, "avant cette ligne"}},
	{"---\ntitre: A\n----\nTexte\n", {MSG_FRONT_DASHES, 3, 1, "---"}},
	{"---\ntitre: A\n—\nTexte\n", {MSG_FRONT_DASHES, 3, 1, NULL}},
	{"–--\ntitre: A\n---\n", {MSG_FRONT_DASHES, 1, 1, NULL}},
	{"***\ntitre: A\n***\n", {MSG_FRONT_DASHES, 1, 1, "trois tirets courts"}},
	{"titre: A\ndate: x\n---\nTexte\n",
		{MSG_FRONT_NOT_OPENED, 1, 1, "avant celle-ci"}},
	/* No dashes at all; the headers of other programs. */
	{"\ntitre: A\ndate: x\n\nTexte\n",
		{MSG_FRONT_NO_DASHES, 2, 1, "après la ligne 3"}},
	{"title: A", {MSG_FRONT_NO_DASHES, 1, 1, "la ligne 1, et"}},
	{"+++\ntitle = \"A\"\n+++\nTexte\n", {MSG_FRONT_FOREIGN, 1, 1, "titre: Fête"}},
	{"\n{\n  \"title\": \"A\"\n}\nTexte\n", {MSG_FRONT_FOREIGN, 2, 1, "tirets"}},
	{"{ \"title\": \"A\" }\n", {MSG_FRONT_FOREIGN, 1, 1, "tirets"}},
	/* Lists. */
	{"---\nl: [a, b\n---\n", {MSG_YAML_BRACKET, 2, 4, "l: [a, b]"}},
	{"---\nl:\n- a\n-b\n---\n", {MSG_YAML_DASH, 4, 1, "- b"}},
	/* The indented header. */
	{"  ---\n  titre: A\n  ---\n", {MSG_FRONT_INDENTED, 1, 3, "au début"}},
	{"---\ntitre: A\n ---\nTexte\n", {MSG_FRONT_INDENTED, 3, 2, NULL}},
	{"---\ntitre: @mairie\n---\n", {MSG_YAML_SIGN, 2, 8, "titre: \"@mairie\""}},
	{"---\ntitre: %20\n---\n", {MSG_YAML_SIGN, 2, 8, "titre: \"%20\""}},
	{"---\n<<<<<<< HEAD\ntitre: A\n=======\ntitre: B\n>>>>>>> x\n---\n",
		{MSG_YAML_CONFLICT, 2, 1, "<<<<<<<"}},
	{"---\ntitre: A\n---\nT\n<<<<<<< HEAD\n", {MSG_YAML_CONFLICT, 5, 1, NULL}},
	{"T\n>>>>>>> x\n", {MSG_YAML_CONFLICT, 2, 1, NULL}},
	{"---\ntitre: \"C:\\docs\"\n---\n",
		{MSG_YAML_ESCAPE, 2, 11, "titre: 'C:\\docs'"}},
	{"---\ntitre: \"a\\u202Eb\"\n---\n", {MSG_YAML_BYTES, 2, 8, "retapez"}},
	{"---\n\u00A0titre: A\n---\n", {MSG_YAML_NO_BREAK, 2, 1, "retapez"}},
};

static void each_mistake_is_told_at_its_line_of_the_file(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
		struct reading r;
		struct front f;
		bool ok = read_bytes(&r, str_of(mistakes[i].text), &f);
		assert_said(&r, 0, &mistakes[i].said);
		assert_false(ok);
		assert_int_equal(r.diag.count[DIAG_ERROR], 1);
		assert_non_null(f.header);
		arena_release(&r.arena);
	}
}

/* A byte order mark and CRLF move no place; nor do accents. */
static void places_are_those_that_an_editor_shows(void **state)
{
	(void)state;
	struct reading r;
	struct front f;
	assert_false(read_bytes(
		&r, STR("\xEF\xBB\xBF---\r\nété: e\u0301té : b\r\n---\r\n"), &f));
	assert_said(&r, 0, &(struct said){MSG_YAML_COLON, 2, 10, "été: \"été : b\""});
	arena_release(&r.arena);
}

static void the_body_stays_when_the_header_is_wrong(void **state)
{
	(void)state;
	struct reading r;
	struct front f;
	assert_false(read_bytes(&r, STR("---\na: b : c\n---\nTexte\n"), &f));
	assert_string_equal(str_cstr(&r.arena, f.body), "Texte\n");
	assert_int_equal(f.header->kind, VALUE_NONE);
	arena_release(&r.arena);
}

/* A setext title in the body is no conflict. */
static void seven_equal_signs_underline_a_title(void **state)
{
	(void)state;
	split("Travaux\n=======\n", "", "Travaux\n=======\n", 0);
	split("<<<<<<<x\n", "", "<<<<<<<x\n", 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_header_is_told_from_the_body),
		cmocka_unit_test(a_file_may_have_no_header),
		cmocka_unit_test(bytes_become_one_kind_of_text),
		cmocka_unit_test(old_windows_accents_are_converted_with_a_note),
		cmocka_unit_test(only_the_wrong_bytes_of_a_right_file_are_changed),
		cmocka_unit_test(the_note_on_accents_stands_where_they_are),
		cmocka_unit_test(bytes_that_are_no_text_are_refused),
		cmocka_unit_test(each_mistake_is_told_at_its_line_of_the_file),
		cmocka_unit_test(places_are_those_that_an_editor_shows),
		cmocka_unit_test(the_body_stays_when_the_header_is_wrong),
		cmocka_unit_test(seven_equal_signs_underline_a_title),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
