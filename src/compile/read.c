/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/read.h"

#include "base/arena.h"
#include "compile/element.h"
#include "compile/file.h"
#include "compile/page.h"
#include "compile/site.h"
#include "compile/today.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The language all content is written in first. */
#define MASTER STR("sv")

/* What a file holds. */
static const struct root {
	const char *name;
	const char *attributes;
	element_handler *read; /* into: struct draft */
} site_root = { "site", "updated! xml:lang", site_read },
  today_root = { "today", "xml:lang", today_read },
  page_root = { "page", "id! number xml:lang", page_read };

static bool blank(struct str text)
{
	while (text.bytes && strchr(" \t\r\n", text.at[0]))
		text = str_from(text, 1);
	return !text.bytes;
}

static void read_root(struct element_reader *reader,
		      const struct xml_node *tree, const struct root *root)
{
	struct str language = element_value(reader, tree, "xml:lang");
	bool right = str_equal(element_local_name(tree), str_of(root->name));

	if (!right || element_local_name(tree).bytes != tree->name.bytes) {
		element_tell(reader, tree, right ? FAULT_NAMESPACE : FAULT_ROOT,
			     str_of(root->name), STR(""));
		return;
	}
	element_attributes(reader, tree, root->attributes);
	if (language.at && !str_equal(language, MASTER))
		element_bad_value(reader, tree, "xml:lang");
	root->read(reader, tree, reader->draft);
}

static void read_file(struct draft *draft, int dir, const char *name,
		      const struct root *root, bool must)
{
	struct element_reader reader = { .draft = draft,
					 .file = str_copy(draft->arena,
							  str_of(name)),
					 .section = FORMAT_NONE };
	struct xml_node *tree;
	struct str bytes;

	arena_reset(draft->scratch);
	if (!file_read(draft->faults, draft->scratch, dir, name, must, &bytes))
		return;
	/* today.xml may hold no bytes: reception has nothing to say. */
	if (!must && blank(bytes))
		return;
	tree = xml_parse(draft->faults, draft->scratch, reader.file, bytes);
	if (tree)
		read_root(&reader, tree, root);
}

static int by_name(const void *left, const void *right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

static bool is_page_file(const char *name)
{
	size_t length = strlen(name);

	return name[0] != '.' && length > 4 &&
	       strcmp(name + length - 4, ".xml") == 0;
}

/* "pages/NAME" of every page; errno is 0 when they are all. */
static char **page_files(struct draft *draft, DIR *folder, size_t *count)
{
	char **names = NULL;
	size_t room = 0;
	struct dirent *entry;

	*count = 0;
	/* Only errno tells the last entry from one that cannot be read. */
	while (errno = 0, (entry = readdir(folder))) {
		struct str name;

		if (!is_page_file(entry->d_name))
			continue;
		names = arena_grow(draft->arena, names, *count, &room,
				   sizeof *names);
		name = str_join(draft->arena, STR("pages/"),
				str_of(entry->d_name));
		names[(*count)++] =
			arena_copy(draft->arena, name.at, name.bytes);
	}
	return names;
}

static void tell_pages(struct draft *draft, enum fault fault)
{
	fault_add(draft->faults, (struct fault_place){ STR("pages"), 0 }, fault,
		  STR(""), STR(""));
}

/* The folder could not be read, by errno. */
static void tell_unread(struct draft *draft)
{
	if (errno == ENOENT || errno == ENOTDIR || errno == ELOOP)
		tell_pages(draft, FAULT_NO_PAGES);
	else
		file_tell_errno(draft->faults, STR("pages"));
}

static void read_pages(struct draft *draft, int dir)
{
	int pages = openat(dir, "pages",
			   O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *folder = pages < 0 ? NULL : fdopendir(pages);
	size_t count;
	char **names;

	if (!folder) {
		tell_unread(draft);
		if (pages >= 0)
			close(pages);
		return;
	}
	names = page_files(draft, folder, &count);
	if (errno)
		tell_unread(draft);
	else if (count == 0)
		tell_pages(draft, FAULT_NO_PAGES);
	else if (count > FORMAT_PAGES)
		tell_pages(draft, FAULT_MANY_PAGES);
	closedir(folder);
	if (count > FORMAT_PAGES)
		return;
	/* So that every machine reads alike. */
	if (count)
		qsort(names, count, sizeof *names, by_name);
	for (size_t i = 0; i < count; i++)
		read_file(draft, dir, names[i], &page_root, true);
}

void read_content(struct draft *draft, int dir)
{
	/* The master is a language too, named in itself. */
	draft->languages[0] = (struct draft_language){ MASTER,
						       STR("Svenska"),
						       { STR("site.xml"), 0 } };
	draft->language_count = 1;
	read_file(draft, dir, "site.xml", &site_root, true);
	read_file(draft, dir, "today.xml", &today_root, false);
	read_pages(draft, dir);
	draft_sort(draft);
}
