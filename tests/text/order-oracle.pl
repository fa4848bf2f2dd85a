#!/usr/bin/perl
# SPDX-License-Identifier: GPL-3.0-or-later
# Words in the order of CLDR, as Perl knows it: those of standard input, a
# line each, and COUNT made by chance, always the same ones. Before a word
# stands "=" where it is equal to the one before it, else "<".
#
#	order-oracle.pl sv__reformed|default COUNT [SEED] <words
use strict;
use warnings;
use Unicode::Collate::Locale;
use Unicode::Normalize;

my ($locale, $count, $seed) = @ARGV;
binmode $_, ':encoding(UTF-8)' for *STDIN, *STDOUT;
srand($seed // 1);

my $order = Unicode::Collate::Locale->new(
	locale => $locale, variable => 'non-ignorable');
die "no order for $locale\n" if $order->getlocale ne $locale;

my @latin = map { chr } grep { $_ != 0xAD } 0xA0 .. 0x17F;
my @signs = map { chr } 0x2010 .. 0x201F, 0x2022 .. 0x2027, 0x2030, 0x2032,
	0x2033, 0x2039 .. 0x203C, 0x2043 .. 0x2046, 0x20AC, 0x2122,
	0x2190 .. 0x2193, 0x2212, 0x2264, 0x2265;
my @sets = (
	['a' .. 'z'], ['a' .. 'c'], ['A' .. 'Z'], [0 .. 9], [' ', '-', ' '],
	[map { chr } 0x20 .. 0x7E],
	[map { chr } 0xE5, 0xE4, 0xF6, 0xC5, 0xC4, 0xD6, 0xE9, 0xFC, 0xE0],
	\@latin, \@signs,
	[map { my $mark = chr; map { $_ . $mark } 'a', 'e', 'o', 'U', 'z' }
		0x300 .. 0x304, 0x306 .. 0x308, 0x30A .. 0x30C, 0x323, 0x327,
		0x328],
);

sub piece {
	my $set = $sets[rand @sets];
	return $set->[rand @$set];
}

# Many differ in little, so every level decides somewhere.
sub changed {
	my ($word) = @_;
	my $at = int rand(1 + length $word);
	my $how = rand 4;
	substr($word, $at, 0, piece()) if $how < 1;
	substr($word, $at, 1, '') if $how >= 1 && $how < 2 && $at < length $word;
	$word = ucfirst $word if $how >= 2 && $how < 3;
	$word .= piece() if $how >= 3;
	return $word;
}

my @words = map { chomp; $_ } <STDIN>;
while ($count-- > 0) {
	push @words, rand() < 0.5 && @words
		? changed($words[rand @words])
		: join '', map { piece() } 1 .. 1 + rand 8;
}
# "l·" is one letter of Catalan to the algorithm; two marks on a letter may
# stand in another order than it wants.
@words = grep { !/[lL]\x{B7}/ && NFD($_) !~ /\p{M}\p{M}/ } @words;

my @keyed = sort { $a->[0] cmp $b->[0] || $a->[1] cmp $b->[1] }
	map { [$order->getSortKey($_), $_] } @words;
my $last = '';
for (@keyed) {
	print $_->[0] eq $last ? '=' : '<', $_->[1], "\n";
	$last = $_->[0];
}
