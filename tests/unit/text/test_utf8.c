/* Characters: decoding, composing, folding, slugs, French order, nearest word. */
#include "../same.h"

#include <stdlib.h>

#include "base/strbuf.h"
#include "text/utf8.h"

static struct arena a;

static int emptied(void **state)
{
	(void)state;
	arena_release(&a);
	return 0;
}

static void characters_are_decoded_in_turn(void **state)
{
	(void)state;
	struct str s = STR("aé€𝄞");
	static const unsigned due[] = {'a', 0xE9, 0x20AC, 0x1D11E};
	size_t at = 0;
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(utf8_next(s, &at), due[i]);
	assert_int_equal(at, s.n);
	assert_int_equal(utf8_count(s), 4);
	assert_int_equal(utf8_count((struct str){0}), 0);
}

static void what_is_put_is_decoded_again(void **state)
{
	(void)state;
	for (unsigned c = 1; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 97) {
		if (c >= 0xD800 && c <= 0xDFFF)
			continue;
		struct strbuf b = strbuf_on(&a);
		utf8_put(&b, c);
		size_t at = 0;
		assert_int_equal(utf8_next(strbuf_str(&b), &at), c);
		assert_int_equal(at, b.n);
		if (c % 1024 == 0)
			arena_reset(&a);
	}
}

static void invalid_bytes_are_told_and_stepped_over(void **state)
{
	(void)state;
	static const struct {
		const char *s;
		size_t at;
	} rows[] = {
		{"a\xFF", 1},
		{"\x80", 0},
		{"é\xC3", 2},
		{"\xC0\xAF", 0}, /* overlong */
		{"\xE0\x80\xAF", 0},
		{"\xF0\x80\x80\xAF", 0},
		{"\xED\xA0\x80", 0}, /* surrogate */
		{"\xF4\x90\x80\x80", 0},
		{"\xF5\x80\x80\x80", 0},
		{"\xE2\x82", 0},
		{"\xE2\x28\xA1", 0},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str s = str_of(rows[i].s);
		size_t at = rows[i].at;
		assert_int_equal(utf8_invalid(s), rows[i].at);
		assert_int_equal(utf8_next(s, &at), 0xFFFD);
		assert_int_equal(at, rows[i].at + 1);
	}
	assert_int_equal(utf8_invalid(STR("Éà €")), STR("Éà €").n);
	assert_int_equal(utf8_invalid((struct str){0}), 0);
}

static void old_windows_text_is_read(void **state)
{
	(void)state;
	assert_same(
		utf8_of_windows_1252(&a, STR("\xC9t\xE9 \x80 \x9Cuf \x92 \x93 \x85")),
		"Été € œuf ’ “ …");
	assert_same(utf8_of_windows_1252(&a, STR("\x81\x8D\x8F\x90\x9D")),
		"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
	assert_same(utf8_of_windows_1252(&a, STR("plain\n\xA0\xFF")), "plain\n\u00A0ÿ");
}

static void decomposed_names_become_composed(void **state)
{
	(void)state;
	assert_same(utf8_compose(&a, STR("e\u0301te\u0301")), "été");
	assert_same(utf8_compose(&a, STR("C\u0327a")), "Ça");
	struct str s = STR("été — « déjà »");
	assert_ptr_equal(utf8_compose(&a, s).p, s.p);
	/* Two marks in the wrong order. */
	assert_same(utf8_compose(&a, STR("a\u0323\u0302")), "ậ");
	assert_same(utf8_compose(&a, STR("a\u0302\u0323")), "ậ");
	assert_same(utf8_compose(&a, (struct str){0}), "");
}

static void odd_text_is_not_composed(void **state)
{
	(void)state;
	struct str bad = STR("e\u0301\xFF");
	assert_ptr_equal(utf8_compose(&a, bad).p, bad.p);
	struct strbuf b = strbuf_on(&a);
	strbuf_byte(&b, 'e');
	for (int i = 0; i < 200000; i++)
		strbuf_lit(&b, "\u0301");
	assert_ptr_equal(utf8_compose(&a, strbuf_str(&b)).p, b.p);
}

static void folding_forgets_case_accents_and_dashes(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"Élu·e  d’Œuilly", "elu·e d'oeuilly"},
		{"ÇA, LÀ-BAS", "ca, la-bas"},
		{"Æthelred et œuf", "aethelred et oeuf"},
		{"e\u0301te\u0301", "ete"},
		{"10\u00A0h – 12\u202Fh", "10 h - 12 h"},
		{"a‑b—c−d", "a-b-c-d"},
		{"l‘eau lʼeau l´eau", "l'eau l'eau l'eau"},
		{"Straße", "strasse"},
		{"co\u00ADop\u200Berative", "cooperative"},
		{"a\t\n b", "a b"},
		{"Ⅳ ﬁn", "iv fin"},
		{"", ""},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_row(utf8_fold(&a, str_of(rows[i][0])), rows[i][1], i);
}

static void keys_are_folded_for_lookup(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"Code INSEE", "code_insee"},
		{"code_insee", "code_insee"},
		{"code-insee", "code_insee"},
		{"Téléphone", "telephone"},
		{"  Publié   le ", "publie_le"},
		{"T\u00A0", "t"},
		{"-", ""},
		{"", ""},
		{"Te\u0301le\u0301phone", "telephone"},
		{"Nº d’appel", "no_d'appel"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_row(utf8_fold_key(&a, str_of(rows[i][0])), rows[i][1], i);
}

static void slugs_are_fit_for_addresses(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"L’eau & vous (été)", "l-eau-vous-ete"},
		{"Œuvre d'Æthelred", "oeuvre-d-aethelred"},
		{"--Été 2026 !--", "ete-2026"},
		{"Compte rendu n° 3", "compte-rendu-n-3"},
		{"a/b\\c.d", "a-b-c-d"},
		{"../../etc/passwd", "etc-passwd"},
		{"日本", ""},
		{"!?", ""},
		{"", ""},
		{"Saint-Lô", "saint-lo"},
		{"e\u0301cole", "ecole"},
		{"\xFF\xFE"
		 "a",
			"a"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_row(utf8_slug(&a, str_of(rows[i][0])), rows[i][1], i);
}

/* Each before the next. */
static const char *const ordered[] = {
	"2 place",
	"abeille",
	"Abeille",
	"âge",
	"Âge",
	"cote",
	"côte",
	"coté",
	"côté",
	"Eau",
	"écluse",
	"école",
	"élection",
	"maire",
	"mairie",
	"œuf",
	"ogre",
	"Saint-Lô",
	"Saint-Pierre",
	"Sainte-Anne",
	"Saintes",
	"zone",
};

static void french_order_is_that_of_dictionaries(void **state)
{
	(void)state;
	size_t n = sizeof ordered / sizeof *ordered;
	for (size_t i = 0; i < n; i++) {
		for (size_t j = 0; j < n; j++) {
			int c = utf8_collate(str_of(ordered[i]), str_of(ordered[j]));
			int due = (i > j) - (i < j);
			if ((c > 0) - (c < 0) != due)
				fail_msg("%s, %s: %d", ordered[i], ordered[j], c);
		}
	}
}

static void only_the_same_bytes_are_equal(void **state)
{
	(void)state;
	assert_int_equal(utf8_collate(STR("côté"), STR("côté")), 0);
	assert_int_not_equal(utf8_collate(STR("oeuf"), STR("œuf")), 0);
	assert_int_not_equal(utf8_collate(STR("a b"), STR("a-b")), 0);
	assert_int_not_equal(utf8_collate(STR("été"), STR("e\u0301te\u0301")), 0);
	assert_int_equal(utf8_collate((struct str){0}, (struct str){0}), 0);
	assert_true(utf8_collate((struct str){0}, STR("a")) < 0);
}

/* qsort needs an order that no three texts contradict. */
static void the_order_contradicts_nothing(void **state)
{
	(void)state;
	static const char *const bits[] = {"a", "A", "á", "à", "e\u0301", "œ", "oe",
		"-", " ", "'", "b", "\u0301", "!"};
	size_t n = sizeof bits / sizeof *bits;
	srand(3);
	for (int round = 0; round < 100000; round++) {
		char text[3][64];
		for (int i = 0; i < 3; i++) {
			text[i][0] = '\0';
			for (int k = rand() % 5; k > 0; k--)
				strcat(text[i], bits[(size_t)rand() % n]);
		}
		struct str x = str_of(text[0]), y = str_of(text[1]),
			   z = str_of(text[2]);
		int xy = utf8_collate(x, y), yz = utf8_collate(y, z);
		int yx = utf8_collate(y, x), xz = utf8_collate(x, z);
		if ((xy > 0) != (yx < 0) || (xy == 0) != str_eq(x, y) ||
			(xy <= 0 && yz <= 0 && xz > 0))
			fail_msg("«%s» «%s» «%s»", text[0], text[1], text[2]);
	}
}

/*
 * What two texts begin with alike is skipped where that is plain letters, and walked
 * where it has accents: the order of the rest is the same.
 */
static void a_common_beginning_changes_no_order(void **state)
{
	(void)state;
	static const char *const bits[] = {
		"a", "B", "é", "e", "\u0301", "\u0327", "œ", "-", " ", "’", "!", "9"};
	size_t n = sizeof bits / sizeof *bits;
	srand(5);
	for (int round = 0; round < 100000; round++) {
		char plain[2][64], walked[2][64];
		for (int i = 0; i < 2; i++) {
			strcpy(plain[i], "zz");
			strcpy(walked[i], "z\u0301z\u0301");
			for (int k = rand() % 5; k > 0; k--) {
				const char *bit = bits[(size_t)rand() % n];
				strcat(plain[i], bit);
				strcat(walked[i], bit);
			}
		}
		int c = utf8_collate(str_of(plain[0]), str_of(plain[1]));
		int due = utf8_collate(str_of(walked[0]), str_of(walked[1]));
		if ((c > 0) - (c < 0) != (due > 0) - (due < 0))
			fail_msg("«%s» «%s»", plain[0], plain[1]);
	}
}

static void the_nearest_word_is_found(void **state)
{
	(void)state;
	static const struct str keys[] = {STR_INIT("titre"), STR_INIT("date"),
		STR_INIT("resume"), STR_INIT("publier_le"), STR_INIT("telephone")};
	static const char *const rows[][2] = {
		{"titer", "titre"},
		{"Tître", "titre"},
		{"tite", "titre"},
		{"resumé", "resume"},
		{"télephonne", "telephone"},
		{"dte", "date"},
		{"publie_le", "publier_le"},
		{"xyz", ""},
		{"", ""},
		{"t", ""},
		{"bonjour", ""},
		{"date", "date"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_row(utf8_nearest(str_of(rows[i][0]), keys, 5), rows[i][1], i);
	assert_same(utf8_nearest(STR("titre"), NULL, 0), "");
	static const struct str two[] = {STR_INIT("abcd"), STR_INIT("abce")};
	assert_same(utf8_nearest(STR("abcx"), two, 2), "abcd");
}

static void a_huge_word_is_near_nothing(void **state)
{
	(void)state;
	char word[5000];
	memset(word, 'a', sizeof word);
	struct str huge = {word, sizeof word}, keys[] = {huge};
	assert_same(utf8_nearest(huge, keys, 1), "");
}

int main(void)
{
#define T(test) cmocka_unit_test_teardown(test, emptied)
	const struct CMUnitTest tests[] = {
		T(characters_are_decoded_in_turn),
		T(what_is_put_is_decoded_again),
		T(invalid_bytes_are_told_and_stepped_over),
		T(old_windows_text_is_read),
		T(decomposed_names_become_composed),
		T(odd_text_is_not_composed),
		T(folding_forgets_case_accents_and_dashes),
		T(keys_are_folded_for_lookup),
		T(slugs_are_fit_for_addresses),
		T(french_order_is_that_of_dictionaries),
		T(only_the_same_bytes_are_equal),
		T(the_order_contradicts_nothing),
		T(a_common_beginning_changes_no_order),
		T(the_nearest_word_is_found),
		T(a_huge_word_is_near_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
