/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list is written out as the kernel reads it, a static table, as OpenSSH
 * does: a library for it would cost each session 30 KiB. The calls on it are
 * named alike on both machines, so there is one list.
 */
#include "run/confine.h"

#include <asm/ioctls.h>
#include <asm/termbits.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined __x86_64__
enum { MACHINE = (int)AUDIT_ARCH_X86_64, KNOWN = 1 };
#elif defined __aarch64__
enum { MACHINE = (int)AUDIT_ARCH_AARCH64, KNOWN = 1 };
#else
enum { MACHINE = 0, KNOWN = 0 };
#endif

/* ------------------------------------------------------------------------
 * seccomp: what may be called.
 */

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

static bool seccomp_offered(void)
{
	const uint32_t action = SECCOMP_RET_TRAP;

	return KNOWN &&
	       syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

static bool confine_calls(void)
{
	return KNOWN &&
	       syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0;
}

/* ------------------------------------------------------------------------
 * Landlock: what may be opened. Written down here as far as it is used: the
 * headers of Debian 12 know less than the kernel that may run.
 */

/* How many rights to files each version knows, from the lowest bit. */
static const unsigned char file_rights[] = { 0, 13, 14, 15, 15, 16 };
enum { NEWEST = sizeof file_rights - 1, READ_FILE = 1 << 2 };

/* struct landlock_ruleset_attr: everything in it is forbidden. */
struct ruleset {
	uint64_t files;
	uint64_t net;	/* from version 4: bind and connect TCP */
	uint64_t scope; /* from version 6: sockets and signals to others */
};

/* struct landlock_path_beneath_attr: but these rights, in this folder. */
struct beneath {
	uint64_t rights;
	int32_t folder;
} __attribute__((packed));

enum { RULESET_VERSION = 1, RULE_PATH_BENEATH = 1 };

static int landlock_version(void)
{
	long version =
		syscall(SYS_landlock_create_ruleset, NULL, 0, RULESET_VERSION);

	return version > 0 ? (int)version : 0;
}

static bool allow_reading(int ruleset, const char *path)
{
	struct beneath beneath = { .rights = READ_FILE };
	bool good;

	beneath.folder = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
	if (beneath.folder < 0)
		return false;
	good = syscall(SYS_landlock_add_rule, ruleset, RULE_PATH_BENEATH,
		       &beneath, 0) == 0;
	close(beneath.folder);
	return good;
}

/* The version whose rules hold now; 0: none do. */
static int confine_files(const char *book, const char *words)
{
	int version = landlock_version();
	struct ruleset all = { 0 };
	int ruleset;
	bool good;

	if (version == 0)
		return 0;
	all.files =
		(1u << file_rights[version < NEWEST ? version : NEWEST]) - 1;
	all.net = version >= 4 ? 3 : 0;
	all.scope = version >= 6 ? 3 : 0;
	ruleset =
		(int)syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0);
	if (ruleset < 0)
		return 0;
	/* Without its folder there is no new one, but all else holds. */
	if (book)
		allow_reading(ruleset, book);
	if (words)
		allow_reading(ruleset, words);
	good = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
	close(ruleset);
	return good ? version : 0;
}

/* ------------------------------------------------------------------------
 * Together.
 */

struct confine_layers confine_offered(void)
{
	return (struct confine_layers){ seccomp_offered(), landlock_version() };
}

void confine_limits(void)
{
	static const struct {
		int what;
		rlim_t most;
	} limits[] = {
		/* A window of 500 x 300 cells takes curses 20 MiB. */
		{ RLIMIT_DATA, 64 << 20 },
		/* Of a memory file: the longest frame is well below. */
		{ RLIMIT_FSIZE, 1 << 20 },
		{ RLIMIT_NOFILE, 32 },
		/* A core would hold what a visitor typed. */
		{ RLIMIT_CORE, 0 },
		{ RLIMIT_NPROC, 0 },
	};

	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
		const struct rlimit limit = { limits[i].most, limits[i].most };

		/* Where less is allowed already, that stays. */
		setrlimit((__rlimit_resource_t)limits[i].what, &limit);
	}
}

struct confine_layers confine(const char *book, const char *words)
{
	struct confine_layers layers = { 0 };

	/* Nothing that is run could gain rights; the layers ask for it. */
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	/* No debugger of the same user, no core. */
	prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
	layers.landlock = confine_files(book, words);
	layers.seccomp = confine_calls();
	return layers;
}
