/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench/kernel.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The figure behind a name in one of the kernel's files; 0 without it. */
static long figure(const char *path, const char *name)
{
	char line[256];
	long value = 0;
	FILE *from = fopen(path, "r");
	if (from == NULL)
		return 0;
	while (fgets(line, sizeof line, from) != NULL)
		if (strncmp(line, name, strlen(name)) == 0)
			value += atol(line + strlen(name));
	fclose(from);
	return value;
}

static long of_process(pid_t pid, const char *file, const char *name)
{
	char path[64];
	snprintf(path, sizeof path, "/proc/%ld/%s", (long)pid, file);
	return figure(path, name);
}

/* A measure of a process, added up with that of all it has started. */
static double family(pid_t pid, double (*measure)(pid_t))
{
	char path[64];
	long child;
	double value = measure(pid);
	snprintf(path, sizeof path, "/proc/%ld/task/%ld/children", (long)pid,
		 (long)pid);
	FILE *children = fopen(path, "r");
	if (children == NULL)
		return value;
	while (fscanf(children, "%ld", &child) == 1)
		value += family((pid_t)child, measure);
	fclose(children);
	return value;
}

/* The letter behind the name, which may hold brackets itself. */
static double runs(pid_t pid)
{
	char path[64];
	char line[512] = "";
	snprintf(path, sizeof path, "/proc/%ld/stat", (long)pid);
	FILE *from = fopen(path, "r");
	if (from == NULL)
		return 0;
	if (fgets(line, sizeof line, from) == NULL)
		line[0] = '\0';
	fclose(from);
	const char *name_end = strrchr(line, ')');
	return name_end != NULL && strchr("RD", name_end[2]) != NULL;
}

bool kernel_runs(pid_t pid)
{
	return family(pid, runs) > 0;
}

static double proportional(pid_t pid)
{
	return (double)of_process(pid, "smaps_rollup", "Pss:");
}

long kernel_proportional(pid_t pid)
{
	return (long)family(pid, proportional);
}

static double written(pid_t pid)
{
	return (double)of_process(pid, "smaps_rollup", "Private_Dirty:");
}

long kernel_private(pid_t pid)
{
	return (long)family(pid, written);
}

static double woken(pid_t pid)
{
	return (double)(of_process(pid, "status", "voluntary_ctxt_switches:") +
			of_process(pid, "status",
				   "nonvoluntary_ctxt_switches:"));
}

long kernel_woken(pid_t pid)
{
	return (long)family(pid, woken);
}

/* Its first number is nanoseconds, without a name. */
static double busy(pid_t pid)
{
	return (double)of_process(pid, "schedstat", "") / 1e6;
}

double kernel_busy_ms(pid_t pid)
{
	return family(pid, busy);
}

static long of_machine(const char *name)
{
	return figure("/proc/meminfo", name);
}

long kernel_available(void)
{
	return of_machine("MemAvailable:");
}

long kernel_used(void)
{
	return of_machine("AnonPages:") + of_machine("Shmem:") +
	       of_machine("PageTables:") + of_machine("KernelStack:") +
	       of_machine("SUnreclaim:");
}
