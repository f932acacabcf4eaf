/*
 * pictures.c: a picture as a page shows it: an element with its size, so that nothing
 * moves when it comes, and with its lighter copies, of which browsers take the one that
 * fits their screen. Which copies there are was decided before.
 */
#include "render/render_internal.h"
#include "text/escape.h"
#include "text/typography.h"

#define COLUMN                                                                         \
	720 /* pixels: about as wide as a text is; a wider place takes a little more */

/* ---- the files ---- */

/* "images/lavoir.jpg" -> "images/lavoir-480.1a2b3c4d.webp" */
static struct str copy_path(
	struct arena *a, struct str path, const struct picture *p, size_t i)
{
	struct str stem = str_sub(path, 0, str_rindex(path, '.'));
	return str_printf(a, "%.*s-%d.%.*s.webp", STR_ARG(stem), p->webp[i].width,
		STR_ARG(p->key));
}

struct str picture_copy_link(
	struct arena *a, struct str path, const struct picture *p, size_t i)
{
	return link_of_file(a, (struct str){0}, copy_path(a, path, p, i));
}

static void put_copy(struct render *r, struct str path, const struct picture *p,
	const struct picture_copy *c)
{
	struct artifact x = {.path = path,
		.from_dir = p->dir,
		.from = c->name,
		.size = c->size,
		.mtime = c->mtime};
	publisher_put(r->publisher, &x);
}

void picture_copies(struct render *r, const struct web_file *f, const struct picture *p)
{
	for (size_t i = 0; i < p->n_webp; i++)
		put_copy(r, copy_path(r->page, f->path, p, i), p, &p->webp[i]);
}

void picture_own(struct render *r, const struct web_file *f, const struct picture *p)
{
	put_copy(r, f->path, p, &p->own);
}

/* ---- the element ---- */

/* "images/lavoir-480.1a2b3c4d.webp 480w, ..." */
static struct str copies_of(
	struct arena *a, struct str prefix, struct str path, const struct picture *p)
{
	struct strbuf b = strbuf_on(a);
	for (size_t i = 0; p && i < p->n_webp; i++) {
		strbuf_printf(&b, "%s%.*s", i ? ", " : "", STR_ARG(prefix));
		escape_url_path(&b, copy_path(a, path, p, i));
		strbuf_printf(&b, " %dw", p->webp[i].width);
	}
	return strbuf_str(&b);
}

/* It takes its own width, the column's at most, the screen's on small ones. */
static struct str sizes_of(struct arena *a, const struct picture *p)
{
	int width = p && p->width && p->width < COLUMN ? p->width : COLUMN;
	return str_printf(a, "(min-width: %dpx) %dpx, 100vw", width, width);
}

static void put_source(struct arena *a, const struct shown_picture *x,
	const struct picture *p, struct strbuf *out)
{
	strbuf_lit(out, "<source type=\"image/webp\" srcset=\"");
	escape_html(out, copies_of(a, x->prefix, x->path, p));
	strbuf_lit(out, "\" sizes=\"");
	strbuf_add(out, x->sizes.n ? x->sizes : sizes_of(a, p));
	strbuf_lit(out, "\">");
}

void picture_put(struct render *r, const struct shown_picture *x, struct strbuf *out)
{
	const struct picture *p = web_picture(r->w, x->path);
	bool copies = p && p->n_webp && !x->plain;
	if (copies) {
		strbuf_lit(out, "<picture>");
		put_source(r->page, x, p, out);
	}
	strbuf_lit(out, "<img ");
	if (x->class)
		strbuf_printf(out, "class=\"%s\" ", x->class);
	strbuf_lit(out, "src=\"");
	escape_html(out, link_of_file(r->page, x->prefix, x->path));
	strbuf_lit(out, "\" alt=\"");
	escape_html(out, x->alt);
	strbuf_byte(out, '"');
	if (p && p->width)
		strbuf_printf(out, " width=\"%d\" height=\"%d\"", p->width, p->height);
	strbuf_printf(
		out, "%s decoding=\"async\">", x->lazy ? " loading=\"lazy\"" : "");
	if (copies)
		strbuf_lit(out, "</picture>");
}

static struct view *picture_new(
	struct render *r, struct arena *a, struct str prefix, struct str path)
{
	const struct picture *p = web_picture(r->w, path);
	struct view *v = view_new(a, image);
	v[V_image_source] = view_text(link_of_file(a, prefix, path));
	v[V_image_alternative] = view_text((struct str){0});
	if (p && p->width) {
		v[V_image_largeur] = view_text(str_printf(a, "%d", p->width));
		v[V_image_hauteur] = view_text(str_printf(a, "%d", p->height));
	}
	v[V_image_copies] = view_text_if(copies_of(a, prefix, path, p));
	v[V_image_tailles] = view_text(sizes_of(a, p));
	v[V_image_chargement] = view_text(STR("eager"));
	return v;
}

struct view picture_view(
	struct render *r, struct arena *a, struct str prefix, struct str path)
{
	bool there = r->w && picture_format_of_path(path) != PICTURE_NONE &&
		     web_shows(r->w, path);
	return there ? view_record(picture_new(r, a, prefix, path)) : (struct view){0};
}

struct view image_view(struct render *r, struct str prefix, const struct value *header)
{
	struct str path = value_text(header, "image");
	if (!path.n || !web_shows(r->w, path))
		return (struct view){0};
	struct view *v = picture_new(r, r->page, prefix, path);
	v[V_image_alternative] =
		view_text(typography_of(r->page, value_text(header, "image_texte")));
	if (r->pictured)
		v[V_image_chargement] = view_text(STR("lazy"));
	r->pictured = true;
	return view_record(v);
}
