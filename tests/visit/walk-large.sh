#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
exec ./tests/visit/walk 80x24 2 folded
