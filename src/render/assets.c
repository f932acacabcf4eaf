/*
 * assets.c: the theme's files and the commune's colours, each under a name that changes
 * with its bytes, so that browsers may keep them for ever.
 */
#include "base/hash.h"
#include "render/render_internal.h"

/* Hexadecimal digits of a fingerprint: 32 bits, among a theme's few dozens of files. */
#define FINGERPRINT 8

/* "assets/style.css" -> "assets/style.1a2b3c4d.css". */
static struct str fingerprinted(struct arena *a, struct str path, struct str bytes)
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

/* Style sheets last: their names depend on those of the files they name. */
void assets_name(struct render *r)
{
	const struct theme *t = r->theme;
	r->assets = arena_list(r->site, t->assets.n, struct str);
	for (size_t styles = 0; styles < 2; styles++)
		for (size_t i = 0; i < t->assets.n; i++) {
			const struct theme_asset *x = &t->assets.v[i];
			if (is_style(x->path) != (styles == 1))
				continue;
			r->assets[i] = fingerprinted(r->site, x->path,
				styles ? style_links(r, x->path, x->bytes) : x->bytes);
		}
	r->palette = fingerprinted(r->site, STR("couleurs.css"), r->w->palette);
}

void assets_write(struct render *r, const struct node *n)
{
	(void)n;
	for (size_t i = 0; i < r->theme->assets.n; i++) {
		const struct theme_asset *x = &r->theme->assets.v[i];
		struct str bytes = is_style(x->path) ? style_links(r, x->path, x->bytes)
						     : x->bytes;
		put_bytes(r, r->assets[i], bytes);
	}
	put_bytes(r, r->palette, r->w->palette);
}
