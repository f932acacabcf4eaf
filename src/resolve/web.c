/*
 * web.c: resolving, step by step. Each step is a file; this one keeps the order and time.
 */
#include "resolve/web_internal.h"

#include <stdlib.h>

#define AUDIT_YEARS 3             /* decree 2019-768, article 5 */
#define COLOUR_STANDARD 0x2f5d3au /* a hedge's green */

void web_valid_until(struct web *w, struct moment m)
{
	if (moment_cmp(m, w->now) <= 0)
		return;
	if (!w->valid_until.day.year || moment_cmp(m, w->valid_until) < 0)
		w->valid_until = m;
}

void web_add_file(struct web *w, const struct source *src, const struct source_file *f)
{
	if (map_get(&w->by_file, f->path))
		return;
	*list_add(w->arena, &w->files) = (struct web_file){f->path, src, f};
	void **slot = map_put(w->arena, &w->by_file, f->path);
	memcpy(slot, &(size_t){w->files.n}, sizeof *slot);
}

bool web_file_below(const struct web_file *f, struct str folder)
{
	while (str_ends(folder, STR("/")))
		folder = str_sub(folder, 0, folder.n - 1);
	return folder.n && f->path.n > folder.n && str_starts(f->path, folder) &&
	       f->path.p[folder.n] == '/';
}

/* The calendar of a hall: it may hold names, and is published from no folder. */
static bool is_private(const struct web *w, struct str path)
{
	if (!str_ends(path, STR(".ics")))
		return false;
	for (size_t i = 0; i < w->site->pages.n; i++)
		if (str_eq(value_text(w->site->pages.v[i].header, "planning"), path))
			return true;
	return false;
}

static void add_files(struct web *w)
{
	static const char *const folders[] = {"documents/", "images/"};
	for (size_t i = 0; i < 2; i++) {
		const struct source *src = w->site->source;
		size_t count, first = source_below(src, str_of(folders[i]), &count);
		for (size_t k = first; k < first + count; k++)
			if (!is_private(w, src->files.v[k].path))
				web_add_file(w, src, &src->files.v[k]);
	}
}

static int by_address(const void *a, const void *b)
{
	const struct node *const *x = a, *const *y = b;
	return str_cmp((*x)->address, (*y)->address);
}

/* The moment an alert ends: a day without an hour counts whole. */
static struct moment end_of(struct moment m)
{
	if (m.minute < 0)
		return (struct moment){date_of_days(date_days(m.day) + 1), 0};
	return m;
}

static int by_gravity(const void *a, const void *b)
{
	const struct alert *x = a, *y = b;
	return x->level != y->level ? y->level - x->level
				    : str_cmp(x->node->address, y->node->address);
}

static void find_alerts(struct web *w)
{
	const struct node_list *news = &w->collections[PAGE_NEWS].entries;
	for (size_t i = 0; i < news->n; i++) {
		const struct node *n = news->v[i];
		const struct value *alert = value_get(n->page->header, "alerte");
		const struct value *to = value_get(alert, "au"),
				   *from = value_get(alert, "du");
		const struct value *level = value_get(alert, "niveau");
		if (!value_given(to))
			continue;
		struct moment end = end_of(to->as.moment);
		struct moment start = value_given(from)
					      ? from->as.moment
					      : (struct moment){n->page->date, 0};
		if (start.minute < 0)
			start.minute = 0;
		web_valid_until(w, start);
		web_valid_until(w, end);
		if (moment_cmp(start, w->now) > 0 || moment_cmp(end, w->now) <= 0)
			continue;
		*list_add(w->arena, &w->alerts) =
			(struct alert){n, value_given(level) ? level->as.choice : 0,
				start, to->as.moment, end};
	}
	if (w->alerts.n)
		qsort(w->alerts.v, w->alerts.n, sizeof *w->alerts.v, by_gravity);
}

struct date web_audit_ends(const struct web *w)
{
	const struct value *audit =
		value_get(value_get(w->site->commune.v, "accessibilite"), "audit");
	if (!value_given(audit) || !audit->typed)
		return (struct date){0};
	struct date day = audit->as.moment.day;
	day.year = (short)(day.year + AUDIT_YEARS);
	if (!date_valid(day)) /* the 29th of February */
		day = (struct date){day.year, 3, 1};
	return day;
}

/* "https://host/commune" -> "/commune/". */
static struct str root_of(struct arena *a, struct str address)
{
	struct str rest = str_from(address, str_find(address, STR("://")) + 3);
	size_t slash = str_index(rest, '/');
	struct str path = str_trim(str_from(rest, slash));
	while (str_ends(path, STR("/")))
		path = str_sub(path, 0, path.n - 1);
	return str_printf(a, "%.*s/", STR_ARG(path));
}

void web_resolve(struct arena *a, const struct site *site, struct moment now,
	struct diag *d, struct web *out)
{
	*out = (struct web){.arena = a, .site = site, .now = now};
	out->passing = arena_new(a, struct arena);
	const struct value *settings = value_get(site->commune.v, "site");
	const struct value *colour = value_get(settings, "couleur");
	out->root = root_of(a, value_text(settings, "lien"));
	out->palette = palette_css(
		a, value_given(colour) ? colour->as.colour : COLOUR_STANDARD);
	procedures_merge(a, site, now.day, d, &out->procedures);
	if (out->procedures.changes_on.year)
		web_valid_until(out, (struct moment){out->procedures.changes_on, 0});
	add_files(out);
	web_make_home(out);
	web_make_lists(out);
	web_make_pages(out, d);
	web_make_legal(out, d);
	web_make_people(out);
	web_make_numbers(out);
	web_make_meals(out, d);
	web_make_school(out, d);
	web_make_rounds(out, d);
	web_make_desks(out, d);
	web_suggest_open(out);
	web_make_acts(out, d);
	web_make_agenda(out, d);
	web_make_bookings(out, d);
	web_make_week(out);
	web_make_redirections(out, d);
	if (web_audit_ends(out).year)
		web_valid_until(out, (struct moment){web_audit_ends(out), 0});
	find_alerts(out);
	web_make_menu(out, d);
	web_resolve_links(out);
	web_make_pictures(out);
	qsort(out->nodes.v, out->nodes.n, sizeof *out->nodes.v, by_address);
	for (size_t i = 0; i < out->nodes.n; i++)
		out->nodes.v[i]->index = i;
	arena_release(out->passing);
}
