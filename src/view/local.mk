# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libview.a
libview_a_SOURCES = \
	src/view/dump.c \
	src/view/dump.h \
	src/view/frame.c \
	src/view/frame.h \
	src/view/keys.c \
	src/view/keys.h \
	src/view/line.c \
	src/view/line.h \
	src/view/message.c \
	src/view/message.h \
	src/view/screen.c \
	src/view/screen.h
libview_a_CPPFLAGS = $(AM_CPPFLAGS) $(NCURSES_CFLAGS)
