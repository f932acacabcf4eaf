/*
 * world.h: a folder under /tmp for one test of publishing, and sites written on one
 * line: "index.html=A|a/b.html=B". Included by each test program of this folder.
 */
#ifndef TESTS_PUBLISH_WORLD_H
#define TESTS_PUBLISH_WORLD_H

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/map.h"
#include "base/strbuf.h"
#include "publish/publisher.h"

struct world {
	struct arena a;
	struct diag d;
	char root[64];
	int dir;
	struct publish_where where; /* out is root/www, state is root/state */
	struct publish_report report;
};

static inline int make_world(void **state)
{
	struct world *w = calloc(1, sizeof *w);
	assert_non_null(w);
	w->d = diag_on(&w->a);
	snprintf(w->root, sizeof w->root, "/tmp/tambour-publish-XXXXXX");
	assert_non_null(mkdtemp(w->root));
	w->dir = open(w->root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	assert_true(w->dir >= 0);
	w->where.out = str_printf(&w->a, "%s/www", w->root);
	w->where.state = str_printf(&w->a, "%s/state", w->root);
	w->where.site = STR("61145");
	*state = w;
	return 0;
}

static inline int end_world(void **state)
{
	struct world *w = *state;
	close(w->dir);
	file_remove_tree(AT_FDCWD, w->root);
	arena_release(&w->a);
	free(w);
	return 0;
}

static inline void put_bytes(struct publisher *p, struct str path, struct str bytes)
{
	struct artifact a = {.path = path, .bytes = bytes, .from_dir = -1};
	publisher_put(p, &a);
}

/* Put each "path=bytes" of a site. */
static inline void put_site(struct publisher *p, const char *site)
{
	struct str rest = str_of(site), file, path;
	while (str_cut(&rest, '|', &file)) {
		str_cut(&file, '=', &path);
		put_bytes(p, path, file);
	}
}

static inline enum published publish(struct world *w, const char *site)
{
	struct publisher *p = publisher_disk(&w->a, &w->where, &w->d);
	if (!p)
		return PUBLISHED_FAILED;
	put_site(p, site);
	enum published how = publisher_finish(p);
	w->report = publisher_report(p);
	publisher_close(p);
	return how;
}

/* Write a file of the test's own below root. */
static inline void own_file(struct world *w, const char *path, const char *bytes)
{
	struct str s = str_of(path);
	size_t slash = str_rindex(s, '/');
	if (slash < s.n)
		assert_int_equal(
			file_make_dirs(w->dir, str_cstr(&w->a, str_sub(s, 0, slash))),
			0);
	assert_int_equal(file_write(w->dir, path, str_of(bytes)), 0);
}

static inline struct stat look(struct world *w, const char *path)
{
	struct stat st;
	assert_int_equal(fstatat(w->dir, path, &st, AT_SYMLINK_NOFOLLOW), 0);
	return st;
}

static inline bool there(const struct world *w, const char *path)
{
	struct stat st;
	return fstatat(w->dir, path, &st, AT_SYMLINK_NOFOLLOW) == 0;
}

/* Number of files below a folder (links among them), of folders apart. */
static inline size_t count_files(int dir, const char *path, size_t *folders)
{
	size_t n = 0;
	int fd = openat(dir, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	assert_true(fd >= 0);
	DIR *d = fdopendir(fd);
	for (struct dirent *e; (e = readdir(d));) {
		if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
			continue;
		struct stat st;
		fstatat(dirfd(d), e->d_name, &st, AT_SYMLINK_NOFOLLOW);
		if (S_ISDIR(st.st_mode)) {
			*folders += 1;
			n += count_files(dirfd(d), e->d_name, folders);
		} else {
			n++;
		}
	}
	closedir(d);
	return n;
}

/* True when root/www holds exactly this site and its mark. */
static inline bool holds(struct world *w, const char *site)
{
	struct str rest = str_of(site), file, path, bytes;
	size_t n = 0, folders = 0;
	while (str_cut(&rest, '|', &file)) {
		str_cut(&file, '=', &path);
		const char *name = str_printf(&w->a, "www/%.*s", STR_ARG(path)).p;
		if (file_read(&w->a, w->dir, name, 1 << 20, &bytes) ||
			!str_eq(bytes, file))
			return false;
		n++;
	}
	return there(w, "www/.tambour") &&
	       count_files(w->dir, "www/.", &folders) == n + 1;
}

/* True when root holds nothing but www, state and (symlink) one version folder. */
static inline bool no_leftover(const struct world *w)
{
	int fd = openat(w->dir, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *d = fdopendir(fd);
	size_t hidden = 0, others = 0;
	for (struct dirent *e; (e = readdir(d));) {
		if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
			continue;
		if (e->d_name[0] == '.')
			hidden++;
		else if (strcmp(e->d_name, "www") != 0 &&
			 strcmp(e->d_name, "state") != 0)
			others++;
	}
	closedir(d);
	struct stat st;
	bool link = fstatat(w->dir, "www", &st, AT_SYMLINK_NOFOLLOW) == 0 &&
		    S_ISLNK(st.st_mode);
	return others == 0 && hidden == (link ? 1 : 0) &&
	       !there(w, "www/.tambour-new") && !there(w, "state/manifest.next");
}

static inline void said(const struct world *w, enum diag_code code)
{
	for (size_t i = 0; i < w->d.list.n; i++)
		if (w->d.list.v[i].code == code)
			return;
	fail_msg("not said: %s", diag_row(code)->code);
}

static inline void said_nothing(struct world *w)
{
	for (size_t i = 0; i < w->d.list.n; i++)
		fail_msg("said: %.*s",
			STR_ARG(diag_sentence(&w->a, &w->d.list.v[i], LANG_FR)));
}

#define T(f) cmocka_unit_test_setup_teardown(f, make_world, end_world)

#endif
