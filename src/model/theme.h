/*
 * theme.h: a theme as its folders say it: the commune's own theme/, the theme, its
 * parent, base. Looked up file by file in that order. Templates are compiled by render.
 */
#ifndef MODEL_THEME_H
#define MODEL_THEME_H

#include "base/map.h"
#include "data/value.h"
#include "image/pictures.h"
#include "source/source.h"

#define THEME_CHAIN 6 /* themes over themes, the commune's own folder included */

struct theme_asset {
	struct str path; /* below assets/: "style.css" */
	struct str key;  /* name in templates: "style_css" */
	struct str bytes;
	struct str layer; /* whose it is, for messages */
};

struct theme_word {
	struct str key, text;
	bool yes_no, yes; /* options of kind oui_non */
	bool colour;      /* options of kind couleur: styles know it too */
	bool image;       /* options of kind image: text is its path, or empty */
	bool inherited;   /* of strings: a theme further up has it too */
	size_t from;      /* of strings: whose it is, in the chain */
	struct loc
		loc; /* of an option, what the commune wrote; else where it is said */
};

struct theme_words {
	struct theme_word *v; /* sorted by key */
	size_t n, cap;
};

struct theme {
	struct str name;
	struct {
		struct source *source;
		const struct value *about; /* NULL for the commune's own folder */
	} chain[THEME_CHAIN];
	size_t n;
	struct {
		struct theme_asset *v;
		size_t n, cap;
	} assets; /* sorted by path */
	struct theme_words strings, options;
	enum picture_way pictures;
	struct str_list missed; /* where a theme.yaml would have come first */
};

/* Where themes are looked for, in order: NULL-terminated folders. */
struct theme_request {
	struct str
		name; /* "bocage", or a path from the commune's folder when it holds a '/' */
	struct str
		commune; /* the commune's folder: its theme/ comes first when it exists */
	const char *const *folders;
	const struct value *options; /* commune.yaml's site.options, or NULL */
	struct source
		*source; /* the theme itself, opened elsewhere (a repository); or NULL.
				  theme_close closes it */
	const struct source *within; /* the commune, when it is no folder; or NULL */
	struct loc named;            /* where it is asked for */
};

/* False, said, when the theme or a parent cannot be found or read. */
bool theme_read(struct arena *a, const struct theme_request *q, struct diag *d,
	struct theme *out);
void theme_close(struct theme *t);

/* The themes that there are in these folders, sorted; `base`, which has no look, left out. */
struct str_list theme_names(struct arena *a, const char *const *folders);

/*
 * The file "templates/page.html" as an origin: at depth 0 that of the nearest theme that
 * has it, at 1 that of the next one above; NULL when there are no more.
 */
const struct origin *theme_template(const struct theme *t, struct arena *a,
	struct diag *d, struct str name, unsigned depth);

#endif
