# SPDX-License-Identifier: GPL-3.0-or-later
# Only data, read by tests/compile: a folder that goes into a release whole
# must have no logs of its own in the build tree, or they would go with it.
EXTRA_DIST += tests/content
