# SPDX-License-Identifier: GPL-3.0-or-later
if HAVE_CHECK
text_tests = tests/text/chars tests/text/breaks tests/text/order \
	tests/text/near tests/text/catalog tests/text/words
check_PROGRAMS += $(text_tests) tests/text/catalog-libc
TESTS += $(text_tests)
TESTS_SLOW += tests/text/order-slow.sh tests/text/catalog-slow.sh

tests_text_chars_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_text_chars_LDADD = $(FLOORS_TEXT) $(UNISTRING_LIBS) $(CHECK_LIBS)
tests_text_breaks_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_text_breaks_LDADD = $(FLOORS_TEXT) $(UNISTRING_LIBS) $(CHECK_LIBS)
tests_text_order_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_text_order_LDADD = $(FLOORS_TEXT) $(UNISTRING_LIBS) $(CHECK_LIBS)
tests_text_near_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_text_near_LDADD = $(FLOORS_TEXT) $(UNISTRING_LIBS) $(CHECK_LIBS)
tests_text_catalog_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_text_catalog_LDADD = $(FLOORS_TEXT) $(UNISTRING_LIBS) $(CHECK_LIBS)
tests_text_words_CPPFLAGS = $(AM_CPPFLAGS) -D_GNU_SOURCE $(CHECK_CFLAGS)
tests_text_words_LDADD = $(FLOORS_TEXT) $(UNISTRING_LIBS) $(CHECK_LIBS)
tests_text_catalog_libc_LDADD = $(FLOORS_TEXT) $(UNISTRING_LIBS)
endif
EXTRA_DIST += tests/text/order-en.txt tests/text/order-sv.txt \
	tests/text/order-oracle.pl tests/text/order-slow.sh \
	tests/text/catalog-slow.sh
