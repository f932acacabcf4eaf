/*
 * files.c: files of documents/ and images/ that would go online as they should not:
 * empty ones, pictures straight from a camera, pictures that cannot be published.
 */
#include "check/check_internal.h"

/*
 * Beyond it a picture takes over half a minute on a line of 300 kbit/s; one of 1 600
 * pixels across weighs a tenth of it.
 */
#define PICTURE_MAX (1500 * 1000)
#define LINE_BYTES (300 * 1000 / 8) /* a second, on that line */

static struct loc whole(const struct at *at, struct str path)
{
	struct origin *o = arena_new(at->diag->arena, struct origin);
	o->name = path;
	return (struct loc){o, 0, 0};
}

static void say_heavy(const struct at *at, const struct web_file *f)
{
	struct arena *a = at->diag->arena;
	long long tenths = f->file->size / 100000;
	diag_say(at->diag, MSG_CHECK_IMAGE_HEAVY, whole(at, f->path), f->path,
		str_printf(a, "%lld,%lld", tenths / 10, tenths % 10),
		str_printf(a, "%lld", f->file->size / LINE_BYTES));
}

/* Of the pictures that nothing reduces. */
static bool is_heavy(const struct web_file *f, const struct picture *p)
{
	enum picture_format format = picture_format_of_path(f->path);
	return f->file->size > PICTURE_MAX && format != PICTURE_NONE &&
	       format != PICTURE_SVG && (!p || p->state == PICTURE_AS_IS);
}

static struct str told_size(
	struct arena *a, const struct web_file *f, const struct picture *p)
{
	if (!p->told[0])
		return str_printf(a, "%lld Mo", f->file->size / 1000000);
	return str_printf(a, "%d × %d", p->told[0], p->told[1]);
}

static void say_left(
	const struct at *at, const struct web_file *f, const struct picture *p)
{
	static const enum diag_code codes[] = {[PICTURE_SOUND] = MSG_PICTURE_DAMAGED,
		[PICTURE_DAMAGED] = MSG_PICTURE_DAMAGED,
		[PICTURE_CUT] = MSG_PICTURE_DAMAGED,
		[PICTURE_HUGE] = MSG_PICTURE_HUGE,
		[PICTURE_MISNAMED] = MSG_PICTURE_MISNAMED,
		[PICTURE_FOREIGN] = MSG_PICTURE_FOREIGN,
		[PICTURE_PLACE] = MSG_PICTURE_PLACE,
		[PICTURE_TAIL] = MSG_PICTURE_TAIL,
		[PICTURE_SLOW] = MSG_PICTURE_SLOW};
	struct arena *a = at->diag->arena;
	struct str more[2] = {{0}};
	if (p->fault == PICTURE_HUGE) {
		more[0] = told_size(a, f, p);
	} else if (p->fault == PICTURE_MISNAMED) {
		more[0] = str_of(picture_format_name(p->format));
		more[1] = p->format == PICTURE_JPEG ? STR("jpg")
						    : str_lower_ascii(a, more[0]);
	}
	enum diag_code code = codes[p->fault];
	if (p->fault == PICTURE_PLACE && str_starts(f->path, STR("actes/")))
		code = MSG_PICTURE_ACT_PLACE;
	else if (p->fault == PICTURE_PLACE && !str_starts(f->path, STR("images/")))
		code = MSG_PICTURE_DOCUMENT_PLACE;
	diag_say(at->diag, code, whole(at, f->path), f->path, more[0], more[1]);
}

void unfit_file(const struct at *at)
{
	for (size_t i = 0; i < at->web->files.n; i++) {
		const struct web_file *f = &at->web->files.v[i];
		const struct picture *p = web_picture(at->web, f->path);
		if (f->file->size == 0)
			diag_say(at->diag, MSG_CHECK_FILE_EMPTY, whole(at, f->path),
				f->path);
		else if (p && p->state == PICTURE_LEFT)
			say_left(at, f, p);
		else if (is_heavy(f, p))
			say_heavy(at, f);
	}
}
