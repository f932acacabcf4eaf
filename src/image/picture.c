/* picture.c: see picture.h. Which reader a file is for; what its ending promises. */
#include "image/picture_internal.h"

#include <stdint.h>

#define ENDING_MAX 8

void picture_size(struct picture_look *p, unsigned width, unsigned height)
{
	if (!width || !height) {
		p->fault = PICTURE_DAMAGED;
		return;
	}
	p->width = width > INT32_MAX ? INT32_MAX : (int)width;
	p->height = height > INT32_MAX ? INT32_MAX : (int)height;
	if (width > PICTURE_SIDE_MAX || height > PICTURE_SIDE_MAX ||
		(long long)width * height > PICTURE_PIXELS_MAX)
		p->fault = PICTURE_HUGE;
}

static const struct {
	const char *first;
	size_t n;
	enum picture_format format;
	void (*look)(struct str s, struct picture_look *p);
} readers[] = {
	{"\xff\xd8\xff", 3, PICTURE_JPEG, jpeg_look},
	{"\x89PNG\r\n\x1a\n", 8, PICTURE_PNG, png_look},
	{"RIFF", 4, PICTURE_WEBP, webp_look},
	{"GIF87a", 6, PICTURE_GIF, gif_look},
	{"GIF89a", 6, PICTURE_GIF, gif_look},
};

struct picture_look picture_look(struct str bytes)
{
	struct picture_look p = {.fault = PICTURE_DAMAGED};
	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
		if (!str_starts(bytes, (struct str){readers[i].first, readers[i].n}))
			continue;
		p = (struct picture_look){.format = readers[i].format, .bare = true};
		readers[i].look(bytes, &p);
		return p;
	}
	svg_look(bytes, &p);
	return p;
}

static struct str ending_of(struct str path, char *room)
{
	struct str end = str_from(path, str_rindex(path, '.') + 1);
	if (end.n > ENDING_MAX)
		return (struct str){0};
	for (size_t i = 0; i < end.n; i++)
		room[i] = ascii_lower(end.p[i]);
	return (struct str){room, end.n};
}

enum picture_format picture_format_of_path(struct str path)
{
	static const struct {
		const char *ending;
		enum picture_format format;
	} rows[] = {{"jpg", PICTURE_JPEG}, {"jpeg", PICTURE_JPEG}, {"png", PICTURE_PNG},
		{"webp", PICTURE_WEBP}, {"gif", PICTURE_GIF}, {"svg", PICTURE_SVG}};
	char room[ENDING_MAX];
	struct str end = ending_of(path, room);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (str_is(end, rows[i].ending))
			return rows[i].format;
	return PICTURE_NONE;
}

bool picture_is_foreign(struct str path)
{
	static const char *const endings[] = {"heic", "heif", "hif", "tif", "tiff",
		"bmp", "dng", "cr2", "cr3", "nef", "arw", "psd", "jxl", "avif"};
	char room[ENDING_MAX];
	struct str end = ending_of(path, room);
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (str_is(end, endings[i]))
			return true;
	return false;
}

const char *picture_format_name(enum picture_format f)
{
	static const char *const names[] = {[PICTURE_NONE] = "",
		[PICTURE_JPEG] = "JPEG",
		[PICTURE_PNG] = "PNG",
		[PICTURE_WEBP] = "WebP",
		[PICTURE_GIF] = "GIF",
		[PICTURE_SVG] = "SVG"};
	return names[f];
}
