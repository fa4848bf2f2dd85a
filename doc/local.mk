# SPDX-License-Identifier: GPL-3.0-or-later
dist_man_MANS += doc/textkiosk.1 doc/textkiosk-compile.1 \
	doc/textkiosk-content.5 doc/textkiosk-setup.8
svmandir = $(mandir)/sv/man5
dist_svman_DATA = doc/sv/textkiosk-content.5
# For those who write the content: editors, reception, translators.
dist_doc_DATA = doc/sv/redaktor.md doc/sv/reception.md doc/sv/oversattare.md
