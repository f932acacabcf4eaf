/*
 * schema.h: a schema with a field of every kind, for the fuzz targets that read values.
 * It is of no file: what the real ones hold is model's.
 */
#ifndef TESTS_FUZZ_SCHEMA_H
#define TESTS_FUZZ_SCHEMA_H

#include "data/schema.h"

#define HELP                                                                           \
	{                                                                              \
		"aide", "help"                                                         \
	}

static const char *const fuzz_words[] = {"information", "Très urgent", NULL};
static const struct field fuzz_text = {.kind = FIELD_TEXT, .max = 40};
static const struct field fuzz_inner[] = {
	{.key = "rue",
		.kind = FIELD_TEXT,
		.required = true,
		.also = "street",
		.help = HELP},
	{.key = "jour", .kind = FIELD_DATE, .help = HELP},
	{.key = NULL},
};
static const struct schema fuzz_address = {
	"adresse", "", {"une adresse", "an address"}, .fields = fuzz_inner};
static const struct field fuzz_place = {.kind = FIELD_RECORD, .record = &fuzz_address};
static const struct field fuzz_fields[] = {
	{.key = "titre",
		.kind = FIELD_TEXT,
		.required = true,
		.also = "title",
		.help = HELP},
	{.key = "date", .kind = FIELD_DATE, .help = HELP},
	{.key = "moment", .kind = FIELD_MOMENT, .help = HELP},
	{.key = "heures", .kind = FIELD_HOURS, .help = HELP},
	{.key = "nombre", .kind = FIELD_INTEGER, .min = -5, .max = 5000, .help = HELP},
	{.key = "prix", .kind = FIELD_DECIMAL, .help = HELP},
	{.key = "oui", .kind = FIELD_YES_NO, .help = HELP},
	{.key = "tel", .kind = FIELD_PHONE, .help = HELP},
	{.key = "mel", .kind = FIELD_EMAIL, .help = HELP},
	{.key = "lien", .kind = FIELD_LINK, .help = HELP},
	{.key = "site", .kind = FIELD_HTTPS, .help = HELP},
	{.key = "couleur", .kind = FIELD_COLOUR, .help = HELP},
	{.key = "chemin", .kind = FIELD_PATH, .help = HELP},
	{.key = "ref", .kind = FIELD_REFERENCE, .help = HELP},
	{.key = "insee", .kind = FIELD_CODE_INSEE, .help = HELP},
	{.key = "siren", .kind = FIELD_SIREN, .help = HELP},
	{.key = "choix", .kind = FIELD_CHOICE, .choices = fuzz_words, .help = HELP},
	{.key = "mots", .kind = FIELD_LIST, .of = &fuzz_text, .help = HELP},
	{.key = "tarifs", .kind = FIELD_MAP, .of = &fuzz_text, .help = HELP},
	{.key = "adresse", .kind = FIELD_RECORD, .record = &fuzz_address, .help = HELP},
	{.key = "lieux", .kind = FIELD_LIST, .of = &fuzz_place, .help = HELP},
	{.key = "ajouter", .kind = FIELD_ANY, .help = HELP},
	{.key = NULL},
};
static const struct schema fuzz_schema = {
	"essai", "", {"un essai", "a test"}, .fields = fuzz_fields};

#endif
