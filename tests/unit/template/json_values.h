/*
 * json_values.h: JSON as values of spec mode, for well-formed files of the
 * specification. No reader of what people write: anything unexpected ends the test.
 */
#ifndef TESTS_TEMPLATE_JSON_VALUES_H
#define TESTS_TEMPLATE_JSON_VALUES_H

#include <stdio.h>
#include <stdlib.h>

#include "template/spec_internal.h"
#include "text/utf8.h"

struct json {
	struct arena *a;
	struct str s;
	size_t at;
};

static inline char json_peek(struct json *j)
{
	while (j->at < j->s.n && ascii_blank(j->s.p[j->at]))
		j->at++;
	return j->at < j->s.n ? j->s.p[j->at] : '\0';
}

static inline void json_want(struct json *j, char c)
{
	if (json_peek(j) != c) {
		fprintf(stderr, "JSON: '%c' missing at byte %zu\n", c, j->at);
		exit(1);
	}
	j->at++;
}

static inline void json_escape(struct json *j, struct strbuf *b)
{
	static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
	char c = j->s.p[j->at++];
	const char *known = strchr(from, c);
	if (c == 'u') {
		char digits[5] = {0};
		memcpy(digits, j->s.p + j->at, 4);
		utf8_put(b, (unsigned)strtoul(digits, NULL, 16));
		j->at += 4;
	} else {
		strbuf_byte(b, known ? to[known - from] : c);
	}
}

static inline struct str json_string(struct json *j)
{
	struct strbuf b = strbuf_on(j->a);
	json_want(j, '"');
	while (j->at < j->s.n && j->s.p[j->at] != '"') {
		char c = j->s.p[j->at++];
		if (c == '\\')
			json_escape(j, &b);
		else
			strbuf_byte(&b, c);
	}
	json_want(j, '"');
	return strbuf_str(&b);
}

static inline struct spec_value json_value(struct json *j);

/* A list, or a map where each value has its name before it. */
static inline struct spec_value json_many(struct json *j, bool named)
{
	struct {
		struct spec_value *v;
		size_t n, cap;
	} values = {0};
	struct str_list names = {0};
	char end = named ? '}' : ']';
	j->at++;
	while (json_peek(j) != end) {
		if (values.n)
			json_want(j, ',');
		if (named) {
			struct str name = json_string(j);
			*list_add(j->a, &names) = name;
			json_want(j, ':');
		}
		struct spec_value v = json_value(j);
		*list_add(j->a, &values) = v;
	}
	j->at++;
	struct spec_value v = {.names = names.v, .values = values.v, .n = values.n};
	v.view = named ? (struct view){.kind = VIEW_RECORD} : view_list(NULL, values.n);
	return v;
}

static inline struct spec_value json_value(struct json *j)
{
	char c = json_peek(j);
	if (c == '{' || c == '[')
		return json_many(j, c == '{');
	if (c == '"')
		return (struct spec_value){.view = view_text(json_string(j))};
	size_t from = j->at;
	while (j->at < j->s.n && !strchr(",]} \n", j->s.p[j->at]))
		j->at++;
	struct str word = str_sub(j->s, from, j->at);
	if (str_is(word, "null") || str_is(word, "false"))
		return (struct spec_value){0};
	if (str_is(word, "true"))
		return (struct spec_value){.view = view_yes(true)};
	return (struct spec_value){.view = view_text(word)};
}

/* The value under a key, or NULL. */
static inline const struct spec_value *json_get(
	const struct spec_value *v, struct str key)
{
	for (size_t i = 0; v->names && i < v->n; i++)
		if (str_eq(v->names[i], key))
			return &v->values[i];
	return NULL;
}

#endif
