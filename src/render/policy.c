/*
 * policy.c: what a page forbids browsers by itself, in a meta element: frames, but that
 * of an operator who allows it; plugins; another base for its links. What concerns the
 * site's own files is for the server to say (docs/hosting.md): in a page opened from a
 * disk, no browser agrees on what 'self' is.
 */
#include "render/render_internal.h"

/* "https://host" or "https://host:port"; anything else could say more than one source. */
struct str frame_origin(const struct procedure *p)
{
	struct str scheme = STR("https://");
	if (!p || !p->framed || !str_starts(p->online, scheme))
		return (struct str){0};
	size_t end = scheme.n;
	while (end < p->online.n &&
		(ascii_alpha(p->online.p[end]) || ascii_digit(p->online.p[end]) ||
			(p->online.p[end] && strchr("-.:", p->online.p[end]))))
		end++;
	bool whole = end > scheme.n &&
		     (end == p->online.n || strchr("/?#", p->online.p[end]));
	return whole ? str_sub(p->online, 0, end) : (struct str){0};
}

struct view policy_view(struct render *r, const struct node *n)
{
	struct str origin = n->kind == NODE_PROCEDURE ? frame_origin(n->procedure)
						      : (struct str){0};
	if (!origin.n)
		origin = STR("'none'");
	return view_html(str_concat(r->page,
		STR("<meta http-equiv=\"Content-Security-Policy\" content=\"frame-src "),
		origin, STR("; object-src 'none'; base-uri 'none'\">")));
}
