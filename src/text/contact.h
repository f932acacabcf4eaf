/* contact.h: phone numbers, e-mail addresses, postal and administrative codes of France. */
#ifndef TEXT_CONTACT_H
#define TEXT_CONTACT_H

#include "base/str.h"

struct phone {
	struct str shown; /* « 02 33 00 00 00 » with narrow no-break spaces; « 15 » */
	struct str tel; /* for tel: links, "+33233000000"; short numbers as they are */
	bool premium;   /* 081, 082, 089, 118 and paying 3xxx: refused by catalogues */
};

/*
 * Separators people use (space, dot, hyphen, no-break) are accepted; overseas prefixes
 * known; foreign numbers taken as they come behind a +. *out is {0} on failure.
 */
bool phone_parse(struct arena *a, struct str s, struct phone *out);

/*
 * The first phone number written in running text from byte at on, as a whole word: its
 * bytes [*from, *to) and its forms; what precedes at is looked at too. Only ten-figure numbers written in pairs, or +33.
 */
bool phone_find(struct arena *a, struct str s, size_t at, size_t *from, size_t *to,
	struct phone *out);

bool email_valid(struct str s);
bool code_insee_valid(struct str s);             /* 5: 01004, 2A004, 97411 */
struct str code_insee_departement(struct str s); /* 01, 2A, 974 */
struct str departement_name(struct str code);    /* « Orne »; empty when unknown */
struct str departement_region(struct str code);  /* « Normandie » */
struct str departement_region_code(
	struct str code);            /* INSEE code of the region: "28" */
bool siren_valid(struct str digits); /* 9 figures, Luhn */
bool siret_valid(struct str digits); /* 14 figures, Luhn (La Poste's exception) */
bool code_postal_valid(struct str s);

#endif
