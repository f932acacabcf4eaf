/*
 * oklch.h: colours as people see them. OKLCH (Björn Ottosson, 2020; CSS Color 4): lightness
 * that the eye finds even, chroma, hue. Screens show fewer colours than it can name.
 */
#ifndef TAMBOUR_OKLCH_H
#define TAMBOUR_OKLCH_H

struct oklch {
	double l; /* lightness: 0 black to 1 white */
	double c; /* chroma: 0 grey; the liveliest that a screen shows is about 0.32 */
	double h; /* hue, in radians; of a grey, anything */
};

/* Of 0xRRGGBB, sRGB. */
struct oklch oklch_of(unsigned colour);
/* 0xRRGGBB. A colour that no screen shows loses chroma until one does: its lightness and
 * hue stay. Lightness is held to 0 and 1. */
unsigned oklch_srgb(struct oklch c);
/* Contrast ratio of two colours, 0xRRGGBB: 1 to 21 (WCAG 2.2, relative luminance). */
double contrast_ratio(unsigned a, unsigned b);

#endif
