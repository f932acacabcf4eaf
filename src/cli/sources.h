/*
 * sources.h: the door through which a site's catalogues and theme come: folders, or
 * repositories as tambour.lock pins them. Nothing here touches the network.
 */
#ifndef CLI_SOURCES_H
#define CLI_SOURCES_H

#include "cli/lock.h"
#include "model/site.h"

struct sources {
	struct lock lock;
	struct git_cache cache;
	struct str folder; /* of the commune: relative repositories start there */
	struct {
		const struct source **v;
		size_t n, cap;
	} pinned;                   /* opened as the lock says */
	const struct source *theme; /* the pinned one, or NULL */
	bool failed; /* a pinned source could not be opened, or leads elsewhere */
};

/* What a record of commune.yaml asks of git. */
struct git_want sources_want(const struct sources *s, const struct value *use);

/* A pin is for one address, version and folder: changed ones ask for an update. */
bool sources_pin_fits(const struct lock_pin *p, const struct git_want *w);

/* The door for site_read; s must live as long as the site. */
struct source_door sources_door(struct sources *s);

/* The theme's own repository as pinned, or NULL when it has none; said, s->failed. */
struct source *sources_theme(struct sources *s, struct arena *a,
	const struct value *settings, struct diag *d);

/* True when this source was opened as the lock says. */
bool sources_pinned(const struct sources *s, const struct source *source);

/*
 * True when every catalogue kept by git leads only where its pin says. What leads
 * elsewhere is said: the lock, or the cache, was changed by hand.
 */
bool sources_leads_hold(
	struct sources *s, struct arena *a, const struct site *site, struct diag *d);

/*
 * The mayor never pays for the maintainer: errors in the files of a pinned catalogue or
 * theme become warnings that name it. Not of one that could not be read at all: then every
 * procedure of it is gone from the site. Here alone is this decided.
 */
void sources_spare(const struct sources *s, const struct site *site, struct diag *d);

#endif
