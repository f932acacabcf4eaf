/*
 * schemas.h: the fields of every file that people write, as constant tables; norm of the
 * project. docs/format.md is made from them.
 */
#ifndef MODEL_SCHEMAS_H
#define MODEL_SCHEMAS_H

#include "data/schema.h"

extern const struct schema schema_commune;   /* commune.yaml */
extern const struct schema schema_accueil;   /* accueil.md */
extern const struct schema schema_page;      /* pages/ */
extern const struct schema schema_actualite; /* actualites/ */
extern const struct schema schema_acte;      /* actes/ */
extern const struct schema schema_annuaire;  /* annuaire/ */
extern const struct schema schema_lieu;      /* lieux/ */
extern const struct schema schema_evenement; /* agenda/ */
extern const struct schema
	schema_demarche; /* demarches/, of a catalogue or a commune */
extern const struct schema schema_catalogue;       /* catalogue.yaml */
extern const struct schema schema_categories;      /* categories.yaml */
extern const struct schema schema_operateurs;      /* operateurs.yaml */
extern const struct schema schema_territoires;     /* territoires.yaml */
extern const struct schema schema_redirections;    /* redirections.yaml */
extern const struct schema schema_elus;            /* elus.yaml */
extern const struct schema schema_cantine;         /* cantine.csv */
extern const struct schema schema_ecole;           /* ecole.csv */
extern const struct schema schema_collectes;       /* collectes.yaml */
extern const struct schema schema_collectes_table; /* collectes.csv */
extern const struct schema schema_mention;         /* mentions/ */
extern const struct schema schema_lock;            /* tambour.lock */
extern const struct schema schema_theme;           /* theme.yaml */

/*
 * Rows of whatever has opening hours, for a table of fields: opening_read (opening.h)
 * makes one thing of them. schema_opening.c.
 */
extern const struct schema schema_horaires;
extern const struct field field_fermeture, field_ouverture;
extern const char *const feries_choices[];
#define OPENING_FIELDS                                                                 \
	{"horaires", FIELD_RECORD, .record = &schema_horaires,                         \
		.also = "hours ouverture heures_d_ouverture",                          \
		.help = {"Heures d’ouverture au public", "Opening hours"}},            \
		{"fermetures", FIELD_LIST, .of = &field_fermeture,                     \
			.also = "closures fermetures_exceptionnelles",                 \
			.help = {"Fermetures exceptionnelles",                         \
				"Exceptional closures"}},                              \
		{"ouvertures", FIELD_LIST, .of = &field_ouverture,                     \
			.also = "openings ouvertures_exceptionnelles",                 \
			.help = {"Ouvertures exceptionnelles",                         \
				"Exceptional openings"}},                              \
	{                                                                              \
		"feries", FIELD_CHOICE, .standard = "fermee", .also = "jours_feries",  \
					.choices = feries_choices, .help = {           \
						"Ce qui se passe les jours fériés",    \
						"What happens on public holidays"      \
					}                                              \
	}

/* Where on Earth it is: rows of what the table of equipments tells (open_places.c). */
#define POSITION_FIELDS                                                                \
	{"latitude", FIELD_DECIMAL, .min = -90, .max = 90, .example = "48.5612",       \
		.help = {"Latitude, pour les données ouvertes",                        \
			"Latitude, for open data"}},                                   \
	{                                                                              \
		"longitude", FIELD_DECIMAL,                                            \
			.min = -180, .max = 180, .example = "-0.3348", .help = {       \
				"Longitude, pour les données ouvertes",                \
				"Longitude, for open data"                             \
			}                                                              \
	}

/* The blocks a Markdown body may hold, in ``` fences. */
extern const struct schema schema_block_demarches, schema_block_horaires,
	schema_block_contact, schema_block_elus, schema_block_documents;

/* All that are files, in the order of docs/format.md; n of them. */
extern const struct schema *const schemas_all[];
extern const size_t schemas_all_n;

#endif
