/*
 * place.h: the sorts of places a commune has (halls, school, library...), as headers
 * write them and as people read them. It reads no page.
 */
#ifndef MODEL_PLACE_H
#define MODEL_PLACE_H

#include "base/str.h"

/* Words of `type`, NULL at the end; their names stand in the same order. */
extern const char *const place_type_words[];
struct str place_type_name(int type); /* « Salle », « Bibliothèque » */

#endif
