/* Where values may stand in an HTML template, and what they become there. */
#include "world.h"

static void values_stand_in_text_and_quotes(void **state)
{
	(void)state;
	gives("<title>{{langue}}</title><p lang=\"{{langue}}\" title='{{page.titre}}'>",
		"<title>fr</title><p lang=\"fr\" title='L’eau &amp; &lt;vous&gt;'>");
	gives("<a href=\"{{page.adresse}}#x\">{{page.adresse}}</a>",
		"<a href=\"../eau/#x\">../eau/</a>");
	gives("a < b {{langue}} <3 {{langue}}", "a < b fr <3 fr");
	gives("<!doctype html><!-- c --><!-->{{langue}}<!--a--!>{{langue}}",
		"<!doctype html><!-- c --><!-->fr<!--a--!>fr");
	gives("<script src=\"a.js\"></script>{{langue}}<STYLE>p>a{}</style >{{langue}}",
		"<script src=\"a.js\"></script>fr<STYLE>p>a{}</style >fr");
	gives("<script>if (a</scripty>/b/)</script>{{langue}}",
		"<script>if (a</scripty>/b/)</script>fr");
	gives("<br/>{{langue}}<input disabled value=x>{{langue}}",
		"<br/>fr<input disabled value=x>fr");
}

static void values_in_code_are_refused(void **state)
{
	(void)state;
	refused("<script>var x = '{{langue}}';</script>", MSG_TEMPLATE_IN_SCRIPT, 1,
		18);
	refused("<style>\n{{langue}}</style>", MSG_TEMPLATE_IN_SCRIPT, 2, 1);
	refused("<script><!--</script>{{langue}}", MSG_TEMPLATE_IN_SCRIPT, 1, 22);
	refused("<iframe>{{langue}}</iframe>", MSG_TEMPLATE_IN_SCRIPT, 1, 9);
	refused("<script>a</scripty>{{langue}}</script>", MSG_TEMPLATE_IN_SCRIPT, 1,
		20);
	refused("<a onclick=\"f('{{langue}}')\">", MSG_TEMPLATE_IN_HANDLER, 1, 16);
	refused("<a OnClick='{{langue}}'>", MSG_TEMPLATE_IN_HANDLER, 1, 13);
	refused("<p style=\"color: {{langue}}\">", MSG_TEMPLATE_IN_HANDLER, 1, 18);
	refused("<iframe srcdoc=\"{{langue}}\">", MSG_TEMPLATE_IN_HANDLER, 1, 17);
}

static void values_in_tags_are_refused(void **state)
{
	(void)state;
	refused("<p class={{langue}}>", MSG_TEMPLATE_IN_BARE, 1, 10);
	refused("<p class=a{{langue}}>", MSG_TEMPLATE_IN_BARE, 1, 11);
	refused("<p class= {{langue}}>", MSG_TEMPLATE_IN_BARE, 1, 11);
	refused("<{{langue}}>", MSG_TEMPLATE_IN_TAG, 1, 2);
	refused("<h{{langue}}>", MSG_TEMPLATE_IN_TAG, 1, 3);
	refused("</{{langue}}>", MSG_TEMPLATE_IN_TAG, 1, 3);
	refused("<p {{langue}}>", MSG_TEMPLATE_IN_TAG, 1, 4);
	refused("<p data-{{langue}}=\"1\">", MSG_TEMPLATE_IN_TAG, 1, 9);
	refused("<p a=\"1\"{{langue}}>", MSG_TEMPLATE_IN_TAG, 1, 9);
	refused("<!-- {{langue}} -->", MSG_TEMPLATE_IN_COMMENT, 1, 6);
	refused("<!doctype {{langue}}>", MSG_TEMPLATE_IN_COMMENT, 1, 11);
}

static void links_take_addresses_only(void **state)
{
	(void)state;
	refused("<a href=\"{{langue}}\">", MSG_TEMPLATE_NOT_LINK, 1, 10);
	refused("<a href=\"/{{langue}}\">", MSG_TEMPLATE_NOT_LINK, 1, 11);
	refused("<img SRC='{{langue}}'>", MSG_TEMPLATE_NOT_LINK, 1, 11);
	refused("<form action=\"{{#menu}}{{nombre}}{{/menu}}\">", MSG_TEMPLATE_NOT_LINK,
		1, 24);
	refused("<a href=\"{{page.contenu}}\">", MSG_TEMPLATE_NOT_LINK, 1, 10);
	refused("<p title=\"{{page.contenu}}\">", MSG_TEMPLATE_HTML_AS_TEXT, 1, 11);
	refused("<title>{{page.contenu}}</title>", MSG_TEMPLATE_HTML_AS_TEXT, 1, 8);
	refused("<a href=\"javascript:f('{{page.adresse}}')\">", MSG_TEMPLATE_SCHEME, 1,
		20);
	refused("<a href=\" DATA:x\">", MSG_TEMPLATE_SCHEME, 1, 15);
	refused("<a href=vbscript:x>", MSG_TEMPLATE_SCHEME, 1, 17);
	gives("<a href=\"javas:\"><a href=\"datas/\"><p title=\"data:\">",
		"<a href=\"javas:\"><a href=\"datas/\"><p title=\"data:\">");
}

static void a_meta_refresh_takes_no_value(void **state)
{
	(void)state;
	refused("<meta http-equiv=\"refresh\" content=\"0;url={{page.adresse}}\">",
		MSG_TEMPLATE_REFRESH, 1, 43);
	refused("<meta content=\"{{langue}}\" http-equiv=\"refresh\">",
		MSG_TEMPLATE_REFRESH, 1, 38);
	refused("<meta http-equiv=\"{{langue}}\">", MSG_TEMPLATE_REFRESH, 1, 19);
	gives("<meta name=\"d\" content=\"{{langue}}\"><meta http-equiv=\"a\" "
	      "content=\"b\">",
		"<meta name=\"d\" content=\"fr\"><meta http-equiv=\"a\" "
		"content=\"b\">");
}

static void unsafe_addresses_lead_nowhere(void **state)
{
	(void)state;
	static const char *const bad[] = {"javascript:x()", "JavaScript:x",
		"data:text/html,x", "java\nscript:x", " javascript:x", "vbscript:x",
		":x", "blob:x", "file:///x", "x\x7f", "javascript&colon;:"};
	static const char *const good[] = {"https://a.fr/", "HTTP://a.fr",
		"mailto:a@b.fr", "tel:+33", "#a:b", "?a:b", "a/b:c", "", "webcal://a",
		"//a.fr/"};
	for (size_t i = 0;
		i < sizeof bad / sizeof bad[0] + sizeof good / sizeof good[0]; i++) {
		bool safe = i >= sizeof bad / sizeof bad[0];
		struct world w;
		world_of(&w, "é\n<a href=\"{{page.adresse}}\">");
		struct view page[6] = {0}, root[R_COUNT] = {0};
		page[PAGE_ADRESSE] = view_text(
			str_of(safe ? good[i - sizeof bad / sizeof bad[0]] : bad[i]));
		root[R_PAGE] = view_record(page);
		struct view v = view_record(root);
		struct str out = world_render(&w, "a.html", &v);
		assert_int_equal(w.diag.list.n, safe ? 0 : 1);
		if (!safe) {
			assert_said(&w, 0, MSG_TEMPLATE_LINK_REFUSED, 2, 10, NULL);
			assert_text(out, "é\n<a href=\"#\">");
		}
		arena_release(&w.arena);
	}
}

static void sections_leave_the_html_as_they_found_it(void **state)
{
	(void)state;
	gives("<li{{#page}}{{#accueil}} class=\"a\"{{/accueil}}{{/page}}>{{langue}}",
		"<li class=\"a\">fr");
	gives("<input {{#langue}}checked{{/langue}}>{{langue}}", "<input checked>fr");
	gives("<p class=\"a{{#langue}} b{{/langue}}\"{{#langue}} id=\"c\"{{/langue}} "
	      "x>",
		"<p class=\"a b\" id=\"c\" x>");
	gives("<p class=a{{#langue}} id=\"c\"{{/langue}}>", "<p class=a id=\"c\">");
	gives("<title>{{#langue}}{{langue}}{{/langue}}</title>", "<title>fr</title>");
	refused("{{#langue}}<p {{/langue}}>", MSG_TEMPLATE_STATE_LEFT, 1, 1);
	refused("<p {{#langue}}>{{/langue}}", MSG_TEMPLATE_STATE_LEFT, 1, 4);
	refused("{{^langue}}<!--{{/langue}}-->", MSG_TEMPLATE_STATE_LEFT, 1, 1);
	refused("<p class=\"{{#langue}}\" id=\"{{/langue}}\">", MSG_TEMPLATE_STATE_LEFT,
		1, 11);
	refused("<p class={{#langue}}\"a\"{{/langue}}>", MSG_TEMPLATE_STATE_LEFT, 1,
		10);
	refused("{{#langue}}<script>{{/langue}}a</script>", MSG_TEMPLATE_STATE_LEFT, 1,
		1);
	refused("<{{#langue}}/{{/langue}}p>", MSG_TEMPLATE_STATE_LEFT, 1, 2);
}

static void names_are_not_glued_by_sections(void **state)
{
	(void)state;
	refused("<a href=\"x\"class=\"y\">", MSG_TEMPLATE_GLUED, 1, 12);
	refused("<a{{#langue}}bc{{/langue}}>", MSG_TEMPLATE_GLUED, 1, 14);
	refused("<a{{#langue}} b{{/langue}}c>", MSG_TEMPLATE_GLUED, 1, 27);
	refused("<tit{{#langue}} {{/langue}}le>", MSG_TEMPLATE_GLUED, 1, 28);
	refused("<a href{{#langue}}=\"x\"{{/langue}}>", MSG_TEMPLATE_GLUED, 1, 19);
}

static void a_page_is_whole(void **state)
{
	(void)state;
	refused("<p>\n<a", MSG_TEMPLATE_STATE_END, 2, 3);
	refused("<script>", MSG_TEMPLATE_STATE_END, 1, 9);
	refused("<!-- a --", MSG_TEMPLATE_STATE_END, 1, 10);
	refused("<a href=\"b>", MSG_TEMPLATE_STATE_END, 1, 12);
}

static void other_endings_escape_otherwise(void **state)
{
	(void)state;
	static const struct {
		const char *name, *expected;
	} rows[] = {
		{"a.xml",
			"<L’eau &amp; &lt;vous&gt;=&lt;p&gt;Bon&amp;nbsp;!&lt;/p&gt;"},
		{"a.json", "<L’eau & \\u003cvous>=\\u003cp>Bon&nbsp;!\\u003c/p>"},
		{"a.ics", "<L’eau & <vous>=<p>Bon&nbsp\\;!</p>"},
		{"a.csv", "<L’eau & <vous>=\"<p>Bon&nbsp;!</p>\""},
		{"a.txt", "<L’eau & <vous>=<p>Bon&nbsp;!</p>"},
		{"b.html/a", "<L’eau & <vous>=<p>Bon&nbsp;!</p>"}};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct world w;
		world_init(&w);
		world_put(&w, rows[i].name, STR("<{{page.titre}}={{page.contenu}}"));
		struct str got = world_render(&w, rows[i].name, &view_root);
		if (!str_is(got, rows[i].expected))
			fail_msg("%s gives %.*s", rows[i].name, STR_ARG(got));
		arena_release(&w.arena);
	}
	struct world w;
	world_init(&w);
	world_put(&w, "a.xml", STR("{{{page.contenu}}}"));
	assert_text(world_render(&w, "a.xml", &view_root), "<p>Bon&nbsp;!</p>");
	world_put(&w, "b.xml", STR("{{{langue}}}"));
	assert_false(world_compiles(&w, "b.xml"));
	assert_said(&w, 0, MSG_TEMPLATE_RAW_TEXT, 1, 1, NULL);
	arena_release(&w.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_stand_in_text_and_quotes),
		cmocka_unit_test(values_in_code_are_refused),
		cmocka_unit_test(values_in_tags_are_refused),
		cmocka_unit_test(links_take_addresses_only),
		cmocka_unit_test(a_meta_refresh_takes_no_value),
		cmocka_unit_test(unsafe_addresses_lead_nowhere),
		cmocka_unit_test(sections_leave_the_html_as_they_found_it),
		cmocka_unit_test(names_are_not_glued_by_sections),
		cmocka_unit_test(a_page_is_whole),
		cmocka_unit_test(other_endings_escape_otherwise),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
