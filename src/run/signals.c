/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/signals.h"

#include "base/die.h"
#include "run/shelf.h"
#include "run/surroundings.h"

#include <stddef.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

static volatile sig_atomic_t ended;
static volatile sig_atomic_t resized;
static sigset_t waiting;

/*
 * A kiosk is not stopped, suspended or interrupted by keys, nor by a timer
 * that whoever started it left running.
 */
static const int ignored[] = { SIGINT,	SIGQUIT, SIGTSTP, SIGTTIN,
			       SIGTTOU, SIGPIPE, SIGUSR1, SIGUSR2,
			       SIGXFSZ, SIGALRM, SIGPROF, SIGVTALRM };
static const int ending[] = { SIGTERM, SIGHUP };
static const int broken[] = {
	SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGSYS
};

#define COUNT(array) (sizeof array / sizeof *array)

static void on_end(int signal)
{
	ended = signal;
}

static void on_resize(int signal)
{
	(void)signal;
	resized = 1;
}

/* Only calls that are safe in a handler (POSIX.1-2008 2.4.3). */
static void on_broken(int signal, siginfo_t *info, void *context)
{
	(void)context;
	/* The file of a book or a catalogue has shrunk under our feet. */
	if (signal == SIGBUS &&
	    (shelf_mend(info->si_addr) || surroundings_mend(info->si_addr)))
		return;
	die(sigdescr_np(signal));
}

static void handle(int signal, void handler(int))
{
	struct sigaction action;

	memset(&action, 0, sizeof action);
	action.sa_handler = handler;
	sigfillset(&action.sa_mask);
	sigaction(signal, &action, NULL);
}

static void handle_broken(int signal)
{
	struct sigaction action;

	memset(&action, 0, sizeof action);
	action.sa_sigaction = on_broken;
	action.sa_flags = SA_SIGINFO | SA_ONSTACK;
	sigfillset(&action.sa_mask);
	sigaction(signal, &action, NULL);
}

/* The handler has a stack of its own: the other may be what ran out. */
void signals_take_faults(void)
{
	static char memory[1 << 16];
	const stack_t stack = { .ss_sp = memory, .ss_size = sizeof memory };

	sigaltstack(&stack, NULL);
	for (size_t i = 0; i < COUNT(broken); i++)
		handle_broken(broken[i]);
}

void signals_take(void)
{
	sigset_t blocked;

	sigemptyset(&blocked);
	for (size_t i = 0; i < COUNT(ignored); i++)
		handle(ignored[i], SIG_IGN);
	for (size_t i = 0; i < COUNT(ending); i++) {
		handle(ending[i], on_end);
		sigaddset(&blocked, ending[i]);
	}
	handle(SIGWINCH, on_resize);
	sigaddset(&blocked, SIGWINCH);
	sigprocmask(SIG_SETMASK, &blocked, NULL);
	sigemptyset(&waiting);
}

const sigset_t *signals_while_waiting(void)
{
	return &waiting;
}

const char *signals_ended(void)
{
	if (!ended)
		return NULL;
	return ended == SIGTERM ? "SIGTERM" : "SIGHUP";
}

bool signals_resized(void)
{
	bool now = resized;

	resized = 0;
	return now;
}
