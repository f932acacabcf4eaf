/* link.c: the last guard of href and src: which addresses may stand there. */
#include "template/template_internal.h"

static const struct str schemes[] = {STR_INIT("https"), STR_INIT("http"),
	STR_INIT("mailto"), STR_INIT("tel"), STR_INIT("sms"), STR_INIT("geo"),
	STR_INIT("webcal")};

static bool scheme_known(struct str s)
{
	for (size_t i = 0; i < sizeof schemes / sizeof schemes[0]; i++) {
		size_t n = 0;
		while (n < s.n && n < schemes[i].n &&
			ascii_lower(s.p[n]) == schemes[i].p[n])
			n++;
		if (n == s.n && n == schemes[i].n)
			return true;
	}
	return false;
}

/* Browsers drop blanks and controls that could hide a scheme: none is let through. */
bool template_link_safe(struct str address)
{
	for (size_t i = 0; i < address.n; i++) {
		unsigned char c = (unsigned char)address.p[i];
		if (c < 0x20 || c == 0x7F || (c == ' ' && i == 0))
			return false;
	}
	for (size_t i = 0; i < address.n; i++) {
		char c = address.p[i];
		if (c == ':')
			return scheme_known(str_sub(address, 0, i));
		if (c == '/' || c == '?' || c == '#')
			return true;
	}
	return true;
}
