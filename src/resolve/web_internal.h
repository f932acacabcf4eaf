/*
 * web_internal.h: what the files that place nodes share: nodes.c and collections.c.
 * Nothing here is for readers of a web.
 */
#ifndef RESOLVE_WEB_INTERNAL_H
#define RESOLVE_WEB_INTERNAL_H

#include "resolve/web.h"

/* ---- nodes.c ---- */
/* Links that name this file of the sources lead to n. */
void web_set_source(struct web *w, struct node *n, struct str path);
/* The node's only text is the page's. */
void web_add_text(struct web *w, struct node *n, const struct page *p);
/* Title, summary and rank from the page's header. */
void web_describe(struct node *n, const struct page *p);
/* « vie-pratique » -> « Vie pratique »: a folder without index.md. */
struct str web_folder_title(struct arena *a, struct str folder);
/* Of two files with one address, the first in the order of paths stands: true, said. */
bool web_address_taken(const struct node *other, struct diag *d, const struct page *p);

/* Whether a page is online now; each moment that would change it is remembered. */
bool web_is_online(struct web *w, const struct page *p);

/* ---- web.c ---- */
/* A file that is published as it is, and that links may name. */
void web_add_file(struct web *w, const struct source *src, const struct source_file *f);

/* ---- acts.c ---- */
/* The pages that show acts by year, type and matter, before what people write. */
void web_make_act_lists(struct web *w);
/* An act beside its PDF: it is published too. */
void web_add_act_file(struct web *w, const struct page *p);

/* ---- desks.c ---- */
/* The hours of a page's own, with what is announced of them. */
const struct desk *web_desk_of_page(
	struct web *w, const struct node *n, struct diag *d);
/* ---- agenda.c, event_again.c ---- */
/* The page of what is past, before what people write. */
void web_make_archives(struct web *w);
/* The times of all that comes back. */
void web_find_times(struct web *w, struct diag *d);

/* What a calendar holds from the first of January on, for some years. */
struct calendar_answer web_ask_calendar(struct web *w, struct str ics);
/* Minutes given; what has no end is over with its day. */
struct span web_span_of(const struct calendar_span *s);

/* ---- collections.c ---- */
/* Their lists, before any page. */
void web_make_collections(struct web *w);
/* The index.md of a collection, or of a part of one. */
void web_add_list_words(struct web *w, struct diag *d, const struct page *p);
/* One page that is online today. */
void web_add_entry(struct web *w, struct diag *d, const struct page *p);
/* Once all pages stand. */
void web_sort_collections(struct web *w);

#endif
