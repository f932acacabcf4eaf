/*
 * html_state.h: where in an HTML page a template stands: the states of the HTML
 * standard's tokenizer that matter for what a value may do there. It judges places, and
 * builds no tree.
 */
#ifndef TEMPLATE_HTML_STATE_H
#define TEMPLATE_HTML_STATE_H

#include "base/strbuf.h"

enum html_where {
	HTML_TEXT,
	HTML_TAG_OPEN,     /* < */
	HTML_END_OPEN,     /* </ */
	HTML_TAG_NAME,     /* <di */
	HTML_BEFORE_ATTR,  /* <div_ */
	HTML_ATTR_NAME,    /* <div cla */
	HTML_AFTER_NAME,   /* <div class_ */
	HTML_BEFORE_VALUE, /* <div class= */
	HTML_DOUBLE,       /* <div class="... */
	HTML_SINGLE,       /* <div class='... */
	HTML_BARE,         /* <div class=... */
	HTML_GAP,          /* <div class="..." : a blank, '/' or '>' must follow */
	HTML_SLASH,        /* <br / */
	HTML_DECLARATION,  /* <! */
	HTML_COMMENT,      /* <!-- */
	HTML_BOGUS,        /* <!doctype, <? */
	HTML_RAW,          /* in script, style, title... until its end tag */
};

enum html_attribute {
	HTML_PLAIN,
	HTML_LINK,    /* href, src... */
	HTML_HANDLER, /* onclick, style, srcdoc: code */
	HTML_EQUIV,   /* http-equiv: makes `content` a link that acts by itself */
	HTML_CONTENT, /* content */
};

#define HTML_NAME_MAX 15

/* Only bytes, so that two states compare whole. A zeroed state is the top of a page. */
struct html_state {
	unsigned char where;
	unsigned char attribute; /* of the value we stand in */
	unsigned char closing;   /* in an end tag */
	unsigned char equiv;     /* this tag has http-equiv, 1; a value in content, 2 */
	unsigned char match;     /* how much of --> or </script was seen */
	unsigned char hidden; /* in <!-- within a script: its end tag does not count */
	unsigned char open;   /* at the start of a link, its scheme still being read */
	unsigned char n_element, n_name;
	char element[HTML_NAME_MAX]; /* lower case, cut */
	char name[HTML_NAME_MAX];    /* of an attribute, or a link's first letters */
};

enum html_fault { HTML_FINE, HTML_GLUED, HTML_SCHEME, HTML_REFRESH };

/* Go on past one byte of the template's own text. */
enum html_fault html_feed(struct html_state *s, char c);

/* A value or a section begins here: what was being read ends. */
void html_boundary(struct html_state *s);

/*
 * Both ends of a part that may be left out or repeated; *found becomes where the page
 * stands after it. False when they differ.
 */
bool html_leave(struct html_state *found, const struct html_state *now);

/* In the contents of script, style and the like / of title, textarea. */
bool html_in_code(const struct html_state *s);
bool html_in_title(const struct html_state *s);

static inline bool html_quoted(const struct html_state *s)
{
	return s->where == HTML_DOUBLE || s->where == HTML_SINGLE;
}

static inline struct str html_element(const struct html_state *s)
{
	return (struct str){s->element, s->n_element};
}

static inline struct str html_name(const struct html_state *s)
{
	return (struct str){s->name, s->n_name};
}

/* The place for people: <a href="… */
struct str html_show(struct arena *a, const struct html_state *s);

#endif
