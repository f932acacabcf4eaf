/*
 * palette.c: a whole palette from one colour, whose contrasts are computed, not hoped for:
 * text 4.5:1 at least, interface parts 3:1 (RGAA 3.2 and 3.3; WCAG 2.2, 1.4.3, 1.4.11).
 */
#include <math.h>
#include <stdio.h>

#include "resolve/web.h"

struct rgb {
	double v[3]; /* 0 to 1 */
};

static struct rgb rgb_of(unsigned c)
{
	return (struct rgb){{((c >> 16) & 255) / 255.0, ((c >> 8) & 255) / 255.0,
		(c & 255) / 255.0}};
}

static unsigned rgb_int(struct rgb c)
{
	unsigned out = 0;
	for (int i = 0; i < 3; i++)
		out = out << 8 | (unsigned)(c.v[i] * 255.0 + 0.5);
	return out;
}

static double linear(double v)
{
	return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

static double luminance(unsigned c)
{
	struct rgb r = rgb_of(c);
	return 0.2126 * linear(r.v[0]) + 0.7152 * linear(r.v[1]) +
	       0.0722 * linear(r.v[2]);
}

double palette_contrast(unsigned a, unsigned b)
{
	double x = luminance(a), y = luminance(b);
	return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}

/* A mixture: part of `to` in `from`, 0 to 1. */
static unsigned mix(unsigned from, unsigned to, double part)
{
	struct rgb a = rgb_of(from), b = rgb_of(to);
	for (int i = 0; i < 3; i++)
		a.v[i] = a.v[i] * (1 - part) + b.v[i] * part;
	return rgb_int(a);
}

/* c moved towards `pole` just far enough for a ratio on both grounds. */
static unsigned readable(
	unsigned c, unsigned pole, double ratio, unsigned g1, unsigned g2)
{
	unsigned out = c;
	for (int step = 0; step <= 50; step++) {
		out = mix(c, pole, step / 50.0);
		if (palette_contrast(out, g1) >= ratio &&
			palette_contrast(out, g2) >= ratio)
			return out;
	}
	return pole;
}

static unsigned text_on(unsigned ground)
{
	return palette_contrast(0xffffff, ground) >= 4.5 ? 0xffffff : 0x14110d;
}

static void put(struct strbuf *b, const char *name, unsigned colour)
{
	strbuf_printf(b, "\t--%s: #%06x;\n", name, colour);
}

static void put_levels(
	struct strbuf *b, const char *const names[3], const unsigned c[3])
{
	for (int i = 0; i < 3; i++) {
		char sur[32];
		snprintf(sur, sizeof sur, "sur-%s", names[i]);
		put(b, names[i], c[i]);
		put(b, sur, text_on(c[i]));
	}
}

static void put_scheme(struct strbuf *b, unsigned colour, bool dark)
{
	static const char *const levels[3] = {"information", "attention", "urgence"};
	static const unsigned light_levels[3] = {0x1d4f72, 0x8a5200, 0x9f1d1d};
	static const unsigned dark_levels[3] = {0x9cc9ea, 0xf0c06a, 0xf5a9a0};
	unsigned white = 0xffffff, black = 0x000000;
	unsigned paper = dark ? 0x16181a : 0xfaf7f0,
		 surface = dark ? 0x1f2225 : 0xffffff;
	unsigned pole = dark ? white : black, ink = dark ? 0xece8df : 0x23201b;
	unsigned soft = mix(paper, colour, dark ? 0.22 : 0.10);
	unsigned accent = readable(colour, pole, 4.6, paper, surface);
	accent = readable(accent, pole, 4.6, soft, surface);
	unsigned band = readable(mix(colour, black, 0.55), black, 9, 0xf4f1ea, white);
	put(b, "papier", paper);
	put(b, "surface", surface);
	put(b, "encre", ink);
	put(b, "encre-douce", readable(mix(ink, paper, 0.4), pole, 4.8, paper, soft));
	put(b, "accent", accent);
	put(b, "accent-vif", colour);
	put(b, "accent-doux", soft);
	put(b, "sur-accent",
		dark ? (palette_contrast(accent, 0x14110d) >= 4.5 ? 0x14110d : white)
		     : text_on(accent));
	put(b, "lien", accent);
	put(b, "sombre", dark ? mix(band, black, 0.3) : band);
	put(b, "sur-sombre", 0xf4f1ea);
	put(b, "filet", mix(paper, ink, 0.16));
	put(b, "bord", readable(mix(paper, ink, 0.45), pole, 3.1, paper, surface));
	put(b, "focus", dark ? 0xffd166 : readable(0x0b57d0, black, 4.5, paper, soft));
	put_levels(b, levels, dark ? dark_levels : light_levels);
}

struct str palette_css(struct arena *a, unsigned colour)
{
	struct strbuf b = strbuf_on(a);
	strbuf_lit(&b, ":root {\n\tcolor-scheme: light dark;\n");
	put_scheme(&b, colour, false);
	strbuf_lit(&b, "}\n@media (prefers-color-scheme: dark) {\n:root {\n");
	put_scheme(&b, colour, true);
	strbuf_lit(&b, "}\n}\n");
	return strbuf_str(&b);
}
