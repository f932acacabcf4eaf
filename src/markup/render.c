/*
 * render.c: a compiled body into HTML, its slots filled from the place where it is
 * shown. The last guard against addresses that run code is here, whoever made them.
 */
#include "markup/walk_internal.h"

#include "text/scheme.h"

/* What rendering one body needs to remember from one piece to the next. */
struct rendering {
	const struct body *body;
	const struct body_place *place;
	struct strbuf *out;
	struct str html; /* not shown yet */
	bool link_shown; /* links never nest */
};

static void link_open(struct rendering *r, unsigned i)
{
	const struct body_link *l = &r->body->links.v[i];
	bool external = false;
	struct str href = l->target;
	if (r->place->link)
		href = r->place->link(r->place->user, r->body, i, &external);
	/* Without a resolver, as cmark: an empty address is one too. */
	r->link_shown = (href.n || !r->place->link) &&
			(r->place->plain_cmark || scheme_safe(href));
	if (!r->link_shown)
		return;
	strbuf_lit(r->out, "<a href=\"");
	put_href(r->out, href);
	if (l->title.n) {
		strbuf_lit(r->out, "\" title=\"");
		put_escaped(r->out, l->title);
	}
	if (external)
		strbuf_lit(r->out, "\" class=\"externe\" rel=\"external noopener");
	strbuf_lit(r->out, "\">");
}

static void image(struct rendering *r, unsigned i)
{
	if (r->place->image) {
		r->place->image(r->place->user, r->body, i, r->out);
		return;
	}
	const struct body_image *m = &r->body->images.v[i];
	strbuf_lit(r->out, "<img src=\"");
	put_href(r->out, r->place->plain_cmark || scheme_safe(m->target)
				 ? m->target
				 : (struct str){0});
	strbuf_lit(r->out, "\" alt=\"");
	put_escaped(r->out, m->alt);
	if (m->title.n) {
		strbuf_lit(r->out, "\" title=\"");
		put_escaped(r->out, m->title);
	}
	strbuf_lit(r->out, "\">");
}

static char heading_digit(const struct rendering *r, unsigned i)
{
	int level = r->body->headings.v[i].level + r->place->shift;
	return (char)('0' + (level < 1 ? 1 : level > 6 ? 6 : level));
}

static void heading_open(struct rendering *r, unsigned i)
{
	strbuf_lit(r->out, "<h");
	strbuf_byte(r->out, heading_digit(r, i));
	strbuf_lit(r->out, " id=\"");
	put_escaped(r->out, r->place->id_prefix);
	put_escaped(r->out, r->body->headings.v[i].id);
	strbuf_lit(r->out, "\">");
}

static void piece_put(struct rendering *r, const struct piece *p)
{
	switch (p->kind) {
	case PIECE_HTML:
		strbuf_add(r->out, str_sub(r->html, 0, p->n));
		r->html = str_from(r->html, p->n);
		break;
	case PIECE_LINK_OPEN: link_open(r, p->n); break;
	case PIECE_LINK_CLOSE:
		if (r->link_shown)
			strbuf_lit(r->out, "</a>");
		break;
	case PIECE_IMAGE: image(r, p->n); break;
	case PIECE_HEADING_OPEN: heading_open(r, p->n); break;
	case PIECE_HEADING_CLOSE:
		strbuf_lit(r->out, "</h");
		strbuf_byte(r->out, heading_digit(r, p->n));
		strbuf_byte(r->out, '>');
		break;
	case PIECE_BLOCK:
		if (r->place->block)
			r->place->block(r->place->user, r->body, p->n, r->out);
		break;
	}
}

void body_render(
	const struct body *b, const struct body_place *place, struct strbuf *out)
{
	struct rendering r = {b, place, out, b->html, false};
	for (size_t i = 0; i < b->pieces.n; i++)
		piece_put(&r, &b->pieces.v[i]);
}
