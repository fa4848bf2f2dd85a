/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list of system calls, as the kernel would run it, against the same list
 * written down once more, by number. An interpreter of classic BPF runs it
 * here for both machines it is made for, over every call and every value that
 * an argument's condition can turn on.
 */
#include "run/calls.h"

#include "suite.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define COUNT(array) (sizeof array / sizeof *array)

/* ------------------------------------------------------------------------
 * What is let through. The numbers are those of <asm/unistd_64.h> and of
 * <asm-generic/unistd.h>; the kernel never changes them.
 */

/* On what it depends. */
enum condition {
	ALWAYS,
	VALUE,	/* an argument is one of a few values */
	NO_BITS /* an argument has none of some bits */
};

static const struct call {
	const char *name;
	uint32_t x86_64, aarch64;
	enum condition condition;
	unsigned argument;
	uint32_t values[9]; /* those allowed, up to 0; or the bits refused */
} calls[] = {
	{ "read", 0, 63, ALWAYS, 0, { 0 } },
	{ "write", 1, 64, ALWAYS, 0, { 0 } },
	{ "close", 3, 57, ALWAYS, 0, { 0 } },
	{ "fstat", 5, 80, ALWAYS, 0, { 0 } },
	{ "lseek", 8, 62, ALWAYS, 0, { 0 } },
	/* PROT_EXEC */
	{ "mmap", 9, 222, NO_BITS, 2, { 4 } },
	{ "munmap", 11, 215, ALWAYS, 0, { 0 } },
	{ "brk", 12, 214, ALWAYS, 0, { 0 } },
	{ "rt_sigreturn", 15, 139, ALWAYS, 0, { 0 } },
	/* TCGETS TCSETS TCSETSW TCFLSH TIOCGWINSZ TCGETS2 TCSETS2 TCSETSW2 */
	{ "ioctl",
	  16,
	  29,
	  VALUE,
	  1,
	  { 0x5401, 0x5402, 0x5403, 0x540B, 0x5413, 0x802C542A, 0x402C542B,
	    0x402C542C, 0 } },
	{ "pread64", 17, 67, ALWAYS, 0, { 0 } },
	{ "mremap", 25, 216, ALWAYS, 0, { 0 } },
	{ "madvise", 28, 233, ALWAYS, 0, { 0 } },
	/* F_GETFL F_SETFL */
	{ "fcntl", 72, 25, VALUE, 1, { 3, 4, 0 } },
	{ "ftruncate", 77, 46, ALWAYS, 0, { 0 } },
	{ "sysinfo", 99, 179, ALWAYS, 0, { 0 } },
	{ "restart_syscall", 219, 128, ALWAYS, 0, { 0 } },
	{ "clock_gettime", 228, 113, ALWAYS, 0, { 0 } },
	{ "exit_group", 231, 94, ALWAYS, 0, { 0 } },
	/* All but O_NOCTTY O_NONBLOCK O_CLOEXEC */
	{ "openat",
	  257,
	  56,
	  NO_BITS,
	  2,
	  { ~(uint32_t)(0400 | 04000 | 02000000) } },
	{ "newfstatat", 262, 79, ALWAYS, 0, { 0 } },
	{ "ppoll", 271, 73, ALWAYS, 0, { 0 } },
	{ "timerfd_settime", 286, 86, ALWAYS, 0, { 0 } },
};

/* A machine, its list, and the number it gives a call. */
struct machine {
	const char *name;
	uint32_t arch;
	const struct sock_fprog *(*listed)(void);
	size_t number; /* where in a struct call */
};

#ifdef __x86_64__
const struct sock_fprog *calls_listed_aarch64(void);

static const struct machine machines[] = {
	{ "x86-64", 0xC000003E, calls_listed, offsetof(struct call, x86_64) },
	{ "aarch64", 0xC00000B7, calls_listed_aarch64,
	  offsetof(struct call, aarch64) },
};
#else
/* The numbers of x86-64 are in no header here. */
static const struct machine machines[] = {
	{ "aarch64", 0xC00000B7, calls_listed, offsetof(struct call, aarch64) },
};
#endif

static uint32_t number_of(const struct machine *machine,
			  const struct call *call)
{
	return *(const uint32_t *)((const char *)call + machine->number);
}

/* The call of this number; NULL: it is not on the list. */
static const struct call *call_of(const struct machine *machine,
				  uint32_t number)
{
	for (size_t i = 0; i < COUNT(calls); i++)
		if (number_of(machine, &calls[i]) == number)
			return &calls[i];
	return NULL;
}

/* The kernel takes these arguments as 32 bits, or looks at low bits alone. */
static bool wanted(const struct machine *machine,
		   const struct seccomp_data *data)
{
	const struct call *call = call_of(machine, (uint32_t)data->nr);
	uint32_t value;

	if (data->arch != machine->arch || !call)
		return false;
	value = (uint32_t)data->args[call->argument];
	if (call->condition == NO_BITS)
		return (value & call->values[0]) == 0;
	if (call->condition == ALWAYS)
		return true;
	for (const uint32_t *at = call->values; *at; at++)
		if (value == *at)
			return true;
	return false;
}

/* ------------------------------------------------------------------------
 * Classic BPF, as far as seccomp(2) has it and the list may use it.
 */

static uint32_t field(const struct seccomp_data *data, uint32_t at)
{
	uint32_t value;

	if (at % 4 != 0 || at > sizeof *data - 4)
		ck_abort_msg("nothing to load at %u", at);
	memcpy(&value, (const char *)data + at, sizeof value);
	return value;
}

static uint32_t run(const struct sock_fprog *list,
		    const struct seccomp_data *data)
{
	uint32_t loaded = 0;
	bool jumps = false;

	/* Jumps only lead on, so it ends. */
	for (size_t at = 0; at < list->len; at++) {
		const struct sock_filter *op = &list->filter[at];

		switch (op->code) {
		case BPF_LD | BPF_W | BPF_ABS:
			loaded = field(data, op->k);
			continue;
		case BPF_JMP | BPF_JEQ | BPF_K:
			jumps = loaded == op->k;
			break;
		case BPF_JMP | BPF_JSET | BPF_K:
			jumps = (loaded & op->k) != 0;
			break;
		case BPF_RET | BPF_K:
			return op->k;
		default:
			ck_abort_msg("unknown operation %#x at %zu", op->code,
				     at);
		}
		at += jumps ? op->jt : op->jf;
	}
	ck_abort_msg("it runs over the end");
	return 0;
}

/* ------------------------------------------------------------------------
 * Everything is asked.
 */

static void ask(const struct machine *machine, const struct seccomp_data *data)
{
	const struct sock_fprog *list = machine->listed();
	const uint32_t said = list ? run(list, data) : SECCOMP_RET_TRAP;
	const uint32_t right =
		wanted(machine, data) ? SECCOMP_RET_ALLOW : SECCOMP_RET_TRAP;

	/* Check writes down each ck_assert: too slow for millions. Where no
	   list has been made for this machine there is nothing to ask. */
	if (said == right || !list)
		return;
	ck_abort_msg("%s: call %#x of %#x (%llx %llx %llx): %#x, not %#x",
		     machine->name, (unsigned)data->nr, data->arch,
		     (unsigned long long)data->args[0],
		     (unsigned long long)data->args[1],
		     (unsigned long long)data->args[2], said, right);
}

enum { NUMBERS = 1024, ARGUMENTS = 6 };

/* With nothing in its arguments, with everything, and with either half. */
static void ask_number(const struct machine *machine, uint32_t arch,
		       uint32_t number)
{
	static const uint64_t all[] = { 0, UINT64_MAX, UINT32_MAX,
					UINT64_MAX << 32 };
	struct seccomp_data data = { .nr = (int)number, .arch = arch };

	for (size_t i = 0; i < COUNT(all); i++) {
		for (size_t j = 0; j < ARGUMENTS; j++)
			data.args[j] = all[i];
		data.instruction_pointer = all[i];
		ask(machine, &data);
	}
}

START_TEST(no_call_is_let_through_but_those_listed)
{
	for (size_t i = 0; i < COUNT(machines); i++)
		for (uint32_t number = 0; number < NUMBERS; number++)
			ask_number(&machines[i], machines[i].arch, number);
}
END_TEST

/* x32 has bit 30 set (__X32_SYSCALL_BIT); nobody has the others. */
START_TEST(a_number_with_one_more_bit_is_another_call)
{
	for (size_t i = 0; i < COUNT(machines); i++)
		for (uint32_t bit = NUMBERS; bit; bit <<= 1)
			for (uint32_t number = 0; number < NUMBERS; number++)
				ask_number(&machines[i], machines[i].arch,
					   bit | number);
}
END_TEST

/* Programs of i386 run on x86-64, those of 32-bit ARM on aarch64. */
START_TEST(nothing_is_let_through_by_another_machine)
{
	static const uint32_t others[] = {
		AUDIT_ARCH_I386,
		AUDIT_ARCH_ARM,
		AUDIT_ARCH_X86_64,
		AUDIT_ARCH_AARCH64,
		0,
		UINT32_MAX,
	};

	for (size_t i = 0; i < COUNT(machines); i++)
		for (uint32_t number = 0; number < NUMBERS; number++) {
			for (size_t j = 0; j < COUNT(others); j++)
				ask_number(&machines[i], others[j], number);
			for (uint32_t bit = 1; bit; bit <<= 1)
				ask_number(&machines[i], machines[i].arch ^ bit,
					   number);
		}
}
END_TEST

/* One argument has the value, alone or with all of the upper half. */
static void ask_argument(const struct machine *machine, uint32_t number,
			 size_t argument, uint32_t value)
{
	static const uint64_t others[] = { 0, UINT64_MAX };
	struct seccomp_data data = { .nr = (int)number, .arch = machine->arch };

	for (size_t i = 0; i < COUNT(others); i++) {
		for (size_t j = 0; j < ARGUMENTS; j++)
			data.args[j] = others[i];
		data.args[argument] = value;
		ask(machine, &data);
		data.args[argument] = value | UINT64_MAX << 32;
		ask(machine, &data);
	}
}

/* What the condition is about, with any one bit turned over. */
static void ask_nearly(const struct machine *machine, const struct call *call,
		       size_t argument)
{
	for (const uint32_t *at = call->values; *at; at++) {
		ask_argument(machine, number_of(machine, call), argument, *at);
		ask_argument(machine, number_of(machine, call), argument, ~*at);
		for (uint32_t bit = 1; bit; bit <<= 1) {
			ask_argument(machine, number_of(machine, call),
				     argument, *at ^ bit);
			ask_argument(machine, number_of(machine, call),
				     argument, ~*at ^ bit);
			ask_argument(machine, number_of(machine, call),
				     argument, bit);
		}
	}
}

START_TEST(an_argument_decides_by_its_whole_value)
{
	for (size_t i = 0; i < COUNT(machines); i++)
		for (size_t j = 0; j < COUNT(calls); j++) {
			const uint32_t number =
				number_of(&machines[i], &calls[j]);

			if (calls[j].condition == ALWAYS)
				continue;
			for (size_t k = 0; k < ARGUMENTS; k++)
				ask_nearly(&machines[i], &calls[j], k);
			for (uint32_t value = 0; value < 1 << 16; value++)
				ask_argument(&machines[i], number,
					     calls[j].argument, value);
		}
}
END_TEST

/* ------------------------------------------------------------------------
 * The kernel examines a list before it takes it; that of another machine, too,
 * and then no call of this one goes through.
 */

static int end_under(const struct sock_fprog *list)
{
	pid_t child = fork();
	int status;

	ck_assert_int_ge(child, 0);
	if (child == 0) {
		signal(SIGSYS, SIG_DFL);
		prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
		if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, list) < 0)
			_exit(1);
		/* _exit(2) would have a sanitizer call more first. */
		syscall(SYS_exit_group, 0);
	}
	waitpid(child, &status, 0);
	return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

START_TEST(the_kernel_takes_the_list)
{
	const uint32_t action = SECCOMP_RET_TRAP;

	if (syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) < 0)
		return;
	for (size_t i = 0; i < COUNT(machines); i++) {
		const struct sock_fprog *list = machines[i].listed();
		const bool own = list == calls_listed();

		if (list)
			ck_assert_msg(end_under(list) == (own ? 0 : -SIGSYS),
				      "%s", machines[i].name);
	}
}
END_TEST

SUITE("run/calls", no_call_is_let_through_but_those_listed,
      a_number_with_one_more_bit_is_another_call,
      nothing_is_let_through_by_another_machine,
      an_argument_decides_by_its_whole_value, the_kernel_takes_the_list)
