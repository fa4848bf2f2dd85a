/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/po.h"

#include "base/arena.h"
#include "compile/unit.h"
#include "folder.h"
#include "suite.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static struct folder folder;
static struct po_entries entries;

#define HEADER(charset)                                                        \
	"msgid \"\"\nmsgstr \"\"\n"                                            \
	"\"Content-Type: text/plain; charset=" charset "\\n\"\n\n"

static enum po_end read_po(const char *text)
{
	folder_begin(&folder);
	entries = (struct po_entries){ 0 };
	if (text)
		folder_write(&folder, "po/en.po", text);
	return po_read(&folder.draft, folder.dir, "po/en.po", &entries);
}

/* The entry under which the unit of an element is. */
static const struct po_entry *find(const char *element)
{
	return po_find(&entries, unit_read(&folder.draft, STR("f"),
					   folder_element(&folder, element)));
}

START_TEST(entries_are_found_by_words_and_context)
{
	ck_assert_int_eq(
		read_po(HEADER(
			"UTF-8") "msgid \"Ö\"\nmsgstr \"I\"\n\n"
				 "msgctxt \"bokstav\"\n"
				 "msgid \"Ö\"\nmsgstr \"Ö\"\n\n"
				 "#, fuzzy\nmsgid \"Hej\"\nmsgstr \"Hi\"\n\n"
				 "msgid \"A\"\nmsgstr \"\"\n\n"
				 "#~ msgid \"B\"\n#~ msgstr \"C\"\n"),
		PO_READ);
	ck_str(folder_told(&folder), "");
	ck_assert_uint_eq(entries.count, 4);
	ck_str(find("<p>Ö</p>")->msgstr, "I");
	ck_str(find("<p its-context='bokstav'>Ö</p>")->msgstr, "Ö");
	ck_assert(find("<p>Hej</p>")->fuzzy);
	ck_assert_uint_eq(find("<p>A</p>")->msgstr.bytes, 0);
	ck_assert(!find("<p>A</p>")->fuzzy);
	ck_assert_ptr_null(find("<p>B</p>"));
	ck_assert_ptr_null(find("<p its-context='x'>Hej</p>"));
	folder_end(&folder);
}
END_TEST

START_TEST(a_wrapped_msgid_is_that_of_its_unit)
{
	ck_assert_int_eq(
		read_po(HEADER("UTF-8") "msgid \"\"\n\"Hej \\n\"\n"
					"\"  du\"\nmsgstr \"Hello\"\n"),
		PO_READ);
	ck_str(find("<p>Hej du</p>")->msgstr, "Hello");
	folder_end(&folder);
}
END_TEST

START_TEST(a_file_may_be_absent_or_without_entries)
{
	ck_assert_int_eq(read_po(NULL), PO_ABSENT);
	ck_str(folder_told(&folder), "");
	ck_assert_ptr_null(find("<p>Hej</p>"));
	folder_end(&folder);
	ck_assert_int_eq(read_po(HEADER("UTF-8")), PO_READ);
	ck_assert_uint_eq(entries.count, 0);
	folder_end(&folder);
}
END_TEST

/* Nothing of a faulty file is used; what is told of it begins so. */
static void ck_faulty(const char *text, const char *told)
{
	ck_assert_int_eq(read_po(text), PO_FAULTY);
	ck_str(str_first(folder_told(&folder), str_of(told).bytes), told);
	ck_assert_uint_eq(entries.count, 0);
	folder_end(&folder);
}

START_TEST(nothing_of_a_faulty_file_is_used)
{
	ck_faulty(HEADER("UTF-8") "msgid \"A\"\nmsgstr \"B\"\n\n"
				  "msgid \"C\nmsgstr \"D\"\n",
		  /* Which line depends on the library. */
		  "po/en.po:");
	ck_faulty(HEADER("UTF-8") "msgid \"A\"\nmsgstr \"B\"\n\n"
				  "msgid \"A\"\nmsgstr \"C\"\n",
		  "po/en.po:8: error: This text is translated twice; take one "
		  "out.\n");
	ck_faulty(HEADER("ISO-8859-1") "msgid \"A\"\nmsgstr \"B\"\n",
		  "po/en.po:3: error: Another encoding than UTF-8 is declared; "
		  "write UTF-8.\n");
	/* Its line where it is known; what only follows is not told. */
	ck_faulty(HEADER("ASCII") "msgid \"\xC3\xA5\"\nmsgstr \"B\"\n"
				  "msgstr \"C\"\n",
		  "po/en.po:3: error: Another encoding than UTF-8 is declared; "
		  "write UTF-8.\n");
	ck_faulty("\xEF\xBB\xBF" HEADER("UTF-8"),
		  "po/en.po:1: error: The character U+FEFF is not allowed; "
		  "take it out.\n");
	ck_faulty("msgid \"\xE5\"\nmsgstr \"B\"\n",
		  "po/en.po:1: error: The text is not UTF-8; save it as "
		  "UTF-8.\n");
}
END_TEST

/* A number of lines that does not fit into 16 bits goes before the entries. */
static const char *far_down(struct buf *text, const char *entries_text)
{
	buf_add(text, STR(HEADER("UTF-8")));
	for (int i = 0; i < 70000; i++)
		buf_add(text, STR("#\n"));
	buf_add(text, str_of(entries_text));
	buf_byte(text, '\0');
	return buf_str(text).at;
}

START_TEST(a_fault_far_down_has_its_line)
{
	struct buf twice = { 0 }, keyword = { 0 };

	ck_faulty(far_down(&twice, "msgid \"A\"\nmsgstr \"B\"\n\n"
				   "msgid \"A\"\nmsgstr \"B\"\n"),
		  "po/en.po:70008: error: This text is translated twice");
	ck_faulty(far_down(&keyword, "msgid \"A\"\nmsgstring \"B\"\n"),
		  /* Which line of the two depends on the library. */
		  "po/en.po:7000");
	buf_free(&twice);
	buf_free(&keyword);
}
END_TEST

START_TEST(the_same_text_in_another_context_is_not_twice)
{
	ck_assert_int_eq(read_po(HEADER("UTF-8") "msgid \"A\"\nmsgstr \"B\"\n\n"
						 "msgctxt \"duplicate\"\n"
						 "msgid \"A\"\nmsgstr \"C\"\n"),
			 PO_READ);
	folder_end(&folder);
	/* What the library says of a keyword must not be taken for it. */
	ck_faulty(HEADER("UTF-8") "duplicate \"A\"\n",
		  "po/en.po:5: error: The translations cannot be read");
}
END_TEST

/* Reads content and writes its template; the whole of that. */
static struct str template_of(const char *body)
{
	char path[64];
	static char text[4096];
	ssize_t bytes;
	int fd;

	folder_begin(&folder);
	folder_site(&folder, "");
	folder_page(&folder, "start", NULL, body);
	folder_read(&folder);
	snprintf(path, sizeof path, "%s/content.pot", folder.path);
	ck_assert(po_template(&folder.draft, path));
	fd = open(path, O_RDONLY);
	bytes = read(fd, text, sizeof text);
	close(fd);
	folder_end(&folder);
	ck_assert_int_gt(bytes, 0);
	return (struct str){ text, (size_t)bytes };
}

START_TEST(the_template_lists_each_text_once_as_a_reader_meets_it)
{
	struct str text = template_of("<p translate='no'>Nej</p>\n"
				      "<!-- Översättare: kort -->"
				      "<p its-context='b'>Hej</p>\n<p>Hej</p>\n"
				      "<p>start</p>");
	const char *wanted = "#: site.xml:2\n"
			     "msgid \"Exempel\"\n"
			     "msgstr \"\"\n"
			     "\n"
			     "#: pages/start.xml:2 pages/start.xml:6\n"
			     "msgid \"start\"\n"
			     "msgstr \"\"\n"
			     "\n"
			     "#. Översättare: kort\n"
			     "#: pages/start.xml:4\n"
			     "msgctxt \"b\"\n"
			     "msgid \"Hej\"\n"
			     "msgstr \"\"\n"
			     "\n"
			     "#: pages/start.xml:5\n"
			     "msgid \"Hej\"\n"
			     "msgstr \"\"\n";

	ck_assert(str_starts(text, STR("#, fuzzy\nmsgid \"\"\n")));
	while (text.bytes && !str_starts(text, STR("#: site.xml")))
		text = str_from(text, 1);
	ck_str(text, wanted);
}
END_TEST

SUITE("compile/po", entries_are_found_by_words_and_context,
      a_wrapped_msgid_is_that_of_its_unit,
      a_file_may_be_absent_or_without_entries, nothing_of_a_faulty_file_is_used,
      a_fault_far_down_has_its_line,
      the_same_text_in_another_context_is_not_twice,
      the_template_lists_each_text_once_as_a_reader_meets_it)
