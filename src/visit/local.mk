# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libvisit.a
libvisit_a_SOURCES = \
	src/visit/idle.c \
	src/visit/idle.h \
	src/visit/intent.c \
	src/visit/intent.h \
	src/visit/step.c \
	src/visit/step.h
