/*
 * contact.c: e-mail addresses and the numbers that France gives to communes, companies
 * and post offices. Phones are in phone.c, the names of départements in departement.c.
 */
#include "text/contact.h"

#include <utf8proc.h>

#include "text/utf8.h"

#define EMAIL_MAX 254 /* RFC 5321, with its angle brackets 256 */
#define LOCAL_MAX 64
#define LABEL_MAX 63

static bool local_valid(struct str s)
{
	if (s.n == 0 || s.n > LOCAL_MAX || s.p[0] == '.' || s.p[s.n - 1] == '.')
		return false;
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		if (c == '.' && s.p[i + 1] == '.')
			return false;
		if (!ascii_alpha(c) && !ascii_digit(c) &&
			(c == '\0' || !strchr(".!#$%&'*+/=?^_`{|}~-", c)))
			return false;
	}
	return true;
}

/* Accented names are registered under .fr. */
static bool label_valid(struct str s)
{
	if (s.n == 0 || s.n > LABEL_MAX || s.p[0] == '-' || s.p[s.n - 1] == '-')
		return false;
	for (size_t at = 0; at < s.n;) {
		unsigned c = utf8_next(s, &at);
		utf8proc_category_t k = utf8proc_category((int)c);
		bool letter = k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO;
		if (!letter && c != '-' && !(c < 0x80 && ascii_digit((char)c)))
			return false;
	}
	return true;
}

bool email_valid(struct str s)
{
	size_t at = str_rindex(s, '@');
	if (at == s.n || s.n > EMAIL_MAX || !local_valid(str_sub(s, 0, at)))
		return false;
	struct str rest = str_from(s, at + 1), label = {0};
	size_t labels = 0;
	if (str_ends(rest, STR(".")))
		return false;
	for (; str_cut(&rest, '.', &label); labels++)
		if (!label_valid(label))
			return false;
	/* No country or kind of domain has a figure in its name. */
	for (size_t i = 0; i < label.n; i++)
		if (ascii_digit(label.p[i]) && !str_starts(label, STR("xn--")))
			return false;
	return labels >= 2 && label.n >= 2;
}

static bool all_digits(struct str s, size_t n)
{
	for (size_t i = 0; i < s.n; i++)
		if (!ascii_digit(s.p[i]))
			return false;
	return s.n == n;
}

struct str code_insee_departement(struct str s)
{
	if (s.n != 5 || !all_digits(str_from(s, 2), 3))
		return (struct str){0};
	bool overseas = s.p[0] == '9' && s.p[1] >= '7';
	struct str code = str_sub(s, 0, overseas ? 3 : 2);
	return departement_name(code).n ? code : (struct str){0};
}

bool code_insee_valid(struct str s)
{
	struct str departement = code_insee_departement(s);
	struct str rest = str_from(s, departement.n);
	/* Communes are numbered from 1. */
	return departement.n && !str_is(rest, "000") && !str_is(rest, "00");
}

bool code_postal_valid(struct str s)
{
	if (!all_digits(s, 5))
		return false;
	if (s.p[0] == '9' && s.p[1] >= '6')
		return s.p[1] != '6' && s.p[1] != '9' &&
		       strchr(s.p[1] == '7' ? "12345678" : "4678", s.p[2]) != NULL;
	return s.p[0] != '0' || s.p[1] != '0';
}

static unsigned sum_of_digits(struct str s)
{
	unsigned sum = 0;
	for (size_t i = 0; i < s.n; i++)
		sum += (unsigned)(s.p[i] - '0');
	return sum;
}

/* The check of Luhn: every second figure from the end doubled, the sum ends with 0. */
static bool luhn(struct str s)
{
	unsigned sum = 0;
	for (size_t i = 0; i < s.n; i++) {
		unsigned v = (unsigned)(s.p[s.n - 1 - i] - '0') << (i & 1);
		sum += v > 9 ? v - 9 : v;
	}
	return sum % 10 == 0;
}

bool siren_valid(struct str digits)
{
	return all_digits(digits, 9) && luhn(digits) && sum_of_digits(digits) > 0;
}

bool siret_valid(struct str digits)
{
	if (!all_digits(digits, 14) || !siren_valid(str_sub(digits, 0, 9)))
		return false;
	/* La Poste ran out of numbers that pass: its offices' figures add up to fives. */
	if (str_starts(digits, STR("356000000")) && sum_of_digits(digits) % 5 == 0)
		return true;
	return luhn(digits);
}
