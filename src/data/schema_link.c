/*
 * schema_link.c: addresses as a person writes them: links, https addresses, files of
 * the source, identifiers. Only their form is judged: where they lead is resolve's and
 * check's.
 */
#include "base/strbuf.h"
#include "data/schema_internal.h"
#include "text/scheme.h"
#include "text/utf8.h"

/* Bytes of the scheme before its ':', 0 when there is none. */
static size_t scheme_length(struct str s)
{
	size_t i = 0;
	while (i < s.n &&
		(ascii_alpha(s.p[i]) || (i && (ascii_digit(s.p[i]) || s.p[i] == '+' ||
						      s.p[i] == '-' || s.p[i] == '.'))))
		i++;
	return i < s.n && s.p[i] == ':' ? i : 0;
}

static bool has_scheme(struct arena *a, struct str s, const char *name)
{
	return str_is(str_lower_ascii(a, str_sub(s, 0, scheme_length(s))), name);
}

/* No blank nor control character, and none that ends an address in HTML. */
static bool clean(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] <= ' ' || strchr("<>\"\\^`|", s.p[i]))
			return false;
	return s.n > 0;
}

/* A name with a point inside, of letters (accents too), digits, '-' and {names}. */
static bool looks_like_host(struct str host)
{
	size_t point = str_rindex(host, '.');
	if (point == host.n || point == 0 || host.n - point < 3 || host.p[0] == '.')
		return false;
	for (size_t i = 0; i < host.n; i++) {
		char c = host.p[i];
		bool ok = ascii_alpha(c) || ascii_digit(c) || (unsigned char)c >= 0x80;
		if (!ok && !strchr("-._{}:", c))
			return false;
	}
	return str_find(host, STR("..")) == host.n;
}

/* "https://host..." whole and clean; the scheme is put in small letters. */
static bool web_address(struct scalar *s, const char *scheme)
{
	struct str t = s->v->text;
	size_t n = strlen(scheme);
	if (!has_scheme(s->arena, t, scheme) || !clean(t) ||
		!str_starts(str_from(t, n), STR("://")) ||
		!looks_like_host(address_head(str_from(t, n + 3))))
		return false;
	s->v->text = str_printf(s->arena, "%s%.*s", scheme, STR_ARG(str_from(t, n)));
	return true;
}

/* `www.x.fr` is what is on posters: complete it, and say so. */
static bool complete(struct scalar *s)
{
	struct str whole = str_printf(s->arena, "https://%.*s", STR_ARG(s->v->text));
	diag_say(s->diag, MSG_LINK_COMPLETED, s->v->loc,
		schema_shown(s->arena, s->v->text), schema_shown(s->arena, whole));
	s->v->text = whole;
	return true;
}

bool scalar_https(struct scalar *s)
{
	struct str t = s->v->text;
	if (web_address(s, "https"))
		return true;
	if (clean(t) && scheme_length(t) == 0 && looks_like_host(address_head(t)))
		return complete(s);
	if (web_address(s, "http"))
		return scalar_refuse_with(s, MSG_HTTP_REFUSED,
			str_printf(s->arena, "https%.*s",
				STR_ARG(str_from(s->v->text, 4))));
	return scalar_refuse(s, MSG_HTTPS_INVALID);
}

/* The rest of a mailto: or tel: link, %-escapes and parameters aside. */
static bool contact_link(struct scalar *s)
{
	struct str t = s->v->text;
	struct str rest = str_from(t, scheme_length(t) + 1);
	if (has_scheme(s->arena, t, "mailto"))
		return email_valid(str_sub(rest, 0, str_index(rest, '?')));
	struct phone phone;
	return has_scheme(s->arena, t, "tel") && phone_parse(s->arena, rest, &phone);
}

bool scalar_link(struct scalar *s)
{
	struct str t = s->v->text;
	if (web_address(s, "https") || web_address(s, "http") || contact_link(s))
		return true;
	if (email_valid(t))
		return scalar_refuse_with(s, MSG_LINK_IS_EMAIL,
			str_printf(s->arena, "mailto:%.*s", STR_ARG(t)));
	if (str_starts(str_lower_ascii(s->arena, t), STR("www.")) && clean(t) &&
		looks_like_host(address_head(t)))
		return complete(s);
	/* A path of this site may hold blanks; "//host" would leave the site. */
	if (scheme_length(t) || str_starts(t, STR("//")) || str_index(t, '\\') < t.n ||
		str_index(t, '\n') < t.n)
		return scalar_refuse(s, MSG_LINK_INVALID);
	return true;
}

/* No part of the path is "..": it stays within its folder. */
static bool stays_inside(struct str path)
{
	for (struct str part; str_cut(&path, '/', &part);)
		if (str_is(part, ".."))
			return false;
	return true;
}

bool scalar_path(struct scalar *s)
{
	struct str t = s->v->text;
	if (str_index(t, '\\') < t.n && scheme_length(t) == 0) {
		char *p = arena_text(s->arena, t.n);
		for (size_t i = 0; i < t.n; i++)
			p[i] = t.p[i] == '\\' ? '/' : t.p[i];
		return scalar_refuse_with(s, MSG_PATH_BACKSLASH, (struct str){p, t.n});
	}
	struct str root = t;
	while (str_starts(root, STR("../")) || str_starts(root, STR("./")))
		root = str_from(root, str_index(root, '/') + 1);
	if (str_starts(t, STR("../")) && str_index(root, '/') < root.n &&
		stays_inside(root))
		return scalar_refuse_with(s, MSG_PATH_RELATIVE, root);
	if (scheme_length(t) || !stays_inside(t) || str_index(t, '\n') < t.n)
		return scalar_refuse(s, MSG_PATH_OUTSIDE);
	if (str_starts(t, STR("/"))) {
		while (str_starts(t, STR("/")))
			t = str_from(t, 1);
		return t.n ? scalar_refuse_with(s, MSG_PATH_ABSOLUTE, t)
			   : scalar_refuse(s, MSG_PATH_OUTSIDE);
	}
	while (str_starts(t, STR("./")))
		t = str_from(t, 2);
	if (t.n == 0)
		return scalar_refuse(s, MSG_PATH_OUTSIDE);
	s->v->text = t;
	return true;
}

static bool is_identifier(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!ascii_digit(s.p[i]) && s.p[i] != '-' &&
			!(s.p[i] >= 'a' && s.p[i] <= 'z'))
			return false;
	return s.n > 0;
}

bool scalar_reference(struct scalar *s)
{
	struct str t = s->v->text;
	size_t slash = str_index(t, '/');
	bool two = slash < t.n;
	struct str first = str_sub(t, 0, slash), second = str_from(t, slash + 1);
	if (is_identifier(first) && (!two || is_identifier(second)))
		return true;
	first = utf8_slug(s->arena, first);
	second = utf8_slug(s->arena, second);
	if (first.n == 0 || (two && second.n == 0))
		return scalar_refuse(s, MSG_REFERENCE_INVALID);
	return scalar_refuse_with(s, MSG_REFERENCE_INVALID,
		str_printf(s->arena, "%.*s%s%.*s", STR_ARG(first), two ? "/" : "",
			STR_ARG(second)));
}
