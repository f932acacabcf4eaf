/*
 * answer.h: what the preview answers to one request, from the folder of a built site. It
 * knows no network and no library: a request is four texts, an answer is bytes or a file.
 *
 * Only GET and HEAD, only under the two names of this machine (a page elsewhere whose
 * name was made to lead here is refused), only files below the root that no symbolic
 * link stands before. Pages get the panel of messages and a script that waits for the
 * next build, as they are served: nothing of it is in the files.
 */
#ifndef PREVIEW_ANSWER_H
#define PREVIEW_ANSWER_H

#include "base/str.h"

#define PREVIEW_PAGE_MAX ((size_t)32 << 20) /* bytes of one page */

struct preview_site {
	const char
		*root; /* the published folder; may be absent: no build went well yet */
	const char *panel;  /* a file, what was said, as HTML; may be absent or empty */
	unsigned port;      /* the one that the Host header must name */
	unsigned long turn; /* grows with each build */
};

/* As they came: the path still encoded; empty where a header was absent. */
struct preview_request {
	struct str method, path, host, none_match;
	struct str query; /* what follows '?' */
};

struct preview_answer {
	unsigned status;
	const char *type;    /* of the body; NULL: none */
	struct str body;     /* when fd is -1 */
	int fd;              /* an open file, to be closed by the caller; or -1 */
	long long size;      /* of fd */
	struct str etag;     /* with its quotes; empty: none */
	struct str location; /* of a redirect; empty: none */
	bool wait;           /* nothing yet: hold it until `turn` grows */
};

struct preview_answer preview_answer(struct arena *a, const struct preview_site *site,
	const struct preview_request *q);

/* The event that tells a page to come again, or (without turn) that tells nothing. */
struct str preview_event(struct arena *a, bool turned);

/* A page as it is served: with the panel in its body, the script in its head. */
struct str preview_page(
	struct arena *a, const struct preview_site *site, struct str html);

/* The media type that an ending stands for. */
const char *preview_type(struct str path);

#endif
