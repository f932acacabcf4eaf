/*
 * scheme.h: what an address begins with, and whether a page may hold it. It does not
 * read addresses: which hosts are right, and templates of addresses, are resolve/procedure.h's.
 */
#ifndef TEXT_SCHEME_H
#define TEXT_SCHEME_H

#include "base/str.h"

/* True when s begins with `scheme` ("https:"), whatever the case of its letters. */
bool scheme_is(struct str s, const char *scheme);

/*
 * The scheme with its ':', empty where there is none. One letter is none: it is a disk of
 * Windows, "C:\Documents".
 */
struct str scheme_of(struct str s);

/* What stands before the first '/', '?' or '#': all of it where there is none. */
struct str address_head(struct str s);

/*
 * What stands between "//" and the next '/', '?' or '#', user and port with it; empty
 * where no "//" follows the scheme. Without a scheme "//host" has one too.
 */
struct str address_authority(struct str address);

/*
 * The last guard of href and src, whoever made the address: without a scheme it is one
 * of the site; else https, http, mailto, tel, sms, geo or webcal, never one that runs
 * code. Blanks and controls that browsers drop could hide a scheme: none is let through.
 */
bool scheme_safe(struct str address);

#endif
