/*
 * render_internal.h: what the files of render share while one site is rendered. Nothing
 * here outlives render_site.
 *
 * Two lifetimes: `site`, for what all pages show, and `page`, emptied after each page.
 * What depends only on how deep a page stands (menu, foot, mairie, assets: everything
 * with a relative link) is made once per depth, in a frame.
 */
#ifndef RENDER_RENDER_INTERNAL_H
#define RENDER_RENDER_INTERNAL_H

#include "markup/body.h"
#include "model/theme.h"
#include "publish/publisher.h"
#include "render/data_model.h"
#include "resolve/web.h"
#include "template/template.h"

#define FRAME_DEPTHS (SOURCE_MAX_DEPTH + 2) /* folders above a page */
#define MENU_CHILDREN                                                                  \
	12 /* a section with more pages has no second level in the menu  \
			  */
#define STYLE_DEPTH_MAX 32 /* style sheets that name one another in a row */
#define HOME_NEWS 6
#define HOME_PROCEDURES 6
#define FEED_ENTRIES 20
#define MANIFEST_PATH "manifest.json" /* a name whose type every server knows */
#define AGENDA_PATH "agenda.ics"
#define DELIBERATIONS_PATH "actes/deliberations.csv"

enum template_kind {
#define T(id, file) TEMPLATE_##id,
#include "render/templates.def"
#undef T
	TEMPLATE_COUNT
};

/* Words of a node as shown: French typography applied, once. */
struct shown {
	struct str title, menu_title, summary;
};

/* All that pages of one depth have in common. */
struct frame {
	struct str prefix; /* "", "../", "../../"...; or the root path, for 404.html */
	struct view root[V_racine_COUNT]; /* copied for each page */
	struct view **menu;     /* slots of each menu entry, marked page by page */
	struct view ***submenu; /* slots of its pages; NULL when it shows none */
};

struct render {
	struct arena *site, *page;
	const struct web *w;
	const struct theme *theme;
	struct publisher *publisher;
	struct diag *d;
	struct str base;     /* "https://www.commune.example/", or empty */
	struct str title;    /* of the site */
	struct shown *shown; /* by node->index */
	struct frame *frames[FRAME_DEPTHS], *root_frame;
	struct template_memo memo;      /* what pages have in common, as shown */
	const struct frame *kept_frame; /* whose it is, and the page above */
	const struct node *kept_parent;
	unsigned long keys,
		menu_key;   /* given so far; of the menu, of pages not in it */
	struct str *assets; /* published path of each of theme->assets, */
	struct str *sheets; /* its bytes, with published names in style sheets, */
	bool *naming;       /* and whether its name is being made */
	int deep;           /* sheets that name sheets, at this moment */
	struct str palette; /* published path of the colours */
	struct str colours; /* what is published there */
	struct str search;  /* published path of what the search knows */
	struct search_work *search_work; /* from search_begin to search_end */
	struct view strings, options;
	const struct template *templates[TEMPLATE_COUNT];
	struct str_list asked;   /* files that templates come from */
	struct strbuf out, body; /* of the page being made: emptied, never given back */
	struct str_list said;    /* facts that lack, each said once */
	bool pictured;           /* the page being made has shown a picture */
	bool failed;
};

/* ---- address.c: addresses, and small views ---- */

/* prefix + address, which needs no escaping (nodes) / which is escaped (files). */
struct str link_of(struct arena *a, struct str prefix, struct str address);
struct str link_of_file(struct arena *a, struct str prefix, struct str path);
/* What an outside reader would type: "" without site.lien. Folders end in '/'. */
struct str link_absolute(struct arena *a, const struct render *r, const struct node *n);
bool is_web_address(struct str s);      /* https: or http: */
struct str host_of(struct str address); /* without "www." */
struct view date_view(struct arena *a, struct date d);
struct view phone_view(struct arena *a, const struct value *phone); /* or absent */
struct view email_view(struct arena *a, const struct value *email); /* or absent */
struct str map_link(struct arena *a, struct str address);
/* Lines escaped, <br> between them. */
struct str lines_html(struct arena *a, struct str lines);
/* One line, the parts separated by commas. */
struct str lines_joined(struct arena *a, struct str lines);
/* The lines of a postal address, told apart; all is street when no postcode ends it. */
struct postal {
	struct str street, code, town;
};
struct postal postal_of(struct arena *a, struct str lines);
/* `a, b, c` of a list of texts. */
struct str list_joined(struct arena *a, const struct value *list);
struct str first_upper(struct arena *a, struct str s); /* « école » -> « École » */

/* ---- pictures.c ---- */

/* A picture shown in a text. */
struct shown_picture {
	struct str path, prefix, alt;
	const char *class; /* of its img; NULL: none */
	struct str sizes;  /* how wide it is shown; empty: as wide as it is */
	bool plain;        /* without its copies */
	bool lazy;         /* fetched only when the reader comes near it */
};
/* Its whole element. The file must be shown (web_shows). */
void picture_put(struct render *r, const struct shown_picture *x, struct strbuf *out);
/* A header's picture, or absent when none is shown. The first of a page is not lazy. */
struct view image_view(struct render *r, struct str prefix, const struct value *header);
/* A picture that decorates, by its path, in this arena; absent when it is not published. */
struct view picture_view(
	struct render *r, struct arena *a, struct str prefix, struct str path);
/* What was made of a file: for screens, and for its own address. */
void picture_copies(
	struct render *r, const struct web_file *f, const struct picture *p);
/* Copy i of the picture under a path, seen from the site's root. */
struct str picture_copy_link(
	struct arena *a, struct str path, const struct picture *p, size_t i);
void picture_own(struct render *r, const struct web_file *f, const struct picture *p);

static inline const struct shown *shown_of(const struct render *r, const struct node *n)
{
	return &r->shown[n->index];
}

/* ---- theme_views.c ---- */
/* Compile the templates that the nodes of the site ask for; all of them without a web. */
bool theme_prepare(struct render *r);
struct view assets_view(struct render *r, struct str prefix);
/* The options as pages of one depth see them: pictures are linked to from there. */
struct view options_view(struct render *r, struct str prefix);

/* ---- frame.c ---- */
struct str alert_level(int level); /* « Urgence » */
struct frame *frame_of(struct render *r, const struct node *n);
/* Show the page's place in the menu, or take it away again. True when it is in it. */
bool frame_mark(struct render *r, struct frame *f, const struct node *n, bool on);

/* Tell the templates what page n, marked so, has in common with the page before. */
void frame_keys(
	struct render *r, const struct frame *f, const struct node *n, bool marked);

/* ---- opening_views.c: a desk's hours; the views live as long as the site ---- */
struct view week_view(struct render *r, const struct desk *k);
struct view closures_view(struct render *r, const struct desk *k);
struct view season_view(struct render *r, const struct desk *k);
struct view sentences_view(struct render *r, const struct desk *k);
struct view other_seasons_view(struct render *r, const struct desk *k);
/* The week as a table in a body; k may be NULL, or have no hours: nothing. */
void hours_table(const struct render *r, const struct desk *k, struct str title,
	struct strbuf *out);

/* ---- mairie.c ---- */
struct view mairie_view(struct render *r, struct str prefix);
struct view guichets_view(struct render *r);

/* ---- json_ld.c: parts of JSON-LD, a comma before them where one is due ---- */
/* "name":"text"; nothing where it is empty. */
void json_text(struct strbuf *b, const char *name, struct str text);
/* "name":{"@type":"type" ; its end is the caller's. */
void json_open(struct strbuf *b, const char *name, const char *type);
/* "name":[ and, in it, {"@type":"type" ; their ends are the caller's. */
void json_list(struct strbuf *b, const char *name);
void json_item(struct strbuf *b, const char *type);
/* A postal address, by its lines. */
void json_address(struct strbuf *b, struct arena *a, struct str lines);
/* A whole script element of one thing, from its type to its end. */
void json_begin(struct strbuf *b, const char *type);
void json_end(struct strbuf *b);
/* What a page tells machines: what its kind tells, then the way that leads to it. */
struct view json_view(struct render *r, struct str prefix, const struct node *n);

/* ---- town_hall.c: JSON-LD of the mairie ---- */
void town_hall_json(struct render *r, const struct node *n, struct strbuf *b);

/* ---- people.c: who answers for the site ---- */
/* commune.yaml's record, else the last catalogue's; NULL when nobody gives it. */
const struct value *person_of(const struct web *w, const char *key);
/* Say that a better state than « non conforme » needs an audit. */
void accessibility_check(struct render *r);
struct str accessibility_state(const struct web *w); /* « non conforme » */
struct str accessibility_sentence(struct arena *a, const struct web *w);

/* ---- body.c ---- */
/* Text k of a node, its highest heading at level `top`, seen from `prefix`. */
void body_put(struct render *r, struct str prefix, const struct node *n, size_t k,
	int top, struct strbuf *out);
/* The same for readers elsewhere (feeds): links in the page lead to the page. */
void body_put_elsewhere(struct render *r, struct str prefix, const struct node *n,
	size_t k, struct strbuf *out);
/* Before the ids of text k, so that no id stands twice in the page. */
struct str text_id_prefix(struct arena *a, const struct node *n, size_t k);

/* ---- blocks.c ---- */
void block_put(struct render *r, struct str prefix, const struct body_block *b,
	struct strbuf *out);

/* ---- facts.c: {name} in legal texts, of b from byte `from` on ---- */
void facts_fill(struct render *r, const struct node *n, struct strbuf *b, size_t from);

/* ---- sharing.c: a page's meta elements for who shows a link to it ---- */
struct view sharing_view(struct render *r, const struct node *n, struct str title,
	struct str description);

/* ---- paper_code.c ---- */
/* The QR code of the page that the paper leads to, or absent. */
struct view paper_code_view(struct render *r, struct str prefix, const struct node *n);

/* ---- policy.c ---- */
/* "https://host" of a procedure shown in a frame; empty when it is not. */
struct str frame_origin(const struct procedure *p);
struct view policy_view(struct render *r, const struct node *n);

/* ---- procedure_who.c ---- */
/* « À la mairie », « À la mairie, sur rendez-vous »: ours, with our hours. */
bool at_our_mairie(struct render *r, const struct value *on_site);
/* By the mairie, ours or another; else by its operator, if one is known. */
bool by_a_mairie(struct render *r, const struct procedure *p);
/* The number to call about it, or NULL. */
const struct value *number_to_call(struct render *r, const struct procedure *p);
/* « La mairie », or the full name of the catalogue that defined it. */
struct str procedure_source(struct render *r, const struct procedure *p);
/* The slots of the shape demarche that say who delivers it. */
void who_fill(struct render *r, const struct procedure *p, struct view *v);

/* ---- procedure_json.c ---- */
void procedure_json(struct render *r, const struct node *n, struct strbuf *b);

/* ---- procedure.c ---- */
const struct node *procedure_node(const struct render *r, struct str id);
struct view demarche_view(struct render *r, struct str prefix, const struct node *n);
void carte_fill(
	struct render *r, struct str prefix, const struct node *n, struct view *v);
/* « Particuliers, associations » */
struct str for_whom(struct render *r, const struct procedure *p);
struct view cartes_view(
	struct render *r, struct str prefix, const struct node *const *v, size_t n);
/* One group per heading; with those that no category has behind them. */
struct view groupes_view(
	struct render *r, struct str prefix, const struct node_list *l);
struct view groupe_view(struct render *r, struct str prefix, const struct node *n);
struct view categories_view(struct render *r, struct str prefix);
/* Those of a category that no catalogue describes: shown all the same. How many. */
size_t procedures_of_no_category(struct render *r, const struct node ***others);

/* ---- booklet.c ---- */
struct view livret_view(struct render *r, struct str prefix);

/* ---- gallery.c: all that the other pages show, at once, and what has states ---- */
void gallery_fill(
	struct render *r, struct str prefix, const struct node *n, struct view *root);

/* ---- home.c: the home page and lists ---- */
struct view accueil_view(struct render *r, struct str prefix);
struct view liste_view(struct render *r, struct str prefix, const struct node *n);
struct view actualite_view(struct render *r, const struct node *n);

/* ---- page.c ---- */
/* When its file last changed, by its history; day.year 0: not known, or of no one file. */
struct moment node_changed(const struct node *n);

/* ---- acts.c: an act; acts_list.c: lists of them ---- */
struct view acte_view(struct render *r, struct str prefix, const struct node *n);
struct view acte_ligne_view(struct render *r, struct str prefix, const struct act *x);
struct str acte_matter_text(struct arena *a, int matter);
struct view actes_view(struct render *r, struct str prefix, const struct node *n);

/* ---- elected.c: elected people and staff ---- */
void people_put(struct render *r, struct str prefix, struct strbuf *out);
void people_block(struct render *r, struct str prefix, const struct value *settings,
	struct strbuf *out);

/* ---- documents.c: the files of a folder ---- */
void documents_block(struct render *r, struct str prefix, const struct value *settings,
	struct strbuf *out);

/* ---- numbers.c: numbers to call ---- */
struct view urgences_view(struct render *r);
void numbers_put(struct render *r, struct strbuf *out);

/* ---- meals.c: the menus of the canteen ---- */
void meals_put(struct render *r, struct strbuf *out);

/* ---- rounds.c: the collection of waste ---- */
void rounds_put(struct render *r, struct str prefix, struct strbuf *out);
void rounds_write(struct render *r, const struct node *none);
struct view pickups_view(struct render *r, const struct pickup *v, size_t n);

/* ---- school.c: holidays and days without school ---- */
void school_put(struct render *r, struct str prefix, struct strbuf *out);
void school_write(struct render *r, const struct node *none);
struct view breaks_view(struct render *r, const struct school_break_list *l);

/* ---- week.c: the sheet for the noticeboard ---- */
struct view feuille_view(struct render *r, struct str prefix);
struct view council_view(struct render *r, struct str prefix);

/* ---- directory.c: the directory and places ---- */
struct view repertoire_view(struct render *r, struct str prefix, const struct node *n);
struct view fiche_annuaire_view(
	struct render *r, struct str prefix, const struct node *n);

/* ---- feed.c ---- */
/* What an entry of a feed says beside its title and its text. */
struct feed_entry {
	struct str category; /* or empty */
	struct str summary;  /* instead of the page's, or empty */
	struct moment published;
	const struct web_file *file; /* to download; or NULL */
};
struct feed {
	const char *path; /* "actualites/flux.xml" */
	struct feed_entry (*entry)(struct render *r, const struct node *n);
};
#define ALERTS_PATH "alertes.xml"
struct feed_entry news_entry(struct render *r, const struct node *n);
struct feed_entry act_entry(struct render *r, const struct node *n);
/* The feed of a kind, or NULL. */
const struct feed *feed_of(enum page_kind kind);

/* ---- kinds.c ---- */
struct node_look {
	enum template_kind template;
	const char *nature; /* page.nature of the data model */
	const char *label;  /* what it is, for people who find it; "": a page */
	/* What it adds to the root; NULL: nothing. */
	void (*add)(struct render *r, struct str prefix, const struct node *n,
		struct view *root);
	/* What it tells machines, as JSON-LD; NULL: only where it stands. */
	void (*tell)(struct render *r, const struct node *n, struct strbuf *b);
};
const struct node_look *look_of(const struct node *n);
/* Who finds a page: nobody, search engines alone (sitemap.xml), the site's search too. */
enum node_finding { FOUND_BY_NONE, FOUND_BY_ROBOTS, FOUND_BY_ALL };
enum node_finding node_found(const struct node *n);
/* What the list of a collection says when there is nothing in it. */
const char *words_of_none(const struct node *list);

/* ---- search.c ---- */
/*
 * Begin to make what the search knows, beside the pages where there is a processor more.
 */
void search_begin(struct render *r);
/* Put it, if nobody did: recherche.html asks, for it names it. No thread is left. */
void search_end(struct render *r);
struct view recherche_view(struct render *r, struct str prefix);

/* ---- event.c: an event; agenda.c: lists of them; calendar.c: for other programs ---- */
struct view evenement_view(struct render *r, struct str prefix, const struct node *n);
void event_json(struct render *r, const struct node *n, struct strbuf *b);
struct view agenda_view(struct render *r, struct str prefix, const struct node *n);
/* Its own postal address, else that of the place it is at. */
struct str event_address(const struct event *e);
/* Its beginning, for the attribute datetime. */
struct str span_iso(struct render *r, const struct event_when *w, struct span s);
struct view meeting_view(struct render *r, struct str prefix, const struct meeting *m);
struct view meetings_view(
	struct render *r, struct str prefix, const struct meeting *v, size_t n);
/* Where the calendar of one event stands: beside its page. */
struct str event_calendar(struct arena *a, const struct node *n);

/* A calendar of the commune in b, emptied first; then its end, and the file put. */
void calendar_begin(struct render *r, struct str name, struct strbuf *b);
void calendar_end(struct render *r, struct str path, struct strbuf *b);

/* ---- plan.c, sources.c ---- */
struct view plan_view(struct render *r, struct str prefix);
void sources_put(struct render *r, struct strbuf *out);

/* ---- open_data.c: tables for other programs (open_data.h) ---- */
struct str commune_full_name(struct render *r);   /* « Commune de Saint-Aubin » */
struct str commune_siret(const struct render *r); /* 14 figures, or empty */
void open_data_put(struct render *r, struct strbuf *out); /* links, from the root */
/* Whether there is anything that the national schema of deliberations accepts. */
bool deliberations_any(struct render *r);

/* ---- outputs (see the table of render.c) ---- */
void page_write(struct render *r, const struct node *n);
void paper_code_write(struct render *r, const struct node *n);
void feeds_write(struct render *r, const struct node *n);
void open_data_write(struct render *r, const struct node *n);
void calendars_write(struct render *r, const struct node *n);
void sitemap_write(struct render *r, const struct node *n);
void robots_write(struct render *r, const struct node *n);
void web_manifest_write(struct render *r, const struct node *n);
void rules_write(struct render *r, const struct node *n);
void assets_write(struct render *r, const struct node *n);
void files_write(struct render *r, const struct node *n);

/*
 * Hexadecimal digits of a fingerprint in the name of a file: 32 bits, among a theme's few
 * dozens of files; of a QR code it only tells one address of a page from another.
 */
#define FINGERPRINT 8

/* assets.c: "style.css" -> "assets/style.1a2b3c4d.css", by its bytes. */
struct str fingerprinted(struct arena *a, struct str path, struct str bytes);
/* Published names of assets and colours, before any page. */
void assets_name(struct render *r);
/* The name of one; false when it is being made: the sheet asking is named by this one. */
bool asset_name(struct render *r, size_t i);
/* style_links.c: a sheet whose url() and @import name assets as they are published. */
struct str style_links(struct render *r, size_t asset);

void put_bytes(struct render *r, struct str path, struct str bytes);

#endif
