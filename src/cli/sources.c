/* sources.c: see sources.h. */
#include "cli/sources.h"

struct git_want sources_want(const struct sources *s, const struct value *use)
{
	const struct value *address = value_get(use, "depot");
	return (struct git_want){.address = value_text(use, "depot"),
		.version = value_text(use, "version"),
		.folder = value_text(use, "dossier"),
		.base = s->folder,
		.loc = address ? address->loc : (struct loc){0}};
}

bool sources_pin_fits(const struct lock_pin *p, const struct git_want *w)
{
	return str_eq(p->address, w->address) && str_eq(p->version, w->version) &&
	       str_eq(p->folder, w->folder);
}

static struct source *open_pinned(struct sources *s, struct arena *a, struct str name,
	struct str shown, const struct value *use, struct diag *d)
{
	struct git_want want = sources_want(s, use);
	const struct lock_pin *p = lock_find(&s->lock, name);
	struct source *src = NULL;
	if (!p)
		diag_say(d, MSG_LOCK_MISSING, want.loc, name);
	else if (!sources_pin_fits(p, &want))
		diag_say(d, MSG_LOCK_OTHER, want.loc, name);
	else
		src = source_git(a, shown, &s->cache, &want, &p->pin, d);
	if (src)
		*list_add(a, &s->pinned) = src;
	else
		s->failed = true;
	return src;
}

static struct source *open_source(void *user, struct arena *a, struct str shown,
	const struct value *use, struct diag *d)
{
	return open_pinned(user, a, value_text(use, "nom"), shown, use, d);
}

struct source_door sources_door(struct sources *s)
{
	return (struct source_door){s, open_source};
}

struct source *sources_theme(struct sources *s, struct arena *a,
	const struct value *settings, struct diag *d)
{
	const struct value *use = value_get(settings, "depot_theme");
	if (!value_given(value_get(use, "depot")))
		return NULL;
	struct str shown =
		str_printf(a, "thème %.*s", STR_ARG(value_text(settings, "theme")));
	struct source *theme = open_pinned(s, a, STR("theme"), shown, use, d);
	s->theme = theme;
	return theme;
}

bool sources_pinned(const struct sources *s, const struct source *source)
{
	for (size_t i = 0; i < s->pinned.n; i++)
		if (s->pinned.v[i] == source)
			return true;
	return false;
}

bool sources_leads_hold(
	struct sources *s, struct arena *a, const struct site *site, struct diag *d)
{
	bool hold = true;
	for (size_t i = 0; i < site->catalogues.n; i++) {
		const struct catalogue *c = &site->catalogues.v[i];
		const struct lock_pin *p = lock_find(&s->lock, c->name);
		if (!p || !sources_pinned(s, c->source))
			continue;
		struct leads leads;
		leads_of_catalogue(a, c, &leads);
		for (size_t k = 0; k < leads.n; k++) {
			if (leads_have(&p->leads, leads.v[k].kind, leads.v[k].text))
				continue;
			hold = diag_say(d, MSG_LOCK_LEAD, leads.v[k].loc,
				leads.v[k].text, c->name);
		}
	}
	return hold;
}

void sources_spare(const struct sources *s, const struct site *site, struct diag *d)
{
	for (size_t i = 0; i < site->catalogues.n; i++) {
		const struct catalogue *c = &site->catalogues.v[i];
		if (sources_pinned(s, c->source) && diag_has(d, DIAG_ERROR))
			diag_spare(d, c->name, MSG_NOTE_MAINTAINER);
	}
	if (s->theme && diag_has(d, DIAG_ERROR))
		diag_spare(d, s->theme->name, MSG_NOTE_THEME_MAINTAINER);
}
