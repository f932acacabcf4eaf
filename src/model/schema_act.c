/*
 * schema_act.c: the fields of an act of the commune: deliberation, arrêté, minutes...
 * Tables only: what the law makes of their dates is resolve's business.
 */
#include "model/act.h"
#include "model/schemas.h"

/* Tables, laid out for the eye. */
/* clang-format off */

#define HELP(fr, en) .help = {fr, en}
#define END {.key = NULL}

static const struct field any_word = {.kind = FIELD_TEXT};

static const struct schema author = {
	.name = "auteur_d_un_acte",
	.title = {"L’auteur d’un acte", "The author of an act"},
	.fields = (const struct field[]){
		{"prenom", FIELD_TEXT, .required = true, .example = "Camille",
			HELP("Prénom, lisible", "First name")},
		{"nom", FIELD_TEXT, .required = true, .example = "Lebocage",
			HELP("Nom", "Name")},
		{"qualite", FIELD_TEXT, .required = true, .example = "maire", .also = "fonction",
			HELP("Qualité : maire, adjoint au maire…", "Quality")},
		END,
	},
};

static const struct schema votes = {
	.name = "votes",
	.title = {"Le vote d’une délibération", "The vote on a deliberation"},
	.fields = (const struct field[]){
		{"effectif", FIELD_INTEGER, .max = 200, .also = "en_exercice", .example = "15",
			HELP("Conseillers en exercice", "Councillors in office")},
		{"presents", FIELD_INTEGER, .max = 200,
			HELP("Conseillers présents", "Councillors present")},
		{"votants", FIELD_INTEGER, .max = 200, .standard = "les présents",
			HELP("Conseillers qui ont voté, pouvoirs compris", "Those who voted, proxies included")},
		{"pour", FIELD_INTEGER, .max = 200, HELP("Voix pour", "Votes for")},
		{"contre", FIELD_INTEGER, .max = 200, HELP("Voix contre", "Votes against")},
		{"abstention", FIELD_INTEGER, .max = 200, .also = "abstentions",
			HELP("Abstentions", "Abstentions")},
		END,
	},
};

static const struct schema prefecture = {
	.name = "prefecture",
	.title = {"La réception d’un acte par la préfecture", "The receipt of an act by the prefecture"},
	.fields = (const struct field[]){
		{"date", FIELD_DATE, HELP("Jour de la réception", "Day of receipt")},
		{"identifiant", FIELD_TEXT, .max = 9, .example = "SPREF0611", .also = "id",
			HELP("La préfecture (PREF061) ou la sous-préfecture (SPREF0611), pour les données ouvertes",
				"Prefecture or sub-prefecture, for open data")},
		{"accuse", FIELD_TEXT, .max = 80, .also = "accuse_de_reception numero",
			HELP("Numéro de l’accusé de réception", "Number of the receipt")},
		END,
	},
};

const struct schema schema_acte = {
	.name = "acte",
	.file = "actes/**.md",
	.title = {"Acte de la commune", "Act of the commune"},
	.fields = (const struct field[]){
		{"type", FIELD_CHOICE, .required = true, .choices = act_type_words, .also = "nature",
			HELP("Ce que c’est", "What it is")},
		{"objet", FIELD_TEXT, .required = true, .max = 400, .also = "titre title",
			.example = "Tarifs de la salle des fêtes pour 2027",
			HELP("Sur quoi il porte : son titre dans les listes", "What it is about: its title")},
		{"date", FIELD_DATE, .example = "2026-10-05", .standard = "la date en tête du nom de fichier",
			HELP("Date de l’acte ; pour une liste ou un procès-verbal, celle de la séance",
				"Date of the act; of a list or minutes, that of the sitting")},
		{"mise_en_ligne", FIELD_DATE, .required = true, .example = "2026-10-08",
			.also = "publier_le publie_le mis_en_ligne_le",
			HELP("Jour de la mise en ligne, affiché : l’acte paraît ce jour-là, et le délai de recours en dépend",
				"Day it is put online, shown: the act appears that day")},
		{"numero", FIELD_TEXT, .max = 60, .example = "2026-18",
			HELP("Numéro dans le registre", "Number in the register")},
		{"seance", FIELD_DATE, .standard = "la date, pour ce qui vient du conseil",
			HELP("Séance du conseil municipal", "Sitting of the council")},
		{"adopte_le", FIELD_DATE, .also = "arrete_le",
			HELP("Procès-verbal : séance qui l’a adopté", "Minutes: the sitting that adopted them")},
		{"matiere", FIELD_CHOICE, .choices = act_matter_codes,
			HELP("Code de la nomenclature nationale des actes", "Code of the national nomenclature")},
		{"auteur", FIELD_RECORD, .record = &author, HELP("Qui l’a pris", "Who made it")},
		{"votes", FIELD_RECORD, .record = &votes, .also = "vote", HELP("Le vote", "The vote")},
		{"prefecture", FIELD_RECORD, .record = &prefecture,
			HELP("Réception au contrôle de légalité", "Receipt by the prefecture")},
		{"pdf", FIELD_TEXT, .max = 300, .example = "2026-10-05-tarifs.pdf", .also = "fichier document",
			HELP("Le fichier PDF : à côté de celui-ci, ou chemin depuis la racine (documents/…)",
				"The PDF: beside this file, or a path from the root")},
		{"budget_annee", FIELD_INTEGER, .min = 1990, .max = 2100, .also = "exercice",
			HELP("Année du budget concerné", "Year of the budget")},
		{"budget_nom", FIELD_TEXT, .max = 120, .example = "Budget principal",
			HELP("Budget concerné", "Budget")},
		{"remplace", FIELD_TEXT, .max = 300, .example = "2026-10-05-tarifs.md",
			HELP("Le fichier de l’acte que celui-ci corrige : les deux restent en ligne",
				"The file of the act that this one corrects: both stay online")},
		{"resume", FIELD_TEXT, .max = 300, .also = "description summary",
			HELP("Une phrase qui résume", "One sentence")},
		{"mots_cles", FIELD_LIST, .of = &any_word, .also = "tags keywords",
			.apart = ",;",
			HELP("Mots que les gens cherchent", "Words people look for")},
		{"anciennes_adresses", FIELD_LIST, .of = &any_word, .also = "aliases redirect_from",
			.example = "[/spip.php?article12]",
			HELP("Adresses que cet acte avait sur l’ancien site : elles y mènent encore",
				"Addresses of this act on the former site: they still lead to it")},
		{"brouillon", FIELD_YES_NO, .standard = "non", .also = "draft",
			HELP("Oui : pas encore en ligne", "Yes: not online yet")},
		{"retirer_le", FIELD_MOMENT, .also = "expire expiration",
			HELP("Retiré à partir de ce moment : rarement utile, jamais avant deux mois",
				"Withdrawn from then on: seldom useful, never before two months")},
		END,
	},
};
