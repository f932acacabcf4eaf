/* Every kind of field: what is taken, in which normal form, and what is refused. */
#include "data/schema.h"
#include "data/yaml_read.h"
#include "said.h"

static const char *const levels[] = {"information", "Très urgent", NULL};

/* One field of each kind, under a short key. */
static const struct field fields[] = {
	{.key = "texte", .kind = FIELD_TEXT, .max = 12},
	{.key = "lignes", .kind = FIELD_LINES, .max = 40},
	{.key = "md", .kind = FIELD_MARKDOWN},
	{.key = "entier", .kind = FIELD_INTEGER, .min = 0, .max = 9000},
	{.key = "libre", .kind = FIELD_INTEGER},
	{.key = "prix", .kind = FIELD_DECIMAL, .min = -10, .max = 1000},
	{.key = "oui", .kind = FIELD_YES_NO},
	{.key = "date", .kind = FIELD_DATE},
	{.key = "moment", .kind = FIELD_MOMENT},
	{.key = "heures", .kind = FIELD_HOURS},
	{.key = "tel", .kind = FIELD_PHONE},
	{.key = "mel", .kind = FIELD_EMAIL},
	{.key = "lien", .kind = FIELD_LINK},
	{.key = "https", .kind = FIELD_HTTPS},
	{.key = "couleur", .kind = FIELD_COLOUR},
	{.key = "chemin", .kind = FIELD_PATH},
	{.key = "ref", .kind = FIELD_REFERENCE},
	{.key = "insee", .kind = FIELD_CODE_INSEE},
	{.key = "siren", .kind = FIELD_SIREN},
	{.key = "choix", .kind = FIELD_CHOICE, .choices = levels},
	{.key = NULL},
};
static const struct schema schema = {
	"essai", "", {"un essai", "a test"}, .fields = fields};

static const struct value *check(struct reading *r, const char *text, bool *ok)
{
	const struct value *map = NULL;
	reading_init(r, text);
	assert_true(
		yaml_read(&r->arena, &r->origin, 0, r->origin.text, &r->diag, &map));
	struct schema_mode mode = {0};
	return schema_check(&r->arena, &schema, map, mode,
		(struct loc){&r->origin, 1, 1}, &r->diag, ok);
}

static const struct {
	const char *text, *normal;
} taken[] = {
	{"texte: '  Été  '", "Été"},
	{"texte: |\n  deux\n  mots", "deux mots"},
	{"texte: 01004", "01004"},
	{"lignes: |\n  un\n  deux", "un\ndeux"},
	{"md: \"**gras**\"", "**gras**"},
	{"entier: 12", "12"},
	{"entier: 3 500", "3500"},
	{"entier: \"3\u202F500\"", "3500"},
	{"entier: 0042", "42"},
	{"entier: 0", "0"},
	{"libre: -5", "-5"},
	{"libre: +5", "5"},
	{"libre: 999999999999999", "999999999999999"},
	{"prix: 12,50", "12.50"},
	{"prix: 12.5", "12.5"},
	{"prix: -0,5", "-0.5"},
	{"prix: -0", "0"},
	{"prix: 1 000", "1000"},
	{"oui: oui", "oui"},
	{"oui: Non", "non"},
	{"oui: VRAI", "oui"},
	{"oui: faux", "non"},
	{"oui: yes", "oui"},
	{"oui: no", "non"},
	{"oui: true", "oui"},
	{"oui: 'false'", "non"},
	{"date: 23 novembre 2026", "2026-11-23"},
	{"date: 23/11/2026", "2026-11-23"},
	{"moment: 23/11/2026 à 18h30", "2026-11-23T18:30"},
	{"moment: 2026-11-23", "2026-11-23"},
	{"heures: 9h-12h", "9h-12h"},
	{"tel: 02.33.00.00.00", "02.33.00.00.00"},
	{"mel: mairie@commune.example", "mairie@commune.example"},
	{"lien: https://a.example/x", "https://a.example/x"},
	{"lien: HTTP://a.example", "http://a.example"},
	{"lien: mailto:a@b.example?subject=x", "mailto:a@b.example?subject=x"},
	{"lien: tel:+33233000000", "tel:+33233000000"},
	{"lien: pages/la mairie.md#horaires", "pages/la mairie.md#horaires"},
	{"lien: ../demarches/cni.md", "../demarches/cni.md"},
	{"lien: /pages/eau.md", "/pages/eau.md"},
	{"https: https://a.example", "https://a.example"},
	{"https: https://a.example/rdv?insee={code_insee}",
		"https://a.example/rdv?insee={code_insee}"},
	{"https: https://saint-lô.example:8443/", "https://saint-lô.example:8443/"},
	{"couleur: '#2F5d3a'", "#2f5d3a"},
	{"couleur: '#abc'", "#aabbcc"},
	{"couleur: Vert foncé", "#1b4d2b"},
	{"couleur: bleu-marine", "#14274e"},
	{"chemin: images/le lavoir.jpg", "images/le lavoir.jpg"},
	{"chemin: ./images/a.jpg", "images/a.jpg"},
	{"chemin: a..b/c", "a..b/c"},
	{"ref: carte-identite", "carte-identite"},
	{"ref: amrf/carte-identite", "amrf/carte-identite"},
	{"insee: 01004", "01004"},
	{"insee: 2a004", "2A004"},
	{"insee: 61 001", "61001"},
	{"siren: 732 829 320", "732829320"},
	{"siren: 732 829 320 00074", "73282932000074"},
	{"choix: Information", "information"},
	{"choix: tres-urgent", "Très urgent"},
};

static void every_form_that_people_write_is_taken(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
		struct reading r;
		bool ok = false;
		const struct value *v = check(&r, taken[i].text, &ok);
		diag_print(&r.diag, &(struct diag_style){0}, stderr);
		if (!ok || r.diag.list.n || v->map.n != 1)
			fail_msg("%s", taken[i].text);
		const struct value *field = v->map.v[0].value;
		assert_true(field->typed);
		assert_int_equal(field->loc.line, 1);
		assert_string_equal(str_cstr(&r.arena, field->text), taken[i].normal);
		arena_release(&r.arena);
	}
}

static const struct {
	const char *text;
	struct said said;
} refused[] = {
	{"texte: treize signes", {MSG_VALUE_TOO_LONG, 1, 8, "Raccourcissez"}},
	{"texte: [a, b]", {MSG_TEXT_IS_LIST, 1, 8, "Salle des fêtes"}},
	{"texte: {a: b}", {MSG_TEXT_IS_MAP, 1, 8, "Salle des fêtes"}},
	{"entier: douze", {MSG_INTEGER_INVALID, 1, 9, "12"}},
	{"entier: 12,5", {MSG_INTEGER_INVALID, 1, 9, NULL}},
	{"entier: 1.500", {MSG_INTEGER_INVALID, 1, 9, NULL}},
	{"entier: 9001", {MSG_NUMBER_OUT_OF_BOUNDS, 1, 9, "Vérifiez"}},
	{"entier: -1", {MSG_NUMBER_OUT_OF_BOUNDS, 1, 9, NULL}},
	{"libre: 1234567890123456", {MSG_INTEGER_INVALID, 1, 8, NULL}},
	{"libre: '-'", {MSG_INTEGER_INVALID, 1, 8, NULL}},
	{"libre: 12 habitants", {MSG_INTEGER_INVALID, 1, 8, NULL}},
	{"prix: 12 €", {MSG_DECIMAL_INVALID, 1, 7, "12,50"}},
	{"prix: 1,2,3", {MSG_DECIMAL_INVALID, 1, 7, NULL}},
	{"prix: 12,", {MSG_DECIMAL_INVALID, 1, 7, NULL}},
	{"prix: 1000,01", {MSG_NUMBER_OUT_OF_BOUNDS, 1, 7, NULL}},
	{"oui: peut-être", {MSG_YES_NO_INVALID, 1, 6, "oui ou non"}},
	{"oui: 1", {MSG_YES_NO_INVALID, 1, 6, NULL}},
	{"date: 2019-06-31", {MSG_DATE_IMPOSSIBLE, 1, 7, "Vérifiez"}},
	{"date: 29 février 2023", {MSG_DATE_IMPOSSIBLE, 1, 7, NULL}},
	{"date: mardi 23 novembre 2026",
		{MSG_DATE_WEEKDAY, 1, 7, "lundi 23 novembre 2026"}},
	{"date: bientôt", {MSG_DATE_INVALID, 1, 7, "23/11/2026"}},
	{"date: 2026-11-23 18:30", {MSG_DATE_INVALID, 1, 7, NULL}},
	{"moment: 2026-11-23 25:00", {MSG_MOMENT_INVALID, 1, 9, "à 18h30"}},
	{"moment: 2026-11-23 24:00", {MSG_MOMENT_INVALID, 1, 9, NULL}},
	{"moment: 2026-02-30 18:00", {MSG_DATE_IMPOSSIBLE, 1, 9, NULL}},
	{"moment: mardi 23 novembre 2026 à 9h", {MSG_DATE_WEEKDAY, 1, 9, NULL}},
	{"heures: le matin", {MSG_HOURS_INVALID, 1, 9, "9h-12h"}},
	{"heures: 12h-9h", {MSG_HOURS_REVERSED, 1, 9, "9h-12h"}},
	{"heures: 9h-12h, 11h-14h", {MSG_HOURS_OVERLAP, 1, 9, "finie"}},
	{"tel: 02 33", {MSG_PHONE_INVALID, 1, 6, "02 33 00 00 00"}},
	{"mel: mairie at commune", {MSG_EMAIL_INVALID, 1, 6, "mairie@commune.example"}},
	{"lien: javascript:alert(1)", {MSG_LINK_INVALID, 1, 7, NULL}},
	{"lien: 'JavaScript:x'", {MSG_LINK_INVALID, 1, 7, NULL}},
	{"lien: data:text/html,x", {MSG_LINK_INVALID, 1, 7, NULL}},
	{"lien: //ailleurs.example/x", {MSG_LINK_INVALID, 1, 7, NULL}},
	{"lien: 'https://a.example/\"x'", {MSG_LINK_INVALID, 1, 7, NULL}},
	{"lien: https://", {MSG_LINK_INVALID, 1, 7, NULL}},
	{"lien: https://u:p@a.example", {MSG_LINK_INVALID, 1, 7, NULL}},
	{"lien: 'pages\\eau.md'", {MSG_LINK_INVALID, 1, 7, NULL}},
	{"lien: tel:mairie", {MSG_LINK_INVALID, 1, 7, NULL}},
	{"lien: a@b.example", {MSG_LINK_IS_EMAIL, 1, 7, "mailto:a@b.example"}},
	{"https: http://a.example/x", {MSG_HTTP_REFUSED, 1, 8, "https://a.example/x"}},
	{"https: pages/eau.md", {MSG_HTTPS_INVALID, 1, 8, "navigateur"}},
	{"https: https://a b.example", {MSG_HTTPS_INVALID, 1, 8, NULL}},
	{"https: https://localhost", {MSG_HTTPS_INVALID, 1, 8, NULL}},
	{"couleur: fuchsia", {MSG_COLOUR_INVALID, 1, 10, "#2f5d3a"}},
	{"couleur: '#12345'", {MSG_COLOUR_INVALID, 1, 10, NULL}},
	{"couleur: '#gggggg'", {MSG_COLOUR_INVALID, 1, 10, NULL}},
	{"chemin: ../secret", {MSG_PATH_OUTSIDE, 1, 9, "images/lavoir.jpg"}},
	{"chemin: a/../../b", {MSG_PATH_OUTSIDE, 1, 9, NULL}},
	{"chemin: ..", {MSG_PATH_OUTSIDE, 1, 9, NULL}},
	{"chemin: https://a.example/x", {MSG_PATH_OUTSIDE, 1, 9, NULL}},
	{"chemin: /images/a.jpg", {MSG_PATH_ABSOLUTE, 1, 9, "images/a.jpg"}},
	{"chemin: 'images\\a.jpg'", {MSG_PATH_BACKSLASH, 1, 9, "images/a.jpg"}},
	{"chemin: ./", {MSG_PATH_OUTSIDE, 1, 9, NULL}},
	{"ref: Carte d’identité", {MSG_REFERENCE_INVALID, 1, 6, "carte-d-identite"}},
	{"ref: a/b/c", {MSG_REFERENCE_INVALID, 1, 6, "a/b-c"}},
	{"ref: '/'", {MSG_REFERENCE_INVALID, 1, 6, "carte-identite"}},
	{"insee: 1004", {MSG_CODE_INSEE_INVALID, 1, 8, "61001"}},
	{"siren: 732829321", {MSG_SIREN_INVALID, 1, 8, "216 100 016"}},
	{"choix: infomation", {MSG_CHOICE_NEAR, 1, 8, "information"}},
	{"choix: rouge", {MSG_CHOICE_UNKNOWN, 1, 8, "information, Très urgent"}},
};

static void what_does_not_hold_is_refused_with_a_cure(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		struct reading r;
		bool ok = true;
		const struct value *v = check(&r, refused[i].text, &ok);
		assert_said(&r, 0, &refused[i].said);
		assert_int_equal(r.diag.list.n, 1);
		assert_false(ok);
		assert_int_equal(v->map.n, 0);
		arena_release(&r.arena);
	}
}

static void an_address_from_a_poster_is_completed_with_a_note(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"https: www.a.example", "https://www.a.example"},
		{"https: a.example/x", "https://a.example/x"},
		{"lien: www.a.example/x", "https://www.a.example/x"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct reading r;
		bool ok = false;
		const struct value *v = check(&r, rows[i][0], &ok);
		assert_true(ok);
		assert_int_equal(r.diag.list.v[0].code, MSG_LINK_COMPLETED);
		assert_string_equal(
			str_cstr(&r.arena, v->map.v[0].value->text), rows[i][1]);
		arena_release(&r.arena);
	}
}

static void values_carry_what_they_mean(void **state)
{
	(void)state;
	struct reading r;
	bool ok = false;
	const struct value *v = check(&r,
		"entier: 3 500\nprix: 12,50\noui: oui\nmoment: 2026-11-23 18:30\n"
		"date: 2026-11-23\nheures: 9h-12h sur rdv\ntel: 0892 000 000\n"
		"couleur: '#abc'\nchoix: tres urgent\n",
		&ok);
	assert_true(ok);
	assert_int_equal(value_get(v, "entier")->as.integer, 3500);
	assert_true(value_get(v, "prix")->as.decimal == 12.5);
	assert_true(value_yes(v, "oui", false));
	assert_true(value_yes(v, "absent", true));
	assert_int_equal(value_get(v, "moment")->as.moment.minute, 1110);
	assert_int_equal(value_get(v, "date")->as.moment.minute, -1);
	assert_int_equal(value_get(v, "date")->as.moment.day.month, 11);
	assert_int_equal(value_get(v, "heures")->as.hours.slot[0].to, 720);
	assert_true(value_get(v, "heures")->as.hours.by_appointment);
	assert_true(value_get(v, "tel")->as.phone.premium);
	assert_int_equal(value_get(v, "couleur")->as.colour, 0xAABBCC);
	assert_int_equal(value_get(v, "choix")->as.choice, 1);
	arena_release(&r.arena);
}

/* A value of any length is quoted shortened, on one line. */
static void long_values_are_shortened_in_messages(void **state)
{
	(void)state;
	struct reading r;
	bool ok;
	check(&r,
		"date: |\n  mot mot mot mot mot mot mot mot mot mot mot mot mot mot "
		"mot\n"
		"  été été été été été été été été été été été été été été été été\n",
		&ok);
	struct str said = r.diag.list.v[0].arg[0];
	assert_true(said.n < 80);
	assert_true(str_ends(said, STR("…")));
	assert_int_equal(str_index(said, '\n'), said.n);
	arena_release(&r.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_form_that_people_write_is_taken),
		cmocka_unit_test(what_does_not_hold_is_refused_with_a_cure),
		cmocka_unit_test(an_address_from_a_poster_is_completed_with_a_note),
		cmocka_unit_test(values_carry_what_they_mean),
		cmocka_unit_test(long_values_are_shortened_in_messages),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
