/* Records, lists and maps against their schema: keys known, unknown, missing, in parts.
 */
#include "data/schema.h"
#include "data/yaml_read.h"
#include "said.h"

static const struct field text = {.kind = FIELD_TEXT};
static const struct field street[] = {
	{.key = "rue",
		.kind = FIELD_TEXT,
		.required = true,
		.help = {"la rue", "the street"}},
	{.key = "code_postal", .kind = FIELD_TEXT, .also = "cp zip"},
	{.key = NULL},
};
static const struct schema address = {
	"adresse", "", {"une adresse", "an address"}, .fields = street};
static const struct field place = {.kind = FIELD_RECORD, .record = &address};
static const struct field fields[] = {
	{.key = "titre",
		.kind = FIELD_TEXT,
		.required = true,
		.also = "title intitule",
		.example = "Fête du village",
		.help = {"le titre", "the title"}},
	{.key = "date", .kind = FIELD_DATE, .also = "jour"},
	{.key = "mots_cles", .kind = FIELD_LIST, .of = &text},
	{.key = "tarifs", .kind = FIELD_MAP, .of = &text},
	{.key = "adresse",
		.kind = FIELD_RECORD,
		.record = &address,
		.required = true,
		.help = {"où c’est", "where it is"}},
	{.key = "lieux", .kind = FIELD_LIST, .of = &place},
	{.key = "ajouter", .kind = FIELD_ANY},
	{.key = NULL},
};
static const struct schema page = {
	"page", "pages/**.md", {"une page", "a page"}, .fields = fields};

static const struct value *check(
	struct reading *r, const char *yaml, struct schema_mode mode, bool *ok)
{
	const struct value *map = NULL;
	reading_init(r, yaml);
	assert_true(
		yaml_read(&r->arena, &r->origin, 0, r->origin.text, &r->diag, &map));
	return schema_check(&r->arena, &page, map, mode, (struct loc){&r->origin, 1, 1},
		&r->diag, ok);
}

static const struct schema_mode whole = {0}, partial = {.partial = true},
				note = {.unknown_is_note = true, .partial = true};

static void keys_are_folded(void **state)
{
	(void)state;
	struct reading r;
	bool ok = false;
	const struct value *v = check(&r,
		"TITRE: A\nMots clés: [a]\nAdresse:\n  Rue: x\n  Code postal: 61000\n",
		whole, &ok);
	assert_true(ok);
	assert_int_equal(r.diag.list.n, 0);
	assert_true(str_is(value_text(v, "titre"), "A"));
	assert_true(str_is(v->map.v[1].key, "mots_cles"));
	assert_true(str_is(v->map.v[1].written, "Mots clés"));
	assert_true(
		str_is(value_text(value_get(v, "adresse"), "code_postal"), "61000"));
	assert_int_equal(v->map.v[1].loc.line, 2);
	arena_release(&r.arena);
}

static void one_item_stands_for_a_list(void **state)
{
	(void)state;
	struct reading r;
	bool ok = false;
	const struct value *v =
		check(&r, "mots_cles: eau\nlieux: {rue: x}\n", partial, &ok);
	assert_true(ok);
	assert_int_equal(value_count(value_get(v, "mots_cles")), 1);
	assert_int_equal(value_count(value_get(v, "lieux")), 1);
	arena_release(&r.arena);
}

static void free_keys_and_any_values_are_kept(void **state)
{
	(void)state;
	struct reading r;
	bool ok = false;
	const struct value *v = check(&r,
		"tarifs:\n  Salle d’en haut: 12 €\n  vide:\najouter: {x: [1, {y: "
		"z}]}\n",
		partial, &ok);
	assert_true(ok);
	const struct value *prices = value_get(v, "tarifs");
	assert_int_equal(prices->map.n, 1);
	assert_true(str_is(prices->map.v[0].written, "Salle d’en haut"));
	assert_true(str_is(prices->map.v[0].key, "salle_d'en_haut"));
	assert_int_equal(value_count(value_get(value_get(v, "ajouter"), "x")), 2);
	arena_release(&r.arena);
}

static void what_is_empty_is_not_given(void **state)
{
	(void)state;
	struct reading r;
	bool ok = false;
	const struct value *v = check(&r,
		"date:\nmots_cles: []\ntarifs: {}\nadresse: ''\ntitre: '  '\n", partial,
		&ok);
	/* An address must be a map; a blank in quotes is none. */
	assert_int_equal(v->map.n, 0);
	assert_false(ok);
	assert_said(&r, 0, &(struct said){MSG_RECORD_EXPECTED, 4, 10, NULL});
	assert_int_equal(r.diag.list.n, 1);
	arena_release(&r.arena);
}

static const struct {
	const char *yaml;
	struct said said;
} wrong[] = {
	{"title: A", {MSG_KEY_OTHER_WORD, 1, 1, "titre"}},
	{"x: y\n", {MSG_KEY_UNKNOWN, 1, 1, "Vérifiez"}},
	{"\nDâte du jour: y\nJour: x\n", {MSG_KEY_UNKNOWN, 2, 1, NULL}},
	{"Titres: A", {MSG_KEY_NEAR, 1, 1, "titre"}},
	{"tarif: {a: b}", {MSG_KEY_NEAR, 1, 1, "tarifs"}},
	{"adresse:\n  rue: x\n  cp: 61000", {MSG_KEY_OTHER_WORD, 3, 3, "code_postal"}},
	{"adresse: 1 rue du Lavoir", {MSG_RECORD_EXPECTED, 1, 10, NULL}},
	{"tarifs: [a]", {MSG_MAP_EXPECTED, 1, 9, NULL}},
	{"lieux:\n  - rue: x\n  - code_postal: 61000\n",
		{MSG_KEY_MISSING, 3, 5, "rue: "}},
	{"mots_cles:\n  - Travaux : rue fermée\n  - b\n",
		{MSG_TEXT_HAS_COLON, 2, 5, "\"Travaux : rue fermée\""}},
	{"mots_cles: [[a]]", {MSG_TEXT_IS_LIST, 1, 13, NULL}},
	{"mots_cles:\n  - a: b\n    c: d\n", {MSG_TEXT_IS_MAP, 2, 5, NULL}},
};

static void what_does_not_fit_is_said_at_its_place(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct reading r;
		bool ok = true;
		assert_non_null(check(&r, wrong[i].yaml, partial, &ok));
		assert_said(&r, 0, &wrong[i].said);
		assert_false(ok);
		arena_release(&r.arena);
	}
}

static void what_is_required_and_lacks_is_said_with_an_example(void **state)
{
	(void)state;
	struct reading r;
	bool ok = true;
	check(&r, "date: 2026-11-23\n", whole, &ok);
	assert_false(ok);
	assert_said(
		&r, 0, &(struct said){MSG_KEY_MISSING, 1, 1, "titre: Fête du village"});
	assert_said(&r, 1, &(struct said){MSG_KEY_MISSING_GROUP, 1, 1, "« adresse: »"});
	assert_int_equal(r.diag.list.n, 2);
	arena_release(&r.arena);
}

/* A required field that is wrong is not missing as well. */
static void a_wrong_field_is_said_once(void **state)
{
	(void)state;
	static const char *const yaml[] = {"titre: [a]\nadresse: {rue: x}\n",
		"titre: A\nadresse: x\n", "title: A\nadresse: {rue: x}\n",
		"titer: A\nadresse: {rue: x}\n"};
	for (size_t i = 0; i < sizeof yaml / sizeof *yaml; i++) {
		struct reading r;
		bool ok = true;
		check(&r, yaml[i], whole, &ok);
		assert_false(ok);
		assert_int_equal(r.diag.list.n, 1);
		arena_release(&r.arena);
	}
}

static void a_part_requires_nothing_but_whole_items(void **state)
{
	(void)state;
	struct reading r;
	bool ok = false;
	check(&r, "date: 2026-11-23\nadresse: {cle_postale: x}\n", note, &ok);
	assert_true(ok);
	arena_release(&r.arena);
	check(&r, "lieux: [{code_postal: x}]\n", partial, &ok);
	assert_false(ok);
	arena_release(&r.arena);
}

static void keys_of_a_newer_catalogue_are_noted(void **state)
{
	(void)state;
	struct reading r;
	bool ok = false;
	const struct value *v =
		check(&r, "titre: A\nnouveaute: x\ntitle: y\n", note, &ok);
	assert_true(ok);
	assert_int_equal(v->map.n, 1);
	assert_said(&r, 0, &(struct said){MSG_KEY_IGNORED, 2, 1, NULL});
	assert_int_equal(r.diag.count[DIAG_NOTE], 2);
	assert_int_equal(r.diag.count[DIAG_ERROR], 0);
	arena_release(&r.arena);
}

static void what_is_right_stays_beside_what_is_wrong(void **state)
{
	(void)state;
	struct reading r;
	bool ok = true;
	const struct value *v = check(&r,
		"titre: A\ndate: x\nmots_cles: [a, [b], c]\nadresse: {rue: x}\n", whole,
		&ok);
	assert_false(ok);
	assert_int_equal(r.diag.list.n, 2);
	assert_int_equal(value_count(value_get(v, "mots_cles")), 2);
	assert_null(value_get(v, "date"));
	assert_true(str_is(value_text(v, "titre"), "A"));
	arena_release(&r.arena);
}

static void no_map_at_all_is_said_once(void **state)
{
	(void)state;
	struct reading r;
	bool ok = true;
	const struct value *v = check(&r, "- a\n- b\n", whole, &ok);
	assert_false(ok);
	assert_non_null(v);
	assert_int_equal(v->map.n, 0);
	assert_said(&r, 0, &(struct said){MSG_MAP_EXPECTED, 1, 1, NULL});
	assert_int_equal(r.diag.list.n, 1);
	arena_release(&r.arena);
	v = schema_check(
		&r.arena, &page, NULL, partial, (struct loc){0}, &r.diag, NULL);
	assert_int_equal(v->kind, VALUE_MAP);
	arena_release(&r.arena);
}

static void fields_are_found_by_any_of_their_words(void **state)
{
	(void)state;
	assert_ptr_equal(schema_field(&page, STR("Titre")), &fields[0]);
	assert_ptr_equal(schema_field(&page, STR("intitulé")), &fields[0]);
	assert_ptr_equal(schema_field(&page, STR("Mots-clés")), &fields[2]);
	assert_null(schema_field(&page, STR("titl")));
	assert_null(schema_field(&page, STR("title intitule")));
	assert_null(schema_field(&page, STR("")));
}

static void values_are_compared_whatever_their_places(void **state)
{
	(void)state;
	struct reading r, q;
	bool ok;
	const struct value *a =
		check(&r, "titre: A\ntarifs: {x: 1, y: 2}\n", partial, &ok);
	const struct value *b =
		check(&q, "tarifs:\n  y: 2\n  x: 1\ntitre: A\n", partial, &ok);
	assert_true(value_same(a, b));
	assert_true(value_same(NULL, value_get(a, "absent")));
	assert_false(value_same(a, NULL));
	assert_false(value_same(a, value_get(a, "titre")));
	arena_release(&q.arena);
	b = check(&q, "tarifs: {y: 2, z: 1}\ntitre: A\n", partial, &ok);
	assert_false(value_same(a, b));
	assert_int_equal(value_count(a), 0);
	assert_null(value_at(a, 0));
	arena_release(&q.arena);
	arena_release(&r.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_are_folded),
		cmocka_unit_test(one_item_stands_for_a_list),
		cmocka_unit_test(free_keys_and_any_values_are_kept),
		cmocka_unit_test(what_is_empty_is_not_given),
		cmocka_unit_test(what_does_not_fit_is_said_at_its_place),
		cmocka_unit_test(what_is_required_and_lacks_is_said_with_an_example),
		cmocka_unit_test(a_wrong_field_is_said_once),
		cmocka_unit_test(a_part_requires_nothing_but_whole_items),
		cmocka_unit_test(keys_of_a_newer_catalogue_are_noted),
		cmocka_unit_test(what_is_right_stays_beside_what_is_wrong),
		cmocka_unit_test(no_map_at_all_is_said_once),
		cmocka_unit_test(fields_are_found_by_any_of_their_words),
		cmocka_unit_test(values_are_compared_whatever_their_places),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
