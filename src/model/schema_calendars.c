/*
 * schema_calendars.c: the fields of what comes back each week: the menus of the canteen.
 * Tables only.
 */
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
