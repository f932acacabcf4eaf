/*
 * check.h: what is wrong with a site that could be made all the same: dead links,
 * pictures without words, procedures without a human way. It reads the frozen web and
 * says; it changes nothing, and nothing is withheld for what it says.
 *
 * Adding a check is a row of the table in check.c, a function and its messages.
 */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include "resolve/web.h"

/*
 * Run every check. A text shown in several pages may be said several times at one
 * place: diag_sort drops repeats. Pages shown as they last were (faulty today) are not
 * looked at: their lines are not those of the file.
 */
void check_web(const struct web *w, struct diag *d);

/*
 * Acts said to be online before their file was there: `came` is the day a path of the
 * commune came into its history, year 0 where that is not known; before `first` nothing
 * is known of any.
 */
struct check_history {
	void *user;
	struct date (*came)(void *user, struct str path);
	struct date first;
};
void check_acts_history(
	const struct web *w, const struct check_history *h, struct diag *d);

#endif
