/*
 * theme_option.h: the kinds of a theme's options that are read as the keys of other files
 * are: a colour, a whole number, a picture of the commune. Those that are words of the
 * theme's own (`oui_non`, `choix`) and texts are the business of theme.c.
 */
#ifndef MODEL_THEME_OPTION_H
#define MODEL_THEME_OPTION_H

#include "base/diag.h"
#include "data/value.h"

/* Whether options of this kind, as theme.yaml names it, are read here. */
bool theme_option_is_typed(struct str kind);

/* The two whole numbers of the option's `bornes`, in order; false when it has no such. */
bool theme_option_bounds(const struct value *option, long *least, long *most);

/*
 * What v means for an option, its record in theme.yaml, of such a kind, as templates show
 * it ("#2f5d3a", "12", "images/pont.jpg"); empty, said at its place, when it is not of the
 * kind.
 */
struct str theme_option_text(struct arena *a, const struct value *option,
	const struct value *v, struct diag *d);

#endif
