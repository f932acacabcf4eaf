/*
 * schema_lock.c: the fields of tambour.lock, which `tambour update` writes and nobody
 * edits. Tables only: what they mean is in cli/lock.c.
 */
#include "model/schemas.h"

#define HELP(fr, en) .help = {fr, en}
#define END                                                                            \
	{                                                                              \
		.key = NULL                                                            \
	}

static const struct field any_text = {.kind = FIELD_TEXT};

static const struct schema pinned = {
	.name = "source_epinglee",
	.title = {"Une source épinglée", "A pinned source"},
	.fields =
		(const struct field[]){
			{"nom", FIELD_TEXT, .required = true,
				HELP("Nom du catalogue, ou « theme »",
					"Name of the catalogue, or \"theme\"")},
			{"depot", FIELD_TEXT, .required = true,
				HELP("Adresse du dépôt", "Address of the repository")},
			{"version", FIELD_TEXT,
				HELP("Version demandée", "Version asked for")},
			{"genre", FIELD_CHOICE,
				.choices = (const char *const[]){"branche", "etiquette",
					"commit", NULL},
				HELP("Ce qu’elle est", "What it is")},
			{"dossier", FIELD_TEXT,
				HELP("Dossier dans le dépôt",
					"Folder in the repository")},
			{"commit", FIELD_TEXT, .required = true, .max = 40,
				HELP("Commit retenu", "Commit kept")},
			{"arbre", FIELD_TEXT, .required = true, .max = 40,
				HELP("Empreinte de ses fichiers", "Hash of its files")},
			{"date", FIELD_TEXT,
				HELP("Date du commit", "Date of the commit")},
			{"hotes", FIELD_LIST, .of = &any_text,
				HELP("Sites où ses liens conduisent",
					"Hosts its links lead to")},
			{"telephones", FIELD_LIST, .of = &any_text,
				HELP("Numéros qu’il donne", "Phone numbers it gives")},
			{"courriels", FIELD_LIST, .of = &any_text,
				HELP("Domaines de ses adresses électroniques",
					"Mail domains it gives")},
			END,
		},
};
static const struct field any_pinned = {.kind = FIELD_RECORD, .record = &pinned};

const struct schema schema_lock = {
	.name = "verrou",
	.file = "tambour.lock",
	.title = {"Le verrou, écrit par `tambour update`",
		"The lock, written by `tambour update`"},
	.fields =
		(const struct field[]){
			{"format", FIELD_INTEGER, .required = true, .min = 1, .max = 1,
				HELP("Version de ce format : 1",
					"Version of this format: 1")},
			{"sources", FIELD_LIST, .of = &any_pinned,
				HELP("Catalogues et thème", "Catalogues and theme")},
			END,
		},
};
