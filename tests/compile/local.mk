# SPDX-License-Identifier: GPL-3.0-or-later
if HAVE_CHECK
# A content folder in little.
check_LIBRARIES += libfolder.a
libfolder_a_SOURCES = tests/compile/folder.c tests/compile/folder.h

compile_tests = tests/compile/values \
	tests/compile/fault \
	tests/compile/file \
	tests/compile/scan \
	tests/compile/xml \
	tests/compile/markup \
	tests/compile/unit \
	tests/compile/draft \
	tests/compile/element \
	tests/compile/blocks \
	tests/compile/page \
	tests/compile/site \
	tests/compile/opening \
	tests/compile/today \
	tests/compile/read \
	tests/compile/refer \
	tests/compile/check \
	tests/compile/po \
	tests/compile/translate \
	tests/compile/pieces \
	tests/compile/pool \
	tests/compile/image \
	tests/compile/index \
	tests/compile/sought \
	tests/compile/bind \
	tests/compile/verdict \
	tests/compile/publish
check_PROGRAMS += $(compile_tests)
TESTS += $(compile_tests)
COMPILE_TEST_LIBS = libfolder.a $(FLOORS_COMPILE) $(CHECK_LIBS) $(XML_LIBS) \
	$(GETTEXTPO_LIBS) $(UNISTRING_LIBS)

tests_compile_values_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_values_LDADD = $(COMPILE_TEST_LIBS)
tests_compile_fault_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_fault_LDADD = $(COMPILE_TEST_LIBS)
tests_compile_file_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_file_LDADD = $(COMPILE_TEST_LIBS)
tests_compile_scan_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_scan_LDADD = $(COMPILE_TEST_LIBS)
tests_compile_xml_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_xml_LDADD = $(COMPILE_TEST_LIBS)
tests_compile_markup_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_markup_LDADD = $(COMPILE_TEST_LIBS)
tests_compile_unit_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_unit_LDADD = $(COMPILE_TEST_LIBS)
tests_compile_draft_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_draft_LDADD = $(COMPILE_TEST_LIBS)
tests_compile_element_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_element_LDADD = $(COMPILE_TEST_LIBS)
tests_compile_blocks_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_blocks_LDADD = $(COMPILE_TEST_LIBS)
tests_compile_page_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_page_LDADD = $(COMPILE_TEST_LIBS)
tests_compile_site_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_site_LDADD = $(COMPILE_TEST_LIBS)
tests_compile_opening_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_opening_LDADD = $(COMPILE_TEST_LIBS)
tests_compile_today_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_today_LDADD = $(COMPILE_TEST_LIBS)
tests_compile_read_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_read_LDADD = $(COMPILE_TEST_LIBS)
tests_compile_refer_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_refer_LDADD = $(COMPILE_TEST_LIBS)
tests_compile_check_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_check_LDADD = $(COMPILE_TEST_LIBS)
tests_compile_po_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_po_LDADD = $(COMPILE_TEST_LIBS)
tests_compile_translate_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_translate_LDADD = $(COMPILE_TEST_LIBS)
tests_compile_pieces_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_pieces_LDADD = $(COMPILE_TEST_LIBS)
tests_compile_pool_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_pool_LDADD = $(COMPILE_TEST_LIBS)
tests_compile_image_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_image_LDADD = $(COMPILE_TEST_LIBS)
tests_compile_index_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_index_LDADD = $(COMPILE_TEST_LIBS)
tests_compile_sought_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_sought_LDADD = $(COMPILE_TEST_LIBS)
tests_compile_bind_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_bind_LDADD = $(COMPILE_TEST_LIBS)
tests_compile_verdict_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_verdict_LDADD = $(COMPILE_TEST_LIBS)
tests_compile_publish_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_publish_LDADD = $(COMPILE_TEST_LIBS)
endif

compile_scripts = tests/compile/faults.sh tests/compile/grammar.sh \
	tests/compile/hostile.sh tests/compile/kill.sh tests/compile/same.sh \
	tests/compile/template.sh
TESTS += $(compile_scripts)
compile_slow = tests/compile/editors.sh tests/compile/grammar-slow.sh \
	tests/compile/hostile-slow.sh tests/compile/itstool.sh \
	tests/compile/stale.pl
TESTS_SLOW += $(compile_slow)
EXTRA_DIST += $(compile_scripts) $(compile_slow) tests/compile/grammar.py \
	tests/compile/begin.sh tests/compile/hostile.py \
	tests/compile/units
CLEANFILES += grammar.tmp.rng
