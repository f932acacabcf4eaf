/*
 * main.c: tambour-image, the program that runs libvips for tambour (image/reduce.h), so
 * that strangers' pictures are decoded here and not there. It is for no person: it reads
 * one picture from its input, and answers lines that image/reduce.c reads.
 *
 *	tambour-image PARENT KEY ENDING WAY     copies go to the folder open as 3;
 *	                                        WAY: colours, or halftone
 *
 *	own 1600 1067 214002     KEY-0.ENDING: width, height, bytes
 *	webp 480 320 14210       KEY-480.webp
 *	done                     all copies are there
 *	damaged                  no picture, or one that cannot be decoded
 *
 * PARENT is the process that asks: with it dies this one. Another status than 0 says
 * nothing about the picture.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "image/reduce.h"
#include "image/reduce/copies.h"
#include "source/confine.h"

#define FOLDER 3
#define MEMORY_MAX (2ULL << 30)     /* address space, libraries included */
#define COPY_MAX ((rlim_t)32 << 20) /* bytes of one copy */
#define CPU_SECONDS 40u             /* REDUCE_SECONDS is by the wall's clock */
#define KEY_FIGURES 32

/* Beyond what confine bounds. */
static void limit(void)
{
	struct rlimit copy = {COPY_MAX, COPY_MAX}, cpu = {CPU_SECONDS, CPU_SECONDS};
	setrlimit(RLIMIT_FSIZE, &copy);
	setrlimit(RLIMIT_CPU, &cpu);
}

/* Both become a file's name. */
static bool words_are_ours(const char *key, const char *ending)
{
	static const char *const endings[] = {"jpg", "png", "webp", "gif"};
	bool known = false;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		known = known || !strcmp(ending, endings[i]);
	return known && strlen(key) == KEY_FIGURES &&
	       strspn(key, "0123456789abcdef") == KEY_FIGURES;
}

static enum copies make(const char *key, const char *ending, bool halftone)
{
	struct stat st;
	if (fstat(STDIN_FILENO, &st) || !S_ISREG(st.st_mode))
		return COPIES_NOT_WRITTEN;
	if (st.st_size <= 0 || st.st_size > REDUCE_FILE_MAX)
		return COPIES_DAMAGED;
	size_t n = (size_t)st.st_size;
	void *p = mmap(NULL, n, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
	if (p == MAP_FAILED)
		return COPIES_NOT_WRITTEN;
	return copies_make(p, n, key, ending, halftone);
}

int main(int argc, char **argv)
{
	if (argc != 5 || !confine(argv[1], MEMORY_MAX) ||
		!words_are_ours(argv[2], argv[3]) || fchdir(FOLDER))
		return 2;
	limit();
	if (!copies_start(argv[0]))
		return 2;
	enum copies r = make(argv[2], argv[3], !strcmp(argv[4], "halftone"));
	if (r == COPIES_NOT_WRITTEN)
		return 1;
	puts(r == COPIES_MADE ? "done" : "damaged");
	return fflush(stdout) ? 1 : 0;
}
