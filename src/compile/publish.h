/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Puts a book where kiosks find it. At any moment there is the old book or
 * the new one, whatever stops the machine.
 */
#ifndef TEXTKIOSK_COMPILE_PUBLISH_H
#define TEXTKIOSK_COMPILE_PUBLISH_H

#include "compile/pieces.h"

#include <stdbool.h>

/*
 * Writes bytes to a file so that readers see the old or the new, never a
 * part: a temporary name in the same folder, fsync, rename, fsync of the
 * folder. What stood there before stays as PATH.old. Two who write at once do
 * not meet: the later one's file stays. A device or a pipe is written to.
 * False and errno; the old file is then untouched.
 */
bool publish_file(const char *path, const struct pieces *book);

/* Writes all bytes to a descriptor; false and errno. */
bool publish_to(int fd, const struct pieces *book);

#endif
