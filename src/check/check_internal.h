/*
 * check_internal.h: one check and what it is shown. For the files of check/ only.
 */
#ifndef CHECK_CHECK_INTERNAL_H
#define CHECK_CHECK_INTERNAL_H

#include "check/check.h"

/* Where the walk through the web stands; what is not met yet is NULL. */
struct at {
	const struct web *web;
	struct diag *diag;
	const struct node *node;
	const struct text *text;
	const struct body_link *link;   /* with its target */
	const struct body_image *image; /* with its target */
	const struct target *target;
};

/* A check looks at the site as a whole, at pages, at their texts, links, pictures. */
struct check {
	const char *name; /* stable: "broken-link" */
	void (*site)(const struct at *at);
	void (*node)(const struct at *at);
	void (*text)(const struct at *at);
	void (*link)(const struct at *at);
	void (*image)(const struct at *at);
};

/* Of the commune's own files, not of a catalogue's. */
static inline bool is_own(const struct at *at)
{
	return !at->text->page->origin->layer.n;
}

/* A text from a file as a message may hold it: a pasted picture is a megabyte long. */
struct str shown(const struct at *at, struct str s);

/* links.c */
void broken_link(const struct at *at);
void missing_anchor(const struct at *at);
/* pictures.c */
void broken_picture(const struct at *at);
void broken_header_picture(const struct at *at);
void broken_arms(const struct at *at);
void picture_without_text(const struct at *at);
void header_picture_without_text(const struct at *at);
/* words.c */
void heading_jumped(const struct at *at);
void link_says_nothing(const struct at *at);
/* procedures.c */
void unknown_procedure_link(const struct at *at);
void unknown_procedure_block(const struct at *at);
void unknown_procedure_booking(const struct at *at);
void unknown_procedure_front(const struct at *at);
void procedure_without_human(const struct at *at);
/* news.c */
void news_ahead(const struct at *at);
/* blocks.c */
void empty_block(const struct at *at);
/* files.c */
void unfit_file(const struct at *at);
/* hosts.c */
void insecure_link(const struct at *at);
void insecure_menu(const struct at *at);
void outside_picture(const struct at *at);
/* A path of a header or of a sheet names a file that is published; else it is said. */
void path_exists(const struct at *at, const struct value *path);
/* people.c */
void people_facts(const struct at *at);
/* school.c */
void school_days(const struct at *at);
/* acts.c */
void act_lacks(const struct at *at);
void lonely_act_file(const struct at *at);
void late_acts(const struct at *at);
void acts_mode(const struct at *at);

#endif
