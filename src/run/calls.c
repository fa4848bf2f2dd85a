/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list is written out as the kernel reads it, a static table, as OpenSSH
 * does: a library for it would cost each session 30 KiB. The calls on it are
 * named alike on both machines, so there is one list; only their numbers
 * differ.
 */
#include "run/calls.h"

#include <asm/ioctls.h>
#include <asm/termbits.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/syscall.h>

/* Their variants with other numbers or byte orders go without. */
#if defined __x86_64__ && defined __LP64__
enum { MACHINE = (int)AUDIT_ARCH_X86_64, KNOWN = 1 };
#elif defined __AARCH64EL__ && defined __LP64__
enum { MACHINE = (int)AUDIT_ARCH_AARCH64, KNOWN = 1 };
#else
enum { MACHINE = 0, KNOWN = 0 };
#endif

#define FIELD(name)                                                            \
	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, name))
/* The lower half of an argument: the first on little-endian machines. */
#define ARGUMENT(number) FIELD(args[number])
#define LET_IT		 BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define CATCH_IT	 BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRAP)

#define ALLOW(call)                                                            \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##call, 0, 1), LET_IT

/* With this value of an argument. */
#define ALLOW_WITH(call, number, value)                                        \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##call, 0, 4),                 \
		ARGUMENT(number),                                              \
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1), LET_IT,      \
		FIELD(nr)

/* With none of these bits in an argument. */
#define ALLOW_WITHOUT(call, number, bits)                                      \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##call, 0, 4),                 \
		ARGUMENT(number),                                              \
		BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, bits, 1, 0), LET_IT,      \
		CATCH_IT

/* A file is opened to be read, or not at all. */
#define NOT_TO_READ                                                            \
	(uint32_t) ~(O_NONBLOCK | O_NOCTTY | O_CLOEXEC | O_LARGEFILE)

static const struct sock_filter list[] = {
	/* Numbers of another machine would mean other calls. */
	FIELD(arch),
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)MACHINE, 1, 0),
	CATCH_IT,
	FIELD(nr),

	/* A key, a frame, a wait: what happens all the time. */
	ALLOW(read),
	ALLOW(write),
	ALLOW(ppoll),
	ALLOW(timerfd_settime),
	ALLOW(clock_gettime),

	/* curses writes into a memory file, which is read and emptied. */
	ALLOW(pread64),
	ALLOW(ftruncate),
	ALLOW(lseek),

	/* Memory, never to be run. */
	ALLOW(brk),
	ALLOW_WITHOUT(mmap, 2, PROT_EXEC),
	ALLOW(mremap),
	ALLOW(munmap),
	ALLOW(madvise),
	/* Before glibc 2.37 qsort() asks how much memory there is. */
	ALLOW(sysinfo),

	/* A new book. */
	ALLOW(newfstatat),
	ALLOW(fstat),
	ALLOW_WITHOUT(openat, 2, NOT_TO_READ),
	ALLOW(close),

	/* The terminal's size and modes; never TIOCSTI, which types for it. */
	ALLOW_WITH(ioctl, 1, TIOCGWINSZ),
	ALLOW_WITH(ioctl, 1, TCGETS),
	ALLOW_WITH(ioctl, 1, TCGETS2),
	ALLOW_WITH(ioctl, 1, TCSETS),
	ALLOW_WITH(ioctl, 1, TCSETS2),
	ALLOW_WITH(ioctl, 1, TCFLSH),
	/* At its end curses sets the modes of its memory file. */
	ALLOW_WITH(ioctl, 1, TCSETSW),
	ALLOW_WITH(ioctl, 1, TCSETSW2),
	ALLOW_WITH(fcntl, 1, F_GETFL),
	ALLOW_WITH(fcntl, 1, F_SETFL),

	/* Signals, and the end. */
	ALLOW(rt_sigreturn),
	ALLOW(restart_syscall),
	ALLOW(exit_group),
	CATCH_IT,
};

static const struct sock_fprog program = {
	.len = sizeof list / sizeof *list,
	.filter = (struct sock_filter *)list,
};

const struct sock_fprog *calls_listed(void)
{
	return KNOWN ? &program : NULL;
}
