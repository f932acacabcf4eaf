/*
 * size.c: see size.h. It knows files only by their number of bytes.
 */
#include "text/size.h"

#define NBSP "\xc2\xa0"

/* Rounded once, to a tenth while the whole part has one figure. */
static struct str with_unit(
	struct arena *a, long long bytes, long long unit, const char *name)
{
	long long tenths = (bytes * 10 + unit / 2) / unit;
	if (tenths < 100 && tenths % 10)
		return str_printf(
			a, "%lld,%lld" NBSP "%s", tenths / 10, tenths % 10, name);
	return str_printf(a, "%lld" NBSP "%s", (bytes + unit / 2) / unit, name);
}

struct str size_text(struct arena *a, long long bytes)
{
	if (bytes < 1000)
		return str_printf(
			a, "%lld" NBSP "octet%s", bytes, bytes > 1 ? "s" : "");
	if (bytes < 999500)
		return with_unit(a, bytes, 1000, "ko");
	if (bytes < 999500000)
		return with_unit(a, bytes, 1000000, "Mo");
	return with_unit(a, bytes, 1000000000, "Go");
}
