/* Files of the machine: whole reads and writes, folders made and removed. */
#include "../same.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"

struct room {
	char path[64];
	int dir;
	struct arena arena;
};

static int setup(void **state)
{
	struct room *r = calloc(1, sizeof *r);
	strcpy(r->path, "/tmp/tambour-file-XXXXXX");
	if (!mkdtemp(r->path))
		return -1;
	r->dir = open(r->path, O_RDONLY | O_DIRECTORY);
	*state = r;
	return r->dir < 0;
}

static int teardown(void **state)
{
	struct room *r = *state;
	close(r->dir);
	arena_release(&r->arena);
	int e = file_remove_tree(AT_FDCWD, r->path);
	free(r);
	return e;
}

static mode_t mode_of(struct room *r, const char *path)
{
	struct stat st;
	assert_int_equal(fstatat(r->dir, path, &st, AT_SYMLINK_NOFOLLOW), 0);
	return st.st_mode & 07777;
}

static void what_is_written_is_read(void **state)
{
	struct room *r = *state;
	struct str out;
	struct str bytes = {"a\0b\xFF", 4};
	assert_int_equal(file_write(r->dir, "f", bytes), 0);
	assert_int_equal(file_read(&r->arena, r->dir, "f", 4, &out), 0);
	assert_true(str_eq(out, bytes));
	assert_int_equal(out.p[out.n], 0);
	assert_int_equal(file_write(r->dir, "f", STR("x")), 0);
	assert_int_equal(file_read(&r->arena, r->dir, "f", 4, &out), 0);
	assert_same(out, "x");
	assert_int_equal(file_write_atomic(r->dir, "f", (struct str){0}), 0);
	assert_int_equal(file_read(&r->arena, r->dir, "f", 4, &out), 0);
	assert_int_equal(out.n, 0);
}

/* A pipe gives and takes a few bytes at a time. */
static void all_bytes_pass_a_pipe(void **state)
{
	static char sent[1 << 20], got[sizeof sent + 1];
	(void)state;
	int end[2];
	size_t n = 0;
	for (size_t i = 0; i < sizeof sent; i++)
		sent[i] = (char)('a' + i % 26);
	assert_int_equal(pipe(end), 0);
	pid_t child = fork();
	if (child == 0)
		_exit(file_write_all(end[1], (struct str){sent, sizeof sent}) ? 1 : 0);
	close(end[1]);
	assert_int_equal(file_read_all(end[0], got, sizeof got, &n), 0);
	int status = -1;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	assert_int_equal(n, sizeof sent);
	assert_memory_equal(got, sent, n);
	assert_int_not_equal(file_write_all(-1, STR("x")), 0);
	assert_int_not_equal(file_read_all(-1, got, 1, &n), 0);
	close(end[0]);
}

static void reading_says_why_it_fails(void **state)
{
	struct room *r = *state;
	struct str out = STR("avant");
	assert_int_equal(file_write(r->dir, "f", STR("12345")), 0);
	assert_int_equal(file_read(&r->arena, r->dir, "f", 4, &out), EFBIG);
	assert_int_equal(out.n, 0);
	assert_int_equal(file_read(&r->arena, r->dir, "rien", 9, &out), ENOENT);
	assert_int_equal(mkdirat(r->dir, "d", 0755), 0);
	assert_int_equal(file_read(&r->arena, r->dir, "d", 9, &out), ENOTSUP);
	assert_int_equal(symlinkat("f", r->dir, "lien"), 0);
	assert_int_equal(file_read(&r->arena, r->dir, "lien", 9, &out), ELOOP);
	/* A pipe must be refused, not waited for. */
	assert_int_equal(mkfifoat(r->dir, "tube", 0600), 0);
	assert_int_equal(file_read(&r->arena, r->dir, "tube", 9, &out), ENOTSUP);
}

static void modes_do_not_hang_on_the_umask(void **state)
{
	struct room *r = *state;
	mode_t before = umask(077);
	assert_int_equal(file_write(r->dir, "f", STR("x")), 0);
	assert_int_equal(file_write_atomic(r->dir, "g", STR("x")), 0);
	assert_int_equal(file_make_dirs(r->dir, "a/b/c"), 0);
	umask(before);
	assert_int_equal(mode_of(r, "f"), 0644);
	assert_int_equal(mode_of(r, "g"), 0644);
	assert_int_equal(mode_of(r, "a"), 0755);
	assert_int_equal(mode_of(r, "a/b/c"), 0755);
}

static void folders_are_made_with_those_above(void **state)
{
	struct room *r = *state;
	assert_int_equal(file_make_dirs(r->dir, "a/b"), 0);
	assert_int_equal(file_make_dirs(r->dir, "a/b"), 0);
	assert_int_equal(file_make_dirs(r->dir, "x/y/"), 0);
	assert_int_equal(file_write(r->dir, "f", STR("x")), 0);
	assert_int_equal(file_make_dirs(r->dir, "f"), ENOTDIR);
	assert_int_equal(file_make_dirs(r->dir, "f/g"), ENOTDIR);
}

static void writing_follows_no_link(void **state)
{
	struct room *r = *state;
	struct str out;
	assert_int_equal(file_write(r->dir, "cible", STR("gardé")), 0);
	assert_int_equal(symlinkat("cible", r->dir, "lien"), 0);
	assert_int_equal(file_write(r->dir, "lien", STR("perdu")), ELOOP);
	/* An atomic write puts a file in the place of the link. */
	assert_int_equal(file_write_atomic(r->dir, "lien", STR("neuf")), 0);
	assert_int_equal(file_read(&r->arena, r->dir, "lien", 9, &out), 0);
	assert_same(out, "neuf");
	assert_int_equal(file_read(&r->arena, r->dir, "cible", 9, &out), 0);
	assert_same(out, "gardé");
}

static void a_failed_atomic_write_leaves_nothing(void **state)
{
	struct room *r = *state;
	assert_int_equal(file_make_dirs(r->dir, "d/plein"), 0);
	assert_int_not_equal(file_write_atomic(r->dir, "d", STR("x")), 0);
	assert_int_equal(file_write_atomic(r->dir, "rien/f", STR("x")), ENOENT);
	assert_int_equal(file_remove_tree(r->dir, "d"), 0);
	/* Only an empty folder can be removed by its own name. */
	assert_int_equal(file_make_dirs(r->dir, "seul"), 0);
	assert_int_not_equal(file_write_atomic(r->dir, "seul", STR("x")), 0);
	assert_int_equal(file_remove_tree(r->dir, "seul"), 0);
	close(r->dir);
	assert_int_equal(rmdir(r->path), 0);
	assert_int_equal(mkdir(r->path, 0700), 0);
	r->dir = open(r->path, O_RDONLY | O_DIRECTORY);
}

static void removing_does_not_follow_links(void **state)
{
	struct room *r = *state;
	struct str out;
	assert_int_equal(file_make_dirs(r->dir, "dehors"), 0);
	assert_int_equal(file_write(r->dir, "dehors/f", STR("gardé")), 0);
	assert_int_equal(file_make_dirs(r->dir, "d/e"), 0);
	assert_int_equal(file_write(r->dir, "d/e/f", STR("x")), 0);
	assert_int_equal(symlinkat("../dehors", r->dir, "d/lien"), 0);
	assert_int_equal(file_remove_tree(r->dir, "d"), 0);
	assert_int_equal(faccessat(r->dir, "d", F_OK, 0), -1);
	assert_int_equal(file_read(&r->arena, r->dir, "dehors/f", 9, &out), 0);
	assert_int_equal(file_remove_tree(r->dir, "rien"), 0);
}

static void errors_are_told_in_plain_words(void **state)
{
	(void)state;
	assert_same(file_error_text(ENOSPC, true), "le disque est plein");
	assert_same(file_error_text(ENOSPC, false), "the disk is full");
	assert_true(file_error_text(EXDEV, true).n > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			what_is_written_is_read, setup, teardown),
		cmocka_unit_test_setup_teardown(
			reading_says_why_it_fails, setup, teardown),
		cmocka_unit_test_setup_teardown(
			modes_do_not_hang_on_the_umask, setup, teardown),
		cmocka_unit_test(all_bytes_pass_a_pipe),
		cmocka_unit_test_setup_teardown(
			folders_are_made_with_those_above, setup, teardown),
		cmocka_unit_test_setup_teardown(
			writing_follows_no_link, setup, teardown),
		cmocka_unit_test_setup_teardown(
			a_failed_atomic_write_leaves_nothing, setup, teardown),
		cmocka_unit_test_setup_teardown(
			removing_does_not_follow_links, setup, teardown),
		cmocka_unit_test(errors_are_told_in_plain_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
