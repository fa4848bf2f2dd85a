/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A thread gets a stack that the test owns, so all that is left on it can be
 * searched: no function looks into another's variables.
 */
#include "run/forget.h"

#include "suite.h"

#include <pthread.h>
#include <stdbool.h>
#include <string.h>
#include <sys/mman.h>

/* A sanitizer keeps variables elsewhere. */
#ifdef __SANITIZE_ADDRESS__
enum { SANITIZED = 1 };
#else
enum { SANITIZED = 0 };
#endif

enum { THREAD_STACK_BYTES = 1 << 20 };

static const char typed[] = "skuldsanering";

/* Not inlined: a compiler would scatter the letters over the stack. */
static __attribute__((noinline)) void put_words(volatile char *into)
{
	for (size_t i = 0; i < sizeof typed; i++)
		into[i] = typed[i];
}

/*
 * Not inlined, or the words would stand in the caller's own variables; at the
 * far end of the room, where the search itself does not come.
 */
static __attribute__((noinline)) void leave_words(void)
{
	volatile char room[4096];

	put_words(room);
	room[sizeof room - 1] = room[0];
}

/* As far down as the way from a query to its rows. */
static __attribute__((noinline)) void leave_words_below(void)
{
	volatile char between[24000];

	between[0] = 0;
	leave_words();
	between[sizeof between - 1] = between[0];
}

/* Deep enough that the search, and what binds its symbol, does not reach it. */
static void remember(void)
{
	leave_words_below();
}

static void forget(void)
{
	leave_words();
	forget_stack();
}

static void forget_below(void)
{
	leave_words_below();
	forget_stack();
}

/* A thread's work, its stack, and whether the words are on it then. */
struct work {
	void (*what)(void);
	void *stack;
	bool left;
};

static void *do_and_search(void *argument)
{
	struct work *work = argument;

	work->what();
	work->left = memmem(work->stack, THREAD_STACK_BYTES, typed,
			    sizeof typed) != NULL;
	return NULL;
}

static bool left_by(void (*what)(void))
{
	void *stack = mmap(NULL, THREAD_STACK_BYTES, PROT_READ | PROT_WRITE,
			   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	struct work work = { .what = what, .stack = stack };
	pthread_attr_t how;
	pthread_t thread;

	ck_assert_ptr_ne(stack, MAP_FAILED);
	pthread_attr_init(&how);
	pthread_attr_setstack(&how, stack, THREAD_STACK_BYTES);
	ck_assert_int_eq(pthread_create(&thread, &how, do_and_search, &work),
			 0);
	pthread_join(thread, NULL);
	pthread_attr_destroy(&how);
	munmap(stack, THREAD_STACK_BYTES);
	return work.left;
}

/* Else the tests below would prove nothing. */
START_TEST(what_is_not_wiped_is_found)
{
	ck_assert(SANITIZED || left_by(remember));
}
END_TEST

START_TEST(what_functions_left_is_wiped)
{
	ck_assert(SANITIZED || !left_by(forget));
}
END_TEST

START_TEST(so_is_what_was_left_far_down)
{
	ck_assert(SANITIZED || !left_by(forget_below));
}
END_TEST

START_TEST(what_is_still_in_use_stays)
{
	volatile char words[sizeof typed];

	put_words(words);
	forget_stack();
	for (size_t i = 0; i < sizeof typed; i++)
		ck_assert_int_eq(words[i], typed[i]);
}
END_TEST

SUITE("run/forget", what_is_not_wiped_is_found, what_functions_left_is_wiped,
      so_is_what_was_left_far_down, what_is_still_in_use_stays)
