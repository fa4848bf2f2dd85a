/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list as aarch64 has it, made on another machine: the same source, with
 * the numbers of <asm-generic/unistd.h>, which are those of aarch64. The
 * values of arguments are the same on both machines.
 */
#ifdef __x86_64__

/* What calls.c includes, as this machine knows it: each only once. */
#include <asm/ioctls.h>
#include <asm/termbits.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/syscall.h>

/* SYS_read is __NR_read, whatever that is by then. */
#define __ARCH_WANT_NEW_STAT
#include <asm-generic/unistd.h>

#undef __x86_64__
#define __AARCH64EL__ 1
#define calls_listed  calls_listed_aarch64
#include "../../src/run/calls.c"

#endif
