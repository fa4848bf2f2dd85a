/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the program answers, for those who ask it from another language:
 *
 *	answers BOOK        instants on standard input, one a line; for each
 *	                    status, reason, next change, status then
 *	answers BOOK shown  instants in order; for each the sentences shown,
 *	                    long in Swedish and English, then short; an empty
 *	                    line while they stand
 *	answers -           every day from 1990 to 2199: class and name
 *
 * Tab-separated. Runs in the build folder.
 */
#include "book/hours.h"
#include "real.h"
#include "sheet/state.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static void put(struct str text)
{
	fwrite(text.at, 1, text.bytes, stdout);
}

static void put_reason(const struct hours_day *day)
{
	static struct buf reason;

	buf_clear(&reason);
	hours_add_reason(&reason, day);
	put(buf_str(&reason));
}

static void put_answer(const struct hours_answer *answer)
{
	static const char letters[] = {
		[HOURS_CLOSED] = 'C',
		[HOURS_OPEN] = 'O',
		[HOURS_UNCERTAIN] = 'U',
		[HOURS_UNKNOWN] = '?',
	};

	printf("%c\t", letters[answer->status]);
	put_reason(&answer->today);
	if (answer->changes)
		printf("\t%" PRId64 "\t%c", answer->next,
		       letters[answer->then]);
	else
		fputs("\t-\t-", stdout);
}

static void answer_all(const struct book *book)
{
	int64_t now;

	while (scanf("%" SCNd64, &now) == 1) {
		struct hours_answer answer = hours_at(book, 0, now);

		put_answer(&answer);
		putchar('\n');
	}
}

static void put_sentence(const struct book *book, uint32_t language,
			 enum state_length length, int64_t now)
{
	static const struct catalog english;
	static struct buf text;
	struct dates_how how = {
		.book = book,
		.catalog =
			language ? &english : &real_window(80, 24).catalogs[0],
		.language = language,
	};

	buf_clear(&text);
	state_sentence(&text, &how, 0, now, length);
	put(buf_str(&text));
}

/* As a screen does: what was said stands until its time is over. */
static void show_all(const struct book *book)
{
	int64_t now, until = INT64_MIN;

	while (scanf("%" SCNd64, &now) == 1) {
		for (unsigned i = 0; now >= until && i < 4; i++) {
			if (i)
				putchar('\t');
			put_sentence(book, i % 2,
				     i / 2 ? STATE_SHORT : STATE_LONG, now);
		}
		putchar('\n');
		if (now >= until)
			until = state_until(book, 0, now);
	}
}

static void list_days(void)
{
	static const char *const classes[] = { "plain", "holiday", "eve",
					       "near" };
	int32_t day = calendar_day((struct calendar_date){ 1990, 1, 1 });
	int32_t end = calendar_day((struct calendar_date){ 2200, 1, 1 });

	for (; day < end; day++) {
		struct calendar_date date = calendar_date(day);
		struct calendar_special special = calendar_special(day);

		printf("%d-%02d-%02d\t%s\t%s\n", date.year, date.month,
		       date.day, classes[special.class_],
		       calendar_slug(special.name));
	}
}

int main(int argc, char **argv)
{
	struct book book;
	struct str bytes;

	if (argc < 2)
		return 64;
	if (strcmp(argv[1], "-") == 0) {
		list_days();
		return 0;
	}
	bytes = real_file(argv[1]);
	if (book_open(&book, bytes.at, bytes.bytes) != BOOK_GOOD)
		return 65;
	if (argc > 2)
		show_all(&book);
	else
		answer_all(&book);
	return 0;
}
