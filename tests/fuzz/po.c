/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For libFuzzer: bytes as the English of a small folder of content. They are
 * read as a PO file, and its translations judged against the Swedish.
 */
#include "base/arena.h"
#include "compile/check.h"
#include "compile/folder.h"
#include "compile/read.h"
#include "compile/translate.h"
#include "fuzz/target.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

static struct folder folder;

static void take_away(void)
{
	folder_end(&folder);
}

static void make_folder(void)
{
	folder_begin(&folder);
	folder_site(&folder, "<language code=\"en\">English</language>");
	folder_reserved_pages(&folder);
	folder_page(&folder, "a", "1",
		    "<p>Ring <a href=\"tel:+46582685000\">0582-68 50 00</a>, "
		    "<em>eller</em> läs <a page=\"help\">mer</a>.</p>"
		    "<p its-context=\"x\">Två &amp; tre</p>");
	folder_write(&folder, "po/en.po", "");
	atexit(take_away);
}

static void write_po(const uint8_t *bytes, size_t count)
{
	int fd = openat(folder.dir, "po/en.po", O_WRONLY | O_TRUNC);

	if (fd < 0 || write(fd, bytes, count) != (ssize_t)count ||
	    close(fd) < 0)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count)
{
	struct faults faults = { .arena = arena_new() };
	struct draft draft = { 0 };
	struct buf told = { 0 };

	if (!folder.arena)
		make_folder();
	write_po(bytes, count);
	faults.report = report_new(faults.arena);
	draft_begin(&draft, &faults);
	read_content(&draft, folder.dir);
	if (report_count(faults.report, REPORT_ERROR))
		abort();
	translate_content(&draft, folder.dir);
	check_wording(&draft);
	report_write(faults.report, &told);
	buf_free(&told);
	draft_end(&draft);
	arena_drop(faults.arena);
	return 0;
}
