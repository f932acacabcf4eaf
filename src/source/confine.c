/*
 * confine.c: see confine.h. It needs nothing of Tambour: programs stay small.
 */
#include "source/confine.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

bool confine(const char *parent, unsigned long long memory)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != (pid_t)atol(parent))
		return false;
#ifndef __SANITIZE_ADDRESS__ /* whose shadow takes terabytes of address space */
	struct rlimit room = {(rlim_t)memory, (rlim_t)memory};
	setrlimit(RLIMIT_AS, &room);
#else
	(void)memory;
#endif
	struct rlimit none = {0, 0};
	setrlimit(RLIMIT_CORE, &none);
	int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
	if (nowhere >= 0)
		dup2(nowhere, STDERR_FILENO);
	return true;
}
