/*
 * render.h: the frozen web into artifacts: pages, lists, feed, site map, assets,
 * documents, pictures. It decides nothing about what the site means, and reads no
 * clock.
 */
#ifndef RENDER_RENDER_H
#define RENDER_RENDER_H

#include "base/diag.h"

struct web;
struct theme;
struct publisher;

/*
 * Put every artifact of the site. False (said) when a template does not compile or a
 * page passes TEMPLATE_MAX_OUTPUT: what was put is then no whole site. What lasts as
 * long as the rendering is in the arena; each page's own memory is given back.
 */
bool render_site(struct arena *a, const struct web *w, const struct theme *t,
	struct publisher *p, struct diag *d);

/* Say the {names} of legal texts that no commune can have: for a catalogue alone. */
void facts_check(const struct web *w, struct diag *d);

/*
 * Compile all that a theme is asked for, against the data model. False, said, when a
 * template does not compile. A template of the theme itself that nothing asks for is said
 * too: its name is mistyped.
 */
bool theme_check(struct arena *a, const struct theme *t, struct diag *d);

#endif
