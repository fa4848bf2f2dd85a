/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/catalog.h"

#include "suite.h"

#include <stdio.h>
#include <string.h>

/* A message: its original (context, U+0004, msgid, NUL, plural) and forms. */
struct message {
	struct str original;
	struct str translation;
};

#define HEADER                                                                 \
	"Content-Type: text/plain; charset=UTF-8\n"                            \
	"Plural-Forms: nplurals=2; plural=n != 1;\n"

/* Sorted, as msgfmt sorts them. */
static const struct message swedish[] = {
	{ STR(""), STR(HEADER) },
	{ STR("%1$s word\0%1$s words"), STR("%1$s ord\0%1$s ord i rad") },
	{ STR("Bad"), STR("\xC3\x28") },
	{ STR("Empty"), STR("") },
	{ STR("May"), STR("maj") },
	{ STR("Open"), STR("Öppna") },
	{ STR("day\004May"), STR("Maj") },
	{ STR("day\004one day\0many days"), STR("en dag\0många dagar") },
};

enum { MESSAGES = sizeof swedish / sizeof *swedish };

static uint32_t swap(uint32_t word)
{
	return word >> 24 | (word >> 8 & 0xFF00) | (word << 8 & 0xFF0000) |
	       word << 24;
}

static void add_word(struct buf *file, uint32_t word, bool swapped)
{
	if (swapped)
		word = swap(word);
	buf_add(file, (struct str){ (const char *)&word, sizeof word });
}

/* A file as msgfmt writes it, in this or the other byte order. */
static void make(struct buf *file, const struct message *messages,
		 uint32_t count, bool swapped)
{
	uint32_t at = 28 + 16 * count;

	add_word(file, 0x950412de, swapped);
	add_word(file, 0, swapped);
	add_word(file, count, swapped);
	add_word(file, 28, swapped);
	add_word(file, 28 + 8 * count, swapped);
	add_word(file, 0, swapped);
	add_word(file, at, swapped);
	for (int translations = 0; translations < 2; translations++)
		for (uint32_t i = 0; i < count; i++) {
			struct str text = translations ? messages[i].translation
						       : messages[i].original;

			add_word(file, (uint32_t)text.bytes, swapped);
			add_word(file, at, swapped);
			at += (uint32_t)text.bytes + 1;
		}
	for (int translations = 0; translations < 2; translations++)
		for (uint32_t i = 0; i < count; i++) {
			buf_add(file, translations ? messages[i].translation
						   : messages[i].original);
			buf_byte(file, '\0');
		}
}

/* A copy of exactly so many bytes, so that a sanitizer sees what is behind. */
static void *exact(const struct buf *file, size_t bytes)
{
	void *copy = malloc(bytes ? bytes : 1);

	ck_assert_ptr_nonnull(copy);
	if (bytes)
		memcpy(copy, file->at, bytes);
	return copy;
}

static void assert_messages(const struct catalog *catalog)
{
	ck_str(catalog_find(catalog, NULL, "Open"), "Öppna");
	ck_str(catalog_find(catalog, NULL, "May"), "maj");
	ck_str(catalog_find(catalog, "day", "May"), "Maj");
	ck_str(catalog_find_plural(catalog, NULL, "%1$s word", "%1$s words", 1),
	       "%1$s ord");
	ck_str(catalog_find_plural(catalog, NULL, "%1$s word", "%1$s words", 0),
	       "%1$s ord i rad");
	ck_str(catalog_find_plural(catalog, "day", "one day", "many days", 7),
	       "många dagar");
}

START_TEST(messages_are_found_in_either_byte_order)
{
	for (int swapped = 0; swapped < 2; swapped++) {
		struct catalog catalog;
		struct buf file = { 0 };

		make(&file, swedish, MESSAGES, swapped);
		ck_assert(catalog_open(&catalog, file.at, file.bytes));
		assert_messages(&catalog);
		buf_free(&file);
	}
}
END_TEST

START_TEST(what_is_not_there_is_not_found)
{
	static const char *const none[] = { "open", "Ope",  "Openn",	"A",
					    "zzz",  "Bad",  "Empty",	"\004",
					    "day",  "%1$s", "day\004Ma" };
	struct catalog catalog;
	struct buf file = { 0 };

	make(&file, swedish, MESSAGES, false);
	ck_assert(catalog_open(&catalog, file.at, file.bytes));
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		ck_assert_ptr_null(catalog_find(&catalog, NULL, none[i]).at);
	ck_assert_ptr_null(catalog_find(&catalog, "month", "May").at);
	ck_assert_ptr_null(catalog_find(&catalog, "", "May").at);
	ck_assert_ptr_null(catalog_find(&catalog, "da", "May").at);
	ck_assert_ptr_null(catalog_find(&catalog, "days", "May").at);
	ck_assert_ptr_null(
		catalog_find_plural(&catalog, NULL, "words", "words", 1).at);
	buf_free(&file);
}
END_TEST

START_TEST(no_catalogue_has_no_messages)
{
	struct catalog none = { 0 };

	ck_assert_ptr_null(catalog_find(&none, NULL, "Open").at);
	ck_assert_ptr_null(catalog_find(&none, NULL, "").at);
	ck_assert_ptr_null(catalog_find_plural(&none, NULL, "a", "b", 2).at);
}
END_TEST

static void assert_refused(const struct buf *file, size_t bytes)
{
	struct catalog catalog;
	void *copy = exact(file, bytes);

	if (catalog_open(&catalog, copy, bytes))
		ck_abort_msg("%zu bytes were taken", bytes);
	ck_assert_ptr_null(catalog.at);
	free(copy);
}

START_TEST(a_file_cut_short_is_refused)
{
	struct buf file = { 0 };

	make(&file, swedish, MESSAGES, false);
	for (size_t bytes = 0; bytes < file.bytes; bytes++)
		assert_refused(&file, bytes);
	buf_free(&file);
}
END_TEST

static void put(struct buf *file, size_t offset, uint32_t word)
{
	memcpy(file->at + offset, &word, sizeof word);
}

START_TEST(a_damaged_header_is_refused)
{
	static const struct {
		size_t offset;
		uint32_t word;
	} damages[] = {
		{ 0, 0x950412df },
		{ 4, 2 << 16 },
		{ 4, UINT32_MAX },
		{ 8, (1 << 20) + 1 },
		{ 8, UINT32_MAX },
		{ 8, 1000 },
		{ 12, UINT32_MAX },
		{ 12, 29 },
		{ 12, UINT32_MAX - 3 },
		{ 16, UINT32_MAX - 3 },
		{ 28, UINT32_MAX },
		{ 32, UINT32_MAX },
		{ 28 + 8 * MESSAGES, UINT32_MAX },
		{ 28 + 8 * MESSAGES + 4, UINT32_MAX },
		{ 28 + 8, 1 }, /* no NUL behind the string */
		{ 28 + 8 * MESSAGES, 1 },
	};

	for (size_t i = 0; i < sizeof damages / sizeof *damages; i++) {
		struct buf file = { 0 };

		make(&file, swedish, MESSAGES, false);
		put(&file, damages[i].offset, damages[i].word);
		assert_refused(&file, file.bytes);
		buf_free(&file);
	}
}
END_TEST

START_TEST(a_minor_revision_is_taken)
{
	struct catalog catalog;
	struct buf file = { 0 };

	make(&file, swedish, MESSAGES, false);
	put(&file, 4, 1 << 16 | 1);
	ck_assert(catalog_open(&catalog, file.at, file.bytes));
	assert_messages(&catalog);
	buf_free(&file);
}
END_TEST

START_TEST(an_unsorted_file_is_refused)
{
	struct message wrong[MESSAGES];
	struct buf file = { 0 };

	memcpy(wrong, swedish, sizeof wrong);
	wrong[4] = swedish[5];
	wrong[5] = swedish[4];
	make(&file, wrong, MESSAGES, false);
	assert_refused(&file, file.bytes);
	buf_clear(&file);
	wrong[4] = swedish[5];
	wrong[5] = swedish[5]; /* twice the same */
	make(&file, wrong, MESSAGES, false);
	assert_refused(&file, file.bytes);
	buf_free(&file);
}
END_TEST

START_TEST(a_file_that_is_too_large_is_refused)
{
	enum { TOO_LARGE = (16 << 20) + 1 };
	struct catalog catalog;
	struct buf file = { 0 };
	char *large = calloc(1, TOO_LARGE);

	make(&file, swedish, MESSAGES, false);
	ck_assert_ptr_nonnull(large);
	memcpy(large, file.at, file.bytes);
	ck_assert(catalog_open(&catalog, large, TOO_LARGE - 1));
	ck_assert(!catalog_open(&catalog, large, TOO_LARGE));
	free(large);
	buf_free(&file);
}
END_TEST

/* ------------------------------------------------------------------------
 * Plural forms.
 */

/* The form for n under a header: "0" to "5". */
static void assert_plural(const char *header, unsigned long n,
			  const char *wanted)
{
	const struct message messages[] = {
		{ STR(""), str_of(header) },
		{ STR("one\0many"), STR("0\0"
					"1\0"
					"2\0"
					"3\0"
					"4\0"
					"5") },
	};
	struct catalog catalog;
	struct buf file = { 0 };
	struct str found;

	make(&file, messages, 2, false);
	ck_assert(catalog_open(&catalog, file.at, file.bytes));
	found = catalog_find_plural(&catalog, NULL, "one", "many", n);
	ck_assert_msg(str_equal(found, str_of(wanted)),
		      "\"%s\" for %lu is form %.*s, not %s", header, n,
		      (int)found.bytes, found.at ? found.at : "", wanted);
	buf_free(&file);
}

#define ARABIC                                                                 \
	"nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 "        \
	"&& n%100<=10 ? 3 : n%100>=11 ? 4 : 5;"
#define POLISH                                                                 \
	"nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 && "                 \
	"(n%100<10 || n%100>=20) ? 1 : 2;"

START_TEST(plural_forms_are_evaluated)
{
	assert_plural("nplurals=1; plural=0;", 7, "0");
	assert_plural("nplurals=2; plural=n>1;", 1, "0");
	assert_plural("nplurals=2; plural=(n > 1)\n", 2, "1");
	assert_plural("nplurals = 2; plural=n!=1;", 0, "1");
	assert_plural(POLISH, 1, "0");
	assert_plural(POLISH, 22, "1");
	assert_plural(POLISH, 12, "2");
	assert_plural(ARABIC, 0, "0");
	assert_plural(ARABIC, 102, "5");
	assert_plural(ARABIC, 105, "3");
	assert_plural(ARABIC, 111, "4");
	assert_plural("nplurals=6; plural=2+3*1-n/2%2;", 3, "4");
	assert_plural("nplurals=6; plural=!n + !!n*2 + (n<=3) + (n>=4);", 3,
		      "3");
	assert_plural("nplurals=6; plural=10-4-3;", 3, "3");
	assert_plural("nplurals=6; plural=1||0&&0;", 3, "1");
	assert_plural("nplurals=6; plural=n==2==0;", 2, "0");
}
END_TEST

START_TEST(what_cannot_be_read_is_the_usual_plural)
{
	static const char *const headers[] = {
		"",
		"Plural-Forms: nplurals=2\n",
		"plural=0;",
		"nplurals=2; plural=;",
		"nplurals=2; plural=n ! 1;",
		"nplurals=2; plural=(n;",
		"nplurals=2; plural=n);",
		"nplurals=2; plural=n ? 1;",
		"nplurals=2; plural=system(0);",
		"nplurals=2; plural=n == ;",
		"nplurals=x; plural=0;",
	};

	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
		assert_plural(headers[i], 1, "0");
		assert_plural(headers[i], 0, "1");
		assert_plural(headers[i], 2, "1");
	}
}
END_TEST

START_TEST(a_form_that_does_not_exist_is_the_first)
{
	assert_plural("nplurals=2; plural=n;", 1, "1");
	assert_plural("nplurals=2; plural=n;", 2, "0");
	assert_plural("nplurals=9; plural=n;", 5, "5");
	assert_plural("nplurals=9; plural=n;", 8, "0");
	assert_plural("nplurals=0; plural=n;", 1, "0");
	assert_plural("nplurals=2; plural=n-1;", 0, "0");
}
END_TEST

START_TEST(a_division_by_zero_is_harmless)
{
	assert_plural("nplurals=3; plural=1/n;", 0, "0");
	assert_plural("nplurals=3; plural=n%n + 1;", 0, "0");
	assert_plural("nplurals=3; plural=n%n + 1;", 2, "1");
	/* C does not divide where it does not have to. */
	assert_plural("nplurals=3; plural=n==0 ? 2 : 4/n;", 0, "2");
	assert_plural("nplurals=3; plural=n && 4/n;", 0, "0");
	assert_plural("nplurals=3; plural=n==0 || 4/n;", 0, "1");
}
END_TEST

START_TEST(depth_and_length_are_limited)
{
	struct buf header = { 0 };

	buf_add(&header, STR("nplurals=2; plural="));
	for (int i = 0; i < 100000; i++)
		buf_byte(&header, '(');
	buf_byte(&header, '\0');
	assert_plural(header.at, 2, "1");
	buf_clear(&header);
	buf_add(&header, STR("nplurals=2; plural="));
	for (int i = 0; i < 900; i++)
		buf_byte(&header, '!');
	buf_add(&header, STR("n\0"));
	assert_plural(header.at, 2, "1");
	assert_plural("nplurals=2; plural=((((((((((0))))))))));", 2, "0");
	assert_plural("nplurals=2; plural=((((((((((((((((((((((((((((((((0"
		      "))))))))))))))))))))))))))))))));",
		      2, "1");
	buf_clear(&header);
	buf_add(&header, STR("nplurals=2; plural=0"));
	for (int i = 0; i < 100000; i++)
		buf_add(&header, STR("+0"));
	buf_byte(&header, '\0');
	assert_plural(header.at, 2, "1");
	buf_free(&header);
}
END_TEST

/* ------------------------------------------------------------------------
 * Damage.
 */

static void ask_everything(const struct catalog *catalog)
{
	volatile size_t bytes = 0;

	for (uint32_t i = 0; i < MESSAGES; i++) {
		struct str found =
			catalog_find(catalog, NULL, swedish[i].original.at);

		for (size_t at = 0; at < found.bytes; at++)
			bytes += (unsigned char)found.at[at];
		for (unsigned long n = 0; n < 3; n++)
			bytes += catalog_find_plural(catalog, "day", "one day",
						     "many days", n)
					 .bytes;
	}
	(void)bytes;
}

static void damage(struct buf *file)
{
	for (int i = 1 + rand() % 4; i; i--) {
		size_t at = (size_t)rand() % file->bytes;

		if (rand() % 3)
			at %= 28 + 16 * MESSAGES;
		file->at[at] = (char)(rand() % 4 ? rand() : 0);
	}
}

/* Under the sanitizers nothing outside the file is read. */
START_TEST(damaged_files_are_harmless)
{
	unsigned taken = 0;

	srand(5);
	for (int n = 0; n < 20000; n++) {
		struct catalog catalog;
		struct buf file = { 0 };
		size_t bytes;
		void *copy;

		make(&file, swedish, MESSAGES, rand() % 2);
		damage(&file);
		bytes = rand() % 8 ? file.bytes : (size_t)rand() % file.bytes;
		copy = exact(&file, bytes);
		if (catalog_open(&catalog, copy, bytes)) {
			ask_everything(&catalog);
			taken++;
		}
		free(copy);
		buf_free(&file);
	}
	/* Damage within the texts alone is not seen, and need not be. */
	ck_assert_uint_gt(taken, 500);
	ck_assert_uint_lt(taken, 15000);
}
END_TEST

/* A mapped file may change after it was opened. */
START_TEST(damage_after_opening_is_harmless)
{
	srand(6);
	for (int n = 0; n < 20000; n++) {
		struct catalog catalog;
		struct buf file = { 0 };
		void *copy;

		make(&file, swedish, MESSAGES, false);
		copy = exact(&file, file.bytes);
		if (!catalog_open(&catalog, copy, file.bytes))
			ck_abort_msg("a good file was refused");
		damage(&file);
		memcpy(copy, file.at, file.bytes);
		ask_everything(&catalog);
		free(copy);
		buf_free(&file);
	}
}
END_TEST

SUITE("text/catalog", messages_are_found_in_either_byte_order,
      what_is_not_there_is_not_found, no_catalogue_has_no_messages,
      a_file_cut_short_is_refused, a_damaged_header_is_refused,
      a_minor_revision_is_taken, an_unsorted_file_is_refused,
      a_file_that_is_too_large_is_refused, plural_forms_are_evaluated,
      what_cannot_be_read_is_the_usual_plural,
      a_form_that_does_not_exist_is_the_first, a_division_by_zero_is_harmless,
      depth_and_length_are_limited, damaged_files_are_harmless,
      damage_after_opening_is_harmless)
