/* scheme.c: see scheme.h. */
#include "text/scheme.h"

/* All an address of ours may begin with. */
static const char *const safe[] = {
	"https:", "http:", "mailto:", "tel:", "sms:", "geo:", "webcal:"};

bool scheme_is(struct str s, const char *scheme)
{
	struct str p = str_of(scheme);
	if (s.n < p.n)
		return false;
	for (size_t i = 0; i < p.n; i++)
		if (ascii_lower(s.p[i]) != p.p[i])
			return false;
	return true;
}

static bool known(struct str s)
{
	for (size_t i = 0; i < sizeof safe / sizeof *safe; i++)
		if (scheme_is(s, safe[i]))
			return true;
	return false;
}

bool scheme_safe(struct str address)
{
	for (size_t i = 0; i < address.n; i++) {
		unsigned char c = (unsigned char)address.p[i];
		if (c < 0x20 || c == 0x7F || (c == ' ' && i == 0))
			return false;
	}
	/* A colon before any `/?#` makes a scheme, and it must be known. */
	for (size_t i = 0; i < address.n; i++) {
		char c = address.p[i];
		if (c == ':')
			return known(address);
		if (c == '/' || c == '?' || c == '#')
			return true;
	}
	return true;
}
