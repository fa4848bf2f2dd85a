/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Files of the content folder, taken by our own rules: an ordinary file,
 * inside of the folder, of at most FILE_BYTES, in UTF-8 and without NUL. No
 * link is followed and no pipe or device makes us wait. What the text says is
 * left to xml and po.
 */
#ifndef TEXTKIOSK_COMPILE_FILE_H
#define TEXTKIOSK_COMPILE_FILE_H

#include "base/str.h"
#include "compile/fault.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum { FILE_BYTES = 1 << 20 }; /* of one file */

/*
 * Reads a file of the folder `dir` (an open descriptor) whole, into the
 * arena. `name` is "FILE" or "FOLDER/FILE", and what faults call it. False
 * when it is not there (told only if `must`) or cannot be taken; the fault is
 * told.
 */
bool file_read(struct faults *faults, struct arena *arena, int dir,
	       const char *name, bool must, struct str *bytes);

/* The same, with the file left open: its descriptor, to be closed; or -1. */
int file_open(struct faults *faults, struct arena *arena, int dir,
	      const char *name, bool must, struct str *bytes);

/* Whether bytes are UTF-8 without NUL; if not, the fault is told. */
bool file_is_text(struct faults *faults, struct str file, struct str bytes);

/* Tells a fault in the line of a byte, which is `offset` behind the first. */
void file_tell(struct faults *faults, struct str file, struct str bytes,
	       size_t offset, enum fault fault, struct str one);

/* Tells why the system refuses a file or folder, by errno. */
void file_tell_errno(struct faults *faults, struct str file);

#endif
