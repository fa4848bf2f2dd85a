/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * When a visitor who no longer presses keys is asked, and when the next one
 * finds the start screen. Never before the screen could be read: EN 301 549
 * 11.2.2.1 (WCAG 2.2.1) wants at least 20 seconds to go on by any key.
 */
#ifndef TEXTKIOSK_VISIT_IDLE_H
#define TEXTKIOSK_VISIT_IDLE_H

#include "sheet/sheet.h"
#include "visit/step.h"

#include <stdint.h>

enum {
	IDLE_LEAST_SECONDS = 120, /* before the kiosk begins anew */
	IDLE_BASE_SECONDS = 60,	  /* and a second a word, if that is longer */
	IDLE_WARN_SECONDS = 20	  /* so long before it the visitor is asked */
};

/*
 * Seconds without a key after which the kiosk begins anew or a session ends;
 * 0: never. A fresh start screen of the kiosk has nothing to begin anew.
 */
uint32_t idle_end_seconds(const struct sheet *sheet, const struct visit *visit);

/* … and after which the visitor is asked; 0: never. */
uint32_t idle_warn_seconds(const struct sheet *sheet,
			   const struct visit *visit);

/* … and after which something is to be done, whichever comes; 0: never. */
uint32_t idle_next_seconds(const struct sheet *sheet,
			   const struct visit *visit);

#endif
