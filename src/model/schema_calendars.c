/*
 * schema_calendars.c: the fields of calendars: the menus of the canteen, the days
 * without school, the collection of waste.
 * Tables only.
 */
#include "model/round.h"
#include "model/schema_fields.h"

/* Tables, laid out for the eye. */
/* clang-format off */

const struct schema schema_cantine = {
	.name = "cantine",
	.file = "cantine.csv",
	.title = {"Un menu de la cantine : une ligne du tableau", "A menu of the canteen: a line of the table"},
	.fields = (const struct field[]){
		{"date", FIELD_DATE, .required = true, .also = "jour le day", .example = "2026-12-03",
			HELP("Le jour du repas", "The day of the meal")},
		{"entree", FIELD_TEXT, .max = 150, .also = "entrees hors_d_oeuvre starter",
			.example = "Carottes râpées", HELP("Entrée", "Starter")},
		{"plat", FIELD_TEXT, .max = 150, .also = "plat_principal plats main",
			.example = "Filet de poisson", HELP("Plat principal", "Main dish")},
		{"garniture", FIELD_TEXT, .max = 150, .also = "accompagnement legumes legume side",
			.example = "Purée de potiron", HELP("Garniture", "Side dish")},
		{"laitage", FIELD_TEXT, .max = 150, .also = "fromage produit_laitier dairy",
			.example = "Yaourt de la ferme", HELP("Fromage ou laitage", "Cheese or dairy")},
		{"dessert", FIELD_TEXT, .max = 150, .also = "desserts",
			.example = "Pomme", HELP("Dessert", "Dessert")},
		{"mention", FIELD_TEXT, .max = 200, .also = "remarque note observation theme",
			.example = "Repas végétarien",
			HELP("Un mot sur ce jour : « Repas de Noël », « Pas de cantine »",
				"A word about that day: \"Christmas meal\", \"No canteen\"")},
		END,
	},
};

/* ---- days without school ---- */

const struct schema schema_ecole = {
	.name = "ecole",
	.file = "ecole.csv",
	.title = {"Des vacances ou un jour sans école : une ligne du tableau",
		"School holidays or a day without school: a line of the table"},
	.fields = (const struct field[]){
		{"quoi", FIELD_TEXT, .required = true, .max = 80, .also = "nom vacances motif libelle what",
			.example = "Vacances de Noël", HELP("Quelles vacances, ou pourquoi il n’y a pas d’école",
				"Which holidays, or why there is no school")},
		{"fin_des_cours", FIELD_DATE, .also = "fin_de_cours dernier_jour_de_classe depart",
			.example = "2026-12-18", HELP("Vacances ou pont : le dernier jour de classe, où l’on part le soir",
				"Holidays: the last day of class, in the evening of which they begin")},
		{"reprise", FIELD_DATE, .also = "rentree reprise_des_cours retour", .example = "2027-01-04",
			HELP("Vacances ou pont : le jour où l’on revient en classe", "Holidays: the day on which class begins again")},
		{"jour", FIELD_DATE, .also = "date le day", .example = "2027-01-22",
			HELP("Un seul jour sans école : grève, journée pédagogique", "A single day without school: strike, training")},
		{"accueil", FIELD_TEXT, .max = 200, .also = "service_minimum garde",
			.example = "à la garderie, de 8 h 30 à 16 h 30",
			HELP("Où et quand les enfants sont accueillis ce jour-là ; `non` s’ils ne le sont pas",
				"Where and when children are looked after; `non` if they are not")},
		END,
	},
};

/* ---- the collection of waste ---- */

const char *const round_holiday_words[] = {
	"maintenue", "lendemain", "veille", "decalee", "supprimee", NULL};

static const struct field any_date = {.kind = FIELD_DATE};

static const struct schema round_season = {
	.name = "periode_de_collecte",
	.title = {"Les mois d’une collecte", "The season of a collection"},
	.fields = (const struct field[]){
		{"du", FIELD_YEAR_DAY, .required = true, .example = "1er avril", .also = "de from",
			HELP("Son premier jour, chaque année", "Its first day, each year")},
		{"au", FIELD_YEAR_DAY, .required = true, .example = "30 novembre", .also = "a to",
			HELP("Son dernier jour, compris", "Its last day, included")},
		END,
	},
};

#define HOLIDAYS                                                                        \
	.choices = round_holiday_words, .also = "jours_feries"

static const struct schema waste_round = {
	.name = "tournee",
	.title = {"Une collecte", "A collection"},
	.fields = (const struct field[]){
		{"nom", FIELD_TEXT, .required = true, .max = 80, .example = "Ordures ménagères",
			.also = "name titre type", HELP("Ce qui est ramassé", "What is collected")},
		{"secteur", FIELD_TEXT, .max = 80, .example = "Le bourg", .also = "quartier zone",
			.standard = "toute la commune", HELP("Où, si les jours changent avec le quartier",
				"Where, if the days differ from place to place")},
		{"quand", FIELD_DAYS, .example = "jeudi des semaines paires", .also = "jour jours when",
			HELP("Ses jours ; les semaines paires ou impaires sont celles du calendrier",
				"Its days; even and odd weeks are those of the calendar")},
		{"periode", FIELD_RECORD, .record = &round_season, .also = "saison",
			.standard = "toute l’année", HELP("Les mois où elle a lieu", "Its season")},
		{"feries", FIELD_CHOICE, HOLIDAYS, .standard = "comme les autres",
			HELP("Ce qui se passe les jours fériés, si c’est autre chose que pour les autres",
				"What happens on public holidays, if not as for the others")},
		{"sauf", FIELD_LIST, .of = &any_date, .also = "excepte except",
			.example = "[2026-12-24]", HELP("Jours où elle n’a pas lieu", "Days on which it does not take place")},
		{"aussi", FIELD_LIST, .of = &any_date, .also = "plus dates",
			.example = "[2026-12-23]", HELP("Jours en plus", "More days")},
		{"precision", FIELD_TEXT, .max = 200, .also = "note bac", .example = "Bac à couvercle jaune",
			HELP("Un mot sur cette collecte", "A word about it")},
		END,
	},
};
static const struct field any_round = {.kind = FIELD_RECORD, .record = &waste_round};

const struct schema schema_collectes = {
	.name = "collectes",
	.file = "collectes.yaml",
	.title = {"La collecte des déchets", "The collection of waste"},
	.fields = (const struct field[]){
		{"format", FIELD_INTEGER, .min = 1, .max = 1, .example = "1", .standard = "1",
			HELP("Version de ce format : 1", "Version of this format: 1")},
		{"titre", FIELD_TEXT, .max = 80, .standard = "Collecte des déchets", .also = "title",
			HELP("Titre de la page", "Title of the page")},
		{"feries", FIELD_CHOICE, .required = true, HOLIDAYS, .example = "lendemain",
			HELP("Quand un jour de collecte est férié : `lendemain` et `veille` la déplacent, "
				"`decalee` déplace aussi d’un jour celles qui suivent dans la semaine",
				"What happens when the day is a public holiday: `lendemain` and `veille` move it, "
				"`decalee` moves those behind it in the week too")},
		{"tournees", FIELD_LIST, .of = &any_round, .also = "collectes",
			HELP("Les collectes, dans l’ordre où elles sont montrées", "Collections, in the order shown")},
		{"precision", FIELD_TEXT, .max = 300, .also = "note consigne",
			.example = "Sortez les bacs la veille au soir.",
			HELP("Une phrase pour toutes", "A sentence for all of them")},
		END,
	},
};

const struct schema schema_collectes_table = {
	.name = "collectes_dates",
	.file = "collectes.csv",
	.title = {"Un jour de collecte : une ligne du tableau", "A day of collection: a line of the table"},
	.fields = (const struct field[]){
		{"date", FIELD_DATE, .required = true, .also = "jour le day", .example = "2026-12-09",
			HELP("Le jour de la collecte", "The day of the collection")},
		{"collecte", FIELD_TEXT, .required = true, .max = 80, .also = "nom type tournee",
			.example = "Encombrants", HELP("Ce qui est ramassé", "What is collected")},
		{"secteur", FIELD_TEXT, .max = 80, .also = "quartier zone", .example = "Le bourg",
			HELP("Où, si ce n’est pas toute la commune", "Where, if not everywhere")},
		END,
	},
};
