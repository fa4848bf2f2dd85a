/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/verdict.h"

#include "base/arena.h"
#include "base/report.h"
#include "book/calendar.h"
#include "compile/translate.h"

/* Every sentence of this file; the Swedish comes from the catalogue. */
#define N_(words) words
static const char and_more[] = N_("… and %1$s more.\n");
static const char faulty[] =
	N_("Errors: %1$s. Warnings: %2$s. No book is made.\n");
static const char good[] =
	N_("Screens: %1$s. Texts: %2$s. Errors: 0. Warnings: %3$s.\n");
static const char translated[] = N_("%1$s: %2$s of %3$s texts translated.\n");
static const char untranslated[] = N_("%1$s is missing for:\n");
static const char past[] =
	N_("Days that are past: %1$s. They can be taken out:\n");
static const char oldest[] = N_("The oldest text is from %1$s: %2$s.\n");

/* ------------------------------------------------------------------------
 * Words.
 */

static void say(const struct draft *draft, struct buf *out,
		const char *sentence, struct str one, struct str two,
		struct str three)
{
	const struct str args[] = { one, two, three };

	fault_say(draft->faults, out, sentence, args, 3);
}

static struct str number(const struct draft *draft, size_t value)
{
	struct buf digits = { 0 };
	struct str kept;

	buf_number(&digits, value);
	kept = buf_keep(&digits, draft->arena);
	buf_free(&digits);
	return kept;
}

static void add_and_more(const struct draft *draft, struct buf *out,
			 size_t more)
{
	if (more)
		say(draft, out, and_more, number(draft, more), STR(""),
		    STR(""));
}

/* "-07" */
static void add_two_digits(struct buf *out, unsigned value)
{
	buf_add(out, value < 10 ? STR("-0") : STR("-"));
	buf_number(out, value);
}

/* ------------------------------------------------------------------------
 * Faults.
 */

void verdict_faults(const struct draft *draft, struct buf *out)
{
	add_and_more(draft, out, report_write(draft->faults->report, out));
}

/* ------------------------------------------------------------------------
 * What there is.
 */

/* How many places a list has come to. */
struct list {
	const struct draft *draft;
	struct buf *out;
	size_t count;
};

/* Begins a line of the list; false when it is only to be counted. */
static bool list_place(struct list *list, struct fault_place place)
{
	if (list->count++ >= REPORT_SHOWN)
		return false;
	place.file = fault_quote(list->draft->arena, place.file);
	buf_add(list->out, fault_where(list->draft->arena, place));
	buf_add(list->out, STR(": "));
	return true;
}

static void list_end(const struct list *list)
{
	if (list->count > REPORT_SHOWN)
		add_and_more(list->draft, list->out,
			     list->count - REPORT_SHOWN);
}

static void list_untranslated(const struct draft *draft, size_t language,
			      struct buf *out)
{
	struct list list = { .draft = draft, .out = out };

	say(draft, out, untranslated, draft->languages[language].name, STR(""),
	    STR(""));
	for (size_t i = 0; i < draft->units.count; i++) {
		const struct draft_unit *unit = draft->units.at[i];

		if (!unit->translate || draft_translated(unit, language) ||
		    !list_place(&list, unit->place))
			continue;
		buf_add(out, fault_quote(draft->arena, unit->msgid));
		buf_byte(out, '\n');
	}
	list_end(&list);
}

static void add_languages(const struct draft *draft, struct buf *out)
{
	for (size_t i = 1; i < draft->language_count; i++) {
		struct translate_count count = translate_count(draft, i);

		say(draft, out, translated, draft->languages[i].name,
		    number(draft, count.translated),
		    number(draft, count.units));
		if (count.translated < count.units)
			list_untranslated(draft, i, out);
	}
}

static void add_day(struct buf *out, int32_t day)
{
	struct calendar_date date = calendar_date(day);

	buf_number(out, (unsigned long)date.year);
	add_two_digits(out, (unsigned)date.month);
	add_two_digits(out, (unsigned)date.day);
	buf_byte(out, '\n');
}

static size_t count_past(const struct draft *draft, int32_t today)
{
	size_t count = 0;

	for (size_t i = 0; i < draft->dates.count; i++)
		count += draft->dates.at[i].until < today;
	return count;
}

static void add_past(const struct draft *draft, int32_t today, struct buf *out)
{
	struct list list = { .draft = draft, .out = out };
	size_t count = count_past(draft, today);

	if (!count)
		return;
	say(draft, out, past, number(draft, count), STR(""), STR(""));
	for (size_t i = 0; i < draft->dates.count; i++) {
		const struct draft_date *date = &draft->dates.at[i];

		if (date->until < today && list_place(&list, date->place))
			add_day(out, date->until);
	}
	list_end(&list);
}

/* The page whose source is oldest: what an editor should look at first. */
static const struct draft_page *oldest_page(const struct draft *draft)
{
	const struct draft_page *found = NULL;

	for (size_t i = 0; i < draft->pages.count; i++) {
		const struct draft_page *page = &draft->pages.at[i];

		if (page->source.year &&
		    (!found ||
		     page->source.year * 12 + page->source.month <
			     found->source.year * 12 + found->source.month))
			found = page;
	}
	return found;
}

static void add_oldest(const struct draft *draft, struct buf *out)
{
	const struct draft_page *page = oldest_page(draft);
	struct buf month = { 0 };

	if (!page)
		return;
	buf_number(&month, page->source.year);
	add_two_digits(&month, page->source.month);
	say(draft, out, oldest, buf_str(&month),
	    fault_quote(draft->arena, page->place.file), STR(""));
	buf_free(&month);
}

void verdict_summary(const struct draft *draft, int32_t today, struct buf *out)
{
	const struct report *report = draft->faults->report;
	size_t errors = report_count(report, REPORT_ERROR);
	struct str warnings =
		number(draft, report_count(report, REPORT_WARNING));

	if (errors) {
		say(draft, out, faulty, number(draft, errors), warnings,
		    STR(""));
		return;
	}
	say(draft, out, good, number(draft, draft->pages.count),
	    number(draft, translate_count(draft, 0).units), warnings);
	add_languages(draft, out);
	add_past(draft, today, out);
	add_oldest(draft, out);
}
