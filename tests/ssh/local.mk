# SPDX-License-Identifier: GPL-3.0-or-later
ssh_scripts = tests/ssh/attempts.sh tests/ssh/sessions.sh
TESTS_SLOW += $(ssh_scripts)
EXTRA_DIST += $(ssh_scripts) tests/ssh/private.sh
