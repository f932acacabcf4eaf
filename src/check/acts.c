/*
 * acts.c: acts of the commune that lack what the law wants of them, and days that pass:
 * the list of deliberations, the minutes. The days were computed by resolve.
 */
#include "check/check_internal.h"

#include "base/strbuf.h"

/* Duties of the ordinance 2021-1310 bind sittings from that day on. */
static const struct date duties_from = {2022, 7, 1};

static struct str day(const struct at *at, struct date d)
{
	return date_text_short(at->diag->arena, d);
}

/* ---- the calendar of sittings ---- */

/* What is written of a delay that was missed is of use for a time, not for ever. */
static bool is_recent(const struct at *at, struct date d)
{
	return date_cmp(at->web->now.day, date_months_later(d, ACT_MONTHS_ONLINE)) <= 0;
}

static void check_list(const struct at *at, const struct sitting *s)
{
	struct date now = at->web->now.day;
	struct str sitting = day(at, s->day), due = day(at, s->list_due),
		   iso = date_iso(at->diag->arena, s->day);
	if (!s->deliberations || date_cmp(s->day, now) > 0)
		return;
	if (s->list) {
		struct date online = act_online(s->list);
		if (date_cmp(online, s->list_due) > 0 && is_recent(at, online))
			diag_say(at->diag, MSG_ACT_LIST_LATE,
				value_get(s->list->header, "mise_en_ligne")->loc,
				sitting, due, day(at, online));
	} else {
		diag_say(at->diag,
			date_cmp(now, s->list_due) > 0 ? MSG_ACT_LIST_MISSING
						       : MSG_ACT_LIST_DUE,
			s->first->loc, sitting, due, iso);
	}
}

static void check_minutes(const struct at *at, const struct sitting *s)
{
	struct date now = at->web->now.day;
	if (!s->deliberations || !s->adopted.year || date_cmp(s->adopted, now) > 0)
		return;
	struct str sitting = day(at, s->day), due = day(at, s->minutes_due),
		   iso = date_iso(at->diag->arena, s->day),
		   adopted = day(at, s->adopted);
	if (s->minutes) {
		struct date online = act_online(s->minutes);
		if (date_cmp(online, s->minutes_due) > 0 && is_recent(at, online))
			diag_say(at->diag, MSG_ACT_MINUTES_LATE,
				value_get(s->minutes->header, "mise_en_ligne")->loc,
				sitting, due, day(at, online), adopted);
	} else {
		diag_say(at->diag,
			date_cmp(now, s->minutes_due) > 0 ? MSG_ACT_MINUTES_MISSING
							  : MSG_ACT_MINUTES_DUE,
			s->first->loc, sitting, due, iso, adopted);
	}
}

void late_acts(const struct at *at)
{
	const struct acts *x = &at->web->acts;
	for (size_t i = 0; i < x->sittings.n; i++) {
		const struct sitting *s = &x->sittings.v[i];
		if (date_cmp(s->day, duties_from) < 0)
			continue;
		check_list(at, s);
		check_minutes(at, s);
	}
}

/* ---- the commune ---- */

void acts_mode(const struct at *at)
{
	const struct value *v = at->web->site->commune.v;
	const struct value *mode = value_get(v, "publicite_des_actes"),
			   *people = value_get(v, "population");
	if (value_given(mode) && value_given(people) && people->typed &&
		people->as.integer >= ACTS_CHOICE_BELOW &&
		at->web->acts.publicity != ACTS_ONLINE)
		diag_say(at->diag, MSG_ACTS_MODE, mode->loc, people->text);
}

static bool is_named(const struct web *w, struct str path)
{
	return map_get(&w->by_file, path) != NULL;
}

/* Drafts and acts of days to come name files too. */
static bool will_be_named(const struct at *at, struct str path)
{
	struct arena *a = at->diag->arena;
	for (size_t i = 0; i < at->web->site->pages.n; i++) {
		const struct page *p = &at->web->site->pages.v[i];
		if (p->kind != PAGE_ACT)
			continue;
		struct str folder = str_sub(p->path, 0, str_rindex(p->path, '/') + 1),
			   pdf = value_text(p->header, "pdf");
		if (pdf.n && str_eq(path, str_printf(a, "%.*s%.*s", STR_ARG(folder),
						  STR_ARG(pdf))))
			return true;
	}
	return false;
}

/* An act of this folder could not be read: what it names is not known. */
static bool beside_one_set_aside(const struct at *at, struct str path)
{
	const struct site *site = at->web->site;
	struct str folder = str_sub(path, 0, str_rindex(path, '/') + 1);
	size_t count, first = source_below(site->source, folder, &count);
	for (size_t i = first; i < first + count; i++) {
		struct str one = site->source->files.v[i].path;
		bool read = !str_ends(one, STR(".md"));
		for (size_t k = 0; k < site->pages.n && !read; k++)
			read = str_eq(site->pages.v[k].path, one);
		if (!read)
			return true;
	}
	return false;
}

void lonely_act_file(const struct at *at)
{
	const struct source *s = at->web->site->source;
	size_t count, first = source_below(s, STR("actes/"), &count);
	for (size_t i = first; i < first + count; i++) {
		struct str path = s->files.v[i].path;
		if (str_ends(path, STR(".md")) || is_named(at->web, path) ||
			will_be_named(at, path) || beside_one_set_aside(at, path))
			continue;
		struct origin *o = arena_new(at->diag->arena, struct origin);
		o->name = path;
		struct loc whole = {o, 0, 0};
		diag_say(at->diag, MSG_ACT_FILE_ALONE, whole, path,
			str_from(path, str_rindex(path, '/') + 1));
	}
}

/* ---- one act ---- */

static void check_file(const struct at *at, const struct act *x)
{
	const struct page *p = at->node->page;
	const struct value *pdf = value_get(p->header, "pdf");
	struct str path = x->file.path;
	if (!value_given(pdf)) {
		/* A list and minutes may be a text of the page. */
		if (!p->body.pieces.n)
			diag_say(at->diag, MSG_ACT_NO_FILE, p->loc);
		return;
	}
	if (x->left_out)
		return; /* a picture's check says why */
	if (!path.n) {
		diag_say(at->diag, x->near.n ? MSG_ACT_FILE_NEAR : MSG_ACT_FILE_MISSING,
			pdf->loc, shown(at, pdf->text), x->near);
		return;
	}
	struct str end = str_lower_ascii(
		at->diag->arena, str_from(path, str_rindex(path, '.') + 1));
	if (!str_is(end, "pdf"))
		diag_say(at->diag, MSG_ACT_FILE_FORMAT, pdf->loc, end);
}

/*
 * What a voice could not read. Without text the rest hardly matters: one thing at a time.
 */
static void check_pdf(const struct at *at, const struct act *x)
{
	const struct file_facts *f = &x->facts;
	struct str path = shown(at, x->file.path);
	const struct {
		bool wrong;
		enum diag_code code;
	} rows[] = {
		{f->pdf == PDF_DAMAGED, MSG_PDF_DAMAGED},
		{f->pdf == PDF_LOCKED, MSG_PDF_LOCKED},
		{f->pdf == PDF_READ && !f->text, MSG_PDF_NO_TEXT},
		{f->pdf == PDF_READ && f->text && !f->title, MSG_PDF_NO_TITLE},
		{f->pdf == PDF_READ && f->text && !f->language, MSG_PDF_NO_LANGUAGE},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].wrong)
			diag_say(at->diag, rows[i].code,
				value_get(at->node->page->header, "pdf")->loc, path);
}

static long long number_of(const struct value *votes, const char *key)
{
	const struct value *v = value_get(votes, key);
	return value_given(v) && v->typed ? v->as.integer : -1;
}

static void check_votes(const struct at *at, const struct value *votes)
{
	static const char *const cast[] = {"pour", "contre", "abstention"};
	static const char *const could[] = {"votants", "presents", "effectif"};
	struct arena *a = at->diag->arena;
	long long sum = 0, most = -1;
	for (size_t i = 0; i < 3; i++) {
		long long n = number_of(votes, cast[i]);
		sum += n > 0 ? n : 0;
		if (most < 0)
			most = number_of(votes, could[i]);
	}
	if (most >= 0 && sum > most)
		diag_say(at->diag, MSG_ACT_VOTES, votes->loc,
			str_printf(a, "%lld", sum), str_printf(a, "%lld", most));
}

static void check_minutes_page(const struct at *at, const struct act *x)
{
	const struct page *p = at->node->page;
	const struct value *until = value_get(p->header, "retirer_le");
	if (!x->adopted.year)
		diag_say(at->diag, MSG_ACT_MINUTES_ADOPTION, p->loc);
	if (value_given(until))
		diag_say(at->diag, MSG_ACT_MINUTES_WITHDRAWN, until->loc,
			day(at, until->as.moment.day));
}

void act_lacks(const struct at *at)
{
	const struct act *x = at->node->act;
	if (!x)
		return;
	const struct value *header = at->node->page->header;
	bool signed_act = x->type == ACT_DELIBERATION || x->type == ACT_ARRETE ||
			  x->type == ACT_DECISION;
	check_file(at, x);
	check_pdf(at, x);
	check_votes(at, value_get(header, "votes"));
	if (signed_act && !value_given(value_get(header, "auteur")) &&
		at->web->acts.publicity == ACTS_ONLINE)
		diag_say(at->diag, MSG_ACT_NO_AUTHOR, at->node->page->loc);
	if (x->type == ACT_DELIBERATION && x->matter < 0)
		diag_say(at->diag, MSG_ACT_NO_MATTER, at->node->page->loc);
	if (x->type == ACT_MINUTES)
		check_minutes_page(at, x);
}

/*
 * What is dated before the history began was published by other means: nothing is known
 * of it, and nothing is said.
 */
void check_acts_history(
	const struct web *w, const struct check_history *h, struct diag *d)
{
	for (size_t i = 0; i < w->acts.online.n; i++) {
		const struct act *x = &w->acts.online.v[i];
		const struct page *p = x->node->page;
		struct date came = h->came(h->user, p->path);
		if (p->former || !came.year || !h->first.year ||
			date_cmp(x->online, h->first) < 0 ||
			date_cmp(x->online, came) >= 0)
			continue;
		diag_say(d, MSG_ACT_CAME_LATER,
			value_get(p->header, "mise_en_ligne")->loc,
			date_text_short(d->arena, x->online),
			date_text_short(d->arena, came));
	}
}
