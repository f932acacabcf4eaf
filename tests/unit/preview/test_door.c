/* test_door.c: what the machine gives a preview, and what is said when it refuses. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "preview/door.h"

static enum diag_code last(const struct diag *d)
{
	assert_true(d->list.n > 0);
	return d->list.v[d->list.n - 1].code;
}

static void taken_port_gives_the_next(void **state)
{
	(void)state;
	struct arena a = {0};
	struct diag d = diag_on(&a);
	struct preview_door one, other;
	assert_true(preview_listen(&one, 0, &d));
	assert_int_equal(d.list.n, 0);
	assert_true(preview_listen(&other, one.port, &d));
	assert_int_equal(last(&d), MSG_PREVIEW_PORT_TAKEN);
	assert_true(other.port > one.port);
	preview_stop(&one);
	preview_stop(&other);
	arena_release(&a);
}

static void no_port_is_left_above_the_last(void **state)
{
	(void)state;
	struct arena a = {0};
	struct diag d = diag_on(&a);
	struct preview_door one, other;
	bool held = preview_listen(&one, 65535, &d); /* or another program holds it */
	assert_false(preview_listen(&other, 65535, &d));
	assert_int_equal(last(&d), MSG_PREVIEW_NO_PORT);
	if (held)
		preview_stop(&one);
	arena_release(&a);
}

static void room_is_private(void **state)
{
	(void)state;
	struct arena a = {0};
	struct diag d = diag_on(&a);
	struct str room = preview_room(&a, &d);
	struct stat st;
	assert_int_equal(stat(room.p, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	rmdir(room.p);
	setenv("TMPDIR", "/tambour-there-is-no-such-folder", 1);
	assert_int_equal(preview_room(&a, &d).n, 0);
	assert_int_equal(last(&d), MSG_PREVIEW_NO_ROOM);
	unsetenv("TMPDIR");
	arena_release(&a);
}

static void refused_start_is_said(void **state)
{
	(void)state;
	struct arena a = {0};
	struct diag d = diag_on(&a);
	struct preview_door door;
	assert_true(preview_listen(&door, 0, &d));
	struct rlimit former, few;
	getrlimit(RLIMIT_NOFILE, &former);
	few = (struct rlimit){3, former.rlim_max};
	setrlimit(RLIMIT_NOFILE, &few);
	bool ok = preview_start(&door, "/bin/true", "", "", &d);
	setrlimit(RLIMIT_NOFILE, &former);
	assert_false(ok);
	assert_int_equal(last(&d), MSG_PREVIEW_NOT_STARTED);
	preview_stop(&door);
	arena_release(&a);
}

static void sudden_end_of_a_build_is_said(void **state)
{
	(void)state;
	struct arena a = {0};
	struct diag d = diag_on(&a);
	assert_true(preview_ended(0, &d));
	assert_true(preview_ended(3 << 8, &d));
	assert_false(preview_ended(SIGSEGV, &d));
	assert_int_equal(last(&d), MSG_PREVIEW_BUILD_DIED);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(taken_port_gives_the_next),
		cmocka_unit_test(no_port_is_left_above_the_last),
		cmocka_unit_test(room_is_private),
		cmocka_unit_test(refused_start_is_said),
		cmocka_unit_test(sudden_end_of_a_build_is_said),
	};
	unsetenv("TMPDIR");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
