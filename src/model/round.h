/*
 * round.h: what happens to a collection of waste when its day is a public holiday, as
 * collectes.yaml says it. Days are counted by resolve/rounds.h.
 */
#ifndef MODEL_ROUND_H
#define MODEL_ROUND_H

/* In the order of round_holiday_words. */
enum round_holiday {
	ROUND_KEPT,    /* as on any day */
	ROUND_NEXT,    /* the next day that is neither a holiday nor a Sunday */
	ROUND_BEFORE,  /* the last such day before it */
	ROUND_SHIFTED, /* a day later, and so are those behind it in that week */
	ROUND_DROPPED,
};

extern const char *const round_holiday_words[]; /* NULL at the end */

#endif
