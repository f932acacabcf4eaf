/*
 * value.h: one node of YAML. As read it is a text, a list or a map, and nothing is
 * guessed from YAML's own typing; schema_check (schema.h) makes typed copies of it.
 *
 * Immutable once made; the arena it was read into owns it. A NULL pointer and a zeroed
 * value both mean "not given": every accessor takes them.
 */
#ifndef DATA_VALUE_H
#define DATA_VALUE_H

#include "base/loc.h"
#include "text/contact.h"
#include "text/day_rule.h"

enum value_kind { VALUE_NONE, VALUE_TEXT, VALUE_LIST, VALUE_MAP };

struct value;

struct value_pair {
	struct str
		key; /* as looked up: folded by yaml_read, the schema's own key after schema_check */
	struct str written; /* as typed, for messages */
	struct loc loc;     /* of the key */
	const struct value *value;
};

struct value {
	enum value_kind kind;
	bool typed;  /* `as` was filled by schema_check */
	bool quoted; /* a scalar in quotes or a block scalar */
	bool faulty; /* the schema refused it (and said so): use the default */
	struct loc loc;
	struct str text; /* TEXT: the scalar; after schema_check, in its normal form */
	union {
		struct {
			const struct value **v;
			size_t n, cap;
		} list;
		struct {
			struct value_pair *v;
			size_t n, cap;
		} map; /* in the order written; keys differ */
	};
	union {
		bool yes;             /* yes/no */
		long long integer;    /* integer */
		double decimal;       /* decimal */
		struct moment moment; /* date (minute -1), date-time */
		struct hours hours;
		const struct day_hours *day_hours;
		struct day_rule days;
		struct date year_day; /* year 0; day 0: the whole month */
		struct phone phone;
		unsigned colour; /* 0xRRGGBB */
		int choice;      /* index in field.choices */
	} as;
};

/* The pair of a key in a map (place of the key); NULL when v is no map or lacks it. */
const struct value_pair *value_pair(const struct value *v, struct str key);

/* The value under key, or NULL. Here, so that the length of a literal costs nothing. */
static inline const struct value *value_get(const struct value *v, const char *key)
{
	const struct value_pair *pair = value_pair(v, str_of(key));
	return pair ? pair->value : NULL;
}

/* The scalar under key, empty when absent. */
struct str value_text(const struct value *v, const char *key);

/* A yes/no under key, or the default. */
bool value_yes(const struct value *v, const char *key, bool otherwise);

/* Items of the list under key (n = 0 when absent). */
size_t value_count(const struct value *list);
const struct value *value_at(const struct value *list, size_t i);

static inline bool value_given(const struct value *v)
{
	return v && v->kind != VALUE_NONE;
}

/* True when both hold the same (kind, text, items), whatever their places. */
bool value_same(const struct value *a, const struct value *b);

#endif
