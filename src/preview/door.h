/*
 * door.h: what a preview needs of the machine: a socket of its own on 127.0.0.1, a
 * folder that is nobody else's, and the program that serves (tambour-preview). It
 * neither builds nor answers.
 */
#ifndef PREVIEW_DOOR_H
#define PREVIEW_DOOR_H

#include "base/diag.h"

#define PREVIEW_PORT 8000u     /* where none is asked for */
#define PREVIEW_PORTS_TRIED 50 /* above the one that is taken */

struct preview_door {
	int socket;    /* listening */
	unsigned port; /* its own; another than was asked for is said */
	int turns;     /* a byte written here tells of a new build */
	int pid;       /* of tambour-preview */
};

/* Listen to a port, or to the next free one; 0: any. False, said. */
bool preview_listen(struct preview_door *door, unsigned port, struct diag *d);

/* A new folder in $TMPDIR, else in $XDG_RUNTIME_DIR, else in /tmp. Empty text, said. */
struct str preview_room(struct arena *a, struct diag *d);

/* Start the program (a path) on that socket, which it keeps alone. False, said. */
bool preview_start(struct preview_door *door, const char *program, const char *root,
	const char *panel, struct diag *d);

/* In a child that is no server: hold none of its files. */
void preview_forget(struct preview_door *door);

/* Let it end, and wait for that. */
void preview_stop(struct preview_door *door);

/* False, said, when a build did not come to its own end (a status of waitpid). */
bool preview_ended(int status, struct diag *d);

#endif
