/*
 * A publication is killed at each of 200 system calls spread over its life: readers
 * must find the old site or the new one, whole. The same is looked at before each call
 * of a publication that is not killed: a reader never sees a mixture on the way either.
 * The child is stepped with ptrace, so that the moments are exact, not a matter of
 * luck.
 */
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/wait.h>

#include "world.h"

#define MOMENTS 200
#define PAGES 40

/* Version 'A' or 'B' of a site: pages that differ, pages that do not, pages of one
 * only. */
static void put_version(struct publisher *p, char version)
{
	for (int i = 0; i < PAGES; i++) {
		char path[64], bytes[64];
		bool both = i % 4 != 3;
		snprintf(path, sizeof path, "dossier-%d/page-%d%s.html", i % 5, i,
			both             ? ""
			: version == 'A' ? "a"
					 : "b");
		snprintf(bytes, sizeof bytes, "page %d, version %c", i,
			i % 4 == 0 ? '-' : version);
		put_bytes(p, str_of(path), str_of(bytes));
	}
}

static enum published publish_version(struct world *w, char version)
{
	struct publisher *p = publisher_disk(&w->a, &w->where, &w->d);
	if (!p)
		return PUBLISHED_FAILED;
	put_version(p, version);
	enum published how = publisher_finish(p);
	publisher_close(p);
	return how;
}

/* Both versions as they must be found, by path. */
struct expected {
	struct publisher *version[2];
};

/* 'A' or 'B' when root/www is that version whole, else '?'. */
static char version_of(struct world *w, const struct expected *x)
{
	struct arena tmp = {0};
	char found = '?';
	for (int v = 0; v < 2 && found == '?'; v++) {
		size_t right = 0, folders = 0;
		for (int i = 0; i < PAGES; i++) {
			bool both = i % 4 != 3;
			const char *path = str_printf(&tmp,
				"www/dossier-%d/page-%d%s.html", i % 5, i,
				both     ? ""
				: v == 0 ? "a"
					 : "b")
						   .p;
			struct str got, want;
			publisher_memory_get(x->version[v], str_of(path + 4), &want);
			if (file_read(&tmp, w->dir, path, 1000, &got) == 0 &&
				str_eq(got, want))
				right++;
		}
		if (right == PAGES &&
			count_files(w->dir, "www/.", &folders) == PAGES + 1)
			found = v == 0 ? 'A' : 'B';
	}
	arena_release(&tmp);
	return found;
}

static struct expected expect(struct world *w)
{
	struct expected x;
	for (int v = 0; v < 2; v++) {
		x.version[v] = publisher_memory(&w->a);
		put_version(x.version[v], v == 0 ? 'A' : 'B');
	}
	return x;
}

/* A child about to publish, stopped; -1 where ptrace is forbidden. */
static pid_t start(struct world *w, char version)
{
	pid_t child = fork();
	if (child == 0) {
		if (ptrace(PTRACE_TRACEME, 0, NULL, NULL))
			_exit(99);
		raise(SIGSTOP);
		_exit(publish_version(w, version) == PUBLISHED_NEW ? 0 : 1);
	}
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFSTOPPED(status) ? child : -1;
}

/* Let the child go to the next beginning or end of a system call. False: it has ended.
 */
static bool step(pid_t child)
{
	int status;
	assert_int_equal(ptrace(PTRACE_SYSCALL, child, NULL, NULL), 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	if (WIFSTOPPED(status))
		return true;
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	return false;
}

/* Go through one publication of B over A, looking at each step. The number of steps. */
static size_t watch(struct world *w, const struct expected *x)
{
	size_t steps = 0;
	pid_t child = start(w, 'B');
	if (child < 0)
		return 0;
	char seen = 'A';
	while (step(child)) {
		char now = version_of(w, x);
		if (now == '?' || now < seen)
			fail_msg("step %zu: %c after %c", steps, now, seen);
		seen = now;
		steps++;
	}
	assert_int_equal(version_of(w, x), 'B');
	return steps;
}

static void kill_at(struct world *w, char version, size_t moment)
{
	pid_t child = start(w, version);
	assert_true(child > 0);
	for (size_t i = 0; i < moment; i++)
		if (!step(child))
			return;
	kill(child, SIGKILL);
	assert_int_equal(waitpid(child, NULL, 0), child);
}

static void old_or_new_stands(struct world *w, enum swap_mode mode)
{
	w->where.swap = mode;
	struct expected x = expect(w);
	assert_int_equal(publish_version(w, 'A'), PUBLISHED_NEW);
	assert_int_equal(version_of(w, &x), 'A');
	size_t steps = watch(w, &x);
	if (steps == 0)
		skip();
	char stands = 'B';
	for (size_t i = 0; i < MOMENTS; i++) {
		char other = stands == 'A' ? 'B' : 'A';
		kill_at(w, other, 1 + i * steps / MOMENTS);
		stands = version_of(w, &x);
		if (stands == '?')
			fail_msg("a mixture after a kill at step %zu",
				1 + i * steps / MOMENTS);
	}
	/* Whatever was left, the next builds are right, and tidy. */
	enum published how = publish_version(w, stands == 'A' ? 'B' : 'A');
	assert_int_equal(how, PUBLISHED_NEW);
	assert_int_equal(version_of(w, &x), stands == 'A' ? 'B' : 'A');
	assert_true(no_leftover(w));
	said_nothing(w);
}

static void exchange_killed_200_times(void **state)
{
	old_or_new_stands(*state, SWAP_EXCHANGE);
}

static void symlink_killed_200_times(void **state)
{
	old_or_new_stands(*state, SWAP_SYMLINK);
}

/* `files` promises less: each file old or new, and the next build puts all right. */
static void files_killed_anywhere_is_put_right(void **state)
{
	struct world *w = *state;
	w->where.swap = SWAP_FILES;
	struct expected x = expect(w);
	publish_version(w, 'A');
	for (size_t i = 0; i < MOMENTS / 4; i++) {
		kill_at(w, 'B', 1 + i * 25);
		enum published how = publish_version(w, 'A');
		assert_true(how == PUBLISHED_NEW || how == PUBLISHED_SAME);
		assert_int_equal(version_of(w, &x), 'A');
		assert_true(no_leftover(w));
	}
	said_nothing(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(exchange_killed_200_times),
		T(symlink_killed_200_times),
		T(files_killed_anywhere_is_put_right),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
