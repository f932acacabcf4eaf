/*
 * procedure_address.c: addresses as a browser reads them, the hosts they may lead to,
 * and the {names} that a commune's facts replace. Who may name which host is
 * procedure_check.c's business.
 */
#include "resolve/procedure_internal.h"
#include "text/escape.h"
#include "text/scheme.h"
#include "text/utf8.h"

/* ---- https addresses ---- */

static bool host_char(char c)
{
	return ascii_alpha(c) || ascii_digit(c) || c == '-';
}

/*
 * Labels of letters, digits and hyphens, two at least. Anything else is refused rather
 * than normalised: full-width dots, for instance, are dots to a browser and not to us.
 */
static bool host_valid(struct str host)
{
	size_t labels = 0;
	struct str label;
	if (!host.n || host.n > 253 || host.p[host.n - 1] == '.')
		return false;
	while (str_cut(&host, '.', &label)) {
		if (!label.n || label.n > 63)
			return false;
		for (size_t i = 0; i < label.n; i++)
			if (!host_char(label.p[i]))
				return false;
		labels++;
	}
	return labels > 1;
}

/* Browsers read a host as an IPv4 address when its last label begins as a number. */
static bool host_numeric(struct str host)
{
	size_t dot = str_rindex(host, '.');
	struct str last = dot == host.n ? host : str_from(host, dot + 1);
	return (last.n && ascii_digit(last.p[0])) || (host.n && host.p[0] == '[');
}

/* Blanks, control characters and '\' are dropped or turned into '/' by browsers. */
static bool has_trap(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] <= ' ' || s.p[i] == '\\' || s.p[i] == 0x7F)
			return true;
	return false;
}

struct address address_read(struct str s)
{
	struct address a = {.fault = ADDRESS_NOT_HTTPS};
	if (!scheme_is(s, "https://"))
		return a;
	a.host = address_head(str_from(s, STR("https://").n));
	size_t at = str_rindex(a.host, '@');
	bool user = at < a.host.n;
	if (user)
		a.host = str_from(a.host, at + 1);
	size_t colon = str_rindex(a.host, ':');
	bool bracket = a.host.n && a.host.p[0] == '[';
	bool port = colon < a.host.n && !bracket;
	if (port)
		a.host = str_sub(a.host, 0, colon);
	if (has_trap(s))
		a.fault = ADDRESS_BAD;
	else if (user)
		a.fault = ADDRESS_USER;
	else if (host_numeric(a.host))
		a.fault = ADDRESS_NUMERIC;
	else if (!host_valid(a.host))
		a.fault = ADDRESS_BAD;
	else
		a.fault = port ? ADDRESS_PORT : ADDRESS_OK;
	return a;
}

bool host_pattern_valid(struct str pattern)
{
	if (str_starts(pattern, STR("*.")))
		pattern = str_from(pattern, 2);
	return host_valid(pattern) && !host_numeric(pattern);
}

static bool same_host(struct str a, struct str b)
{
	if (a.n != b.n)
		return false;
	for (size_t i = 0; i < a.n; i++)
		if (ascii_lower(a.p[i]) != ascii_lower(b.p[i]))
			return false;
	return true;
}

static bool host_matches(struct str host, struct str pattern)
{
	if (!host_pattern_valid(pattern))
		return false;
	if (!str_starts(pattern, STR("*.")))
		return same_host(host, pattern);
	struct str tail =
		str_from(pattern, 1); /* ".gouv.fr": the name itself is not below */
	return host.n > tail.n && same_host(str_from(host, host.n - tail.n), tail);
}

bool host_listed(struct str host, const struct value *hosts)
{
	for (size_t i = 0; i < value_count(hosts); i++)
		if (host_matches(host, value_at(hosts, i)->text))
			return true;
	return false;
}

bool host_allowed(struct str address, const struct value *hosts)
{
	struct address a = address_read(address);
	return a.fault == ADDRESS_OK && host_listed(a.host, hosts);
}

/* ---- facts ---- */

/* Where a fact is: in struct commune, else a key of commune.yaml, or of a record of it. */
static const struct fact {
	const char *name;
	size_t offset; /* of a struct str in struct commune; 0: see record and key */
	const char *record, *key;
} facts[] = {
	{"nom", offsetof(struct commune, nom), NULL, NULL},
	{"de_nom", offsetof(struct commune, de_nom), NULL, NULL},
	{"a_nom", offsetof(struct commune, a_nom), NULL, NULL},
	{"code_insee", offsetof(struct commune, code_insee), NULL, NULL},
	{"departement", offsetof(struct commune, departement), NULL, NULL},
	{"code_departement", offsetof(struct commune, code_departement), NULL, NULL},
	{"region", offsetof(struct commune, region), NULL, NULL},
	{"code_region", offsetof(struct commune, code_region), NULL, NULL},
	{"code_postal", 0, NULL, "codes_postaux"},
	{"siren", 0, NULL, "siren"},
	{"siret", 0, NULL, "siren"},
	{"intercommunalite", 0, NULL, "intercommunalite"},
	{"population", 0, NULL, "population"},
	{"mairie", 0, "mairie", "nom"},
	{"adresse", 0, "mairie", "adresse"},
	{"telephone", 0, "mairie", "telephone"},
	{"courriel", 0, "mairie", "courriel"},
	{"lien", 0, "site", "lien"},
	{"directeur_publication", 0, "directeur_publication", "nom"},
	{"hebergeur", 0, "hebergeur", "nom"},
	{"delegue_protection_donnees", 0, "delegue_protection_donnees", "nom"},
};

static struct str fact_text(const struct commune *c, const struct fact *f)
{
	struct str s = {0};
	if (!f->key) {
		memcpy(&s, (const char *)c + f->offset, sizeof s);
		return s;
	}
	const struct value *in = f->record ? value_get(c->v, f->record) : c->v;
	const struct value *v = value_get(in, f->key);
	if (v && v->kind == VALUE_LIST)
		v = value_at(v, 0);
	if (!v || v->kind != VALUE_TEXT || v->faulty)
		return s;
	/* A SIRET is a SIREN and five figures more; commune.yaml takes either. */
	if (strcmp(f->name, "siren") == 0)
		return str_sub(v->text, 0, 9);
	if (strcmp(f->name, "siret") == 0 && v->text.n != 14)
		return s;
	return v->text;
}

/* An identifier the commune has at an operator: one text under `services`. */
static const struct value *service_of(const struct commune *c, struct str key)
{
	const struct value_pair *p = value_pair(value_get(c->v, "services"), key);
	bool text = p && p->value && p->value->kind == VALUE_TEXT && !p->value->faulty;
	return text ? p->value : NULL;
}

bool commune_fact(const struct commune *c, struct str name, struct str *value)
{
	*value = (struct str){0};
	for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
		if (!str_is(name, facts[i].name))
			continue;
		*value = fact_text(c, &facts[i]);
		return true;
	}
	const struct value *service = service_of(c, name);
	if (service)
		*value = service->text;
	return service != NULL;
}

/* ---- address templates ---- */

/* One piece of a template: plain text, then the name in braces that follows it, if any. */
struct hole {
	struct str before, name;
	bool named;  /* a name follows */
	bool broken; /* a brace that is never closed, or never opened */
};

static bool next_hole(struct str *rest, struct hole *h)
{
	*h = (struct hole){0};
	if (!rest->n)
		return false;
	size_t open = str_index(*rest, '{');
	h->before = str_sub(*rest, 0, open);
	h->broken = str_index(h->before, '}') < h->before.n;
	*rest = str_from(*rest, open);
	if (!rest->n)
		return true;
	size_t close = str_index(*rest, '}');
	h->broken = h->broken || close == rest->n;
	h->named = true;
	h->name = str_sub(*rest, 1, close);
	*rest = str_from(*rest, close + 1);
	return true;
}

/* True when a catalogue says that communes may have this key under `services`. */
static bool key_declared(struct arena *a, const struct catalogue *c, struct str key)
{
	const struct value *list = c ? value_get(c->about, "services") : NULL;
	for (size_t i = 0; i < value_count(list); i++)
		if (str_eq(utf8_fold_key(a, value_at(list, i)->text), key))
			return true;
	return false;
}

/* Every name an address may hold, for the nearest one. */
static struct str_list known_names(const struct merge *m, const struct layer *l)
{
	struct str_list known = {0};
	for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
		*list_add(m->arena, &known) = str_of(facts[i].name);
	const struct value *declared =
		l->catalogue ? value_get(l->catalogue->about, "services") : NULL;
	for (size_t i = 0; i < value_count(declared); i++)
		*list_add(m->arena, &known) = value_at(declared, i)->text;
	const struct value *own = value_get(m->site->commune.v, "services");
	for (size_t i = 0; own && own->kind == VALUE_MAP && i < own->map.n; i++)
		*list_add(m->arena, &known) = own->map.v[i].key;
	return known;
}

static bool say_unknown_name(const struct merge *m, const struct layer *l,
	const struct value *at, struct str name)
{
	diag_say(m->diag, MSG_PROCEDURE_LINK_NAME, at->loc, name);
	struct str_list known = known_names(m, l);
	say_nearest(m->diag, at->loc, name, &known);
	return false;
}

bool address_names_known(
	const struct merge *m, const struct layer *l, const struct value *address)
{
	struct str rest = address->text, value;
	struct hole h;
	bool ok = true;
	while (next_hole(&rest, &h)) {
		if (h.broken)
			return diag_say(
				m->diag, MSG_PROCEDURE_LINK_BRACE, address->loc);
		struct str key = utf8_fold_key(m->arena, h.name);
		if (h.named && !commune_fact(&m->site->commune, key, &value) &&
			!key_declared(m->arena, l->catalogue, key))
			ok = say_unknown_name(m, l, address, h.name);
	}
	return ok;
}

bool service_key_known(
	const struct merge *m, const struct layer *l, const struct value *key)
{
	/* Without a list in catalogue.yaml any key may be meant: nothing can be said. */
	if (!l->catalogue || !value_count(value_get(l->catalogue->about, "services")))
		return true;
	struct str folded = utf8_fold_key(m->arena, key->text);
	if (key_declared(m->arena, l->catalogue, folded) ||
		service_of(&m->site->commune, folded))
		return true;
	return say_unknown_name(m, l, key, key->text);
}

/* The address with its names filled in; false when the commune lacks one. */
static bool fill(const struct merge *m, struct str template, struct str *out)
{
	struct strbuf b = strbuf_on(m->arena);
	struct str value;
	struct hole h;
	while (next_hole(&template, &h)) {
		strbuf_add(&b, h.before);
		if (!h.named)
			continue;
		struct str key = utf8_fold_key(m->arena, h.name);
		if (!commune_fact(&m->site->commune, key, &value) || !value.n)
			return false;
		escape_url_component(&b, value);
	}
	*out = strbuf_str(&b);
	return true;
}

/* The commune's own whole address, or empty; one that is no address is said. */
static struct str own_address(
	const struct merge *m, const struct value *key, struct loc *loc)
{
	const struct value *v =
		service_of(&m->site->commune, utf8_fold_key(m->arena, key->text));
	if (!v || !v->text.n)
		return (struct str){0};
	enum address_fault fault = address_read(v->text).fault;
	if (fault != ADDRESS_OK && fault != ADDRESS_PORT) {
		diag_say(m->diag, MSG_PROCEDURE_SERVICE_ADDRESS, v->loc, key->text);
		diag_also(m->diag, MSG_NOTE_ASKED_HERE, key->loc);
		return (struct str){0};
	}
	*loc = v->loc;
	return v->text;
}

struct str address_online(
	const struct merge *m, const struct value *service, struct loc *loc)
{
	const struct value *link = value_get(service, "lien");
	const struct value *link_of = value_get(service, "lien_de");
	struct str out = {0};
	if (value_given(link_of))
		out = own_address(m, link_of, loc);
	if (out.n || !value_given(link))
		return out;
	if (!fill(m, link->text, &out) || !scheme_is(out, "https://"))
		return (struct str){0};
	*loc = link->loc;
	return out;
}
