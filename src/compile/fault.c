/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/fault.h"

#include "base/arena.h"
#include "text/chars.h"
#include "text/words.h"

enum { QUOTED_CHARS = 60 };

#define FAULT_ROW(name, severity, sentence) { REPORT_##severity, sentence },
static const struct {
	enum report_severity severity;
	const char *sentence; /* English, and the msgid */
} table[FAULTS] = { FAULT_LIST(FAULT_ROW) };
#undef FAULT_ROW

/* Faults after which ids, numbers or words may be lacking in the draft. */
static bool loses(enum fault fault)
{
	static const enum fault losing[] = {
		FAULT_FILE_MISSING,
		FAULT_FILE_FORBIDDEN,
		FAULT_FILE_UNREADABLE,
		FAULT_FILE_KIND,
		FAULT_FILE_LARGE,
		FAULT_FILE_EMPTY,
		FAULT_NO_PAGES,
		FAULT_NUL,
		FAULT_NOT_UTF8,
		FAULT_ENCODING,
		FAULT_CHARACTER,
		FAULT_NOT_WELL_FORMED,
		FAULT_TAGS_DIFFER,
		FAULT_TAG_OPEN,
		FAULT_DOCTYPE,
		FAULT_DEEP,
		FAULT_MANY_ELEMENTS,
		FAULT_MANY_ATTRIBUTES,
		FAULT_ROOT,
		FAULT_NAMESPACE,
		FAULT_ELEMENT,
		FAULT_ATTRIBUTE_MISSING,
		FAULT_EMPTY,
		FAULT_UNIT_LONG,
		FAULT_ID_FORM,
		FAULT_ID_TWICE,
		FAULT_NUMBER_FORM,
		FAULT_MANY_LANGUAGES,
		FAULT_MANY_PAGES,
	};

	for (size_t i = 0; i < sizeof losing / sizeof *losing; i++)
		if (losing[i] == fault)
			return true;
	return false;
}

struct str fault_quote(struct arena *arena, struct str text)
{
	struct buf safe = { 0 };
	struct str kept;
	unsigned chars = 0;

	for (; text.bytes && chars < QUOTED_CHARS; chars++) {
		uint32_t c;
		size_t bytes = chars_first(text, &c);

		if (c == '\n' || c == '\t')
			buf_byte(&safe, ' ');
		else if (chars_forbidden(c) || c == 0xFFFD)
			buf_byte(&safe, '?');
		else
			buf_add(&safe, str_first(text, bytes));
		text = str_from(text, bytes);
	}
	if (text.bytes)
		buf_add(&safe, STR("..."));
	kept = buf_keep(&safe, arena);
	buf_free(&safe);
	return kept;
}

struct str fault_where(struct arena *arena, struct fault_place place)
{
	struct buf where = { 0 };
	struct str kept;

	buf_add(&where, place.file);
	if (place.line) {
		buf_byte(&where, ':');
		buf_number(&where, place.line);
	}
	kept = buf_keep(&where, arena);
	buf_free(&where);
	return kept;
}

void fault_say(const struct faults *faults, struct buf *out,
	       const char *sentence, const struct str *args, size_t count)
{
	struct str said = catalog_find(&faults->catalog, NULL, sentence);

	words_fill(out, said.at ? said : str_of(sentence), args, count);
}

static void add_sentence(struct faults *faults, struct fault_place place,
			 enum fault fault, struct str one, struct str two)
{
	struct str args[] = { fault_quote(faults->arena, one),
			      fault_quote(faults->arena, two) };
	struct buf sentence = { 0 };

	fault_say(faults, &sentence, table[fault].sentence, args, 2);
	report_add(faults->report, table[fault].severity,
		   fault_quote(faults->arena, place.file), place.line,
		   buf_str(&sentence));
	buf_free(&sentence);
}

void fault_add(struct faults *faults, struct fault_place place,
	       enum fault fault, struct str one, struct str two)
{
	enum report_severity severity = table[fault].severity;

	faults->incomplete = faults->incomplete || loses(fault);
	if (report_count(faults->report, severity) < REPORT_KEPT)
		add_sentence(faults, place, fault, one, two);
	else /* only counted */
		report_add(faults->report, severity, STR(""), 0, STR(""));
}
