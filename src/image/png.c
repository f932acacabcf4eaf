/*
 * png.c: the chunks of a PNG file (ISO/IEC 15948): length, four letters, data, checksum;
 * IHDR first, IEND last. Checksums are libpng's business.
 */
#include "image/picture_internal.h"

#define SIGNATURE 8
#define AROUND 12 /* bytes of a chunk beside its data */
#define KEYWORD_MAX 79

/* All that a picture needs to be shown as it is, and to be told from no other. */
static bool is_plain(struct str name)
{
	static const char *const plain[] = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS",
		"sRGB", "gAMA", "cHRM", "pHYs", "bKGD", "sBIT", "hIST", "acTL", "fcTL",
		"fdAT"};
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		if (str_is(name, plain[i]))
			return true;
	return false;
}

/*
 * Words under a keyword. Compressed ones are not opened: an XMP packet or an EXIF record
 * in them may hold a place, so it does.
 */
static bool words_have_place(struct str name, struct str data)
{
	size_t zero = str_index(data, '\0');
	struct str keyword = str_sub(data, 0, zero);
	if (str_starts(keyword, STR("Raw profile type ")) && keyword.n <= KEYWORD_MAX)
		return !str_ends(keyword, STR(" icc")) &&
		       !str_ends(keyword, STR(" icm"));
	bool packed = str_is(name, "zTXt") ||
		      (str_is(name, "iTXt") && byte_at(data, zero + 1));
	bool xmp = str_is(keyword, "XML:com.adobe.xmp");
	return xmp_has_place(data) || (packed && xmp);
}

static void read_chunk(
	struct picture_look *p, struct str name, struct str data, bool *turned)
{
	p->bare = p->bare && is_plain(name);
	if (str_is(name, "eXIf")) {
		struct exif e = exif_read(data);
		p->place = p->place || e.place;
		*turned = e.orientation > 4;
	} else if (str_ends(name, STR("Xt"))) { /* tEXt, zTXt, iTXt */
		p->place = p->place || words_have_place(name, data);
	}
}

void png_look(struct str s, struct picture_look *p)
{
	size_t at = SIGNATURE;
	unsigned width = be32_at(s, 16), height = be32_at(s, 20);
	bool turned = false, ended = false, data = false;
	if (!bytes_have(s, 0, SIGNATURE + AROUND + 13) ||
		!str_is(str_sub(s, 12, 16), "IHDR")) {
		p->fault =
			s.n < SIGNATURE + AROUND + 13 ? PICTURE_CUT : PICTURE_DAMAGED;
		return;
	}
	while (!ended && bytes_have(s, at, AROUND)) {
		size_t length = be32_at(s, at);
		struct str name = str_sub(s, at + 4, at + 8);
		if (!bytes_have(s, at + AROUND, length))
			break;
		read_chunk(p, name, str_sub(s, at + 8, at + 8 + length), &turned);
		data = data || str_is(name, "IDAT");
		ended = str_is(name, "IEND");
		at += AROUND + length;
	}
	p->tail = ended && at < s.n;
	if (!ended || !data)
		p->fault = ended ? PICTURE_DAMAGED : PICTURE_CUT;
	else
		picture_size(p, turned ? height : width, turned ? width : height);
}
