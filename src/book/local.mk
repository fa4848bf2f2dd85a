# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libbook.a
libbook_a_SOURCES = \
	src/book/book.c \
	src/book/book.h \
	src/book/calendar.c \
	src/book/calendar.h \
	src/book/format.h \
	src/book/hours.c \
	src/book/hours.h \
	src/book/lookup.c \
	src/book/lookup.h \
	src/book/rank.c \
	src/book/rank.h \
	src/book/search.c \
	src/book/search.h
