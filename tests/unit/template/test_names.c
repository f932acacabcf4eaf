/* What names mean in templates: sections, lists, optional values, faults. */
#include "world.h"

static void values_are_shown(void **state)
{
	(void)state;
	gives("{{langue}} {{ page.titre }} {{page.contenu}}",
		"fr L’eau &amp; &lt;vous&gt; <p>Bon&nbsp;!</p>");
	gives("{{#page}}{{&contenu}}{{{contenu}}}{{/page}}",
		"<p>Bon&nbsp;!</p><p>Bon&nbsp;!</p>");
	gives("{{#page}}{{#page}}{{langue}}{{adresse}}{{/page}}{{/page}}", "fr../eau/");
}

static void sections_follow_their_kind(void **state)
{
	(void)state;
	gives("{{#page}}{{#accueil}}A{{/accueil}}{{^accueil}}B{{/accueil}}{{/page}}",
		"A");
	gives("{{#page}}{{#resume}}[{{resume}}]{{/resume}}{{^resume}}-{{/resume}}{{/"
	      "page}}",
		"[Court]");
	gives("{{#page}}{{#date}}{{iso}}{{/date}}{{/page}}", "2026-11-23");
	gives("{{#page.date}}{{page.date.iso}}{{/page.date}}", "2026-11-23");
	gives("{{#page}}{{#page.resume}}{{resume}}{{/page.resume}}{{/page}}", "Court");
	gives("{{#langue}}{{langue}}{{/langue}}", "fr");
}

static void lists_have_their_names(void **state)
{
	(void)state;
	gives("{{#menu}}{{nombre}}:{{#elements}}{{^premier}},{{/premier}}{{mot}}"
	      "{{#dernier}}.{{/dernier}}{{/elements}}{{/menu}}",
		"2:un,deux.");
	gives("{{#menu}}{{#elements}}{{mot}}{{#actif}}*{{/"
	      "actif}}{{#sous_menu}}({{nombre}}"
	      "{{#elements}} {{nom}}{{#premier}}!{{/premier}}{{mot}}{{/elements}})"
	      "{{/sous_menu}}{{#dernier}}.{{/dernier}} {{/elements}}{{/menu}}",
		"un(2 s1!un s2un) deux*. ");
}

static void absent_values_are_left_out(void **state)
{
	(void)state;
	struct world w;
	world_of(&w, "{{#menu}}x{{/menu}}{{^menu}}vide{{/menu}}{{#page}}"
		     "{{#resume}}{{resume}}{{/resume}}{{#date}}{{iso}}{{/date}}"
		     "{{#accueil}}a{{/accueil}}{{contenu}}{{/page}}");
	assert_text(world_render(&w, "a.html", &view_bare), "vide");
	arena_release(&w.arena);
}

static void unknown_names_have_their_nearest(void **state)
{
	(void)state;
	struct world w;
	world_of(&w, "é\n  {{lange}}\n{{#menu}}{{#element}}{{/element}}{{/menu}}\n"
		     "{{page.titr}}{{#zzzzzz}}{{/zzzzzz}}");
	assert_false(world_compiles(&w, "a.html"));
	assert_said(&w, 0, MSG_TEMPLATE_NAME_UNKNOWN, 2, 3, "langue");
	assert_said(&w, 2, MSG_TEMPLATE_NAME_UNKNOWN, 3, 10, "elements");
	assert_said(&w, 4, MSG_TEMPLATE_NAME_AMONG, 4, 1, "titre");
	assert_said(&w, 6, MSG_TEMPLATE_NAME_UNKNOWN, 4, 14, NULL);
	assert_int_equal(w.diag.list.n, 7);
	arena_release(&w.arena);
	refused("{{elements}}", MSG_TEMPLATE_NAME_UNKNOWN, 1, 1);
	refused("{{#menu}}{{premier}}{{/menu}}", MSG_TEMPLATE_NAME_UNKNOWN, 1, 10);
	refused("{{page.}}", MSG_TEMPLATE_NAME_UNKNOWN, 1, 1);
}

static void optional_names_stand_in_their_section(void **state)
{
	(void)state;
	refused("{{page.resume}}", MSG_TEMPLATE_NAME_OPTIONAL, 1, 1);
	refused("{{#page}}{{date.iso}}{{/page}}", MSG_TEMPLATE_NAME_OPTIONAL, 1, 10);
	refused("{{#page}}{{^resume}}{{resume}}{{/resume}}{{/page}}",
		MSG_TEMPLATE_NAME_OPTIONAL, 1, 21);
	refused("{{#page}}{{#resume}}a{{/resume}}{{resume}}{{/page}}",
		MSG_TEMPLATE_NAME_OPTIONAL, 1, 33);
}

static void a_name_has_one_meaning(void **state)
{
	(void)state;
	refused("{{#page}}{{titre}}{{/page}}", MSG_TEMPLATE_NAME_SHADOWED, 1, 10);
	refused("{{#tete}}{{#page}}{{#date}}{{texte}}{{/date}}{{/page}}{{/tete}}",
		MSG_TEMPLATE_NAME_SHADOWED, 1, 28);
	gives("{{#page}}{{page.titre}}{{/page}}{{titre}}",
		"L’eau &amp; &lt;vous&gt;Autre");
}

static void the_dot_is_refused(void **state)
{
	(void)state;
	refused("{{#menu}}{{#elements}}{{.}}{{/elements}}{{/menu}}",
		MSG_TEMPLATE_NAME_DOT, 1, 23);
	refused("{{#.}}{{/.}}", MSG_TEMPLATE_NAME_DOT, 1, 1);
}

static void kinds_are_respected(void **state)
{
	(void)state;
	refused("{{page}}", MSG_TEMPLATE_NOT_SHOWABLE, 1, 1);
	refused("{{menu}}", MSG_TEMPLATE_NOT_SHOWABLE, 1, 1);
	refused("{{page.accueil}}", MSG_TEMPLATE_NOT_SHOWABLE, 1, 1);
	refused("{{#menu}}{{elements}}{{/menu}}", MSG_TEMPLATE_NOT_SHOWABLE, 1, 10);
	refused("{{#menu}}{{#nombre}}{{/nombre}}{{/menu}}", MSG_TEMPLATE_NOT_SECTION, 1,
		10);
	refused("{{langue.code}}", MSG_TEMPLATE_NOT_RECORD, 1, 1);
	refused("{{menu.nombre}}", MSG_TEMPLATE_NOT_RECORD, 1, 1);
	refused("{{{langue}}}", MSG_TEMPLATE_RAW_TEXT, 1, 1);
	refused("{{&langue}}", MSG_TEMPLATE_RAW_TEXT, 1, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_shown),
		cmocka_unit_test(sections_follow_their_kind),
		cmocka_unit_test(lists_have_their_names),
		cmocka_unit_test(absent_values_are_left_out),
		cmocka_unit_test(unknown_names_have_their_nearest),
		cmocka_unit_test(optional_names_stand_in_their_section),
		cmocka_unit_test(a_name_has_one_meaning),
		cmocka_unit_test(the_dot_is_refused),
		cmocka_unit_test(kinds_are_respected),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
