/* Phone numbers, e-mail addresses, codes and numbers of communes and companies. */
#include "../same.h"

#include <stdlib.h>

#include "text/contact.h"

static struct arena a;

static int emptied(void **state)
{
	(void)state;
	arena_release(&a);
	return 0;
}

/* Blanks of any width as plain ones. */
static struct str spaced(struct str s)
{
	struct str out = {0};
	for (size_t i = 0; i < s.n; i++) {
		bool narrow = str_starts(str_from(s, i), STR("\u202F"));
		bool no_break = str_starts(str_from(s, i), STR("\u00A0"));
		out = narrow || no_break
			      ? str_printf(&a, "%.*s ", STR_ARG(out))
			      : str_printf(&a, "%.*s%c", STR_ARG(out), s.p[i]);
		i += narrow ? 2 : no_break ? 1 : 0;
	}
	return out;
}

static const struct {
	const char *typed, *shown, *tel;
	bool premium;
} phones[] = {
	{"02 33 00 00 00", "02 33 00 00 00", "+33233000000", false},
	{"0233000000", "02 33 00 00 00", "+33233000000", false},
	{"02.33.00.00.00", "02 33 00 00 00", "+33233000000", false},
	{"02-33-00-00-00", "02 33 00 00 00", "+33233000000", false},
	{" 02\u00A033\u202F00 00 00 ", "02 33 00 00 00", "+33233000000", false},
	{"+33 2 33 00 00 00", "02 33 00 00 00", "+33233000000", false},
	{"+33 (0)2 33 00 00 00", "02 33 00 00 00", "+33233000000", false},
	{"+33(0)233000000", "02 33 00 00 00", "+33233000000", false},
	{"0033 2 33 00 00 00", "02 33 00 00 00", "+33233000000", false},
	{"06 12 34 56 78", "06 12 34 56 78", "+33612345678", false},
	{"09 70 00 00 00", "09 70 00 00 00", "+33970000000", false},
	/* Overseas. */
	{"0262 12 34 56", "02 62 12 34 56", "+262262123456", false},
	{"0269 12 34 56", "02 69 12 34 56", "+262269123456", false},
	{"0639 12 34 56", "06 39 12 34 56", "+262639123456", false},
	{"0692 12 34 56", "06 92 12 34 56", "+262692123456", false},
	{"0590 12 34 56", "05 90 12 34 56", "+590590123456", false},
	{"0690 12 34 56", "06 90 12 34 56", "+590690123456", false},
	{"0594 12 34 56", "05 94 12 34 56", "+594594123456", false},
	{"0694 12 34 56", "06 94 12 34 56", "+594694123456", false},
	{"0596 12 34 56", "05 96 12 34 56", "+596596123456", false},
	{"0696 12 34 56", "06 96 12 34 56", "+596696123456", false},
	{"0508 41 00 00", "05 08 41 00 00", "+508410000", false},
	{"+262 262 12 34 56", "02 62 12 34 56", "+262262123456", false},
	{"+590 590 12 34 56", "05 90 12 34 56", "+590590123456", false},
	{"+508 41 00 00", "+508 41 00 00", "+508410000", false},
	{"+687 12 34 56", "+687 12 34 56", "+687123456", false},
	{"+689 40 12 34 56", "+689 40 12 34 56", "+68940123456", false},
	{"+681 72 00 00", "+681 72 00 00", "+681720000", false},
	/* Special numbers: free, ordinary, paying. */
	{"0 800 00 00 00", "0 800 000 000", "+33800000000", false},
	{"0805 000 000", "0 805 000 000", "+33805000000", false},
	{"0806 000 000", "0 806 000 000", "+33806000000", false},
	{"0810 000 000", "0 810 000 000", "+33810000000", true},
	{"0820 000 000", "0 820 000 000", "+33820000000", true},
	{"0892 000 000", "0 892 000 000", "+33892000000", true},
	{"+33 892 00 00 00", "0 892 000 000", "+33892000000", true},
	{"15", "15", "15", false},
	{"112", "112", "112", false},
	{"114", "114", "114", false},
	{"119", "119", "119", false},
	{"115", "115", "115", false},
	{"196", "196", "196", false},
	{"116 117", "116 117", "116117", false},
	{"118 218", "118 218", "118218", true},
	{"3919", "39 19", "3919", false},
	{"39 39", "39 39", "3939", false},
	{"3114", "31 14", "3114", false},
	{"3018", "30 18", "3018", false},
	{"3646", "36 46", "3646", false},
	{"3699", "36 99", "3699", true},
	{"1013", "10 13", "1013", false},
	/* Abroad. */
	{"+32 2 123 45 67", "+32 2 123 45 67", "+3221234567", false},
	{"+44 20 7946 0000", "+44 20 7946 0000", "+442079460000", false},
};

static void phones_are_read_and_shown(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof phones / sizeof *phones; i++) {
		struct phone p;
		if (!phone_parse(&a, str_of(phones[i].typed), &p))
			fail_msg("%s", phones[i].typed);
		assert_row(spaced(p.shown), phones[i].shown, i);
		assert_row(p.tel, phones[i].tel, i);
		if (p.premium != phones[i].premium)
			fail_msg("%s: premium", phones[i].typed);
		assert_int_equal(str_index(p.shown, ' '), p.shown.n);
	}
}

static void what_is_shown_is_a_phone_again(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof phones / sizeof *phones; i++) {
		struct phone p, again;
		assert_true(phone_parse(&a, str_of(phones[i].typed), &p));
		assert_true(phone_parse(&a, p.shown, &again));
		assert_row(again.tel, p.tel.p, i);
	}
}

static void what_is_no_phone_is_refused(void **state)
{
	(void)state;
	static const char *const wrong[] = {"", "02 33 00 00", "02 33 00 00 00 0",
		"00 33 00 00 00", "1234", "2999", "9", "02 33 OO 00 00", "+",
		"+33 2 33", "+33 00 33 00 00 00", "+0123456789", "+508 41 00",
		"tel:0233000000", "02 33 00 00 00 poste 12",
		"123456789012345678901234567890", "+1234567", "++33233000000", "16",
		"5", "33233000000"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct phone p = {.premium = true};
		if (phone_parse(&a, str_of(wrong[i]), &p))
			fail_msg("%s: %.*s", wrong[i], STR_ARG(p.tel));
		assert_int_equal(p.tel.n, 0);
		assert_false(p.premium);
	}
}

static void phones_are_found_in_running_text(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"Appelez le 02 33 00 00 00.", "02 33 00 00 00"},
		{"(02.33.00.00.00)", "02.33.00.00.00"},
		{"tél. : 02-33-00-00-00, fax", "02-33-00-00-00"},
		{"au +33 2 33 00 00 00 !", "+33 2 33 00 00 00"},
		{"au +33233000000", "+33233000000"},
		{"02 33 00 00 00/06 12 34 56 78", "02 33 00 00 00"},
		{"l’été 06\u00A012\u00A034\u00A056\u00A078 et",
			"06\u00A012\u00A034\u00A056\u00A078"},
		{"au 0 892 123 456 (payant)", "0 892 123 456"},
		{"au 0\u00A0805\u00A0123\u00A0456", "0\u00A0805\u00A0123\u00A0456"},
		{"0 233 000 000", ""},
		{"10 892 123 456", ""},
		{"0 892 123 4567", ""},
		{"0 892 123-456", ""},
		{"0233000000", ""},
		{"n° 02 33 00 00 00A", ""},
		{"v1.02.33.00.00.00", ""},
		{"https://a.fr/02-33-00-00-00", ""},
		{"02 33-00 00 00", ""},
		{"102 33 00 00 00", ""},
		{"02.33.00.00.00.11", ""},
		{"a@02.33.00.00.00", ""},
		{"le 01/02/2026 et 00 11 22 33 44", ""},
		{"", ""},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str s = str_of(rows[i][0]), found = {0};
		size_t from = 0, to = 0;
		struct phone p;
		if (phone_find(&a, s, 0, &from, &to, &p))
			found = str_sub(s, from, to);
		assert_row(found, rows[i][1], i);
	}
}

static void each_phone_of_a_text_is_found_in_turn(void **state)
{
	(void)state;
	struct str s = STR("02 33 00 00 00 ou 06 12 34 56 78");
	size_t from, to;
	struct phone p;
	assert_true(phone_find(&a, s, 0, &from, &to, &p));
	assert_true(phone_find(&a, s, to, &from, &to, &p));
	assert_same(p.tel, "+33612345678");
	assert_int_equal(to, s.n);
	assert_false(phone_find(&a, s, to, &from, &to, &p));
	/* What precedes the place is looked at: this would begin inside a number. */
	assert_false(phone_find(&a, STR("102 33 00 00 00"), 1, &from, &to, &p));
}

static void addresses_of_mail(void **state)
{
	(void)state;
	static const char *const right[] = {"mairie@commune.example",
		"a.b+c@sous.domaine.fr", "x@y.fr", "mairie@saint-lô.fr", "o'neil@a.fr",
		"a@xn--saint-l-d1a.fr", "m@a.xn--p1ai"};
	static const char *const wrong[] = {"", "@", "a@", "@a.fr", "a", "a@b", "a@b.f",
		"a b@c.fr", "a@b c.fr", "a..b@c.fr", ".a@c.fr", "a.@c.fr", "a@c..fr",
		"a@c.fr.", "a@.c.fr", "a@-c.fr", "a@c-.fr", "a@1.2.3.4", "a@b.c1",
		"a@b.fr\n", "<a@b.fr>", "a@b@c.fr\x01", "mailto:a@b.fr", "é@b.fr",
		"a@b_c.fr", "a\"b@c.fr"};
	for (size_t i = 0; i < sizeof right / sizeof *right; i++)
		if (!email_valid(str_of(right[i])))
			fail_msg("%s", right[i]);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		if (email_valid(str_of(wrong[i])))
			fail_msg("%s", wrong[i]);
	char local[70];
	memset(local, 'a', sizeof local);
	assert_false(email_valid(str_printf(&a, "%.65s@b.fr", local)));
	assert_true(email_valid(str_printf(&a, "%.64s@b.fr", local)));
	assert_false(email_valid(str_printf(&a, "a@%.64s.fr", local)));
}

static void codes_of_communes(void **state)
{
	(void)state;
	static const char *const right[][2] = {{"01004", "01"}, {"2A004", "2A"},
		{"2B033", "2B"}, {"61001", "61"}, {"75056", "75"}, {"97411", "974"},
		{"97502", "975"}, {"98818", "988"}, {"95680", "95"}};
	static const char *const wrong[] = {"", "1004", "010044", "2a004", "2C001",
		"20001", "00001", "96001", "61000", "97400", "0100A", "97901", "99001",
		"A2004", "61 01"};
	for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
		assert_true(code_insee_valid(str_of(right[i][0])));
		assert_row(code_insee_departement(str_of(right[i][0])), right[i][1], i);
	}
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		if (code_insee_valid(str_of(wrong[i])))
			fail_msg("%s", wrong[i]);
}

static void postcodes(void **state)
{
	(void)state;
	static const char *const right[] = {"01300", "61000", "20000", "75116", "97410",
		"97500", "98800", "98714", "95000"};
	static const char *const wrong[] = {"", "6100", "610000", "00123", "96000",
		"99000", "97900", "98000", "2A004", "61 000"};
	for (size_t i = 0; i < sizeof right / sizeof *right; i++)
		if (!code_postal_valid(str_of(right[i])))
			fail_msg("%s", right[i]);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		if (code_postal_valid(str_of(wrong[i])))
			fail_msg("%s", wrong[i]);
}

static void numbers_of_companies(void **state)
{
	(void)state;
	assert_true(siren_valid(STR("356000000")));
	assert_true(siren_valid(STR("552100554")));
	assert_true(siren_valid(STR("732829320")));
	assert_false(siren_valid(STR("732829321")));
	assert_false(siren_valid(STR("000000000")));
	assert_false(siren_valid(STR("73282932")));
	assert_false(siren_valid(STR("73282932X")));
	assert_false(siren_valid(STR("732 829 320")));
	assert_true(siret_valid(STR("73282932000074")));
	assert_false(siret_valid(STR("73282932000075")));
	assert_false(siret_valid(STR("73282932100074")));
	assert_false(siret_valid(STR("732829320")));
	/* La Poste: the sum of the figures is a multiple of five. */
	assert_true(siret_valid(STR("35600000049837")));
	assert_true(siret_valid(STR("35600000000048")));
	assert_false(siret_valid(STR("35600000049838")));
	/* That is a favour for La Poste alone. */
	assert_false(siret_valid(STR("55210055400000")) &&
		     siret_valid(STR("55210055400005")));
}

/* No change of one figure passes. */
static void a_wrong_figure_is_always_seen(void **state)
{
	(void)state;
	char digits[] = "732829320";
	for (size_t i = 0; i < 9; i++) {
		char right = digits[i];
		for (int c = '0'; c <= '9'; c++) {
			digits[i] = (char)c;
			assert_int_equal(siren_valid(str_of(digits)), c == right);
		}
		digits[i] = right;
	}
}

int main(void)
{
#define T(test) cmocka_unit_test_teardown(test, emptied)
	const struct CMUnitTest tests[] = {
		T(phones_are_read_and_shown),
		T(what_is_shown_is_a_phone_again),
		T(what_is_no_phone_is_refused),
		T(phones_are_found_in_running_text),
		T(each_phone_of_a_text_is_found_in_turn),
		T(addresses_of_mail),
		T(codes_of_communes),
		T(postcodes),
		T(numbers_of_companies),
		T(a_wrong_figure_is_always_seen),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
