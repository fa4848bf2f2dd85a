# SPDX-License-Identifier: GPL-3.0-or-later
# The real content with notices, for tests of what they do to every screen.
NOTICES = tests/notices/today.xml tests/notices/more.po
EXTRA_DIST += $(NOTICES) tests/notices/goldens.sh tests/notices/screens.txt
TESTS += tests/notices/goldens.sh
check_DATA += notices.book
CLEANFILES += notices.book notices.book.old
notices.book: textkiosk-compile$(EXEEXT) catalogs/sv.mo $(CONTENT) $(NOTICES)
	$(AM_V_GEN)rm -rf notices.tmp && \
	cp -R $(srcdir)/content notices.tmp && chmod -R u+w notices.tmp && \
	cp $(srcdir)/tests/notices/today.xml notices.tmp && \
	cat $(srcdir)/tests/notices/more.po >>notices.tmp/po/en.po && \
	./textkiosk-compile -o $@ notices.tmp 2>/dev/null && \
	rm -rf notices.tmp
