/* A site on disk: first, same, changed, gone; whose folder; lock; state. */
#include <sys/wait.h>

#include "world.h"

static void the_first_publication_makes_all(void **state)
{
	struct world *w = *state;
	mode_t mask = umask(077);
	assert_int_equal(publish(w, "index.html=A|a/b/c.html=B"), PUBLISHED_NEW);
	umask(mask);
	assert_true(holds(w, "index.html=A|a/b/c.html=B"));
	assert_int_equal(look(w, "www").st_mode & 07777, 0755);
	assert_int_equal(look(w, "www/a/b").st_mode & 07777, 0755);
	assert_int_equal(look(w, "www/a/b/c.html").st_mode & 07777, 0644);
	assert_int_equal(look(w, "www/.tambour").st_mode & 07777, 0644);
	assert_int_equal(w->report.files, 2);
	assert_int_equal(w->report.written, 2);
	assert_int_equal(w->report.bytes, 2);
	assert_true(no_leftover(w));
	said_nothing(w);
}

/* Inode, size and both dates of everything below a folder. */
static void picture(struct world *w, int dir, const char *path, struct strbuf *b)
{
	int fd = openat(dir, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *d = fdopendir(fd);
	for (struct dirent *e; (e = readdir(d));) {
		struct stat st;
		if (strcmp(e->d_name, "..") == 0 ||
			fstatat(dirfd(d), e->d_name, &st, 0))
			continue;
		strbuf_printf(b, "%s %lu %ld %ld.%ld %ld.%ld\n", e->d_name,
			(unsigned long)st.st_ino, (long)st.st_size,
			(long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec,
			(long)st.st_ctim.tv_sec, st.st_ctim.tv_nsec);
		if (S_ISDIR(st.st_mode) && strcmp(e->d_name, ".") != 0)
			picture(w, dirfd(d), e->d_name, b);
	}
	closedir(d);
}

static void a_second_same_build_writes_nothing_at_all(void **state)
{
	struct world *w = *state;
	publish(w, "index.html=A|a/b.html=B");
	struct strbuf before = strbuf_on(&w->a), after = strbuf_on(&w->a);
	picture(w, w->dir, ".", &before);
	assert_int_equal(publish(w, "index.html=A|a/b.html=B"), PUBLISHED_SAME);
	picture(w, w->dir, ".", &after);
	assert_true(str_eq(strbuf_str(&before), strbuf_str(&after)));
	assert_int_equal(w->report.written, 0);
	assert_string_equal(w->report.swap, "");
}

static void what_did_not_change_keeps_its_date(void **state)
{
	struct world *w = *state;
	publish(w, "a.html=A|b.html=B|c.html=C");
	struct stat a = look(w, "www/a.html"), c = look(w, "www/c.html");
	assert_int_equal(publish(w, "a.html=A|b.html=changed|c.html=C"), PUBLISHED_NEW);
	assert_true(holds(w, "a.html=A|b.html=changed|c.html=C"));
	assert_int_equal(look(w, "www/a.html").st_ino, a.st_ino);
	assert_int_equal(look(w, "www/c.html").st_ino, c.st_ino);
	assert_int_equal(look(w, "www/c.html").st_mtim.tv_nsec, c.st_mtim.tv_nsec);
	assert_int_equal(w->report.written, 1);
	assert_int_equal(w->report.removed, 0);
	assert_true(no_leftover(w));
}

static void what_is_gone_is_removed(void **state)
{
	struct world *w = *state;
	publish(w, "a.html=A|old/b.html=B");
	assert_int_equal(publish(w, "a.html=A"), PUBLISHED_NEW);
	assert_true(holds(w, "a.html=A"));
	assert_false(there(w, "www/old"));
	assert_int_equal(w->report.removed, 1);
	assert_int_equal(w->report.written, 0);
	assert_int_equal(publish(w, "a.html=A"), PUBLISHED_SAME);
}

static void a_file_changed_by_hand_is_put_right(void **state)
{
	struct world *w = *state;
	publish(w, "a.html=A|b.html=B");
	own_file(w, "www/a.html", "defaced");
	assert_int_equal(publish(w, "a.html=A|b.html=B"), PUBLISHED_NEW);
	assert_true(holds(w, "a.html=A|b.html=B"));
	assert_int_equal(unlinkat(w->dir, "www/b.html", 0), 0);
	assert_int_equal(publish(w, "a.html=A|b.html=B"), PUBLISHED_NEW);
	assert_true(holds(w, "a.html=A|b.html=B"));
}

static void a_lost_or_spoilt_manifest_is_no_harm(void **state)
{
	struct world *w = *state;
	publish(w, "a.html=A|b.html=B");
	own_file(w, "state/manifest", "tambour-manifest 1\nnonsense\n");
	assert_int_equal(publish(w, "a.html=A"), PUBLISHED_NEW);
	assert_true(holds(w, "a.html=A"));
	file_remove_tree(w->dir, "state");
	assert_int_equal(publish(w, "a.html=A"), PUBLISHED_NEW);
	assert_true(holds(w, "a.html=A"));
	assert_int_equal(publish(w, "a.html=A"), PUBLISHED_SAME);
	said_nothing(w);
}

static void an_empty_folder_may_be_used(void **state)
{
	struct world *w = *state;
	assert_int_equal(mkdirat(w->dir, "www", 0700), 0);
	assert_int_equal(publish(w, "a.html=A"), PUBLISHED_NEW);
	assert_true(holds(w, "a.html=A"));
	assert_int_equal(look(w, "www").st_mode & 07777, 0755);
}

static void parents_are_made(void **state)
{
	struct world *w = *state;
	w->where.out = str_printf(&w->a, "%s/srv/sites/www///", w->root);
	assert_int_equal(publish(w, "a.html=A"), PUBLISHED_NEW);
	assert_true(there(w, "srv/sites/www/a.html"));
}

static void a_folder_of_someone_else_is_refused(void **state)
{
	struct world *w = *state;
	own_file(w, "www/precieux.txt", "ne pas perdre");
	assert_int_equal(publish(w, "a.html=A"), PUBLISHED_FAILED);
	said(w, MSG_PUBLISH_NOT_OURS);
	assert_true(there(w, "www/precieux.txt"));
	assert_false(there(w, "www/a.html"));
}

static void adopt_keeps_what_was_there_aside(void **state)
{
	struct world *w = *state;
	own_file(w, "www/precieux.txt", "ne pas perdre");
	w->where.adopt = true;
	assert_int_equal(publish(w, "a.html=A"), PUBLISHED_NEW);
	said(w, MSG_PUBLISH_KEPT_ASIDE);
	assert_true(holds(w, "a.html=A"));
	assert_true(there(w, "www.avant-tambour/precieux.txt"));
	file_remove_tree(w->dir, "www");
	own_file(w, "www/encore.txt", "x");
	assert_int_equal(publish(w, "a.html=A"), PUBLISHED_NEW);
	assert_true(there(w, "www.avant-tambour-2/encore.txt"));
	w->where.adopt = false;
	assert_int_equal(publish(w, "a.html=A"), PUBLISHED_SAME);
}

static void the_folder_of_another_site_is_refused(void **state)
{
	struct world *w = *state;
	publish(w, "a.html=A");
	w->where.state = str_printf(&w->a, "%s/other", w->root);
	w->where.site = STR("61001");
	assert_int_equal(publish(w, "a.html=B"), PUBLISHED_FAILED);
	said(w, MSG_PUBLISH_OTHER_SITE);
	assert_true(holds(w, "a.html=A"));
	w->where.adopt = true;
	assert_int_equal(publish(w, "a.html=B"), PUBLISHED_NEW);
	assert_true(holds(w, "a.html=B"));
	assert_true(there(w, "www.avant-tambour/a.html"));
}

static void out_that_is_a_file_is_refused(void **state)
{
	struct world *w = *state;
	own_file(w, "www", "x");
	assert_int_equal(publish(w, "a.html=A"), PUBLISHED_FAILED);
	said(w, MSG_PUBLISH_NOT_FOLDER);
}

static void a_state_folder_inside_out_is_refused_before_it_is_made(void **state)
{
	struct world *w = *state;
	w->where.state = str_printf(&w->a, "%s/www/etat/ici", w->root);
	assert_int_equal(publish(w, "a.html=A"), PUBLISHED_FAILED);
	said(w, MSG_PUBLISH_STATE_INSIDE);
	assert_false(there(w, "www"));
	w->where.state = w->where.out;
	assert_int_equal(publish(w, "a.html=A"), PUBLISHED_FAILED);
	assert_false(there(w, "www"));
}

static void a_second_build_at_once_is_refused(void **state)
{
	struct world *w = *state;
	struct publisher *p = publisher_disk(&w->a, &w->where, &w->d);
	assert_non_null(p);
	assert_null(publisher_disk(&w->a, &w->where, &w->d));
	said(w, MSG_PUBLISH_LOCKED);
	publisher_close(p);
	assert_int_equal(publish(w, "a.html=A"), PUBLISHED_NEW);
}

static void a_dead_process_holds_no_lock(void **state)
{
	struct world *w = *state;
	pid_t child = fork();
	if (child == 0) {
		struct publisher *p = publisher_disk(&w->a, &w->where, &w->d);
		put_site(p, "a.html=A");
		raise(SIGKILL);
	}
	assert_int_equal(waitpid(child, NULL, 0), child);
	assert_int_equal(publish(w, "a.html=A"), PUBLISHED_NEW);
	assert_true(no_leftover(w));
	said_nothing(w);
}

static void closing_without_finishing_leaves_the_former_site(void **state)
{
	struct world *w = *state;
	publish(w, "a.html=A");
	struct publisher *p = publisher_disk(&w->a, &w->where, &w->d);
	put_site(p, "a.html=B|c.html=C");
	publisher_close(p);
	assert_true(holds(w, "a.html=A"));
	assert_true(no_leftover(w));
	assert_int_equal(publish(w, "a.html=A"), PUBLISHED_SAME);
}

static void stands_tells_whether_the_site_is_as_published(void **state)
{
	struct world *w = *state;
	assert_false(publisher_stands(&w->where));
	assert_false(there(w, "state"));
	publish(w, "a.html=A|b/c.html=C");
	assert_true(publisher_stands(&w->where));
	own_file(w, "www/b/c.html", "other");
	assert_false(publisher_stands(&w->where));
	publish(w, "a.html=A|b/c.html=C");
	assert_true(publisher_stands(&w->where));
	own_file(w, "state/manifest.next", "");
	assert_false(publisher_stands(&w->where));
}

static void an_empty_site_may_be_published(void **state)
{
	struct world *w = *state;
	assert_int_equal(publish(w, ""), PUBLISHED_NEW);
	assert_true(holds(w, ""));
	assert_int_equal(publish(w, ""), PUBLISHED_SAME);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(the_first_publication_makes_all),
		T(a_second_same_build_writes_nothing_at_all),
		T(what_did_not_change_keeps_its_date),
		T(what_is_gone_is_removed),
		T(a_file_changed_by_hand_is_put_right),
		T(a_lost_or_spoilt_manifest_is_no_harm),
		T(an_empty_folder_may_be_used),
		T(parents_are_made),
		T(a_folder_of_someone_else_is_refused),
		T(adopt_keeps_what_was_there_aside),
		T(the_folder_of_another_site_is_refused),
		T(out_that_is_a_file_is_refused),
		T(a_state_folder_inside_out_is_refused_before_it_is_made),
		T(a_second_build_at_once_is_refused),
		T(a_dead_process_holds_no_lock),
		T(closing_without_finishing_leaves_the_former_site),
		T(stands_tells_whether_the_site_is_as_published),
		T(an_empty_site_may_be_published),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
