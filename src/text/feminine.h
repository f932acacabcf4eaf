/*
 * feminine.h: the names of functions, agreed in gender: « adjoint au maire » for a woman is
 * « adjointe au maire ». Only words of the table change; others stay as written.
 */
#ifndef TEXT_FEMININE_H
#define TEXT_FEMININE_H

#include "base/str.h"

/*
 * The function in the feminine, or in the masculine. What stands behind « au », « à »,
 * « de »... is somebody else's or something else, and keeps its gender, but for
 * « délégué » and « chargé », which are the person's.
 */
struct str function_agreed(struct arena *a, struct str function, bool feminine);

#endif
