/* facts.c: see facts.h. What is in a PDF, another program tells. */
#include "cli/facts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/sha256.h"
#include "base/strbuf.h"
#include "source/pdf.h"

#define FILE_NAME "facts"
#define FACTS_MAX ((size_t)32 << 20) /* bytes of the kept file */
#define PART ((size_t)64 << 10)
#define SHA256_FIGURES 64
#define LAID_OUT "/tmp/tambour-pdf-XXXXXX"

static const struct str magic = STR_INIT("tambour facts 2\n");

/* ---- the kept file ---- */

static bool row_of_line(struct str line, struct facts_row *row)
{
	struct str sum, pdf;
	*row = (struct facts_row){0};
	if (!str_cut(&line, ' ', &sum) || sum.n != SHA256_FIGURES ||
		!str_cut(&line, ' ', &row->stamp) || !str_cut(&line, ' ', &pdf) ||
		!pdf_facts_of(pdf, &row->facts) || !line.n)
		return false;
	row->facts.sha256 = sum;
	row->path = line;
	return true;
}

void facts_open(struct facts_file *f, struct arena *a, int dir, long long read_at)
{
	*f = (struct facts_file){.arena = a, .dir = dir, .read_at = read_at};
	if (dir < 0 || file_read(a, dir, FILE_NAME, FACTS_MAX, &f->old) ||
		!str_starts(f->old, magic)) {
		f->old = (struct str){0};
		return;
	}
	struct str rest = str_from(f->old, magic.n), line;
	while (str_cut(&rest, '\n', &line)) {
		struct facts_row *row = arena_new(a, struct facts_row);
		if (row_of_line(line, row))
			*map_put(a, &f->by_path, row->path) = row;
	}
}

static void put_row(struct strbuf *b, const struct facts_row *row)
{
	strbuf_printf(b, "%.*s %.*s ", STR_ARG(row->facts.sha256), STR_ARG(row->stamp));
	pdf_facts_put(b, &row->facts);
	strbuf_printf(b, " %.*s\n", STR_ARG(row->path));
}

void facts_keep(const struct facts_file *f)
{
	struct strbuf b = strbuf_on(f->arena);
	strbuf_add(&b, magic);
	for (size_t i = 0; i < f->rows.n; i++)
		put_row(&b, &f->rows.v[i]);
	if (f->dir < 0 || str_eq(strbuf_str(&b), f->old) || (!f->rows.n && !f->old.n))
		return;
	if (file_write_atomic(f->dir, FILE_NAME, strbuf_str(&b)))
		unlinkat(f->dir, FILE_NAME, 0);
}

/* ---- looking ---- */

static bool sum_of_fd(int fd, struct sha256 *h)
{
	char part[PART];
	for (;;) {
		ssize_t n = read(fd, part, sizeof part);
		if (n > 0)
			sha256_add(h, (struct str){part, (size_t)n});
		else if (n == 0)
			return true;
		else if (errno != EINTR)
			return false;
	}
}

/* A file that cannot be read has no sum; that it cannot is said where it is copied. */
static struct str sum_of(
	struct arena *a, const struct source *s, const struct source_file *file)
{
	struct sha256 h;
	bool ok;
	sha256_init(&h);
	if (s->dir >= 0) {
		int fd = openat(s->dir, str_cstr(a, file->real),
			O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
		ok = fd >= 0 && sum_of_fd(fd, &h);
		if (fd >= 0)
			close(fd);
	} else {
		struct arena passing = {0};
		struct diag none = diag_on(&passing);
		struct str bytes;
		ok = source_read(s, file, SOURCE_MAX_FILE, &passing, &none, &bytes);
		if (ok)
			sha256_add(&h, bytes);
		arena_release(&passing);
	}
	return ok ? str_dup(a, str_of(sha256_end(&h).s)) : (struct str){0};
}

static struct facts_row row_of(struct facts_file *f, struct arena *a,
	const struct source *s, const struct source_file *file)
{
	const struct facts_row *known = map_get(&f->by_path, file->path);
	struct facts_row row = {
		.path = file->path,
		.stamp = source_stamp(file, a, f->read_at),
	};
	if (known && row.stamp.n && str_eq(known->stamp, row.stamp))
		row.facts = known->facts;
	else
		row.facts.sha256 = sum_of(a, s, file);
	return row;
}

static bool is_to_look_into(
	struct arena *a, const struct source_file *file, const struct facts_row *row)
{
	return row->facts.pdf == PDF_NOT_SEEN && file->size > 0 &&
	       file->size <= PDF_MAX_BYTES &&
	       str_ends(str_lower_ascii(a, row->path), STR(".pdf"));
}

/* Files that no other program could open, as git keeps them: laid out for a moment. */
struct laid_out {
	struct arena passing;
	int dir; /* -1: it could not be done */
	char folder[sizeof LAID_OUT];
};

static void lay_out(struct laid_out *x, const struct source *s,
	const struct source_file *const *files, const char **paths, size_t n)
{
	struct diag none = diag_on(&x->passing);
	memcpy(x->folder, LAID_OUT, sizeof x->folder);
	x->dir = mkdtemp(x->folder)
			 ? open(x->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
			 : -1;
	for (size_t i = 0; i < n && x->dir >= 0; i++) {
		struct arena one = {0};
		struct str bytes = {0};
		paths[i] = str_printf(&x->passing, "%zu", i).p;
		/* One that is missing there stays unseen. */
		if (source_read(
			    s, files[i], (size_t)PDF_MAX_BYTES, &one, &none, &bytes))
			file_write(x->dir, paths[i], bytes);
		arena_release(&one);
	}
}

static void sweep(struct laid_out *x)
{
	if (x->dir >= 0) {
		file_remove_tree(AT_FDCWD, x->folder);
		close(x->dir);
	}
	arena_release(&x->passing);
}

static void look_into_laid_out(struct arena *a, const char *program,
	const struct source *s, const struct source_file *const *files,
	struct file_facts *const *out, size_t n)
{
	for (size_t at = 0; at < n; at += PDF_BATCH) {
		size_t some = n - at < PDF_BATCH ? n - at : PDF_BATCH;
		const char *paths[PDF_BATCH];
		struct laid_out x = {.dir = -1};
		lay_out(&x, s, files + at, paths, some);
		if (x.dir >= 0)
			pdf_look(a, program, x.dir, paths, out + at, some);
		sweep(&x);
	}
}

/* All that are new, at once: one program serves many. */
static void look_into_pdfs(struct facts_file *f, struct arena *a,
	const struct source *s, const struct source_file *const *files,
	struct facts_row *rows, size_t n)
{
	const struct source_file **new = arena_list(a, n, const struct source_file *);
	const char **paths = arena_list(a, n, const char *);
	struct file_facts **out = arena_list(a, n, struct file_facts *);
	size_t count = 0;
	for (size_t i = 0; i < n; i++)
		if (is_to_look_into(a, files[i], &rows[i])) {
			new[count] = files[i];
			paths[count] = str_cstr(a, files[i]->real);
			out[count++] = &rows[i].facts;
		}
	const char *program = count ? pdf_program(a) : NULL;
	f->blind = f->blind || (count && !program);
	if (program && s->dir >= 0)
		pdf_look(a, program, s->dir, paths, out, count);
	else if (program)
		look_into_laid_out(a, program, s, new, out, count);
}

static void look(void *user, struct arena *a, const struct source *s,
	const struct source_file *const *files, struct file_facts *out, size_t n)
{
	struct facts_file *f = user;
	struct facts_row *rows = arena_list(a, n, struct facts_row);
	for (size_t i = 0; i < n; i++)
		rows[i] = row_of(f, a, s, files[i]);
	look_into_pdfs(f, a, s, files, rows, n);
	for (size_t i = 0; i < n; i++) {
		out[i] = rows[i].facts;
		if (rows[i].stamp.n && rows[i].facts.sha256.n)
			*list_add(f->arena, &f->rows) = rows[i];
	}
}

struct facts_door facts_door(struct facts_file *f)
{
	return (struct facts_door){f, look};
}
