/*
 * schema_page.c: the fields of pages, news, legal texts, themes, and of the blocks that
 * a body may hold. Tables only.
 */
#include "model/schema_fields.h"

/* Tables, laid out for the eye. */
/* clang-format off */

const struct schema schema_accueil = {
	.name = "accueil",
	.file = "accueil.md",
	.title = {"Page d’accueil", "Home page"},
	.fields = (const struct field[]){
		{"titre", FIELD_TEXT, .max = 120, .also = "title",
			HELP("Titre de l’accueil", "Title of the home page")},
		{"slogan", FIELD_TEXT, .max = 120, .also = "devise accroche",
			HELP("Quelques mots sous le nom", "A few words under the name")},
		PAGE_FIELDS,
		END,
	},
};

const struct schema schema_page = {
	.name = "page",
	.file = "pages/**.md",
	.title = {"Page libre", "Free page"},
	.fields = (const struct field[]){
		{"titre", FIELD_TEXT, .required = true, .max = 150, .example = "École et périscolaire",
			.also = "title", HELP("Titre de la page", "Title of the page")},
		{"titre_menu", FIELD_TEXT, .max = 40, .standard = "le titre", .also = "menu nav_title",
			HELP("Titre court dans le menu", "Short title in the menu")},
		{"ordre", FIELD_INTEGER, .min = 0, .max = 9999, .also = "weight order position",
			HELP("Rang dans le menu : le plus petit d’abord", "Rank in the menu")},
		{"mise_a_jour", FIELD_DATE, .also = "date maj updated last_update",
			HELP("Date de la dernière relecture, affichée", "Date of the last review")},
		PAGE_FIELDS,
		DATED_FIELDS,
		END,
	},
};

static const struct schema alert = {
	.name = "alerte",
	.title = {"Alerte", "Alert"},
	.fields = (const struct field[]){
		{"niveau", FIELD_CHOICE, .standard = "information", .also = "level",
			.choices = (const char *const[]){"information", "attention", "urgence", NULL},
			HELP("Gravité", "Gravity")},
		{"du", FIELD_MOMENT, .also = "debut from", .standard = "la date de l’actualité",
			HELP("Montrée à partir de ce moment", "Shown from then on")},
		{"au", FIELD_MOMENT, .required = true, .also = "fin jusqu_au to",
			.example = "2026-11-27 18:00", HELP("Montrée jusqu’à ce moment",
				"Shown until then; a day without an hour counts whole")},
		END,
	},
};

const struct schema schema_actualite = {
	.name = "actualite",
	.file = "actualites/*.md",
	.title = {"Actualité", "News"},
	.fields = (const struct field[]){
		{"titre", FIELD_TEXT, .required = true, .max = 150, .also = "title",
			.example = "Coupure d’eau rue du Lavoir", HELP("Titre", "Title")},
		{"date", FIELD_DATE, .example = "2026-11-12", .standard = "la date en tête du nom de fichier",
			HELP("Date de l’actualité", "Date of the news")},
		{"categorie", FIELD_TEXT, .max = 40, .also = "category rubrique",
			HELP("Rubrique affichée", "Heading shown")},
		{"alerte", FIELD_RECORD, .record = &alert, .also = "alert",
			HELP("En fait une alerte, en tête de toutes les pages, pour un temps",
				"Makes it an alert on every page for a time")},
		PAGE_FIELDS,
		DATED_FIELDS,
		END,
	},
};

const struct schema schema_redirections = {
	.name = "redirections",
	.file = "redirections.yaml",
	.title = {"Anciennes adresses", "Former addresses"},
	.fields = (const struct field[]){
		{"format", FIELD_INTEGER, .min = 1, .max = 1, .example = "1", .standard = "1",
			HELP("Version de ce format : 1", "Version of this format: 1")},
		{"adresses", FIELD_MAP, .of = &any_text, .required = true,
			.example = "{ /spip.php?article12: pages/mairie/conseil.md }",
			HELP("À gauche l’adresse sur l’ancien site, à droite la page, le fichier ou l’adresse qui la remplace",
				"On the left the address on the former site, on the right the page, file or address that replaces it")},
		END,
	},
};

const struct schema schema_mention = {
	.name = "mention",
	.file = "mentions/*.md",
	.title = {"Texte légal d’un catalogue", "Legal text of a catalogue"},
	.fields = (const struct field[]){
		{"titre", FIELD_TEXT, .required = true, HELP("Titre", "Title")},
		{"resume", FIELD_TEXT, HELP("Une phrase", "One sentence")},
		{"seulement_si", FIELD_CHOICE, .choices = (const char *const[]){"courriel", NULL},
			HELP("La page n’existe que pour les communes qui ont ceci",
				"Only communes that have this get the page")},
		END,
	},
};

static const struct field any_integer = {.kind = FIELD_INTEGER};

static const struct schema theme_option = {
	.name = "option_de_theme",
	.title = {"Option d’un thème", "Option of a theme"},
	.fields = (const struct field[]){
		{"genre", FIELD_CHOICE, .required = true,
			.choices = (const char *const[]){
				"oui_non", "texte", "choix", "couleur", "nombre", "image", NULL},
			HELP("Nature", "Kind")},
		{"valeur", FIELD_TEXT,
			HELP("Valeur sans réglage ; une image n’en a pas", "Default; a picture has none")},
		{"choix", FIELD_LIST, .of = &any_text, HELP("Valeurs permises", "Values allowed")},
		{"bornes", FIELD_LIST, .of = &any_integer, .example = "[1, 12]",
			HELP("D’un nombre : le plus petit et le plus grand permis",
				"Of a number: the least and the greatest allowed")},
		{"aide", FIELD_TEXT, HELP("À quoi elle sert", "What it is for")},
		END,
	},
};
static const struct field any_option = {.kind = FIELD_RECORD, .record = &theme_option};

const struct schema schema_theme = {
	.name = "theme",
	.file = "theme.yaml",
	.title = {"Thème", "Theme"},
	.fields = (const struct field[]){
		{"format", FIELD_INTEGER, .required = true, .min = 1, .max = 1, .example = "1",
			HELP("Version de ce format : 1", "Version of this format: 1")},
		{"nom", FIELD_REFERENCE, .required = true, HELP("Nom du thème", "Name")},
		{"version", FIELD_TEXT, HELP("Version", "Version")},
		{"editeur", FIELD_TEXT, .also = "auteur author publisher",
			HELP("Qui le publie", "Publisher")},
		{"licence", FIELD_TEXT, .also = "license", .example = "MIT", HELP("Licence", "Licence")},
		{"niveau", FIELD_INTEGER, .required = true, .min = 1, .max = 1, .example = "1",
			HELP("Niveau du modèle de données pour lequel il est écrit",
				"Data-model level it was written for")},
		{"parent", FIELD_REFERENCE, .standard = "base",
			HELP("Thème dont il hérite", "Parent theme")},
		{"description", FIELD_TEXT, HELP("Une phrase", "One sentence")},
		{"photos", FIELD_CHOICE, .standard = "couleurs", .also = "images pictures",
			.choices = (const char *const[]){"couleurs", "trame", NULL},
			HELP("En couleurs, ou en quatre gris tramés, très légères",
				"In colours, or as a halftone of four greys, very light")},
		{"options", FIELD_MAP, .of = &any_option, HELP("Ses options", "Its options")},
		END,
	},
};

const struct schema schema_block_demarches = {
	.name = "bloc_demarches",
	.file = "```demarches",
	.title = {"Bloc : liste de démarches", "Block: list of procedures"},
	.fields = (const struct field[]){
		{"categorie", FIELD_REFERENCE, HELP("Toutes celles d’une catégorie",
			"All of a category")},
		{"evenement", FIELD_REFERENCE, HELP("Toutes celles d’un événement de vie",
			"All of a life event")},
		{"demarches", FIELD_LIST, .of = &any_text, .also = "liste ids",
			HELP("Celles-ci, dans cet ordre", "These, in this order")},
		END,
	},
};
const struct schema schema_block_horaires = {
	.name = "bloc_horaires",
	.file = "```horaires",
	.title = {"Bloc : horaires de la mairie ou d’un autre accueil", "Block: opening hours"},
	.fields = (const struct field[]){
		{"accueil", FIELD_TEXT, .standard = "la mairie", .example = "Agence postale communale",
			.also = "guichet", HELP("Nom d’un des `accueils` de commune.yaml",
				"Name of one of the `accueils` of commune.yaml")},
		{"titre", FIELD_TEXT, HELP("Titre au-dessus", "Title above")},
		END,
	},
};
const struct schema schema_block_contact = {
	.name = "bloc_contact",
	.file = "```contact",
	.title = {"Bloc : carte de contact", "Block: contact card"},
	.fields = (const struct field[]){
		{"nom", FIELD_TEXT, .standard = "la mairie", HELP("Nom", "Name")},
		{"adresse", FIELD_LINES, HELP("Adresse postale", "Postal address")},
		{"telephone", FIELD_PHONE, HELP("Téléphone", "Phone")},
		{"courriel", FIELD_EMAIL, HELP("Courriel", "E-mail")},
		{"lien", FIELD_HTTPS, HELP("Site", "Site")},
		END,
	},
};

const struct schema schema_block_documents = {
	.name = "bloc_documents",
	.file = "```documents",
	.title = {"Bloc : les fichiers d’un dossier", "Block: the files of a folder"},
	.fields = (const struct field[]){
		{"dossier", FIELD_PATH, .required = true, .example = "documents/gazettes",
			.also = "folder chemin",
			HELP("Le dossier : le fichier le plus récent d’abord, d’après la date de son nom",
				"The folder: the newest file first, by the date in its name")},
		{"nombre", FIELD_INTEGER, .min = 1, .max = 1000, .standard = "tous", .also = "max limite",
			HELP("Combien en montrer", "How many to show")},
		END,
	},
};

const struct schema *const schemas_all[] = {
	&schema_commune, &schema_accueil, &schema_page, &schema_actualite, &schema_acte,
	&schema_evenement, &schema_annuaire, &schema_lieu, &schema_demarche,
	&schema_redirections, &schema_elus, &schema_cantine, &schema_ecole,
	&schema_collectes, &schema_collectes_table,
	&schema_block_demarches, &schema_block_horaires, &schema_block_contact, &schema_block_elus,
	&schema_block_documents,
	&schema_catalogue, &schema_categories, &schema_operateurs, &schema_territoires,
	&schema_mention, &schema_theme, &schema_lock,
};
const size_t schemas_all_n = sizeof schemas_all / sizeof *schemas_all;
