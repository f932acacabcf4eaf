/* look.c: see look.h. Through qpdf's C interface, which lets no exception out. */
#include "source/pdf/look.h"

#include <ctype.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#define PAGES_MAX 2000 /* looked at; a longer document is judged by those */
#define PARENTS_MAX 32 /* nodes above a page */
#define FORMS_MAX 3    /* forms within forms */
#define ENTRIES_MAX 64 /* of a page's XObjects */
#define METADATA_MAX ((size_t)1 << 20) /* bytes */

/* ---- fonts ---- */

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

static bool resources_have_fonts(qpdf_data q, qpdf_oh resources, int depth);

/* A form is a page within a page: many programs put the whole text into one. */
static bool form_has_fonts(qpdf_data q, qpdf_oh form, int depth)
{
	if (!qpdf_oh_is_stream(q, form))
		return false;
	qpdf_oh dict = qpdf_oh_get_dict(q, form);
	if (!qpdf_oh_is_name_and_equals(
		    q, qpdf_oh_get_key(q, dict, "/Subtype"), "/Form"))
		return false;
	return resources_have_fonts(
		q, qpdf_oh_get_key(q, dict, "/Resources"), depth + 1);
}

static bool resources_have_fonts(qpdf_data q, qpdf_oh resources, int depth)
{
	char *names[ENTRIES_MAX];
	bool found = false;
	if (depth > FORMS_MAX || !qpdf_oh_is_dictionary(q, resources))
		return false;
	if (has_entries(q, qpdf_oh_get_key(q, resources, "/Font")))
		return true;
	qpdf_oh objects = qpdf_oh_get_key(q, resources, "/XObject");
	if (!qpdf_oh_is_dictionary(q, objects))
		return false;
	size_t n = keys_of(q, objects, names);
	for (size_t i = 0; i < n; i++) {
		found = found ||
			form_has_fonts(q, qpdf_oh_get_key(q, objects, names[i]), depth);
		free(names[i]);
	}
	return found;
}

/* A page has its own resources, or those of a node above it. */
static bool page_has_fonts(qpdf_data q, qpdf_oh page)
{
	for (int up = 0; up < PARENTS_MAX && qpdf_oh_is_dictionary(q, page); up++) {
		if (qpdf_oh_has_key(q, page, "/Resources"))
			return resources_have_fonts(
				q, qpdf_oh_get_key(q, page, "/Resources"), 0);
		page = qpdf_oh_get_key(q, page, "/Parent");
	}
	return false;
}

static bool has_text(qpdf_data q)
{
	int pages = qpdf_get_num_pages(q), with = 0;
	pages = pages > PAGES_MAX ? PAGES_MAX : pages;
	for (int i = 0; i < pages; i++) {
		with += page_has_fonts(q, qpdf_get_page_n(q, (size_t)i));
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
