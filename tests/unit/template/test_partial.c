/* Templates within templates: partials, parents and their blocks. */
#include "template/spec_internal.h"
#include "world.h"

static void partials_are_found_with_or_without_ending(void **state)
{
	(void)state;
	struct world w;
	world_of(&w, "{{>b}}{{>b.html}}{{>d/c}}");
	world_put(&w, "b.html", STR("({{langue}})"));
	world_put(&w, "d/c.html", STR("{{#page}}{{>b}}{{adresse}}{{/page}}"));
	assert_text(world_render(&w, "a.html", &view_root), "(fr)(fr)(fr)../eau/");
	/* Once a file. */
	assert_int_equal(w.asked, 3);
	world_render(&w, "a.html", &view_bare);
	assert_int_equal(w.asked, 3);
	arena_release(&w.arena);
}

static void partials_see_the_scope_they_are_called_in(void **state)
{
	(void)state;
	struct world w;
	world_of(&w, "{{#menu}}{{#elements}}{{>b}}{{/elements}}{{/menu}}{{>b}}");
	world_put(&w, "b.html", STR("{{mot}}{{#premier}}-{{/premier}}"));
	assert_false(world_compiles(&w, "a.html"));
	assert_said(&w, 0, MSG_TEMPLATE_NAME_UNKNOWN, 1, 1, NULL);
	assert_ptr_equal(w.diag.list.v[0].loc.origin, &w.files[1]);
	w.files[0].text.n -= strlen("{{>b}}");
	w.set = template_set_new(&w.arena, &w.rules, &w.diag);
	assert_text(world_render(&w, "a.html", &view_root), "un-deux");
	arena_release(&w.arena);
}

static void partials_are_compiled_for_their_place_in_the_html(void **state)
{
	(void)state;
	struct world w;
	world_of(&w, "{{>b}}<a title=\"{{>b}}\" {{>c}}{{>c}}>{{langue}}");
	world_put(&w, "b.html", STR("{{langue}}"));
	world_put(&w, "c.html", STR(" id=\"{{langue}}\""));
	assert_text(world_render(&w, "a.html", &view_root),
		"fr<a title=\"fr\"  id=\"fr\" id=\"fr\">fr");
	world_put(&w, "d.html", STR("<script>{{>b}}</script>"));
	assert_false(world_compiles(&w, "d.html"));
	assert_said(&w, 0, MSG_TEMPLATE_IN_SCRIPT, 1, 1, NULL);
	world_put(&w, "e.html", STR("<p>{{>f}}</a>"));
	world_put(&w, "f.html", STR("<a"));
	assert_false(world_compiles(&w, "e.html"));
	assert_said(&w, 1, MSG_TEMPLATE_STATE_LEFT, 1, 4, NULL);
	arena_release(&w.arena);
}

/* The second call of a partial in a tag took the place where the first had begun. */
static void a_partial_in_a_tag_leaves_the_same_place_each_time(void **state)
{
	(void)state;
	struct world w;
	world_of(&w, "<a {{>c}}><a {{>c}}x>");
	world_put(&w, "c.html", STR("id=\"{{langue}}\""));
	assert_false(world_compiles(&w, "a.html"));
	assert_said(&w, 0, MSG_TEMPLATE_GLUED, 1, 20, NULL);
	arena_release(&w.arena);
}

static void missing_partials_have_their_nearest(void **state)
{
	(void)state;
	struct world w;
	world_of(&w, "\n {{>entet}}{{<entete}}{{/entete}}");
	world_put(&w, "entete.html", STR("x"));
	assert_false(world_compiles(&w, "a.html"));
	assert_said(&w, 0, MSG_TEMPLATE_MISSING, 2, 2, "entete.html");
	assert_int_equal(w.diag.list.n, 2);
	assert_false(world_compiles(&w, "absent.html"));
	assert_said(&w, 2, MSG_TEMPLATE_MISSING, 0, 0, NULL);
	arena_release(&w.arena);
}

static void partials_keep_the_ending(void **state)
{
	(void)state;
	struct world w;
	world_of(&w, "{{>b.xml}}");
	world_put(&w, "b.xml", STR("x"));
	assert_false(world_compiles(&w, "a.html"));
	assert_said(&w, 0, MSG_TEMPLATE_OTHER_ENDING, 1, 1, NULL);
	arena_release(&w.arena);
}

static void faults_of_a_partial_refuse_its_callers(void **state)
{
	(void)state;
	struct world w;
	world_of(&w, "{{>b}}{{>b}}");
	world_put(&w, "b.html", STR("{{"));
	assert_false(world_compiles(&w, "a.html"));
	assert_int_equal(w.diag.list.n, 1);
	assert_said(&w, 0, MSG_TEMPLATE_TAG_UNCLOSED, 1, 1, NULL);
	arena_release(&w.arena);
}

static void loops_are_refused(void **state)
{
	(void)state;
	struct world w;
	world_of(&w, "{{>b}}");
	world_put(&w, "b.html", STR("x{{>a}}"));
	assert_false(world_compiles(&w, "a.html"));
	assert_said(&w, 0, MSG_TEMPLATE_RECURSIVE, 1, 2, NULL);
	world_put(&w, "c.html",
		STR("{{#menu}}{{#elements}}{{#sous_menu}}{{>c}}{{/sous_menu}}"
		    "{{/elements}}{{/menu}}"));
	assert_false(world_compiles(&w, "c.html"));
	world_put(&w, "d.html", STR("{{<d}}{{/d}}"));
	size_t before = w.diag.list.n;
	assert_false(world_compiles(&w, "d.html"));
	assert_said(&w, before, MSG_TEMPLATE_TOO_MANY_PARTIALS, 1, 1, NULL);
	arena_release(&w.arena);
}

/* The same file of a theme, its parent and its parent's parent. */
static void a_file_that_names_itself_means_the_one_beneath(void **state)
{
	(void)state;
	struct world w;
	world_of(&w, "{{<b}}{{$x}}1{{/x}}{{/b}}");
	world_put(&w, "b.html", STR("{{<b}}{{$y}}2{{/y}}{{$x}}2{{/x}}{{/b}}"));
	world_put(&w, "b.html", STR("[{{>c}}{{<b}}{{$z}}3{{/z}}{{/b}}]"));
	world_put(&w, "b.html",
		STR("{{$x}}4{{/x}}{{$y}}4{{/y}}{{$z}}4{{/z}}{{$t}}4{{/t}}"));
	world_put(&w, "c.html", STR("c{{>c}}"));
	world_put(&w, "c.html", STR("d"));
	assert_text(world_render(&w, "a.html", &view_root), "[cd1234]");
	arena_release(&w.arena);
	world_of(&w, "{{>b}}");
	world_put(&w, "b.html", STR("{{>b}}"));
	world_put(&w, "b.html", STR("{{>a}}"));
	assert_false(world_compiles(&w, "a.html"));
	assert_said(&w, 0, MSG_TEMPLATE_RECURSIVE, 1, 1, NULL);
	arena_release(&w.arena);
}

/* A theme gives a part, its child the whole: the theme is not at fault. */
static void parts_of_a_whole_given_from_outside_are_left(void **state)
{
	(void)state;
	struct world w;
	world_of(&w, "{{<b}}{{$x}}whole{{/x}}{{/b}}");
	world_put(&w, "b.html", STR("{{<b}}{{$y}}part{{/y}}{{/b}}"));
	world_put(&w, "b.html", STR("{{$x}}<p>{{$y}}{{/y}}</p>{{/x}}"));
	assert_text(world_render(&w, "a.html", &view_root), "whole");
	world_put(&w, "c.html", STR("{{<b}}{{$x}}whole{{/x}}{{$y}}lost{{/y}}{{/b}}"));
	assert_false(world_compiles(&w, "c.html"));
	assert_said(&w, 0, MSG_TEMPLATE_BLOCK_UNKNOWN, 1, 24, NULL);
	arena_release(&w.arena);
}

/* A file that calls the next one, `last` times; the last one calls nothing. */
static void put_chain(struct world *w, unsigned last)
{
	for (unsigned i = 0; i <= last; i++) {
		const char *name = str_printf(&w->arena, "p%u.html", i).p;
		world_put(w, name,
			i == last ? STR("x")
				  : str_printf(&w->arena, "{{>p%u}}", i + 1));
	}
}

static void partials_are_bounded(void **state)
{
	(void)state;
	struct world w;
	world_of(&w, "{{>p1}}{{>q}}{{>p0}}");
	world_put(&w, "q.html", STR("x{{>p1}}"));
	put_chain(&w, TEMPLATE_MAX_PARTIALS);
	assert_text(world_render(&w, "p0.html", &view_root), "x");
	assert_false(world_compiles(&w, "a.html"));
	/* The chain from p1 on was compiled for p0, itself a template: heights count. */
	assert_said(&w, 0, MSG_TEMPLATE_TOO_MANY_PARTIALS, 1, 2, NULL);
	assert_true(str_is(w.diag.list.v[0].arg[0], "16"));
	assert_said(&w, 1, MSG_TEMPLATE_TOO_MANY_PARTIALS, 1, 14, NULL);
	arena_release(&w.arena);
}

/* Each of 16 parents doubles the one below: 65 536 times a text, were it not bounded.
 */
static void operations_are_bounded(void **state)
{
	(void)state;
	struct world w;
	world_init(&w);
	for (unsigned i = 0; i < 16; i++)
		world_put(&w, str_printf(&w.arena, "q%u.html", i).p,
			str_printf(&w.arena,
				"{{<q%u}}{{/q%u}}x{{<q%u}}{{/q%u}}{{langue}}", i + 1,
				i + 1, i + 1, i + 1));
	world_put(&w, "q16.html", STR("y{{langue}}"));
	assert_false(world_compiles(&w, "q0.html"));
	assert_int_equal(w.diag.list.n, 1);
	assert_said(&w, 0, MSG_TEMPLATE_TOO_LONG, 0, 0, NULL);
	arena_release(&w.arena);
}

/* The same with a long text, which makes one operation only. */
static void compiled_texts_are_bounded(void **state)
{
	(void)state;
	struct world w;
	struct strbuf b = strbuf_on(&w.arena);
	world_init(&w);
	b = strbuf_on(&w.arena);
	for (unsigned i = 0; i < 20000; i++)
		strbuf_lit(&b, "0123456789");
	for (unsigned i = 0; i < 12; i++)
		world_put(&w, str_printf(&w.arena, "q%u.html", i).p,
			str_printf(&w.arena, "{{<q%u}}{{/q%u}}{{<q%u}}{{/q%u}}", i + 1,
				i + 1, i + 1, i + 1));
	world_put(&w, "q12.html", strbuf_str(&b));
	assert_false(world_compiles(&w, "q0.html"));
	assert_int_equal(w.diag.list.n, 1);
	assert_said(&w, 0, MSG_TEMPLATE_OUTPUT_TOO_BIG, 0, 0, NULL);
	arena_release(&w.arena);
}

static void blocks_replace_the_parents(void **state)
{
	(void)state;
	struct world w;
	world_of(&w, "{{<base}}\n"
		     "\t{{$corps}}\n"
		     "\t<h1>{{page.titre}}</h1>\n"
		     "\t{{/corps}}\n"
		     "\t{{$titre}}{{langue}} - {{/titre}}\n"
		     "{{/base}}\n");
	world_put(&w, "base.html",
		STR("<title>{{$titre}}sans{{/titre}}</title>\n<main{{$attr}} "
		    "id=\"m\"{{/attr}}>\n"
		    "  {{$corps}}\n  rien\n  {{/corps}}\n</main>\n"));
	assert_text(world_render(&w, "a.html", &view_root),
		"<title>fr - </title>\n<main id=\"m\">\n  <h1>L’eau &amp; "
		"&lt;vous&gt;</h1>\n"
		"</main>\n");
	assert_text(world_render(&w, "base.html", &view_root),
		"<title>sans</title>\n<main id=\"m\">\n  rien\n</main>\n");
	arena_release(&w.arena);
}

static void blocks_are_compiled_in_the_parents_place(void **state)
{
	(void)state;
	struct world w;
	world_of(&w, "{{<b}}{{$x}}{{langue}}{{/x}}{{/b}}");
	world_put(&w, "b.html", STR("<a href=\"{{$x}}{{/x}}\">"));
	assert_false(world_compiles(&w, "a.html"));
	assert_said(&w, 0, MSG_TEMPLATE_NOT_LINK, 1, 13, NULL);
	assert_ptr_equal(w.diag.list.v[0].loc.origin, &w.files[0]);
	world_put(&w, "c.html", STR("{{<d}}{{$x}}{{mot}}<p {{/x}}{{/d}}"));
	world_put(&w, "d.html",
		STR("{{#menu}}{{#elements}}{{$x}}{{/x}}{{/elements}}{{/menu}}"));
	assert_false(world_compiles(&w, "c.html"));
	assert_said(&w, 1, MSG_TEMPLATE_STATE_LEFT, 1, 7, NULL);
	arena_release(&w.arena);
}

static void blocks_without_a_place_are_refused(void **state)
{
	(void)state;
	struct world w;
	world_of(&w, "{{<b}}{{$corp}}x{{/corp}}{{$tete}}x{{/tete}}\n texte "
		     "{{langue}}{{/b}}");
	world_put(&w, "b.html",
		STR("{{$corps}}{{/corps}}{{<c}}{{$tete}}y{{/tete}}{{/c}}"));
	world_put(&w, "c.html", STR("{{$tete}}{{/tete}}"));
	assert_false(world_compiles(&w, "a.html"));
	assert_said(&w, 0, MSG_TEMPLATE_PARENT_CONTENT, 2, 1, NULL);
	assert_said(&w, 1, MSG_TEMPLATE_PARENT_CONTENT, 2, 8, NULL);
	assert_said(&w, 2, MSG_TEMPLATE_BLOCK_UNKNOWN, 1, 7, "corps");
	assert_int_equal(w.diag.list.n, 4);
	world_put(
		&w, "d.html", STR("{{<c}}{{$tete}}{{/tete}}{{$tete}}{{/tete}}{{/c}}"));
	assert_false(world_compiles(&w, "d.html"));
	assert_said(&w, 4, MSG_TEMPLATE_BLOCK_TWICE, 1, 25, NULL);
	assert_said(&w, 5, MSG_NOTE_FIRST_HERE, 1, 7, NULL);
	arena_release(&w.arena);
}

/* A block that names itself within what it gives found itself again, without end. */
static void a_block_within_its_own_gift_ends(void **state)
{
	(void)state;
	struct world w;
	world_of(&w, "{{<b}}{{$x}}a{{$x}}b{{/x}}c{{/x}}{{/b}}");
	world_put(&w, "b.html", STR("[{{$x}}{{/x}}]"));
	assert_text(world_render(&w, "a.html", &view_root), "[abc]");
	arena_release(&w.arena);
}

static void partials_are_indented_where_they_stand_alone(void **state)
{
	(void)state;
	struct world w;
	world_of(&w, "<ul>\n  {{>b}}\n</ul>\n");
	world_put(&w, "b.html", STR("<li>\n\n  {{>c}}\n{{langue}}\n"));
	world_put(&w, "c.html", STR("{{#page}}\n<b>\n{{/page}}\n"));
	assert_text(world_render(&w, "a.html", &view_root),
		"<ul>\n  <li>\n\n    <b>\n  fr\n</ul>\n");
	arena_release(&w.arena);
}

static const struct origin *endless(void *user, struct str name, unsigned depth)
{
	static struct origin o = {
		.name = STR_INIT("a"), .text = STR_INIT("{{#x}}{{>a}}{{/x}}")};
	(void)user;
	(void)name;
	(void)depth;
	return &o;
}

static void spec_mode_bounds_recursion(void **state)
{
	(void)state;
	struct arena a = {0};
	struct diag d = diag_on(&a);
	struct template_rules rules = {.find = endless};
	struct template_set *s = template_set_spec(&a, &rules, &d);
	const struct template *t = template_compile(s, STR("a"), NULL);
	struct str name = STR("x");
	struct spec_value yes = {.view = {.kind = VIEW_YES}};
	struct spec_value root = {
		.view = {.kind = VIEW_RECORD}, .names = &name, .values = &yes, .n = 1};
	struct strbuf out = strbuf_on(&a);
	assert_non_null(t);
	assert_false(template_render(t, &root.view, &out, &d));
	assert_int_equal(d.list.v[0].code, MSG_TEMPLATE_TOO_MANY_PARTIALS);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(partials_are_found_with_or_without_ending),
		cmocka_unit_test(partials_see_the_scope_they_are_called_in),
		cmocka_unit_test(partials_are_compiled_for_their_place_in_the_html),
		cmocka_unit_test(a_partial_in_a_tag_leaves_the_same_place_each_time),
		cmocka_unit_test(missing_partials_have_their_nearest),
		cmocka_unit_test(partials_keep_the_ending),
		cmocka_unit_test(faults_of_a_partial_refuse_its_callers),
		cmocka_unit_test(loops_are_refused),
		cmocka_unit_test(parts_of_a_whole_given_from_outside_are_left),
		cmocka_unit_test(a_file_that_names_itself_means_the_one_beneath),
		cmocka_unit_test(partials_are_bounded),
		cmocka_unit_test(operations_are_bounded),
		cmocka_unit_test(compiled_texts_are_bounded),
		cmocka_unit_test(blocks_replace_the_parents),
		cmocka_unit_test(blocks_are_compiled_in_the_parents_place),
		cmocka_unit_test(blocks_without_a_place_are_refused),
		cmocka_unit_test(a_block_within_its_own_gift_ends),
		cmocka_unit_test(partials_are_indented_where_they_stand_alone),
		cmocka_unit_test(spec_mode_bounds_recursion),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
