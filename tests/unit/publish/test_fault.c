/* Missing rights, refused links, limits: what is said, and that the former site stands.
 */
#include <signal.h>
#include <sys/resource.h>

#include "world.h"

#define NOBODY 65534

/* Root may do everything: as nobody, rights count. False when not started by root. */
static bool become_nobody(struct world *w)
{
	if (geteuid() != 0)
		return false;
	assert_int_equal(fchownat(w->dir, "state", NOBODY, (gid_t)-1, 0), 0);
	static const char *const files[] = {"state/lock", "state/manifest"};
	for (size_t i = 0; i < 2; i++)
		assert_int_equal(fchownat(w->dir, files[i], NOBODY, (gid_t)-1, 0), 0);
	assert_int_equal(fchmod(w->dir, 0755), 0);
	return seteuid(NOBODY) == 0;
}

static void give_tree(struct world *w, const char *path)
{
	int fd = openat(w->dir, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *d = fdopendir(fd);
	assert_int_equal(fchown(dirfd(d), NOBODY, (gid_t)-1), 0);
	closedir(d);
}

static void a_parent_that_cannot_be_written_means_files(void **state)
{
	struct world *w = *state;
	publish(w, "a.html=A|b.html=B");
	give_tree(w, "www");
	if (!become_nobody(w))
		skip();
	enum published how = publish(w, "a.html=A2|b.html=B");
	w->where.swap = SWAP_EXCHANGE;
	enum published asked = publish(w, "a.html=A3|b.html=B");
	assert_int_equal(seteuid(0), 0);
	assert_int_equal(how, PUBLISHED_NEW);
	assert_true(holds(w, "a.html=A2|b.html=B"));
	assert_int_equal(asked, PUBLISHED_FAILED);
	said(w, MSG_PUBLISH_SWAP_IMPOSSIBLE);
}

static void a_folder_that_cannot_be_written_is_said(void **state)
{
	struct world *w = *state;
	publish(w, "a.html=A");
	if (!become_nobody(w))
		skip();
	enum published how = publish(w, "a.html=B");
	assert_int_equal(seteuid(0), 0);
	assert_int_equal(how, PUBLISHED_FAILED);
	said(w, MSG_PUBLISH_NO_RIGHT);
	assert_true(holds(w, "a.html=A"));
}

static void a_hard_link_that_is_refused_becomes_a_copy(void **state)
{
	struct world *w = *state;
	publish(w, "a.html=A|b.html=B");
	struct stat before = look(w, "www/b.html");
	give_tree(w, "www");
	assert_int_equal(fchown(w->dir, NOBODY, (gid_t)-1), 0);
	if (!become_nobody(w))
		skip();
	bool links = linkat(w->dir, "www/b.html", w->dir, "essai", 0) == 0;
	enum published how = publish(w, "a.html=A2|b.html=B");
	assert_int_equal(seteuid(0), 0);
	if (links) /* no protected_hardlinks here */
		skip();
	assert_int_equal(how, PUBLISHED_NEW);
	assert_string_equal(w->report.swap, "exchange");
	assert_true(holds(w, "a.html=A2|b.html=B"));
	assert_true(look(w, "www/b.html").st_ino != before.st_ino);
	assert_int_equal(look(w, "www/b.html").st_mtim.tv_sec, before.st_mtim.tv_sec);
	assert_int_equal(look(w, "www/b.html").st_mtim.tv_nsec, before.st_mtim.tv_nsec);
	assert_int_equal(publish(w, "a.html=A2|b.html=B"), PUBLISHED_SAME);
}

static void a_write_that_fails_leaves_the_former_site(void **state)
{
	struct world *w = *state;
	static const enum swap_mode modes[] = {SWAP_EXCHANGE, SWAP_SYMLINK, SWAP_FILES};
	struct strbuf b = strbuf_on(&w->a);
	strbuf_lit(&b, "a.html=");
	for (int i = 0; i < 5000; i++)
		strbuf_lit(&b, "xxxx");
	signal(SIGXFSZ, SIG_IGN);
	for (size_t i = 0; i < 3; i++) {
		w->where.swap = modes[i];
		publish(w, i % 2 ? "a.html=A|c.html=C" : "a.html=A|d.html=D");
		w->d.list.n = 0;
		struct rlimit old, small;
		getrlimit(RLIMIT_FSIZE, &old);
		small = (struct rlimit){.rlim_cur = 8192, .rlim_max = old.rlim_max};
		setrlimit(RLIMIT_FSIZE, &small);
		enum published how = publish(w, strbuf_cstr(&b));
		setrlimit(RLIMIT_FSIZE, &old);
		assert_int_equal(how, PUBLISHED_FAILED);
		said(w, MSG_PUBLISH_WRITE);
		assert_int_equal(w->d.list.n, 1);
		assert_true(
			holds(w, i % 2 ? "a.html=A|c.html=C" : "a.html=A|d.html=D"));
		assert_true(no_leftover(w));
	}
}

/* The hidden folder beside www in which a build puts the new tree. */
static struct str hidden_folder(struct world *w)
{
	struct str found = {0};
	struct publisher *p = publisher_disk(&w->a, &w->where, &w->d);
	put_site(p, "a.html=B");
	DIR *d = opendir(w->root);
	for (struct dirent *e; (e = readdir(d));)
		if (strncmp(e->d_name, ".www", 4) == 0)
			found = str_printf(&w->a, "%s", e->d_name);
	closedir(d);
	publisher_close(p);
	return found;
}

static void a_leftover_that_cannot_be_removed_is_said(void **state)
{
	struct world *w = *state;
	w->where.swap = SWAP_EXCHANGE;
	publish(w, "a.html=A");
	struct str name = hidden_folder(w);
	assert_true(name.n > 0);
	const char *kept = str_printf(&w->a, "%.*s/x", STR_ARG(name)).p;
	own_file(w, str_printf(&w->a, "%s/y.html", kept).p, "left");
	assert_int_equal(fchmodat(w->dir, kept, 0500, 0), 0);
	/* Root may remove it all the same: as nobody, all but this folder is ours. */
	if (geteuid() == 0) {
		give_tree(w, "www");
		give_tree(w, name.p);
		assert_int_equal(fchown(w->dir, NOBODY, (gid_t)-1), 0);
		assert_true(become_nobody(w));
	}
	enum published how = publish(w, "a.html=A");
	if (getuid() == 0)
		assert_int_equal(seteuid(0), 0);
	assert_int_equal(fchmodat(w->dir, kept, 0700, 0), 0);
	assert_int_equal(how, PUBLISHED_SAME);
	said(w, MSG_PUBLISH_LEFTOVER);
}

static void a_site_changed_during_the_publication_is_said(void **state)
{
	struct world *w = *state;
	publish(w, "a.html=A|b.html=B");
	struct publisher *p = publisher_disk(&w->a, &w->where, &w->d);
	put_site(p, "a.html=A|b.html=B2");
	assert_int_equal(unlinkat(w->dir, "www/a.html", 0), 0);
	assert_int_equal(publisher_finish(p), PUBLISHED_FAILED);
	publisher_close(p);
	said(w, MSG_PUBLISH_CHANGED_MEANWHILE);
	assert_int_equal(publish(w, "a.html=A|b.html=B2"), PUBLISHED_NEW);
	assert_true(holds(w, "a.html=A|b.html=B2"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_parent_that_cannot_be_written_means_files),
		T(a_folder_that_cannot_be_written_is_said),
		T(a_hard_link_that_is_refused_becomes_a_copy),
		T(a_write_that_fails_leaves_the_former_site),
		T(a_leftover_that_cannot_be_removed_is_said),
		T(a_site_changed_during_the_publication_is_said),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
