/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Everything that can be wrong with content, once: a name, how bad it is, and
 * one sentence that says what an editor can do about it. The Swedish comes
 * from the catalogue, like every other string.
 */
#ifndef TEXTKIOSK_COMPILE_FAULT_H
#define TEXTKIOSK_COMPILE_FAULT_H

#include "base/report.h"
#include "base/str.h"
#include "text/catalog.h"

#include <stdbool.h>

struct arena;

/* FAULT(NAME, severity, "sentence"); %1$s, %2$s are quoted from the content. */
#define FAULT_LIST(FAULT)                                                      \
	/* Files. */                                                           \
	FAULT(FILE_MISSING, ERROR, "The file is missing.")                     \
	FAULT(FILE_FORBIDDEN, ERROR, "The file may not be read by you.")       \
	FAULT(FILE_UNREADABLE, ERROR,                                          \
	      "The file cannot be read (system error %1$s).")                  \
	FAULT(FILE_KIND, ERROR,                                                \
	      "This is no ordinary file; links and devices are not followed.") \
	FAULT(FILE_LARGE, ERROR, "The file is larger than 1 MiB.")             \
	FAULT(FILE_EMPTY, ERROR, "The file holds nothing.")                    \
	FAULT(NO_PAGES, ERROR, "There are no pages in the folder pages.")      \
	/* Bytes. */                                                           \
	FAULT(NUL, ERROR, "The file holds a NUL byte; save it as text.")       \
	FAULT(NOT_UTF8, ERROR, "The text is not UTF-8; save it as UTF-8.")     \
	FAULT(ENCODING, ERROR,                                                 \
	      "Another encoding than UTF-8 is declared; write UTF-8.")         \
	FAULT(CHARACTER, ERROR,                                                \
	      "The character U+%1$s is not allowed; take it out.")             \
	/* XML. */                                                             \
	FAULT(NOT_WELL_FORMED, ERROR,                                          \
	      "The XML is not well-formed here or just before: look for a "    \
	      "missing or misspelt tag, quote or &amp;.")                      \
	FAULT(TAGS_DIFFER, ERROR, "The tag <%1$s> is closed by </%2$s>.")      \
	FAULT(TAG_OPEN, ERROR, "The tag <%1$s> is not closed.")                \
	FAULT(DOCTYPE, ERROR, "A DOCTYPE is not allowed; take it out.")        \
	FAULT(DEEP, ERROR, "Elements are nested more than 32 deep.")           \
	FAULT(MANY_ELEMENTS, ERROR, "The file has more than 50 000 elements.") \
	FAULT(MANY_ATTRIBUTES, ERROR,                                          \
	      "This element has more than 1000 attributes.")                   \
	FAULT(ROOT, ERROR, "The file should hold <%1$s>.")                     \
	FAULT(NAMESPACE, ERROR,                                                \
	      "<%1$s> is not in the namespace urn:textkiosk:1.")               \
	FAULT(ELEMENT, ERROR, "The element <%1$s> has no place here.")         \
	FAULT(ATTRIBUTE, ERROR, "<%2$s> has no attribute %1$s.")               \
	FAULT(ATTRIBUTE_MISSING, ERROR, "<%2$s> needs the attribute %1$s.")    \
	FAULT(VALUE, ERROR, "\"%2$s\" is no value for %1$s.")                  \
	FAULT(TEXT, ERROR, "Text has no place here: \"%1$s\".")                \
	FAULT(ELEMENT_TWICE, ERROR, "<%1$s> may stand here only once.")        \
	FAULT(ELEMENT_MISSING, ERROR, "<%2$s> needs the element <%1$s>.")      \
	FAULT(EMPTY, ERROR, "<%1$s> is empty.")                                \
	/* Limits. */                                                          \
	FAULT(TITLE_LONG, ERROR, "The title has more than 200 characters.")    \
	FAULT(UNIT_LONG, ERROR, "The text is longer than 8 KiB.")              \
	FAULT(ID_FORM, ERROR,                                                  \
	      "\"%1$s\" is no id: a-z, 0-9, - and . only, at most 64.")        \
	FAULT(MANY_PAGES, ERROR, "There are more than 200 000 pages.")         \
	FAULT(MANY_LANGUAGES, ERROR, "There are more than 16 languages.")      \
	FAULT(LARGE_BOOK, ERROR, "The book would be larger than 4 GiB.")       \
	/* Ids and numbers. */                                                 \
	FAULT(ID_TWICE, ERROR, "The id \"%1$s\" is already in %2$s.")          \
	FAULT(ID_RESERVED, ERROR, "The page \"%1$s\" must exist.")             \
	FAULT(NUMBER_FORM, ERROR,                                              \
	      "\"%1$s\" is no number of a screen: digits 1 to 8, at most 6.")  \
	FAULT(NUMBER_START, ERROR, "The page start has no number.")            \
	FAULT(NUMBER_TWICE, ERROR, "The number %1$s is already in %2$s.")      \
	FAULT(NUMBER_PARENT, ERROR,                                            \
	      "The number %1$s has no screen %2$s above it.")                  \
	FAULT(NUMBER_INDEX, ERROR,                                             \
	      "The number %1$s lies below the look-up, whose digits are "      \
	      "letters.")                                                      \
	FAULT(NUMBER_LONG, WARNING,                                            \
	      "The number %1$s takes four keys or more.")                      \
	/* References. */                                                      \
	FAULT(NO_PAGE, ERROR, "There is no page \"%1$s\".")                    \
	FAULT(NO_PAGE_NEAR, ERROR,                                             \
	      "There is no page \"%1$s\"; did you mean \"%2$s\"?")             \
	FAULT(NO_SECTION, ERROR, "The page %2$s has no section \"%1$s\".")     \
	FAULT(NO_SECTION_NEAR, ERROR,                                          \
	      "The page has no section \"%1$s\"; did you mean \"%2$s\"?")      \
	FAULT(NO_CONTACT, ERROR, "There is no contact \"%1$s\".")              \
	FAULT(NO_CONTACT_NEAR, ERROR,                                          \
	      "There is no contact \"%1$s\"; did you mean \"%2$s\"?")          \
	FAULT(NO_HOURS, ERROR, "There are no hours \"%1$s\".")                 \
	FAULT(NO_HOURS_NEAR, ERROR,                                            \
	      "There are no hours \"%1$s\"; did you mean \"%2$s\"?")           \
	FAULT(NO_PART, ERROR, "The contact %2$s has no %1$s.")                 \
	FAULT(NO_PART_NEAR, ERROR,                                             \
	      "There is no part \"%1$s\"; did you mean \"%2$s\"?")             \
	FAULT(NO_TERM, ERROR, "No term \"%1$s\" to see.")                      \
	FAULT(NO_TERM_NEAR, ERROR,                                             \
	      "No term \"%1$s\" to see; did you mean \"%2$s\"?")               \
	FAULT(SEE_SEE, ERROR, "\"%1$s\" is itself a see-reference.")           \
	FAULT(TERM_TWICE, ERROR, "The term \"%1$s\" is already in %2$s.")      \
	FAULT(TERM_LETTER, WARNING,                                            \
	      "\"%1$s\" begins with no letter of the alphabet.")               \
	/* Hours. */                                                           \
	FAULT(TIME_FORM, ERROR, "\"%1$s\" is no time: write 08:00.")           \
	FAULT(TIME_ORDER, ERROR, "%1$s is not before %2$s.")                   \
	FAULT(TIME_OVERLAP, ERROR,                                             \
	      "These hours overlap others of the same day.")                   \
	FAULT(DAYS_FORM, ERROR,                                                \
	      "\"%1$s\" are no days: write mon-thu, fri or mon wed.")          \
	FAULT(WEEK_FORM, ERROR, "\"%1$s\" are no weeks: write 25-32.")         \
	FAULT(DATE_FORM, ERROR, "\"%1$s\" is no date that exists.")            \
	FAULT(DATE_ORDER, ERROR, "%1$s is after %2$s.")                        \
	FAULT(DATE_TWICE, ERROR, "This day is already said in %1$s.")          \
	FAULT(DATE_PAST, WARNING, "This day is past; it can be taken out.")    \
	FAULT(DATE_EMPTY, ERROR,                                               \
	      "Say either is=\"closed\" or when it is open.")                  \
	FAULT(SEASON_FORM, ERROR, "A season needs weeks, or from and until.")  \
	/* Data. */                                                            \
	FAULT(TEL_FORM, ERROR, "\"%1$s\" is no telephone address (tel:+46…).") \
	FAULT(TEL_DIFFERS, ERROR,                                              \
	      "\"%1$s\" and %2$s are not the same number.")                    \
	FAULT(EMAIL_FORM, ERROR, "\"%1$s\" is no e-mail address.")             \
	FAULT(URL_FORM, ERROR, "\"%1$s\" is no web address (https://…).")      \
	FAULT(ORGNR_FORM, ERROR,                                               \
	      "\"%1$s\" is no organisation number; check its last digit.")     \
	FAULT(HREF_DIFFERS, ERROR, "\"%1$s\" is not where %2$s leads.")        \
	/* Style. */                                                           \
	FAULT(TITLE_WIDE, WARNING,                                             \
	      "The title is wider than 38 columns; add a menu.")               \
	FAULT(MENU_WIDE, WARNING, "The menu is wider than 36 columns.")        \
	FAULT(SHORT_WIDE, WARNING, "The short text is wider than 38 columns.") \
	FAULT(LINK_HERE, WARNING,                                              \
	      "The link says only \"%1$s\"; let its words say where.")         \
	FAULT(ROW_FULL, WARNING, "The letters %1$s have more than 24 words.")  \
	/* Translation. */                                                     \
	FAULT(PO, ERROR,                                                       \
	      "The translations cannot be read here or just before: look "     \
	      "for a missing quote or a misspelt keyword.")                    \
	FAULT(PO_TWICE, ERROR, "This text is translated twice; take one out.") \
	FAULT(PO_PROC, ERROR,                                                  \
	      "The translations can only be read where /proc is mounted.")     \
	FAULT(PO_MISSING, WARNING, "The translation %1$s is missing.")         \
	FAULT(UNTRANSLATED, WARNING, "Not translated (%2$s): \"%1$s\".")       \
	FAULT(FUZZY, WARNING, "The translation (%2$s) is fuzzy: \"%1$s\".")    \
	FAULT(PO_MARKUP, WARNING,                                              \
	      "The translation (%2$s) has broken markup: \"%1$s\".")           \
	FAULT(PO_LINKS, WARNING,                                               \
	      "The translation (%2$s) has other links: \"%1$s\".")             \
	FAULT(PO_DIGITS, WARNING,                                              \
	      "The translation (%2$s) has another number: \"%1$s\".")          \
	FAULT(PO_CHARACTER, WARNING,                                           \
	      "The translation (%2$s) has a forbidden character: \"%1$s\".")   \
	FAULT(PO_LONG, WARNING,                                                \
	      "The translation (%2$s) is longer than 8 KiB: \"%1$s\".")

#define FAULT_ENUM(name, severity, sentence) FAULT_##name,
enum fault { FAULT_LIST(FAULT_ENUM) FAULTS };
#undef FAULT_ENUM

/* Where in the content something stands. */
struct fault_place {
	struct str file; /* relative to the content folder; {NULL, 0}: it */
	size_t line;	 /* from 1; 0: the file as a whole */
};

/* Takes faults, in the words of one language. */
struct faults {
	struct arena *arena;
	struct report *report;
	struct catalog catalog; /* {0}: English */
	/*
	 * A fault has kept something out of the draft: what then seems to be
	 * missing is not told, for it only follows.
	 */
	bool incomplete;
};

/* Adds a fault. Arguments are quoted safely: no raw byte of the content. */
void fault_add(struct faults *faults, struct fault_place place,
	       enum fault fault, struct str one, struct str two);

/*
 * Appends a sentence of this program in the language of the messages: English,
 * which is its msgid, where there is no other. Arguments as in words_fill().
 */
void fault_say(const struct faults *faults, struct buf *out,
	       const char *sentence, const struct str *args, size_t count);

/*
 * A piece of content as it may be shown: at most 60 characters, without
 * controls, bidi and private-use characters and what is no UTF-8.
 */
struct str fault_quote(struct arena *arena, struct str text);

/* FILE:LINE of a place, as an argument. */
struct str fault_where(struct arena *arena, struct fault_place place);

#endif
