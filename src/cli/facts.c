/* facts.c: see facts.h. What is in a PDF, another program tells. */
#include "cli/facts.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <unistd.h>

#include "base/file.h"
#include "base/sha256.h"
#include "base/strbuf.h"
#include "source/pdf.h"

#define FILE_NAME "facts"
#define FACTS_MAX ((size_t)32 << 20) /* bytes of the kept file */
#define PART ((size_t)64 << 10)
#define YOUNG_SECONDS 2 /* FAT dates files to 2 s */
#define SHA256_FIGURES 64

static const struct str magic = STR_INIT("tambour facts 1\n");

/* ---- the kept file ---- */

static bool take_number(struct str *line, long long *out)
{
	struct str word;
	unsigned long n;
	bool ok = str_cut(line, ' ', &word) && str_to_uint(word, ULONG_MAX >> 1, &n);
	*out = ok ? (long long)n : 0;
	return ok;
}

static bool pdf_of_word(struct str word, struct file_facts *f)
{
	struct str found = str_from(word, str_index(word, ':') + 1);
	word = str_sub(word, 0, str_index(word, ':'));
	f->pdf = str_is(word, "read")      ? PDF_READ
		 : str_is(word, "locked")  ? PDF_LOCKED
		 : str_is(word, "damaged") ? PDF_DAMAGED
					   : PDF_NOT_SEEN;
	f->text = str_index(found, 't') < found.n;
	f->title = str_index(found, 'n') < found.n;
	f->language = str_index(found, 'l') < found.n;
	return f->pdf != PDF_NOT_SEEN || str_is(word, "-");
}

static void put_pdf_word(struct strbuf *b, const struct file_facts *f)
{
	static const char *const words[] = {[PDF_NOT_SEEN] = "-",
		[PDF_READ] = "read:",
		[PDF_LOCKED] = "locked",
		[PDF_DAMAGED] = "damaged"};
	strbuf_printf(b, "%s%s%s%s ", words[f->pdf], f->text ? "t" : "",
		f->title ? "n" : "", f->language ? "l" : "");
}

static bool row_of_line(struct str line, struct facts_row *row)
{
	struct str sum, pdf;
	*row = (struct facts_row){0};
	if (!str_cut(&line, ' ', &sum) || sum.n != SHA256_FIGURES ||
		!take_number(&line, &row->size) || !take_number(&line, &row->mtime) ||
		!take_number(&line, &row->ctime) || !str_cut(&line, ' ', &pdf) ||
		!pdf_of_word(pdf, &row->facts) || !line.n)
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
	strbuf_printf(b, "%.*s %lld %lld %lld ", STR_ARG(row->facts.sha256), row->size,
		row->mtime, row->ctime);
	put_pdf_word(b, &row->facts);
	strbuf_printf(b, "%.*s\n", STR_ARG(row->path));
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

/* A file saved in the instant it was read could be saved again without a new date. */
static bool may_keep(const struct facts_file *f, const struct facts_row *row)
{
	long long limit = (f->read_at - YOUNG_SECONDS) * 1000000000LL;
	return row->facts.sha256.n && row->mtime && row->mtime <= limit &&
	       row->ctime <= limit && str_index(row->path, '\n') == row->path.n;
}

static struct facts_row row_of(struct facts_file *f, struct arena *a,
	const struct source *s, const struct source_file *file)
{
	const struct facts_row *known = map_get(&f->by_path, file->path);
	struct facts_row row = {
		.path = file->path,
		.size = file->size,
		.mtime = file->mtime,
		.ctime = file->ctime,
	};
	if (known && known->size == row.size && known->mtime == row.mtime &&
		known->ctime == row.ctime)
		row.facts = known->facts;
	else
		row.facts.sha256 = sum_of(a, s, file);
	return row;
}

/* What git keeps is no file that another program could open: it is not looked into. */
static bool is_to_look_into(
	struct arena *a, const struct source *s, const struct facts_row *row)
{
	return s->dir >= 0 && row->facts.pdf == PDF_NOT_SEEN && row->size > 0 &&
	       row->size <= PDF_MAX_BYTES &&
	       str_ends(str_lower_ascii(a, row->path), STR(".pdf"));
}

/* All that are new, at once: one program serves many. */
static void look_into_pdfs(struct facts_file *f, struct arena *a,
	const struct source *s, const struct source_file *const *files,
	struct facts_row *rows, size_t n)
{
	const char **paths = arena_list(a, n, const char *);
	struct file_facts **out = arena_list(a, n, struct file_facts *);
	size_t count = 0;
	for (size_t i = 0; i < n; i++)
		if (is_to_look_into(a, s, &rows[i])) {
			paths[count] = str_cstr(a, files[i]->real);
			out[count++] = &rows[i].facts;
		}
	const char *program = count ? pdf_program(a) : NULL;
	f->blind = f->blind || (count && !program);
	if (program)
		pdf_look(a, program, s->dir, paths, out, count);
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
		if (may_keep(f, &rows[i]))
			*list_add(f->arena, &f->rows) = rows[i];
	}
}

struct facts_door facts_door(struct facts_file *f)
{
	return (struct facts_door){f, look};
}
