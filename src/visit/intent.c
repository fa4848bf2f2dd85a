/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "visit/intent.h"

#include "text/chars.h"

#define INTENT_NAME(name, script) STR(script),
static const struct str names[] = { INTENT_LIST(INTENT_NAME) };
#undef INTENT_NAME

struct str intent_name(enum intent_kind kind)
{
	return kind < INTENT_KINDS ? names[kind] : STR("");
}

enum intent_kind intent_kind(struct str name)
{
	for (unsigned kind = 0; kind < INTENT_KINDS; kind++)
		if (str_equal(names[kind], name))
			return (enum intent_kind)kind;
	return INTENT_KINDS;
}

/* Characters with a meaning of their own; the digits are beside them. */
static const struct {
	uint32_t c;
	enum intent_kind kind;
} meanings[] = {
	{ ' ', INTENT_SCREEN_DOWN }, { '+', INTENT_DOWN },
	{ '-', INTENT_UP },	     { '.', INTENT_BACK },
	{ ',', INTENT_BACK },	     { '*', INTENT_STYLE },
	{ '/', INTENT_LOOKUP },	     { '?', INTENT_HELP },
	{ 'q', INTENT_QUIT },	     { 'Q', INTENT_QUIT },
};

struct intent intent_of_character(uint32_t c)
{
	struct intent intent = { .kind = INTENT_NOTHING, .typed = c };

	if (c == '0')
		intent.kind = INTENT_START;
	else if (c == '9')
		intent.kind = INTENT_LANGUAGE;
	else if (c >= '1' && c <= '8')
		intent = (struct intent){ INTENT_DIGIT, c - '0', c };
	else if (chars_letter(c))
		intent.kind = INTENT_LETTER;
	for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++)
		if (meanings[i].c == c)
			intent.kind = meanings[i].kind;
	return intent;
}
