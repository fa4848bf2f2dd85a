# SPDX-License-Identifier: GPL-3.0-or-later
dist_man_MANS += doc/textkiosk.1 doc/textkiosk-compile.1
