/*
 * schema_directory.c: the fields of those who are in the directory (associations, shops,
 * craftspeople...) and of places that people use. Tables only.
 */
#include "model/open_data.h"
#include "model/place.h"
#include "model/schema_fields.h"

/* Tables, laid out for the eye. */
/* clang-format off */

const struct schema schema_annuaire = {
	.name = "annuaire",
	.file = "annuaire/*/*.md",
	.title = {"Une fiche de l’annuaire", "An entry of the directory"},
	.fields = (const struct field[]){
		{"nom", FIELD_TEXT, .required = true, .max = 150, .also = "titre title name",
			.example = "Les Amis du lavoir", HELP("Son nom", "Its name")},
		{"activite", FIELD_TEXT, .max = 200, .also = "type metier objet profession",
			.example = "Restauration et visites du petit patrimoine",
			HELP("Ce qu’on y fait, en quelques mots : montré dans les listes",
				"What it does, in a few words: shown in lists")},
		CONTACT_FIELDS,
		OPENING_FIELDS,
		PAGE_FIELDS,
		DATED_FIELDS,
		END,
	},
};

static const struct schema price = {
	.name = "tarif",
	.title = {"Un tarif", "A price"},
	.fields = (const struct field[]){
		{"libelle", FIELD_TEXT, .required = true, .max = 150, .also = "nom titre",
			.example = "Grande salle, une journée",
			HELP("Ce que l’on paie", "What it is for")},
		{"habitants", FIELD_TEXT, .max = 60, .example = "140 €", .also = "prix tarif",
			HELP("Pour les habitants ; le seul prix, s’il n’y en a qu’un",
				"For inhabitants; the only price, when there is one")},
		{"exterieurs", FIELD_TEXT, .max = 60, .example = "260 €",
			HELP("Pour les autres", "For others")},
		{"associations", FIELD_TEXT, .max = 60, .example = "gratuit",
			HELP("Pour les associations de la commune", "For its associations")},
		END,
	},
};
static const struct field any_price = {.kind = FIELD_RECORD, .record = &price};

const struct schema schema_lieu = {
	.name = "lieu",
	.file = "lieux/*.md",
	.title = {"Un lieu ou un équipement", "A place"},
	.fields = (const struct field[]){
		{"nom", FIELD_TEXT, .required = true, .max = 150, .also = "titre title name",
			.example = "Salle des fêtes", HELP("Son nom", "Its name")},
		{"type", FIELD_CHOICE, .choices = place_type_words, .standard = "autre",
			.also = "categorie genre", HELP("Ce que c’est", "What it is")},
		{"capacite", FIELD_INTEGER, .min = 1, .max = 100000, .example = "150",
			HELP("Nombre de personnes", "How many people")},
		{"surface", FIELD_INTEGER, .min = 1, .max = 1000000, .example = "180",
			HELP("Surface, en mètres carrés", "Surface, in square metres")},
		{"equipements", FIELD_LIST, .of = &any_text, .also = "equipement materiel",
			.example = "[cuisine, vaisselle, sonorisation]",
			HELP("Ce qu’on y trouve", "What is there")},
		{"accessibilite", FIELD_TEXT, .max = 300, .also = "acces_handicap pmr",
			.example = "De plain-pied, toilettes accessibles",
			HELP("Pour les personnes handicapées", "For disabled people")},
		{"tarifs", FIELD_LIST, .of = &any_price, .also = "tarif prix",
			HELP("Les tarifs votés", "The prices")},
		{"precision_tarifs", FIELD_TEXT, .max = 300, .also = "caution note_tarifs",
			.example = "La caution est de 400 €.",
			HELP("Une phrase sous les tarifs", "A sentence under the prices")},
		{"planning", FIELD_PATH, .example = "reservations/salle-des-fetes.ics",
			.also = "calendrier occupation reservations",
			HELP("Le calendrier (.ics) de ses réservations : le site montre quand il est pris, jamais par qui",
				"The calendar (.ics) of its bookings: the site shows when it is taken, never by whom")},
		{"reservation", FIELD_REFERENCE, .example = "louer-salle", .also = "reserver demarche",
			HELP("La démarche par laquelle on le réserve", "The procedure to book it")},
		{"code_equipement", FIELD_TEXT, .max = 12, .example = "01010401-001",
			.also = "equip_code",
			HELP("Son code dans la nomenclature nationale des équipements, et son numéro, pour les données ouvertes",
				"Its code in the national nomenclature of equipments, and its number, for open data")},
		{"famille", FIELD_CHOICE, .choices = equipment_family_words, .also = "theme",
			.standard = "d’après le type",
			HELP("Sa famille dans cette nomenclature", "Its family in that nomenclature")},
		POSITION_FIELDS,
		CONTACT_FIELDS,
		OPENING_FIELDS,
		PAGE_FIELDS,
		DATED_FIELDS,
		END,
	},
};
