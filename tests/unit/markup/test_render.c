/* One body shown in several places: heading levels, ids, links, pictures, blocks. */
#include "world.h"

static const struct field no_fields[] = {{0}};
static const struct schema no_settings = {
	"bloc", "", {"Bloc", "Block"}, .fields = no_fields};
static const struct block_kind kinds[] = {{"plan", &no_settings}};

static void compile(struct world *w, const char *text)
{
	*w = (struct world){.markup = {.blocks = kinds, .n_blocks = 1}};
	world_compile(w, str_of(text), 0);
}

static void heading_levels_shift_and_stay_within_six(void **state)
{
	(void)state;
	struct world w;
	compile(&w, "# A\n\n### B\n\n###### C\n");
	struct body_place down = {.shift = 2, .id_prefix = STR_INIT("p1-")};
	assert_text(world_show(&w, &down),
		"<h3 id=\"p1-a\">A</h3>\n<h5 id=\"p1-b\">B</h5>\n"
		"<h6 id=\"p1-c\">C</h6>\n");
	struct body_place up = {.shift = -2};
	assert_text(world_show(&w, &up),
		"<h1 id=\"a\">A</h1>\n<h1 id=\"b\">B</h1>\n<h4 id=\"c\">C</h4>\n");
	world_release(&w);
}

/* What the place knows: every link leads to user's address, the second nowhere. */
static struct str link(void *user, const struct body *b, unsigned i, bool *external)
{
	*external = str_starts(b->links.v[i].target, STR("https:"));
	return i == 1 ? (struct str){0} : str_of(user);
}

static void image(void *user, const struct body *b, unsigned i, struct strbuf *out)
{
	strbuf_printf(out, "{%s %.*s %d}", (const char *)user,
		STR_ARG(b->images.v[i].alt), b->images.v[i].alone);
}

static void block(void *user, const struct body *b, unsigned i, struct strbuf *out)
{
	strbuf_printf(out, "{%s %s}", (const char *)user, b->blocks.v[i].kind->name);
}

static void slots_are_filled_by_the_place(void **state)
{
	(void)state;
	struct world w;
	compile(&w, "[a *b*](c.md) [vide ![d](e)](f.md \"t\") "
		    "https://g.fr\n\n![seule](h)\n\n"
		    "```plan\n```\n\nfin\n");
	char user[] = "x.html?a&b=é";
	struct body_place place = {
		.user = user, .link = link, .image = image, .block = block};
	assert_text(world_show(&w, &place),
		"<p><a href=\"x.html?a&amp;b=%C3%A9\">a <em>b</em></a> "
		"vide {x.html?a&b=é d 0} "
		"<a href=\"x.html?a&amp;b=%C3%A9\" class=\"externe\" "
		"rel=\"external noopener\">https://g.fr</a></p>\n"
		"{x.html?a&b=é seule 1}\n{x.html?a&b=é plan}\n<p>fin</p>\n");
	/* A place that runs code is none, whoever names it. */
	char script[] = "javascript:alert(1)";
	place.user = script;
	struct str html = world_show(&w, &place);
	assert_true(str_find(html, STR("<a ")) == html.n);
	world_release(&w);
}

static void rendering_twice_gives_the_same_bytes(void **state)
{
	(void)state;
	struct world w;
	compile(&w, "# A\n\n[b](c)\n\n> ![d](e)\n");
	struct str one = world_show(&w, NULL), two = world_show(&w, NULL);
	assert_true(one.n && str_eq(one, two));
	world_release(&w);
}

static void one_line_has_no_paragraph(void **state)
{
	(void)state;
	static const struct {
		const char *text, *html;
	} lines[] = {
		{"L'*eau* : [x](y.md)", "L’<em>eau</em>\u00A0: <a href=\"y.md\">x</a>"},
		{"- pas une liste", "- pas une liste"},
		{"# pas un titre", "# pas un titre"},
		{"> pas une citation", "&gt; pas une citation"},
		{"1. pas une liste", "1. pas une liste"},
		{"02 33 00 00 00", "<a "
				   "href=\"tel:+33233000000\">"
				   "02\u202F33\u202F00\u202F00\u202F00</a>"},
		{"![a](b.png)", "<img src=\"b.png\" alt=\"a\">"},
		{"```plan", "```plan"},
		{"<b>x</b> y", "x y"},
		{"", ""},
	};
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct world w = {0};
		w.origin =
			(struct origin){STR_INIT("x.md"), str_of(lines[i].text), {0}};
		w.diag = diag_on(&w.arena);
		assert_true(body_compile_inline(&w.arena, &w.markup, &w.origin, 0,
			w.origin.text, &w.diag, &w.body));
		assert_text(world_show(&w, NULL), lines[i].html);
		world_release(&w);
	}
}

static void places_of_a_line_are_those_of_the_file(void **state)
{
	(void)state;
	struct world w = {0};
	w.origin = (struct origin){
		STR_INIT("x.md"), STR_INIT("a: é\nb: 'x [y](www.z.fr)'"), {0}};
	w.diag = diag_on(&w.arena);
	struct str line = STR("x [y](www.z.fr)");
	assert_true(body_compile_inline(
		&w.arena, &w.markup, &w.origin, 10, line, &w.diag, &w.body));
	assert_said(&w, 0, &(struct said){MSG_MARKUP_LINK_WWW, 2, 7, NULL});
	world_release(&w);
}

/* The same arena for all bodies: nothing of one may be lost by the next. */
static void scratch_memory_may_be_shared(void **state)
{
	(void)state;
	struct arena scratch = {0};
	struct world w = {.markup = {.scratch = &scratch}};
	world_compile(&w, STR("# Un [lien](a.md)\n\nmot & mot\n"), 0);
	struct body first = w.body;
	struct str before = world_show(&w, NULL);
	for (int i = 0; i < 50; i++)
		world_compile(&w, STR("## Deux ![x](y)\n\nautre texte | ici\n"), 0);
	w.body = first;
	assert_true(str_eq(world_show(&w, NULL), before));
	assert_text(first.headings.v[0].text, "Un lien");
	arena_release(&scratch);
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(heading_levels_shift_and_stay_within_six),
		cmocka_unit_test(slots_are_filled_by_the_place),
		cmocka_unit_test(rendering_twice_gives_the_same_bytes),
		cmocka_unit_test(one_line_has_no_paragraph),
		cmocka_unit_test(places_of_a_line_are_those_of_the_file),
		cmocka_unit_test(scratch_memory_may_be_shared),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
