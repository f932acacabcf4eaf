/*
 * theme_option.h: the kinds of a theme's options that are read as the keys of other files
 * are: a colour, a whole number. Those that are words of the theme's own (`oui_non`,
 * `choix`) and texts are the business of theme.c.
 */
#ifndef MODEL_THEME_OPTION_H
#define MODEL_THEME_OPTION_H

#include "base/diag.h"
#include "data/value.h"

/* Whether options of this kind, as theme.yaml names it, are read here. */
bool theme_option_is_typed(struct str kind);

/*
 * What v means as an option of such a kind, as templates show it ("#2f5d3a", "12"); empty,
 * said at its place, when it is not of the kind.
 */
struct str theme_option_text(
	struct arena *a, struct str kind, const struct value *v, struct diag *d);

#endif
