/*
 * html_state.c: one byte of HTML after another. What is kept of names is their first
 * letters: all that matter here are short.
 */
#include "template/html_state.h"

static bool is_blank(char c)
{
	return ascii_blank(c) || c == '\f';
}

static bool is_one_of(struct str s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_is(s, words[i]))
			return true;
	return false;
}
#define ONE_OF(s, words) is_one_of((s), (words), sizeof(words) / sizeof(words)[0])

/* Elements whose contents are not markup. */
static const char *const code[] = {
	"script", "style", "iframe", "noembed", "noframes", "xmp", "plaintext"};
static const char *const titles[] = {"title", "textarea"};

/* Attributes that hold an address. */
static const char *const links[] = {"href", "src", "action", "formaction", "poster",
	"cite", "background", "data", "longdesc", "manifest", "ping", "xlink:href",
	"srcset", "imagesrcset", "icon", "codebase", "archive", "profile", "classid",
	"usemap"};

bool html_in_code(const struct html_state *s)
{
	return s->where == HTML_RAW && ONE_OF(html_element(s), code);
}

bool html_in_title(const struct html_state *s)
{
	return s->where == HTML_RAW && ONE_OF(html_element(s), titles);
}

static enum html_attribute attribute_of(struct str name)
{
	static const char *const equiv = "http-equiv", *const content = "content";
	if (str_starts(name, STR("on")) || str_is(name, "style") ||
		str_is(name, "srcdoc"))
		return HTML_HANDLER;
	if (str_is(name, equiv))
		return HTML_EQUIV;
	if (str_is(name, content))
		return HTML_CONTENT;
	return ONE_OF(name, links) ? HTML_LINK : HTML_PLAIN;
}

static void keep(char *name, unsigned char *n, char c)
{
	if (*n < HTML_NAME_MAX)
		name[(*n)++] = ascii_lower(c);
}

static void forget_name(struct html_state *s)
{
	memset(s->name, 0, sizeof s->name);
	s->n_name = 0;
}

/* The page's text again, or the contents of an element that holds none. */
static void tag_ends(struct html_state *s)
{
	bool raw = !s->closing &&
		   (ONE_OF(html_element(s), code) || ONE_OF(html_element(s), titles));
	struct html_state next = {.where = raw ? HTML_RAW : HTML_TEXT};
	if (raw) {
		memcpy(next.element, s->element, sizeof next.element);
		next.n_element = s->n_element;
	}
	*s = next;
}

static void tag_begins(struct html_state *s, char c, bool closing)
{
	*s = (struct html_state){.where = HTML_TAG_NAME, .closing = closing};
	keep(s->element, &s->n_element, c);
}

/* An attribute's name is whole. */
static enum html_fault name_ends(struct html_state *s)
{
	s->attribute = (unsigned char)attribute_of(html_name(s));
	if (s->attribute == HTML_EQUIV) {
		bool valued = s->equiv == 2;
		s->equiv = 1;
		return valued ? HTML_REFRESH : HTML_FINE;
	}
	return HTML_FINE;
}

static void attribute_begins(struct html_state *s, char c)
{
	forget_name(s);
	s->attribute = HTML_PLAIN;
	s->where = HTML_ATTR_NAME;
	keep(s->name, &s->n_name, c);
}

static void value_begins(struct html_state *s, enum html_where where)
{
	s->where = (unsigned char)where;
	s->open = s->attribute == HTML_LINK;
}

static void value_ends(struct html_state *s, enum html_where where)
{
	forget_name(s);
	s->attribute = HTML_PLAIN;
	s->open = 0;
	s->match = 0;
	s->where = (unsigned char)where;
}

/* In a tag, before or between attributes. */
static enum html_fault between(struct html_state *s, char c)
{
	bool needs_blank = s->where == HTML_GAP;
	if (c == '>')
		tag_ends(s);
	else if (c == '/')
		s->where = HTML_SLASH;
	else if (is_blank(c))
		s->where = HTML_BEFORE_ATTR;
	else
		attribute_begins(s, c);
	return needs_blank && s->where == HTML_ATTR_NAME ? HTML_GLUED : HTML_FINE;
}

static enum html_fault in_name(struct html_state *s, char c)
{
	if (c != '=' && c != '>' && c != '/' && !is_blank(c)) {
		keep(s->name, &s->n_name, c);
		return HTML_FINE;
	}
	enum html_fault fault = name_ends(s);
	if (c == '=') {
		s->where = HTML_BEFORE_VALUE;
	} else if (is_blank(c)) {
		s->where = HTML_AFTER_NAME;
	} else {
		value_ends(s, HTML_BEFORE_ATTR);
		between(s, c);
	}
	return fault;
}

static enum html_fault after_name(struct html_state *s, char c)
{
	if (is_blank(c))
		return HTML_FINE;
	if (c == '=') {
		s->where = HTML_BEFORE_VALUE;
		return HTML_FINE;
	}
	value_ends(s, HTML_BEFORE_ATTR);
	return between(s, c);
}

/*
 * The first letters of an address, against the schemes that run code or carry a page.
 * `open` is 1 + how many were read, 0 once none fits; `match` holds, a bit each, those
 * that still do.
 */
static enum html_fault scheme(struct html_state *s, char c)
{
	static const char *const bad[] = {"javascript", "vbscript", "data"};
	if (!s->open || (s->open == 1 && is_blank(c)))
		return HTML_FINE;
	bool going = false;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		unsigned char bit = (unsigned char)(1u << i);
		size_t at = s->open - 1u, n = strlen(bad[i]);
		if (at == 0)
			s->match |= bit;
		if (!(s->match & bit))
			continue;
		if (at == n && c == ':') {
			s->open = 0;
			return HTML_SCHEME;
		}
		if (at < n && ascii_lower(c) == bad[i][at])
			going = true;
		else
			s->match &= (unsigned char)~bit;
	}
	s->open = going ? (unsigned char)(s->open + 1) : 0;
	return HTML_FINE;
}

static enum html_fault in_value(struct html_state *s, char c)
{
	char end = s->where == HTML_DOUBLE ? '"' : '\'';
	if (s->where == HTML_BARE && (c == '>' || is_blank(c))) {
		value_ends(s, HTML_BEFORE_ATTR);
		return between(s, c);
	}
	if (s->where != HTML_BARE && c == end) {
		value_ends(s, HTML_GAP);
		return HTML_FINE;
	}
	return scheme(s, c);
}

static enum html_fault before_value(struct html_state *s, char c)
{
	if (is_blank(c))
		return HTML_FINE;
	if (c == '"') {
		value_begins(s, HTML_DOUBLE);
	} else if (c == '\'') {
		value_begins(s, HTML_SINGLE);
	} else {
		value_begins(s, HTML_BARE);
		return in_value(s, c);
	}
	return HTML_FINE;
}

static void tag_name(struct html_state *s, char c)
{
	if (c == '>' || c == '/' || is_blank(c)) {
		s->where = HTML_BEFORE_ATTR;
		between(s, c);
	} else {
		keep(s->element, &s->n_element, c);
	}
}

static void after_less(struct html_state *s, char c)
{
	if (ascii_alpha(c))
		tag_begins(s, c, s->where == HTML_END_OPEN);
	else if (s->where == HTML_TAG_OPEN && c == '/')
		s->where = HTML_END_OPEN;
	else if (s->where == HTML_TAG_OPEN && c == '!')
		s->where = HTML_DECLARATION;
	else if (s->where == HTML_TAG_OPEN && c != '?')
		s->where = c == '<' ? HTML_TAG_OPEN : HTML_TEXT;
	else
		s->where = c == '>' ? HTML_TEXT : HTML_BOGUS;
}

/* <!- then <!-- ; anything else is a declaration that > ends. */
static void declaration(struct html_state *s, char c)
{
	if (c == '-' && s->match == 0) {
		s->match = 1;
	} else if (c == '-') {
		s->where = HTML_COMMENT;
		s->match = 2; /* <!--> is a whole comment */
	} else {
		s->match = 0;
		s->where = c == '>' ? HTML_TEXT : HTML_BOGUS;
	}
}

/* --> and --!> end a comment: match counts the dashes, 3 for --! */
static void comment(struct html_state *s, char c)
{
	if (c == '>' && s->match >= 2)
		*s = (struct html_state){.where = HTML_TEXT};
	else if (c == '-' && s->match != 3)
		s->match = s->match < 2 ? (unsigned char)(s->match + 1) : 2;
	else if (c == '!' && s->match == 2)
		s->match = 3;
	else
		s->match = c == '-';
}

/*
 * Text up to </element. Within <!-- of a script some end tags do not count: rather than
 * count them as browsers do, none does before -->. `name` holds the last four bytes.
 */
static void raw(struct html_state *s, char c)
{
	size_t want = s->match < 2 ? 0 : s->match - 2u;
	memmove(s->name, s->name + 1, 3);
	s->name[3] = c;
	s->n_name = 0;
	if (str_is(html_element(s), "script")) {
		if (memcmp(s->name, "<!--", 4) == 0)
			s->hidden = 1;
		else if (memcmp(s->name + 1, "-->", 3) == 0)
			s->hidden = 0;
	}
	if (s->match >= 2 && want == s->n_element && !s->hidden &&
		(c == '>' || c == '/' || is_blank(c))) {
		s->closing = 1;
		s->match = 0;
		forget_name(s);
		s->where = HTML_BEFORE_ATTR;
		between(s, c);
	} else if (c == '<') {
		s->match = 1;
	} else if (s->match == 1 && c == '/') {
		s->match = 2;
	} else if (s->match >= 2 && want < s->n_element &&
		   ascii_lower(c) == s->element[want]) {
		s->match++;
	} else {
		s->match = 0;
	}
}

enum html_fault html_feed(struct html_state *s, char c)
{
	switch ((enum html_where)s->where) {
	case HTML_TEXT:
		if (c == '<')
			s->where = HTML_TAG_OPEN;
		return HTML_FINE;
	case HTML_TAG_OPEN:
	case HTML_END_OPEN: after_less(s, c); return HTML_FINE;
	case HTML_TAG_NAME: tag_name(s, c); return HTML_FINE;
	case HTML_BEFORE_ATTR:
	case HTML_SLASH:
	case HTML_GAP: return between(s, c);
	case HTML_ATTR_NAME: return in_name(s, c);
	case HTML_AFTER_NAME: return after_name(s, c);
	case HTML_BEFORE_VALUE: return before_value(s, c);
	case HTML_DOUBLE:
	case HTML_SINGLE:
	case HTML_BARE: return in_value(s, c);
	case HTML_DECLARATION: declaration(s, c); return HTML_FINE;
	case HTML_COMMENT: comment(s, c); return HTML_FINE;
	case HTML_BOGUS:
		if (c == '>')
			s->where = HTML_TEXT;
		return HTML_FINE;
	case HTML_RAW: raw(s, c); return HTML_FINE;
	}
	return HTML_FINE;
}

/* Every place in a tag where only a blank, '/' or '>' may follow is the same place. */
void html_boundary(struct html_state *s)
{
	switch ((enum html_where)s->where) {
	case HTML_ATTR_NAME:
	case HTML_AFTER_NAME:
		name_ends(s);
		value_ends(s, HTML_GAP);
		break;
	case HTML_TAG_NAME:
	case HTML_BARE: value_ends(s, HTML_GAP); break;
	case HTML_DOUBLE:
	case HTML_SINGLE:
		s->open = 0;
		s->match = 0;
		break;
	case HTML_RAW:
	case HTML_COMMENT:
		if (s->where == HTML_RAW)
			forget_name(s);
		s->match = 0;
		break;
	default: break;
	}
}

bool html_leave(struct html_state *found, const struct html_state *now)
{
	struct html_state a = *found, b = *now;
	html_boundary(&a);
	html_boundary(&b);
	bool in_tag = (a.where == HTML_GAP || a.where == HTML_BEFORE_ATTR) &&
		      (b.where == HTML_GAP || b.where == HTML_BEFORE_ATTR);
	if (in_tag && a.where != b.where)
		a.where = b.where = HTML_GAP;
	if (in_tag)
		a.equiv = b.equiv = a.equiv > b.equiv ? a.equiv : b.equiv;
	bool same = memcmp(&a, &b, sizeof a) == 0;
	if (same)
		*found = a;
	return same;
}

struct str html_show(struct arena *a, const struct html_state *s)
{
	struct str e = html_element(s), n = html_name(s);
	switch ((enum html_where)s->where) {
	case HTML_TEXT: return STR("<p>…");
	case HTML_TAG_OPEN:
	case HTML_END_OPEN: return STR("<…");
	case HTML_DOUBLE:
		return str_printf(a, "<%.*s %.*s=\"…", STR_ARG(e), STR_ARG(n));
	case HTML_SINGLE: return str_printf(a, "<%.*s %.*s='…", STR_ARG(e), STR_ARG(n));
	case HTML_BARE:
	case HTML_BEFORE_VALUE:
		return str_printf(a, "<%.*s %.*s=…", STR_ARG(e), STR_ARG(n));
	case HTML_DECLARATION:
	case HTML_BOGUS: return STR("<!…");
	case HTML_COMMENT: return STR("<!--…");
	case HTML_RAW: return str_printf(a, "<%.*s>…", STR_ARG(e));
	default: return str_printf(a, "<%s%.*s …", s->closing ? "/" : "", STR_ARG(e));
	}
}
