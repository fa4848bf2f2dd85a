/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an answer about opening hours costs, of the first table of a book, at
 * instants spread over fifteen years.
 *
 *   hours BOOK
 *
 * A line for the answer and one for the sentence that is made from it: the
 * name, nanoseconds of the mean and of the worst instant, tab-separated. An
 * instant is asked five times and its best time taken, since a busy machine
 * only ever adds. Instructions repeat; those of one answer are the hundred
 * thousandth part of these, for a sentence asks too:
 *
 *   valgrind --tool=callgrind --toggle-collect=hours_at hours BOOK
 */
#include "book/hours.h"
#include "sheet/state.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>

enum { INSTANTS = 10000, TIMES = 5 };

static const int64_t first = INT64_C(1767222000);  /* 2026 begins */
static const int64_t beyond = INT64_C(2240604000); /* 2041 */

static int64_t now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static void answer(const struct book *book, int64_t now)
{
	hours_at(book, 0, now);
}

static void sentence(const struct book *book, int64_t now)
{
	static const struct catalog english;
	static struct buf out;
	struct dates_how how = { .book = book, .catalog = &english };

	buf_clear(&out);
	state_sentence(&out, &how, 0, now, STATE_LONG);
}

static int64_t best(const struct book *book, int64_t now,
		    void (*ask)(const struct book *, int64_t))
{
	int64_t least = INT64_MAX;

	for (int i = 0; i < TIMES; i++) {
		int64_t begun = now_ns(), ns;

		ask(book, now);
		ns = now_ns() - begun;
		if (ns < least)
			least = ns;
	}
	return least;
}

static void measure(const struct book *book, const char *name,
		    void (*ask)(const struct book *, int64_t))
{
	const int64_t step = (beyond - first) / INSTANTS;
	int64_t sum = 0, worst = 0;

	for (int i = 0; i < INSTANTS; i++) {
		int64_t ns = best(book, first + i * step, ask);

		sum += ns;
		if (ns > worst)
			worst = ns;
	}
	printf("%s\t%" PRId64 "\t%" PRId64 "\n", name, sum / INSTANTS, worst);
}

int main(int argc, char **argv)
{
	int file = argc == 2 ? open(argv[1], O_RDONLY) : -1;
	struct stat status;
	struct book book;
	const void *bytes;

	if (file < 0 || fstat(file, &status) < 0)
		return 66;
	bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file,
		     0);
	if (bytes == MAP_FAILED ||
	    book_open(&book, bytes, (size_t)status.st_size) != BOOK_GOOD)
		return 65;
	measure(&book, "answer", answer);
	measure(&book, "sentence", sentence);
	return 0;
}
