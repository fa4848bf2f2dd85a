# SPDX-License-Identifier: GPL-3.0-or-later
# One static library a floor: a test of a floor links only what it may use.
include src/base/local.mk
include src/text/local.mk
include src/book/local.mk
include src/compile/local.mk
include src/sheet/local.mk
include src/visit/local.mk
include src/view/local.mk
include src/run/local.mk

# What a floor may use, the higher first.
FLOORS_BASE = libbase.a
FLOORS_TEXT = libtext.a $(FLOORS_BASE)
FLOORS_BOOK = libbook.a $(FLOORS_TEXT)
FLOORS_SHEET = libsheet.a $(FLOORS_BOOK)
FLOORS_VISIT = libvisit.a $(FLOORS_SHEET)
FLOORS_VIEW = libview.a $(FLOORS_VISIT)
FLOORS_RUN = librun.a $(FLOORS_VIEW)
FLOORS_COMPILE = libcompile.a $(FLOORS_BOOK)

bin_PROGRAMS += textkiosk textkiosk-compile

textkiosk_SOURCES = src/main.c
textkiosk_CPPFLAGS = $(AM_CPPFLAGS)
textkiosk_LDADD = $(FLOORS_RUN) $(NCURSES_LIBS) $(UNISTRING_LIBS)

textkiosk_compile_SOURCES = src/compile/main.c
textkiosk_compile_CPPFLAGS = $(AM_CPPFLAGS) $(PLACES)
textkiosk_compile_LDADD = $(FLOORS_COMPILE) $(XML_LIBS) $(GETTEXTPO_LIBS) \
	$(UNISTRING_LIBS)

# The program speaks Swedish before it is installed: catalogs/ beside it.
noinst_DATA = catalogs/sv.mo
CLEANFILES += catalogs/sv.mo
catalogs/sv.mo: po/sv.po
	$(AM_V_GEN)$(MKDIR_P) catalogs && $(MSGFMT) --check -o $@ \
		$(srcdir)/po/sv.po
