/*
 * place.c: the table of place.h, and nothing else.
 */
#include "model/place.h"

const char *const place_type_words[] = {
#define P(id, word, name) word,
	PLACES(P)
#undef P
		NULL};

struct str place_type_name(int type)
{
	static const struct str names[] = {
#define P(id, word, name) STR_INIT(name),
		PLACES(P)
#undef P
	};
	return names[type];
}
