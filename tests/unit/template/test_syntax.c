/* Tags, delimiters and lines; what is wrong with them is said at its place. */
#include "world.h"

static void delimiters_change(void **state)
{
	(void)state;
	gives("{{=<% %>=}}<%langue%> {{langue}} <%={{ }}=%>{{langue}}",
		"fr {{langue}} fr");
	gives("{{=| |=}}|#page||&contenu||/page|", "<p>Bon&nbsp;!</p>");
}

static void lone_tags_leave_no_line(void **state)
{
	(void)state;
	gives("a\n  {{#langue}}\n  b\n  {{/langue}}\nc\n", "a\n  b\nc\n");
	gives("a\r\n{{! rien\n du tout }}\r\nb", "a\r\nb");
	gives("a {{! x }}\nb", "a \nb");
	gives("{{#langue}} {{/langue}}\n", " \n");
}

static void comments_are_not_html(void **state)
{
	(void)state;
	gives("<p {{! ici }}class=\"a\">", "<p class=\"a\">");
}

static void faults_have_their_place(void **state)
{
	(void)state;
	refused("a\n  {{langue", MSG_TEMPLATE_TAG_UNCLOSED, 2, 3);
	refused("{{{langue}}", MSG_TEMPLATE_TAG_UNCLOSED, 1, 1);
	refused("{{=<% %>}}", MSG_TEMPLATE_TAG_UNCLOSED, 1, 1);
	refused("{{}}", MSG_TEMPLATE_TAG_EMPTY, 1, 1);
	refused("a {{# }}{{/ }}", MSG_TEMPLATE_TAG_EMPTY, 1, 3);
	refused("{{>*langue}}", MSG_TEMPLATE_TAG_DYNAMIC, 1, 1);
	refused("{{<*langue}}{{/*langue}}", MSG_TEMPLATE_TAG_DYNAMIC, 1, 1);
	refused("{{=<%=}}", MSG_TEMPLATE_DELIMITERS, 1, 1);
	refused("{{=a b c=}}", MSG_TEMPLATE_DELIMITERS, 1, 1);
	refused("{{== ===}}", MSG_TEMPLATE_DELIMITERS, 1, 1);
	refused("x\n{{#langue}}", MSG_TEMPLATE_SECTION_UNCLOSED, 2, 1);
	refused("{{/langue}}", MSG_TEMPLATE_CLOSE_ALONE, 1, 1);
}

static void a_wrong_closing_tag_has_both_places(void **state)
{
	(void)state;
	struct world w;
	world_of(&w, "{{#langue}}\n{{/page}}");
	assert_false(world_compiles(&w, "a.html"));
	assert_said(&w, 0, MSG_TEMPLATE_CLOSE_OTHER, 2, 1, NULL);
	assert_said(&w, 1, MSG_TEMPLATE_NOTE_OPENED, 1, 1, NULL);
	arena_release(&w.arena);
}

static void all_faults_are_said(void **state)
{
	(void)state;
	struct world w;
	world_of(&w, "{{a}}\n<p {{langue}}>\n{{#b}}{{/b}}\n{{>c}}");
	assert_false(world_compiles(&w, "a.html"));
	assert_int_equal(w.diag.count[DIAG_ERROR], 4);
	assert_false(world_compiles(&w, "a.html"));
	assert_int_equal(w.diag.count[DIAG_ERROR], 4);
	arena_release(&w.arena);
}

/* n times one text, then n times another. */
static struct str repeat(struct world *w, const char *one, size_t n, const char *other)
{
	struct strbuf b = strbuf_on(&w->arena);
	for (size_t i = 0; i < n; i++)
		strbuf_add(&b, str_of(one));
	for (size_t i = 0; i < n; i++)
		strbuf_add(&b, str_of(other));
	return strbuf_str(&b);
}

static void nesting_is_bounded(void **state)
{
	(void)state;
	struct world w;
	world_init(&w);
	world_put(&w, "a.html",
		repeat(&w, "{{#langue}}", TEMPLATE_MAX_NESTING, "{{/langue}}"));
	world_put(&w, "b.html",
		repeat(&w, "{{#langue}}", TEMPLATE_MAX_NESTING + 1, "{{/langue}}"));
	assert_true(world_compiles(&w, "a.html"));
	assert_false(world_compiles(&w, "b.html"));
	assert_said(
		&w, 0, MSG_TEMPLATE_TOO_NESTED, 1, TEMPLATE_MAX_NESTING * 11 + 1, NULL);
	assert_true(str_is(w.diag.list.v[0].arg[0], "32"));
	arena_release(&w.arena);
}

static void files_are_bounded(void **state)
{
	(void)state;
	struct world w;
	world_init(&w);
	world_put(&w, "a.html", repeat(&w, "a", TEMPLATE_MAX_BYTES, ""));
	world_put(&w, "b.html", repeat(&w, "a", TEMPLATE_MAX_BYTES + 1, ""));
	assert_true(world_compiles(&w, "a.html"));
	assert_false(world_compiles(&w, "b.html"));
	assert_said(&w, 0, MSG_TEMPLATE_FILE_TOO_BIG, 0, 0, NULL);
	arena_release(&w.arena);
}

static void pages_are_bounded(void **state)
{
	(void)state;
	struct world w;
	static struct view big[8000];
	world_init(&w);
	for (size_t i = 0; i < 8000; i++)
		big[i] = view_menu[0];
	struct view slots[R_COUNT] = {0};
	slots[R_MENU] = view_list(big, 8000);
	struct view root = view_record(slots);
	world_put(&w, "a.html",
		str_printf(&w.arena, "{{#menu}}{{#elements}}%.*s{{/elements}}{{/menu}}",
			STR_ARG(repeat(&w, "0123456789", 1000, ""))));
	const struct template *t =
		template_compile(w.set, STR("a.html"), &shape_racine);
	assert_non_null(t);
	strbuf_lit(&w.out, "avant");
	assert_false(template_render(t, &root, &w.out, &w.diag));
	assert_text(strbuf_str(&w.out), "avant");
	assert_said(&w, 0, MSG_TEMPLATE_OUTPUT_TOO_BIG, 0, 0, NULL);
	arena_release(&w.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(delimiters_change),
		cmocka_unit_test(lone_tags_leave_no_line),
		cmocka_unit_test(comments_are_not_html),
		cmocka_unit_test(faults_have_their_place),
		cmocka_unit_test(a_wrong_closing_tag_has_both_places),
		cmocka_unit_test(all_faults_are_said),
		cmocka_unit_test(nesting_is_bounded),
		cmocka_unit_test(files_are_bounded),
		cmocka_unit_test(pages_are_bounded),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
