/* news.c: news dated so far ahead that the year must be wrong. */
#include "check/check_internal.h"

#define AHEAD 90 /* days: some are dated by the event they announce */

void news_ahead(const struct at *at)
{
	const struct node *n = at->node;
	if (n->kind != NODE_ENTRY || n->of != PAGE_NEWS)
		return;
	struct date day = n->page->date;
	if (date_days(day) - date_days(at->web->now.day) > AHEAD)
		diag_say(at->diag, MSG_CHECK_NEWS_AHEAD, n->page->loc,
			date_text_short(at->diag->arena, day),
			date_iso(at->diag->arena, day));
}
