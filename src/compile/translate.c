/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/translate.h"

#include "base/arena.h"
#include "compile/file.h"
#include "compile/unit.h"
#include "compile/values.h"
#include "compile/xml.h"
#include "text/chars.h"

#include <errno.h>
#include <fcntl.h>
#include <gettext-po.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

/* An entry of a PO file that may be used. */
struct entry {
	struct str context; /* {NULL, 0}: none */
	struct str msgid;
	struct str msgstr;
	bool fuzzy;
};

struct entries {
	struct entry *at;
	size_t count, room;
};

/* ------------------------------------------------------------------------
 * Errors. The library calls back without a pointer of ours, and must not get
 * control again after a fatal one: hence one static, and a jump.
 */

static struct {
	struct faults *faults;
	struct str file;
	jmp_buf out;
	bool failed;
	size_t line; /* of the last fault: one a line */
} listener;

static void on_error(int severity, po_message_t message, const char *file,
		     size_t line, size_t column, int multiline,
		     const char *text)
{
	struct fault_place place = { listener.file, 0 };

	(void)message, (void)file, (void)column, (void)multiline;
	if (severity == PO_SEVERITY_WARNING)
		return;
	if (line != (size_t)-1)
		place.line = line;
	if (listener.faults &&
	    (place.line != listener.line || !listener.failed))
		fault_add(listener.faults, place, FAULT_PO, str_of(text),
			  STR(""));
	listener.failed = true;
	listener.line = place.line;
	if (severity == PO_SEVERITY_FATAL_ERROR)
		longjmp(listener.out, 1);
}

static void on_error_pair(int severity, po_message_t message, const char *file,
			  size_t line, size_t column, int multiline,
			  const char *text, po_message_t message2,
			  const char *file2, size_t line2, size_t column2,
			  int multiline2, const char *text2)
{
	(void)message2, (void)file2, (void)line2, (void)column2;
	(void)multiline2, (void)text2;
	on_error(severity, message, file, line, column, multiline, text);
}

static const struct po_xerror_handler handler = { on_error, on_error_pair };

/* ------------------------------------------------------------------------
 * Reading a PO file.
 */

static struct str plain(struct arena *arena, const char *text)
{
	return text ? unit_plain(arena, str_of(text)) : (struct str){ 0 };
}

static void add_entry(struct arena *arena, struct entries *entries,
		      po_message_t message)
{
	const char *context = po_message_msgctxt(message);
	struct entry *entry;

	if (po_message_is_obsolete(message) || !po_message_msgid(message)[0])
		return;
	entries->at = arena_grow(arena, entries->at, entries->count,
				 &entries->room, sizeof *entries->at);
	entry = &entries->at[entries->count++];
	entry->context = plain(arena, context);
	entry->msgid = plain(arena, po_message_msgid(message));
	entry->msgstr = str_copy(arena, str_of(po_message_msgstr(message)));
	entry->fuzzy = po_message_is_fuzzy(message);
}

static int by_msgid(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	int order = str_compare(a->msgid, b->msgid);

	return order ? order : str_compare(a->context, b->context);
}

static void read_entries(struct arena *arena, po_file_t file,
			 struct entries *entries)
{
	po_message_iterator_t at = po_message_iterator(file, NULL);
	po_message_t message;

	while ((message = po_next_message(at)))
		add_entry(arena, entries, message);
	po_message_iterator_free(at);
	if (entries->count)
		qsort(entries->at, entries->count, sizeof *entries->at,
		      by_msgid);
}

/* Whether the header names another character set than UTF-8. */
static bool other_charset(po_file_t file)
{
	const char *header = po_file_domain_header(file, NULL);
	char *type = header ? po_header_field(header, "Content-Type") : NULL;
	const char *charset = type ? strstr(type, "charset=") : NULL;
	bool other = charset && strcasecmp(charset + 8, "UTF-8") != 0;

	free(type);
	return other;
}

/* NULL after a fatal error. */
static po_file_t open_po(const char *path)
{
	if (setjmp(listener.out))
		return NULL;
	return po_file_read(path, &handler);
}

/* False when the file cannot be used; the fault is told. */
static bool parse_po(struct draft *draft, int fd, struct str name,
		     struct entries *entries)
{
	char path[32];
	po_file_t file;
	bool good;

	snprintf(path, sizeof path, "/dev/fd/%d", fd);
	listener.faults = draft->faults;
	listener.file = name;
	listener.failed = false;
	listener.line = 0;
	file = open_po(path);
	if (!file && !listener.failed)
		fault_add(draft->faults, (struct fault_place){ name, 0 },
			  FAULT_PO, str_of(strerror(errno)), STR(""));
	if (!file)
		return false;
	/* What the library has read of a faulty file is not all of it. */
	good = !listener.failed;
	if (good && other_charset(file)) {
		fault_add(draft->faults, (struct fault_place){ name, 0 },
			  FAULT_ENCODING, STR(""), STR(""));
		good = false;
	}
	if (good)
		read_entries(draft->arena, file, entries);
	po_file_free(file);
	return good;
}

/* How the reading of a PO file ended. */
enum po_end { PO_READ, PO_ABSENT, PO_FAULTY };

static enum po_end read_po(struct draft *draft, int dir, const char *name,
			   struct entries *entries)
{
	size_t errors = report_count(draft->faults->report, REPORT_ERROR);
	struct str bytes;
	bool good;
	int fd;

	fd = file_open(draft->faults, draft->arena, dir, name, false, &bytes);
	if (fd < 0)
		return report_count(draft->faults->report, REPORT_ERROR) >
				       errors
			       ? PO_FAULTY
			       : PO_ABSENT;
	good = parse_po(draft, fd, str_of(name), entries);
	close(fd);
	return good ? PO_READ : PO_FAULTY;
}

/* ------------------------------------------------------------------------
 * A unit's translation.
 */

static const struct entry *find_entry(const struct entries *entries,
				      const struct draft_unit *unit)
{
	struct entry wanted = { .context = unit->context,
				.msgid = unit->msgid };

	if (!entries->count)
		return NULL;
	return bsearch(&wanted, entries->at, entries->count,
		       sizeof *entries->at, by_msgid);
}

static bool leads(const struct draft_token *token)
{
	return token->kind == DRAFT_REF ||
	       (token->kind == DRAFT_OPEN &&
		(token->element == DRAFT_LINK || token->element == DRAFT_HREF));
}

static bool same_lead(const struct draft_token *a, const struct draft_token *b)
{
	return a->kind == b->kind && a->element == b->element &&
	       str_equal(a->a, b->a) && str_equal(a->b, b->b);
}

static size_t count_leads(const struct draft_text *text,
			  const struct draft_token *like)
{
	size_t count = 0;

	for (size_t i = 0; i < text->count; i++)
		if (leads(&text->tokens[i]) &&
		    (!like || same_lead(&text->tokens[i], like)))
			count++;
	return count;
}

/* The same links and data, in whatever order. */
static bool same_leads(const struct draft_text *a, const struct draft_text *b)
{
	if (count_leads(a, NULL) != count_leads(b, NULL))
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (leads(&a->tokens[i]) &&
		    count_leads(a, &a->tokens[i]) !=
			    count_leads(b, &a->tokens[i]))
			return false;
	return true;
}

static bool forbidden(struct str text)
{
	while (text.bytes) {
		uint32_t c;
		size_t bytes = chars_first(text, &c);

		if (c != '\n' && c != '\t' && chars_forbidden(c))
			return true;
		text = str_from(text, bytes);
	}
	return false;
}

/* What is wrong with a translation, or FAULTS; its tokens go to *text. */
static enum fault judge(struct draft *draft, const struct draft_unit *unit,
			const struct entry *entry, struct draft_text *text)
{
	struct xml_node *node;

	if (!entry || entry->msgstr.bytes == 0)
		return FAULT_UNTRANSLATED;
	if (entry->fuzzy)
		return FAULT_FUZZY;
	if (entry->msgstr.bytes > FORMAT_UNIT_BYTES)
		return FAULT_PO_LONG;
	if (forbidden(entry->msgstr))
		return FAULT_PO_CHARACTER;
	node = xml_parse_fragment(draft->arena, entry->msgstr);
	if (!node || !unit_tokens(draft->arena, NULL, STR(""), node, text) ||
	    !unit_holds_words(text))
		return FAULT_PO_MARKUP;
	if (!same_leads(&unit->text[0], text))
		return FAULT_PO_LINKS;
	if (unit->data && !values_same_tel(entry->msgstr, unit->msgid))
		return FAULT_PO_DIGITS;
	return FAULTS;
}

static void translate_unit(struct draft *draft, const struct entries *entries,
			   struct draft_unit *unit, size_t language)
{
	struct draft_text text = { 0 };
	enum fault fault = judge(draft, unit, find_entry(entries, unit), &text);

	if (fault == FAULTS) {
		unit->text[language] = text;
		unit->translated[language] = true;
		return;
	}
	fault_add(draft->faults, unit->place, fault, unit->msgid,
		  draft->languages[language].code);
}

static void translate_language(struct draft *draft, int dir, size_t language)
{
	struct str code = draft->languages[language].code;
	struct entries entries = { 0 };
	struct buf name = { 0 };
	enum po_end end;

	buf_add(&name, STR("po/"));
	buf_add(&name, code);
	buf_add(&name, STR(".po"));
	buf_byte(&name, '\0');
	end = read_po(draft, dir, arena_copy(draft->arena, name.at, name.bytes),
		      &entries);
	if (end == PO_ABSENT)
		fault_add(draft->faults, draft->languages[language].place,
			  FAULT_PO_MISSING, str_of(name.at), STR(""));
	buf_free(&name);
	for (size_t i = 0; end == PO_READ && i < draft->unit_count; i++)
		if (draft->units[i]->translate)
			translate_unit(draft, &entries, draft->units[i],
				       language);
}

static void keep_master(struct draft *draft, size_t language)
{
	for (size_t i = 0; i < draft->unit_count; i++)
		if (!draft->units[i]->translate)
			draft->units[i]->translated[language] = true;
}

void translate_content(struct draft *draft, int dir)
{
	for (size_t i = 1; i < draft->language_count; i++) {
		translate_language(draft, dir, i);
		keep_master(draft, i);
	}
	/* What needs no translation reads the same in every language. */
	for (size_t i = 0; i < draft->unit_count; i++)
		for (size_t j = 1; j < draft->language_count; j++)
			if (!draft->units[i]->translate)
				draft->units[i]->text[j] =
					draft->units[i]->text[0];
}

struct translate_count translate_count(const struct draft *draft,
				       size_t language)
{
	struct translate_count count = { 0 };

	for (size_t i = 0; i < draft->unit_count; i++) {
		if (!draft->units[i]->translate)
			continue;
		count.units++;
		count.translated += draft->units[i]->translated[language];
	}
	return count;
}

/* ------------------------------------------------------------------------
 * The template.
 */

/* No date of its own: the same content gives the same template. */
static const char header[] = "Project-Id-Version: textkiosk content\n"
			     "PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\n"
			     "Last-Translator: FULL NAME <EMAIL@ADDRESS>\n"
			     "Language-Team: LANGUAGE <LL@li.org>\n"
			     "Language: \n"
			     "MIME-Version: 1.0\n"
			     "Content-Type: text/plain; charset=UTF-8\n"
			     "Content-Transfer-Encoding: 8bit\n"
			     "X-Source-Language: sv\n";

static int by_message(const void *left, const void *right)
{
	const struct draft_unit *a = *(struct draft_unit *const *)left;
	const struct draft_unit *b = *(struct draft_unit *const *)right;
	int order = str_compare(a->msgid, b->msgid);

	if (!order)
		order = str_compare(a->context, b->context);
	return order ? order : (a->index > b->index) - (a->index < b->index);
}

static int by_first_place(const void *left, const void *right)
{
	struct draft_unit *const *const *a = left;
	struct draft_unit *const *const *b = right;

	return ((**a)->index > (**b)->index) - ((**a)->index < (**b)->index);
}

static const char *c_string(struct arena *arena, struct str text)
{
	return text.at ? arena_copy(arena, text.at, text.bytes) : NULL;
}

/* One message for all units with the same words; returns the next group. */
static void add_message(struct arena *arena, po_message_iterator_t at,
			struct draft_unit *const *units, size_t count)
{
	po_message_t message = po_message_create();

	po_message_set_msgctxt(message, c_string(arena, units[0]->context));
	po_message_set_msgid(message, c_string(arena, units[0]->msgid));
	po_message_set_msgstr(message, "");
	for (size_t i = 0; i < count; i++)
		po_message_add_filepos(message,
				       c_string(arena, units[i]->place.file),
				       units[i]->place.line);
	if (units[0]->comment.at)
		po_message_set_extracted_comments(
			message, c_string(arena, units[0]->comment));
	po_message_insert(at, message);
}

/* The units to be translated, grouped by their words. */
static size_t sorted_units(const struct draft *draft, struct draft_unit **units)
{
	size_t count = 0;

	for (size_t i = 0; i < draft->unit_count; i++)
		if (draft->units[i]->translate)
			units[count++] = draft->units[i];
	if (count)
		qsort(units, count, sizeof *units, by_message);
	return count;
}

static size_t group_end(struct draft_unit *const *units, size_t count,
			size_t from)
{
	size_t to = from + 1;

	while (to < count && str_equal(units[to]->msgid, units[from]->msgid) &&
	       str_equal(units[to]->context, units[from]->context))
		to++;
	return to;
}

static void add_messages(const struct draft *draft, po_message_iterator_t at)
{
	struct draft_unit **units =
		arena_array(draft->arena, draft->unit_count + 1, sizeof *units);
	size_t count = sorted_units(draft, units);
	struct draft_unit ***groups =
		arena_array(draft->arena, count + 1, sizeof *groups);
	size_t group_count = 0;

	for (size_t i = 0; i < count; i = group_end(units, count, i))
		groups[group_count++] = units + i;
	/* In the order in which a reader meets them. */
	if (group_count)
		qsort(groups, group_count, sizeof *groups, by_first_place);
	for (size_t i = 0; i < group_count; i++) {
		size_t from = (size_t)(groups[i] - units);

		add_message(draft->arena, at, groups[i],
			    group_end(units, count, from) - from);
	}
}

/* False after a fatal error. */
static bool save_po(po_file_t file, const char *path)
{
	if (setjmp(listener.out))
		return false;
	return po_file_write(file, path, &handler) != NULL;
}

bool translate_template(const struct draft *draft, const char *path)
{
	po_file_t file = po_file_create();
	po_message_iterator_t at = po_message_iterator(file, "messages");
	po_message_t first = po_message_create();
	bool written;

	po_message_set_msgid(first, "");
	po_message_set_msgstr(first, header);
	po_message_set_fuzzy(first, 1);
	po_message_insert(at, first);
	add_messages(draft, at);
	po_message_iterator_free(at);
	listener.faults = NULL;
	listener.failed = false;
	errno = 0;
	written = save_po(file, path);
	po_file_free(file);
	return written && !listener.failed;
}
