/*
 * test_feminine.c: functions agreed with who holds them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/feminine.h"

static void agrees(const char *function, const char *she, const char *he)
{
	struct arena a = {0};
	struct str f = function_agreed(&a, str_of(function), true);
	struct str m = function_agreed(&a, str_of(function), false);
	assert_string_equal(str_cstr(&a, f), she);
	assert_string_equal(str_cstr(&a, m), he);
	arena_release(&a);
}

static void either_form_may_be_written(void **state)
{
	(void)state;
	agrees("maire", "maire", "maire");
	agrees("Maire", "Maire", "Maire");
	agrees("1er adjoint", "1re adjointe", "1er adjoint");
	agrees("Première adjointe", "Première adjointe", "Premier adjoint");
	agrees("Conseiller municipal", "Conseillère municipale",
		"Conseiller municipal");
	agrees("élu", "élue", "élu");
	agrees("Élue", "Élue", "Élu");
}

static void what_stands_behind_a_preposition_is_another(void **state)
{
	(void)state;
	agrees("adjoint au directeur", "adjointe au directeur", "adjoint au directeur");
	agrees("agent d’accueil", "agente d’accueil", "agent d’accueil");
	agrees("adjointe au maire, conseillère départementale",
		"adjointe au maire, conseillère départementale",
		"adjoint au maire, conseiller départemental");
}

static void what_is_the_person_s_agrees_behind_it_too(void **state)
{
	(void)state;
	agrees("adjoint au maire délégué aux chemins",
		"adjointe au maire déléguée aux chemins",
		"adjoint au maire délégué aux chemins");
	agrees("conseiller municipal chargé du conseil municipal des jeunes",
		"conseillère municipale chargée du conseil municipal des jeunes",
		"conseiller municipal chargé du conseil municipal des jeunes");
}

static void unknown_words_stay(void **state)
{
	(void)state;
	agrees("", "", "");
	agrees("ATSEM", "ATSEM", "ATSEM");
	agrees("secrétaire de mairie", "secrétaire de mairie", "secrétaire de mairie");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(either_form_may_be_written),
		cmocka_unit_test(what_stands_behind_a_preposition_is_another),
		cmocka_unit_test(what_is_the_person_s_agrees_behind_it_too),
		cmocka_unit_test(unknown_words_stay),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
