/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the program finds around it and does not trust: descriptors,
 * environment, locale, the folders its own files are in, the glyphs of a
 * console. Whatever is not on a short list is dropped before anything looks.
 */
#ifndef TEXTKIOSK_RUN_SURROUNDINGS_H
#define TEXTKIOSK_RUN_SURROUNDINGS_H

#include "base/str.h"
#include "book/book.h"
#include "text/catalog.h"
#include "text/chars.h"

#include <stdbool.h>

/* What was kept of the environment. */
struct surroundings {
	char term[65];	    /* valid as a file name; empty: none was */
	char language[3];   /* the first language named that we speak, or "" */
	bool other_codeset; /* the locale names another codeset than UTF-8 */
	bool reader;	    /* TEXTKIOSK_READER is set */
};

/*
 * Makes descriptors 0 to 2 real ones, so that no file takes their place; ends
 * with 71 where that cannot be. Closes all others.
 */
void surroundings_descriptors(void);

/*
 * Takes what is wanted from the environment and empties it. Nothing read
 * later (terminfo, locale) can be led to somebody's files by it.
 */
struct surroundings surroundings_take(void);

/*
 * LC_CTYPE C.UTF-8, or C with ASCII; never another locale. False when it is C,
 * or as good as: curses can draw nothing beyond ASCII.
 */
bool surroundings_set_locale(bool utf8);

/*
 * The catalogue of a language: "catalogs/CODE.mo" beside the program, else
 * in localedir. {0} for English and where there is none. Mapped for good.
 */
struct catalog surroundings_catalog(struct str code);

/*
 * The catalogues of all languages of a book, in its order; a static array,
 * good until the next call.
 */
const struct catalog *surroundings_catalogs(const struct book *book);

/*
 * The folder catalogues are read from: what has to stay readable, for one
 * that was lost to be found again.
 */
const char *surroundings_words_folder(void);

/* Whether a catalogue's file shrank, and it could not be opened anew yet. */
bool surroundings_lost(void);

/*
 * Called by the handler of SIGBUS: true when a catalogue's file shrank and
 * zeros have taken its place. It then has no messages, until it is asked for
 * again.
 */
bool surroundings_mend(void *address);

/*
 * The path of a program of ours in this program's folder, else in libexec's
 * place where it is installed; into path[size]. False when there is none.
 */
bool surroundings_program(const char *name, char *path, size_t size);

/*
 * On a Linux console: the characters its font has, asked of the kernel (not
 * of the terminal: an answer could be forged). False where it is none.
 */
bool surroundings_glyphs(int fd, struct chars_glyphs *glyphs);

#endif
