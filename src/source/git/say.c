/*
 * say.c: answers and faults on standard output. It knows how libgit2 names its errors;
 * it words none of them for people.
 */
#include "source/git/say.h"

#include <git2.h>
#include <stdio.h>
#include <string.h>

#define VALUE_MAX 300 /* bytes: a hostile server must not fill a screen */

void say(const char *word, const char *value)
{
	printf("%s ", word);
	size_t n = strnlen(value, VALUE_MAX);
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)value[i];
		putchar(c < 0x20 || c >= 0x7F ? '?' : c);
	}
	putchar('\n');
	fflush(stdout);
}

bool say_fault(const char *name, const char *detail)
{
	say("fault", name);
	say("detail", detail ? detail : "");
	return false;
}

bool say_errno(const char *name, int e)
{
	char number[16];
	snprintf(number, sizeof number, "%d", e);
	say("fault", name);
	say("errno", number);
	return false;
}

static const char *last_words(void)
{
	const git_error *e = git_error_last();
	return e && e->message ? e->message : "";
}

/* libgit2 1.5 tells these apart by words only. */
static bool words_hold(const char *const *list)
{
	for (const char *words = last_words(); *list; list++)
		if (strstr(words, *list))
			return true;
	return false;
}

static const char *name_of(int error, const char *otherwise)
{
	static const char *const absent[] = {"status code: 404", "status code: 410",
		"not found", "does not exist", "does not appear to be a git",
		"could not find repository", "failed to resolve path", NULL};
	static const char *const closed[] = {"status code: 401", "status code: 403",
		"authentication", "credential", "Access denied", NULL};
	const git_error *e = git_error_last();
	int class = e ? e->klass : GIT_ERROR_NONE;
	if (error == GIT_ECERTIFICATE)
		return "certificate";
	if (error == GIT_EAUTH || words_hold(closed))
		return "closed";
	if (error == GIT_ENOTFOUND || words_hold(absent))
		return "absent";
	if (class == GIT_ERROR_SSL)
		return "certificate";
	if (class == GIT_ERROR_NOMEMORY)
		return "too-big";
	if (class == GIT_ERROR_INDEXER || class == GIT_ERROR_ODB ||
		class == GIT_ERROR_ZLIB || class == GIT_ERROR_OBJECT)
		return "garbled";
	return otherwise;
}

bool say_network_fault(int error, const char *otherwise)
{
	return say_fault(name_of(error, otherwise), last_words());
}

bool say_damage(void)
{
	return say_fault("damaged", last_words());
}
