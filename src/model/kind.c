/*
 * kind.c: the tables of kinds, and nothing else.
 */
#include "model/kind.h"

const struct kind page_kinds[PAGE_KINDS] = {
	[PAGE_HOME] = {.schema = &schema_accueil},
	[PAGE_FREE] = {.folder = "pages/", .schema = &schema_page, .nested = true},
	[PAGE_NEWS] = {.folder = "actualites/",
		.schema = &schema_actualite,
		.nested = true,
		.dated = true,
		.list_title = "Actualités",
		.order = ORDER_NEWEST,
		.in_menu = true},
	[PAGE_ACT] = {.folder = "actes/",
		.schema = &schema_acte,
		.nested = true,
		.dated = true,
		.list_title = "Actes de la commune",
		.list_summary = "Délibérations du conseil municipal, arrêtés du maire, "
				"procès-verbaux des séances.",
		.order = ORDER_REGISTER,
		.if_used = true,
		.by_day = true,
		.files = true,
		.title = "objet"},
	[PAGE_DIRECTORY] = {.folder = "annuaire/",
		.schema = &schema_annuaire,
		.nested = true,
		.list_title = "Annuaire",
		.list_summary = "Associations, commerces, artisans, santé : les noms, "
				"les adresses et les numéros.",
		.order = ORDER_TITLE,
		.in_menu = true,
		.if_used = true,
		.index = true,
		.parted = true,
		.title = "nom",
		.summary = "activite"},
	[PAGE_PLACE] = {.folder = "lieux/",
		.schema = &schema_lieu,
		.list_title = "Lieux et équipements",
		.list_summary = "Salles, école, bibliothèque, déchetterie : horaires, "
				"tarifs et accès.",
		.order = ORDER_TITLE,
		.if_used = true,
		.index = true,
		.title = "nom"},
	[PAGE_EVENT] = {.folder = "agenda/",
		.schema = &schema_evenement,
		.nested = true,
		.dated = true,
		.day = "debut",
		.day_named = true,
		.list_title = "Agenda",
		.list_summary = "Ce qui se passe dans la commune et autour.",
		.order = ORDER_SOONEST,
		.in_menu = true,
		.if_used = true},
	[PAGE_PROCEDURE] = {.folder = "demarches/", .schema = &schema_demarche},
	[PAGE_MENTION] = {.schema = &schema_mention},
};

const struct sheet_kind sheet_kinds[SHEETS] = {
	[SHEET_REDIRECTIONS] = {"redirections.yaml", &schema_redirections, false},
	[SHEET_PEOPLE] = {"elus.yaml", &schema_elus, false},
	[SHEET_MEALS] = {"cantine.csv", &schema_cantine, true},
};
