/*
 * open_data.c: the lists of open_data.h, and nothing else. Two lists that must agree are
 * one.
 */
#include "model/open_data.h"

#include "model/place.h"

/* ---- the canteen ---- */

#define GUESTS                                                                         \
	G("creche", "crèche")                                                          \
	G("maternelle", "maternelle")                                                  \
	G("elementaire", "élémentaire")                                                \
	G("college", "collège")                                                        \
	G("lycee", "lycée")                                                            \
	G("universite", "université")                                                  \
	G("centre_de_formation", "centre de formation")                                \
	G("administration", "administration")                                          \
	G("residence_senior", "résidence sénior")                                      \
	G("ehpad", "EHPAD")                                                            \
	G("repas_a_domicile", "repas à domicile")                                      \
	G("centre_de_loisirs", "centre de loisirs")                                    \
	G("entreprise", "restaurant d'entreprise")                                     \
	G("autre", "autre")

const char *const canteen_guest_words[] = {
#define G(word, said) word,
	GUESTS
#undef G
		NULL};

struct str canteen_guest(int choice)
{
	static const struct str said[] = {
#define G(word, said) STR_INIT(said),
		GUESTS
#undef G
	};
	return said[choice];
}

/* ---- licences ---- */

#define LICENCES                                                                       \
	L("licence_ouverte", "Licence Ouverte-LO", "Licence Ouverte")                  \
	L("odbl", "Open Database License-ODBL", "Open Database License (ODbL)")        \
	L("creative_commons", "Creative Commons-CC", "Creative Commons")               \
	L("autre", "Spécifique ou autre", "propre à la commune")

const char *const open_licence_words[] = {
#define L(word, said, name) word,
	LICENCES
#undef L
		NULL};

struct str open_licence(int choice)
{
	static const struct str said[] = {
#define L(word, said, name) STR_INIT(said),
		LICENCES
#undef L
	};
	return said[choice];
}

struct str open_licence_name(int choice)
{
	static const struct str names[] = {
#define L(word, said, name) STR_INIT(name),
		LICENCES
#undef L
	};
	return names[choice];
}

/* ---- equipments ---- */

#define FAMILIES                                                                       \
	F(ADMINISTRATION, "administration", "Equipement administratif")                \
	F(JUSTICE, "justice", "Equipement de justice")                                 \
	F(HEALTH, "sante", "Equipement sanitaire")                                     \
	F(SOCIAL, "social", "Equipement social et d'animation")                        \
	F(SPORT, "sport", "Equipement sportif et de loisirs")                          \
	F(TEACHING, "enseignement", "Equipement d'enseignement")                       \
	F(WORSHIP, "culte", "Equipement cultuel")                                      \
	F(CULTURE, "culture", "Equipement culturel")                                   \
	F(MOBILITY, "mobilite", "Equipement de mobilité")                              \
	F(OTHER, "autre", "Autre équipement")

enum family {
#define F(id, word, said) FAMILY_##id,
	FAMILIES
#undef F
};

const char *const equipment_family_words[] = {
#define F(id, word, said) word,
	FAMILIES
#undef F
		NULL};

struct str equipment_theme(int family)
{
	static const struct str said[] = {
#define F(id, word, said) STR_INIT(said),
		FAMILIES
#undef F
	};
	return said[family];
}

int equipment_family_of(int place_type)
{
	static const enum family families[PLACE_TYPES] = {
		[PLACE_HALL] = FAMILY_SOCIAL,
		[PLACE_LIBRARY] = FAMILY_CULTURE,
		[PLACE_SCHOOL] = FAMILY_TEACHING,
		[PLACE_INFANTS] = FAMILY_SOCIAL,
		[PLACE_WASTE] = FAMILY_OTHER,
		[PLACE_SPORT] = FAMILY_SPORT,
		[PLACE_GAMES] = FAMILY_SPORT,
		[PLACE_CULTURE] = FAMILY_CULTURE,
		[PLACE_HEALTH] = FAMILY_HEALTH,
		[PLACE_POST] = FAMILY_ADMINISTRATION,
		[PLACE_CEMETERY] = FAMILY_OTHER,
		[PLACE_WORSHIP] = FAMILY_WORSHIP,
		[PLACE_MARKET] = FAMILY_OTHER,
		[PLACE_CAMPING] = FAMILY_SPORT,
		[PLACE_PARKING] = FAMILY_MOBILITY,
		[PLACE_GARDEN] = FAMILY_SPORT,
		[PLACE_OTHER] = FAMILY_OTHER,
	};
	return (int)families[place_type];
}

bool equipment_code_valid(struct str code)
{
	static const char form[] = "00000000-000";
	if (code.n != sizeof form - 1)
		return false;
	for (size_t i = 0; i < code.n; i++)
		if (form[i] == '-' ? code.p[i] != '-' : !ascii_digit(code.p[i]))
			return false;
	return true;
}
