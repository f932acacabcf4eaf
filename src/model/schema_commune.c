/*
 * schema_commune.c: the fields of commune.yaml. Tables only: what they mean is in
 * commune.c.
 */
#include "model/open_data.h"
#include "model/schemas.h"

/* Tables, laid out for the eye. */
/* clang-format off */

#define HELP(fr, en) .help = {fr, en}
#define END {.key = NULL}

static const struct field any_text = {.kind = FIELD_TEXT};
static const struct field any_code_insee = {.kind = FIELD_CODE_INSEE};
static const struct field any_postcode = {.kind = FIELD_TEXT, .max = 5};

static const struct schema mairie = {
	.name = "mairie",
	.title = {"La mairie", "The town hall"},
	.fields = (const struct field[]){
		{"nom", FIELD_TEXT, .standard = "Mairie de …", .also = "name",
			HELP("Nom affiché", "Name shown")},
		{"adresse", FIELD_LINES, .required = true, .also = "address",
			.example = "1 place de la Mairie\n61000 Saint-Aubin-des-Haies",
			HELP("Adresse postale, une ligne par ligne", "Postal address")},
		{"telephone", FIELD_PHONE, .example = "02 61 91 00 00", .also = "tel phone",
			HELP("Téléphone du secrétariat", "Phone")},
		{"courriel", FIELD_EMAIL, .example = "mairie@commune.example",
			.also = "email mail e_mail adresse_electronique",
			HELP("Adresse électronique", "E-mail")},
		POSITION_FIELDS,
		OPENING_FIELDS,
		END,
	},
};

static const struct schema desk = {
	.name = "accueil_public",
	.title = {"Un autre accueil du public", "Another desk"},
	.fields = (const struct field[]){
		{"nom", FIELD_TEXT, .required = true, .example = "Agence postale communale",
			.also = "name titre", HELP("Nom affiché", "Name shown")},
		{"lieu", FIELD_TEXT, .example = "Rez-de-chaussée de la mairie", .also = "ou",
			HELP("Où, en quelques mots", "Where, in a few words")},
		{"adresse", FIELD_LINES, .also = "address", .standard = "celle de la mairie",
			HELP("Adresse postale, une ligne par ligne", "Postal address")},
		{"telephone", FIELD_PHONE, .example = "02 61 91 00 12", .also = "tel phone",
			HELP("Téléphone", "Phone")},
		{"courriel", FIELD_EMAIL, .also = "email mail e_mail adresse_electronique",
			HELP("Adresse électronique", "E-mail")},
		OPENING_FIELDS,
		END,
	},
};
static const struct field any_desk = {.kind = FIELD_RECORD, .record = &desk};

static const struct schema neighbour = {
	.name = "agenda_voisin",
	.title = {"L’agenda d’un voisin", "A neighbour’s calendar"},
	.fields = (const struct field[]){
		{"nom", FIELD_TEXT, .required = true, .max = 120, .example = "Villehaies",
			HELP("De qui il vient : montré à côté de ses événements", "Whose it is: shown beside its events")},
		{"fichier", FIELD_PATH, .required = true, .example = "documents/villehaies.ics",
			HELP("Le fichier .ics, dans le dossier de la commune", "The .ics file, in the commune’s folder")},
		END,
	},
};
static const struct field any_neighbour = {.kind = FIELD_RECORD, .record = &neighbour};

static const struct schema useful_number = {
	.name = "numero_utile",
	.title = {"Un numéro utile", "A number to call"},
	.fields = (const struct field[]){
		{"nom", FIELD_TEXT, .required = true, .max = 80, .example = "Syndicat d’eau",
			.also = "name titre qui", HELP("Qui répond", "Who answers")},
		{"numero", FIELD_PHONE, .required = true, .example = "02 61 91 00 71",
			.also = "telephone tel phone number", HELP("Le numéro", "The number")},
		{"pour", FIELD_TEXT, .max = 150, .example = "une fuite, une coupure",
			.also = "precision quoi", HELP("Pour quoi, ou quand", "What for, or when")},
		END,
	},
};
static const struct field any_number = {.kind = FIELD_RECORD, .record = &useful_number};

static const struct schema delegated = {
	.name = "commune_deleguee",
	.title = {"Une commune déléguée", "A delegated commune"},
	.shorthand = "nom",
	.fields = (const struct field[]){
		{"nom", FIELD_TEXT, .required = true, .max = 80, .example = "La Haye-aux-Saules",
			.also = "name", HELP("Son nom, avec son article", "Its name, with its article")},
		{"lieu", FIELD_TEXT, .example = "Le mardi, en l’absence du maire délégué", .also = "ou",
			HELP("Une précision sur sa mairie", "A word about its town hall")},
		{"adresse", FIELD_LINES, .also = "address",
			HELP("Adresse de sa mairie, une ligne par ligne", "Address of its town hall")},
		{"telephone", FIELD_PHONE, .example = "02 61 91 00 14", .also = "tel phone",
			HELP("Téléphone", "Phone")},
		{"courriel", FIELD_EMAIL, .also = "email mail e_mail adresse_electronique",
			HELP("Adresse électronique", "E-mail")},
		OPENING_FIELDS,
		END,
	},
};
static const struct field any_delegated = {.kind = FIELD_RECORD, .record = &delegated};

static const struct schema person = {
	.name = "personne",
	.title = {"Une personne ou un organisme responsable", "A responsible person or body"},
	.fields = (const struct field[]){
		{"nom", FIELD_TEXT, .required = true, .also = "name", HELP("Nom", "Name")},
		{"qualite", FIELD_TEXT, .example = "Maire", .also = "fonction titre role",
			HELP("Fonction", "Role")},
		{"adresse", FIELD_LINES, .also = "address",
			HELP("Adresse postale", "Postal address")},
		{"telephone", FIELD_PHONE, .also = "tel phone", HELP("Téléphone", "Phone")},
		{"courriel", FIELD_EMAIL, .also = "email mail", HELP("Courriel", "E-mail")},
		{"lien", FIELD_HTTPS, .also = "url site", HELP("Site", "Site")},
		END,
	},
};

static const struct field any_option = {.kind = FIELD_TEXT};

/* What is kept by git: fetched and pinned by `tambour update`. */
#define REPOSITORY_FIELDS                                                               \
	{"depot", FIELD_TEXT, .example = "https://git.association.example/catalogue.git",  \
		.also = "git repository repo",                                             \
		HELP("Dépôt git, épinglé par `tambour update`",                            \
			"git repository, pinned by `tambour update`")},                    \
	{"version", FIELD_TEXT, .example = "v2026.2", .standard = "la branche principale", \
		.also = "branche etiquette tag branch",                                    \
		HELP("Étiquette, branche ou commit", "Tag, branch or commit")}

static const struct schema theme_repository = {
	.name = "depot_du_theme",
	.title = {"Le dépôt git d’un thème", "The git repository of a theme"},
	.fields = (const struct field[]){
		REPOSITORY_FIELDS,
		{"dossier", FIELD_TEXT, HELP("Dossier dans le dépôt", "Folder in the repository")},
		END,
	},
};

static const struct field any_rules = {.kind = FIELD_CHOICE,
	.choices = (const char *const[]){"apache", "nginx", "pages", NULL}};

static const struct schema site = {
	.name = "site",
	.title = {"Le site", "The site"},
	.fields = (const struct field[]){
		{"lien", FIELD_HTTPS, .example = "https://www.commune.example", .also = "url adresse",
			HELP("Adresse publique du site, pour le plan du site, le flux et les partages",
				"Public address of the site")},
		{"titre", FIELD_TEXT, .standard = "le nom de la commune", .also = "title",
			HELP("Titre du site", "Title of the site")},
		{"description", FIELD_TEXT, HELP("Une phrase pour les moteurs de recherche",
			"One sentence for search engines")},
		{"langue", FIELD_CHOICE, .standard = "fr", .also = "language lang",
			.choices = (const char *const[]){"fr", "en", NULL},
			HELP("Langue des messages de Tambour", "Language of Tambour’s messages")},
		{"theme", FIELD_TEXT, .standard = "bocage", HELP("Nom ou dossier du thème",
			"Name or folder of the theme")},
		{"depot_theme", FIELD_RECORD, .record = &theme_repository,
			HELP("Où le thème est publié, quand ce n’est pas avec Tambour",
				"Where the theme is published, when not with Tambour")},
		{"couleur", FIELD_COLOUR, .example = "\"#2f5d3a\"", .also = "color colour",
			HELP("La couleur de la commune : toute la palette en vient",
				"The commune’s colour: the whole palette comes from it")},
		{"blason", FIELD_PATH, .example = "images/blason.svg", .also = "logo",
			HELP("Image du blason ou du logo", "Coat of arms or logo")},
		{"dates_de_git", FIELD_YES_NO, .standard = "oui",
			HELP("Oui : quand ces fichiers sont suivis par git, chaque page dit quand elle a changé",
				"Yes: when git follows these files, each page says when it changed")},
		{"options", FIELD_MAP, .of = &any_option,
			HELP("Options du thème", "Options of the theme")},
		{"regles", FIELD_LIST, .of = &any_rules, .example = "[apache]", .also = "rules",
			HELP("Écrire les renvois des anciennes adresses pour ce serveur : `.htaccess` d’Apache, `redirections.conf` de nginx, `_redirects` des hébergements de pages",
				"Write former addresses as rules for this server: Apache’s `.htaccess`, nginx’s `redirections.conf`, `_redirects` of pages services")},
		END,
	},
};

static const struct schema accessibility = {
	.name = "accessibilite",
	.title = {"Déclaration d’accessibilité", "Accessibility statement"},
	.fields = (const struct field[]){
		{"etat", FIELD_CHOICE, .standard = "non_conforme", .also = "statut conformite status",
			.choices = (const char *const[]){"non_conforme", "partiellement_conforme",
				"totalement_conforme", NULL},
			HELP("Ce qu’a conclu le dernier audit", "What the last audit found")},
		{"audit", FIELD_DATE, .also = "date", HELP("Date de l’audit", "Date of the audit")},
		{"auditeur", FIELD_TEXT, HELP("Qui l’a fait", "Who made it")},
		{"taux", FIELD_INTEGER, .min = 0, .max = 100,
			HELP("Taux de conformité, en pour cent", "Rate of conformity, per cent")},
		{"declaration", FIELD_DATE, .example = "2026-09-07", .also = "etablie_le",
			HELP("Date à laquelle la déclaration a été établie ou revue",
				"Date on which the statement was made or reviewed")},
		{"schema_pluriannuel", FIELD_PATH, .example = "documents/schema-accessibilite.pdf",
			HELP("Le schéma pluriannuel d’accessibilité, de trois ans au plus",
				"The accessibility scheme, of three years at most")},
		{"plan_actions", FIELD_PATH, .example = "documents/plan-accessibilite-2026.pdf",
			HELP("Le plan d’actions de l’année", "The plan of the year")},
		{"non_conformites", FIELD_LIST, .of = &any_text,
			HELP("Ce que l’audit a trouvé de non conforme", "What the audit found wanting")},
		{"derogations", FIELD_LIST, .of = &any_text,
			HELP("Ce qui serait une charge disproportionnée", "What would be a disproportionate burden")},
		{"exemptions", FIELD_LIST, .of = &any_text,
			HELP("Ce à quoi l’obligation ne s’applique pas", "What the duty does not cover")},
		{"outils", FIELD_LIST, .of = &any_text, .example = "[NVDA, Firefox]",
			HELP("Outils avec lesquels le site a été vérifié", "Tools the site was checked with")},
		{"pages_verifiees", FIELD_LIST, .of = &any_text, .example = "[accueil, contact]",
			HELP("Pages vérifiées", "Pages checked")},
		END,
	},
};

static const struct schema referral = {
	.name = "saisine",
	.title = {"Saisine par voie électronique", "Applications by electronic means"},
	.fields = (const struct field[]){
		{"courriel", FIELD_EMAIL, .standard = "celui de la mairie", .also = "email adresse",
			HELP("La seule adresse prévue pour les demandes officielles",
				"The only address for official applications")},
		{"formulaire", FIELD_HTTPS, .also = "lien teleservice",
			HELP("Un formulaire en ligne, s’il y en a un", "An online form, if there is one")},
		{"formats", FIELD_LIST, .of = &any_text, .standard = "PDF, images, texte",
			HELP("Formats de fichiers acceptés", "File formats accepted")},
		{"taille_max", FIELD_TEXT, .standard = "10 Mo", .also = "taille",
			HELP("Taille de l’ensemble des fichiers", "Size of all files together")},
		{"accuse", FIELD_EMAIL, .standard = "la même adresse", .also = "accuse_de_reception",
			HELP("Adresse d’où viennent les accusés de réception",
				"Address that acknowledgements come from")},
		END,
	},
};

static const struct schema menu_entry = {
	.name = "entree_de_menu",
	.title = {"Une entrée du menu", "An entry of the menu"},
	.fields = (const struct field[]){
		{"titre", FIELD_TEXT, .required = true, .also = "title texte",
			HELP("Mots affichés", "Words shown")},
		{"lien", FIELD_LINK, .required = true, .also = "url page",
			.example = "pages/decouvrir/index.md",
			HELP("Page de ce site ou adresse https", "Page of this site or https address")},
		END,
	},
};
static const struct field any_menu_entry = {.kind = FIELD_RECORD, .record = &menu_entry};

static const struct schema catalogue_use = {
	.name = "catalogue_utilise",
	.title = {"Un catalogue utilisé", "A catalogue used"},
	.fields = (const struct field[]){
		{"nom", FIELD_REFERENCE, .required = true, .example = "association", .also = "name id",
			HELP("Nom court, pour les messages et les références", "Short name")},
		{"dossier", FIELD_TEXT, .example = "catalogues/association", .also = "chemin path folder",
			HELP("Dossier, depuis celui de commune.yaml ; avec `depot`, dossier dans le dépôt",
				"Folder, from that of commune.yaml; with `depot`, folder in the repository")},
		REPOSITORY_FIELDS,
		END,
	},
};
static const struct field any_catalogue = {.kind = FIELD_RECORD, .record = &catalogue_use};

static const struct schema canteen = {
	.name = "cantine_de_la_commune",
	.title = {"La cantine", "The school canteen"},
	.fields = (const struct field[]){
		{"nom", FIELD_TEXT, .max = 120, .example = "Restaurant scolaire", .also = "name titre",
			.standard = "Cantine", HELP("Son nom", "Its name")},
		{"precision", FIELD_TEXT, .max = 300, .also = "note remarque",
			.example = "Les menus peuvent changer selon les livraisons.",
			HELP("Une phrase sous les menus", "A sentence under the menus")},
		{"pour", FIELD_CHOICE, .choices = canteen_guest_words, .also = "type public",
			HELP("Qui y mange, pour les données ouvertes : maternelle, élémentaire…",
				"Who eats there, for open data: nursery or primary school...")},
		{"convives", FIELD_TEXT, .max = 120, .standard = "tous", .example = "enfants et enseignants",
			HELP("Pour les données ouvertes : si le menu n’est pas celui de tous",
				"For open data: if the menu is not everybody’s")},
		{"cuisine", FIELD_TEXT, .max = 120, .example = "Cuisine centrale du Pays des Haies",
			.also = "prestataire cuisine_par",
			HELP("Qui prépare les repas, pour les données ouvertes",
				"Who cooks the meals, for open data")},
		{"siret_cuisine", FIELD_SIREN, .also = "siret_prestataire siret",
			HELP("SIRET de qui prépare les repas", "SIRET of who cooks the meals")},
		{"identifiant", FIELD_TEXT, .max = 40, .example = "0619999X", .also = "uai",
			HELP("SIRET du restaurant, ou UAI de l’école : huit signes que donne le rectorat",
				"SIRET of the restaurant, or the school’s national code (UAI)")},
		{"publies_le", FIELD_MOMENT, .example = "2026-11-27 16:30", .also = "publie_le",
			.standard = "le jour où cantine.csv a changé, selon git",
			HELP("Quand les menus ont été mis en ligne, pour les données ouvertes",
				"When the menus were put online, for open data")},
		END,
	},
};

static const struct schema open_data = {
	.name = "donnees_ouvertes",
	.title = {"Les données ouvertes", "Open data"},
	.fields = (const struct field[]){
		{"licence", FIELD_CHOICE, .required = true, .choices = open_licence_words,
			.also = "license", HELP("La licence choisie par la commune", "The commune’s licence")},
		{"depuis", FIELD_DATE, .required = true, .example = "2026-09-01",
			.also = "depuis_le premiere_publication",
			HELP("Depuis quand les tableaux sont en ligne", "Since when the tables are online")},
		END,
	},
};

const struct schema schema_commune = {
	.name = "commune",
	.file = "commune.yaml",
	.title = {"La commune", "The commune"},
	.fields = (const struct field[]){
		{"format", FIELD_INTEGER, .required = true, .min = 1, .max = 1, .example = "1",
			HELP("Version de ce format : 1", "Version of this format: 1")},
		{"nom", FIELD_TEXT, .required = true, .example = "Saint-Aubin-des-Haies", .max = 80,
			.also = "name commune", HELP("Nom officiel, avec son article (Le Bourg, La Haye)",
				"Official name with its article")},
		{"code_insee", FIELD_CODE_INSEE, .required = true, .example = "61999",
			.also = "insee code_commune", HELP("Code INSEE de la commune", "INSEE code")},
		{"siren", FIELD_SIREN, .also = "siret", HELP("Numéro SIREN ou SIRET",
			"SIREN or SIRET number")},
		{"codes_postaux", FIELD_LIST, .of = &any_postcode, .example = "[\"61999\"]",
			.also = "code_postal postcode", HELP("Codes postaux", "Postcodes")},
		{"intercommunalite", FIELD_TEXT, .also = "epci interco communaute_de_communes",
			HELP("Nom de l’intercommunalité", "Name of the intercommunalité")},
		{"population", FIELD_INTEGER, .min = 1, .max = 100000, .also = "habitants",
			HELP("Nombre d’habitants", "Inhabitants")},
		{"communes_deleguees", FIELD_LIST, .of = &any_delegated,
			.example = "[La Haye-aux-Saules, Villehaies]",
			HELP("Communes déléguées : leurs noms, ou pour chacune sa mairie et ses horaires",
				"Delegated communes: names, or for each its town hall and hours")},
		{"anciens_codes_insee", FIELD_LIST, .of = &any_code_insee,
			HELP("Codes INSEE des communes réunies", "INSEE codes of merged communes")},
		{"mairie", FIELD_RECORD, .required = true, .record = &mairie, .also = "town_hall",
			HELP("La mairie : adresse, téléphone, horaires", "The town hall")},
		{"accueils", FIELD_LIST, .of = &any_desk, .also = "guichets accueil",
			HELP("Les autres accueils du public, avec leurs horaires : agence postale, permanences, bibliothèque",
				"The other desks, with their hours: post office, library")},
		{"agendas_voisins", FIELD_LIST, .of = &any_neighbour, .also = "agendas calendriers_voisins",
			HELP("Agendas de voisins, dont les événements sont montrés avec ceux de la commune",
				"Neighbours’ calendars, shown with the commune’s own events")},
		{"cantine", FIELD_RECORD, .record = &canteen, .also = "restaurant_scolaire",
			HELP("La cantine, dont les menus sont dans cantine.csv", "The canteen, whose menus are in cantine.csv")},
		{"donnees_ouvertes", FIELD_RECORD, .record = &open_data, .also = "open_data opendata",
			HELP("La licence des données ouvertes : la liste nationale des tableaux la demande",
				"The licence of open data: the national list of tables asks for it")},
		{"numeros_utiles", FIELD_LIST, .of = &any_number, .also = "numeros telephones_utiles",
			HELP("Les numéros de tous les jours, à côté des urgences",
				"Everyday numbers, beside those of emergencies")},
		{"site", FIELD_RECORD, .record = &site, HELP("Le site", "The site")},
		{"directeur_publication", FIELD_RECORD, .record = &person,
			.also = "directeur_de_publication", HELP("Directeur de la publication (le maire)",
				"Publication director (the mayor)")},
		{"hebergeur", FIELD_RECORD, .record = &person, .also = "host hebergement",
			HELP("Hébergeur du site", "Host of the site")},
		{"delegue_protection_donnees", FIELD_RECORD, .record = &person,
			.also = "dpo dpd delegue_a_la_protection_des_donnees",
			HELP("Délégué à la protection des données", "Data protection officer")},
		{"accessibilite", FIELD_RECORD, .record = &accessibility, .also = "rgaa",
			HELP("Accessibilité du site", "Accessibility of the site")},
		{"publicite_des_actes", FIELD_CHOICE, .standard = "electronique",
			.also = "publicite_actes publication_des_actes",
			.choices = (const char *const[]){"affichage", "papier", "electronique", NULL},
			HELP("Comment les actes sont rendus publics : sous 3 500 habitants, le conseil municipal choisit par délibération",
				"How acts are made public: below 3,500 inhabitants the council chooses")},
		{"saisine", FIELD_RECORD, .record = &referral, .also = "sve",
			HELP("Comment écrire à la mairie pour une demande officielle",
				"How to write to the town hall for an official application")},
		{"catalogues", FIELD_LIST, .of = &any_catalogue,
			HELP("Catalogues de démarches, du plus général au plus proche",
				"Catalogues of procedures, the most general first")},
		{"services", FIELD_MAP, .of = &any_text,
			.example = "{ guichet_urbanisme: \"https://urbanisme.interco.example/61999\" }",
			HELP("Adresses et identifiants propres à la commune chez les opérateurs",
				"This commune’s own addresses and identifiers at operators")},
		{"demarches_en_avant", FIELD_LIST, .of = &any_text, .also = "demarches_frequentes",
			.example = "[carte-identite, acte-naissance]",
			HELP("Les démarches montrées sur la page d’accueil (six au plus)",
				"The procedures shown on the home page (six at most)")},
		{"menu", FIELD_LIST, .of = &any_menu_entry, .standard = "les dossiers de pages/",
			HELP("Le menu, quand les dossiers ne suffisent pas", "The menu")},
		{"hotes_permis", FIELD_LIST, .of = &any_text, .also = "hotes",
			.example = "[\"*.orne.example\"]",
			HELP("Sites extérieurs vers lesquels les pages peuvent conduire sans remarque",
				"Outside hosts pages may link to without a remark")},
		END,
	},
};
