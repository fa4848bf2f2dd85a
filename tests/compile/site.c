/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/site.h"

#include "base/arena.h"
#include "book/calendar.h"
#include "folder.h"
#include "suite.h"

static struct folder folder;

static void read(const char *text)
{
	site_read(&folder.reader, folder_element(&folder, text), &folder.draft);
	folder_forget(&folder);
}

START_TEST(a_site_has_a_name_a_slogan_and_a_day)
{
	folder_begin(&folder);
	read("<site updated='2026-11-24'><name translate='no'>Exempel</name>"
	     "<slogan>Nära till</slogan></site>");
	ck_str(folder_told(&folder), "");
	ck_str(folder.draft.name->msgid, "Exempel");
	ck_assert(!folder.draft.name->translate);
	ck_str(folder.draft.slogan->msgid, "Nära till");
	ck_assert_int_eq(folder.draft.updated,
			 calendar_day((struct calendar_date){ 2026, 11, 24 }));
	folder_end(&folder);
}
END_TEST

START_TEST(languages_stand_behind_the_master)
{
	folder_begin(&folder);
	read("<site><name>A</name><language code='en'>English</language>"
	     "<language code='fi'>Suomi</language></site>");
	ck_str(folder_told(&folder), "");
	ck_assert_uint_eq(folder.draft.language_count, 3);
	ck_str(folder.draft.languages[1].code, "en");
	ck_str(folder.draft.languages[1].name, "English");
	ck_str(folder.draft.languages[2].code, "fi");
	/* A language is named in itself: there is nothing to translate. */
	ck_assert(!folder.draft.units.at[1]->translate);
	folder_end(&folder);
}
END_TEST

START_TEST(a_language_with_a_fault_is_left_out)
{
	folder_begin(&folder);
	read("<site><name>A</name><language code='?'>X</language></site>");
	ck_str(folder_told(&folder),
	       "f:1: error: \"?\" is no value for code.\n");
	ck_assert_uint_eq(folder.draft.language_count, 1);
	ck_assert(folder.faults.incomplete);
	folder_end(&folder);
}
END_TEST

START_TEST(there_is_an_end_of_languages)
{
	struct buf text = { 0 };

	folder_begin(&folder);
	buf_add(&text, STR("<site><name>A</name>"));
	for (char c = 'a'; c < 'a' + FORMAT_LANGUAGES; c++) {
		buf_add(&text, STR("<language code='x"));
		buf_byte(&text, c);
		buf_add(&text, STR("'>X</language>\n"));
	}
	buf_add(&text, STR("</site>"));
	read(buf_keep(&text, folder.arena).at);
	buf_free(&text);
	ck_assert_uint_eq(folder.draft.language_count, FORMAT_LANGUAGES);
	ck_str(folder_told(&folder),
	       "f:16: error: There are more than 16 languages.\n");
	folder_end(&folder);
}
END_TEST

#define CONTACT(data)                                                          \
	"<site><name>A</name><contact id='kommun' of='a.se' "                  \
	"dated='2014-12'>" data "</contact></site>"

START_TEST(a_contact_keeps_its_data_in_order)
{
	const struct draft_contact *contact;
	const struct draft_datum *tel, *adr;

	folder_begin(&folder);
	read(CONTACT("<tel label='Telefon' href='tel:+46582'>0582</tel>"
		     "<adr label='Adress'><line translate='no'>A</line>"
		     "<line>B</line></adr>"));
	ck_str(folder_told(&folder), "");
	contact = draft_contact(&folder.draft, STR("kommun"));
	ck_assert_ptr_nonnull(contact);
	ck_assert_uint_eq(contact->source.year, 2014);
	ck_assert_uint_eq(contact->data.count, 2);
	tel = &contact->data.at[0];
	ck_assert_int_eq(tel->part, FORMAT_PART_TEL);
	ck_str(tel->label->msgid, "Telefon");
	ck_str(tel->href, "tel:+46582");
	ck_str(tel->values.at[0]->msgid, "0582");
	adr = &contact->data.at[1];
	ck_assert_int_eq(adr->part, FORMAT_PART_ADR);
	ck_assert_uint_eq(adr->values.count, 2);
	ck_str(adr->values.at[1]->msgid, "B");
	folder_end(&folder);
}
END_TEST

START_TEST(of_data_only_telephone_and_address_are_translated)
{
	static const struct {
		bool translate, data;
	} wanted[] = { { true, true },
		       { false, false },
		       { false, false },
		       { true, false },
		       { false, false } };
	const struct draft_contact *contact;

	folder_begin(&folder);
	read(CONTACT("<tel label='A' href='a'>1</tel>"
		     "<email label='B' href='b'>b@b.se</email>"
		     "<url label='C' href='c'>c.se</url>"
		     "<adr label='D'><line>D</line></adr>"
		     "<orgnr label='E'>212000-1926</orgnr>"));
	ck_str(folder_told(&folder), "");
	contact = &folder.draft.contacts.at[0];
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
		const struct draft_unit *value =
			contact->data.at[i].values.at[0];

		ck_assert(value->translate == wanted[i].translate);
		ck_assert(value->data == wanted[i].data);
		ck_assert(contact->data.at[i].label->translate);
	}
	folder_end(&folder);
}
END_TEST

START_TEST(what_is_wanting_is_told)
{
	folder_begin(&folder);
	read("<site updated='2026-02-30'>\n<contact id='a'/>\n"
	     "<contact id='b'><adr label=' '/></contact></site>");
	ck_str(folder_told(&folder),
	       "f:1: error: \"2026-02-30\" is no date that exists.\n"
	       "f:1: error: <site> needs the element <name>.\n"
	       "f:2: error: <contact> is empty.\n"
	       "f:3: error: \" \" is no value for label.\n"
	       "f:3: error: <adr> is empty.\n");
	folder_end(&folder);
}
END_TEST

SUITE("compile/site", a_site_has_a_name_a_slogan_and_a_day,
      languages_stand_behind_the_master, a_language_with_a_fault_is_left_out,
      there_is_an_end_of_languages, a_contact_keeps_its_data_in_order,
      of_data_only_telephone_and_address_are_translated,
      what_is_wanting_is_told)
