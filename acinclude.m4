# SPDX-License-Identifier: GPL-3.0-or-later
# TK_LIBRARY(VARIABLE, LIBRARY, HEADER, FUNCTION, PACKAGE): a library without
# pkg-config; VARIABLE_LIBS links it.
AC_DEFUN([TK_LIBRARY], [
	AC_CHECK_HEADER([$3], [],
		[AC_MSG_ERROR([$2 is missing (Debian: $5)])])
	tk_saved_LIBS=$LIBS
	AC_CHECK_LIB([$2], [$4], [],
		[AC_MSG_ERROR([$2 is missing (Debian: $5)])])
	LIBS=$tk_saved_LIBS
	AC_SUBST([$1_LIBS], [-l$2])
])

# TK_TRY_FLAG(VARIABLE, FLAG): adds a flag that compiler and linker take. The
# header is there for FORTIFY, which acts in headers only.
AC_DEFUN([TK_TRY_FLAG], [
	AC_MSG_CHECKING([for $2])
	tk_saved_CFLAGS=$CFLAGS
	CFLAGS="$CFLAGS -Werror $2"
	AC_LINK_IFELSE([AC_LANG_PROGRAM([[#include <stdio.h>]])],
		[AC_MSG_RESULT([yes]); $1="$$1 $2"],
		[AC_MSG_RESULT([no])])
	CFLAGS=$tk_saved_CFLAGS
])

# TK_FLAGS: warnings, hardening or sanitizers, never into the user's CFLAGS.
AC_DEFUN([TK_FLAGS], [
	for tk_flag in -Wall -Wextra -Wshadow -Wstrict-prototypes \
		-Wmissing-prototypes -Wwrite-strings -Wvla; do
		TK_TRY_FLAG([TK_CFLAGS], [$tk_flag])
	done
	AS_IF([test "$enable_sanitizers" = yes], [
		for tk_flag in -fsanitize=address,undefined \
			-fno-sanitize-recover=undefined \
			-fno-omit-frame-pointer; do
			TK_TRY_FLAG([TK_CFLAGS], [$tk_flag])
		done
		# They need more of the kernel than a visitor may have.
		TK_UNCONFINED=--unconfined
	], [
		for tk_flag in -fstack-protector-strong \
			-fstack-clash-protection -fcf-protection -fPIE; do
			TK_TRY_FLAG([TK_CFLAGS], [$tk_flag])
		done
		for tk_flag in -pie -Wl,-z,relro -Wl,-z,now \
			-Wl,-z,noexecstack; do
			TK_TRY_FLAG([TK_LDFLAGS], [$tk_flag])
		done
		tk_flag="-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3"
		TK_TRY_FLAG([TK_CPPFLAGS], [$tk_flag])
	])
	TK_TRY_FLAG([TK_LDFLAGS], [-Wl,--as-needed])
	AS_IF([test "$enable_werror" = yes], [TK_CFLAGS="$TK_CFLAGS -Werror"])
	AC_SUBST([TK_CPPFLAGS])
	AC_SUBST([TK_CFLAGS])
	AC_SUBST([TK_LDFLAGS])
	AC_SUBST([TK_UNCONFINED])
])
