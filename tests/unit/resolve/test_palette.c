/* Whatever the colour a commune picks, the contrasts that pages stand on are kept. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "resolve/oklch.h"
#include "resolve/web.h"

#define COLOURS 10000

/* What is written on what (4.5:1), and what is told from what (3:1). RGAA 3.2, 3.3. */
static const struct pair {
	const char *on, *under;
	double ratio;
} pairs[] = {
	{"encre", "papier", 4.5},
	{"encre", "surface", 4.5},
	{"encre", "accent-doux", 4.5},
	{"encre-douce", "papier", 4.5},
	{"encre-douce", "surface", 4.5},
	{"encre-douce", "accent-doux", 4.5},
	{"lien", "papier", 4.5},
	{"lien", "surface", 4.5},
	{"lien", "accent-doux", 4.5},
	{"accent", "papier", 4.5},
	{"accent", "surface", 4.5},
	{"accent", "accent-doux", 4.5},
	{"sur-accent", "accent", 4.5},
	{"sur-sombre", "sombre", 4.5},
	{"sur-information", "information", 4.5},
	{"sur-attention", "attention", 4.5},
	{"sur-urgence", "urgence", 4.5},
	{"bord", "papier", 3},
	{"bord", "surface", 3},
	{"bord", "accent-doux", 3},
	{"information", "papier", 4.5},
	{"attention", "papier", 4.5},
	{"urgence", "papier", 4.5},
	{"focus", "papier", 3},
	{"focus", "surface", 3},
	{"focus", "accent-doux", 3},
};

/* The colour of a name in one of the two schemes of the style sheet. */
static unsigned colour_of(struct str scheme, const char *name)
{
	char needle[64];
	snprintf(needle, sizeof needle, "--%s: #", name);
	size_t at = str_find(scheme, str_of(needle));
	if (at == scheme.n)
		fail_msg("--%s is not given", name);
	return (unsigned)strtoul(scheme.p + at + strlen(needle), NULL, 16);
}

static void check_scheme(struct str scheme, unsigned colour, const char *which)
{
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		unsigned on = colour_of(scheme, pairs[i].on);
		unsigned under = colour_of(scheme, pairs[i].under);
		double ratio = contrast_ratio(on, under);
		if (ratio < pairs[i].ratio)
			fail_msg("#%06x, %s: %s on %s is %.2f", colour, which,
				pairs[i].on, pairs[i].under, ratio);
	}
}

static void check_colour(struct arena *a, unsigned colour)
{
	struct str css = palette_css(a, colour);
	size_t dark = str_find(css, STR("@media (prefers-color-scheme: dark)"));
	assert_true(dark < css.n);
	check_scheme(str_sub(css, 0, dark), colour, "light");
	check_scheme(str_from(css, dark), colour, "dark");
	arena_reset(a);
}

static void any_colour_gives_readable_pages(void **state)
{
	(void)state;
	struct arena a = {0};
	uint64_t seed = 20261124;
	for (int i = 0; i < COLOURS; i++) {
		seed = seed * 6364136223846793005u + 1442695040888963407u;
		check_colour(&a, (unsigned)(seed >> 40));
	}
	arena_release(&a);
}

/* The corners and the greys, where mixtures run out of room. */
static void extreme_colours_give_readable_pages(void **state)
{
	(void)state;
	struct arena a = {0};
	for (unsigned r = 0; r < 256; r += 51)
		for (unsigned g = 0; g < 256; g += 51)
			for (unsigned b = 0; b < 256; b += 51)
				check_colour(&a, r << 16 | g << 8 | b);
	for (unsigned grey = 0; grey < 256; grey++)
		check_colour(&a, grey << 16 | grey << 8 | grey);
	arena_release(&a);
}

static void contrast_is_that_of_the_standard(void **state)
{
	(void)state;
	assert_true(contrast_ratio(0x000000, 0xffffff) > 20.99);
	assert_true(contrast_ratio(0x336699, 0x336699) < 1.001);
	/* The classic pair just under and just over 4.5:1 on white. */
	assert_true(contrast_ratio(0x777777, 0xffffff) < 4.5);
	assert_true(contrast_ratio(0x767676, 0xffffff) >= 4.5);
}

/* White, black and the primaries are where CSS Color 4 says they are. */
static void oklch_is_that_of_the_standard(void **state)
{
	(void)state;
	static const struct {
		unsigned colour;
		double l, c, degrees;
	} known[] = {
		{0xffffff, 1.0000, 0.0000, -1},
		{0x000000, 0.0000, 0.0000, -1},
		{0xff0000, 0.6280, 0.2577, 29.23},
		{0x00ff00, 0.8664, 0.2948, 142.50},
		{0x0000ff, 0.4520, 0.3132, 264.05},
	};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		struct oklch c = oklch_of(known[i].colour);
		double degrees = c.h * 180 / 3.14159265358979323846;
		assert_true(fabs(c.l - known[i].l) < 0.001);
		assert_true(fabs(c.c - known[i].c) < 0.001);
		if (known[i].degrees >= 0)
			assert_true(fabs(fmod(degrees + 360, 360) - known[i].degrees) <
				    0.1);
		assert_int_equal(oklch_srgb(c), known[i].colour);
	}
}

/* A colour of screens comes back as it was; one of none keeps its hue and lightness. */
static void colours_go_there_and_back(void **state)
{
	(void)state;
	for (unsigned i = 0; i < 0x1000000; i += 1009)
		assert_int_equal(oklch_srgb(oklch_of(i)), i);
	struct oklch vivid = {0.7, 0.5, 2.5}, shown = oklch_of(oklch_srgb(vivid));
	assert_true(fabs(shown.l - vivid.l) < 0.01);
	assert_true(fabs(shown.h - vivid.h) < 0.05);
	assert_true(shown.c < vivid.c);
}

static void the_same_colour_gives_the_same_bytes(void **state)
{
	(void)state;
	struct arena a = {0};
	struct str one = palette_css(&a, 0x2f5d3a), two = palette_css(&a, 0x2f5d3a);
	assert_true(str_eq(one, two));
	assert_true(str_find(one, STR("--accent-vif: #2f5d3a;")) < one.n);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_colour_gives_readable_pages),
		cmocka_unit_test(extreme_colours_give_readable_pages),
		cmocka_unit_test(contrast_is_that_of_the_standard),
		cmocka_unit_test(oklch_is_that_of_the_standard),
		cmocka_unit_test(colours_go_there_and_back),
		cmocka_unit_test(the_same_colour_gives_the_same_bytes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
