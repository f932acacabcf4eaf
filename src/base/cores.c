/*
 * cores.c: see cores.h. It counts those that this process may use, not those that the
 * machine has: a container, or `taskset`, may leave fewer.
 */
#include "base/cores.h"

#include <sched.h>

size_t cores_usable(void)
{
	cpu_set_t cores;
	if (sched_getaffinity(0, sizeof cores, &cores))
		return 1;
	return (size_t)CPU_COUNT(&cores);
}
