/*
 * oklch.c: between what screens show (sRGB) and what the eye compares (OKLCH). Which colours
 * a page needs is not known here.
 */
#include <math.h>
#include <stdbool.h>

#include "resolve/oklch.h"

struct rgb {
	double v[3]; /* linear light; 0 to 1 when a screen can show it */
};

static double light_of(unsigned byte)
{
	double v = byte / 255.0;
	return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

static unsigned byte_of(double light)
{
	double v = light <= 0.0031308 ? light * 12.92
				      : 1.055 * pow(light, 1 / 2.4) - 0.055;
	return (unsigned)(fmin(fmax(v, 0), 1) * 255.0 + 0.5);
}

static struct rgb linear_of(unsigned colour)
{
	return (struct rgb){{light_of((colour >> 16) & 255),
		light_of((colour >> 8) & 255), light_of(colour & 255)}};
}

/* The matrices are those that Ottosson gives for linear sRGB. */
struct oklch oklch_of(unsigned colour)
{
	struct rgb x = linear_of(colour);
	double r = x.v[0], g = x.v[1], b = x.v[2];
	double l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
	double m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
	double s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
	double lab_a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
	double lab_b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
	return (struct oklch){0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
		hypot(lab_a, lab_b), atan2(lab_b, lab_a)};
}

static struct rgb linear_rgb(struct oklch c)
{
	double a = c.c * cos(c.h), b = c.c * sin(c.h);
	double l = c.l + 0.3963377774 * a + 0.2158037573 * b;
	double m = c.l - 0.1055613458 * a - 0.0638541728 * b;
	double s = c.l - 0.0894841775 * a - 1.2914855480 * b;
	l *= l * l;
	m *= m * m;
	s *= s * s;
	return (struct rgb){{4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
		-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
		-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s}};
}

static bool shown(struct rgb x)
{
	const double slack = 0.0005; /* less than a byte can say */
	for (int i = 0; i < 3; i++)
		if (x.v[i] < -slack || x.v[i] > 1 + slack)
			return false;
	return true;
}

unsigned oklch_srgb(struct oklch c)
{
	c.l = fmin(fmax(c.l, 0), 1);
	double least = 0, most = c.c;
	if (!shown(linear_rgb(c)))
		while (most - least > 0.0005) {
			c.c = (least + most) / 2;
			*(shown(linear_rgb(c)) ? &least : &most) = c.c;
		}
	c.c = shown(linear_rgb(c)) ? c.c : least;
	struct rgb x = linear_rgb(c);
	return byte_of(x.v[0]) << 16 | byte_of(x.v[1]) << 8 | byte_of(x.v[2]);
}

static double luminance(unsigned colour)
{
	struct rgb x = linear_of(colour);
	return 0.2126 * x.v[0] + 0.7152 * x.v[1] + 0.0722 * x.v[2];
}

double contrast_ratio(unsigned a, unsigned b)
{
	double x = luminance(a), y = luminance(b);
	return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}
