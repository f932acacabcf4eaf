/* What an address begins with, and the nearest of known names. */
#include "../same.h"

#include "text/nearest.h"
#include "text/scheme.h"

static void a_scheme_has_two_letters_at_least(void **state)
{
	(void)state;
	assert_same(scheme_of(STR("https://a.fr/")), "https:");
	assert_same(scheme_of(STR("MAILTO:x@y.fr")), "MAILTO:");
	assert_same(scheme_of(STR("svn+ssh://a")), "svn+ssh:");
	assert_same(scheme_of(STR("C:\\Documents")), "");
	assert_same(scheme_of(STR("pages/a:b")), "");
	assert_same(scheme_of(STR(":")), "");
	assert_same(scheme_of(STR("https")), "");
	assert_same(scheme_of(STR("")), "");
}

static void letters_of_any_case_make_a_scheme(void **state)
{
	(void)state;
	assert_true(scheme_is(STR("HTTP://a"), "http:"));
	assert_false(scheme_is(STR("https://a"), "http:"));
	assert_false(scheme_is(STR("ht"), "http:"));
}

static void the_authority_ends_where_a_path_begins(void **state)
{
	(void)state;
	assert_same(address_authority(STR("https://a.fr/b?c#d")), "a.fr");
	assert_same(address_authority(STR("https://a.fr?x=/b")), "a.fr");
	assert_same(address_authority(STR("https://a.fr#b")), "a.fr");
	assert_same(address_authority(STR("https://u@a.fr:8443")), "u@a.fr:8443");
	assert_same(address_authority(STR("//a.fr/b")), "a.fr");
	assert_same(address_authority(STR("https:a.fr")), "");
	assert_same(address_authority(STR("https:///a.fr")), "");
	assert_same(address_authority(STR("pages/eau.md")), "");
	assert_same(address_head(STR("a.fr/b")), "a.fr");
	assert_same(address_head(STR("a.fr")), "a.fr");
	assert_same(address_head(STR("")), "");
}

static void the_nearest_name_is_said_and_none_when_none_is_near(void **state)
{
	struct arena a = {0};
	struct diag d = diag_on(&a);
	struct str_list known = {0};
	(void)state;
	*list_add(&a, &known) = STR("passeport");
	*list_add(&a, &known) = STR("État civil");
	diag_say(&d, MSG_PROCEDURE_UNKNOWN, (struct loc){0}, STR("paseport"));
	say_nearest(&d, (struct loc){0}, STR("paseport"), &known);
	say_nearest(&d, (struct loc){0}, STR("ETAT-CIVIL"), &known);
	say_nearest(&d, (struct loc){0}, STR("cantine"), &known);
	assert_int_equal(d.list.n, 3);
	assert_int_equal(d.list.v[1].code, MSG_NOTE_NEAREST);
	assert_true(d.list.v[1].also);
	assert_same(d.list.v[1].arg[0], "passeport");
	assert_same(d.list.v[2].arg[0], "État civil");
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_scheme_has_two_letters_at_least),
		cmocka_unit_test(letters_of_any_case_make_a_scheme),
		cmocka_unit_test(the_authority_ends_where_a_path_begins),
		cmocka_unit_test(the_nearest_name_is_said_and_none_when_none_is_near),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
