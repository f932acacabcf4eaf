/* Copies of files: read only when needed, dates kept, sources that cannot be read. */
#include "world.h"

#define DATE 1700000000

static void set_date(struct world *w, const char *path, long sec)
{
	struct timespec date[2] = {{.tv_sec = sec}, {.tv_sec = sec}};
	assert_int_equal(utimensat(w->dir, path, date, 0), 0);
}

/* Publish root/plan.pdf as documents/plan.pdf, beside a page. */
static enum published publish_copy(struct world *w, const char *page)
{
	struct stat st = {0};
	fstatat(w->dir, "plan.pdf", &st, AT_SYMLINK_NOFOLLOW);
	struct artifact copy = {.path = STR("documents/plan.pdf"),
		.from_dir = w->dir,
		.from = STR("plan.pdf"),
		.size = st.st_size,
		.mtime =
			(long long)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec};
	struct publisher *p = publisher_disk(&w->a, &w->where, &w->d);
	put_site(p, page);
	publisher_put(p, &copy);
	enum published how = publisher_finish(p);
	w->report = publisher_report(p);
	publisher_close(p);
	return how;
}

static void a_copy_holds_the_same_bytes(void **state)
{
	struct world *w = *state;
	struct strbuf b = strbuf_on(&w->a);
	for (int i = 0; i < 100000; i++)
		strbuf_printf(&b, "%07d\n", i);
	own_file(w, "plan.pdf", strbuf_cstr(&b));
	assert_int_equal(publish_copy(w, "a.html=A"), PUBLISHED_NEW);
	struct str got;
	assert_int_equal(
		file_read(&w->a, w->dir, "www/documents/plan.pdf", 1 << 20, &got), 0);
	assert_true(str_eq(got, strbuf_str(&b)));
	assert_int_equal(w->report.bytes, got.n + 1);
	assert_int_equal(publish_copy(w, "a.html=A"), PUBLISHED_SAME);
	set_date(w, "plan.pdf", DATE);
	assert_int_equal(publish_copy(w, "a.html=A"), PUBLISHED_SAME);
}

static void a_source_of_one_size_and_date_is_not_read_again(void **state)
{
	struct world *w = *state;
	own_file(w, "plan.pdf", "un");
	set_date(w, "plan.pdf", DATE);
	publish_copy(w, "a.html=A");
	own_file(w, "plan.pdf", "xx");
	set_date(w, "plan.pdf", DATE);
	assert_int_equal(publish_copy(w, "a.html=A"), PUBLISHED_SAME);
	set_date(w, "plan.pdf", DATE + 1);
	assert_int_equal(publish_copy(w, "a.html=A"), PUBLISHED_NEW);
	assert_true(holds(w, "a.html=A|documents/plan.pdf=xx"));
}

static void a_source_touched_but_not_changed_keeps_its_published_date(void **state)
{
	struct world *w = *state;
	own_file(w, "plan.pdf", "plan");
	publish_copy(w, "a.html=A");
	struct stat before = look(w, "www/documents/plan.pdf");
	set_date(w, "plan.pdf", DATE);
	assert_int_equal(publish_copy(w, "a.html=A"), PUBLISHED_SAME);
	assert_int_equal(look(w, "www/documents/plan.pdf").st_ino, before.st_ino);
	/* The new date was noted: the source is not read any more. */
	own_file(w, "plan.pdf", "xxxx");
	set_date(w, "plan.pdf", DATE);
	assert_int_equal(publish_copy(w, "a.html=A"), PUBLISHED_SAME);
	assert_false(there(w, "state/manifest.next"));
}

static void a_source_that_vanished_stays_online(void **state)
{
	struct world *w = *state;
	own_file(w, "plan.pdf", "plan");
	publish_copy(w, "a.html=A");
	assert_int_equal(unlinkat(w->dir, "plan.pdf", 0), 0);
	assert_int_equal(publish_copy(w, "a.html=urgent"), PUBLISHED_NEW);
	assert_true(holds(w, "a.html=urgent|documents/plan.pdf=plan"));
	said(w, MSG_PUBLISH_COPY);
}

static void a_source_that_was_never_there_is_left_out(void **state)
{
	struct world *w = *state;
	assert_int_equal(symlinkat("/etc/passwd", w->dir, "plan.pdf"), 0);
	assert_int_equal(publish_copy(w, "a.html=A"), PUBLISHED_NEW);
	assert_true(holds(w, "a.html=A"));
	said(w, MSG_PUBLISH_COPY);
}

static void bytes_may_become_a_copy_and_back(void **state)
{
	struct world *w = *state;
	publish(w, "documents/plan.pdf=plan");
	own_file(w, "plan.pdf", "plan");
	assert_int_equal(publish_copy(w, ""), PUBLISHED_SAME);
	assert_int_equal(publish(w, "documents/plan.pdf=plan"), PUBLISHED_SAME);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_copy_holds_the_same_bytes),
		T(a_source_of_one_size_and_date_is_not_read_again),
		T(a_source_touched_but_not_changed_keeps_its_published_date),
		T(a_source_that_vanished_stays_online),
		T(a_source_that_was_never_there_is_left_out),
		T(bytes_may_become_a_copy_and_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
