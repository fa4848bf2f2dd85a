/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/forget.h"

#include <string.h>

/* Enough for the way from a query to its rows; tests/pty/traces looks. */
enum { STACK_BYTES = 32768 };

void forget_stack(void)
{
	char below[STACK_BYTES];

	explicit_bzero(below, sizeof below);
}
