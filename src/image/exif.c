/*
 * exif.c: the two things that matter of an EXIF record: how the picture is turned, and
 * whether it says where it was taken. The record is a TIFF file: directories of entries,
 * each of twelve bytes (tag, type, count, value or place of it).
 *
 * A place that cannot be read here may be read elsewhere: it counts as a place.
 */
#include "image/picture_internal.h"

#define DIRECTORIES_MAX 8 /* chained; two in what cameras write */
#define ENTRY 12          /* bytes */
#define TAG_ORIENTATION 0x0112
#define TAG_GPS 0x8825
/* Tags of the GPS directory that are no place: its version, times, the satellites. */
#define GPS_VERSION 0x00
#define GPS_TIME 0x07
#define GPS_SATELLITES 0x08
#define GPS_QUALITY_FIRST 0x09 /* state, way and precision of the measure */
#define GPS_QUALITY_LAST 0x0b
#define GPS_DATUM 0x12
#define GPS_DATE 0x1d
#define GPS_CORRECTED 0x1e

struct tiff {
	struct str s;
	bool little;
};

static unsigned u16(const struct tiff *t, size_t at)
{
	return t->little ? le16_at(t->s, at) : be16_at(t->s, at);
}

static unsigned u32(const struct tiff *t, size_t at)
{
	return t->little ? le32_at(t->s, at) : be32_at(t->s, at);
}

static bool tag_is_place(unsigned tag)
{
	return tag != GPS_VERSION && tag != GPS_TIME && tag != GPS_SATELLITES &&
	       !(tag >= GPS_QUALITY_FIRST && tag <= GPS_QUALITY_LAST) &&
	       tag != GPS_DATUM && tag != GPS_DATE && tag != GPS_CORRECTED;
}

static bool gps_has_place(const struct tiff *t, size_t at)
{
	size_t n = u16(t, at);
	if (!bytes_have(t->s, at, 2 + n * ENTRY))
		return true;
	for (size_t i = 0; i < n; i++)
		if (tag_is_place(u16(t, at + 2 + i * ENTRY)))
			return true;
	return false;
}

/* One directory; the place of the next, 0 at the end. */
static size_t read_directory(const struct tiff *t, size_t at, struct exif *e)
{
	size_t n = u16(t, at), entry = at + 2;
	for (size_t i = 0; i < n && bytes_have(t->s, entry, ENTRY); i++) {
		unsigned tag = u16(t, entry);
		if (tag == TAG_GPS)
			e->place = e->place || gps_has_place(t, u32(t, entry + 8));
		if (tag == TAG_ORIENTATION && e->orientation == 1 &&
			u16(t, entry + 8) >= 1 && u16(t, entry + 8) <= 8)
			e->orientation = u16(t, entry + 8);
		entry += ENTRY;
	}
	return bytes_have(t->s, entry, 4) ? u32(t, entry) : 0;
}

struct exif exif_read(struct str tiff)
{
	struct exif e = {.orientation = 1};
	struct tiff t = {tiff, str_starts(tiff, STR("II"))};
	if (!t.little && !str_starts(tiff, STR("MM")))
		return e;
	size_t at = u32(&t, 4);
	for (int i = 0; at && i < DIRECTORIES_MAX && bytes_have(t.s, at, 2); i++)
		at = read_directory(&t, at, &e);
	return e;
}

bool xmp_has_place(struct str bytes)
{
	static const char *const names[] = {
		"GPSLatitude", "GPSLongitude", "GPSDestLatitude", "GPSDestLongitude"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_find(bytes, str_of(names[i])) < bytes.n)
			return true;
	return false;
}
