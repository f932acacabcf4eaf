/*
 * place.c: the table of place.h, and nothing else.
 */
#include "model/place.h"

/* Two lists that must agree are one. */
#define PLACES                                                                         \
	P("salle", "Salle")                                                            \
	P("bibliotheque", "Bibliothèque")                                              \
	P("ecole", "École")                                                            \
	P("petite_enfance", "Petite enfance")                                          \
	P("dechetterie", "Déchetterie")                                                \
	P("sport", "Équipement sportif")                                               \
	P("jeux", "Aire de jeux")                                                      \
	P("culture", "Lieu culturel")                                                  \
	P("sante", "Santé")                                                            \
	P("poste", "Agence postale")                                                   \
	P("cimetiere", "Cimetière")                                                    \
	P("culte", "Lieu de culte")                                                    \
	P("marche", "Marché")                                                          \
	P("camping", "Camping")                                                        \
	P("parking", "Stationnement")                                                  \
	P("jardin", "Parc ou jardin")                                                  \
	P("autre", "")

const char *const place_type_words[] = {
#define P(word, name) word,
	PLACES
#undef P
		NULL};

struct str place_type_name(int type)
{
	static const struct str names[] = {
#define P(word, name) STR_INIT(name),
		PLACES
#undef P
	};
	return names[type];
}
