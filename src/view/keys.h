/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bytes from a terminal become intents. The decoder is total: any bytes at
 * any time, in any pieces, give intents or nothing, and what it does not know
 * it swallows whole. It knows the CSI and SS3 forms of every terminal (keypad
 * forms too) and what the terminal's own description adds. Nothing inside
 * ESC, CSI, OSC, DCS, SOS, PM, APC, SS3 or a bracketed paste ever acts: a
 * terminal's answer can be forged by whoever writes to it.
 *
 * A lone Esc is told from the beginning of a sequence by time, which the
 * caller brings: there is no clock here.
 */
#ifndef TEXTKIOSK_VIEW_KEYS_H
#define TEXTKIOSK_VIEW_KEYS_H

#include "visit/intent.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	KEYS_ESC_MS = 25,     /* a lone Esc acts after this */
	KEYS_STRAY_MS = 1000, /* so long after it a "[" and its tail is eaten */
	KEYS_STRING_MS = 1000,	   /* an unfinished sequence ends when so long
				      no byte of it has come */
	KEYS_SEQUENCE_BYTES = 64,  /* a longer CSI sequence does nothing */
	KEYS_STRING_BYTES = 65536, /* a longer OSC, DCS, paste ends at a
				      pause of KEYS_PAUSE_MS */
	KEYS_PAUSE_MS = 200,	   /* behind its end mark, too, a paste goes on
				      until such a pause */
	KEYS_LEARNED = 64,	/* sequences a description can add */
	KEYS_LEARNED_BYTES = 16 /* of one of them */
};

/* A decoder. {0} is one that has seen nothing and learned nothing. */
struct keys {
	/* Where in a sequence it is; see keys.c. */
	unsigned state;
	unsigned char sequence[KEYS_SEQUENCE_BYTES];
	size_t bytes;	  /* of the sequence so far */
	size_t swallowed; /* bytes of a string or paste so far; of a CSI or
			     SS3 sequence: it only looks like one */
	int64_t since_ms; /* when the last byte came */
	int64_t stray_until_ms;
	bool utf8;	      /* the terminal sends UTF-8; else ISO 8859-1 */
	unsigned debounce_ms; /* the same key again within this is ignored */
	uint32_t last_key;
	int64_t last_ms;
	struct {
		unsigned char bytes[KEYS_LEARNED_BYTES];
		size_t count;
		struct intent intent;
	} learned[KEYS_LEARNED];
	size_t learned_count;
};

/*
 * Adds a sequence of the terminal's description; it goes before the forms
 * that are known to all. Left out are: one that does not begin with ESC, is
 * too long, was learned before, or is a keypad's (its digits are digits).
 */
void keys_learn(struct keys *keys, struct str sequence, struct intent intent);

/*
 * Takes one byte at a time of a steady clock in milliseconds. True when it
 * completes an intent, which is then in *intent. Left and Right, and keys
 * named nowhere, give no intent.
 */
bool keys_byte(struct keys *keys, unsigned char byte, int64_t now_ms,
	       struct intent *intent);

/* Milliseconds from now until keys_late() would change something; -1: never. */
int keys_wait_ms(const struct keys *keys, int64_t now_ms);

/*
 * To be called when no byte has come: a lone Esc becomes an intent (true), an
 * unfinished sequence is given up.
 */
bool keys_late(struct keys *keys, int64_t now_ms, struct intent *intent);

#endif
