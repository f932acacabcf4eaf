/* event.c: the tables of event.h, and its two dates. */
#include "model/event.h"

const struct event_step event_steps[EVENT_STEPS] = {
	{"jour", "chaque jour", "DAILY", 1},
	{"semaine", "chaque semaine", "WEEKLY", 1},
	{"deux semaines", "toutes les deux semaines", "WEEKLY", 2},
	{"trois semaines", "toutes les trois semaines", "WEEKLY", 3},
	{"mois", "chaque mois", "MONTHLY", 1},
	{"deux mois", "tous les deux mois", "MONTHLY", 2},
	{"trois mois", "tous les trois mois", "MONTHLY", 3},
	{"six mois", "tous les six mois", "MONTHLY", 6},
	{"an", "chaque année", "YEARLY", 1},
};

const char *const event_step_words[EVENT_STEPS + 1] = {"jour", "semaine",
	"deux semaines", "trois semaines", "mois", "deux mois", "trois mois",
	"six mois", "an", NULL};

const char *const event_day_words[8] = {
	"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", NULL};
const char *const event_day_codes[7] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

const char *const event_rank_words[EVENT_RANKS + 1] = {
	"premier", "deuxieme", "troisieme", "quatrieme", "dernier", NULL};
const signed char event_ranks[EVENT_RANKS] = {1, 2, 3, 4, -1};

static struct moment midnight_after(struct date d)
{
	return (struct moment){date_of_days(date_days(d) + 1), 0};
}

static const struct value *moment_of(const struct page *p, const char *key)
{
	const struct value *v = value_get(p->header, key);
	return value_given(v) && v->typed && !v->faulty ? v : NULL;
}

/* « 20h30 » is of the day on which it begins. */
static struct moment end_of(const struct value *to, struct date begins)
{
	struct moment m = to->as.moment;
	if (!m.day.year)
		m.day = begins;
	return m;
}

bool event_when(const struct page *p, struct event_when *out)
{
	const struct value *from = moment_of(p, "debut"), *to = moment_of(p, "fin");
	struct moment start = from ? from->as.moment : (struct moment){p->date, -1};
	*out = (struct event_when){
		.from = {start.day, start.minute < 0 ? 0 : start.minute}};
	out->ends = to && to->as.moment.minute >= 0;
	out->whole = start.minute < 0 && !out->ends;
	out->to = out->ends ? end_of(to, start.day)
			    : midnight_after(to ? to->as.moment.day : start.day);
	return moment_cmp(out->to, out->from) > 0;
}

bool event_check(const struct page *p, struct diag *d)
{
	const struct value *from = moment_of(p, "debut"), *to = moment_of(p, "fin");
	struct event_when when;
	if (!to || event_when(p, &when))
		return true;
	diag_say(d, MSG_EVENT_REVERSED, to->loc,
		moment_text(d->arena, end_of(to, p->date)),
		moment_text(d->arena,
			(struct moment){p->date, from ? from->as.moment.minute : -1}));
	return from ? diag_also(d, MSG_NOTE_OTHER_DATE, from->loc) : false;
}
