/*
 * measure.c: runs one command and writes what it cost to a file as one line of JSON. It
 * judges nothing: run does.
 *
 * A program of its own, and a small one: Linux counts the peak memory of the process
 * that starts a command as the command's, and a script's interpreter is bigger than
 * what is measured here.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
	if (argc < 3) {
		fputs("usage: measure FILE COMMAND [ARGUMENT...]\n", stderr);
		return 2;
	}
	FILE *to = fopen(argv[1], "we");
	if (!to) {
		fprintf(stderr, "measure: %s: %s\n", argv[1], strerror(errno));
		return 2;
	}
	double start = now();
	pid_t child = vfork();
	if (child == 0) {
		execvp(argv[2], argv + 2);
		_exit(127);
	}
	int status = 0;
	struct rusage use = {0};
	if (child < 0 || wait4(child, &status, 0, &use) != child) {
		fprintf(stderr, "measure: %s\n", strerror(errno));
		return 2;
	}
	double wall = now() - start;
	fprintf(to,
		"{\"wall\": %.6f, \"user\": %.6f, \"system\": %.6f, \"kib\": %ld, "
		"\"status\": %d}\n",
		wall, seconds(use.ru_utime), seconds(use.ru_stime), use.ru_maxrss,
		WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
	return fclose(to) ? 2 : 0;
}
