/*
 * web_files.c: documents byte for byte, pictures or their copies, and the small file that machines
 * read first: robots.txt.
 */
#include "render/render_internal.h"
#include "text/escape.h"

static void put_file(struct render *r, const struct web_file *f)
{
	struct artifact x = {.path = f->path,
		.from_dir = f->source->dir,
		.from = f->file->real,
		.size = f->file->size,
		.mtime = f->file->mtime};
	/* A source that is no folder (git) has no file to copy: its bytes are read. */
	if (f->source->dir < 0 && !source_read(f->source, f->file, SOURCE_MAX_FILE,
					  r->page, r->d, &x.bytes))
		return;
	publisher_put(r->publisher, &x);
}

void files_write(struct render *r, const struct node *n)
{
	(void)n;
	for (size_t i = 0; i < r->w->files.n; i++) {
		const struct web_file *f = &r->w->files.v[i];
		const struct picture *p = web_picture(r->w, f->path);
		if (!web_shows(r->w, f->path))
			continue;
		if (p && p->n_webp)
			picture_copies(r, f, p);
		if (p && p->own.name.n)
			picture_own(r, f, p);
		else
			put_file(r, f);
		arena_reset(r->page);
	}
}

void robots_write(struct render *r, const struct node *n)
{
	(void)n;
	r->out.n = 0;
	strbuf_lit(&r->out, "User-agent: *\nDisallow:\n");
	if (r->base.n)
		strbuf_printf(
			&r->out, "\nSitemap: %.*ssitemap.xml\n", STR_ARG(r->base));
	put_bytes(r, STR("robots.txt"), strbuf_str(&r->out));
}
