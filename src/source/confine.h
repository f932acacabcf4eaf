/*
 * confine.h: what a program beside tambour does before it reads a stranger's bytes
 * (child.h starts them): it bounds itself. It is linked into those programs alone.
 */
#ifndef SOURCE_CONFINE_H
#define SOURCE_CONFINE_H

#include <stdbool.h>

/*
 * `parent` is the number of the process that asked, as typed: with it dies this one.
 * `memory` bounds the address space in bytes, libraries and files included; a crash
 * leaves no core, and libraries that would speak to people are not heard. False: nobody
 * asked, or not the process that is said to.
 */
bool confine(const char *parent, unsigned long long memory);

#endif
