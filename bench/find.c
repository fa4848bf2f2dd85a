/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a word costs that stands nowhere in a book: find BOOK [LANGUAGE].
 * Prints the text's size and milliseconds, name and value, tab-separated: the
 * first time in a process, where every page of the file is new to it; warm,
 * the least of many; memmem() over the same text, which nothing that reads it
 * can beat by much.
 */
#include "book/lookup.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>

enum { ROUNDS = 25 };

#define WORD "gatlyktan"

static double now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static bool map_book(const char *path, struct book *book)
{
	int file = open(path, O_RDONLY | O_CLOEXEC);
	struct stat about;
	void *memory;

	if (file < 0 || fstat(file, &about) < 0)
		return false;
	memory = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_SHARED, file,
		      0);
	return memory != MAP_FAILED &&
	       book_open(book, memory, (size_t)about.st_size) == BOOK_GOOD;
}

static double look_up(const struct book *book, uint32_t language)
{
	static struct lookup_result result;
	double begin = now_ms();

	lookup_find(book, language, STR(WORD), &result);
	if (result.total)
		puts("the word is not absent");
	return now_ms() - begin;
}

/* All folded text of a language without its marks, as it lies in the book. */
static struct str folded(const struct book *book, uint32_t language)
{
	uint32_t pages = book_count(book, FORMAT_PAGE);
	struct format_text first = book_sought(book, 0, language).stripped;
	struct format_text last =
		book_sought(book, pages - 1, language).stripped;

	first.bytes = last.offset + last.bytes - first.offset;
	return book_bytes(book, first);
}

static double scan(struct str text)
{
	double begin = now_ms();

	if (memmem(text.at, text.bytes, WORD, sizeof WORD - 1))
		puts("the word is not absent");
	return now_ms() - begin;
}

static double less(double a, double b)
{
	return a < b ? a : b;
}

int main(int argc, char **argv)
{
	double first, warm = 1e9, least = 1e9;
	uint32_t language = 0;
	struct book book;
	struct str text;

	if (argc < 2 || !map_book(argv[1], &book)) {
		fputs("Usage: find BOOK [LANGUAGE]\n", stderr);
		return 64;
	}
	if (argc > 2)
		language = book_find_language(&book, str_of(argv[2]));
	text = folded(&book, language);
	first = look_up(&book, language);
	for (int i = 0; i < ROUNDS; i++) {
		warm = less(warm, look_up(&book, language));
		least = less(least, scan(text));
	}
	printf("text-mb\t%.2f\nfirst-ms\t%.3f\nwarm-ms\t%.3f\n"
	       "memmem-ms\t%.3f\n",
	       (double)text.bytes / 1e6, first, warm, least);
	return 0;
}
