/* stamp.c: see stamp.h. */
#include "cli/stamp.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/strbuf.h"
#include "text/hours.h"

#define FILE_NAME "stamp"
#define STAMP_MAX ((size_t)1 << 20) /* bytes: a line for each folder read */
#define YOUNG_SECONDS 2             /* FAT dates files to 2 s */

/* The running program, by size and date: another one may write other pages. */
static struct str program_identity(struct arena *a)
{
	struct stat st;
	if (stat("/proc/self/exe", &st))
		return (struct str){0};
	return str_printf(a, "%lld %lld.%09ld", (long long)st.st_size,
		(long long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec);
}

static struct str moment_iso(struct arena *a, struct moment m)
{
	if (!m.day.year)
		return STR("-");
	return str_printf(a, "%.*sT%.*s", STR_ARG(date_iso(a, m.day)),
		STR_ARG(clock_iso(a, m.minute < 0 ? 0 : m.minute)));
}

/* The first `\n`-ended line of *rest without `key ` before it; false when it has
 * another. */
static bool take(struct str *rest, const char *key, struct str *value)
{
	struct str line, name = str_of(key);
	if (!str_cut(rest, '\n', &line) || !str_starts(line, name) || line.n <= name.n)
		return false;
	*value = str_from(line, name.n + 1);
	return true;
}

static bool time_holds(
	struct str from, struct str until, struct moment now, struct stamp *last)
{
	if (moment_parse(from, &last->from) != DATE_OK ||
		moment_cmp(now, last->from) < 0)
		return false;
	last->until = (struct moment){0};
	if (str_is(until, "-"))
		return true;
	return moment_parse(until, &last->until) == DATE_OK &&
	       moment_cmp(now, last->until) < 0;
}

static bool history_holds(struct str history, const struct stamp_world *world)
{
	return str_is(history, "off") || str_eq(history, world->history(world->user));
}

static bool source_holds(struct arena *a, struct str line, struct str commune,
	const struct str *skip, size_t n_skip)
{
	struct arena words = {0};
	struct diag d = diag_on(&words);
	size_t blank = str_index(line, ' ');
	struct str path = str_from(line, blank + 1);
	bool own = str_eq(path, commune);
	struct source *s = source_folder(a, (struct str){0}, str_cstr(a, path),
		own ? skip : NULL, own ? n_skip : 0, &d);
	bool same = s && !d.list.n &&
		    str_eq(source_identity(s, a), str_sub(line, 0, blank));
	if (s)
		source_close(s);
	arena_release(&words);
	return same;
}

bool stamp_holds(struct arena *a, int dir, struct str options, struct str commune,
	const struct str *skip, size_t n_skip, const struct stamp_world *world,
	struct stamp *last)
{
	struct str rest, value, from, until;
	*last = (struct stamp){.options = options};
	if (dir < 0 || file_read(a, dir, FILE_NAME, STAMP_MAX, &rest))
		return false;
	if (!take(&rest, "tambour stamp", &value) || !str_is(value, "3") ||
		!take(&rest, "program", &value) ||
		!str_eq(value, program_identity(a)) || !value.n ||
		!take(&rest, "options", &value) || !str_eq(value, options) ||
		!take(&rest, "lang", &last->lang) ||
		!take(&rest, "zone", &last->zone) || !take(&rest, "from", &from) ||
		!take(&rest, "until", &until) ||
		!time_holds(from, until, world->now(world->user, last->zone), last) ||
		!take(&rest, "history", &value) || !history_holds(value, world))
		return false;
	while (str_starts(rest, STR("absent ")))
		if (!take(&rest, "absent", &value) ||
			access(str_cstr(a, value), F_OK) == 0)
			return false;
	size_t n = 0;
	for (; rest.n; n++)
		if (!take(&rest, "source", &value) ||
			!source_holds(a, value, commune, skip, n_skip))
			return false;
	return n > 0;
}

/*
 * A file saved in the instant it was listed could be saved again without a new date: what
 * was that young then is not to be trusted by its date, however long the build took.
 */
static bool is_young(const struct stamp *s)
{
	long long limit = (s->read_at - YOUNG_SECONDS) * 1000000000LL;
	for (size_t i = 0; i < s->sources.n; i++)
		for (size_t k = 0; k < s->sources.v[i]->files.n; k++)
			if (s->sources.v[i]->files.v[k].mtime > limit)
				return true;
	return false;
}

void stamp_write(struct arena *a, int dir, const struct stamp *s)
{
	if (is_young(s))
		return;
	struct strbuf b = strbuf_on(a);
	strbuf_printf(&b, "tambour stamp 3\nprogram %.*s\noptions %.*s\n",
		STR_ARG(program_identity(a)), STR_ARG(s->options));
	strbuf_printf(&b, "lang %.*s\nzone %.*s\n", STR_ARG(s->lang), STR_ARG(s->zone));
	strbuf_printf(&b, "from %.*s\nuntil %.*s\n", STR_ARG(moment_iso(a, s->from)),
		STR_ARG(moment_iso(a, s->until)));
	strbuf_printf(&b, "history %.*s\n", STR_ARG(s->history));
	for (size_t i = 0; i < s->absent.n; i++)
		strbuf_printf(&b, "absent %.*s\n", STR_ARG(s->absent.v[i]));
	for (size_t i = 0; i < s->sources.n; i++)
		strbuf_printf(&b, "source %.*s %.*s\n",
			STR_ARG(source_identity(s->sources.v[i], a)),
			STR_ARG(s->sources.v[i]->where));
	if (file_write_atomic(dir, FILE_NAME, strbuf_str(&b)))
		stamp_remove(dir);
}

void stamp_remove(int dir)
{
	unlinkat(dir, FILE_NAME, 0);
}
