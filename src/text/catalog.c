/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/catalog.h"

#include "text/chars.h"

#include <string.h>

enum { HEADER_BYTES = 28, MOST_BYTES = 16 << 20, MOST_MESSAGES = 1 << 20 };

static const uint32_t magic = 0x950412de;
static const uint32_t magic_swapped = 0xde120495;

/* What is looked for: context, U+0004, msgid. */
struct wanted {
	struct str context;
	struct str id;
	bool has_context;
};

static uint32_t word_at(const struct catalog *catalog, size_t offset)
{
	uint32_t word;

	memcpy(&word, catalog->at + offset, sizeof word);
	return catalog->swapped ? __builtin_bswap32(word) : word;
}

static bool table_fits(const struct catalog *catalog, uint32_t offset)
{
	return offset % 4 == 0 && offset <= catalog->bytes &&
	       catalog->count <= (catalog->bytes - offset) / 8;
}

/* A string of a table; {NULL, 0} when it does not lie in the file. */
static struct str string_at(const struct catalog *catalog, uint32_t table,
			    uint32_t index)
{
	uint32_t bytes = word_at(catalog, table + 8 * (size_t)index);
	uint32_t offset = word_at(catalog, table + 8 * (size_t)index + 4);

	if (offset >= catalog->bytes || bytes >= catalog->bytes - offset ||
	    catalog->at[offset + bytes] != 0)
		return (struct str){ 0 };
	return (struct str){ (const char *)catalog->at + offset, bytes };
}

static bool strings_are_good(const struct catalog *catalog)
{
	struct str last = { 0 };

	for (uint32_t i = 0; i < catalog->count; i++) {
		struct str original = string_at(catalog, catalog->originals, i);

		if (!original.at ||
		    !string_at(catalog, catalog->translations, i).at ||
		    (i && str_compare(last, original) >= 0))
			return false;
		last = original;
	}
	return true;
}

bool catalog_open(struct catalog *catalog, const void *memory, size_t bytes)
{
	struct catalog open = { .at = memory, .bytes = bytes };
	uint32_t first;

	*catalog = (struct catalog){ 0 };
	if (bytes < HEADER_BYTES || bytes > MOST_BYTES)
		return false;
	memcpy(&first, memory, sizeof first);
	open.swapped = first == magic_swapped;
	if (first != magic && !open.swapped)
		return false;
	/* Major revisions 0 and 1 are known (gettext manual). */
	if (word_at(&open, 4) >> 16 > 1)
		return false;
	open.count = word_at(&open, 8);
	open.originals = word_at(&open, 12);
	open.translations = word_at(&open, 16);
	if (open.count > MOST_MESSAGES || !table_fits(&open, open.originals) ||
	    !table_fits(&open, open.translations) || !strings_are_good(&open))
		return false;
	*catalog = open;
	return true;
}

/*
 * The order of strcmp(), in which the table is sorted. A plural's original is
 * "one NUL many" and is found by "one".
 */
static int compare_end(struct str wanted, struct str found)
{
	if (found.bytes > wanted.bytes && found.at[wanted.bytes] == 0)
		found.bytes = wanted.bytes;
	return str_compare(wanted, found);
}

static int compare(const struct wanted *wanted, struct str found)
{
	struct str head = str_first(found, wanted->context.bytes);
	int order;

	if (!wanted->has_context)
		return compare_end(wanted->id, found);
	order = str_compare(wanted->context, head);
	if (order)
		return order;
	found = str_from(found, head.bytes);
	order = str_compare(STR("\004"), str_first(found, 1));
	return order ? order : compare_end(wanted->id, str_from(found, 1));
}

/* The index of a message, or catalog->count. */
static uint32_t find(const struct catalog *catalog, const struct wanted *wanted)
{
	uint32_t from = 0, to = catalog->count;

	while (from < to) {
		uint32_t middle = from + (to - from) / 2;
		struct str original =
			string_at(catalog, catalog->originals, middle);
		int order = compare(wanted, original);

		if (order == 0)
			return middle;
		if (order < 0)
			to = middle;
		else
			from = middle + 1;
	}
	return catalog->count;
}

static struct wanted want(const char *context, const char *id)
{
	return (struct wanted){ .context = str_of(context),
				.id = str_of(id),
				.has_context = context != NULL };
}

static struct str translation(const struct catalog *catalog, uint32_t index)
{
	struct str found;

	if (index >= catalog->count)
		return (struct str){ 0 };
	found = string_at(catalog, catalog->translations, index);
	/* An empty msgstr is no translation. */
	if (found.bytes == 0 || !chars_valid(found))
		return (struct str){ 0 };
	return found;
}

/* What stands before the first NUL: of a plural's forms the first. */
static struct str first_form(struct str forms)
{
	const char *nul = forms.bytes ? memchr(forms.at, 0, forms.bytes) : NULL;

	if (nul)
		forms.bytes = (size_t)(nul - forms.at);
	return forms;
}

struct str catalog_find(const struct catalog *catalog, const char *context,
			const char *msgid)
{
	struct wanted wanted = want(context, msgid);

	return first_form(translation(catalog, find(catalog, &wanted)));
}

/* ------------------------------------------------------------------------
 * Plural forms: a C expression in n (gettext manual, "Plural forms"). It is
 * evaluated while it is read; what C would not evaluate is only read.
 */

struct plural {
	struct str left; /* not yet read */
	unsigned long n;
	unsigned depth;
	unsigned idle;	 /* above 0: what is read now is not evaluated */
	bool unreadable; /* it is no expression, or too deep */
	bool undefined;	 /* a division by zero */
};

static unsigned long choice(struct plural *plural);

static void skip_space(struct plural *plural)
{
	while (plural->left.bytes &&
	       (plural->left.at[0] == ' ' || plural->left.at[0] == '\t'))
		plural->left = str_from(plural->left, 1);
}

static bool take(struct plural *plural, struct str sign)
{
	skip_space(plural);
	if (!str_starts(plural->left, sign))
		return false;
	plural->left = str_from(plural->left, sign.bytes);
	return true;
}

static unsigned long number(struct plural *plural)
{
	unsigned long value = 0;
	bool any = false;

	while (plural->left.bytes && plural->left.at[0] >= '0' &&
	       plural->left.at[0] <= '9') {
		value = value * 10 + (unsigned long)(plural->left.at[0] - '0');
		plural->left = str_from(plural->left, 1);
		any = true;
	}
	plural->unreadable |= !any;
	return value;
}

static unsigned long operand(struct plural *plural)
{
	unsigned long value;

	if (++plural->depth > CATALOG_PLURAL_DEPTH)
		plural->unreadable = true;
	if (plural->unreadable)
		return 0;
	if (take(plural, STR("!"))) {
		value = !operand(plural);
	} else if (take(plural, STR("n"))) {
		value = plural->n;
	} else if (take(plural, STR("("))) {
		value = choice(plural);
		plural->unreadable |= !take(plural, STR(")"));
	} else {
		value = number(plural);
	}
	plural->depth--;
	return value;
}

enum operation {
	OR,
	AND,
	EQUAL,
	DIFFERENT,
	NOT_MORE,
	NOT_LESS,
	LESS,
	MORE,
	PLUS,
	MINUS,
	TIMES,
	BY,
	MODULO
};

/* Binary operators, loosest first; longer signs before their beginnings. */
static const struct {
	struct str sign;
	int tightness;
	enum operation operation;
} operators[] = {
	{ { "||", 2 }, 0, OR },	      { { "&&", 2 }, 1, AND },
	{ { "==", 2 }, 2, EQUAL },    { { "!=", 2 }, 2, DIFFERENT },
	{ { "<=", 2 }, 3, NOT_MORE }, { { ">=", 2 }, 3, NOT_LESS },
	{ { "<", 1 }, 3, LESS },      { { ">", 1 }, 3, MORE },
	{ { "+", 1 }, 4, PLUS },      { { "-", 1 }, 4, MINUS },
	{ { "*", 1 }, 5, TIMES },     { { "/", 1 }, 5, BY },
	{ { "%", 1 }, 5, MODULO },
};

enum { TIGHTEST = 6 };

static unsigned long divided(struct plural *plural, enum operation operation,
			     unsigned long a, unsigned long b)
{
	if (b == 0) {
		plural->undefined |= !plural->idle;
		return 0;
	}
	return operation == BY ? a / b : a % b;
}

static unsigned long apply(struct plural *plural, enum operation operation,
			   unsigned long a, unsigned long b)
{
	switch (operation) {
	case OR:
		return a || b;
	case AND:
		return a && b;
	case EQUAL:
		return a == b;
	case DIFFERENT:
		return a != b;
	case NOT_MORE:
		return a <= b;
	case NOT_LESS:
		return a >= b;
	case LESS:
		return a < b;
	case MORE:
		return a > b;
	case PLUS:
		return a + b;
	case MINUS:
		return a - b;
	case TIMES:
		return a * b;
	case BY:
	case MODULO:
		return divided(plural, operation, a, b);
	}
	return 0;
}

static bool take_operator(struct plural *plural, int tightness,
			  enum operation *operation)
{
	for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
		if (operators[i].tightness == tightness &&
		    take(plural, operators[i].sign)) {
			*operation = operators[i].operation;
			return true;
		}
	return false;
}

static unsigned long binary(struct plural *plural, int tightness)
{
	enum operation operation;
	unsigned long value;

	if (tightness == TIGHTEST)
		return operand(plural);
	value = binary(plural, tightness + 1);
	while (!plural->unreadable &&
	       take_operator(plural, tightness, &operation)) {
		bool known = (operation == OR && value) ||
			     (operation == AND && !value);
		unsigned long other;

		plural->idle += known;
		other = binary(plural, tightness + 1);
		plural->idle -= known;
		value = apply(plural, operation, value, other);
	}
	return value;
}

/* A branch of a choice that is taken, or one that is not. */
static unsigned long branch(struct plural *plural, bool taken)
{
	unsigned long value;

	plural->idle += !taken;
	value = choice(plural);
	plural->idle -= !taken;
	return value;
}

static unsigned long choice(struct plural *plural)
{
	unsigned long value, yes, no;

	if (++plural->depth > CATALOG_PLURAL_DEPTH)
		plural->unreadable = true;
	if (plural->unreadable)
		return 0;
	value = binary(plural, 0);
	if (take(plural, STR("?"))) {
		yes = branch(plural, value != 0);
		plural->unreadable |= !take(plural, STR(":"));
		no = branch(plural, value == 0);
		value = value ? yes : no;
	}
	plural->depth--;
	return value;
}

/* What stands behind `name` in the header entry, to the end of its line. */
static struct str header_field(struct str header, struct str name)
{
	const char *at = header.bytes ? memmem(header.at, header.bytes, name.at,
					       name.bytes)
				      : NULL;
	struct str field = { 0 };

	if (!at)
		return field;
	field = str_from(header, (size_t)(at - header.at) + name.bytes);
	for (size_t i = 0; i < field.bytes; i++)
		if (field.at[i] == '\n' || field.at[i] == ';')
			return str_first(field, i);
	return field;
}

/* False when it is no expression. */
static bool evaluate(struct str expression, unsigned long n,
		     unsigned long *form)
{
	struct plural plural = { .left = expression, .n = n };

	if (expression.bytes > CATALOG_PLURAL_BYTES)
		return false;
	*form = choice(&plural);
	skip_space(&plural);
	if (plural.undefined)
		*form = 0;
	return !plural.unreadable && plural.left.bytes == 0;
}

static unsigned long form_for(const struct catalog *catalog, unsigned long n)
{
	struct wanted wanted = want(NULL, "");
	struct str header = translation(catalog, find(catalog, &wanted));
	struct plural forms = { .left = header_field(header,
						     STR("nplurals=")) };
	unsigned long count, form;

	skip_space(&forms);
	count = number(&forms);
	if (forms.unreadable ||
	    !evaluate(header_field(header, STR("plural=")), n, &form))
		return n != 1;
	return form < count ? form : 0;
}

/* The first one where there are not so many. */
static struct str nth_form(struct str forms, unsigned long form)
{
	struct str first = first_form(forms);
	struct str nth = first;

	for (; form; form--) {
		if (nth.bytes >= forms.bytes)
			return first;
		forms = str_from(forms, nth.bytes + 1);
		nth = first_form(forms);
	}
	return nth;
}

struct str catalog_find_plural(const struct catalog *catalog,
			       const char *context, const char *one,
			       const char *many, unsigned long n)
{
	struct wanted wanted = want(context, one);
	struct str forms = translation(catalog, find(catalog, &wanted));
	struct str found;

	(void)many; /* "one" names the message; gettext's habit asks for both */
	if (!forms.at)
		return forms;
	found = nth_form(forms, form_for(catalog, n));
	return found.bytes ? found : (struct str){ 0 };
}
