/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/refer.h"

#include "compile/values.h"

#include <stddef.h>

/* A fault of a name that is none, and what is told where another is near. */
struct missing {
	enum fault fault, near;
};

static const struct missing no_page = { FAULT_NO_PAGE, FAULT_NO_PAGE_NEAR };
static const struct missing no_section = { FAULT_NO_SECTION,
					   FAULT_NO_SECTION_NEAR };
static const struct missing no_contact = { FAULT_NO_CONTACT,
					   FAULT_NO_CONTACT_NEAR };
static const struct missing no_hours = { FAULT_NO_HOURS, FAULT_NO_HOURS_NEAR };
static const struct missing no_term = { FAULT_NO_TERM, FAULT_NO_TERM_NEAR };

/*
 * Tells that a name is none: with what is near it, or with where it should
 * have been. Only if all was read, for what is missing may stand elsewhere.
 */
static void tell_missing(const struct draft *draft, struct fault_place place,
			 struct missing missing, struct str name,
			 struct str near, struct str in)
{
	if (draft->faults->incomplete)
		return;
	if (near.at)
		fault_add(draft->faults, place, missing.near, name, near);
	else
		fault_add(draft->faults, place, missing.fault, name, in);
}

/*
 * The first of an array's names that is nearly the one; {NULL, 0}: none. A
 * name is the struct str that stands `offset` into each thing of the array.
 */
static struct str nearest(const void *things, size_t count, size_t bytes,
			  size_t offset, struct str name)
{
	for (size_t i = 0; i < count; i++) {
		const char *thing = (const char *)things + i * bytes;
		const struct str *is = (const void *)(thing + offset);

		if (values_nearly(*is, name))
			return *is;
	}
	return (struct str){ 0 };
}

#define NEAREST(type, list, name)                                              \
	nearest((list).at, (list).count, sizeof(struct type),                  \
		offsetof(struct type, id), (name))

/* ------------------------------------------------------------------------
 * From a text.
 */

static void check_link(const struct draft *draft, struct fault_place place,
		       const struct draft_span *span)
{
	const struct draft_page *page = draft_page(draft, span->a);

	if (!page)
		tell_missing(draft, place, no_page, span->a,
			     NEAREST(draft_page, draft->pages, span->a),
			     STR(""));
	else if (span->b.bytes && !draft_section(page, span->b))
		tell_missing(draft, place, no_section, span->b,
			     NEAREST(draft_section, page->sections, span->b),
			     span->a);
}

static void check_contact(const struct draft *draft, struct fault_place place,
			  struct str id)
{
	if (!draft_contact(draft, id))
		tell_missing(draft, place, no_contact, id,
			     NEAREST(draft_contact, draft->contacts, id),
			     STR(""));
}

/* That a contact has such a datum; `name` is how the part was written. */
static void check_part(const struct draft *draft, struct fault_place place,
		       struct str id, enum format_part part, struct str name)
{
	const struct draft_contact *contact = draft_contact(draft, id);

	check_contact(draft, place, id);
	if (contact && part != FORMAT_PART_ALL && !draft_datum(contact, part) &&
	    !draft->faults->incomplete)
		fault_add(draft->faults, place, FAULT_NO_PART, name, id);
}

static bool in_contact(enum format_part part)
{
	return part >= FORMAT_PART_TEL && part <= FORMAT_PART_ORGNR;
}

static void check_ref(const struct draft *draft, struct fault_place place,
		      const struct draft_span *span)
{
	enum format_part part = draft_part(span->b);
	struct str near = draft_part_near(span->b);

	if (in_contact(part))
		check_part(draft, place, span->a, part, span->b);
	else if (in_contact(draft_part(near)))
		fault_add(draft->faults, place, FAULT_NO_PART_NEAR, span->b,
			  near);
	else
		fault_add(draft->faults, place, FAULT_VALUE, STR("part"),
			  span->b);
}

static void check_span(const struct draft *draft, struct fault_place place,
		       const struct draft_span *span)
{
	if (span->kind == FORMAT_DATUM_REF)
		check_ref(draft, place, span);
	else if (span->kind == FORMAT_LINK)
		check_link(draft, place, span);
	else if (span->kind == FORMAT_OUTSIDE && !values_url(span->a))
		fault_add(draft->faults, place, FAULT_URL_FORM, span->a,
			  STR(""));
}

static void check_unit(const struct draft *draft, const struct draft_unit *unit)
{
	for (size_t i = 0; i < unit->master.spans.count; i++) {
		const struct draft_span *span = &unit->master.spans.at[i];
		struct fault_place place = { unit->place.file, span->line };

		check_span(draft, place, span);
	}
}

/* ------------------------------------------------------------------------
 * From a block, a date, a table.
 */

static void check_hours(const struct draft *draft, struct fault_place place,
			struct str id)
{
	if (!draft_hours(draft, id))
		tell_missing(draft, place, no_hours, id,
			     NEAREST(draft_hours, draft->hours, id), STR(""));
}

static void check_blocks(const struct draft *draft,
			 const struct draft_blocks *blocks)
{
	for (size_t i = 0; i < blocks->count; i++) {
		const struct draft_block *block = &blocks->at[i];

		if (block->kind == FORMAT_CONTACTS)
			check_part(draft, block->place, block->name,
				   block->part, draft_part_name(block->part));
		else if (block->kind == FORMAT_TABLE ||
			 block->kind == FORMAT_STATE)
			check_hours(draft, block->place, block->name);
	}
}

/* ------------------------------------------------------------------------
 * From a term.
 */

static struct str nearest_term(const struct draft *draft,
			       const struct draft_term *from)
{
	for (size_t i = 0; i < draft->terms.count; i++) {
		const struct draft_term *term = &draft->terms.at[i];

		if (!term->see.bytes &&
		    str_equal(term->language, from->language) &&
		    values_nearly(term->text, from->see))
			return term->text;
	}
	return (struct str){ 0 };
}

static void check_see(const struct draft *draft, struct draft_term *term)
{
	if (!term->see.bytes)
		return;
	term->target = draft_term(draft, term->language, term->see);
	if (!term->target)
		tell_missing(draft, term->place, no_term, term->see,
			     nearest_term(draft, term), STR(""));
	else if (term->target->see.bytes)
		fault_add(draft->faults, term->place, FAULT_SEE_SEE, term->see,
			  STR(""));
}

void refer_check(struct draft *draft)
{
	for (size_t i = 0; i < draft->units.count; i++)
		check_unit(draft, draft->units.at[i]);
	for (size_t i = 0; i < draft->pages.count; i++)
		check_blocks(draft, &draft->pages.at[i].blocks);
	for (size_t i = 0; i < draft->terms.count; i++)
		check_see(draft, &draft->terms.at[i]);
	for (size_t i = 0; i < draft->hours.count; i++)
		if (draft->hours.at[i].contact.at)
			check_contact(draft, draft->hours.at[i].place,
				      draft->hours.at[i].contact);
	for (size_t i = 0; i < draft->dates.count; i++)
		check_hours(draft, draft->dates.at[i].place,
			    draft->dates.at[i].hours);
}
