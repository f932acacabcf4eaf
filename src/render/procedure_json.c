/*
 * procedure_json.c: one procedure for machines: JSON-LD of schema.org, a
 * GovernmentService and the channels by which people reach it. It tells what its page
 * shows, and guesses no duration or price from words.
 */
#include "render/render_internal.h"

static void put_phone(struct strbuf *b, const struct value *phone)
{
	if (!value_given(phone) || phone->faulty)
		return;
	json_open(b, "servicePhone", "ContactPoint");
	json_text(b, "telephone", phone->as.phone.tel);
	strbuf_byte(b, '}');
}

static void put_online(const struct procedure *p, struct strbuf *b)
{
	if (!p->online.n)
		return;
	json_item(b, "ServiceChannel");
	json_text(b, "name", STR("En ligne"));
	json_text(b, "serviceUrl", p->online);
	strbuf_byte(b, '}');
}

/* Where its counter is: the mairie's own address when it is ours. */
static void put_on_site(struct render *r, const struct procedure *p, struct strbuf *b)
{
	const struct value *s = value_get(p->v, "sur_place");
	const struct value *mairie = value_get(r->w->site->commune.v, "mairie");
	struct str where = value_text(s, "ou"), address = value_text(s, "adresse");
	if (at_our_mairie(r, s))
		address = value_text(mairie, "adresse");
	json_item(b, "ServiceChannel");
	json_text(b, "name", STR("Sur place"));
	if (where.n || address.n) {
		json_open(b, "serviceLocation", "Place");
		json_text(b, "name", where);
		json_address(b, r->page, address);
		strbuf_byte(b, '}');
	}
	put_phone(b, number_to_call(r, p));
	strbuf_byte(b, '}');
}

/* Whoever runs it, as its page names them; nobody when nobody is known. */
static void put_operator(struct render *r, const struct procedure *p, struct strbuf *b)
{
	const struct value *op = p->operateur;
	const struct value *phone = value_get(op, "telephone");
	const struct desk *mairie = web_mairie(r->w);
	if (!op && (!mairie || !by_a_mairie(r, p)))
		return;
	json_open(b, "serviceOperator", op ? "GovernmentOrganization" : "CityHall");
	json_text(b, "name", op ? value_text(op, "nom") : mairie->name);
	json_text(b, "url", op ? value_text(op, "lien") : r->base);
	if (value_given(phone) && !phone->faulty)
		json_text(b, "telephone", phone->as.phone.tel);
	strbuf_byte(b, '}');
}

static void put_named(struct strbuf *b, const char *name, const char *type,
	const char *key, struct str s)
{
	json_open(b, name, type);
	json_text(b, key, s);
	strbuf_byte(b, '}');
}

void procedure_json(struct render *r, const struct node *n, struct strbuf *b)
{
	const struct procedure *p = n->procedure;
	const struct heading *h = heading_find(
		&r->w->procedures.categories, value_text(p->v, "categorie"));
	json_begin(b, "GovernmentService");
	json_text(b, "name", shown_of(r, n)->title);
	json_text(b, "description", shown_of(r, n)->summary);
	json_text(b, "url", link_absolute(r->page, r, n));
	if (h)
		json_text(b, "serviceType", h->title);
	put_named(b, "audience", "Audience", "audienceType", for_whom(r, p));
	put_named(
		b, "areaServed", "AdministrativeArea", "name", r->w->site->commune.nom);
	put_operator(r, p, b);
	json_list(b, "availableChannel");
	put_online(p, b);
	if (value_given(value_get(p->v, "sur_place")))
		put_on_site(r, p, b);
	strbuf_byte(b, ']');
	json_end(b);
}
