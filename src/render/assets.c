/*
 * assets.c: the theme's files and the commune's colours, each under a name that changes
 * with its bytes, so that browsers may keep them for ever.
 */
#include "base/hash.h"
#include "base/strbuf.h"
#include "render/render_internal.h"

struct str fingerprinted(struct arena *a, struct str path, struct str bytes)
{
	struct hash_hex h = hash_hex(bytes);
	size_t slash = str_rindex(path, '/'), dot = str_rindex(path, '.');
	if (dot == path.n || (slash < path.n && dot < slash))
		dot = path.n;
	struct str end = str_from(path, dot);
	return str_printf(a, "assets/%.*s.%.*s%.*s", (int)dot, path.p, FINGERPRINT, h.s,
		STR_ARG(end));
}

static bool is_style(struct str path)
{
	return str_ends(path, STR(".css"));
}

bool asset_name(struct render *r, size_t i)
{
	const struct theme_asset *x = &r->theme->assets.v[i];
	if (r->assets[i].n)
		return true;
	if (r->naming[i] || r->deep == STYLE_DEPTH_MAX)
		return false;
	r->naming[i] = true;
	r->deep++;
	r->sheets[i] = is_style(x->path) ? style_links(r, i) : x->bytes;
	r->deep--;
	r->assets[i] = fingerprinted(r->site, x->path, r->sheets[i]);
	return true;
}

/* The palette, and the colours that are options of the theme: --option-bandeau. */
static struct str colours_of(struct render *r)
{
	struct strbuf b = strbuf_on(r->site);
	strbuf_add(&b, r->w->palette);
	for (size_t i = 0; i < r->theme->options.n; i++) {
		const struct theme_word *w = &r->theme->options.v[i];
		if (!w->colour || !w->text.n)
			continue;
		strbuf_lit(&b, ":root { --option-");
		for (size_t k = 0; k < w->key.n; k++)
			strbuf_byte(&b, w->key.p[k] == '_' ? '-' : w->key.p[k]);
		strbuf_lit(&b, ": ");
		strbuf_add(&b, w->text);
		strbuf_lit(&b, "; }\n");
	}
	return strbuf_str(&b);
}

/* A sheet's name depends on those of the files it names: they come first. */
void assets_name(struct render *r)
{
	size_t n = r->theme->assets.n;
	r->assets = arena_list(r->site, n, struct str);
	r->sheets = arena_list(r->site, n, struct str);
	r->naming = arena_list(r->site, n, bool);
	for (size_t i = 0; i < n; i++)
		asset_name(r, i);
	if (!r->w)
		return;
	r->colours = colours_of(r);
	r->palette = fingerprinted(r->site, STR("couleurs.css"), r->colours);
}

void assets_write(struct render *r, const struct node *n)
{
	(void)n;
	for (size_t i = 0; i < r->theme->assets.n; i++)
		put_bytes(r, r->assets[i], r->sheets[i]);
	put_bytes(r, r->palette, r->colours);
}
