/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/po.h"

#include "base/arena.h"
#include "base/die.h"
#include "compile/file.h"
#include "compile/markup.h"
#include "compile/pieces.h"
#include "compile/publish.h"

#include <errno.h>
#include <fcntl.h>
#include <gettext-po.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/mman.h>
#include <unistd.h>

/* ------------------------------------------------------------------------
 * Errors. The library calls back without a pointer of ours, and must not get
 * control again after a fatal one: hence one static, and a jump. They are told
 * when all have been heard.
 */

struct heard {
	size_t line; /* 0: not said */
	enum fault fault;
};

static struct {
	struct arena *arena;
	struct DRAFT_LIST(struct heard) heard; /* at most one a line */
	jmp_buf out;
} listener;

static void listen(struct arena *arena)
{
	listener.arena = arena;
	listener.heard.at = NULL;
	listener.heard.count = listener.heard.room = 0;
}

/*
 * Whether a fault is news. Where the library has lost the syntax, what it
 * says of the lines behind only follows.
 */
static bool news(struct heard heard)
{
	const struct heard *last;

	if (!listener.heard.count)
		return true;
	last = &listener.heard.at[listener.heard.count - 1];
	return last->fault != FAULT_PO && last->line != heard.line;
}

static void hear(int severity, size_t line, enum fault fault)
{
	struct heard heard = { line == (size_t)-1 ? 0 : line, fault };

	if (severity == PO_SEVERITY_WARNING)
		return;
	if (news(heard))
		*arena_append(listener.arena, &listener.heard) = heard;
	if (severity == PO_SEVERITY_FATAL_ERROR)
		longjmp(listener.out, 1);
}

static void on_error(int severity, po_message_t message, const char *file,
		     size_t line, size_t column, int multiline,
		     const char *text)
{
	(void)message, (void)file, (void)column, (void)multiline, (void)text;
	hear(severity, line, FAULT_PO);
}

/*
 * The library has no numbers for its errors, only English. But where it reads
 * it calls this for one reason alone: two entries are of the same message, of
 * which the first place is the later one in the file.
 */
static void on_error_pair(int severity, po_message_t message, const char *file,
			  size_t line, size_t column, int multiline,
			  const char *text, po_message_t message2,
			  const char *file2, size_t line2, size_t column2,
			  int multiline2, const char *text2)
{
	(void)message, (void)file, (void)column, (void)multiline, (void)text;
	(void)message2, (void)file2, (void)line2, (void)column2;
	(void)multiline2, (void)text2;
	hear(severity, line, FAULT_PO_TWICE);
}

static const struct po_xerror_handler handler = { on_error, on_error_pair };

/* ------------------------------------------------------------------------
 * Reading a PO file.
 */

static struct str plain(struct arena *arena, const char *text)
{
	return text ? markup_plain(arena, str_of(text)) : (struct str){ 0 };
}

static void add_entry(struct arena *arena, struct po_entries *entries,
		      po_message_t message)
{
	const char *context = po_message_msgctxt(message);
	struct po_entry *entry;

	if (po_message_is_obsolete(message) || !po_message_msgid(message)[0])
		return;
	entry = arena_append(arena, entries);
	entry->context = plain(arena, context);
	entry->msgid = plain(arena, po_message_msgid(message));
	entry->msgstr = str_copy(arena, str_of(po_message_msgstr(message)));
	entry->fuzzy = po_message_is_fuzzy(message);
}

static int by_msgid(const void *left, const void *right)
{
	const struct po_entry *a = left, *b = right;
	int order = str_compare(a->msgid, b->msgid);

	return order ? order : str_compare(a->context, b->context);
}

static void read_entries(struct arena *arena, po_file_t file,
			 struct po_entries *entries)
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

static void tell(struct draft *draft, struct str file, size_t line,
		 enum fault fault, struct str one)
{
	fault_add(draft->faults, (struct fault_place){ file, line }, fault, one,
		  STR(""));
}

static void tell_heard(struct draft *draft, struct str file)
{
	for (size_t i = 0; i < listener.heard.count; i++)
		tell(draft, file, listener.heard.at[i].line,
		     listener.heard.at[i].fault, STR(""));
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

/* The first line of a string that names a character set; 0: none does. */
static size_t charset_line(struct str bytes)
{
	bool string = false;
	size_t line = 1;

	for (size_t at = 0; at < bytes.bytes; at++) {
		if (at == 0 || bytes.at[at - 1] == '\n')
			string = bytes.at[at] == '"';
		if (string && str_starts(str_from(bytes, at), STR("charset=")))
			return line;
		line += bytes.at[at] == '\n';
	}
	return 0;
}

/*
 * With this in its environment the library reads byte by byte. Without, it
 * asks iconv() where each character ends, which was a third of a compile, and
 * need not be known: in UTF-8, and file_open() lets nothing else through, no
 * part of a character looks like a quote or a backslash.
 */
static void read_bytewise(void)
{
	setenv("OLD_PO_FILE_INPUT", "yes", 1);
}

/* NULL after a fatal error. */
static po_file_t open_po(const char *path)
{
	if (setjmp(listener.out))
		return NULL;
	return po_file_read(path, &handler);
}

/* The library could not even begin: we had the file open. */
static void tell_unopened(struct faults *faults, struct str name)
{
	if (errno == ENOENT || errno == ENOTDIR)
		fault_add(faults, (struct fault_place){ name, 0 },
			  FAULT_PO_PROC, STR(""), STR(""));
	else
		file_tell_errno(faults, name);
}

/*
 * Whether all of the file has been read, NULL for one that could not be; else
 * the fault is told. Of a faulty file the library has read a part.
 */
static bool whole(struct draft *draft, po_file_t file, struct str name,
		  struct str bytes)
{
	/* What else is wrong may only follow. */
	if (file && other_charset(file)) {
		tell(draft, name, charset_line(bytes), FAULT_ENCODING, STR(""));
		return false;
	}
	if (!file && !listener.heard.count)
		tell_unopened(draft->faults, name);
	tell_heard(draft, name);
	return file && !listener.heard.count;
}

static bool parse_po(struct draft *draft, int fd, struct str name,
		     struct str bytes, struct po_entries *entries)
{
	char path[32];
	po_file_t file;
	bool good;

	snprintf(path, sizeof path, "/dev/fd/%d", fd);
	listen(draft->arena);
	read_bytewise();
	errno = 0;
	file = open_po(path);
	good = whole(draft, file, name, bytes);
	if (good)
		read_entries(draft->arena, file, entries);
	if (file)
		po_file_free(file);
	return good;
}

enum po_end po_read(struct draft *draft, int dir, const char *name,
		    struct po_entries *entries)
{
	size_t errors = report_count(draft->faults->report, REPORT_ERROR);
	struct str bytes;
	bool good = false;
	int fd;

	fd = file_open(draft->faults, draft->scratch, dir, name, false, &bytes);
	if (fd < 0)
		return report_count(draft->faults->report, REPORT_ERROR) >
				       errors
			       ? PO_FAULTY
			       : PO_ABSENT;
	die_guard(true);
	/* The library would take it for a misspelt keyword. */
	if (str_starts(bytes, STR("\xEF\xBB\xBF")))
		tell(draft, str_of(name), 1, FAULT_CHARACTER, STR("FEFF"));
	else
		good = parse_po(draft, fd, str_of(name), bytes, entries);
	die_guard(false);
	close(fd);
	return good ? PO_READ : PO_FAULTY;
}

const struct po_entry *po_find(const struct po_entries *entries,
			       const struct draft_unit *unit)
{
	struct po_entry wanted = { .context = draft_context(unit),
				   .msgid = unit->msgid };

	if (!entries->count)
		return NULL;
	return bsearch(&wanted, entries->at, entries->count,
		       sizeof *entries->at, by_msgid);
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
		order = str_compare(draft_context(a), draft_context(b));
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

	po_message_set_msgctxt(message,
			       c_string(arena, draft_context(units[0])));
	po_message_set_msgid(message, c_string(arena, units[0]->msgid));
	po_message_set_msgstr(message, "");
	for (size_t i = 0; i < count; i++)
		po_message_add_filepos(message,
				       c_string(arena, units[i]->place.file),
				       units[i]->place.line);
	if (units[0]->hint && units[0]->hint->comment.at)
		po_message_set_extracted_comments(
			message, c_string(arena, units[0]->hint->comment));
	po_message_insert(at, message);
}

/* The units to be translated, grouped by their words. */
static size_t sorted_units(const struct draft *draft, struct draft_unit **units)
{
	size_t count = 0;

	for (size_t i = 0; i < draft->units.count; i++)
		if (draft->units.at[i]->translate)
			units[count++] = draft->units.at[i];
	if (count)
		qsort(units, count, sizeof *units, by_message);
	return count;
}

static size_t group_end(struct draft_unit *const *units, size_t count,
			size_t from)
{
	size_t to = from + 1;

	while (to < count && str_equal(units[to]->msgid, units[from]->msgid) &&
	       str_equal(draft_context(units[to]), draft_context(units[from])))
		to++;
	return to;
}

static void add_messages(const struct draft *draft, po_message_iterator_t at)
{
	struct draft_unit **units = arena_array(
		draft->arena, draft->units.count + 1, sizeof *units);
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

/* The template as the library has it. */
static po_file_t make_template(const struct draft *draft)
{
	po_file_t file = po_file_create();
	po_message_iterator_t at = po_message_iterator(file, "messages");
	po_message_t first = po_message_create();

	po_message_set_msgid(first, "");
	po_message_set_msgstr(first, header);
	po_message_set_fuzzy(first, 1);
	po_message_insert(at, first);
	add_messages(draft, at);
	po_message_iterator_free(at);
	return file;
}

static size_t count_messages(po_file_t file)
{
	po_message_iterator_t at = po_message_iterator(file, "messages");
	size_t count = 0;

	while (po_next_message(at))
		count++;
	po_message_iterator_free(at);
	return count;
}

/* The library does not say when a write has failed: it is read again. */
static bool save_whole(po_file_t file, const char *path)
{
	po_file_t again = save_po(file, path) ? open_po(path) : NULL;
	bool whole = again && !listener.heard.count &&
		     count_messages(again) == count_messages(file);

	if (again)
		po_file_free(again);
	if (!whole && !errno)
		errno = EIO;
	return whole;
}

/* From a memory file into the real one, where every failure is told. */
static bool copy_out(struct arena *arena, int memory, const char *path)
{
	struct buf text = { 0 };
	struct pieces pieces = { 0 };
	char piece[16384];
	ssize_t got;
	bool written;
	int fd;

	while ((got = read(memory, piece, sizeof piece)) > 0)
		buf_add(&text, (struct str){ piece, (size_t)got });
	pieces_add(&pieces, arena, buf_str(&text));
	buf_free(&text);
	fd = got < 0 ? -1 : open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
	if (fd < 0)
		return false;
	written = publish_to(fd, &pieces);
	return close(fd) == 0 && written;
}

static bool write_template(const struct draft *draft, const char *path)
{
	po_file_t file = make_template(draft);
	int memory = memfd_create("template", MFD_CLOEXEC);
	char name[32];
	bool written;

	snprintf(name, sizeof name, "/dev/fd/%d", memory);
	listen(draft->arena);
	errno = 0;
	written = memory >= 0 && save_whole(file, name) &&
		  copy_out(draft->arena, memory, path);
	if (memory >= 0)
		close(memory);
	po_file_free(file);
	return written;
}

bool po_template(const struct draft *draft, const char *path)
{
	bool written;

	die_guard(true);
	written = write_template(draft, path);
	die_guard(false);
	return written;
}
