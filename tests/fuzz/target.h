/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What libFuzzer calls, and replay.c without it: one input, which must not
 * crash, hang, leak or abort. Returns 0.
 */
#ifndef TEXTKIOSK_TESTS_FUZZ_TARGET_H
#define TEXTKIOSK_TESTS_FUZZ_TARGET_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count);

#endif
