/*
 * pictures.c: pictures that do not exist, and pictures without words for who cannot see
 * them. Pictures of other sites are hosts.c's business.
 */
#include "check/check_internal.h"

#include "text/utf8.h"

static void say_absent(
	const struct at *at, struct loc loc, struct str written, struct str near)
{
	if (near.n && !str_ends(near, STR(".md")))
		diag_say(at->diag, MSG_CHECK_IMAGE_NEAR, loc, shown(at, written), near);
	else
		diag_say(at->diag, MSG_CHECK_IMAGE_BROKEN, loc, shown(at, written));
}

void broken_picture(const struct at *at)
{
	const struct target *t = at->target;
	if (t->kind != TARGET_FILE && t->kind != TARGET_EXTERNAL)
		say_absent(at, at->image->loc, at->image->target, t->near);
}

/* A path of a header or of commune.yaml: from the root, and nothing else. */
void path_exists(const struct at *at, const struct value *path)
{
	if (value_given(path) && !path->faulty && path->text.n &&
		!map_get(&at->web->by_file, path->text))
		say_absent(at, path->loc, path->text, web_suggest(at->web, path->text));
}

void broken_header_picture(const struct at *at)
{
	if (at->node->page)
		path_exists(at, value_get(at->node->page->header, "image"));
}

void broken_arms(const struct at *at)
{
	path_exists(
		at, value_get(value_get(at->web->site->commune.v, "site"), "blason"));
}

/* « IMG_2034.JPG », « image »: what a camera or a word processor puts there. */
static bool says_something(const struct at *at, const struct body_image *image)
{
	static const char *const empty[] = {
		"image", "photo", "illustration", "img", "logo"};
	struct arena *a = at->diag->arena;
	struct str words = utf8_slug(a, image->alt), target = image->target;
	size_t slash = str_rindex(target, '/');
	struct str file = slash == target.n ? target : str_from(target, slash + 1);
	for (size_t i = 0; i < sizeof empty / sizeof *empty; i++)
		if (str_is(words, empty[i]))
			return false;
	struct str stem = str_sub(file, 0, str_rindex(file, '.'));
	bool is_name = str_is(words, "") || str_eq(words, utf8_slug(a, file));
	/* « Lavoir » for lavoir.jpg is a word; « IMG_2034 » and « photo-mairie-2 » are
	 * not. */
	for (size_t i = 0; i < words.n && !is_name; i++)
		is_name = ascii_digit(words.p[i]) && str_eq(words, utf8_slug(a, stem));
	return !is_name;
}

void picture_without_text(const struct at *at)
{
	struct str target = shown(at, at->image->target);
	if (says_something(at, at->image))
		return;
	if (str_trim(at->image->alt).n)
		diag_say(at->diag, MSG_CHECK_IMAGE_WORDS, at->image->loc,
			shown(at, at->image->alt), target);
	else
		diag_say(at->diag, MSG_CHECK_IMAGE_TEXT, at->image->loc, target);
}

void header_picture_without_text(const struct at *at)
{
	const struct value *header = at->node->page ? at->node->page->header : NULL;
	const struct value *image = value_get(header, "image");
	if (value_given(image) && image->text.n &&
		!str_trim(value_text(header, "image_texte")).n)
		diag_say(at->diag, MSG_CHECK_IMAGE_HEADER_TEXT, image->loc);
}
