/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a visitor has typed is wiped when the next one begins. Buffers and
 * arenas wipe what they leave by themselves; here is the rest.
 */
#ifndef TEXTKIOSK_RUN_FORGET_H
#define TEXTKIOSK_RUN_FORGET_H

/* Wipes what functions that have returned have left on the stack. */
void forget_stack(void);

#endif
