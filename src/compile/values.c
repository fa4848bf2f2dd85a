/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/values.h"

#include "book/calendar.h"
#include "book/format.h"

#include <string.h>

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Exactly `count` digits at the head of *text, which they are taken from. */
static bool take_digits(struct str *text, unsigned count, uint32_t *value)
{
	uint32_t number = 0;

	if (text->bytes < count)
		return false;
	for (unsigned i = 0; i < count; i++) {
		if (!is_digit(text->at[i]))
			return false;
		number = number * 10 + (uint32_t)(text->at[i] - '0');
	}
	*text = str_from(*text, count);
	*value = number;
	return true;
}

static bool take(struct str *text, struct str sign)
{
	if (!str_starts(*text, sign))
		return false;
	*text = str_from(*text, sign.bytes);
	return true;
}

bool values_time(struct str text, uint32_t *minute)
{
	uint32_t hours, minutes;

	if (!take_digits(&text, 2, &hours) || !take(&text, STR(":")) ||
	    !take_digits(&text, 2, &minutes) || text.bytes || minutes > 59 ||
	    hours * 60 + minutes > 1440)
		return false;
	*minute = hours * 60 + minutes;
	return true;
}

bool values_date(struct str text, int32_t *day)
{
	uint32_t year, month, of_month;
	struct calendar_date date;

	if (!take_digits(&text, 4, &year) || !take(&text, STR("-")) ||
	    !take_digits(&text, 2, &month) || !take(&text, STR("-")) ||
	    !take_digits(&text, 2, &of_month) || text.bytes)
		return false;
	date = (struct calendar_date){ (int)year, (int)month, (int)of_month };
	if (!calendar_exists(date))
		return false;
	*day = calendar_day(date);
	return true;
}

bool values_instant(struct str text, uint32_t *local_minutes)
{
	uint32_t minute;
	int32_t day;

	if (text.bytes != 16 || text.at[10] != 'T' ||
	    !values_date(str_first(text, 10), &day) ||
	    !values_time(str_from(text, 11), &minute))
		return false;
	*local_minutes = (uint32_t)day * 1440 + minute;
	return true;
}

bool values_month(struct str text, uint32_t *year, uint32_t *month)
{
	uint32_t y, m;

	if (!take_digits(&text, 4, &y) || !take(&text, STR("-")) ||
	    !take_digits(&text, 2, &m) || text.bytes || y < 1990 || y > 2199 ||
	    m < 1 || m > 12)
		return false;
	*year = y;
	*month = m;
	return true;
}

bool values_month_day(struct str text, uint32_t *month_day)
{
	uint32_t month, day;
	struct calendar_date leap = { .year = 2000 };

	if (!take_digits(&text, 2, &month) || !take(&text, STR("-")) ||
	    !take_digits(&text, 2, &day) || text.bytes)
		return false;
	leap.month = (int)month;
	leap.day = (int)day;
	if (!calendar_exists(leap))
		return false;
	*month_day = month * 100 + day;
	return true;
}

static bool take_weekday(struct str *text, unsigned *weekday)
{
	static const char names[] = "montuewedthufrisatsun";

	for (unsigned i = 0; i < 7; i++)
		if (take(text, (struct str){ names + 3 * i, 3 })) {
			*weekday = i;
			return true;
		}
	return false;
}

static bool take_days(struct str *text, uint32_t *days)
{
	unsigned from, to;

	if (!take_weekday(text, &from))
		return false;
	to = from;
	if (take(text, STR("-")) && !take_weekday(text, &to))
		return false;
	if (to < from)
		return false;
	for (unsigned day = from; day <= to; day++) {
		if (*days & 1u << day)
			return false;
		*days |= 1u << day;
	}
	return true;
}

bool values_days(struct str text, uint32_t *days)
{
	uint32_t found = 0;

	do {
		if (!take_days(&text, &found))
			return false;
	} while (take(&text, STR(" ")));
	if (text.bytes)
		return false;
	*days = found;
	return true;
}

static bool take_week(struct str *text, uint32_t *week)
{
	unsigned digits = text->bytes > 1 && is_digit(text->at[1]) ? 2 : 1;

	return take_digits(text, digits, week) && *week >= 1 && *week <= 53;
}

bool values_weeks(struct str text, uint32_t *from, uint32_t *until)
{
	uint32_t first, last;

	if (!take_week(&text, &first))
		return false;
	last = first;
	if (take(&text, STR("-")) && !take_week(&text, &last))
		return false;
	if (text.bytes)
		return false;
	*from = first;
	*until = last;
	return true;
}

static bool id_char(char c)
{
	return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-' || c == '.';
}

bool values_id(struct str text)
{
	if (text.bytes == 0 || text.bytes > FORMAT_ID_BYTES)
		return false;
	for (size_t i = 0; i < text.bytes; i++)
		if (!id_char(text.at[i]))
			return false;
	return true;
}

static bool is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

bool values_language(struct str text)
{
	bool first = true;

	do {
		size_t part = 0;

		while (part < text.bytes &&
		       (is_small(text.at[part]) ||
			(!first && is_digit(text.at[part]))))
			part++;
		if (part < 2 || part > (first ? 3 : 8))
			return false;
		text = str_from(text, part);
		first = false;
	} while (take(&text, STR("-")));
	return text.bytes == 0;
}

bool values_number(struct str text, uint32_t *number)
{
	uint32_t value = 0;

	if (text.bytes == 0 || text.bytes > FORMAT_NUMBER_DIGITS)
		return false;
	for (size_t i = 0; i < text.bytes; i++) {
		if (text.at[i] < '1' || text.at[i] > '8')
			return false;
		value = value * 10 + (uint32_t)(text.at[i] - '0');
	}
	*number = value;
	return true;
}

static size_t count_digits(struct str text)
{
	size_t digits = 0;

	while (digits < text.bytes && is_digit(text.at[digits]))
		digits++;
	return digits;
}

bool values_tel(struct str href)
{
	size_t digits;

	if (!take(&href, STR("tel:")))
		return false;
	if (take(&href, STR("+"))) {
		digits = count_digits(href);
		/* E.164 has at most 15 digits. */
		return digits >= 7 && digits <= 15 && digits == href.bytes;
	}
	digits = count_digits(href);
	href = str_from(href, digits);
	return digits >= 3 && digits <= 6 &&
	       take(&href, STR(";phone-context=+")) &&
	       count_digits(href) == href.bytes && href.bytes;
}

/* The digits of a number in the form +46…; a short number stays as it is. */
static size_t e164(struct str text, char digits[32])
{
	bool international = false;
	size_t count = 0;

	for (size_t i = 0; i < text.bytes && count < 30; i++) {
		if (text.at[i] == ';')
			break;
		if (text.at[i] == '+')
			international = true;
		if (is_digit(text.at[i]))
			digits[count++] = text.at[i];
	}
	if (!international && count > 6 && digits[0] == '0') {
		memmove(digits + 2, digits + 1, count - 1);
		memcpy(digits, "46", 2);
		count++;
	}
	return count;
}

bool values_same_tel(struct str written, struct str href)
{
	char a[32], b[32];
	size_t a_count = e164(written, a);
	size_t b_count = e164(href, b);

	return a_count == b_count && memcmp(a, b, a_count) == 0;
}

static size_t find_char(struct str text, char c)
{
	size_t at = 0;

	while (at < text.bytes && text.at[at] != c)
		at++;
	return at;
}

/* Letters, digits and a few signs: what addresses are written with. */
static bool address_chars(struct str text)
{
	for (size_t i = 0; i < text.bytes; i++)
		if (text.at[i] <= ' ' || text.at[i] > '~' ||
		    strchr("\"<>\\^`{|}", text.at[i]))
			return false;
	return text.bytes > 0;
}

static bool host_char(char c)
{
	return is_digit(c) || is_small((char)(c | 0x20)) || c == '-';
}

/* Parts with dots between them, at least two. */
static bool host(struct str text)
{
	size_t part = 0, dots = 0;

	for (size_t i = 0; i < text.bytes; i++) {
		if (text.at[i] == '.' ? !part : !host_char(text.at[i]))
			return false;
		part = text.at[i] == '.' ? 0 : part + 1;
		dots += text.at[i] == '.';
	}
	return dots && part;
}

/* Where the host of an address ends. */
static size_t host_end(struct str text)
{
	size_t at = 0;

	while (at < text.bytes && !strchr("/?#:", text.at[at]))
		at++;
	return at;
}

bool values_email(struct str text)
{
	size_t at = find_char(text, '@');
	struct str domain = str_from(text, at + 1);

	return at > 0 && at < text.bytes && address_chars(text) &&
	       host(domain) && find_char(domain, '@') == domain.bytes;
}

bool values_url(struct str text)
{
	if (!address_chars(text))
		return false;
	if (!take(&text, STR("https://")) && !take(&text, STR("http://")))
		return false;
	return host(str_first(text, host_end(text)));
}

bool values_orgnr(struct str text)
{
	unsigned sum = 0;
	unsigned weight = 2;

	if (text.bytes != 11 || text.at[6] != '-')
		return false;
	for (size_t i = 0; i < text.bytes; i++) {
		unsigned product;

		if (i == 6)
			continue;
		if (!is_digit(text.at[i]))
			return false;
		product = weight * (unsigned)(text.at[i] - '0');
		sum += product / 10 + product % 10;
		weight = 3 - weight;
	}
	return sum % 10 == 0;
}

static size_t count_letters(struct str text)
{
	size_t count = 0;

	for (size_t i = 0; i < text.bytes; i++)
		count += (text.at[i] & 0xC0) != 0x80;
	return count;
}

bool values_nearly(struct str a, struct str b)
{
	size_t head = 0, tail = 0;
	size_t shorter = a.bytes < b.bytes ? a.bytes : b.bytes;

	while (head < shorter && a.at[head] == b.at[head])
		head++;
	while (tail < shorter - head &&
	       a.at[a.bytes - 1 - tail] == b.at[b.bytes - 1 - tail])
		tail++;
	a = str_first(str_from(a, head), a.bytes - head - tail);
	b = str_first(str_from(b, head), b.bytes - head - tail);
	if (count_letters(a) <= 1 && count_letters(b) <= 1)
		return true;
	return a.bytes == 2 && b.bytes == 2 && a.at[0] == b.at[1] &&
	       a.at[1] == b.at[0];
}
