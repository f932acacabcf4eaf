/*
 * theme.h: what a theme alone may be wrong about beside its templates (render compiles
 * them): its options, its assets, files that nothing reads; and what its next version
 * would take away from communes and from themes that inherit from it.
 */
#ifndef CHECK_THEME_H
#define CHECK_THEME_H

#include "model/theme.h"

#define THEME_ASSETS_MAX                                                               \
	((size_t)512 << 10) /* bytes of a theme's own: 14 s at 300 kbit/s */

void check_theme(const struct theme *t, struct diag *d);

/* Within one level of the data model: a theme that raises `niveau` may drop what it wants. */
void check_theme_against(const struct theme *now, const struct theme *before,
	struct arena *a, struct diag *d);

#endif
