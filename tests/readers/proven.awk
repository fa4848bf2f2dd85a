# SPDX-License-Identifier: GPL-3.0-or-later
# Adds up what walk.py noted of several runs: one line a reader, as they stand
# in proven.tsv. Fails when two runs of a reader did not say the same words, or
# when anything said was wrong.
BEGIN {
	FS = OFS = "\t"
	print "reader", "version", "runs", "keys", "moves", "repaints", \
		"silent", "wrong"
}
{
	key = $1 FS $3
	if (key in said && said[key] != $9) {
		print $1 ", " $3 ": two runs said different words" >"/dev/stderr"
		failed = 1
	}
	said[key] = $9
	count[key]++
	if (count[key] > runs[$1])
		runs[$1] = count[key]
	version[$1] = $2
	for (i = 4; i <= 8; i++)
		sum[$1, i] += $i
	failed += $8
}
END {
	readers = split("BRLTTY yasr Fenrir", order, " ")
	for (i = 1; i <= readers; i++) {
		name = order[i]
		if (name in runs)
			print name, version[name], runs[name], sum[name, 4], \
				sum[name, 5], sum[name, 6], sum[name, 7], \
				sum[name, 8]
	}
	exit failed > 0
}
