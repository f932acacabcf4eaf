/* escape.h: a slice into another language: HTML, XML, JSON, URL, CSV, iCalendar. */
#ifndef TEXT_ESCAPE_H
#define TEXT_ESCAPE_H

#include "base/strbuf.h"

void escape_html(
	struct strbuf *b, struct str s); /* & < > " ' : safe in quoted attributes too */
void escape_xml(
	struct strbuf *b, struct str s); /* the same, forbidden characters dropped */
void escape_json(struct strbuf *b,
	struct str s); /* without the quotes; </ and U+2028/9 made harmless */
void escape_url_component(
	struct strbuf *b, struct str s);              /* RFC 3986 unreserved kept */
void escape_url_path(struct strbuf *b, struct str s); /* the same, '/' kept */
void escape_csv(struct strbuf *b,
	struct str s); /* RFC 4180, quoted where needed; formulas defused */
void escape_ics(
	struct strbuf *b, struct str s); /* RFC 5545 TEXT; folding is the writer's */

/* %XX to bytes; invalid sequences stay as they are. */
struct str unescape_url(struct arena *a, struct str s);

#endif
