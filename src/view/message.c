/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/message.h"

#include "text/words.h"

static const enum words messages[VISIT_MESSAGES] = {
	[VISIT_NO_DIGIT] = WORDS_NO_CHOICE,
	[VISIT_READER_ON] = WORDS_READER_IS_ON,
	[VISIT_READER_OFF] = WORDS_READER_IS_OFF,
	[VISIT_STILL_THERE] = WORDS_STILL_THERE,
};

bool message_is(const struct visit *visit)
{
	return visit->message > VISIT_SILENT && visit->message < VISIT_MESSAGES;
}

void message_add(struct buf *out, const struct catalog *catalog,
		 const struct visit *visit)
{
	struct buf number = { 0 };

	if (!message_is(visit))
		return;
	buf_number(&number, visit->message_number);
	words_fill_say(out, catalog, messages[visit->message], buf_str(&number),
		       STR(""), STR(""));
	buf_free(&number);
}
