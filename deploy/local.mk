# SPDX-License-Identifier: GPL-3.0-or-later
# What makes a host a kiosk; doc/textkiosk-setup.8 says what to do with it.
# Nothing is switched on by being installed.
systemunitdir = $(prefix)/lib/systemd/system
nodist_systemunit_DATA = deploy/textkiosk@.service \
	deploy/textkiosk-console@.service
sysusersdir = $(prefix)/lib/sysusers.d
dist_sysusers_DATA = deploy/sysusers/textkiosk.conf
tmpfilesdir = $(prefix)/lib/tmpfiles.d
dist_tmpfiles_DATA = deploy/tmpfiles/textkiosk.conf
pkgdata_DATA += deploy/sshd.conf
dist_pkgdata_DATA += deploy/textkiosk.map
sbin_SCRIPTS = deploy/textkiosk-doctor

DEPLOYED = $(nodist_systemunit_DATA) deploy/sshd.conf deploy/textkiosk-doctor
EXTRA_DIST += $(DEPLOYED:=.in)
CLEANFILES += $(DEPLOYED)
$(DEPLOYED):
	$(AM_V_GEN)$(MKDIR_P) deploy && sed -e 's|[@]bindir@|$(bindir)|g' \
		-e 's|[@]pkgdatadir@|$(pkgdatadir)|g' $(srcdir)/$@.in >$@.tmp && \
		mv $@.tmp $@
deploy/textkiosk@.service: deploy/textkiosk@.service.in
deploy/textkiosk-console@.service: deploy/textkiosk-console@.service.in
deploy/sshd.conf: deploy/sshd.conf.in
deploy/textkiosk-doctor: deploy/textkiosk-doctor.in
