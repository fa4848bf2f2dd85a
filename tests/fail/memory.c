/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fail/memory.h"

#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <malloc.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { FRAMES = 24 };

/* What glibc's allocator is called where it is not to be replaced. */
void *__libc_malloc(size_t bytes);
void *__libc_calloc(size_t count, size_t bytes);
void *__libc_realloc(void *memory, size_t bytes);
void *__libc_memalign(size_t step, size_t bytes);

static struct memory_plan *plan;

/* The first backtrace() takes memory itself, so it comes before the plan. */
__attribute__((constructor)) static void take_plan(void)
{
	int fd = open(MEMORY_FILE, O_RDWR | O_CLOEXEC);
	void *at, *frames[FRAMES];

	if (fd < 0)
		return;
	backtrace(frames, FRAMES);
	at = mmap(NULL, sizeof *plan, PROT_READ | PROT_WRITE, MAP_SHARED, fd,
		  0);
	close(fd);
	if (at != MAP_FAILED)
		plan = at;
}

/* The names that a library shows; our own are static or hidden. */
static void note_askers(void)
{
	void *frames[FRAMES];
	int count = backtrace(frames, FRAMES);

	plan->by[0] = '\0';
	for (int i = 0; i < count; i++) {
		Dl_info about;
		size_t room = sizeof plan->by - strlen(plan->by) - 1;

		if (!dladdr(frames[i], &about) || !about.dli_sname ||
		    strlen(about.dli_sname) + 1 > room)
			continue;
		strcat(plan->by, about.dli_sname);
		strcat(plan->by, " ");
	}
}

static bool fails(void)
{
	if (!plan)
		return false;
	plan->asked++;
	if (plan->asked < plan->from || plan->asked > plan->to)
		return false;
	plan->failed++;
	note_askers();
	errno = ENOMEM;
	return true;
}

void *malloc(size_t bytes)
{
	return fails() ? NULL : __libc_malloc(bytes);
}

void *calloc(size_t count, size_t bytes)
{
	return fails() ? NULL : __libc_calloc(count, bytes);
}

void *realloc(void *memory, size_t bytes)
{
	return fails() ? NULL : __libc_realloc(memory, bytes);
}

void *reallocarray(void *memory, size_t count, size_t bytes)
{
	if (bytes && count > (size_t)-1 / bytes) {
		errno = ENOMEM;
		return NULL;
	}
	return realloc(memory, count * bytes);
}

void *aligned_alloc(size_t step, size_t bytes)
{
	return fails() ? NULL : __libc_memalign(step, bytes);
}

void *memalign(size_t step, size_t bytes)
{
	return aligned_alloc(step, bytes);
}

int posix_memalign(void **memory, size_t step, size_t bytes)
{
	*memory = aligned_alloc(step, bytes);
	return *memory ? 0 : ENOMEM;
}
