/* reduce.c: see reduce.h. What a child answers is believed only after a look. */
#include "image/reduce.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/strbuf.h"
#include "source/child.h"

#define KEY_FIGURES 32
#define KEY_SHOWN 8 /* in addresses */
#define ANSWER_MAX 4096

const char *reduce_program(struct arena *a)
{
	return child_find(a, "tambour-image");
}

/* The words of tambour-image. */
static const char *const ways[] = {
	[PICTURE_IN_COLOURS] = "colours", [PICTURE_HALFTONE] = "halftone"};

struct hash_hex reduce_key(struct str bytes, enum picture_way way)
{
	struct hash_hex own = hash_hex(bytes);
	char words[KEY_FIGURES + 32];
	int n = snprintf(words, sizeof words, "%s %d%s", own.s, REDUCE_WAY,
		way == PICTURE_HALFTONE ? " halftone" : "");
	return hash_hex((struct str){words, (size_t)n});
}

/* ---- what was made ---- */

static const char *ending_of(enum picture_format f)
{
	static const char *const endings[] = {[PICTURE_NONE] = "",
		[PICTURE_JPEG] = "jpg",
		[PICTURE_PNG] = "png",
		[PICTURE_WEBP] = "webp",
		[PICTURE_GIF] = "gif",
		[PICTURE_SVG] = ""};
	return endings[f];
}

static bool take_side(struct str *line, int *out)
{
	struct str word;
	unsigned long n;
	bool ok = str_cut(line, ' ', &word) &&
		  str_to_uint(word, PICTURE_WIDTH_MOST, &n) && n > 0;
	*out = ok ? (int)n : 0;
	return ok;
}

/* "480 320 12345": the sides of a copy and its bytes, which its file must have. */
static bool take_copy(struct arena *a, int dir, struct str line, struct str name,
	struct picture_copy *c)
{
	struct stat st;
	unsigned long size;
	*c = (struct picture_copy){.name = name};
	if (!take_side(&line, &c->width) || !take_side(&line, &c->height) ||
		!str_to_uint(line, LONG_MAX, &size) || !size ||
		fstatat(dir, str_cstr(a, name), &st, AT_SYMLINK_NOFOLLOW) ||
		!S_ISREG(st.st_mode) || (unsigned long)st.st_size != size)
		return false;
	c->size = st.st_size;
	c->mtime = (long long)st.st_mtim.tv_sec * 1000000000LL + st.st_mtim.tv_nsec;
	return true;
}

static bool take_line(struct arena *a, int dir, struct str key,
	enum picture_format format, struct str line, struct picture *out)
{
	struct str word, rest = line;
	str_cut(&rest, ' ', &word);
	if (str_is(word, "own"))
		return take_copy(a, dir, rest,
			str_printf(a, "%.*s-0.%s", STR_ARG(key), ending_of(format)),
			&out->own);
	if (!str_is(word, "webp") || out->n_webp == PICTURE_WIDTHS)
		return false;
	struct picture_copy *c = &out->webp[out->n_webp++];
	struct str width = str_sub(rest, 0, str_index(rest, ' '));
	return take_copy(a, dir, rest,
		str_printf(a, "%.*s-%.*s.webp", STR_ARG(key), STR_ARG(width)), c);
}

/* An answer, checked: each copy stands, and the last line says that it is whole. */
static bool understand(struct arena *a, int dir, struct str key,
	enum picture_format format, struct str answer, struct picture *out)
{
	struct str rest = answer, line;
	struct picture p = *out;
	p.n_webp = 0;
	while (str_cut(&rest, '\n', &line) && !str_is(line, "done")) {
		if (str_is(line, "damaged")) {
			out->state = PICTURE_LEFT;
			out->fault = PICTURE_DAMAGED;
			return true;
		}
		if (!take_line(a, dir, key, format, line, &p))
			return false;
	}
	if (!str_is(line, "done") || !p.own.size)
		return false;
	p.state = PICTURE_REDUCED;
	p.dir = dir;
	p.key = str_sub(key, 0, KEY_SHOWN);
	p.width = p.own.width;
	p.height = p.own.height;
	*out = p;
	return true;
}

bool reduce_find(struct arena *a, int dir, struct str key, enum picture_format format,
	struct picture *out)
{
	struct str answer;
	return dir >= 0 && !file_read(a, dir, str_cstr(a, key), ANSWER_MAX, &answer) &&
	       understand(a, dir, key, format, answer, out);
}

/* ---- making them ---- */

struct job {
	struct reduction *what; /* NULL: free */
	struct child child;
};

struct pool {
	struct arena *a;
	const struct reducer *r;
	struct job jobs[REDUCE_JOBS_MAX];
	size_t running;
};

static bool start(struct pool *p, struct job *j, struct reduction *what)
{
	const char *words[] = {str_cstr(p->a, what->key), ending_of(what->format),
		ways[what->way], NULL};
	int in = p->r->open(p->r->user, what);
	if (in < 0)
		return false;
	int e = child_start(
		p->a, p->r->program, words, in, p->r->dir, REDUCE_SECONDS, &j->child);
	close(in);
	if (e)
		return false;
	j->what = what;
	p->running++;
	return true;
}

/* Its answer becomes the record, once it is seen to be true. */
static void finish(struct pool *p, struct job *j)
{
	struct reduction *what = j->what;
	struct child_answer x = child_end(p->a, &j->child);
	struct picture made = {0};
	what->end = x.end == CHILD_EXITED ? REDUCE_FAILED : REDUCE_LIMIT;
	if (x.end == CHILD_EXITED && !x.status &&
		understand(p->a, p->r->dir, what->key, what->format, x.text, &made) &&
		!file_write_atomic(p->r->dir, str_cstr(p->a, what->key), x.text))
		what->end = REDUCE_SEEN;
	j->what = NULL;
	p->running--;
	p->r->done(p->r->user, what);
}

/* Wait until one of those that run has something to say, or no more time. */
static struct job *next_ended(struct pool *p)
{
	struct pollfd fds[REDUCE_JOBS_MAX];
	struct job *of[REDUCE_JOBS_MAX];
	for (;;) {
		long long first = LLONG_MAX, now = child_clock();
		size_t n = 0;
		for (size_t i = 0; i < p->r->jobs; i++) {
			struct job *j = &p->jobs[i];
			if (!j->what)
				continue;
			if (j->child.end <= now)
				return j;
			first = j->child.end < first ? j->child.end : first;
			fds[n] = (struct pollfd){j->child.answer, POLLIN, 0};
			of[n++] = j;
		}
		assert(n > 0); /* who waits has started one */
		long long left = first - now;
		if (poll(fds, n, left > INT_MAX ? INT_MAX : (int)left) < 0 &&
			errno != EINTR)
			return of[0];
		for (size_t i = 0; i < n; i++)
			if (fds[i].revents)
				return of[i];
	}
}

static struct job *free_job(struct pool *p)
{
	for (size_t i = 0; i < p->r->jobs; i++)
		if (!p->jobs[i].what)
			return &p->jobs[i];
	return NULL;
}

void reduce_all(
	struct arena *a, const struct reducer *r, struct reduction *list, size_t n)
{
	struct pool p = {.a = a, .r = r};
	for (size_t i = 0; i < n; i++)
		list[i].end = REDUCE_FAILED;
	if (!r->program || r->dir < 0)
		return;
	for (size_t i = 0; i < n || p.running;) {
		struct job *j = i < n ? free_job(&p) : NULL;
		if (!j)
			finish(&p, next_ended(&p));
		else if (!start(&p, j, &list[i++]))
			r->done(r->user, &list[i - 1]);
	}
}

/* ---- what nobody uses ---- */

static int by_bytes(const void *key, const void *item)
{
	return str_cmp(*(const struct str *)key, *(const struct str *)item);
}

void reduce_prune(int dir, const struct str *keys, size_t n)
{
	int fd = dir >= 0 ? openat(dir, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
	DIR *d = fd >= 0 ? fdopendir(fd) : NULL;
	if (!d && fd >= 0)
		close(fd);
	for (struct dirent *e; d && (e = readdir(d));) {
		struct str key = str_sub(str_of(e->d_name), 0, KEY_FIGURES);
		bool used = n && bsearch(&key, keys, n, sizeof *keys, by_bytes);
		if (e->d_name[0] != '.' && !used)
			unlinkat(dirfd(d), e->d_name, 0);
	}
	if (d)
		closedir(d);
}
