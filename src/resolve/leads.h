/*
 * leads.h: where a catalogue can send people: every host, phone number and mail domain
 * in its files, texts and variants for other communes included. The lock remembers them,
 * so that a new one is never followed before a person has seen it.
 */
#ifndef RESOLVE_LEADS_H
#define RESOLVE_LEADS_H

#include "model/catalogue.h"

enum lead_kind { LEAD_HOST, LEAD_PHONE, LEAD_MAIL };

struct lead {
	enum lead_kind kind;
	struct str
		text; /* "www.exemple.fr", "+33261910000", "exemple.fr" (lower case) */
	struct loc loc; /* where it was first seen */
};

struct leads {
	struct lead *v; /* sorted by kind, then text; each once */
	size_t n, cap;
};

/* All leads of a catalogue. Headers, bodies, operators and contacts are searched. */
void leads_of_catalogue(struct arena *a, const struct catalogue *c, struct leads *out);

/* True when the list holds this one. */
bool leads_have(const struct leads *l, enum lead_kind kind, struct str text);

/* Add one by hand (from a lock); leads_sort must be called after the last. */
void leads_add(struct arena *a, struct leads *l, enum lead_kind kind, struct str text,
	struct loc loc);
void leads_sort(struct leads *l);

#endif
