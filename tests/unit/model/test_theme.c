/* Themes over themes: files, words, options and assets of the nearest one win. */
#include "data/yaml_read.h"
#include "folder_world.h"
#include "model/theme.h"

static void put_theme(struct folder *f, const char *name, const char *more)
{
	struct str path = str_printf(&f->arena, "themes/%s/theme.yaml", name);
	struct str text =
		str_printf(&f->arena, "format: 1\nnom: %s\nniveau: 1\n%s", name, more);
	folder_put(f, path.p, text.p);
}

static const struct value *options_of(struct folder *f, const char *text)
{
	struct origin *o = arena_new(&f->arena, struct origin);
	*o = (struct origin){.name = STR("commune.yaml"), .text = str_of(text)};
	const struct value *v = NULL;
	assert_true(yaml_read(&f->arena, o, 0, o->text, &f->diag, &v));
	return v;
}

static bool read_theme(struct folder *f, const char *name, const struct value *options,
	struct theme *t)
{
	const char *folders[] = {str_printf(&f->arena, "%s/autres", f->dir).p,
		str_printf(&f->arena, "%s/themes", f->dir).p, NULL};
	struct theme_request q = {str_of(name),
		str_printf(&f->arena, "%s/commune", f->dir), folders, options, NULL,
		NULL, {0}};
	return theme_read(&f->arena, &q, &f->diag, t);
}

static const struct theme_word *word(const struct theme_words *w, const char *key)
{
	for (size_t i = 0; i < w->n; i++)
		if (str_is(w->v[i].key, key))
			return &w->v[i];
	fail_msg("no word %s", key);
	return NULL;
}

static void a_theme_inherits_file_by_file(void **state)
{
	(void)state;
	struct folder f;
	struct theme t;
	folder_open(&f);
	put_theme(&f, "base", "");
	put_theme(&f, "bocage", "parent: base\n");
	folder_put(&f, "themes/base/templates/page.html", "base");
	folder_put(&f, "themes/base/templates/menu.html", "base");
	folder_put(&f, "themes/base/templates/pied.html", "base");
	folder_put(&f, "themes/bocage/templates/menu.html", "bocage");
	folder_put(&f, "themes/bocage/templates/pied.html", "bocage");
	folder_put(&f, "commune/theme/templates/pied.html", "commune");
	folder_put(&f, "themes/base/chaines/fr.yaml", "menu: Menu\nplan: Plan\n");
	folder_put(&f, "themes/bocage/chaines/fr.yaml", "plan: Plan du site\n");
	assert_true(read_theme(&f, "bocage", NULL, &t));
	assert_silent(&f.diag);
	assert_int_equal(t.n, 3);
	assert_str(theme_template(&t, &f.arena, &f.diag, STR("page.html"), 0)->text,
		"base");
	assert_str(theme_template(&t, &f.arena, &f.diag, STR("menu.html"), 0)->text,
		"bocage");
	assert_str(theme_template(&t, &f.arena, &f.diag, STR("pied.html"), 0)->text,
		"commune");
	assert_null(theme_template(&t, &f.arena, &f.diag, STR("absent.html"), 0));
	assert_str(word(&t.strings, "menu")->text, "Menu");
	assert_str(word(&t.strings, "plan")->text, "Plan du site");
	assert_str(t.strings.v[0].key, "menu");
	theme_close(&t);
	folder_close(&f);
}

static void assets_are_keyed_sorted_and_overridden(void **state)
{
	(void)state;
	struct folder f;
	struct theme t;
	folder_open(&f);
	put_theme(&f, "base", "");
	put_theme(&f, "bocage", "parent: base\n");
	folder_put(&f, "themes/base/assets/style.css", "base");
	folder_put(&f, "themes/base/assets/icones/eau.svg", "eau");
	folder_put(&f, "themes/bocage/assets/style.css", "bocage");
	folder_put(&f, "themes/bocage/assets/Menu-2.js", "menu");
	assert_true(read_theme(&f, "bocage", NULL, &t));
	assert_int_equal(t.assets.n, 3);
	assert_str(t.assets.v[0].path, "Menu-2.js");
	assert_str(t.assets.v[0].key, "menu_2_js");
	assert_str(t.assets.v[1].key, "icones_eau_svg");
	assert_str(t.assets.v[2].bytes, "bocage");
	theme_close(&t);
	folder_close(&f);
}

#define OPTIONS                                                                        \
	"options:\n"                                                                   \
	"  recherche: { genre: oui_non, valeur: oui }\n"                               \
	"  bandeau: { genre: choix, valeur: photo, choix: [photo, sobre] }\n"          \
	"  devise: { genre: texte, valeur: Bienvenue }\n"

static void options_take_what_the_theme_permits(void **state)
{
	(void)state;
	static const struct {
		const char *given, *key, *text;
		bool yes;
		enum diag_code code; /* MSG_COUNT: nothing */
	} rows[] = {
		{"devise: Vivre ici\n", "devise", "Vivre ici", false, MSG_COUNT},
		{"bandeau: sobre\n", "bandeau", "sobre", false, MSG_COUNT},
		{"bandeau: Sobre\n", "bandeau", "sobre", false, MSG_COUNT},
		{"bandeau: criard\n", "bandeau", "photo", false,
			MSG_THEME_OPTION_VALUE},
		{"recherche: non\n", "recherche", "non", false, MSG_COUNT},
		{"recherche: Oui\n", "recherche", "Oui", true, MSG_COUNT},
		{"recherche: peut-être\n", "recherche", "oui", true,
			MSG_THEME_OPTION_VALUE},
		{"bandau: sobre\n", "bandeau", "photo", false,
			MSG_THEME_OPTION_UNKNOWN},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct folder f;
		struct theme t;
		folder_open(&f);
		put_theme(&f, "base", OPTIONS);
		assert_true(read_theme(&f, "base", options_of(&f, rows[i].given), &t));
		const struct theme_word *w = word(&t.options, rows[i].key);
		assert_str(w->text, rows[i].text);
		assert_int_equal(w->yes, rows[i].yes);
		if (rows[i].code == MSG_COUNT)
			assert_silent(&f.diag);
		else
			assert_int_equal(message(&f.diag, rows[i].code)->loc.line, 1);
		theme_close(&t);
		folder_close(&f);
	}
}

static void a_theme_may_be_a_folder_of_the_commune(void **state)
{
	(void)state;
	struct folder f;
	struct theme t;
	folder_open(&f);
	put_theme(&f, "base", "");
	folder_put(&f, "commune/mes-themes/bleu/theme.yaml",
		"format: 1\nnom: bleu\nniveau: 1\nparent: base\n");
	assert_true(read_theme(&f, "mes-themes/bleu", NULL, &t));
	assert_int_equal(t.n, 2);
	theme_close(&t);
	folder_close(&f);
}

/* The same source stood twice in the chain, and was closed twice. */
static void a_theme_kept_elsewhere_may_bear_its_parents_name(void **state)
{
	(void)state;
	struct folder f;
	struct theme t;
	folder_open(&f);
	put_theme(&f, "base", "");
	put_theme(&f, "bocage", "");
	folder_put(&f, "depot/theme.yaml",
		"format: 1\nnom: bocage\nniveau: 1\nparent: bocage\n");
	const char *folders[] = {str_printf(&f.arena, "%s/themes", f.dir).p, NULL};
	struct source *kept = source_folder(&f.arena, STR("thème bocage"),
		str_printf(&f.arena, "%s/depot", f.dir).p, NULL, 0, &f.diag);
	struct theme_request q = {STR("bocage"),
		str_printf(&f.arena, "%s/commune", f.dir), folders, NULL, kept, NULL,
		{0}};
	assert_true(theme_read(&f.arena, &q, &f.diag, &t));
	assert_silent(&f.diag);
	assert_int_equal(t.n, 3); /* base is the root of all */
	assert_ptr_equal(t.chain[0].source, kept);
	assert_ptr_not_equal(t.chain[1].source, kept);
	theme_close(&t);
	folder_close(&f);
}

static void what_cannot_be_found_or_turns_in_circles_is_said(void **state)
{
	(void)state;
	static const struct {
		const char *name;
		enum diag_code code;
	} rows[] = {
		{"absent", MSG_THEME_MISSING},
		{"orphelin", MSG_THEME_MISSING},
		{"boucle", MSG_THEME_CHAIN},
		{"faux", MSG_THEME_MISSING},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct folder f;
		struct theme t;
		folder_open(&f);
		put_theme(&f, "orphelin", "parent: absent\n");
		put_theme(&f, "boucle", "parent: boucle\n");
		folder_put(&f, "themes/faux/theme.yaml", "format: 1\nnom: faux\n");
		assert_false(read_theme(&f, rows[i].name, NULL, &t));
		message(&f.diag, rows[i].code);
		theme_close(&t);
		folder_close(&f);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_theme_inherits_file_by_file),
		cmocka_unit_test(assets_are_keyed_sorted_and_overridden),
		cmocka_unit_test(options_take_what_the_theme_permits),
		cmocka_unit_test(a_theme_may_be_a_folder_of_the_commune),
		cmocka_unit_test(a_theme_kept_elsewhere_may_bear_its_parents_name),
		cmocka_unit_test(what_cannot_be_found_or_turns_in_circles_is_said),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
