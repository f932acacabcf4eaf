/*
 * fuzz_calendar.c: any bytes as a neighbour's calendar, the whole way: looked at, counted
 * by libical as tambour-calendar does, and the answer parsed back as tambour does. It
 * looks for crashes, and for answers that their reader loses or believes against sense.
 */
#include <stdio.h>

#include "look.h"
#include "source/calendar.h"
#include "source/calendar/expand.h"
#include "source/calendar/scan.h"

static const struct expand_window window = {20260101, 20310101, CALENDAR_TIMES};

static void look_text(struct str s)
{
	MUST(utf8_invalid(s) == s.n);
	for (size_t i = 0; i < s.n; i++)
		MUST((unsigned char)s.p[i] >= 0x20 && s.p[i] != 0x7F);
}

/* On the zone's clock the last evening of the window may be the day after. */
static void look_times(const struct calendar_event *e)
{
	static const struct date end = {2031, 1, 2};
	MUST(e->times.n <= CALENDAR_TIMES);
	for (size_t i = 0; i < e->times.n; i++) {
		const struct calendar_span *s = &e->times.v[i];
		MUST(date_valid(s->from.day) && date_valid(s->to.day));
		MUST(date_cmp(s->from.day, end) < 0);
		MUST(date_cmp(s->from.day, s->to.day) <= 0);
		MUST(!i || moment_cmp(s[-1].from, s->from) <= 0);
	}
}

static void look_answer(struct arena *a, struct str answer)
{
	struct calendar_events all = calendar_events_of(a, STR("Europe/Paris"), answer);
	size_t events = 0, times = 0;
	for (size_t i = 0; i < all.n; i++) {
		const struct calendar_event *e = &all.v[i];
		look_text(e->title);
		look_text(e->place);
		look_text(e->link);
		look_times(e);
		times += e->times.n;
	}
	/* Of what was answered, nothing is lost. */
	for (struct str rest = answer, line; str_cut(&rest, '\n', &line);) {
		events += str_starts(line, STR("event "));
		times -= line.n > 1 && line.p[1] == ' ';
	}
	MUST(events == all.n && times == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = malloc(size + 1), *answer = NULL;
	size_t n = 0;
	MUST(text);
	if (size)
		memcpy(text, data, size);
	text[size] = '\0';
	struct scan_fault f = scan_calendar(text, size);
	MUST(!f.line == !f.what);
	if (!f.line && strlen(text) == size) {
		struct arena a = {0};
		FILE *out = open_memstream(&answer, &n);
		bool read = expand_calendar(text, &window, out);
		fclose(out);
		if (read)
			look_answer(&a, (struct str){answer, n});
		arena_release(&a);
		free(answer);
	}
	free(text);
	return 0;
}
