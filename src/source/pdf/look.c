/* look.c: see look.h. Through qpdf's C interface, which lets no exception out. */
#include "source/pdf/look.h"

#include <ctype.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#include "source/pdf/letters.h"

#define PAGES_MAX 2000 /* looked at; a longer document is judged by those */
#define PARENTS_MAX 32 /* nodes above a page */
#define FORMS_MAX 3    /* forms within forms */
#define ENTRIES_MAX 64 /* of a page's XObjects */
#define METADATA_MAX ((size_t)1 << 20) /* bytes */
#define SCAN_PIXELS (595.0 * 842) /* an A4 page at 72 a inch, the coarsest of scans */
#define STAMP_LETTERS 400 /* bytes: a stamp has 150 letters at most, a page 1 500 */

/* ---- text ---- */

static bool has_entries(qpdf_data q, qpdf_oh dict)
{
	if (!qpdf_oh_is_dictionary(q, dict))
		return false;
	qpdf_oh_begin_dict_key_iter(q, dict);
	bool any = qpdf_oh_dict_more_keys(q);
	while (qpdf_oh_dict_more_keys(q))
		qpdf_oh_dict_next_key(q);
	return any;
}

/* Names of the keys of a dictionary, at most so many; to be freed one by one. */
static size_t keys_of(qpdf_data q, qpdf_oh dict, char *names[ENTRIES_MAX])
{
	size_t n = 0;
	qpdf_oh_begin_dict_key_iter(q, dict);
	while (qpdf_oh_dict_more_keys(q)) {
		const char *key = qpdf_oh_dict_next_key(q);
		if (n < ENTRIES_MAX && key && (names[n] = strdup(key)))
			n++;
	}
	return n;
}

/* What a page is made of, and the forms within it. */
struct made_of {
	bool fonts;
	double pixels;  /* of its pictures */
	bool read;      /* count letters too, which takes opening streams */
	size_t letters; /* bytes of text that it shows */
};

static void look_at_resources(
	qpdf_data q, qpdf_oh resources, int depth, struct made_of *x);

static void count_letters(qpdf_data q, qpdf_oh stream, struct made_of *x)
{
	unsigned char *bytes = NULL;
	size_t n = 0;
	QPDF_BOOL filtered = QPDF_FALSE;
	QPDF_ERROR_CODE e = qpdf_oh_get_stream_data(
		q, stream, qpdf_dl_generalized, &filtered, &bytes, &n);
	if (!(e & QPDF_ERRORS) && filtered && bytes)
		x->letters += letters_shown(bytes, n);
	free(bytes);
}

static double side_of(qpdf_data q, qpdf_oh dict, const char *key)
{
	qpdf_oh v = qpdf_oh_get_key(q, dict, key);
	return qpdf_oh_is_number(q, v) ? qpdf_oh_get_numeric_value(q, v) : 0;
}

/* A form is a page within a page: many programs put the whole text into one. */
static void look_at_object(qpdf_data q, qpdf_oh object, int depth, struct made_of *x)
{
	if (!qpdf_oh_is_stream(q, object))
		return;
	qpdf_oh dict = qpdf_oh_get_dict(q, object);
	qpdf_oh kind = qpdf_oh_get_key(q, dict, "/Subtype");
	if (qpdf_oh_is_name_and_equals(q, kind, "/Image"))
		x->pixels += side_of(q, dict, "/Width") * side_of(q, dict, "/Height");
	if (!qpdf_oh_is_name_and_equals(q, kind, "/Form"))
		return;
	if (x->read)
		count_letters(q, object, x);
	look_at_resources(q, qpdf_oh_get_key(q, dict, "/Resources"), depth + 1, x);
}

static void look_at_resources(
	qpdf_data q, qpdf_oh resources, int depth, struct made_of *x)
{
	char *names[ENTRIES_MAX];
	if (depth > FORMS_MAX || !qpdf_oh_is_dictionary(q, resources))
		return;
	x->fonts = x->fonts || has_entries(q, qpdf_oh_get_key(q, resources, "/Font"));
	qpdf_oh objects = qpdf_oh_get_key(q, resources, "/XObject");
	if (!qpdf_oh_is_dictionary(q, objects))
		return;
	size_t n = keys_of(q, objects, names);
	for (size_t i = 0; i < n; i++) {
		look_at_object(q, qpdf_oh_get_key(q, objects, names[i]), depth, x);
		free(names[i]);
	}
}

/* A page has its own resources, or those of a node above it. */
static qpdf_oh resources_of(qpdf_data q, qpdf_oh page)
{
	for (int up = 0; up < PARENTS_MAX && qpdf_oh_is_dictionary(q, page); up++) {
		if (qpdf_oh_has_key(q, page, "/Resources"))
			return qpdf_oh_get_key(q, page, "/Resources");
		page = qpdf_oh_get_key(q, page, "/Parent");
	}
	return qpdf_oh_new_null(q);
}

/*
 * A page can be read aloud when it has a font; but the scan of one that a prefecture
 * stamped has a font too, for the stamp: with as many pixels as a page, it must show more
 * letters than a stamp does.
 */
static bool page_has_text(qpdf_data q, qpdf_oh page)
{
	struct made_of x = {.fonts = false};
	qpdf_oh resources = resources_of(q, page);
	look_at_resources(q, resources, 0, &x);
	if (!x.fonts || x.pixels < SCAN_PIXELS)
		return x.fonts;
	unsigned char *bytes = NULL;
	size_t n = 0;
	x = (struct made_of){.read = true};
	look_at_resources(q, resources, 0, &x);
	if (!(qpdf_oh_get_page_content_data(q, page, &bytes, &n) & QPDF_ERRORS) &&
		bytes)
		x.letters += letters_shown(bytes, n);
	free(bytes);
	return x.letters > STAMP_LETTERS;
}

static bool has_text(qpdf_data q)
{
	int pages = qpdf_get_num_pages(q), with = 0;
	pages = pages > PAGES_MAX ? PAGES_MAX : pages;
	for (int i = 0; i < pages; i++) {
		with += page_has_text(q, qpdf_get_page_n(q, (size_t)i));
		qpdf_oh_release_all(q);
	}
	return with && with * 2 >= pages;
}

/* ---- title and language ---- */

static bool is_said(const char *s)
{
	while (s && *s && isspace((unsigned char)*s))
		s++;
	return s && *s;
}

static bool has_language(qpdf_data q)
{
	qpdf_oh lang = qpdf_oh_get_key(q, qpdf_get_root(q), "/Lang");
	return qpdf_oh_is_string(q, lang) && is_said(qpdf_oh_get_utf8_value(q, lang));
}

/* Where the element's text stands: XMP writes dc:title as a list of languages. */
static bool xmp_has_title(const char *p, size_t n)
{
	static const char open[] = "<dc:title", close[] = "</dc:title";
	const char *from = memmem(p, n, open, sizeof open - 1);
	const char *to =
		from ? memmem(from, n - (size_t)(from - p), close, sizeof close - 1)
		     : NULL;
	bool in_tag = true;
	for (from += to ? sizeof open - 1 : 0; to && from < to; from++) {
		if (*from == '<' || *from == '>')
			in_tag = *from == '<';
		else if (!in_tag && !isspace((unsigned char)*from))
			return true;
	}
	return false;
}

static bool metadata_has_title(qpdf_data q)
{
	qpdf_oh metadata = qpdf_oh_get_key(q, qpdf_get_root(q), "/Metadata");
	unsigned char *bytes = NULL;
	size_t n = 0;
	QPDF_BOOL filtered = QPDF_FALSE;
	if (!qpdf_oh_is_stream(q, metadata))
		return false;
	QPDF_ERROR_CODE e = qpdf_oh_get_stream_data(
		q, metadata, qpdf_dl_generalized, &filtered, &bytes, &n);
	bool found = !(e & QPDF_ERRORS) && bytes && n <= METADATA_MAX &&
		     xmp_has_title((const char *)bytes, n);
	free(bytes);
	return found;
}

static bool has_title(qpdf_data q)
{
	return is_said(qpdf_get_info_key(q, "/Title")) || metadata_has_title(q);
}

/* ---- the whole ---- */

struct looked look_into(const char *bytes, size_t n)
{
	struct looked r = {.how = LOOK_DAMAGED};
	qpdf_data q = qpdf_init();
	qpdf_silence_errors(q);
	qpdf_set_suppress_warnings(q, QPDF_TRUE);
	QPDF_ERROR_CODE e = qpdf_read_memory(q, "pdf", bytes, n, NULL);
	if (e & QPDF_ERRORS) {
		qpdf_error why = qpdf_get_error(q);
		if (why && qpdf_get_error_code(q, why) == qpdf_e_password)
			r.how = LOOK_LOCKED;
	} else if (qpdf_get_num_pages(q) > 0) {
		r.how = LOOK_READ;
		r.language = has_language(q);
		r.title = has_title(q);
		r.text = has_text(q);
	}
	qpdf_cleanup(&q);
	return r;
}
