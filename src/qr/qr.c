/*
 * qr.c: codes by libqrencode, drawn here: a stroke for each run of dark modules. Where
 * they stand in a page is not its business.
 */
#include "qr/qr.h"

#include <qrencode.h>

#include "base/arena.h"

#define BORDER 4 /* empty modules around, that the standard asks for */

static bool is_dark(const QRcode *code, int x, int y)
{
	return code->data[y * code->width + x] & 1;
}

/* "M4 4.5h7": from the left of module 0 of row 0, through its middle, 7 modules long. */
static void put_row(struct strbuf *b, const QRcode *code, int y)
{
	for (int x = 0; x < code->width;) {
		int from = x;
		while (x < code->width && is_dark(code, x, y))
			x++;
		if (x > from)
			strbuf_printf(
				b, "M%d %d.5h%d", from + BORDER, y + BORDER, x - from);
		else
			x++;
	}
}

/* Nothing but memory fails: the text is bounded. */
static QRcode *code_of(struct str text)
{
	QRcode *code = QRcode_encodeData(
		(int)text.n, (const unsigned char *)text.p, 0, QR_ECLEVEL_M);
	return code ? code : (arena_exhausted(), NULL);
}

bool qr_svg(struct strbuf *b, struct str text)
{
	if (!text.n || text.n > QR_MOST)
		return false;
	QRcode *code = code_of(text);
	int side = code->width + 2 * BORDER;
	strbuf_printf(b,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" "
		"shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 "
		"0h%dv%dH0z\"/><path stroke=\"#000\" d=\"",
		side, side, side, side);
	for (int y = 0; y < code->width; y++)
		put_row(b, code, y);
	strbuf_lit(b, "\"/></svg>\n");
	QRcode_free(code);
	return true;
}
