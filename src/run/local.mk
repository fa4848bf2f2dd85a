# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += librun.a
librun_a_SOURCES = \
	src/run/calls.c \
	src/run/calls.h \
	src/run/confine.c \
	src/run/confine.h \
	src/run/dialogue.c \
	src/run/dialogue.h \
	src/run/forget.c \
	src/run/forget.h \
	src/run/log.c \
	src/run/log.h \
	src/run/loop.c \
	src/run/loop.h \
	src/run/output.c \
	src/run/output.h \
	src/run/shelf.c \
	src/run/shelf.h \
	src/run/signals.c \
	src/run/signals.h \
	src/run/surroundings.c \
	src/run/surroundings.h
librun_a_CPPFLAGS = $(AM_CPPFLAGS) $(PLACES)
