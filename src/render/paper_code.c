/*
 * paper_code.c: the QR codes by which a sheet leads to the page it was printed from. Only
 * what is handed over a counter or pinned up, and grows old, has one; a site that does
 * not know its address has none.
 */
#include <assert.h>

#include "base/hash.h"
#include "qr/qr.h"
#include "render/render_internal.h"

/* News and acts are dated and stay as they are; lists are not read on paper. */
static bool grows_old(const struct node *n)
{
	bool entry = n->kind == NODE_ENTRY;
	return n->kind == NODE_PROCEDURE || n->kind == NODE_HOURS ||
	       (entry && (n->of == PAGE_EVENT || n->of == PAGE_PLACE));
}

/* The page that the paper leads to: the poster is of the hours. NULL: none. */
static const struct node *page_of(const struct render *r, const struct node *n)
{
	if (n->kind == NODE_POSTER)
		n = r->w->hours;
	if (!n || !r->base.n || !grows_old(n))
		return NULL;
	return link_absolute(r->page, r, n).n <= QR_MOST ? n : NULL;
}

/*
 * "demarches/passeport.html" -> "demarches/passeport.1a2b3c4d.qr.svg", by the address it
 * says: a file of this name that is published already need not be drawn again, and a
 * hundred of them would take as long as the pages.
 */
static struct str path_of(const struct render *r, const struct node *n)
{
	struct arena *a = r->page;
	struct hash_hex h =
		hash_hex(str_concat(a, STR(QR_DRAWING " "), link_absolute(a, r, n)));
	return str_printf(a, "%.*s.%.*s.qr.svg",
		STR_ARG(str_sub(n->address, 0, str_rindex(n->address, '.'))),
		FINGERPRINT, h.s);
}

struct view paper_code_view(struct render *r, struct str prefix, const struct node *n)
{
	const struct node *page = page_of(r, n);
	return page ? view_text(link_of(r->page, prefix, path_of(r, page)))
		    : (struct view){0};
}

struct drawing {
	struct render *r;
	const struct node *n;
};

static struct str draw(void *user)
{
	struct drawing *x = user;
	struct render *r = x->r;
	r->out.n = 0;
	bool fits = qr_svg(&r->out, link_absolute(r->page, r, x->n));
	assert(fits);
	(void)fits;
	return strbuf_str(&r->out);
}

void paper_code_write(struct render *r, const struct node *n)
{
	struct drawing x = {r, n};
	if (page_of(r, n) == n)
		publisher_put(r->publisher, &(struct artifact){.path = path_of(r, n),
						    .from_dir = -1,
						    .make = draw,
						    .user = &x});
}
