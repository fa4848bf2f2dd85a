# SPDX-License-Identifier: GPL-3.0-or-later
CONTENT = \
	content/site.xml \
	content/today.xml \
	content/po/en.po \
	content/pages/a11y.xml \
	content/pages/about.xml \
	content/pages/areas.xml \
	content/pages/contact.xml \
	content/pages/easy.xml \
	content/pages/favourites.xml \
	content/pages/forms.xml \
	content/pages/help.xml \
	content/pages/hours.holidays.xml \
	content/pages/hours.xml \
	content/pages/index.xml \
	content/pages/language.xml \
	content/pages/map.xml \
	content/pages/more.xml \
	content/pages/numbers.xml \
	content/pages/staff.xml \
	content/pages/start.xml \
	content/pages/steering.does.xml \
	content/pages/steering.what.xml \
	content/pages/steering.xml \
	content/pages/values.drive.xml \
	content/pages/values.joy.xml \
	content/pages/values.openness.xml \
	content/pages/values.xml \
	content/pages/vision.xml

EXTRA_DIST += $(CONTENT) content/update-po

# For editors' and translators' tools.
dist_pkgdata_DATA = content/textkiosk.rnc content/textkiosk.rng \
	content/content.its

# The real content is bound with every build, so it can never be broken.
pkgdata_DATA = textkiosk.book
CLEANFILES += textkiosk.book textkiosk.book.old
textkiosk.book: textkiosk-compile$(EXEEXT) catalogs/sv.mo $(CONTENT)
	$(AM_V_GEN)./textkiosk-compile -o $@ $(srcdir)/content
