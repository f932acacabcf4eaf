/* calendar.c: see calendar.h. What the program answers is a stranger's too. */
#include "source/calendar.h"

#include <limits.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/file.h"
#include "base/strbuf.h"
#include "source/child.h"
#include "text/utf8.h"

/* ---- asking ---- */

static const char *day_word(struct arena *a, struct date d)
{
	return str_printf(a, "%04d%02d%02d", d.year, d.month, d.day).p;
}

static struct str read_back(struct arena *a, int fd)
{
	off_t size = lseek(fd, 0, SEEK_END);
	if (size <= 0 || (size_t)size > CALENDAR_MAX_ANSWER || lseek(fd, 0, SEEK_SET))
		return (struct str){0};
	char *p = arena_text(a, (size_t)size);
	size_t got = 0;
	return file_read_all(fd, p, (size_t)size, &got) ? (struct str){0}
							: (struct str){p, got};
}

static struct calendar_answer run(
	struct arena *a, const char *program, const struct calendar_request *q, int fd)
{
	struct calendar_answer r = {.end = CALENDAR_BROKEN};
	const char *words[] = {day_word(a, q->from), day_word(a, q->to),
		str_printf(a, "%d", CALENDAR_TIMES).p, NULL};
	struct child_answer said = child_run(a, program, words, fd, CALENDAR_SECONDS);
	struct str rest = said.text, line, word;
	if (said.end != CHILD_EXITED || said.status || !str_cut(&rest, '\n', &line))
		return r;
	str_cut(&line, ' ', &word);
	if (str_is(word, "read")) {
		r.end = CALENDAR_READ;
		r.text = read_back(a, fd);
	} else if (str_is(word, "fault") && str_cut(&line, ' ', &word) &&
		   str_to_uint(word, ULONG_MAX, &r.line)) {
		r.end = CALENDAR_FAULTY;
	}
	return r;
}

struct calendar_answer calendar_ask(struct arena *a, const struct calendar_request *q)
{
	struct calendar_answer r = {.end = CALENDAR_ABSENT};
	const char *program = child_find(a, "tambour-calendar");
	if (!program)
		return r;
	r.end = CALENDAR_BROKEN;
	int fd = memfd_create("tambour-calendar", MFD_CLOEXEC);
	if (fd < 0)
		return r;
	if (!file_write_all(fd, q->ics))
		r = run(a, program, q, fd);
	close(fd);
	return r;
}

/* ---- what it says ---- */

static bool take_number(struct str *line, unsigned long max, unsigned long *out)
{
	struct str word;
	return str_cut(line, ' ', &word) && str_to_uint(word, max, out);
}

static bool take_day(struct str *line, struct date *out)
{
	unsigned long n;
	if (!take_number(line, 99991231UL, &n))
		return false;
	*out = (struct date){(short)(n / 10000), (unsigned char)(n / 100 % 100),
		(unsigned char)(n % 100)};
	return date_valid(*out);
}

static bool take_moment(struct str *line, struct moment *out)
{
	unsigned long n;
	if (!take_day(line, &out->day) || !take_number(line, 2359, &n) || n % 100 > 59)
		return false;
	out->minute = (short)(n / 100 * 60 + n % 100);
	return true;
}

static bool take_instant(struct str *line, struct str zone, struct moment *out)
{
	unsigned long n;
	bool before_1970 = str_starts(*line, STR("-"));
	if (before_1970)
		*line = str_from(*line, 1);
	if (!take_number(line, 253402300799UL, &n))
		return false;
	*out = moment_of_utc(zone, before_1970 ? -(long long)n : (long long)n);
	return date_valid(out->day);
}

static bool take_span(
	struct str word, struct str line, struct str zone, struct calendar_span *s)
{
	*s = (struct calendar_span){{.minute = -1}, {.minute = -1}};
	if (str_is(word, "d"))
		return take_day(&line, &s->from.day) && take_day(&line, &s->to.day);
	if (str_is(word, "l"))
		return take_moment(&line, &s->from) && take_moment(&line, &s->to);
	return str_is(word, "u") && take_instant(&line, zone, &s->from) &&
	       take_instant(&line, zone, &s->to);
}

/* A stranger's words, without signs that would turn others around; empty: no text. */
static struct str plain(struct arena *a, struct str s)
{
	struct strbuf b = strbuf_on(a);
	if (utf8_invalid(s) < s.n)
		return (struct str){0};
	for (size_t at = 0; at < s.n;) {
		unsigned c = utf8_next(s, &at);
		if (!utf8_is_command(c))
			utf8_put(&b, c);
	}
	return str_trim(utf8_compose(a, strbuf_str(&b)));
}

static void take_word(struct arena *a, struct calendar_event *e, struct str word,
	struct str line, struct str zone)
{
	struct calendar_span s;
	const struct {
		const char *word;
		struct str *into;
	} texts[] = {{"title", &e->title}, {"where", &e->place}, {"link", &e->link}};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (str_is(word, texts[i].word))
			*texts[i].into = plain(a, line);
	e->cancelled = e->cancelled || str_is(word, "cancelled");
	e->free = e->free || str_is(word, "free");
	e->bad = e->bad || str_is(word, "bad");
	e->more = e->more || str_is(word, "more");
	e->later = e->later || str_is(word, "later");
	if (take_span(word, line, zone, &s))
		*list_add(a, &e->times) = s;
}

struct calendar_events calendar_events_of(
	struct arena *a, struct str zone, struct str text)
{
	struct calendar_events all = {0};
	struct str rest = text, line, word;
	while (str_cut(&rest, '\n', &line)) {
		if (!str_cut(&line, ' ', &word))
			continue;
		if (str_is(word, "event"))
			list_add(a, &all)->uid = line;
		else if (all.n)
			take_word(a, &all.v[all.n - 1], word, line, zone);
	}
	return all;
}
