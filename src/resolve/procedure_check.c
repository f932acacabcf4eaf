/*
 * procedure_check.c: what a layer may say. A catalogue's links lead to hosts that it or
 * the operator declares, its phone numbers are not paying ones; what breaks these rules is
 * said and dropped, so that no citizen is sent to a hijacked address. What a whole
 * procedure must hold is procedure_finish.c's business.
 */
#include <stdint.h>

#include "resolve/procedure_internal.h"
#include "text/escape.h"
#include "text/scheme.h"
#include "text/utf8.h"

bool may_be_elsewhere(const struct merge *m, const struct value *named)
{
	if (m->layered)
		diag_say(m->diag, MSG_CATALOGUE_NAMED_ELSEWHERE, named->loc,
			named->text);
	return m->layered;
}

struct layer layer_named(const struct merge *m, struct str name)
{
	size_t n = m->site->catalogues.n;
	for (size_t i = 0; i < n && name.n; i++)
		if (str_eq(m->site->catalogues.v[i].name, name))
			return (struct layer){name, &m->site->catalogues.v[i], i};
	return (struct layer){{0}, NULL, n};
}

/* ---- links ---- */

static bool say_fault(
	struct diag *d, enum address_fault fault, struct str target, struct loc loc)
{
	static const enum diag_code codes[] = {
		[ADDRESS_NOT_HTTPS] = MSG_PROCEDURE_LINK_HTTPS,
		[ADDRESS_BAD] = MSG_PROCEDURE_LINK_BAD,
		[ADDRESS_USER] = MSG_PROCEDURE_LINK_USER,
		[ADDRESS_PORT] = MSG_PROCEDURE_LINK_PORT,
		[ADDRESS_NUMERIC] = MSG_PROCEDURE_LINK_NUMERIC,
	};
	return diag_say(d, codes[fault], loc, target);
}

/* May this layer lead there? c NULL: the commune, which may name any host. */
static bool link_permitted(struct diag *d, const struct catalogue *c,
	const struct value *op, struct str target, struct loc loc)
{
	struct address a = address_read(target);
	if (!c && (a.fault == ADDRESS_PORT || a.fault == ADDRESS_NUMERIC))
		return true;
	if (a.fault != ADDRESS_OK)
		return say_fault(d, a.fault, target, loc);
	if (!c || host_listed(a.host, value_get(c->about, "hotes")) ||
		host_listed(a.host, value_get(op, "hotes")))
		return true;
	diag_say(d, MSG_PROCEDURE_LINK_HOST, loc, a.host, c->name);
	if (op)
		diag_also(d, MSG_NOTE_OPERATOR_HERE, op->loc, value_text(op, "id"));
	return false;
}

/* A place of this site: no scheme, no host, nothing a browser would read as one. */
static bool is_inside(struct str s)
{
	if (!s.n)
		return true;
	if (s.p[0] == '\\' || str_starts(s, STR("//")) || str_starts(s, STR("/\\")))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if ((unsigned char)s.p[i] < ' ')
			return false;
		if (memchr("/?#", s.p[i], 3))
			return true;
		if (s.p[i] == ':')
			return false;
	}
	return true;
}

/* A link of a body. The letters of a mail address are not ours to judge. */
static bool body_link_permitted(struct arena *a, struct diag *d,
	const struct catalogue *c, const struct value *op, const struct body_link *link)
{
	struct str target = str_trim(link->target);
	if (is_inside(target) || scheme_is(target, "mailto:"))
		return true;
	if (scheme_is(target, "tel:")) {
		/* tel:%2B33... calls the same number as tel:+33... */
		struct str number = unescape_url(a, str_from(target, 4));
		struct phone phone;
		return !phone_parse(a, number, &phone) || !phone.premium ||
		       diag_say(d, MSG_PROCEDURE_PHONE_PREMIUM, link->loc, phone.shown);
	}
	return link_permitted(d, c, op, target, link->loc);
}

const struct page *page_guarded(struct arena *a, const struct catalogue *c,
	const struct value *op, const struct page *page, struct diag *d)
{
	size_t n = page->body.links.n;
	struct page *copy = NULL;
	for (size_t i = 0; i < n; i++) {
		if (body_link_permitted(a, d, c, op, &page->body.links.v[i]))
			continue;
		if (!copy) {
			copy = arena_new(a, struct page);
			*copy = *page;
			copy->body.links.v = arena_list(a, n, struct body_link);
			copy->body.links.cap = n;
			memcpy(copy->body.links.v, page->body.links.v,
				n * sizeof *copy->body.links.v);
		}
		copy->body.links.v[i].target = (struct str){0};
	}
	return copy ? copy : page;
}

/* ---- phones ---- */

/* Four figures make a short number: most texts have less. */
static bool has_figures(struct str s)
{
	size_t n = 0;
	for (size_t i = 0; i < s.n && n < 4; i++)
		n += ascii_digit(s.p[i]);
	return n == 4;
}

/* A paying number written in a sentence is as bad as one in its own field. */
static bool text_permitted(struct merge *m, const struct value *v)
{
	size_t at = 0, to = 0;
	struct phone p = {0};
	if (!has_figures(v->text))
		return true;
	while (phone_find(m->arena, v->text, at, &at, &to, &p)) {
		if (p.premium)
			return diag_say(m->diag, MSG_PROCEDURE_PHONE_PREMIUM, v->loc,
				str_sub(v->text, at, to));
		at = to;
	}
	return true;
}

static bool texts_permitted(struct merge *m, const struct value *v)
{
	bool ok = true;
	if (v->kind == VALUE_TEXT)
		return text_permitted(m, v);
	for (size_t i = 0; i < value_count(v); i++)
		ok = texts_permitted(m, value_at(v, i)) && ok;
	return ok;
}

static bool phone_permitted(struct merge *m, const struct value *v)
{
	if (!v->typed || !v->as.phone.premium)
		return true;
	return diag_say(m->diag, MSG_PROCEDURE_PHONE_PREMIUM, v->loc, v->text);
}

/* ---- changes ---- */

static bool change_permitted(struct merge *m, const struct layer *l,
	const struct value *op, const struct change *c)
{
	if (c->kind == CHANGE_REMOVE)
		return true;
	if (str_is(c->key, "service.lien"))
		return link_permitted(
			       m->diag, l->catalogue, op, c->value->text, c->loc) &&
		       address_names_known(m, l, c->value);
	if (str_is(c->key, "service.lien_de"))
		return service_key_known(m, l, c->value);
	if (str_is(c->key, "fiche"))
		return link_permitted(
			m->diag, l->catalogue, op, c->value->text, c->loc);
	if (!l->catalogue)
		return true;
	if (str_is(c->key, "sur_place.telephone"))
		return phone_permitted(m, c->value);
	return texts_permitted(m, c->value);
}

void changes_check(
	struct merge *m, const struct layer *l, struct str op, struct changes *c)
{
	const struct value *found = operator_find(m, l, op);
	size_t kept = 0;
	for (size_t i = 0; i < c->n; i++)
		if (change_permitted(m, l, found, &c->v[i]))
			c->v[kept++] = c->v[i];
	c->n = kept;
}

/* ---- operators ---- */

const struct value *operator_find(
	const struct merge *m, const struct layer *l, struct str op)
{
	size_t slash = str_index(op, '/');
	struct str from = slash < op.n ? str_sub(op, 0, slash) : (struct str){0};
	struct str id = slash < op.n ? str_from(op, slash + 1) : op;
	const struct operator_row *best = NULL;
	size_t first = id.n ? (size_t)(uintptr_t)map_get(&m->operator_first, id) : 0;
	for (size_t i = first; i; i = m->operators.v[i - 1].next) {
		const struct operator_row *row = &m->operators.v[i - 1];
		if (from.n && !str_eq(row->catalogue->name, from))
			continue;
		/* Rows come in the order of the layers: the nearest below wins. */
		bool below =
			l->rank >= (size_t)(row->catalogue - m->site->catalogues.v);
		if (below || !best)
			best = row;
	}
	return best ? best->v : NULL;
}

static void check_hosts(struct merge *m, const struct value *hosts)
{
	for (size_t i = 0; i < value_count(hosts); i++) {
		const struct value *h = value_at(hosts, i);
		if (!host_pattern_valid(h->text))
			diag_say(m->diag, MSG_CATALOGUE_HOST, h->loc, h->text);
	}
}

/*
 * A copy of an operator or a contact without the phone and the link it may not give. op:
 * the operator itself, whose hosts are allowed too, or NULL.
 */
static const struct value *guarded(struct merge *m, const struct catalogue *c,
	const struct value *op, const struct value *v)
{
	struct value *out = arena_new(m->arena, struct value);
	*out = *v;
	out->map.v = arena_list(m->arena, v->map.n, struct value_pair);
	out->map.n = 0;
	out->map.cap = v->map.n;
	for (size_t i = 0; i < v->map.n; i++) {
		const struct value_pair *p = &v->map.v[i];
		if (str_is(p->key, "telephone") && !phone_permitted(m, p->value))
			continue;
		if (str_is(p->key, "lien") &&
			!link_permitted(m->diag, c, op, p->value->text, p->value->loc))
			continue;
		out->map.v[out->map.n++] = *p;
	}
	return out;
}

/* Rows of one id in the order of the layers: asked for by every procedure. */
static void add_operator(
	struct merge *m, const struct catalogue *c, const struct value *v)
{
	struct str id = value_text(v, "id");
	void **first = map_put(m->lasting, &m->operator_first, id);
	size_t last = (size_t)(uintptr_t)*first;
	while (last && m->operators.v[last - 1].next)
		last = m->operators.v[last - 1].next;
	*list_add(m->arena, &m->operators) = (struct operator_row){
		.catalogue = c, .id = id, .v = guarded(m, c, v, v)};
	if (last)
		m->operators.v[last - 1].next = m->operators.n;
	else
		*first = (void *)(uintptr_t)m->operators.n;
}

void operators_read(struct merge *m)
{
	static const char *const contacts[] = {
		"contact", "hebergeur", "delegue_protection_donnees"};
	for (size_t i = 0; i < m->site->catalogues.n; i++) {
		const struct catalogue *c = &m->site->catalogues.v[i];
		check_hosts(m, value_get(c->about, "hotes"));
		for (size_t j = 0; j < sizeof contacts / sizeof *contacts; j++) {
			const struct value *v = value_get(c->about, contacts[j]);
			if (v && v->kind == VALUE_MAP)
				guarded(m, c, NULL, v);
		}
		for (size_t j = 0; j < value_count(c->operators); j++) {
			const struct value *v = value_at(c->operators, j);
			check_hosts(m, value_get(v, "hotes"));
			add_operator(m, c, v);
		}
	}
}
