/* copies.c: see copies.h. Through libvips's C interface. */
#include "image/reduce/copies.h"

#include <stdio.h>
#include <string.h>
#include <vips/vips.h>

#include "image/reduce/bare.h"

#define PIXELS_MAX (100.0 * 1000 * 1000) /* as PICTURE_PIXELS_MAX of image/picture.h */
#define WIDEST 1600                      /* as PICTURE_WIDTH_MOST of image/pictures.h */
#define NAME_MAX_ 64
#define JPEG_QUALITY 82
#define WEBP_QUALITY 76
#define WEBP_EFFORT 4
#define PNG_EFFORT 9
#define HALFTONE_WIDTH 400

static const int widths[] = {480, 960, WIDEST};
#define WIDTHS ((int)(sizeof widths / sizeof *widths))

bool copies_start(const char *program)
{
	static const char *const wanted[] = {"VipsForeignLoadJpeg",
		"VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadNsgif"};
	if (VIPS_INIT(program))
		return false;
	vips_concurrency_set(1);
	vips_cache_set_max(0);
	vips_operation_block_set("VipsForeignLoad", TRUE);
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
		vips_operation_block_set(wanted[i], FALSE);
	return true;
}

/* ---- reading ---- */

struct source {
	void *bytes;
	size_t n;
	gboolean palette; /* a drawing with few colours */
};

/* Its header alone: how large it is, whether it is a drawing. False: nothing for us. */
static bool look(struct source *s)
{
	VipsImage *head = vips_image_new_from_buffer(
		s->bytes, s->n, "", "access", VIPS_ACCESS_SEQUENTIAL, NULL);
	if (!head)
		return false;
	bool ok = (double)head->Xsize * head->Ysize <= PIXELS_MAX;
	s->palette = vips_image_get_typeof(head, "palette-bit-depth") != 0;
	g_object_unref(head);
	return ok;
}

/* Eight bits a channel, sRGB, which is what the web shows without being told. */
static VipsImage *plain(VipsImage *in)
{
	VipsImage *srgb = NULL, *out = NULL;
	if (!vips_colourspace(in, &srgb, VIPS_INTERPRETATION_sRGB, NULL)) {
		if (vips_cast_uchar(srgb, &out, NULL))
			out = NULL;
		g_object_unref(srgb);
	}
	return out;
}

/* What the camera knew, and the profile of the colours it had. */
static void forget(VipsImage *in)
{
	static const char *const names[] = {VIPS_META_EXIF_NAME, VIPS_META_XMP_NAME,
		VIPS_META_IPTC_NAME, VIPS_META_ICC_NAME, VIPS_META_PHOTOSHOP_NAME};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		vips_image_remove(in, names[i]);
}

/* The widest copy, upright and whole in memory. NULL: it cannot be decoded. */
static VipsImage *widest_of(const struct source *s)
{
	VipsImage *shrunk = NULL;
	if (vips_thumbnail_buffer(s->bytes, s->n, &shrunk, WIDEST, "height", WIDEST,
		    "size", VIPS_SIZE_DOWN, "export_profile", "srgb", "fail_on",
		    VIPS_FAIL_ON_ERROR, NULL))
		return NULL;
	VipsImage *lazy = plain(shrunk);
	g_object_unref(shrunk);
	VipsImage *whole = lazy ? vips_image_copy_memory(lazy) : NULL;
	if (whole)
		forget(whole);
	if (lazy)
		g_object_unref(lazy);
	return whole;
}

static VipsImage *narrowed(VipsImage *widest, int width)
{
	VipsImage *out = NULL;
	if (width >= widest->Xsize)
		return g_object_ref(widest);
	if (vips_thumbnail_image(widest, &out, width, "height", VIPS_MAX_COORD, "size",
		    VIPS_SIZE_DOWN, "no_rotate", TRUE, NULL))
		return NULL;
	return out;
}

/* ---- halftone ---- */

/* The order in which the 64 points of a square darken (Bayer, 1973). */
static int threshold(int x, int y)
{
	int t = 0;
	for (int bit = 0; bit < 3; bit++) {
		int a = (x >> bit) & 1, b = (y >> bit) & 1;
		t = t << 2 | (a ^ b) << 1 | b;
	}
	return t;
}

#define GREYS 4
/* Each point takes the grey below or above its own, as its place in the square says: a
 * regular screen, which is smaller than noise once compressed. */
static void screen(unsigned char *grey, int width, int height)
{
	const int step = 255 / (GREYS - 1);
	for (int y = 0; y < height; y++)
		for (int x = 0; x < width; x++, grey++) {
			int low = *grey / step, rest = *grey % step;
			bool up = rest * 64 > step * threshold(x & 7, y & 7) + step / 2;
			*grey = (unsigned char)((low + (up ? 1 : 0)) * step);
		}
}

/* In greys, on white where nothing is drawn. What libvips 8.14 makes of colours may have a
 * second band, as if something of it could be seen through. */
static VipsImage *greys_of(VipsImage *in)
{
	double white[] = {255};
	VipsArrayDouble *background = vips_array_double_new(white, 1);
	VipsImage *flat = NULL, *grey = NULL, *out = NULL;
	bool ok = !vips_flatten(in, &flat, "background", background, NULL) &&
		  !vips_colourspace(flat, &grey, VIPS_INTERPRETATION_B_W, NULL) &&
		  !vips_extract_band(grey, &out, 0, NULL);
	vips_area_unref(VIPS_AREA(background));
	if (grey)
		g_object_unref(grey);
	if (flat)
		g_object_unref(flat);
	return ok ? out : NULL;
}

/* NULL: it cannot be made. */
static VipsImage *halftone_of(VipsImage *widest)
{
	VipsImage *small = narrowed(widest, HALFTONE_WIDTH);
	VipsImage *grey = small ? greys_of(small) : NULL, *out = NULL;
	size_t n = 0;
	unsigned char *points = grey ? vips_image_write_to_memory(grey, &n) : NULL;
	if (points && n == (size_t)grey->Xsize * (size_t)grey->Ysize) {
		screen(points, grey->Xsize, grey->Ysize);
		out = vips_image_new_from_memory_copy(
			points, n, grey->Xsize, grey->Ysize, 1, VIPS_FORMAT_UCHAR);
	}
	g_free(points);
	if (grey)
		g_object_unref(grey);
	if (small)
		g_object_unref(small);
	return out;
}

/* ---- writing ---- */

struct bytes {
	void *p;
	size_t n;
};

static bool put(const char *name, const struct bytes *b)
{
	FILE *f = fopen(name, "wbe");
	bool ok = f && fwrite(b->p, 1, b->n, f) == b->n;
	if (f && fclose(f))
		ok = false;
	return ok;
}

static bool as_webp(VipsImage *in, bool lossless, struct bytes *b)
{
	if (vips_webpsave_buffer(in, &b->p, &b->n, "Q", WEBP_QUALITY, "lossless",
		    lossless, "effort", WEBP_EFFORT, "smart_subsample", TRUE, "strip",
		    TRUE, NULL))
		return false;
	b->n = bare_webp(b->p, b->n);
	return b->n > 0;
}

/* Photographs lose nothing that is seen; drawings would, and are smaller without loss. */
static bool drawing_is_smaller(VipsImage *in)
{
	struct bytes whole = {0}, lossy = {0};
	VipsImage *small = narrowed(in, widths[0]);
	bool smaller = small && as_webp(small, true, &whole) &&
		       as_webp(small, false, &lossy) &&
		       whole.n <= lossy.n + lossy.n / 8;
	g_free(whole.p);
	g_free(lossy.p);
	if (small)
		g_object_unref(small);
	return smaller;
}

static bool as_jpeg(VipsImage *in, struct bytes *b)
{
	double white[] = {255};
	VipsArrayDouble *background = vips_array_double_new(white, 1);
	bool ok = !vips_jpegsave_buffer(in, &b->p, &b->n, "Q", JPEG_QUALITY,
		"optimize_coding", TRUE, "interlace", TRUE, "strip", TRUE, "background",
		background, NULL);
	vips_area_unref(VIPS_AREA(background));
	return ok;
}

static bool as_ending(
	VipsImage *in, const char *ending, const struct source *s, struct bytes *b)
{
	if (!strcmp(ending, "jpg"))
		return as_jpeg(in, b);
	if (!strcmp(ending, "png"))
		return !vips_pngsave_buffer(in, &b->p, &b->n, "compression", PNG_EFFORT,
			"palette", s->palette, "strip", TRUE, NULL);
	if (!strcmp(ending, "gif"))
		return !vips_gifsave_buffer(in, &b->p, &b->n, "strip", TRUE, NULL);
	return !strcmp(ending, "webp") && as_webp(in, false, b);
}

/* One copy: its bytes, its file, its line. */
static bool give(
	const char *kind, const char *name, const VipsImage *in, struct bytes *b)
{
	bool ok = put(name, b);
	if (ok)
		printf("%s %d %d %zu\n", kind, in->Xsize, in->Ysize, b->n);
	g_free(b->p);
	return ok;
}

/* Gives the reference of `in` up; NULL is a picture that could not be made. */
static enum copies give_webp(VipsImage *in, bool lossless, const char *key)
{
	char name[NAME_MAX_];
	struct bytes b = {0};
	enum copies r = COPIES_DAMAGED;
	if (!in)
		return r;
	snprintf(name, sizeof name, "%s-%d.webp", key, in->Xsize);
	if (as_webp(in, lossless, &b))
		r = give("webp", name, in, &b) ? COPIES_MADE : COPIES_NOT_WRITTEN;
	g_object_unref(in);
	return r;
}

static enum copies give_own(
	VipsImage *widest, const struct source *s, const char *key, const char *ending)
{
	char name[NAME_MAX_];
	struct bytes b = {0};
	snprintf(name, sizeof name, "%s-0.%s", key, ending);
	if (!as_ending(widest, ending, s, &b))
		return COPIES_DAMAGED;
	return give("own", name, widest, &b) ? COPIES_MADE : COPIES_NOT_WRITTEN;
}

static enum copies give_all(VipsImage *widest, const char *key, const char *ending)
{
	bool lossless = strcmp(ending, "jpg") != 0 && drawing_is_smaller(widest);
	enum copies r = COPIES_MADE;
	for (int i = 0; i < WIDTHS && r == COPIES_MADE; i++) {
		r = give_webp(narrowed(widest, widths[i]), lossless, key);
		if (widths[i] >= widest->Xsize)
			break;
	}
	return r;
}

enum copies copies_make(
	const void *bytes, size_t n, const char *key, const char *ending, bool halftone)
{
	struct source s = {.n = n};
	memcpy(&s.bytes, &bytes,
		sizeof s.bytes); /* read only, though its type says no */
	VipsImage *widest = look(&s) ? widest_of(&s) : NULL;
	if (!widest)
		return COPIES_DAMAGED;
	enum copies r = give_own(widest, &s, key, ending);
	if (r == COPIES_MADE)
		r = halftone ? give_webp(halftone_of(widest), true, key)
			     : give_all(widest, key, ending);
	g_object_unref(widest);
	return r;
}
