/*
 * schema_event.c: the fields of an event of the agenda, and of how often it comes back.
 * Tables only.
 */
#include "model/event.h"
#include "model/schemas.h"

/* Tables, laid out for the eye. */
/* clang-format off */

#define HELP(fr, en) .help = {fr, en}
#define END {.key = NULL}

static const struct field any_word = {.kind = FIELD_TEXT};
static const struct field any_day = {.kind = FIELD_DATE};
static const struct field any_weekday = {.kind = FIELD_CHOICE, .choices = event_day_words};
static const struct field any_rank = {.kind = FIELD_CHOICE, .choices = event_rank_words};

static const struct schema repetition = {
	.name = "repetition",
	.title = {"La répétition d’un événement", "How an event comes back"},
	.fields = (const struct field[]){
		{"tous_les", FIELD_CHOICE, .choices = event_step_words, .also = "toutes_les chaque frequence",
			.example = "semaine", HELP("Le rythme", "How often")},
		{"jours", FIELD_LIST, .of = &any_weekday, .standard = "le jour de la semaine de `debut`",
			.also = "jour le", .example = "[mardi, samedi]",
			HELP("Jours de la semaine", "Days of the week")},
		{"rang", FIELD_LIST, .of = &any_rank, .example = "premier",
			HELP("Avec un rythme en mois : lequel de ces jours dans le mois",
				"With months: which of these days of the month")},
		{"jusqu_au", FIELD_DATE, .also = "fin until jusqu_a", .standard = "sans fin",
			HELP("Dernier jour, compris", "Last day, included")},
		{"fois", FIELD_INTEGER, .min = 1, .max = 500, .also = "nombre count",
			HELP("Nombre de fois en tout, la première comprise", "How many times in all")},
		{"sauf", FIELD_LIST, .of = &any_day, .also = "excepte except exdate",
			.example = "[2026-12-26, 2027-01-02]",
			HELP("Jours où il n’a pas lieu", "Days on which it does not take place")},
		{"aussi", FIELD_LIST, .of = &any_day, .also = "plus rdate",
			HELP("Jours en plus, à la même heure", "More days, at the same hour")},
		{"rrule", FIELD_TEXT, .max = 300, .example = "\"FREQ=MONTHLY;BYDAY=-1FR\"",
			HELP("La règle elle-même (iCalendar), à la place de `tous_les`, `jours`, `rang`, `jusqu_au` et `fois`",
				"The rule itself (iCalendar), in place of those above")},
		END,
	},
};

static const struct schema contact = {
	.name = "contact_d_un_evenement",
	.title = {"À qui s’adresser", "Whom to ask"},
	.fields = (const struct field[]){
		{"nom", FIELD_TEXT, .max = 120, .example = "Le secrétariat",
			HELP("Qui répond", "Who answers")},
		{"telephone", FIELD_PHONE, .also = "tel phone", HELP("Téléphone", "Phone")},
		{"courriel", FIELD_EMAIL, .also = "email mail", HELP("Courriel", "E-mail")},
		END,
	},
};

const struct schema schema_evenement = {
	.name = "evenement",
	.file = "agenda/**.md",
	.title = {"Événement de l’agenda", "Event"},
	.fields = (const struct field[]){
		{"titre", FIELD_TEXT, .required = true, .max = 150, .also = "title nom",
			.example = "Marché de Noël", HELP("Titre", "Title")},
		{"debut", FIELD_MOMENT, .example = "2026-12-05 14:00", .also = "date du le start",
			.takes = "heure heures horaire horaires heure_debut heure_de_debut hour time",
			.standard = "la date en tête du nom de fichier",
			HELP("Jour et heure où il commence ; sans heure, il dure la journée",
				"Day and hour it begins; without an hour it lasts the day")},
		{"fin", FIELD_MOMENT_OR_HOUR, .example = "2026-12-05 18:30", .also = "au end",
			.takes = "heure_fin heure_de_fin",
			.standard = "la fin du jour où il commence",
			HELP("Jour et heure où il finit ; un jour sans heure compte en entier ; une heure seule est celle du jour de `debut`",
				"Day and hour it ends; a day without an hour counts whole; an hour alone is one of the day of `debut`")},
		{"lieu", FIELD_TEXT, .max = 150, .also = "ou place location", .example = "Salle des fêtes",
			HELP("Où : nom du lieu, ou identifiant d’une page de lieux/ (`salle-des-fetes`), à laquelle il mène alors",
				"Where: the name of the place, or the identifier of a page of lieux/, to which it then leads")},
		{"adresse", FIELD_LINES, .also = "address",
			HELP("Adresse postale du lieu", "Postal address of the place")},
		{"prix", FIELD_TEXT, .max = 200, .also = "tarif tarifs price", .example = "5 €, gratuit avant 12 ans",
			HELP("Prix", "Price")},
		{"organisateur", FIELD_TEXT, .max = 150, .also = "organise_par organizer",
			HELP("Qui l’organise", "Who organises it")},
		{"contact", FIELD_RECORD, .record = &contact, HELP("À qui s’adresser", "Whom to ask")},
		{"lien", FIELD_HTTPS, .also = "site url", HELP("Site de l’événement", "Its own site")},
		{"inscription", FIELD_TEXT, .max = 300, .also = "reservation",
			.example = "À la mairie, avant le 1er décembre",
			HELP("Comment s’inscrire", "How to register")},
		{"inscription_lien", FIELD_HTTPS, .also = "reservation_lien billetterie",
			HELP("Où s’inscrire en ligne", "Where to register online")},
		{"conseil", FIELD_YES_NO, .standard = "non", .also = "conseil_municipal seance",
			HELP("Oui : c’est une séance du conseil municipal, annoncée aussi sur la page d’accueil",
				"Yes: a sitting of the council, announced on the home page too")},
		{"annule", FIELD_YES_NO, .standard = "non", .also = "annulee cancelled",
			HELP("Oui : il n’aura pas lieu ; il reste dans l’agenda, et cela est dit",
				"Yes: it will not take place; it stays, and that is said")},
		{"repetition", FIELD_RECORD, .record = &repetition, .also = "recurrence repete",
			HELP("Comment il se répète", "How it comes back")},
		{"resume", FIELD_TEXT, .max = 300, .also = "description summary chapo",
			HELP("Une phrase qui résume", "One sentence")},
		{"image", FIELD_PATH, .example = "images/marche.jpg", .also = "photo illustration affiche",
			HELP("Image de tête", "Picture")},
		{"image_texte", FIELD_TEXT, .also = "alt texte_alternatif",
			HELP("Ce que montre l’image, pour qui ne la voit pas", "What it shows")},
		{"mots_cles", FIELD_LIST, .of = &any_word, .also = "tags keywords",
			.apart = ",;",
			HELP("Mots que les gens cherchent", "Words people look for")},
		{"anciennes_adresses", FIELD_LIST, .of = &any_word, .also = "aliases redirect_from",
			.example = "[/spip.php?article12]",
			HELP("Adresses que cet événement avait sur l’ancien site : elles y mènent encore",
				"Addresses of this event on the former site: they still lead to it")},
		{"brouillon", FIELD_YES_NO, .standard = "non", .also = "draft",
			HELP("Oui : pas encore en ligne", "Yes: not online yet")},
		{"publier_le", FIELD_MOMENT, .also = "publish", .example = "2026-12-01 08:00",
			HELP("En ligne à partir de ce moment", "Online from then on")},
		{"retirer_le", FIELD_MOMENT, .also = "expire expiration",
			HELP("Retiré à partir de ce moment : rarement utile, car ce qui est passé va dans les archives",
				"Withdrawn from then on: seldom useful, for what is past goes to the archives")},
		END,
	},
};
