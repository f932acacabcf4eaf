/* distrust.c: see distrust.h. It knows errors by their place only. */
#include "cli/distrust.h"

static bool is_distrusted(const struct pipeline *p, struct loc loc)
{
	for (size_t i = 0; loc.origin && i < p->distrusted.n; i++)
		if (!loc.origin->layer.n &&
			str_eq(p->distrusted.v[i], loc.origin->name))
			return true;
	return false;
}

/* The commune's Markdown file that a message finds wrong, or NULL. */
static const struct source_file *wrong_file(
	const struct pipeline *p, const struct diag_message *m)
{
	if (m->band < DIAG_ERROR || m->also || !m->loc.origin ||
		m->loc.origin->layer.n || is_distrusted(p, m->loc) ||
		!str_ends(m->loc.origin->name, STR(".md")))
		return NULL;
	return source_find(p->source, m->loc.origin->name);
}

bool distrust(struct pipeline *p, size_t said)
{
	struct last_good last = last_good_of(&p->last_good);
	/* The files of a gallery are its theme's. */
	if (p->site.gallery)
		return false;
	for (size_t i = said; i < p->diag.list.n; i++) {
		const struct source_file *f = wrong_file(p, &p->diag.list.v[i]);
		struct str former, now;
		if (f && last.get(last.user, &p->arena, f->path, &former) &&
			source_read(p->source, f, SOURCE_MAX_FILE, &p->arena, &p->diag,
				&now) &&
			!str_eq(former, now))
			*list_add(&p->arena, &p->distrusted) = f->path;
	}
	return p->distrusted.n > 0;
}

void distrust_forget(struct pipeline *p, size_t said)
{
	struct last_good last = last_good_of(&p->last_good);
	struct str former;
	for (size_t i = said; i < p->diag.list.n; i++) {
		const struct source_file *f = wrong_file(p, &p->diag.list.v[i]);
		/* What was good before is so still: another file is at fault. */
		if (f && !last.get(last.user, &p->arena, f->path, &former))
			last_good_forget(&p->last_good, f->path);
	}
}

/* What the first reading said of the files that the second did not look at. */
void distrust_repeat(struct pipeline *p, const struct diag *first, size_t said)
{
	bool theirs = false;
	for (size_t i = said; i < first->list.n; i++) {
		const struct diag_message *m = &first->list.v[i];
		if (!m->also)
			theirs = is_distrusted(p, m->loc);
		if (theirs)
			diag_add(&p->diag, m->code, m->also, m->loc, m->arg, DIAG_ARGS);
	}
}
