/*
 * style_links.c: url(...) of a style sheet, which names files of the theme as their
 * author does, turned into the names they are published under. It understands no other
 * CSS.
 */
#include "render/render_internal.h"

/* "fonts/a.css" + "../b.svg" -> "b.svg"; empty when it would leave assets/. */
static struct str joined(struct arena *a, struct str path, struct str written)
{
	size_t slash = str_rindex(path, '/');
	struct str folder = slash == path.n ? (struct str){0} : str_sub(path, 0, slash);
	while (str_starts(written, STR("./")) || str_starts(written, STR("../"))) {
		bool up = written.p[1] == '.';
		if (up && !folder.n)
			return (struct str){0};
		if (up) {
			size_t cut = str_rindex(folder, '/');
			folder = str_sub(folder, 0, cut == folder.n ? 0 : cut);
		}
		written = str_from(written, up ? 3 : 2);
	}
	return folder.n ? str_printf(a, "%.*s/%.*s", STR_ARG(folder), STR_ARG(written))
			: written;
}

/* The published path of an asset named so in a sheet; empty when it is none. */
static struct str published(struct render *r, struct str path, struct str written)
{
	struct str name = joined(r->site, path, written);
	for (size_t i = 0; i < r->theme->assets.n; i++)
		if (name.n && str_eq(r->theme->assets.v[i].path, name))
			return r->assets[i];
	return (struct str){0};
}

static void put_up(struct strbuf *b, struct str path)
{
	for (size_t i = 0; i < path.n; i++)
		if (path.p[i] == '/')
			strbuf_lit(b, "../");
}

struct str style_links(struct render *r, struct str path, struct str css)
{
	struct strbuf b = strbuf_on(r->site);
	struct str rest = css, open = STR("url(");
	for (size_t at; (at = str_find(rest, open)) < rest.n;) {
		size_t end = str_index(str_from(rest, at), ')');
		struct str inside = str_trim(str_sub(rest, at + open.n, at + end));
		if (inside.n > 1 && (inside.p[0] == '"' || inside.p[0] == '\''))
			inside = str_sub(inside, 1, inside.n - 1);
		struct str name = published(r, path, inside);
		if (name.n) {
			strbuf_add(&b, str_sub(rest, 0, at));
			strbuf_lit(&b, "url(\"");
			put_up(&b, path);
			strbuf_add(&b, str_from(name, 7)); /* without "assets/" */
			strbuf_byte(&b, '"');
		} else {
			strbuf_add(&b, str_sub(rest, 0, at + end));
		}
		rest = str_from(rest, at + end);
	}
	strbuf_add(&b, rest);
	return strbuf_str(&b);
}
