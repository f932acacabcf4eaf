/*
 * event_again.c: the times of events that come back. The days are counted by another
 * program, asked once for all of them.
 */
#include "resolve/web_internal.h"

void web_find_times(struct web *w, struct diag *d)
{
	for (size_t i = 0; i < w->agenda.events.n; i++) {
		struct event *e = w->agenda.events.v[i];
		const struct value *again =
			value_get(e->node->page->header, "repetition");
		if (!value_given(again))
			continue;
		e->again = true;
		e->unknown = true;
		e->rhythm = event_rhythm(w->arena, e->node->page);
		diag_say(d, MSG_EVENT_UNCOUNTED, again->loc);
	}
}
