# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libcompile.a
libcompile_a_SOURCES = \
	src/compile/bind.c \
	src/compile/bind.h \
	src/compile/blocks.c \
	src/compile/blocks.h \
	src/compile/check.c \
	src/compile/check.h \
	src/compile/draft.c \
	src/compile/draft.h \
	src/compile/element.c \
	src/compile/element.h \
	src/compile/fault.c \
	src/compile/fault.h \
	src/compile/file.c \
	src/compile/file.h \
	src/compile/image.c \
	src/compile/image.h \
	src/compile/index.c \
	src/compile/index.h \
	src/compile/markup.c \
	src/compile/markup.h \
	src/compile/opening.c \
	src/compile/opening.h \
	src/compile/page.c \
	src/compile/page.h \
	src/compile/pieces.c \
	src/compile/pieces.h \
	src/compile/po.c \
	src/compile/po.h \
	src/compile/pool.c \
	src/compile/pool.h \
	src/compile/publish.c \
	src/compile/publish.h \
	src/compile/read.c \
	src/compile/read.h \
	src/compile/refer.c \
	src/compile/refer.h \
	src/compile/scan.c \
	src/compile/scan.h \
	src/compile/site.c \
	src/compile/site.h \
	src/compile/sought.c \
	src/compile/sought.h \
	src/compile/today.c \
	src/compile/today.h \
	src/compile/translate.c \
	src/compile/translate.h \
	src/compile/unit.c \
	src/compile/unit.h \
	src/compile/values.c \
	src/compile/values.h \
	src/compile/verdict.c \
	src/compile/verdict.h \
	src/compile/xml.c \
	src/compile/xml.h
libcompile_a_CPPFLAGS = $(AM_CPPFLAGS) $(XML_CFLAGS)
