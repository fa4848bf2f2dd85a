/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For libFuzzer: bytes to the key decoder. The first byte says whether the
 * terminal speaks UTF-8; 0xFE and a byte let time pass, in units of 10 ms.
 */
#include "fuzz/target.h"
#include "text/chars.h"
#include "view/keys.h"

#include <stdlib.h>

static void must(bool good)
{
	if (!good)
		abort();
}

static void check_intent(const struct intent *intent)
{
	must(intent->kind < INTENT_IDLE);
	must(intent->kind != INTENT_NOTHING || intent->typed);
	must(!intent->typed || !chars_forbidden(intent->typed));
	must(intent->kind != INTENT_DIGIT ||
	     (intent->number >= 1 && intent->number <= 8));
}

/* After a long silence every state is over, and a key acts. */
static void check_end(struct keys *keys, int64_t now)
{
	struct intent intent;

	now += 2 * KEYS_STRING_MS;
	keys_late(keys, now, &intent);
	must(keys_wait_ms(keys, now) == -1);
	now += KEYS_STRAY_MS;
	must(keys_byte(keys, '4', now, &intent));
	must(intent.kind == INTENT_DIGIT && intent.number == 4);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count)
{
	struct keys keys = { .utf8 = count > 0 && bytes[0] & 1 };
	struct intent intent;
	int64_t now = 1000;

	keys_learn(&keys, STR("\033[4~"), (struct intent){ INTENT_BACK, 0, 0 });
	keys_learn(&keys, STR("\033P"), (struct intent){ INTENT_BACK, 0, 0 });
	for (size_t i = 1; i < count; i++) {
		if (bytes[i] == 0xFE && i + 1 < count) {
			now += bytes[++i] * 10;
			if (keys_late(&keys, now, &intent))
				check_intent(&intent);
		} else if (keys_byte(&keys, bytes[i], now, &intent)) {
			check_intent(&intent);
		}
		must(keys.bytes <= KEYS_SEQUENCE_BYTES + 1);
		must(keys_wait_ms(&keys, now) <= KEYS_STRING_MS);
	}
	check_end(&keys, now);
	return 0;
}
