#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
exec ./tests/visit/walk 40x12 1 folded notices
