/*
 * web.h: what a site means: every page with its address, its place in menus and lists,
 * its links resolved, procedures merged, the palette. Made by web_resolve, frozen
 * afterwards: check and render only read it.
 */
#ifndef RESOLVE_WEB_H
#define RESOLVE_WEB_H

#include "base/map.h"
#include "resolve/acts.h"
#include "resolve/agenda.h"
#include "resolve/bookings.h"
#include "resolve/meals.h"
#include "resolve/opening.h"
#include "resolve/procedure.h"
#include "resolve/rounds.h"
#include "resolve/school.h"
#include "resolve/week.h"

enum node_kind {
	NODE_HOME,
	NODE_PAGE,  /* a free page, or a folder's index */
	NODE_ENTRY, /* a page of a collection: news... (of: its kind) */
	NODE_LIST,  /* all the pages of a collection */
	NODE_PART,  /* those of one folder of a collection: associations, shops... */
	NODE_ACTS,  /* acts of a year, of some types, by matter */
	NODE_PAST_EVENTS,
	NODE_PROCEDURE,
	NODE_PROCEDURES, /* all of them */
	NODE_BOOKLET,    /* all of them in one page, for paper */
	NODE_HEADING,    /* a category, a life event, a public */
	NODE_MENTION,    /* legal texts */
	NODE_SOURCES,    /* catalogues and licences */
	NODE_SITEMAP,
	NODE_SEARCH,
	NODE_NUMBERS, /* to call */
	NODE_MEALS,   /* the menus of the canteen */
	NODE_SCHOOL,  /* holidays and days without school */
	NODE_ROUNDS,  /* the collection of waste */
	NODE_PEOPLE,  /* elected people and staff */
	NODE_HOURS,   /* of all desks */
	NODE_POSTER,  /* the same, to print for the door */
	NODE_WEEK,    /* what a week holds, to print for the noticeboard */
	NODE_MOVED,   /* a procedure hidden here, a former address: leads elsewhere */
	NODE_NOT_FOUND,
	NODE_GALLERY, /* all that a theme can show: see model/site.h */
};

enum target_kind {
	TARGET_BROKEN, /* said by check; shown as text */
	TARGET_NODE,
	TARGET_FILE,   /* a file of documents/ or images/ */
	TARGET_ANCHOR, /* in the same page */
	TARGET_EXTERNAL,
	TARGET_DROPPED, /* a procedure that this commune hides: shown as text */
};

struct target {
	enum target_kind kind;
	const struct node *node;
	struct str path;   /* FILE: its address; EXTERNAL: the whole address */
	struct str anchor; /* without '#'; empty */
	bool anchor_missing;
	bool procedure; /* BROKEN: it named a procedure */
	struct str
		near; /* BROKEN: the nearest that exists, as it would be written; or empty */
	const struct page
		*offline; /* BROKEN: the page it names exists, but is not online now */
};

/* One body shown in a node, its links and images resolved (same order as in body). */
struct text {
	const struct page *page;
	const struct body *body;
	struct str
		title; /* of a note above a procedure's text; empty for the text itself */
	const struct target *links, *images;
};

struct node {
	enum node_kind kind;
	enum page_kind of;  /* ENTRY, LIST, PART: of its page, or of those it shows */
	struct str address; /* "vie/ecole.html" */
	struct str title, menu_title, summary;
	struct str source; /* path that links name: "pages/vie/ecole.md"; empty */
	const struct page *page;
	const struct procedure *procedure;
	const struct heading *heading;
	struct act *act;                 /* ENTRY of the acts */
	struct event *event;             /* ENTRY of the agenda */
	const struct act_list *acts;     /* ACTS: which ones it shows */
	const struct bookings *bookings; /* ENTRY of a place whose calendar is given */
	const struct desk *desk;         /* ENTRY with hours of its own; else NULL */
	struct {
		struct text *v;
		size_t n, cap;
	} texts;
	const struct node *parent; /* for the breadcrumb; NULL for the home page */
	struct {
		const struct node **v;
		size_t n, cap;
	} children; /* a folder's pages, a heading's procedures, the list's news */
	struct str_list words; /* that people look for, beside those of its texts */
	long order;
	size_t index;               /* in web.nodes */
	const struct target *moved; /* MOVED: to a node, a file, outside; else NULL */
};

struct node_list {
	struct node **v;
	size_t n, cap;
};

/* The pages of one kind that one list shows. */
struct collection {
	struct node *list;
	struct node_list entries; /* online today, in the kind's order */
};

struct menu_entry {
	struct str title;
	const struct node *node; /* NULL: an address outside */
	struct str address;
};

struct alert {
	const struct node *node;
	int level;           /* 0 information, 1 attention, 2 urgence */
	struct moment start; /* not to come */
	struct moment until; /* as written */
	struct moment end;   /* when it is over */
};

/* A place that receives people: the mairie, then those of `accueils`. */
struct desk {
	const struct value *v; /* its record of commune.yaml */
	struct str id;         /* unique: "mairie", "agence-postale" */
	struct str name;
	struct opening opening;
	struct closures closures; /* announced now */
	struct day_list holidays; /* of this year and the next: closed */
	struct str rules;         /* for the script */
};

/* An address of the former site, and what replaces it. */
struct redirection {
	struct str path;  /* below the site's root: "/spip.php", decoded */
	struct str query; /* "article12", as it was written; may be empty */
	struct target to; /* NODE, FILE or EXTERNAL */
	bool served;      /* a page there leads on; else only a server's rule can */
};

struct web {
	struct arena *arena;
	struct arena *passing; /* for the resolving of one link, empty behind it */
	const struct site *site;
	struct moment now, valid_until; /* year 0: for ever */
	struct procedures procedures;
	struct node_list nodes; /* all, sorted by address */
	const struct node *home, *procedure_list, *booklet, *sitemap, *sources, *search,
		*not_found;
	const struct node
		*meals_page; /* NULL: no cantine.csv, or a page has its place */
	const struct node *school_page; /* NULL: no ecole.csv, or as above */
	const struct node *rounds_page; /* NULL: no collection, or as above */
	const struct node *people;  /* NULL: no elus.yaml, or a page has its place */
	const struct node *numbers; /* NULL: the commune gives none, or as above */
	const struct node *hours, *poster; /* NULL: no hours, or a page has its place */
	const struct node *accessibility;  /* NULL without such a text */
	struct collection collections[PAGE_KINDS]; /* empty for kinds that are none */
	struct acts acts;
	struct agenda agenda;
	struct meals meals;
	struct school school;
	struct rounds rounds;
	struct week week;
	struct node_list categories, events, publics;
	struct node_list legal; /* of the foot */
	struct {
		struct menu_entry *v;
		size_t n, cap;
	} menu;
	struct {
		struct alert *v;
		size_t n, cap;
	} alerts;
	struct {
		struct desk *v;
		size_t n, cap;
	} desks; /* the mairie first; empty for a catalogue alone */
	struct {
		struct web_file *v;
		size_t n, cap;
	} files;
	struct {
		const struct redirection **v;
		size_t n, cap;
	} redirections;
	struct map by_source;     /* source path -> node */
	struct map by_address;    /* address -> node */
	struct map by_file;       /* documents/…, images/… -> web_file index + 1 */
	struct picture *pictures; /* of each of files; most are PICTURE_UNSEEN */
	struct map offline;       /* source path -> page that is not online now */
	struct suggest *suggest;  /* what broken links may have meant: suggest.c */
	struct str palette;       /* CSS */
	struct str root;          /* path of the site on its host: "/" or "/commune/" */
};

/*
 * Resolve. What cannot stand is said and left out (of two files with one address, the
 * first stands): there is always a site.
 */
void web_resolve(struct arena *a, const struct site *site, struct moment now,
	struct diag *d, struct web *out);

/* True for the pages that stand in the foot of every page. */
bool web_is_legal(const struct web *w, const struct node *n);

/*
 * The order matters: what Tambour makes takes its address before what people write, but
 * people's pages come before the legal texts of catalogues, which they replace.
 */
/* nodes.c: the home page and the lists of collections, then what they show. */
void web_make_home(struct web *w);
void web_make_pages(struct web *w, struct diag *d);
struct node *web_add_node(struct web *w, enum node_kind kind, struct str address,
	struct str title, const struct node *parent);
/* For qsort over nodes: `ordre`, then the file's name. */
int node_by_order(const void *a, const void *b);
/* lists.c: procedures, headings, sources, site map; then legal texts. */
void web_make_lists(struct web *w);
void web_make_legal(struct web *w, struct diag *d);
/* links.c: every text's links. */
void web_resolve_links(struct web *w);
struct target web_target(const struct web *w, const struct node *from,
	const struct page *page, const struct body *body, struct str written);
/* suggest.c: once all nodes stand. */
void web_suggest_open(struct web *w);
/* The nearest page, file or procedure to a path that names none; or empty. */
struct str web_suggest(const struct web *w, struct str path);
/* redirections.c: once all nodes stand, and suggestions are open. */
void web_make_redirections(struct web *w, struct diag *d);
/* pictures.c: what is published of each, once it is known which pages show it. */
void web_make_pictures(struct web *w);
/* What is known of the picture under a path; NULL: no such file, or none known. */
const struct picture *web_picture(const struct web *w, struct str path);
/* True of a file that is published: there is one, and it is no picture left out. */
bool web_shows(const struct web *w, struct str path);
/* acts.c: what acts are to one another, once all links can be followed. */
void web_make_acts(struct web *w, struct diag *d);
/* agenda.c: events in time, once all pages stand. */
void web_make_agenda(struct web *w, struct diag *d);
/* menu.c */
void web_make_menu(struct web *w, struct diag *d);
/* numbers.c: the same */
void web_make_numbers(struct web *w);
/* meals.c: after the pages, whose addresses are their own. */
void web_make_meals(struct web *w, struct diag *d);
/* school.c: the same */
void web_make_school(struct web *w, struct diag *d);
/* bookings.c: after the pages */
void web_make_bookings(struct web *w, struct diag *d);
/* week.c: behind the agenda, the rounds, the school and the desks. */
void web_make_week(struct web *w);
/* The Monday of a day's week. */
struct date web_monday(struct date day);
/* rounds.c: the same */
void web_make_rounds(struct web *w, struct diag *d);
/* people.c: after the pages, whose addresses are their own. */
void web_make_people(struct web *w);
/* desks.c: after the pages, whose addresses are their own. */
void web_make_desks(struct web *w, struct diag *d);
/* The mairie's, or NULL. */
const struct desk *web_mairie(const struct web *w);
/* By its id or its name, folded; NULL: none. */
const struct desk *web_desk_named(
	struct arena *scratch, const struct web *w, struct str name);
/* The day from which the audit of accessibility is too old (RGAA: three years); year 0: none. */
struct date web_audit_ends(const struct web *w);
/* palette.c: the CSS custom properties of one colour, 0xRRGGBB, by day and by night. */
struct str palette_css(struct arena *a, unsigned colour);

/* Whether a file is published below a folder, "documents/gazettes". */
bool web_file_below(const struct web_file *f, struct str folder);

/* That this page shows something only until m: lowers valid_until. */
void web_valid_until(struct web *w, struct moment m);

#endif
