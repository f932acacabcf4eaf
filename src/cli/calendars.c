/* calendars.c: see calendars.h. */
#include "cli/calendars.h"

#include <limits.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"

#define FILE_NAME "calendars"
#define FILE_MAX ((size_t)64 << 20)

static const struct str magic = STR_INIT("tambour calendars 3\n");

void calendars_open(struct calendars_file *f, struct arena *a, int dir)
{
	*f = (struct calendars_file){.arena = a, .dir = dir};
	f->kept = strbuf_on(a);
	if (dir < 0 || file_read(a, dir, FILE_NAME, FILE_MAX, &f->old) ||
		!str_starts(f->old, magic)) {
		f->old = (struct str){0};
		return;
	}
	struct str rest = str_from(f->old, magic.n), line, key;
	unsigned long n;
	while (str_cut(&rest, '\n', &line) && str_cut(&line, ' ', &key) &&
		str_to_uint(line, rest.n, &n)) {
		struct str *answer = arena_new(a, struct str);
		*answer = str_sub(rest, 0, n);
		*map_put(a, &f->answers, key) = answer;
		rest = str_from(rest, n);
	}
}

static struct str key_of(struct arena *a, const struct calendar_request *q)
{
	struct strbuf b = strbuf_on(a);
	strbuf_printf(&b, "%.*s %.*s\n", STR_ARG(date_iso(a, q->from)),
		STR_ARG(date_iso(a, q->to)));
	strbuf_add(&b, q->ics);
	return str_dup(a, str_of(hash_hex(strbuf_str(&b)).s));
}

static void keep(struct calendars_file *f, struct str key, struct str answer)
{
	strbuf_printf(&f->kept, "%.*s %zu\n", STR_ARG(key), answer.n);
	strbuf_add(&f->kept, answer);
}

static struct calendar_answer ask(
	void *user, struct arena *a, const struct calendar_request *q)
{
	struct calendars_file *f = user;
	struct str key = key_of(f->arena, q);
	const struct str *known = map_get(&f->answers, key);
	struct calendar_answer r = {.end = CALENDAR_READ};
	if (known)
		r.text = *known;
	else
		r = calendar_ask(a, q);
	if (r.end == CALENDAR_READ)
		keep(f, key, r.text);
	return r;
}

struct calendar_door calendars_door(struct calendars_file *f)
{
	return (struct calendar_door){f, ask};
}

void calendars_keep(const struct calendars_file *f)
{
	struct strbuf b = strbuf_on(f->arena);
	strbuf_add(&b, magic);
	strbuf_add(&b, strbuf_str(&f->kept));
	if (f->dir < 0 || str_eq(strbuf_str(&b), f->old) || (!f->kept.n && !f->old.n))
		return;
	if (file_write_atomic(f->dir, FILE_NAME, strbuf_str(&b)))
		unlinkat(f->dir, FILE_NAME, 0);
}
