/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "visit/idle.h"

#include <string.h>

/* "120 s, or 60 s and one second a word; twice that in reader style." */
static uint32_t rule(const struct sheet *sheet)
{
	uint32_t seconds = IDLE_BASE_SECONDS + sheet->words;

	if (seconds < IDLE_LEAST_SECONDS)
		seconds = IDLE_LEAST_SECONDS;
	return sheet->style == SHEET_READER ? 2 * seconds : seconds;
}

/* The reset would change nothing. A message is no trace of a visitor. */
static bool fresh(const struct visit *visit)
{
	struct visit now = *visit;
	struct visit anew = visit_reset(*visit);

	now.message = anew.message;
	now.message_number = anew.message_number;
	now.bell = anew.bell;
	now.anew = anew.anew;
	return memcmp(&now, &anew, sizeof now) == 0;
}

uint32_t idle_end_seconds(const struct sheet *sheet, const struct visit *visit)
{
	if (visit->kiosk && fresh(visit))
		return 0;
	if (visit->idle_seconds)
		return visit->idle_seconds;
	return visit->kiosk ? rule(sheet) : 0;
}

uint32_t idle_warn_seconds(const struct sheet *sheet, const struct visit *visit)
{
	uint32_t end = idle_end_seconds(sheet, visit);

	return end > IDLE_WARN_SECONDS ? end - IDLE_WARN_SECONDS : end;
}

uint32_t idle_next_seconds(const struct sheet *sheet, const struct visit *visit)
{
	return visit->message == VISIT_STILL_THERE
		       ? idle_end_seconds(sheet, visit)
		       : idle_warn_seconds(sheet, visit);
}
