# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libbase.a
libbase_a_SOURCES = \
	src/base/arena.c \
	src/base/arena.h \
	src/base/die.c \
	src/base/die.h \
	src/base/report.c \
	src/base/report.h \
	src/base/str.c \
	src/base/str.h
