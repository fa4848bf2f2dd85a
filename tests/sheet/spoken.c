/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every line of spoken.tsv is what becomes of what. */
#include "sheet/spoken.h"

#include "phrases.h"
#include "real.h"
#include "suite.h"
#include "text/chars.h"

enum { LEAST_PHRASES = 40 };

/* U+00A0 as the table writes it. */
static void add_visible(struct buf *out, struct str text)
{
	while (text.bytes) {
		bool joined = str_starts(text, STR("\xC2\xA0"));

		buf_byte(out, joined ? '_' : text.at[0]);
		text = str_from(text, joined ? 2 : 1);
	}
}

static void speak(struct buf *out, struct str language, struct str written)
{
	struct sheet_window window = real_window(80, 24);
	const struct catalog *catalog =
		&window.catalogs[str_equal(language, STR("en"))];
	struct buf spoken = { 0 };

	if (str_starts(written, STR("@ ")))
		spoken_email(&spoken, str_from(written, 2), catalog);
	else
		spoken_add(&spoken, written, catalog);
	add_visible(out, buf_str(&spoken));
	buf_free(&spoken);
}

START_TEST(every_phrase_of_the_table)
{
	static struct phrase phrases[PHRASES_MOST];
	size_t count = phrases_read(phrases);

	ck_assert_uint_ge(count, LEAST_PHRASES);
	for (size_t i = 0; i < count; i++) {
		struct buf spoken = { 0 };

		speak(&spoken, phrases[i].language, phrases[i].written);
		ck_assert_msg(str_equal(buf_str(&spoken), phrases[i].spoken),
			      "line of \"%.*s\": \"%.*s\"",
			      (int)phrases[i].written.bytes,
			      phrases[i].written.at, (int)spoken.bytes,
			      spoken.at);
		buf_free(&spoken);
	}
}
END_TEST

/* Whatever it is, it stays valid, and spoken twice is spoken once. */
START_TEST(any_text_stays_text)
{
	static const char *const texts[] = { "",
					     "0",
					     "00-",
					     "0-",
					     "–",
					     "––",
					     "a–",
					     "1–2–3",
					     "8.",
					     "8.3",
					     "08-",
					     "åä–öü",
					     "\xF0\x9F\x98\x80–1" };
	struct sheet_window window = real_window(80, 24);

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct buf once = { 0 }, twice = { 0 };

		spoken_add(&once, str_of(texts[i]), window.catalogs);
		spoken_add(&twice, buf_str(&once), window.catalogs);
		ck_assert(chars_valid(buf_str(&once)));
		ck_assert(str_equal(buf_str(&once), buf_str(&twice)));
		buf_free(&once);
		buf_free(&twice);
	}
}
END_TEST

SUITE("sheet/spoken", every_phrase_of_the_table, any_text_stays_text)
