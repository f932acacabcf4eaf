/*
 * size.c: see size.h. It knows files only by their number of bytes.
 */
#include "text/size.h"

#define NBSP "\xc2\xa0"

/* Tenths, rounded: shown while the whole part has one figure. */
static struct str with_unit(struct arena *a, long long tenths, const char *unit)
{
	if (tenths < 100 && tenths % 10)
		return str_printf(
			a, "%lld,%lld" NBSP "%s", tenths / 10, tenths % 10, unit);
	return str_printf(a, "%lld" NBSP "%s", (tenths + 5) / 10, unit);
}

struct str size_text(struct arena *a, long long bytes)
{
	if (bytes < 1000)
		return str_printf(
			a, "%lld" NBSP "octet%s", bytes, bytes > 1 ? "s" : "");
	if (bytes < 999500)
		return with_unit(a, (bytes + 50) / 100, "ko");
	if (bytes < 999500000)
		return with_unit(a, (bytes + 50000) / 100000, "Mo");
	return with_unit(a, (bytes + 50000000) / 100000000, "Go");
}
