/* Opening hours of a day: what people write, and how it is shown. */
#include "../same.h"

#include "text/hours.h"

static struct arena a;

static int emptied(void **state)
{
	(void)state;
	arena_release(&a);
	return 0;
}

/* "540-720 840-1050 rdv": the slots in minutes. */
static struct str plain(const struct hours *h)
{
	struct str s = {0};
	for (size_t i = 0; i < h->n; i++)
		s = str_printf(&a, "%.*s%s%d-%d", STR_ARG(s), i ? " " : "",
			h->slot[i].from, h->slot[i].to);
	return h->by_appointment ? str_printf(&a, "%.*s rdv", STR_ARG(s)) : s;
}

static void every_form_is_read(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"9h-12h, 14h-17h30", "540-720 840-1050"},
		{"9:00-12:00 et 14:00-17:30", "540-720 840-1050"},
		{"09:00 - 12:00 / 14:00 - 17:30", "540-720 840-1050"},
		{"de 9 h à 12 h", "540-720"},
		{"De 9 h à 12 h et de 14 h à 17 h 30", "540-720 840-1050"},
		{"9 heures à 12 heures", "540-720"},
		{"9H00–12H00", "540-720"},
		{"9h-12h 14h-17h", "540-720 840-1020"},
		{"9-12h", "540-720"},
		{"9h-12", "540-720"},
		{"8h05-12h", "485-720"},
		{"9\u00A0h\u00A030 – 12\u202Fh", "570-720"},
		{"14h-17h, 9h-12h", "540-720 840-1020"},
		{"9h-12h, 12h-14h", "540-720 720-840"},
		{"18h-0h", "1080-1440"},
		{"0h-24h", "0-1440"},
		{"fermé", ""},
		{"Fermée.", ""},
		{"FERME", ""},
		{"sur rendez-vous", " rdv"},
		{"Sur rendez vous", " rdv"},
		{"sur RDV", " rdv"},
		{"uniquement sur rendez-vous", " rdv"},
		{"9h-12h sur rendez-vous", "540-720 rdv"},
		{"9h-12h (sur rendez-vous), 14h-16h", "540-720 840-960 rdv"},
		{"9h-10h, 10h30-11h, 11h30-12h, 13h-14h, 15h-16h, 17h-18h",
			"540-600 630-660 690-720 780-840 900-960 1020-1080"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct hours h;
		enum hours_error e = hours_parse(str_of(rows[i][0]), &h);
		if (e != HOURS_OK)
			fail_msg("%s: %d", rows[i][0], (int)e);
		assert_row(plain(&h), rows[i][1], i);
	}
}

static void what_is_wrong_is_told(void **state)
{
	(void)state;
	static const struct {
		const char *s;
		enum hours_error e;
	} rows[] = {
		{"12h-9h", HOURS_REVERSED},
		{"9h-9h", HOURS_REVERSED},
		{"9h-12h, 17h-14h", HOURS_REVERSED},
		{"9h-12h, 11h-14h", HOURS_OVERLAP},
		{"14h-18h, 9h-15h", HOURS_OVERLAP},
		{"9h-12h, 9h-12h", HOURS_OVERLAP},
		{"", HOURS_NOT_SO},
		{"9-12", HOURS_NOT_SO},
		{"9h", HOURS_NOT_SO},
		{"9h-25h", HOURS_NOT_SO},
		{"9h60-12h", HOURS_NOT_SO},
		{"9h-12h,", HOURS_NOT_SO},
		{"le matin", HOURS_NOT_SO},
		{"9h-12h fermé", HOURS_NOT_SO},
		{"lundi 9h-12h", HOURS_NOT_SO},
		{"sur rendez-vous, sur rendez-vous", HOURS_NOT_SO},
		{"(sur rendez-vous", HOURS_NOT_SO},
		{"fermé le matin", HOURS_NOT_SO},
		{"9h-12h14h-17h", HOURS_NOT_SO},
		{"9h-24h30", HOURS_NOT_SO},
		{"1h-2h,3h-4h,5h-6h,7h-8h,9h-10h,11h-12h,13h-14h", HOURS_NOT_SO},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct hours h = {.n = 9};
		enum hours_error e = hours_parse(str_of(rows[i].s), &h);
		if (e != rows[i].e)
			fail_msg("%s: %d", rows[i].s, (int)e);
		assert_int_equal(h.n, 0);
	}
}

static void one_hour_is_read(void **state)
{
	(void)state;
	static const struct {
		const char *s;
		int minute;
	} rows[] = {
		{"9h30", 570},
		{"9 h 30", 570},
		{"09:30", 570},
		{"9:30", 570},
		{"18h", 1080},
		{"0h", 0},
		{"24:00", 1440},
		{"9 heures 30 minutes", 570},
		{"9h30 min", 570},
		{"midi", -1},
		{"", -1},
		{"9", -1},
		{"9:5", -1},
		{"9h5", -1},
		{"24h01", -1},
		{"9:", -1},
		{"9:30:00", -1},
		{"h30", -1},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (clock_parse(str_of(rows[i].s)) != rows[i].minute)
			fail_msg("%s: %d", rows[i].s, clock_parse(str_of(rows[i].s)));
}

static void hours_are_shown_with_their_spaces(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"9h-12h", "de 9_h à 12_h"},
		{"9h-12h, 14h-17h30", "de 9_h à 12_h et de 14_h à 17_h_30"},
		{"8h-9h, 10h-11h, 14h-15h",
			"de 8_h à 9_h, de 10_h à 11_h et de 14_h à 15_h"},
		{"fermé", "fermé"},
		{"sur rdv", "sur rendez-vous"},
		{"9h-12h sur rdv", "de 9_h à 12_h, sur rendez-vous"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct hours h;
		assert_int_equal(hours_parse(str_of(rows[i][0]), &h), HOURS_OK);
		struct str due = {0}, rest = str_of(rows[i][1]), piece;
		while (str_cut(&rest, '_', &piece))
			due = str_printf(&a, "%.*s%.*s%s", STR_ARG(due), STR_ARG(piece),
				rest.n ? "\u00A0" : "");
		assert_row(hours_text(&a, &h), due.p, i);
	}
	assert_same(clock_text(&a, 570), "9\u00A0h\u00A030");
	assert_same(clock_text(&a, 545), "9\u00A0h\u00A005");
	assert_same(clock_text(&a, 540), "9\u00A0h");
	assert_same(clock_text(&a, -1), "");
	assert_same(clock_text(&a, 1441), "");
	assert_same(clock_iso(&a, 570), "09:30");
	assert_same(clock_iso(&a, 1440), "24:00");
	assert_same(clock_iso(&a, -5), "");
}

/* What is shown on the site, copied back into a file, means the same. */
static void what_is_shown_is_read_again(void **state)
{
	(void)state;
	for (int from = 0; from < 1440; from += 35) {
		for (int to = from + 5; to <= 1440; to += 95) {
			struct hours h = {.slot = {{(short)from, (short)to}}, .n = 1};
			struct hours again;
			struct str shown = hours_text(&a, &h);
			assert_int_equal(hours_parse(shown, &again), HOURS_OK);
			assert_row(plain(&again), plain(&h).p, from);
		}
	}
}

int main(void)
{
#define T(test) cmocka_unit_test_teardown(test, emptied)
	const struct CMUnitTest tests[] = {
		T(every_form_is_read),
		T(what_is_wrong_is_told),
		T(one_hour_is_read),
		T(hours_are_shown_with_their_spaces),
		T(what_is_shown_is_read_again),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
