/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The system calls that the confined program may still make, as a program of
 * classic BPF for seccomp(2): what is on the list goes through, with the
 * arguments it says, and all else raises SIGSYS. Putting it in force is for
 * run/confine.
 */
#ifndef TEXTKIOSK_RUN_CALLS_H
#define TEXTKIOSK_RUN_CALLS_H

#include <linux/filter.h>

/* The list for this machine; NULL: none has been made for it. Static. */
const struct sock_fprog *calls_listed(void);

#endif
