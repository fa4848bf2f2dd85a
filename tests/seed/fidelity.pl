#!/usr/bin/perl
# SPDX-License-Identifier: GPL-3.0-or-later
# The Swedish content against the municipality's own page: all of its text is
# there, with six corrections and nothing else changed; and in a page whose
# text is the municipality's, whatever is ours is marked as ours.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));

my $srcdir = $ENV{srcdir} // '.';
my $count = 0;

sub slurp {
	my ($path) = @_;
	open my $file, '<', $path or die "Bail out! $path: $!\n";
	local $/;
	return scalar <$file>;
}

sub plain {
	my ($text) = @_;
	$text =~ s/\s+/ /g;
	$text =~ s/^ | $//g;
	return $text;
}

sub verdict {
	my ($good, $what) = @_;
	$count++;
	print $good ? '' : 'not ', "ok $count - $what\n";
}

# The page with the corrections, each of which must apply exactly once.
my $seed = slurp("$srcdir/tests/seed/page.txt");
my (undef, @errata) = split /\n/, slurp("$srcdir/tests/seed/errata.tsv");
for (@errata) {
	my (undef, $in, $out) = split /\t/;
	my $times = $seed =~ s/\Q$in\E/$out/g;
	verdict(($times || 0) == 1, "corrected: $out");
}
verdict(@errata == 6, 'six corrections and no more');

# What the kiosk says, all screens as one line of words.
my $said = plain(join ' ', map { slurp($_) } 'seed-dump.tmp');

# Lines of the page that the kiosk says in another arrangement.
my %arranged = (
	'Hallsbergs kommun - Hallsberg... nära till - www.hallsberg.se' =>
		['Hallsbergs kommun', 'Hallsberg... nära till',
		'www.hallsberg.se'],
	'Hallsbergs kommuns styrsystem finns i PDF-format här.' =>
		['Hallsbergs kommuns styrsystem finns i PDF-format här.'],
	'Adress' => ['Adress:'],
);
my ($missing, $lines) = (0, 0);
for my $line (split /\n/, $seed) {
	my $text = plain($line);
	next if $text eq '';
	$text =~ s/^• //;
	$lines++;
	for my $part (@{ $arranged{$text} // [$text] }) {
		next if index($said, $part) >= 0;
		print "# not said: $part\n";
		$missing++;
	}
}
verdict($missing == 0, "all $lines lines of the page are said");

# Text outside of note, easy, menu and terms is the municipality's.
my $page = plain($seed);
my ($ours, $units) = (0, 0);
for my $path (sort glob "$srcdir/content/pages/*.xml") {
	my $xml = slurp($path);
	next unless $xml =~ /<source /;
	$xml =~ s/<!--.*?-->//gs;
	$xml =~ s/<(note|easy|menu|terms)\b.*?<\/\1>//gs;
	while ($xml =~ /<(p|li|dd)\b[^>]*>(.*?)<\/\1>/gs) {
		my $text = $2;
		$text =~ s/<[^>]*>//g;
		$text = plain($text);
		$units++;
		next if index($page, $text) >= 0;
		print "# $path: not the municipality's: $text\n";
		$ours++;
	}
}
verdict($ours == 0, "$units texts are the municipality's own words");
print "1..$count\n";
