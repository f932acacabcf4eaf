/*
 * page.c: reads one Markdown file of any kind. It decides nothing about addresses.
 */
#include "model/page.h"

#include "data/front.h"
#include "model/event.h"
#include "model/page_dates.h"
#include "text/utf8.h"

const struct block_kind page_blocks[BLOCK_KINDS] = {
	[BLOCK_PROCEDURES] = {"demarches", &schema_block_demarches},
	[BLOCK_HOURS] = {"horaires", &schema_block_horaires},
	[BLOCK_CONTACT] = {"contact", &schema_block_contact},
	[BLOCK_DOCUMENTS] = {"documents", &schema_block_documents},
	[BLOCK_PEOPLE] = {"elus", &schema_block_elus},
};

/* "2026-11-12-coupure-eau" begins with a date: its day, and what follows. */
static bool stem_date(struct str stem, struct date *day, struct str *rest)
{
	if (stem.n < 10 || date_parse(str_sub(stem, 0, 10), day) != DATE_OK)
		return false;
	struct str after = str_from(stem, 10);
	if (after.n && after.p[0] != '-' && after.p[0] != '_' && after.p[0] != ' ')
		return false;
	*rest = after.n > 1 ? str_from(after, 1) : stem;
	return true;
}

static void read_name(struct arena *a, struct page *p)
{
	struct str name = str_from(p->path, str_rindex(p->path, '/') == p->path.n
						    ? 0
						    : str_rindex(p->path, '/') + 1);
	if (str_ends(name, STR(".md")))
		name = str_sub(name, 0, name.n - 3);
	if (page_kinds[p->kind].dated)
		stem_date(name, &p->date, &name);
	p->stem = utf8_slug(a, name);
	if (!p->stem.n)
		p->stem = STR("page");
}

/*
 * A change of a lower layer's procedure says only what changes. `masquer: non` too: what
 * is missing where nothing stands below is said when layers are merged.
 */
static bool is_partial(struct arena *a, const struct value *header)
{
	if (value_given(value_get(header, "masquer")))
		return true;
	struct str said = utf8_fold(a, value_text(header, "modifie"));
	return said.n && strchr("oyvt", said.p[0]); /* oui, yes, vrai, true */
}

/* Whether the header gives a day, under any of its names, be it none. */
static bool day_is_written(const struct value *header, const struct kind *k)
{
	const struct field *day = schema_field(k->schema, str_of(kind_day(k)));
	for (size_t i = 0; header->kind == VALUE_MAP && i < header->map.n; i++)
		if (schema_field(k->schema, header->map.v[i].key) == day)
			return true;
	return false;
}

/* A day: the header's, else the one that begins the file's name. */
static bool read_date(struct page *p, const struct value *header, struct diag *d)
{
	const struct kind *k = &page_kinds[p->kind];
	const struct value *date = value_get(p->header, kind_day(k));
	struct date named = p->date;
	if (value_given(date) && date->typed)
		p->date = date->as.moment.day;
	if (k->day_named && named.year && date_cmp(named, p->date) != 0)
		diag_say(d, MSG_DAY_NOT_NAMED, date->loc,
			date_text_short(d->arena, p->date), date_iso(d->arena, named));
	if (p->date.year)
		return true;
	/* A date that is none, or a header that is none, was said. */
	if (value_given(header) &&
		(header->kind != VALUE_MAP || day_is_written(header, k)))
		return false;
	struct str begun = str_sub(p->stem, 0, p->stem.n < 10 ? p->stem.n : 10);
	if (date_parse(begun, &named) == DATE_IMPOSSIBLE)
		return diag_say(d, MSG_PAGE_NAME_IMPOSSIBLE, p->loc, begun,
			str_of(kind_day(k)));
	return diag_say(d, MSG_PAGE_WITHOUT_DATE, p->loc, str_of(kind_day(k)));
}

static bool needs_header(const struct page *p)
{
	const struct field *f = page_kinds[p->kind].schema->fields;
	while (f->key && !f->required)
		f++;
	return f->key || page_kinds[p->kind].dated;
}

/* A file without any header, where one is due: an empty one, or a text alone. */
static bool has_header(const struct page *p, const struct value *header, struct diag *d)
{
	struct str rest = str_trim(p->origin->text), first;
	if (value_given(header) || !needs_header(p))
		return true;
	if (!rest.n)
		return diag_say(d, MSG_PAGE_EMPTY, ((struct loc){p->origin, 0, 0}));
	str_cut(&rest, '\n', &first);
	bool heading = str_starts(first, STR("#"));
	while (str_starts(first, STR("#")))
		first = str_from(first, 1);
	first = str_trim(first);
	if (str_index(first, ':') < first.n)
		first = str_printf(d->arena, "\"%.*s\"", STR_ARG(first));
	return diag_say(d, MSG_PAGE_NO_HEADER, p->loc,
		heading && first.n ? first : STR("Fête du village"));
}

/* The header typed, the body compiled. `passing` holds what nobody sees afterwards. */
static bool read_parts(struct arena *a, struct arena *passing, struct schema_mode mode,
	struct diag *d, struct page *out)
{
	struct front front = {0};
	/* « ajouter » is kept as it was written: a procedure keeps its whole header. */
	struct arena *raw = out->kind == PAGE_PROCEDURE ? a : passing;
	if (!front_split(raw, out->origin, d, &front))
		return false;
	if (value_given(front.header))
		out->loc = front.header->loc;
	if (out->kind == PAGE_PROCEDURE && is_partial(a, front.header))
		mode.partial = true;
	bool ok = front.body_offset || has_header(out, front.header, d);
	if (!ok)
		mode.partial = true; /* nothing more is said of what it lacks */
	bool fits = true;
	out->header = schema_check(a, page_kinds[out->kind].schema, front.header, mode,
		out->loc, d, &fits);
	if (ok && page_kinds[out->kind].dated && !read_date(out, front.header, d))
		fits = false;
	page_dates_check(out, d);
	if (out->kind == PAGE_EVENT && out->date.year && !event_check(out, d))
		fits = false;
	const struct markup markup = {
		.blocks = page_blocks, .n_blocks = BLOCK_KINDS, .scratch = passing};
	return body_compile(a, &markup, out->origin, front.body_offset, front.body, d,
		       &out->body) &&
	       ok && fits;
}

bool page_read(struct arena *a, enum page_kind kind, struct str layer, struct str path,
	struct str shown, struct str bytes, struct schema_mode mode, struct diag *d,
	struct page *out)
{
	struct origin *o = arena_new(a, struct origin);
	struct arena passing = {0};
	*o = (struct origin){.name = shown, .layer = layer};
	*out = (struct page){.kind = kind, .path = path, .origin = o, .loc = {o, 1, 0}};
	read_name(a, out);
	bool ok = front_text(a, o, bytes, d) && read_parts(a, &passing, mode, d, out);
	arena_release(&passing);
	return ok;
}
