# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libsheet.a
libsheet_a_SOURCES = \
	src/sheet/calm.c \
	src/sheet/calm.h \
	src/sheet/dates.c \
	src/sheet/dates.h \
	src/sheet/facts.c \
	src/sheet/facts.h \
	src/sheet/flow.c \
	src/sheet/flow.h \
	src/sheet/head.c \
	src/sheet/head.h \
	src/sheet/hits.c \
	src/sheet/hits.h \
	src/sheet/lines.c \
	src/sheet/lines.h \
	src/sheet/making.c \
	src/sheet/making.h \
	src/sheet/notices.c \
	src/sheet/notices.h \
	src/sheet/sheet.c \
	src/sheet/sheet.h \
	src/sheet/spoken.c \
	src/sheet/spoken.h \
	src/sheet/state.c \
	src/sheet/state.h \
	src/sheet/timetable.c \
	src/sheet/timetable.h
