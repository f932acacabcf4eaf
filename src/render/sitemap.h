/*
 * sitemap.h: the addresses of a site for search engines, as sitemaps.org has it: one
 * file, or several and an index of them when one would be too long. It knows no page.
 *
 *	struct sitemap m = sitemap_of(arena, base, publisher);
 *	for each address: sitemap_add(&m, address, changed);
 *	sitemap_end(&m);
 */
#ifndef RENDER_SITEMAP_H
#define RENDER_SITEMAP_H

#include "base/strbuf.h"
#include "publish/publisher.h"

/* The protocol's limits for one file: https://www.sitemaps.org/protocol.html */
#define SITEMAP_URLS 50000
#define SITEMAP_BYTES ((size_t)50 << 20)

struct sitemap {
	struct arena *arena;
	struct str base; /* of the site, with its last '/' */
	struct publisher *publisher;
	size_t max_urls, max_bytes; /* of one file; the limits above */
	struct strbuf out, index; /* the file being made, the list of those before it */
	struct strbuf url;        /* the address being added */
	size_t urls, parts;       /* in out; in index */
};

struct sitemap sitemap_of(struct arena *a, struct str base, struct publisher *p);

/* An absolute address, and when its page changed (W3C date or date-time), or empty. */
void sitemap_add(struct sitemap *m, struct str address, struct str changed);

/* Put `sitemap.xml`, behind `sitemap-1.xml`, `sitemap-2.xml`... when there are several. */
void sitemap_end(struct sitemap *m);

#endif
