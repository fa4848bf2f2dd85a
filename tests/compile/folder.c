/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder.h"

#include "base/arena.h"
#include "base/die.h"
#include "compile/read.h"
#include "compile/xml.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The folders in which content may stand; deepest first. */
static const char *const folders[] = { "pages", "po", "." };

void folder_begin(struct folder *folder)
{
	*folder = (struct folder){ .path = "/tmp/textkiosk-XXXXXX",
				   .arena = arena_new() };
	die_unless(mkdtemp(folder->path));
	folder->dir = open(folder->path, O_RDONLY | O_DIRECTORY);
	die_unless(folder->dir >= 0);
	folder->faults = (struct faults){ .arena = folder->arena,
					  .report = report_new(folder->arena) };
	draft_begin(&folder->draft, &folder->faults);
	folder->draft.languages[0].code = STR("sv");
	folder->draft.language_count = 1;
	folder->reader = (struct element_reader){ .draft = &folder->draft,
						  .file = STR("f"),
						  .section = FORMAT_NONE };
}

static void remove_files(int in)
{
	DIR *dir = fdopendir(in);
	struct dirent *entry;

	while (dir && (entry = readdir(dir)))
		unlinkat(dirfd(dir), entry->d_name, 0);
	if (dir)
		closedir(dir);
}

void folder_end(struct folder *folder)
{
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
		int in =
			openat(folder->dir, folders[i], O_RDONLY | O_DIRECTORY);

		if (in >= 0)
			remove_files(in);
		unlinkat(folder->dir, folders[i], AT_REMOVEDIR);
	}
	close(folder->dir);
	rmdir(folder->path);
	draft_end(&folder->draft);
	arena_drop(folder->arena);
}

void folder_write(struct folder *folder, const char *name, const char *text)
{
	struct str bytes = str_of(text);
	int fd;

	if (strncmp(name, "pages/", 6) == 0)
		mkdirat(folder->dir, "pages", 0700);
	if (strncmp(name, "po/", 3) == 0)
		mkdirat(folder->dir, "po", 0700);
	fd = openat(folder->dir, name, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	die_unless(fd >= 0);
	die_unless(write(fd, bytes.at, bytes.bytes) == (ssize_t)bytes.bytes);
	close(fd);
}

#define NAMESPACE " xmlns=\"" XML_NAMESPACE "\""

/* Writes a file of three parts. */
static void write_parts(struct folder *folder, const char *name,
			const char *head, const char *body, const char *tail)
{
	struct str text = str_join(folder->arena, str_of(head), str_of(body));

	folder_write(folder, name,
		     str_join(folder->arena, text, str_of(tail)).at);
}

void folder_site(struct folder *folder, const char *body)
{
	write_parts(folder, "site.xml",
		    "<site" NAMESPACE " updated=\"2026-01-01\">\n"
		    "<name>Exempel</name>\n",
		    body, "\n</site>\n");
}

void folder_today(struct folder *folder, const char *body)
{
	write_parts(folder, "today.xml", "<today" NAMESPACE ">\n", body,
		    "\n</today>\n");
}

void folder_page(struct folder *folder, const char *id, const char *number,
		 const char *body)
{
	char name[128], head[512];

	snprintf(name, sizeof name, "pages/%s.xml", id);
	snprintf(head, sizeof head,
		 "<page" NAMESPACE " id=\"%s\"%s%s%s>\n<title>%s</title>\n", id,
		 number ? " number=\"" : "", number ? number : "",
		 number ? "\"" : "", id);
	write_parts(folder, name, head, body, "\n</page>\n");
}

void folder_reserved_pages(struct folder *folder)
{
	folder_page(folder, "start", NULL, "<children/>");
	folder_page(folder, "index", "7", "<show index=\"terms\"/>");
	folder_page(folder, "help", "8", "<show keys=\"all\"/>");
	folder_page(folder, "language", "82", "<set what=\"language\"/>");
}

void folder_read(struct folder *folder)
{
	read_content(&folder->draft, folder->dir);
}

const struct xml_node *folder_element(struct folder *folder, const char *text)
{
	struct str head =
		str_join(folder->arena, STR("<in" NAMESPACE ">"), str_of(text));
	const struct xml_node *root =
		xml_parse(&folder->faults, folder->draft.scratch, STR("f"),
			  str_join(folder->arena, head, STR("</in>")));

	die_unless(root && root->first);
	return root->first;
}

void folder_forget(struct folder *folder)
{
	enum { FIRST_BLOCK = 4096 };
	size_t bytes;

	arena_reset(folder->draft.scratch);
	/* What is left of the first block is written over. */
	for (bytes = FIRST_BLOCK; bytes >= 16; bytes /= 2)
		memset(arena_array(folder->draft.scratch, bytes / 2, 1), '#',
		       bytes / 2);
}

struct str folder_told(struct folder *folder)
{
	struct buf out = { 0 };
	struct str told;

	report_write(folder->faults.report, &out);
	told = buf_keep(&out, folder->arena);
	buf_free(&out);
	return told;
}
