/*
 * pipeline.h: the five steps in a row, for one commune: from its folder to its readers,
 * to memory, or to nowhere. Commands choose the doors; there is one road.
 */
#ifndef CLI_PIPELINE_H
#define CLI_PIPELINE_H

#include "cli/calendars.h"
#include "cli/facts.h"
#include "cli/history.h"
#include "cli/last_good.h"
#include "cli/options.h"
#include "cli/pictures.h"
#include "cli/sources.h"
#include "cli/upstream.h"
#include "model/theme.h"
#include "publish/publisher.h"
#include "resolve/web.h"

enum stage {
	STAGE_READ,
	STAGE_RESOLVE,
	STAGE_CHECK,
	STAGE_RENDER,
	STAGE_PUBLISH,
	STAGES
};

struct pipeline {
	struct arena arena; /* the site's */
	struct diag diag;
	const struct options *options;
	struct str folder; /* of the commune, absolute; empty: it is in a repository */
	struct upstream upstream;
	struct str out, state; /* absolute, existing or not */
	int state_dir;         /* open, or -1 */
	int held;              /* the lock of the site, for publisher_disk; or 0 */
	struct str_list skip;  /* out and state, from the commune's folder */
	struct last_good_file last_good;
	struct source *source;
	struct sources sources;
	struct history history;
	struct facts_file facts;
	struct calendars_file calendars;
	struct pictures_file pictures;
	const struct lock *lock; /* obeyed instead of tambour.lock; NULL: that one */
	struct str_list
		distrusted; /* files found wrong by resolving: see stage_resolve */
	struct site site;
	struct theme theme;
	struct web web;
	struct str lang; /* as its last publication says, where it is not read */
	struct moment now;
	long long read_at; /* before anything was listed, seconds since 1970 */
	struct publisher *publisher; /* opened by the caller's door, at STAGE_RENDER */
	enum published published;
	double seconds[STAGES]; /* for --verbose */
	bool went[STAGES];
};

struct pipeline_door {
	/* Before anything is read: hold the place where it goes. False, said. Or NULL. */
	bool (*hold)(struct pipeline *p);
	/* Once the site is known: the publisher; NULL, said, when it cannot be. */
	struct publisher *(*open)(struct pipeline *p);
};

/* Nowhere: all five steps for what they say. */
extern const struct pipeline_door pipeline_nowhere;

/* Make p ready for the folder that the options name. False, said. */
bool pipeline_open(struct pipeline *p, const struct options *o);

/* The first step only: read the commune and its theme. False: no site can be made. */
bool pipeline_read(struct pipeline *p);
/* The second: what it means. */
bool pipeline_resolve(struct pipeline *p);

/*
 * All five, behind the door's `hold`. False when nothing was published: see p->diag. With `strict`, stops before
 * the publisher is opened, and again before publishing, when anything above a
 * note was said.
 */
bool pipeline_run(struct pipeline *p, const struct pipeline_door *door, bool strict);

/* pipeline_gallery.c: show the theme's specimens instead of the commune. False, said. */
#define GALLERY_STATE ".tambour/galerie"
bool pipeline_gallery(struct pipeline *p);

/* pipeline_pictures.c: the door of this run; p->pictures stays open until it is closed. */
struct pictures_door pipeline_pictures(struct pipeline *p);

/* pipeline_theme.c: read the theme of the commune, or that of --theme. False, said. */
bool pipeline_theme(struct pipeline *p);

/* Close what is open; messages and the arena stay until pipeline_release. */
void pipeline_close(struct pipeline *p);
void pipeline_release(struct pipeline *p);

/* Where themes are looked for: TAMBOUR_THEMES, beside the program, installed. */
#define THEME_FOLDERS_MAX 16
void pipeline_theme_folders(
	struct arena *a, const char *folders[THEME_FOLDERS_MAX + 1]);

/* The language of messages: asked for, else the site's (p->lang before it is read). */
enum diag_lang pipeline_lang(const struct pipeline *p);

/* The moment a run is made for, by a commune's clock: --date, SOURCE_DATE_EPOCH, now.
 */
struct moment pipeline_now(const struct options *o, struct str zone);

#endif
