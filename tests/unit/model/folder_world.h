/*
 * folder_world.h: a temporary folder of files, and what is said of it. What is read
 * from it is each test's business.
 */
#ifndef FOLDER_WORLD_H
#define FOLDER_WORLD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/strbuf.h"
#include "model/site.h"

struct folder {
	struct arena arena;
	struct diag diag;
	struct source *source;
	char dir[64];
};

static inline void folder_open(struct folder *f)
{
	*f = (struct folder){.dir = "/tmp/tambour-model-XXXXXX"};
	f->diag = diag_on(&f->arena);
	assert_non_null(mkdtemp(f->dir));
}

static inline void folder_put(struct folder *f, const char *path, const char *text)
{
	struct str whole = str_printf(&f->arena, "%s/%s", f->dir, path);
	struct str up = str_sub(whole, 0, str_rindex(whole, '/'));
	assert_int_equal(file_make_dirs(AT_FDCWD, str_cstr(&f->arena, up)), 0);
	assert_int_equal(
		file_write(AT_FDCWD, str_cstr(&f->arena, whole), str_of(text)), 0);
}

static inline void folder_list(struct folder *f, const char *name)
{
	f->source = source_folder(&f->arena, str_of(name), f->dir, NULL, 0, &f->diag);
	assert_non_null(f->source);
}

static inline void folder_close(struct folder *f)
{
	if (f->source)
		source_close(f->source);
	file_remove_tree(AT_FDCWD, f->dir);
	arena_release(&f->arena);
}

static inline size_t said(const struct diag *d, enum diag_code code)
{
	size_t n = 0;
	for (size_t i = 0; i < d->list.n; i++)
		n += d->list.v[i].code == code;
	return n;
}

static inline const struct diag_message *message(
	const struct diag *d, enum diag_code code)
{
	for (size_t i = 0; i < d->list.n; i++)
		if (d->list.v[i].code == code)
			return &d->list.v[i];
	diag_print(d, &(struct diag_style){0}, stderr);
	fail_msg("not said: %s", diag_row(code)->code);
	return NULL;
}

static inline void assert_silent(const struct diag *d)
{
	if (diag_has(d, DIAG_WARNING))
		diag_print(d, &(struct diag_style){0}, stderr);
	assert_false(diag_has(d, DIAG_WARNING));
}

static inline void assert_str(struct str s, const char *expected)
{
	if (!str_is(s, expected))
		fail_msg("\"%.*s\" is not \"%s\"", STR_ARG(s), expected);
}

#endif
