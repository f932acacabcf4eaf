/* A text inside another language: what it means must not change, nor get out. */
#include "../same.h"

#include "text/escape.h"

static struct arena a;

static int emptied(void **state)
{
	(void)state;
	arena_release(&a);
	return 0;
}

static struct str by(void (*escape)(struct strbuf *, struct str), struct str s)
{
	struct strbuf b = strbuf_on(&a);
	escape(&b, s);
	return strbuf_str(&b);
}

#define GIVES(escape, in, out) assert_same(by(escape, STR(in)), out)

static void html(void **state)
{
	(void)state;
	GIVES(escape_html, "", "");
	GIVES(escape_html, "L’été", "L’été");
	GIVES(escape_html, "<a href=\"x\">'&'</a>",
		"&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
	GIVES(escape_html, "&amp;", "&amp;amp;");
	GIVES(escape_html, "' onload='x", "&#39; onload=&#39;x");
}

static void xml_drops_what_xml_forbids(void **state)
{
	(void)state;
	GIVES(escape_xml, "a<b>&\"'", "a&lt;b&gt;&amp;&quot;&#39;");
	GIVES(escape_xml,
		"a\x01\x08\x0B\x1F"
		"b\tc\nd",
		"ab\tc\nd");
	GIVES(escape_xml, "]]>", "]]&gt;");
	GIVES(escape_xml,
		"\xEF\xBF\xBE\xEF\xBF\xBF"
		"x",
		"x");
	GIVES(escape_xml, "\xFF", "\uFFFD");
	GIVES(escape_xml, "é𝄞", "é𝄞");
}

static void json_can_stand_in_a_script(void **state)
{
	(void)state;
	GIVES(escape_json, "\"\\\n\r\t\x01", "\\\"\\\\\\n\\u000d\\u0009\\u0001");
	GIVES(escape_json, "</script><!--", "\\u003c/script>\\u003c!--");
	GIVES(escape_json, "\u2028\u2029\x7F", "\\u2028\\u2029\\u007f");
	GIVES(escape_json, "\xC3", "\uFFFD");
	GIVES(escape_json, "é/𝄞", "é/𝄞");
	assert_same(by(escape_json, (struct str){"a\0b", 3}), "a\\u0000b");
}

static void urls(void **state)
{
	(void)state;
	GIVES(escape_url_component, "a b/c?d=e&f#g", "a%20b%2Fc%3Fd%3De%26f%23g");
	GIVES(escape_url_component, "aZ09-._~", "aZ09-._~");
	GIVES(escape_url_component, "é%", "%C3%A9%25");
	GIVES(escape_url_component, "@evil.example", "%40evil.example");
	GIVES(escape_url_component, "../..", "..%2F..");
	assert_same(by(escape_url_component, (struct str){"\0", 1}), "%00");
	GIVES(escape_url_path, "a b/é.pdf", "a%20b/%C3%A9.pdf");
	GIVES(escape_url_path, "a?b#c:d", "a%3Fb%23c%3Ad");
	GIVES(escape_url_path, "javascript:x", "javascript%3Ax");
}

static void urls_are_read_back(void **state)
{
	(void)state;
	assert_same(unescape_url(&a, STR("a%20b%C3%A9")), "a bé");
	assert_same(unescape_url(&a, STR("%zz%4%")), "%zz%4%");
	assert_same(unescape_url(&a, STR("100%")), "100%");
	assert_same(unescape_url(&a, STR("%2e%2E")), "..");
	assert_same(unescape_url(&a, STR("%2541")), "%41");
	struct str s = STR("rien");
	assert_ptr_equal(unescape_url(&a, s).p, s.p);
	char all[256];
	for (int i = 0; i < 256; i++)
		all[i] = (char)i;
	struct str bytes = {all, sizeof all};
	assert_true(str_eq(unescape_url(&a, by(escape_url_component, bytes)), bytes));
	assert_true(str_eq(unescape_url(&a, by(escape_url_path, bytes)), bytes));
}

static void csv_is_quoted_where_needed(void **state)
{
	(void)state;
	GIVES(escape_csv, "simple", "simple");
	GIVES(escape_csv, "", "");
	GIVES(escape_csv, "a,b", "\"a,b\"");
	GIVES(escape_csv, "a;b", "\"a;b\"");
	GIVES(escape_csv, "dit \"oui\"", "\"dit \"\"oui\"\"\"");
	GIVES(escape_csv, "a\nb", "\"a\nb\"");
	GIVES(escape_csv, " a", "\" a\"");
	GIVES(escape_csv, "a ", "\"a \"");
}

static void csv_runs_no_formula(void **state)
{
	(void)state;
	GIVES(escape_csv, "=1+1", "'=1+1");
	GIVES(escape_csv, "=HYPERLINK(\"http://x\";\"y\")",
		"\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\"");
	GIVES(escape_csv, "@SUM(A1)", "'@SUM(A1)");
	GIVES(escape_csv, "+cmd|'/C calc'!A0", "'+cmd|'/C calc'!A0");
	GIVES(escape_csv, "-2+3", "'-2+3");
	GIVES(escape_csv, "-", "'-");
	GIVES(escape_csv, "\t=1", "\"'\t=1\"");
	GIVES(escape_csv, "\r=1", "\"'\r=1\"");
	GIVES(escape_csv, "\n=1", "\"'\n=1\"");
	/* Numbers are no formulas. */
	GIVES(escape_csv, "-12.5", "-12.5");
	GIVES(escape_csv, "+33233000000", "+33233000000");
	GIVES(escape_csv, "+33 2 33 00 00 00", "+33 2 33 00 00 00");
}

/* A phone is shown with no-break spaces: an apostrophe before it would spoil it. */
static void csv_leaves_a_shown_phone_alone(void **state)
{
	(void)state;
	GIVES(escape_csv, "+508\u00A041\u202F00\u202F00",
		"+508\u00A041\u202F00\u202F00");
	GIVES(escape_csv, "+é", "'+é");
}

static void icalendar(void **state)
{
	(void)state;
	GIVES(escape_ics, "a,b;c\\d", "a\\,b\\;c\\\\d");
	GIVES(escape_ics, "a\nb\r\nc\rd", "a\\nb\\nc\\nd");
	GIVES(escape_ics, "a\r\nEND:VCALENDAR", "a\\nEND:VCALENDAR");
	GIVES(escape_ics, "\x01\x7F\tx:\"y\"", "\tx:\"y\"");
	GIVES(escape_ics, "été", "été");
}

int main(void)
{
#define T(test) cmocka_unit_test_teardown(test, emptied)
	const struct CMUnitTest tests[] = {
		T(html),
		T(xml_drops_what_xml_forbids),
		T(json_can_stand_in_a_script),
		T(urls),
		T(urls_are_read_back),
		T(csv_is_quoted_where_needed),
		T(csv_runs_no_formula),
		T(csv_leaves_a_shown_phone_alone),
		T(icalendar),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
