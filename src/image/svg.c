/*
 * svg.c: the size of an SVG file from the attributes of its first element: width and
 * height in pixels, else the shape of its viewBox. It is no reader of XML: what it does not
 * find it does not know, and the picture is shown without its size.
 */
#include "image/picture_internal.h"

#include <math.h>
#include <stdlib.h>

#define HEAD_MAX ((size_t)8 << 10) /* bytes where the first element begins */
#define NUMBER_MAX 24
#define SIDE_MOST 100000.0
#define WIDTH_LEAST 960.0 /* of a shape without a size, in pixels */

/* The text between the quotes of an attribute of a tag; empty: it has none. */
static struct str attribute(struct str tag, struct str name)
{
	for (size_t at = 0; at < tag.n;) {
		at += str_find(str_from(tag, at), name);
		struct str rest = str_trim(str_from(tag, at + name.n));
		bool own = at > 0 && at < tag.n && ascii_blank(tag.p[at - 1]);
		at += name.n;
		if (!own || !rest.n || rest.p[0] != '=')
			continue;
		rest = str_trim(str_from(rest, 1));
		if (rest.n && (rest.p[0] == '"' || rest.p[0] == '\''))
			return str_sub(
				rest, 1, 1 + str_index(str_from(rest, 1), rest.p[0]));
	}
	return (struct str){0};
}

/* A number with nothing behind it but "px"; 0: it is none, or a share of something. */
static double number(struct str s)
{
	char text[NUMBER_MAX + 1];
	char *end;
	s = str_trim(s);
	if (str_ends(s, STR("px")))
		s.n -= 2;
	if (!s.n || s.n > NUMBER_MAX || (!ascii_digit(s.p[0]) && s.p[0] != '.'))
		return 0;
	memcpy(text, s.p, s.n);
	text[s.n] = '\0';
	double x = strtod(text, &end);
	return *end || !isfinite(x) || x > SIDE_MOST ? 0 : x;
}

/*
 * "0 0 320 240", with blanks or commas: no pixels, but a shape, which browsers make as
 * wide as there is room. So do we: it is not to shrink because its shape is known.
 */
static void of_view_box(struct str box, double *width, double *height)
{
	double n[4] = {0};
	size_t count = 0;
	while (box.n && count < 4) {
		size_t end = 0;
		while (end < box.n && !ascii_blank(box.p[end]) && box.p[end] != ',')
			end++;
		if (end)
			n[count++] = number(str_sub(box, 0, end));
		box = str_from(box, end + 1);
	}
	if (n[2] <= 0 || n[3] <= 0)
		return;
	double times = n[2] < WIDTH_LEAST ? WIDTH_LEAST / n[2] : 1;
	*width = n[2] * times;
	*height = n[3] * times;
}

void svg_look(struct str s, struct picture_look *p)
{
	s = str_sub(s, 0, HEAD_MAX);
	size_t from = str_find(s, STR("<svg"));
	if (from == s.n)
		return;
	struct str tag = str_from(s, from + 4);
	tag = str_sub(tag, 0, str_index(tag, '>'));
	double width = number(attribute(tag, STR("width"))),
	       height = number(attribute(tag, STR("height")));
	if (width <= 0 || height <= 0)
		of_view_box(attribute(tag, STR("viewBox")), &width, &height);
	*p = (struct picture_look){.format = PICTURE_SVG};
	if (width >= 1 && height >= 1 && height <= SIDE_MOST) {
		p->width = (int)lround(width);
		p->height = (int)lround(height);
	}
}
