/*
 * departement.c: the départements and overseas territories of France with their
 * regions, of INSEE's Code officiel géographique.
 */
#include "text/contact.h"

/* Tables, laid out for the eye. */
/* clang-format off */

static const struct {
	char code[3];
	struct str name;
} regions[] = {
    {"01", STR_INIT("Guadeloupe")},
    {"02", STR_INIT("Martinique")},
    {"03", STR_INIT("Guyane")},
    {"04", STR_INIT("La Réunion")},
    {"06", STR_INIT("Mayotte")},
    {"11", STR_INIT("Île-de-France")},
    {"24", STR_INIT("Centre-Val de Loire")},
    {"27", STR_INIT("Bourgogne-Franche-Comté")},
    {"28", STR_INIT("Normandie")},
    {"32", STR_INIT("Hauts-de-France")},
    {"44", STR_INIT("Grand Est")},
    {"52", STR_INIT("Pays de la Loire")},
    {"53", STR_INIT("Bretagne")},
    {"75", STR_INIT("Nouvelle-Aquitaine")},
    {"76", STR_INIT("Occitanie")},
    {"84", STR_INIT("Auvergne-Rhône-Alpes")},
    {"93", STR_INIT("Provence-Alpes-Côte d’Azur")},
    {"94", STR_INIT("Corse")},
};

/* Territories without a region have "". */
static const struct departement {
	char code[4], region[3];
	struct str name;
} departements[] = {
    {"01", "84", STR_INIT("Ain")},
    {"02", "32", STR_INIT("Aisne")},
    {"03", "84", STR_INIT("Allier")},
    {"04", "93", STR_INIT("Alpes-de-Haute-Provence")},
    {"05", "93", STR_INIT("Hautes-Alpes")},
    {"06", "93", STR_INIT("Alpes-Maritimes")},
    {"07", "84", STR_INIT("Ardèche")},
    {"08", "44", STR_INIT("Ardennes")},
    {"09", "76", STR_INIT("Ariège")},
    {"10", "44", STR_INIT("Aube")},
    {"11", "76", STR_INIT("Aude")},
    {"12", "76", STR_INIT("Aveyron")},
    {"13", "93", STR_INIT("Bouches-du-Rhône")},
    {"14", "28", STR_INIT("Calvados")},
    {"15", "84", STR_INIT("Cantal")},
    {"16", "75", STR_INIT("Charente")},
    {"17", "75", STR_INIT("Charente-Maritime")},
    {"18", "24", STR_INIT("Cher")},
    {"19", "75", STR_INIT("Corrèze")},
    {"21", "27", STR_INIT("Côte-d’Or")},
    {"22", "53", STR_INIT("Côtes-d’Armor")},
    {"23", "75", STR_INIT("Creuse")},
    {"24", "75", STR_INIT("Dordogne")},
    {"25", "27", STR_INIT("Doubs")},
    {"26", "84", STR_INIT("Drôme")},
    {"27", "28", STR_INIT("Eure")},
    {"28", "24", STR_INIT("Eure-et-Loir")},
    {"29", "53", STR_INIT("Finistère")},
    {"2A", "94", STR_INIT("Corse-du-Sud")},
    {"2B", "94", STR_INIT("Haute-Corse")},
    {"30", "76", STR_INIT("Gard")},
    {"31", "76", STR_INIT("Haute-Garonne")},
    {"32", "76", STR_INIT("Gers")},
    {"33", "75", STR_INIT("Gironde")},
    {"34", "76", STR_INIT("Hérault")},
    {"35", "53", STR_INIT("Ille-et-Vilaine")},
    {"36", "24", STR_INIT("Indre")},
    {"37", "24", STR_INIT("Indre-et-Loire")},
    {"38", "84", STR_INIT("Isère")},
    {"39", "27", STR_INIT("Jura")},
    {"40", "75", STR_INIT("Landes")},
    {"41", "24", STR_INIT("Loir-et-Cher")},
    {"42", "84", STR_INIT("Loire")},
    {"43", "84", STR_INIT("Haute-Loire")},
    {"44", "52", STR_INIT("Loire-Atlantique")},
    {"45", "24", STR_INIT("Loiret")},
    {"46", "76", STR_INIT("Lot")},
    {"47", "75", STR_INIT("Lot-et-Garonne")},
    {"48", "76", STR_INIT("Lozère")},
    {"49", "52", STR_INIT("Maine-et-Loire")},
    {"50", "28", STR_INIT("Manche")},
    {"51", "44", STR_INIT("Marne")},
    {"52", "44", STR_INIT("Haute-Marne")},
    {"53", "52", STR_INIT("Mayenne")},
    {"54", "44", STR_INIT("Meurthe-et-Moselle")},
    {"55", "44", STR_INIT("Meuse")},
    {"56", "53", STR_INIT("Morbihan")},
    {"57", "44", STR_INIT("Moselle")},
    {"58", "27", STR_INIT("Nièvre")},
    {"59", "32", STR_INIT("Nord")},
    {"60", "32", STR_INIT("Oise")},
    {"61", "28", STR_INIT("Orne")},
    {"62", "32", STR_INIT("Pas-de-Calais")},
    {"63", "84", STR_INIT("Puy-de-Dôme")},
    {"64", "75", STR_INIT("Pyrénées-Atlantiques")},
    {"65", "76", STR_INIT("Hautes-Pyrénées")},
    {"66", "76", STR_INIT("Pyrénées-Orientales")},
    {"67", "44", STR_INIT("Bas-Rhin")},
    {"68", "44", STR_INIT("Haut-Rhin")},
    {"69", "84", STR_INIT("Rhône")},
    {"70", "27", STR_INIT("Haute-Saône")},
    {"71", "27", STR_INIT("Saône-et-Loire")},
    {"72", "52", STR_INIT("Sarthe")},
    {"73", "84", STR_INIT("Savoie")},
    {"74", "84", STR_INIT("Haute-Savoie")},
    {"75", "11", STR_INIT("Paris")},
    {"76", "28", STR_INIT("Seine-Maritime")},
    {"77", "11", STR_INIT("Seine-et-Marne")},
    {"78", "11", STR_INIT("Yvelines")},
    {"79", "75", STR_INIT("Deux-Sèvres")},
    {"80", "32", STR_INIT("Somme")},
    {"81", "76", STR_INIT("Tarn")},
    {"82", "76", STR_INIT("Tarn-et-Garonne")},
    {"83", "93", STR_INIT("Var")},
    {"84", "93", STR_INIT("Vaucluse")},
    {"85", "52", STR_INIT("Vendée")},
    {"86", "75", STR_INIT("Vienne")},
    {"87", "75", STR_INIT("Haute-Vienne")},
    {"88", "44", STR_INIT("Vosges")},
    {"89", "27", STR_INIT("Yonne")},
    {"90", "27", STR_INIT("Territoire de Belfort")},
    {"91", "11", STR_INIT("Essonne")},
    {"92", "11", STR_INIT("Hauts-de-Seine")},
    {"93", "11", STR_INIT("Seine-Saint-Denis")},
    {"94", "11", STR_INIT("Val-de-Marne")},
    {"95", "11", STR_INIT("Val-d’Oise")},
    {"971", "01", STR_INIT("Guadeloupe")},
    {"972", "02", STR_INIT("Martinique")},
    {"973", "03", STR_INIT("Guyane")},
    {"974", "04", STR_INIT("La Réunion")},
    {"975", "", STR_INIT("Saint-Pierre-et-Miquelon")},
    {"976", "06", STR_INIT("Mayotte")},
    {"977", "", STR_INIT("Saint-Barthélemy")},
    {"978", "", STR_INIT("Saint-Martin")},
    {"984", "", STR_INIT("Terres australes et antarctiques françaises")},
    {"986", "", STR_INIT("Wallis-et-Futuna")},
    {"987", "", STR_INIT("Polynésie française")},
    {"988", "", STR_INIT("Nouvelle-Calédonie")},
    {"989", "", STR_INIT("La Passion-Clipperton")},
};

static const struct departement *find(struct str code)
{
	/* Asked for every commune of a territory: two signs tell nearly all apart. */
	for (size_t i = 0; code.n > 1 && i < sizeof departements / sizeof *departements;
		i++)
		if (departements[i].code[0] == code.p[0] &&
			departements[i].code[1] == code.p[1] &&
			str_is(code, departements[i].code))
			return &departements[i];
	return NULL;
}

struct str departement_name(struct str code)
{
	const struct departement *d = find(code);
	return d ? d->name : (struct str){0};
}

struct str departement_region_code(struct str code)
{
	const struct departement *d = find(code);
	return str_of(d && *d->region ? d->region : NULL);
}

struct str departement_region(struct str code)
{
	struct str region = departement_region_code(code);
	for (size_t i = 0; i < sizeof regions / sizeof *regions; i++)
		if (str_is(region, regions[i].code))
			return regions[i].name;
	return (struct str){0};
}
