/*
 * site.h: a whole commune as it was written: commune.yaml, its pages, the catalogues it
 * uses, its files. Made by site_read, never changed afterwards.
 */
#ifndef MODEL_SITE_H
#define MODEL_SITE_H

#include "image/pictures.h"
#include "model/catalogue.h"
#include "source/calendar.h"
#include "source/facts.h"

/* The page of a gallery on which everything is shown; any other page elsewhere. */
#define GALLERY_PAGE "pages/galerie.md"

/* The commune, with what follows from its INSEE code. */
struct commune {
	const struct value *v; /* commune.yaml, by schema_commune */
	struct str nom;        /* « Le Bourg » */
	struct str de_nom; /* « du Bourg », « de Saint-Aubin », « d’Alençon » */
	struct str a_nom;  /* « au Bourg », « à Saint-Aubin » */
	struct str code_insee, code_departement, departement, region, code_region;
	struct str zone; /* IANA time zone */
};

struct site {
	struct arena *arena;
	const struct source *source;
	struct commune commune;
	struct page_list pages;      /* home, free pages, news: sorted by path */
	struct page_list procedures; /* the commune's own layer, sorted by path */
	const struct value *sheets[SHEETS];  /* by its schema; NULL: there is none */
	struct moment sheet_changed[SHEETS]; /* as page.changed */
	struct {
		struct catalogue *v;
		size_t n, cap;
	} catalogues; /* in the order of commune.yaml */
	struct {
		struct source **v;
		size_t n, cap;
	} opened;                       /* what site_close closes */
	struct facts_door facts;        /* what is known of files */
	struct calendar_door calendars; /* who counts the days of what comes back */
	struct pictures_door pictures;
	bool gallery; /* a theme's specimens: GALLERY_PAGE shows them all */
};

/* Where faulty files' last good bytes come from: see cli/last_good.h. Functions may be NULL. */
struct last_good {
	void *user;
	/* The last bytes of this path that read without error; false when there are none. */
	bool (*get)(void *user, struct arena *a, struct str path, struct str *bytes);
	/* These bytes read without error; they live as long as what is read. */
	void (*put)(void *user, struct str path, struct str bytes);
};

/*
 * Where sources that commune.yaml names come from: `use` is the record that names one
 * (dossier, or depot and version), `shown` its name in messages. NULL, said, when it
 * cannot be opened.
 */
struct source_door {
	void *user;
	struct source *(*open)(void *user, struct arena *a, struct str shown,
		const struct value *use, struct diag *d);
};

/*
 * When these bytes of a file became what they are, seconds since 1970; false when nobody
 * knows. Asked for pages and sheets, and not where the commune says `dates_de_git: non`.
 */
struct history_door {
	void *user;
	bool (*changed)(void *user, struct str path, struct str bytes, long long *utc);
};

/* The doors of a reading. Zeroed: no former bytes, no history, sources in folders only. */
struct site_doors {
	struct last_good last;
	struct history_door history;
	struct source_door sources;
	struct facts_door facts;
	struct calendar_door calendars;
	struct pictures_door pictures;
	/*
	 * Files that read well, but were found wrong beside the others: as if they could
	 * not be read, which was said already. NULL: none.
	 */
	const struct str_list *distrusted;
};

/*
 * Read everything. False when commune.yaml cannot be read and no former one exists: no
 * site can be made. Other faulty files are said, and replaced or left out.
 */
bool site_read(struct arena *a, const struct source *src,
	const struct site_doors *doors, struct diag *d, struct site *out);

/* Whether pages are dated by their history: commune.yaml's `dates_de_git`. */
bool site_dates_pages(const struct site *s);

/* Close what catalogues hold open. */
void site_close(struct site *s);

/* de_nom and a_nom from nom. */
void commune_contract(struct arena *a, struct commune *c);

/* commune.yaml alone, for the facts and tests. */
bool commune_read(
	struct arena *a, const struct origin *o, struct diag *d, struct commune *out);

#endif
