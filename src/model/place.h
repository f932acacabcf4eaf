/*
 * place.h: the sorts of places a commune has (halls, school, library...), as headers
 * write them and as people read them. It reads no page.
 */
#ifndef MODEL_PLACE_H
#define MODEL_PLACE_H

#include "base/str.h"

/* Lists that must agree are one. */
#define PLACES(P)                                                                      \
	P(HALL, "salle", "Salle")                                                      \
	P(LIBRARY, "bibliotheque", "Bibliothèque")                                     \
	P(SCHOOL, "ecole", "École")                                                    \
	P(INFANTS, "petite_enfance", "Petite enfance")                                 \
	P(WASTE, "dechetterie", "Déchetterie")                                         \
	P(SPORT, "sport", "Équipement sportif")                                        \
	P(GAMES, "jeux", "Aire de jeux")                                               \
	P(CULTURE, "culture", "Lieu culturel")                                         \
	P(HEALTH, "sante", "Santé")                                                    \
	P(POST, "poste", "Agence postale")                                             \
	P(CEMETERY, "cimetiere", "Cimetière")                                          \
	P(WORSHIP, "culte", "Lieu de culte")                                           \
	P(MARKET, "marche", "Marché")                                                  \
	P(CAMPING, "camping", "Camping")                                               \
	P(PARKING, "parking", "Stationnement")                                         \
	P(GARDEN, "jardin", "Parc ou jardin")                                          \
	P(OTHER, "autre", "")

enum place_type {
#define PLACE_ID(id, word, name) PLACE_##id,
	PLACES(PLACE_ID)
#undef PLACE_ID
		PLACE_TYPES
};

/* Words of `type`, NULL at the end; by enum place_type. */
extern const char *const place_type_words[];
struct str place_type_name(int type); /* « Salle », « Bibliothèque » */

#endif
