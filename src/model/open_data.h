/*
 * open_data.h: words of the national schemas of local data (SCDL) that a commune chooses
 * among, as its files write them and as the schemas want them. It reads no file.
 *
 * Facts as read on 1 December 2026 in the repository of schema.data.gouv.fr: equipements
 * 0.1.5, menus-collectifs 1.2.1 (its lists of words; its columns are those of 1.2.3),
 * catalogue 0.1.3.
 */
#ifndef MODEL_OPEN_DATA_H
#define MODEL_OPEN_DATA_H

#include "base/str.h"

/* Words of files, NULL at the end; what the schema says stands in the same order. */
extern const char *const canteen_guest_words[];
extern const char *const open_licence_words[];
extern const char *const equipment_family_words[];

struct str canteen_guest(int choice);     /* menuRestaurantType: « élémentaire » */
struct str open_licence(int choice);      /* LICENCE: « Licence Ouverte-LO » */
struct str open_licence_name(int choice); /* for people: « Licence Ouverte » */
struct str equipment_theme(int family);   /* EQUIP_THEME: « Equipement culturel » */

/* The family of a place whose header says none, by its type (place.h). */
int equipment_family_of(int place_type);

/* The mairie's: the one code of the nomenclature that its schema tells. */
#define EQUIPMENT_MAIRIE "01010401-001"

/* Eight figures, a hyphen, three figures. */
bool equipment_code_valid(struct str code);

#endif
