/* Callouts, fenced blocks with YAML inside, and code. */
#include <unistd.h>

#include "world.h"

static void quotes_with_a_marker_become_boxes(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{.text = "> [!NOTE]\n> Le *mot*\n\nfin\n",
			.html = "<div class=\"encadre encadre-note\" role=\"note\">\n"
				"<p class=\"encadre-titre\">À noter</p>\n"
				"<p>Le <em>mot</em></p>\n</div>\n<p>fin</p>\n"},
		{.text = "> [!Conseil] dès la première ligne\n",
			.html = "<div class=\"encadre encadre-conseil\" "
				"role=\"note\">\n"
				"<p class=\"encadre-titre\">Conseil</p>\n"
				"<p>dès la première ligne</p>\n</div>\n"},
		{.text = "> [!ATTENTION]\n>\n> - a\n",
			.html = "<div class=\"encadre encadre-attention\" "
				"role=\"note\">\n"
				"<p class=\"encadre-titre\">Attention</p>\n"
				"<ul>\n<li>a</li>\n</ul>\n</div>\n"},
		{.text = "> [!WARNING]  \n> dur\n",
			.html = "<div class=\"encadre encadre-attention\" "
				"role=\"note\">\n"
				"<p "
				"class=\"encadre-titre\">Attention</p>\n<p>dur</p>\n</"
				"div>\n"},
		{.text = "> [!Caution]\n",
			.html = "<div class=\"encadre encadre-danger\" role=\"note\">\n"
				"<p class=\"encadre-titre\">Danger</p>\n</div>\n"},
		{.text = "> [!À noter]\n> x\n\n> [!Important]\n> > cité\n",
			.html = "<div class=\"encadre encadre-note\" role=\"note\">\n"
				"<p class=\"encadre-titre\">À "
				"noter</p>\n<p>x</p>\n</div>\n"
				"<div class=\"encadre encadre-important\" "
				"role=\"note\">\n"
				"<p class=\"encadre-titre\">Important</p>\n"
				"<blockquote>\n<p>cité</p>\n</blockquote>\n</div>\n"},
	};
	assert_examples(examples);
}

static void an_unknown_marker_is_said_and_kept(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{.text = "x\n\n> [!Truc]\n> y\n",
			.html = "<p>x</p>\n<blockquote>\n<p>[!Truc]\ny</p>\n</"
				"blockquote>\n",
			.said = {{MSG_MARKUP_CALLOUT, 3, 3, "« Truc »"}},
			.n_said = 1},
		{.text = "> x [!NOTE]\n\n> [! ]\n",
			.html = "<blockquote>\n<p>x [!NOTE]</p>\n</blockquote>\n"
				"<blockquote>\n<p>[! ]</p>\n</blockquote>\n",
			.said = {{MSG_MARKUP_CALLOUT, 3, 3, NULL}},
			.n_said = 1},
	};
	assert_examples(examples);
}

static const struct field fields[] = {
	{"categorie", FIELD_TEXT, .help = {"Catégorie", "Category"}},
	{"nombre", FIELD_INTEGER, .min = 1, .max = 20, .help = {"Combien", "How many"}},
	{0},
};
static const struct schema settings = {
	"bloc", "", {"Bloc d’essai", "Block of a test"}, .fields = fields};
static const struct block_kind kinds[] = {{"demarches", &settings}, {"horaires", NULL}};

static void with_kinds(struct world *w, const char *text)
{
	*w = (struct world){.markup = {.blocks = kinds, .n_blocks = 2}};
	world_compile(w, str_of(text), 0);
	assert_true(w->compiled);
}

static void known_blocks_are_slots_with_settings(void **state)
{
	(void)state;
	struct world w;
	with_kinds(&w,
		"a\n\n```Démarches\nCatégorie: Papiers | \\| état\nnombre: 3\n```\n\n"
		"- ~~~ horaires\n  ~~~\n");
	assert_quiet(&w);
	assert_int_equal(w.body.blocks.n, 2);
	const struct body_block *b = &w.body.blocks.v[0];
	assert_ptr_equal(b->kind, &kinds[0]);
	assert_int_equal(b->loc.line, 3);
	assert_int_equal(b->loc.column, 1);
	assert_true(str_is(value_text(b->settings, "categorie"), "Papiers | \\| état"));
	assert_int_equal(value_get(b->settings, "nombre")->loc.line, 5);
	assert_ptr_equal(w.body.blocks.v[1].kind, &kinds[1]);
	assert_int_equal(w.body.blocks.v[1].loc.line, 8);
	world_release(&w);
}

/* Each was placed by counting the lines of the file from its first: seconds. */
static void thousands_of_known_blocks_are_read_at_once(void **state)
{
	(void)state;
	struct arena a = {0};
	struct strbuf b = strbuf_on(&a);
	size_t n = 8000;
	for (size_t i = 0; i < n; i++)
		strbuf_lit(&b, "```demarches\ncategorie: a\n```\n");
	struct world w;
	alarm(3);
	with_kinds(&w, str_cstr(&a, strbuf_str(&b)));
	alarm(0);
	assert_quiet(&w);
	assert_int_equal(w.body.blocks.n, n);
	const struct value *last = w.body.blocks.v[n - 1].settings;
	assert_int_equal(value_get(last, "categorie")->loc.line, 3 * n - 1);
	world_release(&w);
	arena_release(&a);
}

/* The code of one message and the line it is about. */
struct wrong {
	const char *text;
	unsigned line;
	size_t blocks;
};

static void wrong_settings_are_said_in_their_line(void **state)
{
	(void)state;
	static const struct wrong wrongs[] = {
		{"```demarches\ncategorie: a\nnombre: beaucoup\n```\n", 3, 1},
		{"x\r\n\r\n```demarches\r\ncategori: a\r\n```\r\n", 4, 1},
		{"> ```demarches\n> nombre: 3\n> nombre: 4\n> ```\n", 3, 0},
		{"1. a\n   ```demarches\n   nombre: 99\n   ```\n", 3, 1},
		{"```demarches\ncategorie: [a\n```\n", 2, 0},
	};
	for (size_t i = 0; i < sizeof wrongs / sizeof *wrongs; i++) {
		struct world w;
		with_kinds(&w, wrongs[i].text);
		if (!w.diag.list.n || w.diag.list.v[0].loc.line != wrongs[i].line ||
			w.body.blocks.n != wrongs[i].blocks) {
			world_print_said(&w);
			fail_msg("%zu blocks, %zu messages for:\n%s", w.body.blocks.n,
				w.diag.list.n, wrongs[i].text);
		}
		world_release(&w);
	}
}

static void a_misspelt_block_is_said_and_shown_as_code(void **state)
{
	(void)state;
	struct world w;
	with_kinds(&w,
		"- x\n\n  ```horraires\n  a < b\n  ```\n\n```python\nprint(1)\n```\n");
	assert_said(&w, 0, &(struct said){MSG_MARKUP_BLOCK_NEAR, 3, 6, "```horaires"});
	assert_int_equal(w.diag.list.n, 1);
	assert_text(world_show(&w, NULL),
		"<ul>\n<li>\n<p>x</p>\n<pre tabindex=\"0\"><code "
		"class=\"language-horraires\">"
		"a &lt; b\n</code></pre>\n</li>\n</ul>\n"
		"<pre tabindex=\"0\"><code "
		"class=\"language-python\">print(1)\n</code></pre>\n");
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quotes_with_a_marker_become_boxes),
		cmocka_unit_test(an_unknown_marker_is_said_and_kept),
		cmocka_unit_test(known_blocks_are_slots_with_settings),
		cmocka_unit_test(thousands_of_known_blocks_are_read_at_once),
		cmocka_unit_test(wrong_settings_are_said_in_their_line),
		cmocka_unit_test(a_misspelt_block_is_said_and_shown_as_code),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
