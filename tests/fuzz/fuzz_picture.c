/*
 * fuzz_picture.c: any bytes as a picture. It looks for crashes and for reads out of
 * bounds: the bytes stand in a block of exactly their size. And for answers that
 * contradict themselves.
 */
#include <stdint.h>
#include <stdlib.h>

#include "image/picture.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *p = malloc(size ? size : 1);
	if (!p)
		return 0;
	if (size)
		memcpy(p, data, size);
	struct picture_look l = picture_look((struct str){p, size});
	bool raster = l.format != PICTURE_NONE && l.format != PICTURE_SVG;
	bool within = l.width <= PICTURE_SIDE_MAX && l.height <= PICTURE_SIDE_MAX &&
		      (long long)l.width * l.height <= PICTURE_PIXELS_MAX;
	if (l.width < 0 || l.height < 0 || l.fault > PICTURE_HUGE ||
		(l.format == PICTURE_NONE && l.fault != PICTURE_DAMAGED) ||
		(raster && !l.fault && (!l.width || !l.height || !within)))
		abort();
	free(p);
	return 0;
}
