/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/confine.h"

#include "run/calls.h"

#include <fcntl.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* ------------------------------------------------------------------------
 * seccomp: what may be called is in run/calls.c.
 */

static bool seccomp_offered(void)
{
	const uint32_t action = SECCOMP_RET_TRAP;

	return calls_listed() &&
	       syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

static bool confine_calls(void)
{
	const struct sock_fprog *list = calls_listed();

	return list &&
	       syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, list) == 0;
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
