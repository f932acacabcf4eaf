/*
 * leads.c: see leads.h. It judges nothing: what a catalogue may say is
 * procedure_check.c's business.
 */
#include "resolve/leads.h"

#include <stdlib.h>

#include "text/contact.h"
#include "text/escape.h"
#include "text/scheme.h"

struct finder {
	struct arena *arena;
	struct leads *leads;
};

void leads_add(struct arena *a, struct leads *l, enum lead_kind kind, struct str text,
	struct loc loc)
{
	if (text.n)
		*list_add(a, l) = (struct lead){kind, text, loc};
}

static int by_text(const struct lead *a, enum lead_kind kind, struct str text)
{
	return a->kind != kind ? (a->kind < kind ? -1 : 1) : str_cmp(a->text, text);
}

static int compare(const void *x, const void *y)
{
	const struct lead *a = x, *b = y;
	return by_text(a, b->kind, b->text);
}

void leads_sort(struct leads *l)
{
	size_t kept = 0;
	if (l->n)
		qsort(l->v, l->n, sizeof *l->v, compare);
	for (size_t i = 0; i < l->n; i++)
		if (!kept || compare(&l->v[kept - 1], &l->v[i]))
			l->v[kept++] = l->v[i];
	l->n = kept;
}

bool leads_have(const struct leads *l, enum lead_kind kind, struct str text)
{
	size_t from = 0, to = l->n;
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		int c = by_text(&l->v[middle], kind, text);
		if (!c)
			return true;
		if (c < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return false;
}

/* What ends the host of an address, and an address in running text. */
static size_t host_end(struct str s)
{
	size_t i = 0;
	while (i < s.n && (unsigned char)s.p[i] > ' ' &&
		!strchr("/?#\\\"'<>()[],;", s.p[i]))
		i++;
	return i;
}

/* Every "://host" of a text; userinfo and ports are kept: nothing may hide in them. */
static void find_hosts(struct finder *f, struct str s, struct loc loc)
{
	struct str mark = STR("://");
	for (size_t at; (at = str_find(s, mark)) < s.n;) {
		s = str_from(s, at + mark.n);
		struct str host = str_sub(s, 0, host_end(s));
		leads_add(f->arena, f->leads, LEAD_HOST,
			str_lower_ascii(f->arena, host), loc);
	}
}

/* The domain behind every '@' that has one. */
static void find_mails(struct finder *f, struct str s, struct loc loc)
{
	for (size_t at; (at = str_index(s, '@')) < s.n;) {
		s = str_from(s, at + 1);
		size_t n = 0;
		while (n < s.n &&
			(ascii_alpha(s.p[n]) || ascii_digit(s.p[n]) || s.p[n] == '-' ||
				s.p[n] == '.' || (unsigned char)s.p[n] >= 0x80))
			n++;
		struct str domain = str_sub(s, 0, n);
		while (domain.n && domain.p[domain.n - 1] == '.')
			domain.n--;
		if (str_index(domain, '.') < domain.n)
			leads_add(f->arena, f->leads, LEAD_MAIL,
				str_lower_ascii(f->arena, domain), loc);
	}
}

static void find_phones(struct finder *f, struct str s, struct loc loc)
{
	struct phone phone;
	size_t from, to;
	for (size_t at = 0; phone_find(f->arena, s, at, &from, &to, &phone); at = to)
		leads_add(f->arena, f->leads, LEAD_PHONE, phone.tel, loc);
}

/*
 * What is said to be a number, in whatever form: 3939, 15, +41... What is none is kept as
 * it is written: unescaped, it could hold bytes that no lock gives back.
 */
static void add_phone(
	struct finder *f, struct str number, struct str written, struct loc loc)
{
	struct phone phone;
	bool parsed = phone_parse(f->arena, number, &phone);
	leads_add(f->arena, f->leads, LEAD_PHONE, parsed ? phone.tel : written, loc);
}

static void find_text(struct finder *f, struct str s, struct loc loc)
{
	find_hosts(f, s, loc);
	find_mails(f, s, loc);
	find_phones(f, s, loc);
}

/*
 * The walk goes through lists, maps and variants alike. Hosts that a catalogue declares
 * are leads too: they widen what its links may do.
 */
static void walk(struct finder *f, const struct value *v, struct str key)
{
	if (!v)
		return;
	if (v->kind == VALUE_TEXT && str_is(key, "hotes"))
		leads_add(f->arena, f->leads, LEAD_HOST,
			str_lower_ascii(f->arena, v->text), v->loc);
	else if (v->kind == VALUE_TEXT && str_is(key, "telephone"))
		add_phone(f, v->text, v->text, v->loc);
	else if (v->kind == VALUE_TEXT)
		find_text(f, v->text, v->loc);
	for (size_t i = 0; v->kind == VALUE_LIST && i < v->list.n; i++)
		walk(f, v->list.v[i], key);
	for (size_t i = 0; v->kind == VALUE_MAP && i < v->map.n; i++)
		walk(f, v->map.v[i].value, v->map.v[i].key);
}

static void find_link(struct finder *f, const struct body_link *link)
{
	if (scheme_is(link->target, "tel:")) {
		struct str written = str_from(link->target, 4);
		add_phone(f, unescape_url(f->arena, written), written, link->loc);
		return;
	}
	/* mailto:a?cc=b%40c.example writes to c.example too. */
	bool mail = scheme_is(link->target, "mailto:");
	find_text(f, mail ? unescape_url(f->arena, link->target) : link->target,
		link->loc);
	find_text(f, link->text, link->loc);
}

static void find_page(struct finder *f, const struct page *p)
{
	walk(f, p->header, (struct str){0});
	for (size_t i = 0; i < p->body.links.n; i++)
		find_link(f, &p->body.links.v[i]);
	for (size_t i = 0; i < p->body.blocks.n; i++)
		walk(f, p->body.blocks.v[i].settings, (struct str){0});
}

void leads_of_catalogue(struct arena *a, const struct catalogue *c, struct leads *out)
{
	*out = (struct leads){0};
	struct finder f = {a, out};
	walk(&f, c->about, (struct str){0});
	walk(&f, c->operators, (struct str){0});
	for (size_t i = 0; i < c->procedures.n; i++)
		find_page(&f, &c->procedures.v[i]);
	for (size_t i = 0; i < c->mentions.n; i++)
		find_page(&f, &c->mentions.v[i]);
	leads_sort(out);
}
