/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/today.h"

#include "base/arena.h"
#include "compile/blocks.h"
#include "compile/opening.h"
#include "compile/values.h"

static void read_notice_time(struct element_reader *reader,
			     const struct xml_node *node, const char *name,
			     bool day_after, uint32_t *minutes)
{
	struct str value = element_value(reader, node, name);
	int32_t day;

	if (!value.at)
		return;
	/* A day alone: from its beginning, until its end. */
	if (values_date(value, &day))
		*minutes = (uint32_t)(day + day_after) * 1440;
	else if (!values_instant(value, minutes))
		element_tell(reader, node, FAULT_DATE_FORM, value, STR(""));
}

static const struct element_row in_notice[] = {
	{ "short", element_unit, ELEMENT_UNIT, ELEMENT_EXACTLY_ONE,
	  offsetof(struct draft_notice, short_text) },
	{ "p", blocks_p, ELEMENT_UNIT, ELEMENT_ANY,
	  offsetof(struct draft_notice, blocks) },
	{ "ul", blocks_ul, "", ELEMENT_ANY,
	  offsetof(struct draft_notice, blocks) },
	{ "ol", blocks_ol, "", ELEMENT_ANY,
	  offsetof(struct draft_notice, blocks) },
};

static void read_notice(struct element_reader *reader,
			const struct xml_node *node, void *into)
{
	struct draft *draft = into;
	struct draft_notice notice = { .until = FORMAT_NONE,
				       .place = element_place(reader, node) };

	read_notice_time(reader, node, "from", false, &notice.from);
	read_notice_time(reader, node, "until", true, &notice.until);
	if (notice.from >= notice.until)
		element_tell(reader, node, FAULT_TIME_ORDER,
			     element_value(reader, node, "from"),
			     element_value(reader, node, "until"));
	element_children(reader, node, ELEMENT_ROWS(in_notice), &notice);
	blocks_keep(draft, &notice.blocks);
	*arena_append(draft->arena, &draft->notices) = notice;
}

static const struct element_row in_today[] = {
	{ "notice", read_notice, "from until", ELEMENT_ANY, 0 },
	{ "date", opening_date, "hours! on from until is", ELEMENT_ANY, 0 },
};

void today_read(struct element_reader *reader, const struct xml_node *root,
		void *into)
{
	element_children(reader, root, ELEMENT_ROWS(in_today), into);
}
