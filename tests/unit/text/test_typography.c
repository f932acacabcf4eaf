/* French typography: what changes, and above all what must not. */
#include "../same.h"

#include "text/typography.h"

static struct arena a;

static int emptied(void **state)
{
	(void)state;
	arena_release(&a);
	return 0;
}

/* In the rows below ~ is a no-break space and ^ a narrow one. */
static struct str signs(const char *row)
{
	struct strbuf b = strbuf_on(&a);
	for (; *row; row++) {
		if (*row == '~')
			strbuf_lit(&b, "\u00A0");
		else if (*row == '^')
			strbuf_lit(&b, "\u202F");
		else
			strbuf_byte(&b, *row);
	}
	return str_of(strbuf_cstr(&b));
}

static void changed(const char *const (*rows)[2], size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct str due = signs(rows[i][1]);
		assert_row(typography_of(&a, str_of(rows[i][0])), due.p, i);
		/* What is right already stays so. */
		assert_row(typography_of(&a, due), due.p, i);
	}
}
#define CHANGED(rows) changed(rows, sizeof(rows) / sizeof *(rows))

static void marks_get_their_space(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"Attention !", "Attention^!"},
		{"Attention!", "Attention^!"},
		{"Quoi ?", "Quoi^?"},
		{"Ceci ; cela", "Ceci^; cela"},
		{"Objet : eau", "Objet~: eau"},
		{"Objet: eau", "Objet~: eau"},
		{"Vraiment ?!", "Vraiment^?!"},
		{"Vraiment!!!", "Vraiment^!!!"},
		{"(Ah !)", "(Ah^!)"},
		{"5 % ?", "5~%^?"},
		{"fin… !", "fin…^!"},
		{"Tarif : 5 € ; gratuit", "Tarif~: 5~€^; gratuit"},
	};
	CHANGED(rows);
}

/* Word leaves such pairs behind. */
static void a_mark_takes_back_blanks_of_every_kind(void **state)
{
	(void)state;
	assert_same(typography_of(&a, STR("mot \u00A0!")), "mot\u202F!");
	assert_same(typography_of(&a, STR("mot\u00A0 !")), "mot\u202F!");
	assert_same(typography_of(&a, STR("« mot\u202F »")), "«\u202Fmot\u202F»");
}

static void quotes_become_guillemets(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"Le \"bocage\" fleuri", "Le «^bocage^» fleuri"},
		{"« mot »", "«^mot^»"},
		{"«mot»", "«^mot^»"},
		{"\"Oui\", dit-il", "«^Oui^», dit-il"},
		{"l'\"eau\"", "l’«^eau^»"},
		{"(\"a\")", "(«^a^»)"},
		{"« Vraiment ? »", "«^Vraiment^?^»"},
		{"un écran de 15\"", "un écran de 15\""},
	};
	CHANGED(rows);
}

static void apostrophes_curl(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"L'eau d'ici", "L’eau d’ici"},
		{"aujourd'hui", "aujourd’hui"},
		{"jusqu'à", "jusqu’à"},
		{"l'été", "l’été"},
		{"qu'il", "qu’il"},
		{"l'an 2026", "l’an 2026"},
		{"d'1 m", "d’1~m"},
		{"'mot'", "'mot'"},
		{"5' et 3", "5' et 3"},
	};
	CHANGED(rows);
}

static void dots_become_one_character(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"etc...", "etc…"},
		{"Ah... bon", "Ah… bon"},
		{"a....", "a...."},
		{"1...5", "1...5"},
		{"../...", "../..."},
	};
	CHANGED(rows);
}

static void numbers_hold_their_units(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"12 h", "12~h"},
		{"12 h 30", "12~h~30"},
		{"5 €", "5~€"},
		{"5€", "5~€"},
		{"25 km", "25~km"},
		{"20 %", "20~%"},
		{"20%", "20~%"},
		{"3 m²", "3~m²"},
		{"10 000 habitants", "10^000 habitants"},
		{"2 100 000 €", "2^100^000~€"},
		{"1er mai", "1er~mai"},
		{"23 novembre 2026", "23~novembre 2026"},
		{"n° 5", "n°~5"},
		{"12 °C", "12~°C"},
		{"3 500 €", "3^500~€"},
	};
	CHANGED(rows);
}

static void numbers_that_are_no_quantity_stay(void **state)
{
	(void)state;
	static const char *const same[] = {"61000 Alençon", "en 2026 100 personnes",
		"02 33 00 00 00", "le 14 l’an dernier", "1 2345", "12 habitants",
		"2026 10 000x", "rue 3 m’a plu", "5€50"};
	for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
		struct str s = str_of(same[i]);
		assert_row(typography_of(&a, s), same[i], i);
		assert_ptr_equal(typography_of(&a, s).p, s.p);
	}
}

static void addresses_and_times_are_left_alone(void **state)
{
	(void)state;
	static const char *const same[] = {"https://exemple.fr/a?b=c;d:e!",
		"voir http://a.fr:8080/x?y", "www.exemple.fr/l'eau?x", "mairie.fr/a?b",
		"mairie@exemple.fr", "mailto:a@b.fr?subject=x", "tel:+33233000000",
		"10:30", "de 9:00 à 12:30", "C:\\docs", "a::b", "x=1;y=2",
		"/pages/eau.html?x", "16:9"};
	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		assert_row(typography_of(&a, str_of(same[i])), same[i], i);
	assert_same(typography_of(&a, STR("Voir https://a.fr/l'x! Bravo!")),
		"Voir https://a.fr/l'x! Bravo\u202F!");
}

static void bytes_that_are_no_text_pass_through(void **state)
{
	(void)state;
	assert_same(typography_of(&a, STR("a\xFF !\xC3")), "a\xFF !\xC3");
	assert_same(typography_of(&a, STR("\xE2")), "\xE2");
	assert_same(typography_of(&a, (struct str){0}), "");
	assert_same(typography_of(&a, STR(" ")), " ");
}

/* A paragraph comes in several text nodes: `Le **"bocage"** !`. */
static void a_paragraph_in_pieces_agrees_with_itself(void **state)
{
	(void)state;
	struct strbuf b = strbuf_on(&a);
	struct typography t = {0};
	static const char *const pieces[] = {"Le \"", "bocage", "\" !"};
	for (size_t i = 0; i < 3; i++)
		typography_put(&b, &t, str_of(pieces[i]));
	assert_same(strbuf_str(&b), "Le «\u202Fbocage\u202F»\u202F!");
}

static void an_odd_quote_leaves_them_all(void **state)
{
	(void)state;
	assert_same(typography_of(&a, STR("Le \"bocage")), "Le \"bocage");
	assert_same(typography_of(&a, STR("a \"b\" c\"")), "a \"b\" c\"");
}

/* Applying it twice changes nothing, whatever the signs. */
static void what_is_done_stays_done(void **state)
{
	(void)state;
	static const char *const bits[] = {"a", "l'", " ", "!", "?", ":", ";", "5", "€",
		"«", "»", "h", "000", "\u00A0", "\u202F", "(", ")", "mai", "-"};
	unsigned long seed = 11;
	for (int round = 0; round < 50000; round++) {
		struct strbuf b = strbuf_on(&a);
		for (int k = 0; k < 8; k++) {
			seed = seed * 6364136223846793005UL + 1442695040888963407UL;
			strbuf_add(&b, str_of(bits[(seed >> 33) %
						   (sizeof bits / sizeof *bits)]));
		}
		struct str once = typography_of(&a, strbuf_str(&b));
		struct str twice = typography_of(&a, once);
		if (!str_eq(once, twice))
			fail_msg("«%.*s»: «%.*s», then «%.*s»", STR_ARG(strbuf_str(&b)),
				STR_ARG(once), STR_ARG(twice));
		arena_reset(&a);
	}
}

int main(void)
{
#define T(test) cmocka_unit_test_teardown(test, emptied)
	const struct CMUnitTest tests[] = {
		T(marks_get_their_space),
		T(a_mark_takes_back_blanks_of_every_kind),
		T(quotes_become_guillemets),
		T(apostrophes_curl),
		T(dots_become_one_character),
		T(numbers_hold_their_units),
		T(numbers_that_are_no_quantity_stay),
		T(addresses_and_times_are_left_alone),
		T(bytes_that_are_no_text_pass_through),
		T(a_paragraph_in_pieces_agrees_with_itself),
		T(an_odd_quote_leaves_them_all),
		T(what_is_done_stays_done),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
