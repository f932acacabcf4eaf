/* The true program: copies upright, bare, none wider than the picture, the same twice. */
#include "../same.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "image/reduce.h"

#define FOLDER "tests/unit/image/files/"
#define FILE_MAX ((size_t)4 << 20)

struct world {
	struct arena a;
	char folder[40];
	int dir;
	int in; /* the picture to be reduced next */
};

static int set_up(void **state)
{
	struct world *w = calloc(1, sizeof *w);
	assert_non_null(w);
	strcpy(w->folder, "/tmp/tambour-copies-XXXXXX");
	assert_non_null(mkdtemp(w->folder));
	w->dir = open(w->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	assert_true(w->dir >= 0);
	*state = w;
	return 0;
}

static int tear_down(void **state)
{
	struct world *w = *state;
	file_remove_tree(AT_FDCWD, w->folder);
	close(w->dir);
	arena_release(&w->a);
	free(w);
	return 0;
}

static int give(void *user, const struct reduction *r)
{
	(void)r;
	return ((struct world *)user)->in;
}

static void nothing(void *user, const struct reduction *r)
{
	(void)user;
	(void)r;
}

static struct picture reduced_so(struct world *w, const char *path,
	enum picture_format format, enum picture_way way)
{
	struct picture p = {0};
	struct str bytes;
	assert_int_equal(file_read(&w->a, AT_FDCWD, path, FILE_MAX, &bytes), 0);
	struct reduction one = {.key = str_dup(&w->a, str_of(reduce_key(bytes, way).s)),
		.format = format,
		.way = way};
	struct reducer r = {.program = TAMBOUR_IMAGE,
		.dir = w->dir,
		.jobs = 1,
		.user = w,
		.open = give,
		.done = nothing};
	w->in = open(path, O_RDONLY | O_CLOEXEC);
	assert_true(w->in >= 0);
	reduce_all(&w->a, &r, &one, 1);
	assert_int_equal(one.end, REDUCE_SEEN);
	assert_true(reduce_find(&w->a, w->dir, one.key, format, &p));
	return p;
}

static struct picture reduced(
	struct world *w, const char *path, enum picture_format format)
{
	return reduced_so(w, path, format, PICTURE_IN_COLOURS);
}

static struct str bytes_of(struct world *w, const struct picture_copy *c)
{
	struct str bytes;
	const char *name = str_cstr(&w->a, c->name);
	assert_int_equal(file_read(&w->a, w->dir, name, FILE_MAX, &bytes), 0);
	assert_int_equal(bytes.n, c->size);
	return bytes;
}

static void is_bare(struct world *w, const struct picture_copy *c,
	enum picture_format format, int width, int height)
{
	struct str bytes = bytes_of(w, c);
	struct picture_look l = picture_look(bytes);
	assert_int_equal(l.format, format);
	assert_int_equal(l.fault, PICTURE_SOUND);
	assert_int_equal(l.width, width);
	assert_int_equal(l.height, height);
	assert_true(l.bare && !l.place && !l.tail);
	assert_int_equal(str_find(bytes, STR("secret")), bytes.n);
	assert_int_equal(str_find(bytes, STR("Exif")), bytes.n);
}

/* 2400 by 1800, to be turned by a quarter, with a place and a comment. */
static void a_photograph(void **state)
{
	struct world *w = *state;
	struct picture p = reduced(w, FOLDER "camera.jpg", PICTURE_JPEG);
	assert_int_equal(p.state, PICTURE_REDUCED);
	is_bare(w, &p.own, PICTURE_JPEG, 1200, 1600);
	assert_int_equal(p.n_webp, 3);
	is_bare(w, &p.webp[0], PICTURE_WEBP, 480, 640);
	is_bare(w, &p.webp[1], PICTURE_WEBP, 960, 1280);
	is_bare(w, &p.webp[2], PICTURE_WEBP, 1200, 1600);
}

/* One small copy, without loss, that weighs next to nothing; another key than in colours. */
static void a_halftone(void **state)
{
	struct world *w = *state;
	struct picture colours = reduced(w, FOLDER "camera.jpg", PICTURE_JPEG);
	struct picture p =
		reduced_so(w, FOLDER "camera.jpg", PICTURE_JPEG, PICTURE_HALFTONE);
	assert_int_equal(p.state, PICTURE_REDUCED);
	assert_false(str_eq(p.key, colours.key));
	is_bare(w, &p.own, PICTURE_JPEG, 1200, 1600);
	assert_int_equal(p.n_webp, 1);
	is_bare(w, &p.webp[0], PICTURE_WEBP, 400, 533);
	struct str bytes = bytes_of(w, &p.webp[0]);
	assert_int_equal(str_find(bytes, STR("VP8L")), 12);
	assert_true(bytes.n < 400 * 533 / 8);
	p = reduced_so(w, FOLDER "tall.webp", PICTURE_WEBP, PICTURE_HALFTONE);
	is_bare(w, &p.webp[0], PICTURE_WEBP, 300, 1000);
	p = reduced_so(w, FOLDER "place.png", PICTURE_PNG, PICTURE_HALFTONE);
	is_bare(w, &p.webp[0], PICTURE_WEBP, 64, 48);
}

static void the_same_bytes_twice(void **state)
{
	struct world *w = *state;
	struct picture p = reduced(w, FOLDER "camera.jpg", PICTURE_JPEG);
	struct str own = bytes_of(w, &p.own), webp = bytes_of(w, &p.webp[0]);
	reduce_prune(w->dir, NULL, 0);
	p = reduced(w, FOLDER "camera.jpg", PICTURE_JPEG);
	assert_true(str_eq(own, bytes_of(w, &p.own)));
	assert_true(str_eq(webp, bytes_of(w, &p.webp[0])));
}

static void small_ones_are_not_enlarged(void **state)
{
	struct world *w = *state;
	struct picture p = reduced(w, FOLDER "tall.webp", PICTURE_WEBP);
	assert_int_equal(p.n_webp, 1);
	is_bare(w, &p.webp[0], PICTURE_WEBP, 300, 1000);
	is_bare(w, &p.own, PICTURE_WEBP, 300, 1000);
	p = reduced(w, FOLDER "place.png", PICTURE_PNG);
	is_bare(w, &p.own, PICTURE_PNG, 64, 48);
	p = reduced(w, FOLDER "comment.gif", PICTURE_GIF);
	is_bare(w, &p.own, PICTURE_GIF, 64, 48);
	p = reduced(w, FOLDER "tail.jpg", PICTURE_JPEG);
	is_bare(w, &p.own, PICTURE_JPEG, 64, 48);
}

/* Cut or spoilt, it is made or it is damaged, and nothing else happens. */
static void spoilt_pictures_are_judged(void **state)
{
	struct world *w = *state;
	static const char *const names[] = {
		"place.jpg", "plain.png", "plain.webp", "plain.gif"};
	static const enum picture_format formats[] = {
		PICTURE_JPEG, PICTURE_PNG, PICTURE_WEBP, PICTURE_GIF};
	size_t damaged = 0;
	for (size_t i = 0; i < 4; i++) {
		struct str all;
		const char *from = str_printf(&w->a, FOLDER "%s", names[i]).p,
			   *path = str_printf(&w->a, "%s/spoilt", w->folder).p;
		assert_int_equal(file_read(&w->a, AT_FDCWD, from, FILE_MAX, &all), 0);
		for (size_t k = 1; k < 8; k++) {
			size_t at = all.n * k / 8;
			char *p = arena_text(&w->a, all.n);
			memcpy(p, all.p, all.n);
			p[at] = (char)(p[at] ^ 0x55);
			struct str half = {p, k % 2 ? all.n : at};
			assert_int_equal(file_write(w->dir, "spoilt", half), 0);
			struct picture r = reduced(w, path, formats[i]);
			damaged += r.state == PICTURE_LEFT;
			if (r.state == PICTURE_LEFT)
				assert_int_equal(r.fault, PICTURE_DAMAGED);
		}
	}
	assert_true(damaged >= 8);
}

/* A header that promises 3 600 megapixels costs no memory. */
static void bombs_are_refused(void **state)
{
	struct world *w = *state;
	struct picture p = reduced(w, FOLDER "huge.png", PICTURE_PNG);
	assert_int_equal(p.state, PICTURE_LEFT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_photograph, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_halftone, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			the_same_bytes_twice, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			small_ones_are_not_enlarged, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			spoilt_pictures_are_judged, set_up, tear_down),
		cmocka_unit_test_setup_teardown(bombs_are_refused, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
