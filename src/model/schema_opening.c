/*
 * schema_opening.c: the fields of opening hours, wherever they are written: week, weeks
 * odd and even, seasons, exceptions. Tables only: what they mean is in opening.c.
 */
#include "model/schemas.h"

/* Tables, laid out for the eye. */
/* clang-format off */

#define HELP(fr, en) .help = {fr, en}
#define END {.key = NULL}

#define WEEKDAYS                                                                        \
	{"lundi", FIELD_DAY_HOURS, .example = "9h-12h, 14h-17h30", .also = "monday lun",     \
		HELP("Heures du lundi", "Monday's hours")},                             \
	{"mardi", FIELD_DAY_HOURS, .example = "fermé", .also = "tuesday mar",                \
		HELP("Heures du mardi", "Tuesday's hours")},                            \
	{"mercredi", FIELD_DAY_HOURS, .example = "9h-12h ; 14h-16h sur rendez-vous",         \
		.also = "wednesday mer",                                                \
		HELP("Heures du mercredi", "Wednesday's hours")},                       \
	{"jeudi", FIELD_DAY_HOURS, .example = "sur rendez-vous", .also = "thursday jeu",     \
		HELP("Heures du jeudi", "Thursday's hours")},                           \
	{"vendredi", FIELD_DAY_HOURS, .example = "9h-12h les semaines paires",               \
		.also = "friday ven", HELP("Heures du vendredi", "Friday's hours")},    \
	{"samedi", FIELD_DAY_HOURS, .example = "9h-12h le 1er samedi du mois",               \
		.also = "saturday sam", HELP("Heures du samedi", "Saturday's hours")},  \
	{"dimanche", FIELD_DAY_HOURS, .example = "fermé", .also = "sunday dim",              \
		HELP("Heures du dimanche", "Sunday's hours")}

static const struct schema days = {
	.name = "jours",
	.title = {"Les jours de certaines semaines", "The days of some weeks"},
	.fields = (const struct field[]){
		WEEKDAYS,
		END,
	},
};

static const struct schema season = {
	.name = "saison",
	.title = {"Une saison, chaque année", "A season, each year"},
	.fields = (const struct field[]){
		{"nom", FIELD_TEXT, .example = "Été", .also = "name titre",
			HELP("Nom affiché", "Name shown")},
		{"du", FIELD_YEAR_DAY, .required = true, .example = "1er avril",
			.also = "de debut from", HELP("Premier jour", "First day")},
		{"au", FIELD_YEAR_DAY, .required = true, .example = "31 octobre",
			.also = "a fin jusqu_au to", HELP("Dernier jour ; un mois seul est son dernier jour",
				"Last day; a month alone is its last day")},
		WEEKDAYS,
		END,
	},
};
static const struct field any_season = {.kind = FIELD_RECORD, .record = &season};

const struct schema schema_horaires = {
	.name = "horaires",
	.title = {"Horaires d’ouverture", "Opening hours"},
	.fields = (const struct field[]){
		WEEKDAYS,
		{"semaines_paires", FIELD_RECORD, .record = &days,
			.also = "semaine_paire paires even_weeks",
			HELP("Les jours dont les heures changent les semaines paires",
				"The days whose hours change in even weeks")},
		{"semaines_impaires", FIELD_RECORD, .record = &days,
			.also = "semaine_impaire impaires odd_weeks",
			HELP("Les jours dont les heures changent les semaines impaires",
				"The days whose hours change in odd weeks")},
		{"saisons", FIELD_LIST, .of = &any_season, .also = "saison seasons",
			HELP("Les jours dont les heures changent une partie de l’année",
				"The days whose hours change in a part of the year")},
		{"precision", FIELD_TEXT, .example = "Sonnez à la porte de gauche",
			.also = "note remarque",
			HELP("Une phrase sous les horaires", "A sentence under the hours")},
		END,
	},
};

#define EXCEPTION_DAYS                                                                  \
	{"du", FIELD_DATE, .required = true, .example = "24/12/2026",                   \
		.also = "le debut from", HELP("Premier jour", "First day")},            \
	{"au", FIELD_DATE, .example = "31/12/2026", .also = "fin jusqu_au to",          \
		.standard = "le même jour", HELP("Dernier jour", "Last day")}

static const struct schema closure = {
	.name = "fermeture",
	.title = {"Fermeture exceptionnelle", "Exceptional closure"},
	.fields = (const struct field[]){
		EXCEPTION_DAYS,
		{"motif", FIELD_TEXT, .example = "Congés", .also = "raison reason",
			HELP("Pourquoi", "Why")},
		{"horaires", FIELD_HOURS, .example = "9h-12h",
			HELP("Les heures de ces jours-là, si ce n’est pas fermé ; de plusieurs jours, "
				"seulement de ceux qui ouvrent d’ordinaire",
				"The hours of these days, when it is not closed; of several days, "
				"only of those that are open otherwise")},
		END,
	},
};
const struct field field_fermeture = {.kind = FIELD_RECORD, .record = &closure};

static const struct schema extra = {
	.name = "ouverture",
	.title = {"Ouverture exceptionnelle", "Exceptional opening"},
	.fields = (const struct field[]){
		EXCEPTION_DAYS,
		{"horaires", FIELD_HOURS, .required = true, .example = "9h-12h",
			HELP("Les heures de ces jours-là, fériés compris",
				"The hours of these days, holidays included")},
		{"motif", FIELD_TEXT, .example = "Inscriptions scolaires", .also = "raison reason",
			HELP("Pourquoi", "Why")},
		END,
	},
};
const struct field field_ouverture = {.kind = FIELD_RECORD, .record = &extra};

const char *const feries_choices[] = {"fermee", "ouverte", NULL};
