/*
 * nearest.h: the cure of a misspelt name: the nearest one that exists, said behind the
 * message. What is near is utf8_nearest's to tell.
 */
#ifndef TEXT_NEAREST_H
#define TEXT_NEAREST_H

#include "base/diag.h"

/* Say the nearest of the known names behind the message before it, where one is near. */
void say_nearest(
	struct diag *d, struct loc loc, struct str word, const struct str_list *known);

#endif
