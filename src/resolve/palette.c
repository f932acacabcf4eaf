/*
 * palette.c: a whole palette from one colour, in a space where equal steps look equal, and
 * whose contrasts are computed, not hoped for: what is written 4.5:1 at least, what is told
 * apart 3:1 (RGAA 3.2 and 3.3; WCAG 2.2, 1.4.3 and 1.4.11). How pages use it is for themes.
 */
#include "resolve/oklch.h"
#include "resolve/web.h"

#define DEGREES (3.14159265358979323846 / 180)
#define NIGHT 0x14110d /* what is written on light colours */
#define WHITE 0xffffff
#define MARGIN 0.1 /* bytes are coarse: a little more than the ratio asked for */

enum hue {
	OWN, /* the commune's */
	PAPER = 85,
	BLUE = 245,
	AMBER = 70,
	RED = 27,
	INDIGO = 262,
	GOLD = 90
};

/* What a role looks like by day or by night. `l` is where the search for contrast begins:
 * by day it goes down to black, by night up to white. */
struct shade {
	double l, c; /* OKLCH; c: at most, when the hue is the commune's */
	enum hue hue;
};

static const struct role {
	const char *name;
	struct shade day, night;
	double ratio; /* on each of the grounds above it; 0: it is a ground, or an ornament */
	bool own_light; /* begins at the commune's lightness, and its chroma is kept */
	const char *over; /* the name of what is written on it, or NULL */
} roles[] = {
	{"papier", {0.976, 0.010, PAPER}, {0.205, 0.004, BLUE}, 0, false, NULL},
	{"surface", {1.000, 0.000, PAPER}, {0.248, 0.006, BLUE}, 0, false, NULL},
	{"accent-doux", {0.940, 0.022, OWN}, {0.300, 0.035, OWN}, 0, false, NULL},
	{"encre", {0.245, 0.010, PAPER}, {0.930, 0.012, PAPER}, 7.0, false, NULL},
	{"encre-douce", {0.480, 0.012, PAPER}, {0.740, 0.010, PAPER}, 4.5, false, NULL},
	{"accent", {0, 0, OWN}, {0, 0, OWN}, 4.5, true, "sur-accent"},
	{"lien", {0, 0, OWN}, {0, 0, OWN}, 4.5, true, NULL},
	{"filet", {0.860, 0.010, PAPER}, {0.340, 0.006, BLUE}, 0, false, NULL},
	{"bord", {0.640, 0.012, PAPER}, {0.560, 0.008, BLUE}, 3.0, false, NULL},
	{"focus", {0.500, 0.200, INDIGO}, {0.880, 0.140, GOLD}, 3.0, false, NULL},
	{"information", {0.410, 0.085, BLUE}, {0.800, 0.080, BLUE}, 4.5, false,
		"sur-information"},
	{"attention", {0.480, 0.110, AMBER}, {0.840, 0.115, AMBER}, 4.5, false,
		"sur-attention"},
	{"urgence", {0.450, 0.165, RED}, {0.800, 0.095, RED}, 4.5, false,
		"sur-urgence"},
	/* The dark band is dark by day too; its words are those of paper. */
	{"sombre", {0.270, 0.055, OWN}, {0.170, 0.035, OWN}, 0, false, "sur-sombre"},
};
#define GROUNDS 3 /* the first roles: what is written and drawn stands on them */

static struct oklch begun(
	const struct role *role, const struct shade *shade, struct oklch own)
{
	if (role->own_light)
		return own;
	if (shade->hue != OWN)
		return (struct oklch){shade->l, shade->c, (int)shade->hue * DEGREES};
	return (struct oklch){shade->l, own.c < shade->c ? own.c : shade->c, own.h};
}

static bool told_from(unsigned colour, const unsigned grounds[GROUNDS], double ratio)
{
	for (int i = 0; i < GROUNDS; i++)
		if (contrast_ratio(colour, grounds[i]) < ratio)
			return false;
	return true;
}

/* The nearest lightness, on the way to black by day and to white by night, that is far
 * enough from every ground. At the end of the way it always is. */
static unsigned readable(
	struct oklch c, bool night, const unsigned grounds[GROUNDS], double ratio)
{
	const double step = night ? 0.004 : -0.004;
	unsigned out = oklch_srgb(c);
	while (!told_from(out, grounds, ratio) && c.l >= 0 && c.l <= 1) {
		c.l += step;
		out = oklch_srgb(c);
	}
	return out;
}

static void put(struct strbuf *b, const char *name, unsigned colour)
{
	strbuf_printf(b, "\t--%s: #%06x;\n", name, colour);
}

static void put_scheme(struct strbuf *b, unsigned colour, bool night)
{
	struct oklch own = oklch_of(colour);
	unsigned grounds[GROUNDS] = {0};
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
		const struct role *role = &roles[i];
		struct oklch c = begun(role, night ? &role->night : &role->day, own);
		unsigned out = role->ratio > 0 ? readable(c, night, grounds,
							 role->ratio + MARGIN)
					       : oklch_srgb(c);
		if (i < GROUNDS)
			grounds[i] = out;
		put(b, role->name, out);
		if (role->over)
			put(b, role->over,
				contrast_ratio(WHITE, out) >= 4.5 ? WHITE : NIGHT);
	}
	put(b, "accent-vif", colour);
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
