/*
 * words.c: letters and digits, one word after the other, cut down to what singular and
 * plural, masculine and feminine have in common. No dictionary, and no more rules than
 * the browser can share.
 */
#include "text/words.h"

#include "text/utf8.h"

#define STEM_LEAST 4 /* letters: shorter words keep their endings */

/* Words that say nothing, sorted. What an elision leaves (l, qu) is among them. */
static const char *const little[] = {"au", "aux", "avec", "ce", "ces", "cette",
	"comment", "dans", "de", "des", "du", "elle", "en", "est", "et", "faut", "il",
	"je", "la", "le", "les", "leur", "leurs", "ma", "me", "mes", "mon", "ne", "nos",
	"notre", "nous", "on", "ou", "par", "pas", "pour", "qu", "quand", "que", "quel",
	"quelle", "quelles", "quels", "qui", "sa", "se", "ses", "son", "sont", "sur",
	"tu", "un", "une", "veux", "vos", "votre", "voudrais", "vous"};

static bool is_little(struct str w)
{
	size_t low = 0, high = sizeof little / sizeof *little;
	while (low < high) {
		size_t middle = (low + high) / 2;
		int c = str_cmp(w, str_of(little[middle]));
		if (c == 0)
			return true;
		if (c < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}

static bool is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

static bool has_digit(struct str w)
{
	for (size_t i = 0; i < w.n; i++)
		if (w.p[i] <= '9')
			return true;
	return false;
}

static bool ends(const char *w, size_t n, const char *end)
{
	size_t m = strlen(end);
	return n >= m && memcmp(w + n - m, end, m) == 0;
}

/* « animaux » -> animal, « panneaux » -> panneau, « nées » -> nee. */
static size_t cut_plural(char *w, size_t n)
{
	if (ends(w, n, "aux") && !ends(w, n, "eaux")) {
		w[n - 2] = 'l';
		return n - 1;
	}
	return w[n - 1] == 's' || w[n - 1] == 'x' ? n - 1 : n;
}

/*
 * In place; the number of letters left. « travail » becomes traval, as « travaux »
 * does; « mariée » and « mariés » both mari; « bonne » bon.
 */
static size_t cut_endings(char *w, size_t n)
{
	if (n >= STEM_LEAST)
		n = cut_plural(w, n);
	if (n >= STEM_LEAST && ends(w, n, "ail")) {
		w[n - 2] = 'l';
		n--;
	}
	for (int i = 0; i < 2 && n >= STEM_LEAST && w[n - 1] == 'e'; i++)
		n--;
	if (n >= STEM_LEAST && w[n - 1] == w[n - 2])
		n--;
	return n;
}

struct words words_of(struct arena *a, struct str text)
{
	return (struct words){.text = utf8_fold(a, text)};
}

bool words_next(struct words *w, struct str *stem)
{
	while (w->at < w->text.n) {
		size_t from = w->at;
		while (w->at < w->text.n && is_word_byte(w->text.p[w->at]))
			w->at++;
		struct str word = str_sub(w->text, from, w->at);
		if (!word.n) {
			w->at++;
			continue;
		}
		bool number = has_digit(word);
		if (word.n > WORD_MOST || (word.n == 1 && !number) || is_little(word))
			continue;
		memcpy(w->stem, word.p, word.n);
		*stem = (struct str){
			w->stem, number ? word.n : cut_endings(w->stem, word.n)};
		return true;
	}
	return false;
}
