/*
 * files.c: files of documents/ and images/ that would go online as they should not:
 * empty ones, and pictures straight from a camera.
 */
#include "check/check_internal.h"

/*
 * Beyond it a picture takes over half a minute on a line of 300 kbit/s; one of 1 600
 * pixels across weighs a tenth of it.
 */
#define PICTURE_MAX (1500 * 1000)
#define LINE_BYTES (300 * 1000 / 8) /* a second, on that line */

static bool is_photo(struct arena *a, struct str path)
{
	static const char *const ends[] = {".jpg", ".jpeg", ".png", ".gif", ".webp"};
	struct str lower = str_lower_ascii(a, path);
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (str_ends(lower, str_of(ends[i])))
			return true;
	return false;
}

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

void unfit_file(const struct at *at)
{
	for (size_t i = 0; i < at->web->files.n; i++) {
		const struct web_file *f = &at->web->files.v[i];
		if (f->file->size == 0)
			diag_say(at->diag, MSG_CHECK_FILE_EMPTY, whole(at, f->path),
				f->path);
		else if (f->file->size > PICTURE_MAX &&
			 is_photo(at->diag->arena, f->path))
			say_heavy(at, f);
	}
}
