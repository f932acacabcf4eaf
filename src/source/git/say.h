/*
 * say.h: what tambour-git answers, one "word value" a line on its standard output, and
 * the one list of its faults. The program that asked turns them into sentences.
 */
#ifndef SOURCE_GIT_SAY_H
#define SOURCE_GIT_SAY_H

#include <stdbool.h>

/* A line; bytes of the value that are no plain text become '?', for it may be hostile. */
void say(const char *word, const char *value);

/*
 * Say a fault (a name of the table in source/git_child.c) with the errno value or the words of
 * libgit2 behind it, and return false.
 */
bool say_fault(const char *name, const char *detail);
bool say_errno(const char *name, int e);

/*
 * The fault of the last call of libgit2, which returned `error`, while talking to a
 * server; `otherwise` when its words are none that we know.
 */
bool say_network_fault(int error, const char *otherwise);

/* The same for what was read from the clone: the clone is damaged. */
bool say_damage(void);

#endif
