/* What the tables alone make: docs/format.md and JSON Schemas that editors can read. */
#include "base/strbuf.h"
#include "data/schema.h"
#include "said.h"

static const char *const words[] = {"information", "très \"urgent\"", NULL};
static const struct field text = {.kind = FIELD_TEXT},
			  choice = {.kind = FIELD_CHOICE, .choices = words};
static const struct field list = {.kind = FIELD_LIST, .of = &text};
extern const struct schema tree;
static const struct field branch = {.kind = FIELD_RECORD, .record = &tree};
static const struct field tree_fields[] = {
	{.key = "nom",
		.kind = FIELD_TEXT,
		.required = true,
		.help = {"le nom", "the name"}},
	{.key = "branches", .kind = FIELD_LIST, .of = &branch, .help = {"b", "b"}},
	{.key = NULL},
};
const struct schema tree = {
	"arbre d’essai", "", {"un arbre", "a tree"}, .fields = tree_fields};

static const struct field fields[] = {
	{.key = "titre",
		.kind = FIELD_TEXT,
		.required = true,
		.max = 80,
		.example = "dit \"oui\" \\ non",
		.help = {"ce | mot <b>", "this word"}},
	{.key = "age",
		.kind = FIELD_INTEGER,
		.required = true,
		.min = 1,
		.max = 9,
		.standard = "5",
		.help = {"l’âge", "age"}},
	{.key = "lignes",
		.kind = FIELD_LINES,
		.example = "un\ndeux",
		.help = {"x", "x"}},
	{.key = "mots", .kind = FIELD_MAP, .of = &list, .help = {"m", "m"}},
	{.key = "niveaux", .kind = FIELD_LIST, .of = &choice, .help = {"n", "n"}},
	{.key = "arbre", .kind = FIELD_RECORD, .record = &tree, .help = {"a", "a"}},
	{.key = "date", .kind = FIELD_DATE, .help = {"d", "d"}},
	{.key = "oui", .kind = FIELD_YES_NO, .help = {"o", "o"}},
	{.key = "ajouter", .kind = FIELD_ANY, .help = {"a", "a"}},
	{.key = NULL},
};
static const struct schema page = {
	"page", "pages/**.md", {"une page", "a page"}, .fields = fields};

/* ---- a strict reader of JSON: it takes a value off the front of *s ---- */

static bool json_value(struct str *s, int depth);

static void json_blanks(struct str *s)
{
	while (s->n && ascii_blank(s->p[0]))
		*s = str_from(*s, 1);
}

static bool json_byte(struct str *s, char c)
{
	json_blanks(s);
	if (s->n == 0 || s->p[0] != c)
		return false;
	*s = str_from(*s, 1);
	return true;
}

static bool json_string(struct str *s)
{
	if (!json_byte(s, '"'))
		return false;
	for (; s->n && s->p[0] != '"'; *s = str_from(*s, 1)) {
		if ((unsigned char)s->p[0] < 0x20)
			return false;
		if (s->p[0] != '\\')
			continue;
		*s = str_from(*s, 1);
		if (s->n == 0 || !s->p[0] || !strchr("\"\\/bfnrtu", s->p[0]))
			return false;
	}
	return json_byte(s, '"');
}

static bool json_members(struct str *s, char end, bool named, int depth)
{
	if (json_byte(s, end))
		return true;
	do {
		if (named && (!json_string(s) || !json_byte(s, ':')))
			return false;
		if (!json_value(s, depth + 1))
			return false;
	} while (json_byte(s, ','));
	return json_byte(s, end);
}

static bool json_value(struct str *s, int depth)
{
	static const char *const literals[] = {"true", "false", "null"};
	json_blanks(s);
	if (depth > 40)
		return false;
	if (json_byte(s, '{'))
		return json_members(s, '}', true, depth);
	if (json_byte(s, '['))
		return json_members(s, ']', false, depth);
	for (size_t i = 0; i < 3; i++) {
		if (!str_starts(*s, str_of(literals[i])))
			continue;
		*s = str_from(*s, strlen(literals[i]));
		return true;
	}
	size_t digits = s->n && s->p[0] == '-';
	while (digits < s->n && ascii_digit(s->p[digits]))
		digits++;
	if (digits == 0)
		return json_string(s);
	*s = str_from(*s, digits);
	return true;
}

static bool is_json(struct str s)
{
	if (!json_value(&s, 0))
		return false;
	json_blanks(&s);
	return s.n == 0;
}

static void has(struct str s, const char *part)
{
	if (str_find(s, str_of(part)) == s.n && *part)
		fail_msg("«%s» is not in:\n%.*s", part, STR_ARG(s));
}

static void the_reader_of_this_test_is_strict(void **state)
{
	(void)state;
	assert_true(is_json(STR("{\"a\": [1, -2, null, \"\\\"\"], \"b\": {}}\n")));
	static const char *const wrong[] = {"", "{", "{\"a\"}", "{\"a\": 1,}", "[1,]",
		"{a: 1}", "\"\n\"", "\"\\x\"", "{} {}", "[1 2]", "{\"a\": 1 \"b\": 2}"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		if (is_json(str_of(wrong[i])))
			fail_msg("%s", wrong[i]);
}

static void json_schemas_are_json(void **state)
{
	(void)state;
	static const struct field none[] = {{.key = NULL}};
	static const struct schema empty = {
		"vide", "", {"rien", "nothing"}, .fields = none};
	static const struct schema *const all[] = {&page, &tree, &empty};
	struct arena a = {0};
	for (size_t i = 0; i < 3; i++) {
		struct strbuf b = strbuf_on(&a);
		schema_write_json(&b, all[i]);
		if (!is_json(strbuf_str(&b)))
			fail_msg("%.*s", STR_ARG(strbuf_str(&b)));
		has(strbuf_str(&b), "https://json-schema.org/draft/2020-12/schema");
		has(strbuf_str(&b), "\"additionalProperties\": false");
	}
	arena_release(&a);
}

static void json_schemas_say_what_the_tables_say(void **state)
{
	(void)state;
	struct arena a = {0};
	struct strbuf b = strbuf_on(&a);
	schema_write_json(&b, &page);
	struct str s = strbuf_str(&b);
	has(s, "\"required\": [\"titre\", \"age\"]");
	has(s, "\"minimum\": 1, \"maximum\": 9");
	has(s, "\"maxLength\": 80");
	has(s, "\"examples\": [\"dit \\\"oui\\\" \\\\ non\"]");
	has(s, "\"enum\": [\"information\", \"très \\\"urgent\\\"\", null]");
	has(s, "\"$ref\": \"#/$defs/arbre-d-essai\"");
	has(s, "\"arbre-d-essai\": {");
	has(s, "\"ajouter\": {\"description\": \"a\"}");
	/* A schema that holds itself is among its own definitions. */
	struct strbuf t = strbuf_on(&a);
	schema_write_json(&t, &tree);
	has(strbuf_str(&t), "\"$defs\": {\n    \"arbre-d-essai\": {");
	arena_release(&a);
}

static void the_manual_has_a_section_for_each_schema(void **state)
{
	(void)state;
	static const struct schema *const all[] = {&page};
	struct arena a = {0};
	struct strbuf b = strbuf_on(&a);
	schema_write_markdown(&b, all, 1);
	struct str s = strbuf_str(&b);
	has(s, "<a id=\"page\"></a>\n\n## une page\n\n*a page*\n\nFichier : "
	       "`pages/**.md`");
	has(s, "<a id=\"arbre-d-essai\"></a>\n\n## un arbre\n");
	has(s, "| `titre` | texte, 80 caractères au plus | oui | ce \\| mot <b> | ");
	has(s, "| `age` | nombre entier, de 1 à 9 | oui | l’âge (sinon : 5) |  | age "
	       "|");
	has(s, "`un\\ndeux`");
	has(s, "| `mots` | clés libres : liste : texte |");
	has(s, "| `niveaux` | liste : un mot parmi `information`, `très \"urgent\"` |");
	has(s, "| `arbre` | [un arbre](#arbre-d-essai) |");
	/* Each row has the six cells of its head. */
	for (struct str line; str_cut(&s, '\n', &line);) {
		size_t bars = 0;
		for (size_t i = 0; i < line.n; i++)
			bars += line.p[i] == '|' && (i == 0 || line.p[i - 1] != '\\');
		assert_true(bars == 0 || bars == 7);
	}
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_reader_of_this_test_is_strict),
		cmocka_unit_test(json_schemas_are_json),
		cmocka_unit_test(json_schemas_say_what_the_tables_say),
		cmocka_unit_test(the_manual_has_a_section_for_each_schema),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
