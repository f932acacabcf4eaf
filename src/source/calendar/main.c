/*
 * main.c: tambour-calendar, the program that runs libical for tambour
 * (source/calendar.h): it counts the days of what comes back, and parses what neighbours
 * wrote here and not there. It is for no person.
 *
 *	tambour-calendar PARENT FROM TO MOST
 *
 * The calendar is the file open as 3; the answer replaces it. FROM and TO are days
 * (20260101). On standard output: "read", or "fault LINE WHAT". PARENT is the process
 * that asks: with it dies this one.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "source/calendar.h"
#include "source/calendar/expand.h"
#include "source/calendar/scan.h"
#include "source/confine.h"

#define FILE_GIVEN 3
#define MEMORY_MAX (768ULL << 20) /* address space, libraries included */

/* The whole file, followed by a zero byte; NULL: it cannot be read. */
static char *read_all(size_t *n)
{
	struct stat st;
	if (fstat(FILE_GIVEN, &st) || (size_t)st.st_size > CALENDAR_MAX_BYTES)
		return NULL;
	char *p = malloc((size_t)st.st_size + 1);
	*n = 0;
	while (p && *n < (size_t)st.st_size) {
		ssize_t got =
			pread(FILE_GIVEN, p + *n, (size_t)st.st_size - *n, (off_t)*n);
		if (got <= 0)
			break;
		*n += (size_t)got;
	}
	if (p)
		p[*n] = '\0';
	return p;
}

static bool answer(const char *text, const struct expand_window *w)
{
	if (ftruncate(FILE_GIVEN, 0) || lseek(FILE_GIVEN, 0, SEEK_SET))
		return false;
	FILE *out = fdopen(FILE_GIVEN, "w");
	bool ok = out && expand_calendar(text, w, out);
	return out && fclose(out) == 0 && ok;
}

static void serve(const char *text, size_t n, const struct expand_window *w)
{
	struct scan_fault f = scan_calendar(text, n);
	if (strlen(text) != n)
		f = (struct scan_fault){1, "control"};
	if (f.line)
		printf("fault %zu %s\n", f.line, f.what);
	else
		puts(answer(text, w) ? "read" : "fault 1 line");
}

int main(int argc, char **argv)
{
	if (argc != 5 || !confine(argv[1], MEMORY_MAX))
		return 2;
	struct expand_window w = {atoi(argv[2]), atoi(argv[3]), atoi(argv[4])};
	size_t n = 0;
	char *text = read_all(&n);
	bool ok = text && w.most > 0;
	if (ok)
		serve(text, n, &w);
	free(text);
	return ok ? 0 : 2;
}
