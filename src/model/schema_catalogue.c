/*
 * schema_catalogue.c: the fields of a catalogue's files and of procedures. Tables only:
 * how layers and variants combine is resolve/procedure_merge.c.
 */
#include "model/schemas.h"

/* Tables, laid out for the eye. */
/* clang-format off */

#define HELP(fr, en) .help = {fr, en}
#define END {.key = NULL}

static const struct field any_text = {.kind = FIELD_TEXT};
static const struct field any_reference = {.kind = FIELD_REFERENCE};
static const struct field any_code_insee = {.kind = FIELD_CODE_INSEE};

static const char *const publics[] = {"particuliers", "entreprises", "associations", NULL};
static const struct field any_public = {.kind = FIELD_CHOICE, .choices = publics};

static const struct schema service = {
	.name = "service",
	.title = {"Service en ligne", "Online service"},
	.fields = (const struct field[]){
		{"lien", FIELD_TEXT, .example = "https://exemple.gouv.fr/rdv?insee={code_insee}",
			.also = "url", HELP("Adresse https ; {nom} est remplacé par un fait de la commune",
				"https address; {name} is replaced by a fact of the commune")},
		{"lien_de", FIELD_TEXT, .example = "guichet_urbanisme",
			HELP("Nom d’une adresse entière des `services` de la commune",
				"Name of a whole address in the commune’s `services`")},
		{"libelle", FIELD_TEXT, .max = 80, .also = "label texte", .standard = "Faire la démarche en ligne",
			HELP("Mots du bouton", "Words of the button")},
		{"affichage", FIELD_CHOICE, .standard = "lien",
			.choices = (const char *const[]){"lien", "cadre", NULL},
			HELP("Lien, ou cadre dans la page du site", "Link, or frame in the site’s page")},
		{"compte", FIELD_TEXT, .example = "FranceConnect",
			HELP("Compte nécessaire", "Account needed")},
		END,
	},
};

static const struct schema on_site = {
	.name = "sur_place",
	.title = {"Sur place, par téléphone ou sur papier", "At the counter"},
	.fields = (const struct field[]){
		{"ou", FIELD_TEXT, .example = "À la mairie", .also = "lieu where",
			HELP("Où aller", "Where")},
		{"quand", FIELD_TEXT, .also = "horaires when", HELP("Quand", "When")},
		{"comment", FIELD_TEXT, .also = "how",
			HELP("Comment faire : guichet, courrier, téléphone, rendez-vous", "How")},
		{"telephone", FIELD_PHONE, .also = "tel phone", HELP("Téléphone", "Phone")},
		{"adresse", FIELD_LINES, HELP("Adresse postale", "Postal address")},
		END,
	},
};

static const struct schema scope = {
	.name = "pour",
	.title = {"Pour qui vaut une variante (toutes les conditions)", "Where a variant holds"},
	.fields = (const struct field[]){
		{"region", FIELD_TEXT, HELP("Code ou nom de région", "Code or name of a region")},
		{"departement", FIELD_TEXT, HELP("Code de département", "Code of a département")},
		{"intercommunalite", FIELD_REFERENCE,
			HELP("Territoire de genre intercommunalité", "Territory of kind intercommunalité")},
		{"territoire", FIELD_REFERENCE, HELP("Territoire nommé", "Named territory")},
		{"commune", FIELD_CODE_INSEE, HELP("Code INSEE d’une commune", "INSEE code")},
		{"raccordee", FIELD_TEXT, .example = "recensement_citoyen",
			HELP("Clé que la commune doit avoir dans ses `services`",
				"Key that the commune must have in its `services`")},
		END,
	},
};

/* What a procedure says (must: true), and what a variant may change of it (false). */
#define PROCEDURE_FIELDS(must)                                                          \
	{"titre", FIELD_TEXT, .required = must, .max = 120, .also = "title nom",        \
		HELP("Titre, tel que les gens le disent", "Title")},                    \
	{"resume", FIELD_TEXT, .required = must, .max = 300, .also = "description",     \
		.example = "Faire faire ou renouveler sa carte d’identité.",            \
		HELP("Une phrase", "One sentence")},                                    \
	{"public", FIELD_LIST, .of = &any_public, .standard = "[particuliers]",         \
		HELP("Pour qui", "For whom")},                                          \
	{"categorie", FIELD_REFERENCE, .required = must, .also = "category rubrique",   \
		.example = "quotidien",                                                 \
		HELP("Identifiant d’une catégorie", "Identifier of a category")},       \
	{"evenements", FIELD_LIST, .of = &any_reference, .also = "evenement",           \
		.example = "[naissance, demenagement]",                                 \
		HELP("Événements de vie", "Life events")},                              \
	{"mots_cles", FIELD_LIST, .of = &any_text, .also = "tags keywords",             \
		.apart = ",;",                                                          \
		HELP("Mots que les gens emploient", "Words people use")},               \
	{"operateur", FIELD_REFERENCE, .also = "operator",                              \
		HELP("Identifiant de qui rend le service", "Identifier of who runs it")}, \
	{"service", FIELD_RECORD, .record = &service, .also = "en_ligne",               \
		HELP("Le service en ligne", "The online service")},                     \
	{"sur_place", FIELD_RECORD, .record = &on_site, .also = "guichet",              \
		HELP("Le chemin humain : obligatoire une fois tout réuni",              \
			"The human way: required once merged")},                        \
	{"pieces", FIELD_LIST, .of = &any_text, .also = "pieces_a_fournir documents",   \
		HELP("Pièces à apporter", "Papers to bring")},                          \
	{"cout", FIELD_TEXT, .also = "prix tarif cost", HELP("Coût", "Cost")},          \
	{"delai", FIELD_TEXT, .also = "delay", HELP("Délai", "Delay")},                 \
	{"voir_aussi", FIELD_LIST, .of = &any_text, .also = "see_also",                 \
		.example = "[passeport, association/acte-naissance]",                   \
		HELP("Autres démarches : `id` ou `catalogue/id`", "Other procedures")}, \
	{"fiche", FIELD_HTTPS, .also = "source",                                        \
		HELP("Fiche officielle qui l’explique", "Official sheet that explains it")}, \
	{"verifie_le", FIELD_DATE, .also = "verified",                                  \
		HELP("Date du fait, jamais celle de la rédaction", "Date of the fact")}

static const struct schema patch = {
	.name = "variante",
	.title = {"Variante d’une démarche", "Variant of a procedure"},
	.fields = (const struct field[]){
		{"pour", FIELD_RECORD, .required = true, .record = &scope,
			HELP("Où elle vaut", "Where it holds")},
		PROCEDURE_FIELDS(false),
		{"retirer", FIELD_LIST, .of = &any_text, HELP("Clés à retirer", "Keys to remove")},
		{"ajouter", FIELD_ANY, HELP("Éléments à ajouter aux listes", "Items to append")},
		END,
	},
};
static const struct field any_variant = {.kind = FIELD_RECORD, .record = &patch};

const struct schema schema_demarche = {
	.name = "demarche",
	.file = "demarches/<id>.md",
	.title = {"Démarche", "Procedure"},
	.fields = (const struct field[]){
		PROCEDURE_FIELDS(true),
		{"variantes", FIELD_LIST, .of = &any_variant,
			HELP("Ce qui change selon le territoire (catalogues seulement)",
				"What changes with the territory (catalogues only)")},
		{"modifie", FIELD_YES_NO, .standard = "non",
			HELP("Oui : change la démarche d’une couche inférieure",
				"Yes: changes the procedure of a lower layer")},
		{"remplace", FIELD_YES_NO, .standard = "non",
			HELP("Oui : la remplace tout entière", "Yes: replaces it whole")},
		{"masquer", FIELD_YES_NO, .also = "hidden cacher",
			HELP("Oui : n’est pas montrée ; non : l’est malgré une couche inférieure",
				"Yes: not shown; no: shown in spite of a lower layer")},
		{"remplacee_par", FIELD_TEXT, HELP("Démarche vers laquelle son adresse conduit",
			"Procedure its address leads to")},
		{"retirer", FIELD_LIST, .of = &any_text, .example = "[cout, service]",
			HELP("Clés à retirer", "Keys to remove")},
		{"ajouter", FIELD_ANY, .example = "{ pieces: [Deux photos] }",
			HELP("Éléments à ajouter aux listes", "Items to append to lists")},
		{"remplacer_texte", FIELD_YES_NO, .standard = "non",
			HELP("Oui : le texte remplace celui de la couche inférieure",
				"Yes: the text replaces that of the lower layer")},
		END,
	},
};

static const struct schema contact = {
	.name = "contact",
	.title = {"Qui contacter", "Whom to contact"},
	.fields = (const struct field[]){
		{"nom", FIELD_TEXT, HELP("Nom du service", "Name")},
		{"courriel", FIELD_EMAIL, .also = "email mail", HELP("Courriel", "E-mail")},
		{"telephone", FIELD_PHONE, .also = "tel", HELP("Téléphone", "Phone")},
		{"lien", FIELD_HTTPS, .also = "url", HELP("Site", "Site")},
		{"adresse", FIELD_LINES, HELP("Adresse postale", "Postal address")},
		END,
	},
};

const struct schema schema_catalogue = {
	.name = "catalogue",
	.file = "catalogue.yaml",
	.title = {"Catalogue", "Catalogue"},
	.fields = (const struct field[]){
		{"format", FIELD_INTEGER, .required = true, .min = 1, .max = 1, .example = "1",
			HELP("Version de ce format : 1", "Version of this format: 1")},
		{"nom", FIELD_TEXT, .required = true, HELP("Nom du catalogue", "Name")},
		{"editeur", FIELD_TEXT, .required = true, .also = "publisher",
			HELP("Qui le publie", "Publisher")},
		{"contact", FIELD_RECORD, .record = &contact, HELP("Qui contacter", "Contact")},
		{"licence", FIELD_TEXT, .required = true, .also = "license",
			.example = "Licence Ouverte 2.0", HELP("Licence des textes", "Licence")},
		{"version", FIELD_TEXT, HELP("Version", "Version")},
		{"tambour", FIELD_TEXT, .example = "\">= 0.1\"",
			HELP("Versions de Tambour qui le comprennent", "Versions of Tambour")},
		{"hotes", FIELD_LIST, .of = &any_text, .also = "hosts",
			.example = "[service-public.gouv.fr, \"*.gouv.fr\"]",
			HELP("Sites où ses liens peuvent conduire", "Hosts its links may lead to")},
		{"services", FIELD_LIST, .of = &any_text,
			.example = "[guichet_urbanisme, recensement_citoyen]",
			HELP("Clés que les communes peuvent donner sous `services`, pour {nom} et `lien_de`",
				"Keys that communes may give under `services`, for {name} and `lien_de`")},
		{"fraicheur", FIELD_INTEGER, .min = 1, .max = 120, .standard = "18",
			HELP("Mois après lesquels coûts et délais ne sont plus montrés",
				"Months after which costs and delays are not shown")},
		{"hebergeur", FIELD_RECORD, .record = &contact,
			HELP("Hébergeur fourni aux communes", "Host supplied to communes")},
		{"delegue_protection_donnees", FIELD_RECORD, .record = &contact, .also = "dpo dpd",
			HELP("Délégué à la protection des données fourni aux communes",
				"Data protection officer supplied to communes")},
		END,
	},
};

static const struct schema heading = {
	.name = "rubrique",
	.title = {"Catégorie ou événement de vie", "Category or life event"},
	.fields = (const struct field[]){
		{"id", FIELD_REFERENCE, .required = true, HELP("Identifiant", "Identifier")},
		{"titre", FIELD_TEXT, .required = true, .also = "nom title", HELP("Titre", "Title")},
		{"resume", FIELD_TEXT, HELP("Une phrase", "One sentence")},
		{"icone", FIELD_REFERENCE, .also = "icon", HELP("Nom d’icône du thème", "Icon")},
		END,
	},
};
static const struct field any_heading = {.kind = FIELD_RECORD, .record = &heading};

const struct schema schema_categories = {
	.name = "categories",
	.file = "categories.yaml",
	.title = {"Catégories et événements de vie, dans l’ordre", "Categories and life events"},
	.fields = (const struct field[]){
		{"categories", FIELD_LIST, .of = &any_heading, HELP("Catégories", "Categories")},
		{"evenements", FIELD_LIST, .of = &any_heading, HELP("Événements de vie",
			"Life events")},
		END,
	},
};

static const struct schema operator_schema = {
	.name = "operateur",
	.title = {"Opérateur : qui rend le service", "Operator: who runs the service"},
	.fields = (const struct field[]){
		{"id", FIELD_REFERENCE, .required = true, HELP("Identifiant", "Identifier")},
		{"nom", FIELD_TEXT, .required = true, HELP("Nom", "Name")},
		{"telephone", FIELD_PHONE, .also = "tel", HELP("Téléphone", "Phone")},
		{"lien", FIELD_HTTPS, .also = "url", HELP("Site", "Site")},
		{"hotes", FIELD_LIST, .of = &any_text, .also = "hosts",
			HELP("Ses sites (exacts, ou *.nom)", "Its hosts (exact, or *.name)")},
		{"mairie", FIELD_YES_NO, .standard = "oui quand son nom commence par « La mairie »",
			HELP("Oui : c’est la mairie elle-même, seule ou avec d’autres",
				"Yes: it is the town hall itself, alone or with others")},
		{"cadre", FIELD_YES_NO, .standard = "non",
			HELP("Oui : accepte d’être montré dans un cadre", "Yes: may be framed")},
		END,
	},
};
static const struct field any_operator = {.kind = FIELD_RECORD, .record = &operator_schema};

const struct schema schema_operateurs = {
	.name = "operateurs",
	.file = "operateurs.yaml",
	.title = {"Opérateurs", "Operators"},
	.fields = (const struct field[]){
		{"operateurs", FIELD_LIST, .of = &any_operator, HELP("Opérateurs", "Operators")},
		END,
	},
};

static const struct schema territory = {
	.name = "territoire",
	.title = {"Territoire : un ensemble de communes", "Territory: a set of communes"},
	.fields = (const struct field[]){
		{"id", FIELD_REFERENCE, .required = true, HELP("Identifiant", "Identifier")},
		{"nom", FIELD_TEXT, .required = true, HELP("Nom", "Name")},
		{"genre", FIELD_CHOICE, .standard = "autre",
			.choices = (const char *const[]){"intercommunalite", "syndicat", "autre", NULL},
			HELP("Nature", "Kind")},
		{"communes", FIELD_LIST, .of = &any_code_insee, .required = true,
			HELP("Codes INSEE", "INSEE codes")},
		END,
	},
};
static const struct field any_territory = {.kind = FIELD_RECORD, .record = &territory};

const struct schema schema_territoires = {
	.name = "territoires",
	.file = "territoires.yaml",
	.title = {"Territoires", "Territories"},
	.fields = (const struct field[]){
		{"territoires", FIELD_LIST, .of = &any_territory, HELP("Territoires", "Territories")},
		END,
	},
};
