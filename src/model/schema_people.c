/*
 * schema_people.c: the fields of elus.yaml (elected people and staff), and of the block
 * that shows them. Tables only: feminine forms are text/feminine.c's.
 */
#include "model/schema_fields.h"

/* Tables, laid out for the eye. */
/* clang-format off */

#define PERSON_FIELDS                                                                   \
	{"civilite", FIELD_CHOICE, .also = "genre sexe titre",                          \
		.choices = (const char *const[]){"Mme", "M.", "Madame", "Monsieur", NULL},                    \
		HELP("Pour accorder la fonction ; sans elle, la fonction est montrée telle qu’elle est écrite", \
			"To agree the function; without it, the function is shown as written")}, \
	{"photo", FIELD_PATH, .example = "images/elus/camille-lebocage.jpg", .also = "image portrait", \
		HELP("Portrait ; avec l’accord de la personne", "Portrait; with consent")}, \
	{"telephone", FIELD_PHONE, .also = "tel phone", HELP("Téléphone", "Phone")},     \
	{"courriel", FIELD_EMAIL, .also = "email mail e_mail", HELP("Courriel", "E-mail")}

static const struct schema elected = {
	.name = "elu",
	.title = {"Une élue ou un élu", "An elected person"},
	.fields = (const struct field[]){
		{"prenom", FIELD_TEXT, .max = 60, .example = "Camille", HELP("Prénom", "First name")},
		{"nom", FIELD_TEXT, .required = true, .max = 80, .example = "Lebocage",
			.also = "name", HELP("Nom", "Name")},
		{"fonction", FIELD_TEXT, .required = true, .max = 120, .example = "adjoint au maire",
			.also = "qualite role",
			HELP("Au masculin comme au féminin : elle s’accorde avec `civilite`",
				"Masculine or feminine: it agrees with `civilite`")},
		PERSON_FIELDS,
		{"delegations", FIELD_LIST, .of = &any_text, .also = "delegation domaines",
			.example = "[écoles, affaires sociales]",
			HELP("De quoi cette personne s’occupe", "What this person is in charge of")},
		{"commissions", FIELD_LIST, .of = &any_text, .also = "commission",
			.example = "[Finances, Chemins]",
			HELP("Les commissions où elle siège", "The commissions this person sits on")},
		{"permanence", FIELD_TEXT, .max = 200, .example = "le mardi de 16 h à 17 h 30",
			HELP("Quand la rencontrer", "When to meet this person")},
		{"mandat_fin", FIELD_DATE, .also = "fin_de_mandat fin_mandat",
			.standard = "celle de tous", HELP("Fin de son mandat", "End of the term")},
		END,
	},
};
static const struct field any_elected = {.kind = FIELD_RECORD, .record = &elected};

static const struct schema staff = {
	.name = "agent",
	.title = {"Une agente ou un agent de la commune", "A member of the staff"},
	.fields = (const struct field[]){
		{"prenom", FIELD_TEXT, .max = 60,
			HELP("Prénom, si la personne veut bien", "First name, if that person agrees")},
		{"nom", FIELD_TEXT, .max = 80, .also = "name",
			HELP("Nom, si la personne veut bien", "Name, if that person agrees")},
		{"fonction", FIELD_TEXT, .required = true, .max = 120, .example = "secrétaire de mairie",
			.also = "qualite role poste metier", HELP("Fonction", "Function")},
		PERSON_FIELDS,
		{"missions", FIELD_LIST, .of = &any_text, .also = "mission domaines service",
			.example = "[accueil, état civil]", HELP("De quoi elle s’occupe", "In charge of")},
		{"presence", FIELD_TEXT, .max = 200, .example = "du lundi au vendredi",
			HELP("Quand la trouver", "When to find this person")},
		END,
	},
};
static const struct field any_staff = {.kind = FIELD_RECORD, .record = &staff};

const struct schema schema_elus = {
	.name = "elus",
	.file = "elus.yaml",
	.title = {"Les élus et les agents", "Elected people and staff"},
	.fields = (const struct field[]){
		{"format", FIELD_INTEGER, .min = 1, .max = 1, .example = "1", .standard = "1",
			HELP("Version de ce format : 1", "Version of this format: 1")},
		{"titre", FIELD_TEXT, .max = 80, .standard = "Élus et agents", .also = "title",
			HELP("Titre de la page", "Title of the page")},
		{"mandat_fin", FIELD_DATE, .also = "fin_de_mandat fin_mandat",
			HELP("Fin du mandat du conseil : `check` le dit quand elle est passée",
				"End of the council’s term: `check` says when it is past")},
		{"elus", FIELD_LIST, .of = &any_elected, .also = "conseil conseillers",
			HELP("Les élus, dans l’ordre où ils sont montrés", "Elected people, in the order shown")},
		{"agents", FIELD_LIST, .of = &any_staff, .also = "personnel equipe",
			HELP("Les agents de la commune", "The staff")},
		END,
	},
};

const struct schema schema_block_elus = {
	.name = "bloc_elus",
	.file = "```elus",
	.title = {"Bloc : les élus, les commissions, les agents", "Block: elected people, staff"},
	.fields = (const struct field[]){
		{"groupe", FIELD_CHOICE, .standard = "elus", .also = "qui liste",
			.choices = (const char *const[]){"elus", "commissions", "agents", NULL},
			HELP("Ce que le bloc montre", "What it shows")},
		END,
	},
};
