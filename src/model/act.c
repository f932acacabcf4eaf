/*
 * act.c: the tables of act.h, and nothing else.
 *
 * Matters: the second level of the ACTES nomenclature of the Ministry of the Interior, as
 * the documentation of the national schema "deliberations" 2.1.3 numbers it (1.1 to 1.7,
 * 2.1 to 2.3, 3.1 to 3.6, 4.1 to 4.5, 5.1 to 5.8, 6.1 to 6.5, 7.1 to 7.10, 8.1 to 8.9,
 * 9.1 to 9.4; schema.data.gouv.fr, read 25 November 2026). Names are shortened where the
 * nomenclature has a parenthesis. A prefecture may ask for a third level: not here.
 */
#include "model/act.h"

/* Tables, laid out for the eye. */
/* clang-format off */

const char *const act_type_words[ACT_TYPES + 1] = {
	[ACT_DELIBERATION] = "deliberation",
	[ACT_ARRETE] = "arrete",
	[ACT_DECISION] = "decision",
	[ACT_LIST] = "liste_des_deliberations",
	[ACT_MINUTES] = "proces_verbal",
	[ACT_BUDGET] = "budget",
};

struct str act_type_name(enum act_type t)
{
	static const struct str names[] = {
		[ACT_DELIBERATION] = STR_INIT("Délibération"),
		[ACT_ARRETE] = STR_INIT("Arrêté"),
		[ACT_DECISION] = STR_INIT("Décision"),
		[ACT_LIST] = STR_INIT("Liste des délibérations"),
		[ACT_MINUTES] = STR_INIT("Procès-verbal"),
		[ACT_BUDGET] = STR_INIT("Budget"),
	};
	return names[t];
}

const struct act_matter act_matters[ACT_MATTERS] = {
	{"1.1", "Commande publique", "Marchés publics"},
	{"1.2", "Commande publique", "Délégations de service public"},
	{"1.3", "Commande publique", "Conventions de mandat"},
	{"1.4", "Commande publique", "Autres types de contrats"},
	{"1.5", "Commande publique", "Transactions"},
	{"1.6", "Commande publique", "Maîtrise d’œuvre"},
	{"1.7", "Commande publique", "Actes spéciaux et divers"},
	{"2.1", "Urbanisme", "Documents d’urbanisme"},
	{"2.2", "Urbanisme", "Droit d’occupation ou d’utilisation des sols"},
	{"2.3", "Urbanisme", "Droit de préemption urbain"},
	{"3.1", "Domaine et patrimoine", "Acquisitions"},
	{"3.2", "Domaine et patrimoine", "Aliénations"},
	{"3.3", "Domaine et patrimoine", "Locations"},
	{"3.4", "Domaine et patrimoine", "Limites territoriales"},
	{"3.5", "Domaine et patrimoine", "Autres actes de gestion du domaine public"},
	{"3.6", "Domaine et patrimoine", "Autres actes de gestion du domaine privé"},
	{"4.1", "Fonction publique", "Personnels titulaires et stagiaires"},
	{"4.2", "Fonction publique", "Personnels contractuels"},
	{"4.3", "Fonction publique", "Fonction publique hospitalière"},
	{"4.4", "Fonction publique", "Autres catégories de personnels"},
	{"4.5", "Fonction publique", "Régime indemnitaire"},
	{"5.1", "Institutions et vie politique", "Élection de l’exécutif"},
	{"5.2", "Institutions et vie politique", "Fonctionnement des assemblées"},
	{"5.3", "Institutions et vie politique", "Désignation de représentants"},
	{"5.4", "Institutions et vie politique", "Délégation de fonctions"},
	{"5.5", "Institutions et vie politique", "Délégation de signature"},
	{"5.6", "Institutions et vie politique", "Exercice des mandats locaux"},
	{"5.7", "Institutions et vie politique", "Intercommunalité"},
	{"5.8", "Institutions et vie politique", "Décision d’ester en justice"},
	{"6.1", "Libertés publiques et pouvoirs de police", "Police municipale"},
	{"6.2", "Libertés publiques et pouvoirs de police", "Pouvoirs du président du conseil départemental"},
	{"6.3", "Libertés publiques et pouvoirs de police", "Pouvoirs du président du conseil régional"},
	{"6.4", "Libertés publiques et pouvoirs de police", "Autres actes réglementaires"},
	{"6.5", "Libertés publiques et pouvoirs de police", "Actes pris au nom de l’État"},
	{"7.1", "Finances locales", "Décisions budgétaires"},
	{"7.2", "Finances locales", "Fiscalité"},
	{"7.3", "Finances locales", "Emprunts"},
	{"7.4", "Finances locales", "Interventions économiques"},
	{"7.5", "Finances locales", "Subventions"},
	{"7.6", "Finances locales", "Contributions budgétaires"},
	{"7.7", "Finances locales", "Avances"},
	{"7.8", "Finances locales", "Fonds de concours"},
	{"7.9", "Finances locales", "Prises de participation"},
	{"7.10", "Finances locales", "Divers"},
	{"8.1", "Domaines de compétences par thèmes", "Enseignement"},
	{"8.2", "Domaines de compétences par thèmes", "Aide sociale"},
	{"8.3", "Domaines de compétences par thèmes", "Voirie"},
	{"8.4", "Domaines de compétences par thèmes", "Aménagement du territoire"},
	{"8.5", "Domaines de compétences par thèmes", "Politique de la ville, habitat, logement"},
	{"8.6", "Domaines de compétences par thèmes", "Emploi et formation professionnelle"},
	{"8.7", "Domaines de compétences par thèmes", "Transports"},
	{"8.8", "Domaines de compétences par thèmes", "Environnement"},
	{"8.9", "Domaines de compétences par thèmes", "Culture"},
	{"9.1", "Autres domaines de compétences", "Autres domaines de compétences des communes"},
	{"9.2", "Autres domaines de compétences", "Autres domaines de compétences des départements"},
	{"9.3", "Autres domaines de compétences", "Autres domaines de compétences des régions"},
	{"9.4", "Autres domaines de compétences", "Vœux et motions"},
};

const char *const act_matter_codes[ACT_MATTERS + 1] = {
	"1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7",
	"2.1", "2.2", "2.3",
	"3.1", "3.2", "3.3", "3.4", "3.5", "3.6",
	"4.1", "4.2", "4.3", "4.4", "4.5",
	"5.1", "5.2", "5.3", "5.4", "5.5", "5.6", "5.7", "5.8",
	"6.1", "6.2", "6.3", "6.4", "6.5",
	"7.1", "7.2", "7.3", "7.4", "7.5", "7.6", "7.7", "7.8", "7.9", "7.10",
	"8.1", "8.2", "8.3", "8.4", "8.5", "8.6", "8.7", "8.8", "8.9",
	"9.1", "9.2", "9.3", "9.4",
	NULL,
};
