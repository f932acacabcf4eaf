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

struct str scheme_of(struct str s)
{
	size_t i = 0;
	while (i < s.n && (ascii_alpha(s.p[i]) || s.p[i] == '+' || s.p[i] == '-'))
		i++;
	return i > 1 && i < s.n && s.p[i] == ':' ? str_sub(s, 0, i + 1)
						 : (struct str){0};
}

struct str address_head(struct str s)
{
	size_t end = 0;
	while (end < s.n && !memchr("/?#", s.p[end], 3))
		end++;
	return str_sub(s, 0, end);
}

struct str address_authority(struct str address)
{
	struct str rest = str_from(address, scheme_of(address).n);
	return str_starts(rest, STR("//")) ? address_head(str_from(rest, 2))
					   : (struct str){0};
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
