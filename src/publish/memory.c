/*
 * memory.c: a site kept in memory, for previews and tests. Copies of files are read
 * when they are first asked for: a preview of a commune with a gigabyte of documents
 * shows its pages without reading one.
 */
#include "base/file.h"
#include "publish/publisher_internal.h"

#define COPY_MAX ((size_t)512 << 20)

struct memory_file {
	struct str bytes;
	int from_dir; /* -1 when bytes are there */
	struct str from;
};

struct memory {
	struct publisher base;
	struct map files; /* path -> struct memory_file */
};

static void memory_take(struct publisher *p, const struct artifact *a)
{
	struct memory *m = (struct memory *)p;
	struct memory_file *f = arena_new(p->arena, struct memory_file);
	f->from_dir = a->from_dir;
	if (a->from_dir < 0)
		f->bytes = str_dup(p->arena, a->make ? a->make(a->user) : a->bytes);
	else
		f->from = str_dup(p->arena, a->from);
	*map_put(p->arena, &m->files, a->path) = f;
	p->report.written++;
	p->report.bytes += a->from_dir < 0 ? f->bytes.n : (unsigned long long)a->size;
}

static enum published memory_finish(struct publisher *p)
{
	(void)p;
	return PUBLISHED_NEW;
}

static void memory_close(struct publisher *p)
{
	(void)p;
}

static const struct publisher_backend memory_backend = {
	.take = memory_take, .finish = memory_finish, .close = memory_close};

struct publisher *publisher_memory(struct arena *a)
{
	struct memory *m = arena_new(a, struct memory);
	m->base.backend = &memory_backend;
	m->base.arena = a;
	m->base.report.swap = "";
	return &m->base;
}

bool publisher_memory_get(const struct publisher *p, struct str path, struct str *bytes)
{
	*bytes = (struct str){0};
	if (p->backend != &memory_backend)
		return false;
	struct memory_file *f = map_get(&((const struct memory *)p)->files, path);
	if (!f)
		return false;
	if (f->from_dir >= 0) {
		if (file_read(p->arena, f->from_dir, f->from.p, COPY_MAX, &f->bytes))
			return false;
		f->from_dir = -1;
	}
	*bytes = f->bytes;
	return true;
}
