/*
 * jpeg.c: the segments of a JPEG file (ITU-T T.81, annex B), from its first marker to
 * its last:
 *
 *	ff d8 | ff MARKER length data | ... | ff da length data, coded bytes | ... | ff d9
 *
 * In coded bytes ff is followed by 00, or by d0 to d7, which restart the coder.
 */
#include "image/picture_internal.h"

#define START_OF_IMAGE 0xd8
#define END_OF_IMAGE 0xd9
#define START_OF_SCAN 0xda
#define APP0 0xe0
#define APP1 0xe1
#define APP14 0xee
#define APP15 0xef
#define COMMENT 0xfe

struct jpeg {
	struct str s;
	struct picture_look *look;
	unsigned width, height, orientation;
};

static bool is_lone(unsigned marker)
{
	return marker == 0x01 || (marker >= 0xd0 && marker <= START_OF_IMAGE);
}

/* Frames that browsers decode: baseline, extended, progressive. */
static bool is_frame(unsigned marker)
{
	return marker >= 0xc0 && marker <= 0xc2;
}

/* Lossless, hierarchical and arithmetic ones, which they do not. */
static bool is_odd_frame(unsigned marker)
{
	return marker > 0xc2 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 &&
	       marker != 0xcc;
}

static void read_app1(struct jpeg *j, struct str data)
{
	static const struct str exif = STR_INIT("Exif\0");
	j->look->bare = false;
	if (str_starts(data, exif)) {
		struct exif e = exif_read(str_from(data, exif.n + 1));
		j->look->place = j->look->place || e.place;
		if (j->orientation == 1)
			j->orientation = e.orientation;
	} else {
		j->look->place = j->look->place || xmp_has_place(data);
	}
}

/* A segment's data, without its length. False: no browser can show it. */
static bool read_segment(struct jpeg *j, unsigned marker, struct str data)
{
	if (marker == APP1)
		read_app1(j, data);
	else if (marker == COMMENT ||
		 (marker > APP0 && marker <= APP15 && marker != APP14))
		j->look->bare = false;
	else if (is_frame(marker)) {
		j->height = be16_at(data, 1);
		j->width = be16_at(data, 3);
		return data.n >= 6 && j->width && j->height;
	}
	return !is_odd_frame(marker);
}

/* The place of the marker behind coded bytes; s.n when there is none. */
static size_t skip_coded(struct str s, size_t at)
{
	while (at < s.n) {
		at += str_index(str_from(s, at), '\xff');
		unsigned next = byte_at(s, at + 1);
		if (at + 1 < s.n && next && !(next >= 0xd0 && next <= 0xd7))
			return at;
		at += at < s.n;
	}
	return s.n;
}

/* The place behind the last marker; 0, with a fault, when it is not reached. */
static size_t walk(struct jpeg *j)
{
	struct str s = j->s;
	bool scanned = false;
	for (size_t at = 2; bytes_have(s, at, 2);) {
		unsigned marker = byte_at(s, at + 1), length = be16_at(s, at + 2);
		if (byte_at(s, at) != 0xff) {
			j->look->fault = PICTURE_DAMAGED;
			return 0;
		}
		if (marker == 0xff || is_lone(marker)) { /* filling; no data */
			at += marker == 0xff ? 1 : 2;
			continue;
		}
		if (marker == END_OF_IMAGE) {
			j->look->fault = scanned ? PICTURE_SOUND : PICTURE_DAMAGED;
			return at + 2;
		}
		if (!bytes_have(s, at + 2, length) || length < 2)
			break;
		if (!read_segment(j, marker, str_sub(s, at + 4, at + 2 + length))) {
			j->look->fault = PICTURE_DAMAGED;
			return 0;
		}
		at += 2 + length;
		if (marker == START_OF_SCAN) {
			scanned = true;
			at = skip_coded(s, at);
		}
	}
	j->look->fault = PICTURE_CUT;
	return 0;
}

/* Some programs fill a file up with zeros: those are nothing. */
static bool is_filling(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i])
			return false;
	return true;
}

void jpeg_look(struct str s, struct picture_look *p)
{
	struct jpeg j = {.s = s, .look = p, .orientation = 1};
	size_t end = walk(&j);
	bool turned = j.orientation > 4;
	if (j.orientation != 1)
		p->bare = false;
	if (end)
		p->tail = !is_filling(str_from(s, end));
	if (p->fault == PICTURE_SOUND)
		picture_size(
			p, turned ? j.height : j.width, turned ? j.width : j.height);
}
