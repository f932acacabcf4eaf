/*
 * web_manifest.c: the web manifest (W3C): under which name, sign and colours a telephone puts
 * the site among its programs. It is no program to be installed: links open in a browser.
 */
#include "render/render_internal.h"

static const char *const types[] = {[PICTURE_JPEG] = "image/jpeg",
	[PICTURE_PNG] = "image/png",
	[PICTURE_WEBP] = "image/webp",
	[PICTURE_GIF] = "image/gif",
	[PICTURE_SVG] = "image/svg+xml"};

/* "#2f5d3a": a colour of the light scheme, which stands first in the palette. */
static struct str colour_of(const struct render *r, const char *name)
{
	struct str css = r->w->palette;
	struct str head = str_printf(r->page, "\t--%s: ", name);
	return str_sub(
		str_from(css, str_find(css, head) + head.n), 0, STR("#rrggbb").n);
}

static void put_icon(
	struct strbuf *b, struct str link, struct str sizes, enum picture_format format)
{
	if (b->p[b->n - 1] != '[')
		strbuf_byte(b, ',');
	strbuf_byte(b, '{');
	json_text(b, "src", link);
	json_text(b, "sizes", sizes);
	json_text(b, "type", str_of(types[format]));
	strbuf_byte(b, '}');
}

static struct str sizes_of(struct arena *a, int width, int height)
{
	return str_printf(a, "%dx%d", width, height);
}

/* The blason and its copies; nothing is said of one whose size nobody knows. */
static void put_blason(struct render *r, struct str path, struct strbuf *b)
{
	const struct picture *p = web_picture(r->w, path);
	struct str link = link_of_file(r->page, (struct str){0}, path);
	bool vector = picture_format_of_path(path) == PICTURE_SVG;
	if (vector || !p || !p->width) {
		put_icon(b, link, STR("any"),
			vector ? PICTURE_SVG : picture_format_of_path(path));
		return;
	}
	for (size_t i = 0; i < p->n_webp; i++)
		put_icon(b, picture_copy_link(r->page, path, p, i),
			sizes_of(r->page, p->webp[i].width, p->webp[i].height),
			PICTURE_WEBP);
	put_icon(b, link, sizes_of(r->page, p->width, p->height), p->format);
}

/* Without a blason, the sign of the theme. */
static void put_icons(struct render *r, struct strbuf *b)
{
	const struct value *settings = value_get(r->w->site->commune.v, "site");
	struct str path = value_text(settings, "blason");
	if (path.n && web_shows(r->w, path)) {
		put_blason(r, path, b);
		return;
	}
	for (size_t i = 0; i < r->theme->assets.n; i++)
		if (str_is(r->theme->assets.v[i].path, "icone.svg"))
			put_icon(b, r->assets[i], STR("any"), PICTURE_SVG);
}

void web_manifest_write(struct render *r, const struct node *none)
{
	(void)none;
	const struct value *settings = value_get(r->w->site->commune.v, "site");
	struct strbuf *b = &r->out;
	b->n = 0;
	strbuf_byte(b, '{');
	json_text(b, "name", r->title);
	json_text(b, "short_name", r->w->site->commune.nom);
	json_text(b, "description", value_text(settings, "description"));
	json_text(b, "lang", STR("fr"));
	json_text(b, "start_url", STR("index.html"));
	json_text(b, "scope", STR("./"));
	json_text(b, "display", STR("browser"));
	json_text(b, "background_color", colour_of(r, "papier"));
	json_text(b, "theme_color", colour_of(r, "accent"));
	json_list(b, "icons");
	put_icons(r, b);
	strbuf_lit(b, "]}\n");
	put_bytes(r, STR(MANIFEST_PATH), strbuf_str(b));
}
