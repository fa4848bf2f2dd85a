/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every wish a visitor can have, listed once. Keys become intents in
 * view/keys, lines of the dialogue in view/line; what an intent does is
 * decided in visit/step alone. No key code of any terminal stands here.
 */
#ifndef TEXTKIOSK_VISIT_INTENT_H
#define TEXTKIOSK_VISIT_INTENT_H

#include "base/str.h"

#include <stdint.h>

/* INTENT(NAME, "name in visit scripts"); what each does: design section 6. */
#define INTENT_LIST(INTENT)                                                    \
	/* Nothing, ever: Left and Right, which braille routing sends. */      \
	INTENT(NOTHING, "nothing")                                             \
	/* The item with the digit `number`, 1-8. */                           \
	INTENT(DIGIT, "digit")                                                 \
	/* 0: the start screen. */                                             \
	INTENT(START, "start")                                                 \
	/* 9: the next language. */                                            \
	INTENT(LANGUAGE, "language")                                           \
	/* The next, the previous row that holds something. */                 \
	INTENT(DOWN, "down")                                                   \
	INTENT(UP, "up")                                                       \
	/* Tab and Shift-Tab. */                                               \
	INTENT(NEXT_ITEM, "next-item")                                         \
	INTENT(PREVIOUS_ITEM, "previous-item")                                 \
	/* Enter: the item in the focused row, else the next screenful. */     \
	INTENT(OPEN, "open")                                                   \
	INTENT(SCREEN_DOWN, "screen-down")                                     \
	INTENT(SCREEN_UP, "screen-up")                                         \
	INTENT(FIRST, "first")                                                 \
	INTENT(LAST, "last")                                                   \
	/* Esc, Delete, keypad . and , : back along the trail. */              \
	INTENT(BACK, "back")                                                   \
	/* Backspace: takes one from the query, else as BACK. */               \
	INTENT(ERASE, "erase")                                                 \
	/* A letter for the look-up; `typed` is it. A line's digits, too. */    \
	INTENT(LETTER, "letter")                                               \
	/* / : the look-up, empty. */                                          \
	INTENT(LOOKUP, "lookup")                                               \
	/* * : reader style on or off. */                                      \
	INTENT(STYLE, "style")                                                 \
	INTENT(HELP, "help")                                                   \
	/* q: ends a session; a letter while the look-up is open. */           \
	INTENT(QUIT, "quit")                                                   \
	/* Ctrl-C, Ctrl-D: ends a session, always. */                          \
	INTENT(END, "end")                                                     \
	/* No key for `number` seconds. */                                     \
	INTENT(IDLE, "idle")                                                   \
	/* A look at the visit with a new sheet: size, book, time changed. */  \
	INTENT(LOOK, "look")

#define INTENT_ENUM(name, script) INTENT_##name,
enum intent_kind { INTENT_LIST(INTENT_ENUM) INTENT_KINDS };
#undef INTENT_ENUM

struct intent {
	enum intent_kind kind;
	uint32_t number; /* of DIGIT and IDLE */
	/*
	 * The character that was typed, or 0: while a query is not empty a
	 * letter and any of space - . , ' & belong to it, whatever the kind.
	 */
	uint32_t typed;
};

/* The name of a kind in visit scripts. */
struct str intent_name(enum intent_kind kind);

/* The kind of that name, or INTENT_KINDS. */
enum intent_kind intent_kind(struct str name);

/*
 * The intent of a character that a keyboard typed, wherever it came from
 * (a key, a keypad in any mode, the dialogue). Characters without a meaning
 * give NOTHING with `typed` set.
 */
struct intent intent_of_character(uint32_t c);

#endif
