# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libtext.a
libtext_a_SOURCES = \
	src/text/breaks.c \
	src/text/breaks.h \
	src/text/catalog.c \
	src/text/catalog.h \
	src/text/chars.c \
	src/text/chars.h \
	src/text/near.c \
	src/text/near.h \
	src/text/order.c \
	src/text/order.h \
	src/text/words.c \
	src/text/words.h
