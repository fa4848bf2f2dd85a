/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One byte at a time through a few states. What is between ESC and the end
 * of its sequence is collected, looked up, and forgotten; everything that is
 * in no table does nothing.
 */
#include "view/keys.h"

#include "text/chars.h"

#include <string.h>

enum state {
	GROUND,
	UTF8,	    /* inside a character of several bytes */
	ESC,	    /* behind ESC */
	CSI,	    /* behind ESC [ */
	SS3,	    /* behind ESC O */
	LINUX_KEY,  /* behind ESC [ [ : one byte more */
	MOUSE,	    /* behind ESC [ M : three bytes more */
	STRING,	    /* OSC, DCS, SOS, PM, APC: up to ST or BEL */
	STRING_ESC, /* an ESC inside one */
	PASTE,	    /* up to ESC [ 2 0 1 ~ */
	PASTE_END   /* behind it, until there is a pause */
};

enum {
	ESCAPE = 0x1B,
	BELL = 0x07,
	CANCEL = 0x18,
	SUBSTITUTE = 0x1A,
	MOUSE_BYTES = 3
};

/* ------------------------------------------------------------------------
 * Tables.
 */

struct key {
	unsigned code;
	enum intent_kind kind;
	uint32_t number;
	uint32_t typed;
};

/* C0 controls (ECMA-48). In raw mode Ctrl-C and Ctrl-D are bytes. */
static const struct key controls[] = {
	{ '\r', INTENT_OPEN, 0, 0 },	  { '\n', INTENT_OPEN, 0, 0 },
	{ '\t', INTENT_NEXT_ITEM, 0, 0 }, { 0x08, INTENT_ERASE, 0, 0 },
	{ 0x7F, INTENT_ERASE, 0, 0 },	  { 0x03, INTENT_END, 0, 0 },
	{ 0x04, INTENT_END, 0, 0 },
};

/* The last byte of a CSI or SS3 sequence; rxvt writes a and b where others
   have a modifier. C and D, Right and Left, do nothing: braille cursor
   routing sends them. */
static const struct key finals[] = {
	{ 'A', INTENT_UP, 0, 0 },   { 'B', INTENT_DOWN, 0, 0 },
	{ 'a', INTENT_UP, 0, 0 },   { 'b', INTENT_DOWN, 0, 0 },
	{ 'F', INTENT_LAST, 0, 0 }, { 'H', INTENT_FIRST, 0, 0 },
	{ 'P', INTENT_HELP, 0, 0 }, { 'Z', INTENT_PREVIOUS_ITEM, 0, 0 },
};

/* The number before "~" (VT220 and after). */
static const struct key tildes[] = {
	{ 1, INTENT_FIRST, 0, 0 },     { 7, INTENT_FIRST, 0, 0 },
	{ 4, INTENT_LAST, 0, 0 },      { 8, INTENT_LAST, 0, 0 },
	{ 5, INTENT_SCREEN_UP, 0, 0 }, { 6, INTENT_SCREEN_DOWN, 0, 0 },
	{ 3, INTENT_BACK, 0, 0 },      { 11, INTENT_HELP, 0, 0 },
};

/* A keypad in application mode: SS3 and a letter is a character. */
static const char keypad_letters[] = "pqrstuvwxyklmnojX ";
static const char keypad_characters[] = "0123456789+,-./*= ";

/* Keys of the kitty protocol that are no characters: a keypad's, from
   57399, as characters; the rest below. */
static const char kitty_keypad[] = "0123456789./*-+\r=,";
static const struct key kitty[] = {
	{ 13, INTENT_OPEN, 0, 0 },	     { 9, INTENT_NEXT_ITEM, 0, 0 },
	{ 127, INTENT_ERASE, 0, 0 },	     { 27, INTENT_BACK, 0, 0 },
	{ 8, INTENT_ERASE, 0, 0 },	     { 10, INTENT_OPEN, 0, 0 },
	{ 57414, INTENT_OPEN, 0, 0 },	     { 57419, INTENT_UP, 0, 0 },
	{ 57420, INTENT_DOWN, 0, 0 },	     { 57421, INTENT_SCREEN_UP, 0, 0 },
	{ 57422, INTENT_SCREEN_DOWN, 0, 0 }, { 57423, INTENT_FIRST, 0, 0 },
	{ 57424, INTENT_LAST, 0, 0 },	     { 57426, INTENT_BACK, 0, 0 },
};

#define FIND(table, code, intent)                                              \
	find_key(table, sizeof table / sizeof *table, code, intent)

static bool find_key(const struct key *table, size_t count, unsigned code,
		     struct intent *intent)
{
	for (size_t i = 0; i < count; i++)
		if (table[i].code == code) {
			*intent =
				(struct intent){ table[i].kind, table[i].number,
						 table[i].typed };
			return true;
		}
	return false;
}

/* ------------------------------------------------------------------------
 * Characters.
 */

/* Left, Right and what is named nowhere are no intents. */
static bool character(uint32_t c, struct intent *intent)
{
	if (chars_forbidden(c))
		return false;
	*intent = intent_of_character(c);
	return intent->kind != INTENT_NOTHING || intent->typed;
}

static void enter(struct keys *keys, enum state state)
{
	keys->state = state;
	keys->bytes = 0;
	keys->swallowed = 0;
}

static void collect(struct keys *keys, unsigned char byte)
{
	if (keys->bytes < KEYS_SEQUENCE_BYTES)
		keys->sequence[keys->bytes] = byte;
	/* One more than fits says that it is too long. */
	if (keys->bytes <= KEYS_SEQUENCE_BYTES)
		keys->bytes++;
}

/* A CSI or SS3 sequence, whose ESC does not stand in `sequence`. */
static void introduce(struct keys *keys, enum state state)
{
	enter(keys, state);
	collect(keys, state == CSI ? '[' : 'O');
}

static size_t utf8_bytes(unsigned char lead)
{
	if (lead >= 0xC2 && lead <= 0xDF)
		return 2;
	if (lead >= 0xE0 && lead <= 0xEF)
		return 3;
	return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

static bool utf8_end(struct keys *keys, struct intent *intent)
{
	struct str text = { (const char *)keys->sequence, keys->bytes };
	uint32_t c;

	keys->state = GROUND;
	return chars_first(text, &c) == text.bytes && character(c, intent);
}

/* 8-bit controls, where the terminal does not send UTF-8. */
static void c1(struct keys *keys, unsigned char byte)
{
	if (byte == 0x9B)
		introduce(keys, CSI);
	else if (byte == 0x8F)
		introduce(keys, SS3);
	else if (byte == 0x90 || byte == 0x98 || byte >= 0x9D)
		enter(keys, STRING);
}

static bool high_byte(struct keys *keys, unsigned char byte,
		      struct intent *intent)
{
	if (!keys->utf8 && byte >= 0xA0)
		return character(byte, intent);
	if (!keys->utf8) {
		c1(keys, byte);
	} else if (utf8_bytes(byte)) {
		enter(keys, UTF8);
		collect(keys, byte);
	}
	return false;
}

static bool ground(struct keys *keys, unsigned char byte, struct intent *intent)
{
	if (byte == ESCAPE) {
		enter(keys, ESC);
		return false;
	}
	if (byte >= 0x80)
		return high_byte(keys, byte, intent);
	if (byte < 0x20 || byte == 0x7F)
		return FIND(controls, byte, intent);
	/* The tail of a sequence whose ESC was taken for a lone one. */
	if (keys->since_ms < keys->stray_until_ms &&
	    (byte == '[' || byte == 'O')) {
		introduce(keys, byte == '[' ? CSI : SS3);
		keys->swallowed = 1;
		return false;
	}
	return character(byte, intent);
}

static bool utf8(struct keys *keys, unsigned char byte, struct intent *intent)
{
	if ((byte & 0xC0) != 0x80) {
		keys->state = GROUND;
		return ground(keys, byte, intent);
	}
	collect(keys, byte);
	if (keys->bytes < utf8_bytes(keys->sequence[0]))
		return false;
	return utf8_end(keys, intent);
}

/* ------------------------------------------------------------------------
 * Sequences.
 */

/* Whether what has been collected begins (or is) a learned sequence. */
static bool learned(const struct keys *keys, bool whole, struct intent *intent)
{
	for (size_t i = 0; i < keys->learned_count; i++) {
		size_t count = keys->learned[i].count;

		/* learned[i].bytes begins with ESC; sequence is behind it. */
		if (count < keys->bytes + 1 ||
		    memcmp(keys->learned[i].bytes + 1, keys->sequence,
			   keys->bytes) != 0)
			continue;
		if (whole != (count == keys->bytes + 1))
			continue;
		if (whole)
			*intent = keys->learned[i].intent;
		return true;
	}
	return false;
}

/* Of an escape sequence (ECMA-35 13.2): at least one byte more follows. */
static bool intermediate(unsigned char byte)
{
	return byte >= 0x20 && byte <= 0x2F;
}

static bool behind_esc(struct keys *keys, unsigned char byte,
		       struct intent *intent)
{
	bool first = keys->bytes == 0;

	if (byte == ESCAPE) {
		enter(keys, ESC);
		return false;
	}
	keys->state = GROUND;
	if (!keys->utf8 && byte >= 0x80 && byte < 0xA0) {
		c1(keys, byte);
		return false;
	}
	collect(keys, byte);
	if (learned(keys, true, intent))
		return true;
	if (first && byte == '[')
		keys->state = CSI;
	else if (first && byte == 'O')
		keys->state = SS3;
	else if (first && byte && strchr("]PX^_", byte))
		enter(keys, STRING);
	else if (intermediate(byte) || learned(keys, false, intent))
		keys->state = ESC;
	/* What is left is Alt and a key. */
	return false;
}

/* The numbers of a sequence: "27;5;99" or "97:65;1:3". */
struct numbers {
	unsigned value[4]; /* of each, up to the first ":" */
	unsigned part[4];  /* behind the first ":" of each; 0: none */
	bool private;	   /* "?", ">", "<", "=" or an intermediate byte */
};

static struct numbers numbers_of(const struct keys *keys)
{
	struct numbers numbers = { 0 };
	unsigned index = 0;
	unsigned parts = 0;

	/* Without "[" in front and the last byte behind. */
	for (size_t i = 1; i + 1 < keys->bytes; i++) {
		unsigned char byte = keys->sequence[i];
		unsigned *to =
			parts ? &numbers.part[index] : &numbers.value[index];

		if (byte >= '0' && byte <= '9') {
			if (*to < 1000000 && parts < 2)
				*to = *to * 10 + (byte - '0');
		} else if (byte == ';') {
			index += index < 3;
			parts = 0;
		} else if (byte == ':') {
			parts++;
		} else {
			numbers.private = true;
		}
	}
	return numbers;
}

/* Modifiers as xterm and kitty count them: 1, and for each held a bit. */
enum {
	SHIFT = 1,
	ALT = 2,
	CONTROL = 4,
	OTHERS = 8 | 16 | 32 /* super, hyper, meta; the locks are above */
};

static bool held(unsigned modifiers, unsigned which)
{
	return modifiers && (modifiers - 1) & which;
}

/* A key that is named by its code: modifyOtherKeys and kitty. */
static bool coded(unsigned code, unsigned modifiers, struct intent *intent)
{
	if (held(modifiers, ALT | OTHERS))
		return false;
	if (held(modifiers, CONTROL)) {
		if (code != 'c' && code != 'd' && code != 'C' && code != 'D')
			return false;
		*intent = (struct intent){ .kind = INTENT_END };
		return true;
	}
	if (code == 9 && held(modifiers, SHIFT)) {
		*intent = (struct intent){ .kind = INTENT_PREVIOUS_ITEM };
		return true;
	}
	if (FIND(kitty, code, intent))
		return true;
	if (code >= 57399 && code < 57399 + sizeof kitty_keypad - 1)
		code = (unsigned char)kitty_keypad[code - 57399];
	return code < 57344 && character(code, intent);
}

/* kitty: the character is the third number where it is said, else what the
   key is with shift, else the key's own. */
static bool kitty_key(const struct numbers *numbers, struct intent *intent)
{
	unsigned code = numbers->value[0];
	unsigned modifiers = numbers->value[1];

	if (numbers->value[2])
		code = numbers->value[2];
	else if (numbers->part[0] && held(modifiers, SHIFT))
		code = numbers->part[0];
	return coded(code, modifiers, intent);
}

static bool csi_key(const struct numbers *numbers, unsigned char final,
		    struct intent *intent)
{
	if (final == 'u')
		return kitty_key(numbers, intent);
	if (final == '~' && numbers->value[0] == 27)
		return coded(numbers->value[2], numbers->value[1], intent);
	/* rxvt ends with another byte where others have a modifier. */
	if (final == '~' || final == '$' || final == '^' || final == '@')
		return FIND(tildes, numbers->value[0], intent);
	return FIND(finals, final, intent);
}

static bool csi_end(struct keys *keys, unsigned char final,
		    struct intent *intent)
{
	struct numbers numbers = numbers_of(keys);
	bool stray = keys->swallowed;
	bool too_long = keys->bytes > KEYS_SEQUENCE_BYTES;

	keys->state = GROUND;
	if (!stray && learned(keys, true, intent))
		return true;
	/* Whose Esc was taken for a lone one, too: more comes behind it. */
	if (final == 'M' && keys->bytes == 2) {
		enter(keys, MOUSE);
		return false;
	}
	if (final == '~' && numbers.value[0] == 200 && !numbers.private) {
		enter(keys, PASTE);
		return false;
	}
	/* kitty: event 3 is the release of a key. */
	if (stray || too_long || numbers.private || numbers.part[1] == 3)
		return false;
	return csi_key(&numbers, final, intent);
}

/* rxvt: ESC [ 6 $ is a key with shift; elsewhere "$" goes before a byte. */
static bool rxvt_shift(const struct keys *keys, unsigned char byte)
{
	for (size_t i = 1; i < keys->bytes && i < KEYS_SEQUENCE_BYTES; i++)
		if (keys->sequence[i] < '0' || keys->sequence[i] > '9')
			return false;
	return byte == '$' && keys->bytes > 1;
}

static bool csi(struct keys *keys, unsigned char byte, struct intent *intent)
{
	bool ends;

	if (byte == ESCAPE) {
		enter(keys, ESC);
		return false;
	}
	if (byte == CANCEL || byte == SUBSTITUTE) {
		keys->state = GROUND;
		return false;
	}
	if (byte < 0x20 || byte >= 0x7F)
		return false;
	if (byte == '[' && keys->bytes == 1) {
		keys->state = LINUX_KEY;
		return false;
	}
	ends = byte >= 0x40 || rxvt_shift(keys, byte);
	collect(keys, byte);
	return ends && csi_end(keys, byte, intent);
}

static bool keypad(unsigned char letter, struct intent *intent)
{
	const char *at = letter ? strchr(keypad_letters, letter) : NULL;

	if (letter == 'M') {
		*intent = (struct intent){ .kind = INTENT_OPEN };
		return true;
	}
	return at &&
	       character((unsigned char)keypad_characters[at - keypad_letters],
			 intent);
}

static bool ss3(struct keys *keys, unsigned char byte, struct intent *intent)
{
	bool stray = keys->swallowed;

	if (byte == ESCAPE) {
		enter(keys, ESC);
		return false;
	}
	collect(keys, byte);
	/* Some put a modifier between: ESC O 5 A. */
	if (byte >= '0' && byte <= '9' && keys->bytes < 4)
		return false;
	keys->state = GROUND;
	if (stray)
		return false;
	return learned(keys, true, intent) || FIND(finals, byte, intent) ||
	       keypad(byte, intent);
}

/* ESC [ [ A is F1 on the Linux console. */
static bool linux_key(struct keys *keys, unsigned char byte,
		      struct intent *intent)
{
	bool stray = keys->swallowed;

	if (byte == ESCAPE) {
		enter(keys, ESC);
		return false;
	}
	keys->state = GROUND;
	if (byte != 'A' || stray)
		return false;
	*intent = (struct intent){ .kind = INTENT_HELP };
	return true;
}

static void swallow(struct keys *keys)
{
	if (keys->swallowed <= KEYS_STRING_BYTES)
		keys->swallowed++;
}

/* An ESC inside that is not the one of ESC \ has no meaning. */
static void string(struct keys *keys, unsigned char byte)
{
	bool escaped = keys->state == STRING_ESC;

	swallow(keys);
	if ((escaped && byte == '\\') || byte == BELL || byte == CANCEL ||
	    byte == SUBSTITUTE || (!keys->utf8 && byte == 0x9C))
		keys->state = GROUND;
	else
		keys->state = byte == ESCAPE ? STRING_ESC : STRING;
}

/*
 * `bytes` counts how much of the end mark has been seen. What is pasted may
 * hold one, so the paste goes on behind it until there is a pause.
 */
static void paste(struct keys *keys, unsigned char byte)
{
	static const char end[] = "\033[201~";

	swallow(keys);
	if (byte == (unsigned char)end[keys->bytes])
		keys->bytes++;
	else if (byte == 0x9B && !keys->utf8)
		keys->bytes = 2;
	else
		keys->bytes = byte == ESCAPE;
	if (keys->bytes == sizeof end - 1)
		keys->state = PASTE_END;
}

/* None of the three is below a space: an ESC says that they are cut off. */
static void mouse(struct keys *keys, unsigned char byte)
{
	if (byte == ESCAPE)
		enter(keys, ESC);
	else if (++keys->swallowed == MOUSE_BYTES)
		keys->state = GROUND;
}

static bool decode(struct keys *keys, unsigned char byte, struct intent *intent)
{
	switch ((enum state)keys->state) {
	case GROUND:
		return ground(keys, byte, intent);
	case UTF8:
		return utf8(keys, byte, intent);
	case ESC:
		return behind_esc(keys, byte, intent);
	case CSI:
		return csi(keys, byte, intent);
	case SS3:
		return ss3(keys, byte, intent);
	case LINUX_KEY:
		return linux_key(keys, byte, intent);
	case MOUSE:
		mouse(keys, byte);
		return false;
	case STRING:
	case STRING_ESC:
		string(keys, byte);
		return false;
	case PASTE:
		paste(keys, byte);
		return false;
	case PASTE_END:
		return false;
	}
	return false;
}

/* ------------------------------------------------------------------------
 * Time.
 */

/* The same key again, too soon to be meant (EN 301 549 5.7, 5.8). */
static bool bounced(struct keys *keys, const struct intent *intent,
		    int64_t now_ms)
{
	uint32_t key = (uint32_t)intent->kind << 24 ^ intent->number << 20 ^
		       intent->typed;
	bool again = keys->debounce_ms && key == keys->last_key &&
		     now_ms - keys->last_ms < (int64_t)keys->debounce_ms;

	keys->last_key = key;
	keys->last_ms = now_ms;
	return again;
}

static int64_t patience_ms(const struct keys *keys)
{
	if (keys->state == ESC)
		return KEYS_ESC_MS;
	if (keys->state == PASTE_END)
		return KEYS_PAUSE_MS;
	return keys->swallowed > KEYS_STRING_BYTES ? KEYS_PAUSE_MS
						   : KEYS_STRING_MS;
}

bool keys_byte(struct keys *keys, unsigned char byte, int64_t now_ms,
	       struct intent *intent)
{
	if (keys->state == PASTE_END &&
	    now_ms - keys->since_ms >= patience_ms(keys))
		keys->state = GROUND;
	keys->since_ms = now_ms;
	return decode(keys, byte, intent) && !bounced(keys, intent, now_ms);
}

int keys_wait_ms(const struct keys *keys, int64_t now_ms)
{
	int64_t left = keys->since_ms + patience_ms(keys) - now_ms;

	if (keys->state == GROUND)
		return -1;
	return left > 0 ? (int)left : 0;
}

bool keys_late(struct keys *keys, int64_t now_ms, struct intent *intent)
{
	bool alone = keys->state == ESC && keys->bytes == 0;

	if (keys->state == GROUND ||
	    now_ms - keys->since_ms < patience_ms(keys))
		return false;
	keys->state = GROUND;
	if (!alone)
		return false;
	keys->stray_until_ms = now_ms + KEYS_STRAY_MS;
	*intent = (struct intent){ .kind = INTENT_BACK };
	return !bounced(keys, intent, now_ms);
}

/* A keypad's digits are digits, whatever a description calls them. */
static bool keypad_form(struct str sequence)
{
	return sequence.bytes == 3 && sequence.at[1] == 'O' &&
	       strchr(keypad_letters, sequence.at[2]);
}

/* ESC [ and ESC O begin others' keys. */
static bool introducer(struct str sequence)
{
	return sequence.bytes == 2 &&
	       (sequence.at[1] == '[' || sequence.at[1] == 'O');
}

static bool already(const struct keys *keys, struct str sequence)
{
	for (size_t i = 0; i < keys->learned_count; i++)
		if (keys->learned[i].count == sequence.bytes &&
		    memcmp(keys->learned[i].bytes, sequence.at,
			   sequence.bytes) == 0)
			return true;
	return false;
}

void keys_learn(struct keys *keys, struct str sequence, struct intent intent)
{
	size_t at = keys->learned_count;

	if (sequence.bytes < 2 || sequence.bytes > KEYS_LEARNED_BYTES ||
	    sequence.at[0] != ESCAPE || at == KEYS_LEARNED ||
	    introducer(sequence) || keypad_form(sequence) ||
	    already(keys, sequence))
		return;
	memcpy(keys->learned[at].bytes, sequence.at, sequence.bytes);
	keys->learned[at].count = sequence.bytes;
	keys->learned[at].intent = intent;
	keys->learned_count++;
}
