/*
 * webp.c: the chunks of a WebP file (RFC 9649): RIFF, the size of the rest, WEBP, then
 * chunks of four letters, size and data, each filled up to an even size. The picture is
 * a VP8 or VP8L chunk; VP8X before it says the size of the whole and what else there is.
 */
#include "image/picture_internal.h"

#define HEADER 12
#define CHUNK 8

static unsigned le24_at(struct str s, size_t at)
{
	return le16_at(s, at) | byte_at(s, at + 2) << 16;
}

struct webp {
	struct picture_look *look;
	unsigned width, height;
	bool turned, extended, picture;
};

static void read_size(struct webp *w, struct str name, struct str data)
{
	if (str_is(name, "VP8X")) {
		w->width = le24_at(data, 4) + 1;
		w->height = le24_at(data, 7) + 1;
		w->extended = data.n >= 10;
	} else if (!w->extended && str_is(name, "VP8 ")) {
		w->width = le16_at(data, 6) & 0x3fff;
		w->height = le16_at(data, 8) & 0x3fff;
	} else if (!w->extended && str_is(name, "VP8L")) {
		unsigned bits = le32_at(data, 1);
		w->width = (bits & 0x3fff) + 1;
		w->height = (bits >> 14 & 0x3fff) + 1;
	}
	w->picture = w->picture || str_is(name, "VP8 ") || str_is(name, "VP8L") ||
		     str_is(name, "ANMF");
}

static void read_chunk(struct webp *w, struct str name, struct str data)
{
	static const struct str old_exif = STR_INIT("Exif\0");
	read_size(w, name, data);
	if (str_is(name, "EXIF")) {
		/* Some programs leave JPEG's six letters before the record. */
		bool old = str_starts(data, old_exif);
		struct exif e = exif_read(str_from(data, old ? old_exif.n + 1 : 0));
		w->look->place = w->look->place || e.place;
		w->turned = e.orientation > 4;
	} else if (str_is(name, "XMP ")) {
		w->look->place = w->look->place || xmp_has_place(data);
	}
	bool plain = str_starts(name, STR("VP8")) || str_is(name, "ALPH") ||
		     str_is(name, "ANIM") || str_is(name, "ANMF");
	w->look->bare = w->look->bare && plain;
}

void webp_look(struct str s, struct picture_look *p)
{
	struct webp w = {.look = p};
	size_t end = (size_t)le32_at(s, 4) + CHUNK;
	if (!str_is(str_sub(s, 8, HEADER), "WEBP")) {
		p->fault = s.n < HEADER ? PICTURE_CUT : PICTURE_DAMAGED;
		return;
	}
	if (end > s.n) {
		p->fault = PICTURE_CUT;
		return;
	}
	p->tail = end < s.n;
	struct str whole = str_sub(s, 0, end);
	size_t at = HEADER;
	while (bytes_have(whole, at, CHUNK)) {
		size_t length = le32_at(whole, at + 4);
		if (!bytes_have(whole, at + CHUNK, length)) {
			p->fault = PICTURE_DAMAGED;
			return;
		}
		read_chunk(&w, str_sub(whole, at, at + 4),
			str_sub(whole, at + CHUNK, at + CHUNK + length));
		at += CHUNK + length + length % 2;
	}
	if (!w.picture)
		p->fault = PICTURE_DAMAGED;
	else
		picture_size(p, w.turned ? w.height : w.width,
			w.turned ? w.width : w.height);
}
