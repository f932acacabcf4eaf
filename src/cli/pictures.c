/* pictures.c: see pictures.h. */
#include "cli/pictures.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/cores.h"
#include "base/file.h"
#include "base/strbuf.h"

#define FILE_NAME "pictures"
#define FOLDER_NAME "copies"
#define KEPT_MAX ((size_t)32 << 20) /* bytes of the kept file */
#define KEY_FIGURES 32

enum { FLAG_PLACE = 1, FLAG_TAIL = 2, FLAG_BARE = 4 };

static const struct str magic = STR_INIT("tambour pictures 1\n");

/* ---- the kept file ---- */

static bool take_int(struct str *line, unsigned long most, int *out)
{
	struct str word;
	unsigned long n;
	bool ok = str_cut(line, ' ', &word) && str_to_uint(word, most, &n);
	*out = ok ? (int)n : 0;
	return ok;
}

static bool row_of_line(struct str line, struct picture_row *row)
{
	int format, fault, flags;
	*row = (struct picture_row){0};
	if (!str_cut(&line, ' ', &row->key) || row->key.n != KEY_FIGURES ||
		!str_cut(&line, ' ', &row->stamp) || !row->stamp.n ||
		!take_int(&line, PICTURE_SVG, &format) ||
		!take_int(&line, PICTURE_HUGE, &fault) ||
		!take_int(&line, INT_MAX, &row->look.width) ||
		!take_int(&line, INT_MAX, &row->look.height) ||
		!take_int(&line, FLAG_PLACE | FLAG_TAIL | FLAG_BARE, &flags) || !line.n)
		return false;
	row->look.format = (enum picture_format)format;
	row->look.fault = (enum picture_fault)fault;
	row->look.place = flags & FLAG_PLACE;
	row->look.tail = flags & FLAG_TAIL;
	row->look.bare = flags & FLAG_BARE;
	row->path = line;
	return true;
}

static void put_row(struct strbuf *b, const struct picture_row *row)
{
	const struct picture_look *l = &row->look;
	strbuf_printf(b, "%.*s %.*s %d %d %d %d %d %.*s\n", STR_ARG(row->key),
		STR_ARG(row->stamp), (int)l->format, (int)l->fault, l->width, l->height,
		(l->place ? FLAG_PLACE : 0) | (l->tail ? FLAG_TAIL : 0) |
			(l->bare ? FLAG_BARE : 0),
		STR_ARG(row->path));
}

void pictures_open(
	struct pictures_file *f, struct arena *a, int dir, bool make, unsigned jobs)
{
	*f = (struct pictures_file){
		.arena = a, .dir = dir, .copies = -1, .make = make, .jobs = jobs};
	if (!f->jobs)
		f->jobs = (unsigned)cores_usable();
	if (f->jobs > REDUCE_JOBS_MAX)
		f->jobs = REDUCE_JOBS_MAX;
	if (dir < 0 || file_read(a, dir, FILE_NAME, KEPT_MAX, &f->old) ||
		!str_starts(f->old, magic)) {
		f->old = (struct str){0};
		return;
	}
	struct str rest = str_from(f->old, magic.n), line;
	while (str_cut(&rest, '\n', &line)) {
		struct picture_row *row = arena_new(a, struct picture_row);
		if (row_of_line(line, row))
			*map_put(a, &f->by_path, row->path) = row;
	}
}

void pictures_close(struct pictures_file *f)
{
	if (f->copies >= 0)
		close(f->copies);
	f->copies = -1;
}

static int compare(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

/* Of all rows: what is young is not kept, but its copies are in use. */
static void prune(const struct pictures_file *f)
{
	struct str *keys = arena_list(f->arena, f->rows.n, struct str);
	for (size_t i = 0; i < f->rows.n; i++)
		keys[i] = f->rows.v[i].key;
	if (f->rows.n)
		qsort(keys, f->rows.n, sizeof *keys, compare);
	reduce_prune(f->copies, keys, f->rows.n);
}

void pictures_keep(struct pictures_file *f)
{
	struct strbuf b = strbuf_on(f->arena);
	strbuf_add(&b, magic);
	for (size_t i = 0; i < f->rows.n; i++)
		if (f->rows.v[i].stamp.n)
			put_row(&b, &f->rows.v[i]);
	if (f->dir < 0)
		return;
	if (f->copies < 0)
		f->copies =
			openat(f->dir, FOLDER_NAME, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	prune(f);
	if (str_eq(strbuf_str(&b), f->old) || (!f->rows.n && !f->old.n))
		return;
	if (file_write_atomic(f->dir, FILE_NAME, strbuf_str(&b)))
		unlinkat(f->dir, FILE_NAME, 0);
}

/* ---- looking ---- */

static struct picture_row row_of(
	struct pictures_file *f, struct arena *a, const struct picture_request *q)
{
	struct picture_row row = {.path = q->file->path};
	const struct picture_row *known = map_get(&f->by_path, row.path);
	struct arena passing = {0};
	struct diag none = diag_on(&passing);
	struct str bytes = {0};
	row.stamp = source_stamp(q->file, a, f->read_at);
	if (row.stamp.n && f->way == PICTURE_HALFTONE)
		row.stamp = str_printf(a, "halftone:%.*s", STR_ARG(row.stamp));
	if (known && row.stamp.n && str_eq(known->stamp, row.stamp))
		return *known;
	if (q->file->size > REDUCE_FILE_MAX)
		row.look = (struct picture_look){.fault = PICTURE_HUGE};
	else if (source_read(q->source, q->file, (size_t)REDUCE_FILE_MAX, &passing,
			 &none, &bytes))
		row.look = picture_look(bytes);
	else
		row.stamp = (struct str){0}; /* who copies it says why */
	row.key = str_dup(a, str_of(reduce_key(bytes, f->way).s));
	arena_release(&passing);
	return row;
}

/* ---- what is published of one ---- */

static void leave(struct picture *p, enum picture_fault fault)
{
	p->state = PICTURE_LEFT;
	p->fault = fault;
}

/* Nothing can reduce it: it goes online as it is, unless it would say too much. */
static void as_it_is(struct picture *p, const struct picture_look *l)
{
	p->state = PICTURE_AS_IS;
	p->width = l->width;
	p->height = l->height;
	if (l->place)
		leave(p, PICTURE_PLACE);
	else if (l->tail)
		leave(p, PICTURE_TAIL);
}

/* True when it is settled without a copy. */
static bool settle(const struct picture_request *q, const struct picture_row *row,
	struct picture *p)
{
	const struct picture_look *l = &row->look;
	enum picture_format promised = picture_format_of_path(row->path);
	p->format = l->format;
	p->told[0] = l->width;
	p->told[1] = l->height;
	if (!q->file->size || (l->fault && promised == PICTURE_SVG))
		return true;
	if (q->whole) {
		if (l->place)
			leave(p, PICTURE_PLACE);
	} else if (picture_is_foreign(row->path)) {
		leave(p, PICTURE_FOREIGN);
	} else if (l->format != PICTURE_NONE && l->format != promised) {
		leave(p, PICTURE_MISNAMED);
	} else if (l->fault) {
		leave(p, l->fault);
	} else if (l->format == PICTURE_SVG) {
		as_it_is(p, l);
	} else {
		return false;
	}
	return true;
}

/*
 * A file that holds nothing but its picture, small enough, is better than its copy: the
 * one who made it chose its quality. And copies that weigh more than it are of no use.
 */
static void choose(const struct picture_request *q, const struct picture_row *row,
	struct picture *p)
{
	const struct picture_look *l = &row->look;
	if (p->state != PICTURE_REDUCED)
		return;
	if (l->bare && !l->tail && l->width == p->width && l->height == p->height &&
		q->file->size <= p->own.size) {
		p->own.name = (struct str){0};
		p->own.size = q->file->size;
	}
	if (p->n_webp && p->webp[p->n_webp - 1].size >= p->own.size)
		p->n_webp = 0;
}

/* ---- all of them ---- */

struct looking {
	struct pictures_file *f;
	const struct picture_request *asked;
	struct picture *out;
	bool sought; /* the program, for the first picture that needs one */
	const char *program;
	struct reduction *list; /* what lacks, */
	size_t count, done;
	struct map by_key; /* by its key */
};

static int open_picture(void *user, const struct reduction *r)
{
	const struct looking *k = user;
	const struct picture_request *q = &k->asked[r->tag];
	struct arena passing = {0};
	struct diag none = diag_on(&passing);
	struct str bytes;
	int fd = -1;
	if (q->source->dir >= 0) {
		fd = openat(q->source->dir, str_cstr(&passing, q->file->real),
			O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	} else if (source_read(q->source, q->file, (size_t)REDUCE_FILE_MAX, &passing,
			   &none, &bytes)) {
		fd = memfd_create("picture", MFD_CLOEXEC);
		if (fd >= 0 && file_write_all(fd, bytes)) {
			close(fd);
			fd = -1;
		}
	}
	arena_release(&passing);
	return fd;
}

static void tell(void *user, const struct reduction *r)
{
	struct looking *k = user;
	(void)r;
	k->done++;
	if (k->f->progress)
		k->f->progress(k->f->user, k->done, k->count);
}

static void open_copies(struct pictures_file *f)
{
	if (f->copies >= 0 || f->dir < 0)
		return;
	if (f->make)
		file_make_dirs(f->dir, FOLDER_NAME);
	f->copies = openat(
		f->dir, FOLDER_NAME, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

/* Two files of the same bytes are one picture. */
static void wait_for_copies(struct looking *k, struct arena *a, size_t i)
{
	const struct picture_row *row = &k->f->rows.v[i];
	void **slot = map_put(a, &k->by_key, row->key);
	k->out[i].state = PICTURE_WAITS;
	if (*slot)
		return;
	*slot = &k->list[k->count];
	k->list[k->count++] = (struct reduction){.key = row->key,
		.format = row->look.format,
		.way = k->f->way,
		.tag = i};
}

/* One file: looked at, and settled or waiting. */
static void look_at(struct looking *k, struct arena *a, size_t i)
{
	struct pictures_file *f = k->f;
	struct picture_row *row = list_add(f->arena, &f->rows);
	struct picture *p = &k->out[i];
	*row = row_of(f, a, &k->asked[i]);
	if (settle(&k->asked[i], row, p))
		return;
	if (!k->sought) {
		k->program = reduce_program(a);
		open_copies(f);
		k->sought = true;
	}
	if (!k->program)
		as_it_is(p, &row->look);
	else if (!reduce_find(a, f->copies, row->key, row->look.format, p))
		wait_for_copies(k, a, i);
}

/* What waited has its copies now, or a reason why not. */
static void end_wait(struct looking *k, struct arena *a, size_t i)
{
	const struct picture_row *row = &k->f->rows.v[i];
	const struct reduction *x = map_get(&k->by_key, row->key);
	struct picture *p = &k->out[i];
	if (reduce_find(a, k->f->copies, row->key, row->look.format, p))
		return;
	if (x->end == REDUCE_LIMIT)
		leave(p, PICTURE_SLOW);
	else
		as_it_is(p, &row->look);
	k->f->blind = k->f->blind || x->end == REDUCE_FAILED;
}

static void reduce_those_waiting(struct looking *k, struct arena *a, size_t n)
{
	struct reducer r = {.program = k->program,
		.dir = k->f->copies,
		.jobs = k->f->jobs,
		.user = k,
		.open = open_picture,
		.done = tell};
	struct arena passing = {0};
	reduce_all(&passing, &r, k->list, k->count);
	for (size_t i = 0; i < n; i++)
		if (k->out[i].state == PICTURE_WAITS)
			end_wait(k, a, i);
	arena_release(&passing);
}

static void look(void *user, struct arena *a, const struct picture_request *asked,
	struct picture *out, size_t n)
{
	struct pictures_file *f = user;
	struct looking k = {.f = f, .asked = asked, .out = out};
	k.list = arena_list(a, n, struct reduction);
	f->rows.n = 0;
	for (size_t i = 0; i < n; i++)
		look_at(&k, a, i);
	f->blind = k.sought && !k.program;
	if (k.count && f->make)
		reduce_those_waiting(&k, a, n);
	for (size_t i = 0; i < n; i++)
		choose(&asked[i], &f->rows.v[i], &out[i]);
}

struct pictures_door pictures_door(struct pictures_file *f)
{
	return (struct pictures_door){f, look};
}
