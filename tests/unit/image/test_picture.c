/* What the containers of pictures say, whole, cut anywhere and spoilt anywhere. */
#include "../same.h"

#include <fcntl.h>
#include <stdlib.h>

#include "base/file.h"
#include "image/picture.h"

#define FOLDER "tests/unit/image/files/"
#define FILE_MAX ((size_t)1 << 20)

enum { PLACE = 1, TAIL = 2, BARE = 4 };

static const struct {
	const char *name;
	enum picture_format format;
	enum picture_fault fault;
	int width, height, flags;
} files[] = {
	{"base.jpg", PICTURE_JPEG, PICTURE_SOUND, 64, 48, BARE},
	{"camera.jpg", PICTURE_JPEG, PICTURE_SOUND, 1800, 2400, PLACE},
	{"comment.jpg", PICTURE_JPEG, PICTURE_SOUND, 64, 48, 0},
	{"filled.jpg", PICTURE_JPEG, PICTURE_SOUND, 64, 48, BARE},
	{"place.jpg", PICTURE_JPEG, PICTURE_SOUND, 48, 64, PLACE},
	{"place-big-endian.jpg", PICTURE_JPEG, PICTURE_SOUND, 64, 48, PLACE},
	{"tail.jpg", PICTURE_JPEG, PICTURE_SOUND, 64, 48, TAIL | BARE},
	/* A camera that found no satellite writes the record's version alone. */
	{"turned.jpg", PICTURE_JPEG, PICTURE_SOUND, 48, 64, 0},
	{"xmp.jpg", PICTURE_JPEG, PICTURE_SOUND, 64, 48, PLACE},
	{"plain.png", PICTURE_PNG, PICTURE_SOUND, 64, 48, BARE},
	{"place.png", PICTURE_PNG, PICTURE_SOUND, 64, 48, PLACE},
	{"words.png", PICTURE_PNG, PICTURE_SOUND, 64, 48, 0},
	{"xmp.png", PICTURE_PNG, PICTURE_SOUND, 64, 48, PLACE},
	{"packed-xmp.png", PICTURE_PNG, PICTURE_SOUND, 64, 48, PLACE},
	{"raw-profile.png", PICTURE_PNG, PICTURE_SOUND, 64, 48, PLACE},
	{"tail.png", PICTURE_PNG, PICTURE_SOUND, 64, 48, TAIL | BARE},
	{"huge.png", PICTURE_PNG, PICTURE_HUGE, 60000, 60000, BARE},
	{"plain.webp", PICTURE_WEBP, PICTURE_SOUND, 64, 48, BARE},
	{"tall.webp", PICTURE_WEBP, PICTURE_SOUND, 300, 1000, BARE},
	{"place.webp", PICTURE_WEBP, PICTURE_SOUND, 64, 48, PLACE},
	{"xmp.webp", PICTURE_WEBP, PICTURE_SOUND, 64, 48, PLACE},
	{"plain.gif", PICTURE_GIF, PICTURE_SOUND, 64, 48, BARE},
	{"comment.gif", PICTURE_GIF, PICTURE_SOUND, 64, 48, 0},
};

static struct str bytes_of(struct arena *a, const char *name)
{
	struct str bytes;
	const char *path = str_printf(a, FOLDER "%s", name).p;
	assert_int_equal(file_read(a, AT_FDCWD, path, FILE_MAX, &bytes), 0);
	return bytes;
}

static void tells_what_each_holds(void **state)
{
	(void)state;
	struct arena a = {0};
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		struct picture_look l = picture_look(bytes_of(&a, files[i].name));
		print_message("%s\n", files[i].name);
		assert_int_equal(l.format, files[i].format);
		assert_int_equal(l.fault, files[i].fault);
		assert_int_equal(l.width, files[i].width);
		assert_int_equal(l.height, files[i].height);
		assert_int_equal(l.place, !!(files[i].flags & PLACE));
		assert_int_equal(l.tail, !!(files[i].flags & TAIL));
		assert_int_equal(l.bare, !!(files[i].flags & BARE));
	}
	arena_release(&a);
}

/* A file that was cut is never taken for a whole one. */
static void no_part_is_whole(void **state)
{
	(void)state;
	struct arena a = {0};
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		struct str all = bytes_of(&a, files[i].name);
		if (files[i].fault || (files[i].flags & TAIL) ||
			str_is(str_of(files[i].name), "filled.jpg") || all.n > 4096)
			continue;
		for (size_t n = 0; n < all.n; n++) {
			/* Of exactly that size: a sanitizer sees what is read behind it. */
			char *p = malloc(n ? n : 1);
			memcpy(p, all.p, n);
			struct picture_look l = picture_look((struct str){p, n});
			assert_int_not_equal(l.fault, PICTURE_SOUND);
			free(p);
		}
	}
	arena_release(&a);
}

/* One byte of each file, changed in every way that matters, at every place. */
static void spoilt_bytes_break_nothing(void **state)
{
	(void)state;
	static const unsigned char masks[] = {0x01, 0x80, 0xff};
	struct arena a = {0};
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		struct str all = bytes_of(&a, files[i].name);
		char *p = malloc(all.n);
		memcpy(p, all.p, all.n);
		for (size_t at = 0; at < all.n && at < 1024; at++)
			for (size_t m = 0; m < sizeof masks; m++) {
				p[at] = (char)(all.p[at] ^ masks[m]);
				struct picture_look l =
					picture_look((struct str){p, all.n});
				assert_true(l.fault || l.format == PICTURE_SVG ||
					    (l.width > 0 && l.height > 0));
				p[at] = all.p[at];
			}
		free(p);
	}
	arena_release(&a);
}

static void knows_endings(void **state)
{
	(void)state;
	assert_int_equal(picture_format_of_path(STR("images/A.JPG")), PICTURE_JPEG);
	assert_int_equal(picture_format_of_path(STR("a.jpeg")), PICTURE_JPEG);
	assert_int_equal(picture_format_of_path(STR("a.svg")), PICTURE_SVG);
	assert_int_equal(picture_format_of_path(STR("a.png.txt")), PICTURE_NONE);
	assert_int_equal(picture_format_of_path(STR("png")), PICTURE_NONE);
	assert_true(picture_is_foreign(STR("IMG_0001.HEIC")));
	assert_false(picture_is_foreign(STR("a.pdf")));
}

static void reads_the_size_of_drawings(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int width, height;
	} rows[] = {
		{"<svg width=\"32\" height='20px'>", 32, 20},
		{"<?xml version=\"1.0\"?>\n<!-- <b> -->\n<svg viewBox=\"0 0 320.4 240\"/>",
			960, 719},
		{"<svg viewBox='0,0,12,8' width=\"100%\">", 960, 640},
		{"<svg width=\"2em\" height=\"1em\"/>", 0, 0},
		{"<svg data-width=\"9\" data-height=\"9\"/>", 0, 0},
		{"<svg width=\"1e9\" height=\"4\"/>", 0, 0},
		{"<svg width=\"", 0, 0},
		{"<svg", 0, 0},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct picture_look l = picture_look(str_of(rows[i].text));
		print_message("%s\n", rows[i].text);
		assert_int_equal(l.format, PICTURE_SVG);
		assert_int_equal(l.width, rows[i].width);
		assert_int_equal(l.height, rows[i].height);
	}
	assert_int_equal(picture_look(STR("<html>")).fault, PICTURE_DAMAGED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tells_what_each_holds),
		cmocka_unit_test(no_part_is_whole),
		cmocka_unit_test(spoilt_bytes_break_nothing),
		cmocka_unit_test(knows_endings),
		cmocka_unit_test(reads_the_size_of_drawings),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
