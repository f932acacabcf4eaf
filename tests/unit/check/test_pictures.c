/* Pictures that do not exist, and pictures without words. */
#include "check_world.h"

static void a_picture_needs_text(void **state)
{
	(void)state;
	static const struct {
		const char *alt;
		bool enough;
	} rows[] = {
		{"", false},
		{"  ", false},
		{"image", false},
		{"Photo", false},
		{"IMG_2034", false},
		{"img_2034.jpg", false},
		{"Le lavoir sous la neige", true},
		{"Lavoir en 2034", true},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct web_world x;
		web_open(&x);
		world_put(&x.w, "images/IMG_2034.jpg", "x");
		struct str body = str_printf(
			&x.w.arena, "Ici :\n\n![%s](images/IMG_2034.jpg)", rows[i].alt);
		check_body(&x, body.p);
		if (rows[i].enough)
			world_silent(&x.w);
		else if (str_trim(str_of(rows[i].alt)).n)
			check_only(&x, MSG_CHECK_IMAGE_WORDS, 6, 1, rows[i].alt);
		else
			check_only(
				&x, MSG_CHECK_IMAGE_TEXT, 6, 1, "images/IMG_2034.jpg");
		web_close(&x);
	}
}

static void a_word_that_names_the_file_is_a_text(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	world_put(&x.w, "images/lavoir.jpg", "x");
	check_body(&x, "![Lavoir](../../images/lavoir.jpg)");
	world_silent(&x.w);
	web_close(&x);
}

static void an_absent_picture_is_said_with_the_nearest(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	world_put(&x.w, "images/Lavoir.JPG", "x");
	check_body(&x, "![Le vieux lavoir](images/lavoir.jpg)");
	const struct diag_message *m =
		check_only(&x, MSG_CHECK_IMAGE_NEAR, 4, 1, "images/lavoir.jpg");
	assert_str(m->arg[1], "images/Lavoir.JPG");
	web_close(&x);
}

static void an_absent_picture_without_any_near_is_said(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	check_body(&x, "![Le vieux lavoir](images/qwxz.jpg)");
	check_only(&x, MSG_CHECK_IMAGE_BROKEN, 4, 1, "images/qwxz.jpg");
	web_close(&x);
}

static void pictures_of_headers_are_looked_at(void **state)
{
	(void)state;
	static const struct {
		const char *header;
		enum diag_code code; /* MSG_COUNT: nothing */
		unsigned line;
	} rows[] = {
		{"image: images/a.png\nimage_texte: Le lavoir\n", MSG_COUNT, 0},
		{"image: images/a.png\nimage_texte: \"\"\n",
			MSG_CHECK_IMAGE_HEADER_TEXT, 3},
		{"image: images/a.png\n", MSG_CHECK_IMAGE_HEADER_TEXT, 3},
		{"image_texte: Le lavoir\nimage: images/qwxzvk.svg\n",
			MSG_CHECK_IMAGE_BROKEN, 4},
		{"image_texte: Le lavoir\nimage: images/A.png\n", MSG_CHECK_IMAGE_NEAR,
			4},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct web_world x;
		web_open(&x);
		world_put(&x.w, "images/a.png", "x");
		web_page(&x, "pages/vie/a.md", rows[i].header, "Texte.");
		check_now(&x);
		if (rows[i].code == MSG_COUNT)
			world_silent(&x.w);
		else
			world_only(&x.w, rows[i].code, "pages/vie/a.md", rows[i].line);
		web_close(&x);
	}
}

static void the_coat_of_arms_must_exist(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	world_commune(&x.w, "site: { blason: images/qwxzvk.svg }\n");
	check_now(&x);
	world_only(&x.w, MSG_CHECK_IMAGE_BROKEN, "commune.yaml", 9);
	web_close(&x);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_picture_needs_text),
		cmocka_unit_test(a_word_that_names_the_file_is_a_text),
		cmocka_unit_test(an_absent_picture_is_said_with_the_nearest),
		cmocka_unit_test(an_absent_picture_without_any_near_is_said),
		cmocka_unit_test(pictures_of_headers_are_looked_at),
		cmocka_unit_test(the_coat_of_arms_must_exist),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
