/* The three ways of swapping, how one is chosen, leftovers, changes of way. */
#include <sched.h>
#include <sys/mount.h>

#include "world.h"

#define FIRST "index.html=1|a/b.html=B|style.css=S"
#define SECOND "index.html=2|a/b.html=B|c/d.html=D"

static void goes_round(struct world *w, enum swap_mode mode, const char *name)
{
	w->where.swap = mode;
	for (int i = 0; i < 3; i++) {
		assert_int_equal(publish(w, FIRST), PUBLISHED_NEW);
		assert_string_equal(w->report.swap, name);
		assert_true(holds(w, FIRST));
		assert_true(no_leftover(w));
		struct stat kept = look(w, "www/a/b.html");
		assert_int_equal(publish(w, SECOND), PUBLISHED_NEW);
		assert_true(holds(w, SECOND));
		assert_true(no_leftover(w));
		assert_int_equal(look(w, "www/a/b.html").st_ino, kept.st_ino);
		assert_int_equal(publish(w, SECOND), PUBLISHED_SAME);
	}
	said_nothing(w);
}

static void exchange_goes_round(void **state)
{
	goes_round(*state, SWAP_EXCHANGE, "exchange");
}

static void symlink_goes_round(void **state)
{
	goes_round(*state, SWAP_SYMLINK, "symlink");
	assert_true(S_ISLNK(look(*state, "www").st_mode));
}

static void files_goes_round(void **state)
{
	goes_round(*state, SWAP_FILES, "files");
}

static void exchange_is_found_here(void **state)
{
	goes_round(*state, SWAP_AUTO, "exchange");
}

static void a_way_may_change_at_any_time(void **state)
{
	struct world *w = *state;
	static const enum swap_mode modes[] = {SWAP_EXCHANGE, SWAP_SYMLINK, SWAP_FILES,
		SWAP_EXCHANGE, SWAP_FILES, SWAP_SYMLINK, SWAP_SYMLINK, SWAP_EXCHANGE};
	for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
		const char *site = i % 2 ? FIRST : SECOND;
		w->where.swap = modes[i];
		assert_int_equal(publish(w, site), PUBLISHED_NEW);
		assert_true(holds(w, site));
		assert_true(no_leftover(w));
	}
	said_nothing(w);
}

static void a_link_of_ours_stays_one_by_itself(void **state)
{
	struct world *w = *state;
	w->where.swap = SWAP_SYMLINK;
	publish(w, FIRST);
	w->where.swap = SWAP_AUTO;
	assert_int_equal(publish(w, SECOND), PUBLISHED_NEW);
	assert_string_equal(w->report.swap, "symlink");
	assert_true(holds(w, SECOND));
}

static void a_link_of_ours_that_leads_nowhere_is_replaced(void **state)
{
	struct world *w = *state;
	for (int i = 0; i < 2; i++) {
		w->where.swap = SWAP_SYMLINK;
		file_remove_tree(w->dir, "www");
		publish(w, FIRST);
		char to[256] = {0};
		assert_true(readlinkat(w->dir, "www", to, sizeof to - 1) > 0);
		file_remove_tree(w->dir, to);
		w->where.swap = i ? SWAP_EXCHANGE : SWAP_AUTO;
		assert_int_equal(publish(w, SECOND), PUBLISHED_NEW);
		assert_true(holds(w, SECOND));
		assert_true(no_leftover(w));
	}
}

static void a_link_of_someone_else_is_followed(void **state)
{
	struct world *w = *state;
	assert_int_equal(mkdirat(w->dir, "real", 0755), 0);
	assert_int_equal(symlinkat("real", w->dir, "www"), 0);
	assert_int_equal(publish(w, FIRST), PUBLISHED_NEW);
	assert_int_equal(publish(w, SECOND), PUBLISHED_NEW);
	assert_true(S_ISLNK(look(w, "www").st_mode));
	assert_true(holds(w, SECOND));
	assert_true(there(w, "real/c/d.html"));
}

static void a_link_that_leads_nowhere_is_refused(void **state)
{
	struct world *w = *state;
	assert_int_equal(symlinkat("rien/ici", w->dir, "www"), 0);
	assert_int_equal(publish(w, FIRST), PUBLISHED_FAILED);
	said(w, MSG_PUBLISH_NOT_FOLDER);
}

static void adopt_works_in_every_way(void **state)
{
	struct world *w = *state;
	static const enum swap_mode modes[] = {SWAP_EXCHANGE, SWAP_SYMLINK};
	w->where.adopt = true;
	for (size_t i = 0; i < 2; i++) {
		file_remove_tree(w->dir, "www");
		own_file(w, "www/precieux.txt", "x");
		w->where.swap = modes[i];
		assert_int_equal(publish(w, FIRST), PUBLISHED_NEW);
		assert_true(holds(w, FIRST));
	}
	assert_true(there(w, "www.avant-tambour/precieux.txt"));
	assert_true(there(w, "www.avant-tambour-2/precieux.txt"));
	file_remove_tree(w->dir, "www");
	own_file(w, "www/precieux.txt", "x");
	w->where.swap = SWAP_FILES;
	assert_int_equal(publish(w, FIRST), PUBLISHED_NEW);
	assert_true(there(w, "www/precieux.txt") && there(w, "www/index.html"));
}

static void a_file_may_become_a_folder_and_back(void **state)
{
	struct world *w = *state;
	static const enum swap_mode modes[] = {SWAP_EXCHANGE, SWAP_SYMLINK, SWAP_FILES};
	for (size_t i = 0; i < 3; i++) {
		w->where.swap = modes[i];
		assert_true(publish(w, "a=1|b/c=2|x.html=X") != PUBLISHED_FAILED);
		assert_int_equal(publish(w, "a/d=3|b=4|x.html=X"), PUBLISHED_NEW);
		assert_true(holds(w, "a/d=3|b=4|x.html=X"));
		assert_int_equal(publish(w, "a=1|b/c=2|x.html=X"), PUBLISHED_NEW);
		assert_true(holds(w, "a=1|b/c=2|x.html=X"));
	}
}

/* The hidden names beside www, learnt from a build that was not finished. */
static const char *hidden_name(struct world *w, char *name, size_t size)
{
	struct publisher *p = publisher_disk(&w->a, &w->where, &w->d);
	put_site(p, "a=1");
	int fd = openat(w->dir, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *d = fdopendir(fd);
	for (struct dirent *e; (e = readdir(d));)
		if (strncmp(e->d_name, ".www", 4) == 0)
			snprintf(name, size, "%s", e->d_name);
	closedir(d);
	publisher_close(p);
	return name;
}

static void leftovers_go_even_when_nothing_changed(void **state)
{
	struct world *w = *state;
	char name[256] = "";
	hidden_name(w, name, sizeof name);
	assert_true(strlen(name) > 8);
	publish(w, FIRST);
	own_file(w, str_printf(&w->a, "%s/x/y.html", name).p, "left");
	own_file(w, "www/.tambour-new/x.html", "left");
	assert_false(no_leftover(w));
	assert_int_equal(publish(w, FIRST), PUBLISHED_SAME);
	assert_true(no_leftover(w));
}

static void a_folder_adopted_by_a_killed_build_is_not_deleted(void **state)
{
	struct world *w = *state;
	char name[256] = "";
	own_file(w, "www/precieux.txt", "x");
	w->where.adopt = true;
	hidden_name(w, name, sizeof name);
	assert_string_equal(name + strlen(name) - 4, ".old");
	file_remove_tree(w->dir, "www");
	publish(w, FIRST);
	own_file(w, str_printf(&w->a, "%s/precieux.txt", name).p, "x");
	assert_int_equal(publish(w, FIRST), PUBLISHED_SAME);
	said(w, MSG_PUBLISH_KEPT_ASIDE);
	assert_true(there(w, "www.avant-tambour/precieux.txt"));
}

static void files_removes_what_a_killed_build_added(void **state)
{
	struct world *w = *state;
	w->where.swap = SWAP_FILES;
	publish(w, FIRST);
	/* As a build leaves it that was killed after placing a new page. */
	own_file(w, "www/nouveau/x.html", "X");
	own_file(w, "state/manifest.next",
		"tambour-manifest 1\n"
		"00000000000000000000000000000000 1 1 0000000000000000 nouveau/x.html\n"
		"00000000000000000000000000000000 1 1 0000000000000000 "
		"../state/manifest\n"
		"end 2\n");
	assert_int_equal(publish(w, FIRST), PUBLISHED_NEW);
	assert_true(holds(w, FIRST));
	assert_false(there(w, "www/nouveau"));
	assert_true(there(w, "state/manifest"));
	assert_int_equal(publish(w, FIRST), PUBLISHED_SAME);
}

/* A file system of the test's own on root/www; false when this machine forbids it. */
static bool mounted(struct world *w, const char *options)
{
	const char *www = str_printf(&w->a, "%s/www", w->root).p;
	mkdirat(w->dir, "www", 0755);
	bool done = unshare(CLONE_NEWNS) == 0 &&
		    mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
		    mount("tambour", www, "tmpfs", 0, options) == 0;
	/* The folder opened before sees the mounts of before. */
	close(w->dir);
	w->dir = open(w->root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return done;
}

static void unmount(struct world *w)
{
	assert_int_equal(umount(str_printf(&w->a, "%s/www", w->root).p), 0);
}

static void a_mount_point_is_swapped_by_files(void **state)
{
	struct world *w = *state;
	if (!mounted(w, "size=1m"))
		skip();
	assert_int_equal(publish(w, FIRST), PUBLISHED_NEW);
	assert_string_equal(w->report.swap, "files");
	assert_int_equal(publish(w, SECOND), PUBLISHED_NEW);
	bool right = holds(w, SECOND);
	w->where.swap = SWAP_EXCHANGE;
	enum published how = publish(w, FIRST);
	unmount(w);
	assert_true(right);
	assert_int_equal(how, PUBLISHED_FAILED);
	said(w, MSG_PUBLISH_SWAP_IMPOSSIBLE);
}

static void a_bind_mount_of_one_disk_is_seen(void **state)
{
	struct world *w = *state;
	if (!mounted(w, "size=1m"))
		skip();
	unmount(w);
	assert_int_equal(mkdirat(w->dir, "elsewhere", 0755), 0);
	const char *www = str_printf(&w->a, "%s/www", w->root).p;
	assert_int_equal(mount(str_printf(&w->a, "%s/elsewhere", w->root).p, www, NULL,
				 MS_BIND, NULL),
		0);
	assert_int_equal(publish(w, FIRST), PUBLISHED_NEW);
	const char *swap = w->report.swap;
	unmount(w);
	assert_string_equal(swap, "files");
	assert_true(there(w, "elsewhere/index.html"));
}

static void a_full_disk_leaves_the_former_site(void **state)
{
	struct world *w = *state;
	if (!mounted(w, "size=256k"))
		skip();
	w->where.out = str_printf(&w->a, "%s/www/site", w->root);
	static const enum swap_mode modes[] = {SWAP_EXCHANGE, SWAP_SYMLINK, SWAP_FILES};
	char *big = calloc(1, 400000);
	memset(big, 'x', 399999);
	big[0] = 'a';
	big[1] = '=';
	for (size_t i = 0; i < 3; i++) {
		w->where.swap = modes[i];
		assert_int_equal(publish(w, i % 2 ? "a=1" : "a=2"), PUBLISHED_NEW);
		w->d.list.n = 0;
		assert_int_equal(publish(w, big), PUBLISHED_FAILED);
		said(w, MSG_PUBLISH_DISK_FULL);
		assert_int_equal(w->d.list.n, 1);
		assert_int_equal(publish(w, i % 2 ? "a=1" : "a=2"), PUBLISHED_SAME);
	}
	free(big);
	unmount(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(exchange_goes_round),
		T(symlink_goes_round),
		T(files_goes_round),
		T(exchange_is_found_here),
		T(a_way_may_change_at_any_time),
		T(a_link_of_ours_stays_one_by_itself),
		T(a_link_of_ours_that_leads_nowhere_is_replaced),
		T(a_link_of_someone_else_is_followed),
		T(a_link_that_leads_nowhere_is_refused),
		T(adopt_works_in_every_way),
		T(a_file_may_become_a_folder_and_back),
		T(leftovers_go_even_when_nothing_changed),
		T(a_folder_adopted_by_a_killed_build_is_not_deleted),
		T(files_removes_what_a_killed_build_added),
		T(a_mount_point_is_swapped_by_files),
		T(a_bind_mount_of_one_disk_is_seen),
		T(a_full_disk_leaves_the_former_site),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
