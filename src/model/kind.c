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
		.files = true},
	[PAGE_PROCEDURE] = {.folder = "demarches/", .schema = &schema_demarche},
	[PAGE_MENTION] = {.schema = &schema_mention},
};

const struct sheet_kind sheet_kinds[SHEETS] = {
	[SHEET_REDIRECTIONS] = {"redirections.yaml", &schema_redirections},
};
