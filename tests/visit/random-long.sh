#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
exec ./tests/visit/random 100000000
