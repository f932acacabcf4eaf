/* Whatever the colour a commune picks, the contrasts that pages stand on are kept. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "resolve/web.h"

#define COLOURS 3000

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
	{"sur-accent", "accent", 4.5},
	{"sur-sombre", "sombre", 4.5},
	{"sur-information", "information", 4.5},
	{"sur-attention", "attention", 4.5},
	{"sur-urgence", "urgence", 4.5},
	{"bord", "papier", 3},
	{"bord", "surface", 3},
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
		double ratio = palette_contrast(on, under);
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
	assert_true(palette_contrast(0x000000, 0xffffff) > 20.99);
	assert_true(palette_contrast(0x336699, 0x336699) < 1.001);
	/* The classic pair just under and just over 4.5:1 on white. */
	assert_true(palette_contrast(0x777777, 0xffffff) < 4.5);
	assert_true(palette_contrast(0x767676, 0xffffff) >= 4.5);
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
		cmocka_unit_test(the_same_colour_gives_the_same_bytes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
