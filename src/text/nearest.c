/* nearest.c: see nearest.h. */
#include "text/nearest.h"

#include "text/utf8.h"

void say_nearest(
	struct diag *d, struct loc loc, struct str word, const struct str_list *known)
{
	struct str near = utf8_nearest(word, known->v, known->n);
	if (near.n)
		diag_also(d, MSG_NOTE_NEAREST, loc, near);
}
