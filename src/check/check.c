/*
 * check.c: the table of checks, and one walk through the web for all of them. What each
 * one thinks is in the other files.
 */
#include "check/check_internal.h"

#include "base/strbuf.h"
#include "text/utf8.h"

#define SHOWN_MAX 100 /* characters of a link in a message: one line of a terminal */

static const struct check checks[] = {
	{.name = "broken-link",
		.link = broken_link,
		.image = broken_picture,
		.node = broken_header_picture,
		.site = broken_arms},
	{.name = "missing-anchor", .link = missing_anchor},
	{.name = "picture-without-text",
		.image = picture_without_text,
		.node = header_picture_without_text},
	{.name = "heading-jumped", .text = heading_jumped},
	{.name = "link-says-nothing", .link = link_says_nothing},
	{.name = "unknown-procedure",
		.link = unknown_procedure_link,
		.text = unknown_procedure_block,
		.node = unknown_procedure_booking,
		.site = unknown_procedure_front},
	{.name = "unfit-file", .site = unfit_file},
	{.name = "empty-block", .text = empty_block},
	{.name = "procedure-without-human", .node = procedure_without_human},
	{.name = "insecure-or-undeclared-host",
		.link = insecure_link,
		.image = outside_picture,
		.site = insecure_menu},
	{.name = "people", .site = people_facts},
	{.name = "school", .site = school_days},
	{.name = "news-ahead", .node = news_ahead},
	{.name = "act-lacks", .node = act_lacks},
	{.name = "act-file-alone", .site = lonely_act_file},
	{.name = "act-late", .site = late_acts},
	{.name = "acts-publicity", .site = acts_mode},
};

struct str shown(const struct at *at, struct str s)
{
	size_t end = 0;
	for (size_t n = 0; end < s.n && n < SHOWN_MAX; n++)
		utf8_next(s, &end);
	return end == s.n ? s
			  : str_printf(at->diag->arena, "%.*s…",
				    STR_ARG(str_sub(s, 0, end)));
}

#define CHECKS (sizeof checks / sizeof *checks)

static void look_at_links(struct at at)
{
	for (size_t i = 0; i < at.text->body->links.n; i++) {
		at.link = &at.text->body->links.v[i];
		at.target = &at.text->links[i];
		for (size_t c = 0; c < CHECKS; c++)
			if (checks[c].link)
				checks[c].link(&at);
	}
}

static void look_at_pictures(struct at at)
{
	for (size_t i = 0; i < at.text->body->images.n; i++) {
		at.image = &at.text->body->images.v[i];
		at.target = &at.text->images[i];
		for (size_t c = 0; c < CHECKS; c++)
			if (checks[c].image)
				checks[c].image(&at);
	}
}

static void look_at_node(struct at at)
{
	for (size_t c = 0; c < CHECKS; c++)
		if (checks[c].node)
			checks[c].node(&at);
	for (size_t i = 0; i < at.node->texts.n; i++) {
		at.text = &at.node->texts.v[i];
		if (at.text->page->former)
			continue;
		for (size_t c = 0; c < CHECKS; c++)
			if (checks[c].text)
				checks[c].text(&at);
		look_at_links(at);
		look_at_pictures(at);
	}
}

void check_web(const struct web *w, struct diag *d)
{
	struct at at = {.web = w, .diag = d};
	for (size_t c = 0; c < CHECKS; c++)
		if (checks[c].site)
			checks[c].site(&at);
	for (size_t i = 0; i < w->nodes.n; i++) {
		at.node = w->nodes.v[i];
		if (!at.node->page || !at.node->page->former)
			look_at_node(at);
	}
}
