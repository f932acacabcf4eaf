/*
 * schema_fields.h: rows that the tables of several files of pages share. For the files
 * schema_*.c only: it defines what they all name.
 */
#ifndef MODEL_SCHEMA_FIELDS_H
#define MODEL_SCHEMA_FIELDS_H

#include "model/schemas.h"

/* Rows, laid out for the eye. */
/* clang-format off */

#define HELP(fr, en) .help = {fr, en}
#define END {.key = NULL}

static const struct field any_text = {.kind = FIELD_TEXT};

/* What every page takes. */
#define PAGE_FIELDS                                                                     \
	{"resume", FIELD_TEXT, .max = 300, .also = "description summary chapo",         \
		HELP("Une phrase qui résume, pour les listes et les moteurs de recherche", \
			"One sentence for lists and search engines")},                  \
	{"image", FIELD_PATH, .example = "images/lavoir.jpg", .also = "photo illustration", \
		HELP("Image de tête", "Picture")},                                      \
	{"image_texte", FIELD_TEXT, .also = "alt texte_alternatif",                     \
		HELP("Ce que montre l’image, pour qui ne la voit pas", "What it shows")}, \
	{"auteur", FIELD_TEXT, .also = "author", HELP("Qui l’a écrit", "Who wrote it")}, \
	{"mots_cles", FIELD_LIST, .of = &any_text, .also = "tags keywords",             \
		.apart = ",;",                                                          \
		HELP("Mots que les gens cherchent", "Words people look for")},          \
	{"anciennes_adresses", FIELD_LIST, .of = &any_text, .also = "aliases redirect_from", \
		.example = "[/spip.php?article12]",                                     \
		HELP("Adresses que cette page avait sur l’ancien site : elles y mènent encore", \
			"Addresses of this page on the former site: they still lead to it")}

#define DATED_FIELDS                                                                    \
	{"brouillon", FIELD_YES_NO, .standard = "non", .also = "draft",                 \
		HELP("Oui : pas encore en ligne", "Yes: not online yet")},              \
	{"publier_le", FIELD_MOMENT, .also = "publish", .example = "2026-12-01 08:00",  \
		HELP("En ligne à partir de ce moment", "Online from then on")},         \
	{"retirer_le", FIELD_MOMENT, .also = "expire expiration",                       \
		HELP("Retiré à partir de ce moment", "Withdrawn from then on")}

/* How to reach whoever has a page of their own. */
#define CONTACT_FIELDS                                                                  \
	{"adresse", FIELD_LINES, .also = "address", .example = "4 rue du Four\n61998 Saint-Aubin-des-Haies", \
		HELP("Adresse postale, une ligne par ligne", "Postal address")},        \
	{"telephone", FIELD_PHONE, .example = "02 61 91 00 30", .also = "tel phone",     \
		HELP("Téléphone", "Phone")},                                            \
	{"courriel", FIELD_EMAIL, .also = "email mail e_mail adresse_electronique",     \
		HELP("Adresse électronique", "E-mail")},                                \
	{"lien", FIELD_HTTPS, .also = "url site site_web web",                          \
		HELP("Site internet", "Site")},                                         \
	{"responsable", FIELD_TEXT, .max = 150, .also = "president presidente contact gerant", \
		HELP("À qui s’adresser ; avec l’accord de la personne",                 \
			"Whom to ask for; with that person’s consent")}

#endif
