/*
 * style_links.c: what a style sheet names, by url(...) or @import, which its author names
 * as files of the theme, turned into the names they are published under. It understands
 * no other CSS.
 */
#include "render/render_internal.h"
#include "text/nearest.h"

struct style_text {
	struct render *r;
	const struct theme_asset *asset;
	struct str css;
	size_t copied; /* bytes of css that are in out, or replaced there */
	struct strbuf out;
};

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

/* Where byte `at` of a sheet stands, for a message. */
static struct loc place_of(const struct style_text *s, size_t at)
{
	struct arena *a = s->r->site;
	struct origin *o = arena_new(a, struct origin);
	o->name = str_printf(a, "%.*s: assets/%.*s", STR_ARG(s->asset->layer),
		STR_ARG(s->asset->path));
	o->layer = s->asset->layer;
	o->text = s->css;
	return loc_at(o, at);
}

/* A name that is none of the theme's: a page asks nothing of another host. */
static void say_no_asset(struct style_text *s, size_t at, struct str written)
{
	struct render *r = s->r;
	struct str lower = str_lower_ascii(r->site, written);
	struct str_list names = {0};
	if (!written.n || str_starts(lower, STR("data:")))
		return;
	struct loc loc = place_of(s, at);
	if (str_starts(lower, STR("//")) || str_find(lower, STR("://")) < lower.n) {
		diag_say(r->d, MSG_STYLE_OUTSIDE, loc, written);
		return;
	}
	for (size_t i = 0; i < r->theme->assets.n; i++)
		*list_add(r->site, &names) = r->theme->assets.v[i].path;
	diag_say(r->d, MSG_STYLE_ABSENT, loc, written);
	say_nearest(r->d, loc, written, &names);
}

/* The published path of an asset named so at byte `at`; empty when it is none. */
static struct str published(struct style_text *s, size_t at, struct str written)
{
	struct render *r = s->r;
	struct str name = joined(r->site, s->asset->path, written);
	bool there = false;
	for (size_t i = 0; name.n && i < r->theme->assets.n; i++) {
		if (!str_eq(r->theme->assets.v[i].path, name))
			continue;
		there = true;
		if (asset_name(r, i))
			return r->assets[i];
		diag_say(r->d, MSG_STYLE_LOOP, place_of(s, at), written,
			str_printf(r->site, "%d", STYLE_DEPTH_MAX));
	}
	if (!there)
		say_no_asset(s, at, written);
	return (struct str){0};
}

static void put_up(struct strbuf *b, struct str path)
{
	for (size_t i = 0; i < path.n; i++)
		if (path.p[i] == '/')
			strbuf_lit(b, "../");
}

/* The name that stands, quoted or not, in bytes [from, to): replaced when it is known. */
static void put_name(struct style_text *s, size_t from, size_t to)
{
	struct str inside = str_trim(str_sub(s->css, from, to));
	if (inside.n > 1 && (inside.p[0] == '"' || inside.p[0] == '\''))
		inside = str_sub(inside, 1, inside.n - 1);
	size_t end = 0; /* of the file's name: "icons.svg#eau" */
	while (end < inside.n && inside.p[end] != '#' && inside.p[end] != '?')
		end++;
	struct str name = published(s, from, str_sub(inside, 0, end));
	if (!name.n)
		return;
	strbuf_add(&s->out, str_sub(s->css, s->copied, from));
	strbuf_byte(&s->out, '"');
	put_up(&s->out, s->asset->path);
	strbuf_add(&s->out, str_from(name, 7)); /* without "assets/" */
	strbuf_add(&s->out, str_from(inside, end));
	strbuf_byte(&s->out, '"');
	s->copied = to;
}

/* The end of the quoted text that begins at `at`, behind its quote. */
static size_t quoted_end(struct str css, size_t at)
{
	for (size_t i = at + 1; i < css.n; i++) {
		if (css.p[i] == '\\')
			i++;
		else if (css.p[i] == css.p[at])
			return i + 1;
	}
	return css.n;
}

static bool begins(struct str css, size_t at, struct str word)
{
	for (size_t i = 0; i < word.n; i++)
		if (at + i >= css.n || ascii_lower(css.p[at + i]) != word.p[i])
			return false;
	return true;
}

/* @import "other.css": where its quoted name begins; `at` when it is written as url(). */
static size_t import_name(struct str css, size_t at)
{
	size_t i = at;
	while (i < css.n && (css.p[i] == ' ' || css.p[i] == '\t' || css.p[i] == '\n'))
		i++;
	return i < css.n && (css.p[i] == '"' || css.p[i] == '\'') ? i : at;
}

/* The first bytes of what step knows. */
static const bool opens[256] = {['/'] = true,
	['u'] = true,
	['U'] = true,
	['@'] = true,
	['"'] = true,
	['\''] = true};

/* What begins at byte `at`, names put on the way; where to look further. */
static size_t step(struct style_text *s, size_t at)
{
	static const struct str comment = STR_INIT("/*"), url = STR_INIT("url("),
				import = STR_INIT("@import");
	struct str css = s->css;
	if (begins(css, at, comment)) {
		size_t n = str_find(str_from(css, at + 2), STR("*/"));
		return at + 2 + n + 2;
	}
	if (begins(css, at, url)) {
		size_t from = at + url.n;
		size_t to = from + str_index(str_from(css, from), ')');
		put_name(s, from, to);
		return to;
	}
	if (begins(css, at, import)) {
		size_t from = import_name(css, at + import.n);
		if (from == at + import.n)
			return from;
		put_name(s, from, quoted_end(css, from));
		return quoted_end(css, from);
	}
	bool quote = css.p[at] == '"' || css.p[at] == '\'';
	return quote ? quoted_end(css, at) : at + 1;
}

struct str style_links(struct render *r, size_t asset)
{
	const struct theme_asset *x = &r->theme->assets.v[asset];
	struct style_text s = {
		.r = r, .asset = x, .css = x->bytes, .out = strbuf_on(r->site)};
	for (size_t at = 0; at < s.css.n;)
		at = opens[(unsigned char)s.css.p[at]] ? step(&s, at) : at + 1;
	strbuf_add(&s.out, str_from(s.css, s.copied));
	return strbuf_str(&s.out);
}
