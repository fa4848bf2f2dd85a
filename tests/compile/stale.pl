#!/usr/bin/perl
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A changed Swedish sentence is never shown with its old translation: every
# text and label of the real content is changed, one at a time, and each time
# the compiler must refuse the content or find one translation less. Exempt
# is what is never translated: terms, names of languages, web addresses and
# translate="no". That none was left out is seen from the template, which has
# the place of every text: each must have been gone, or refused, once.
use strict;
use warnings;
use File::Copy;
use File::Path qw(make_path);
use File::Temp qw(tempdir);

my $content = ($ENV{srcdir} || '.') . '/content';
my $work = tempdir(CLEANUP => 1);
my $count = 0;

sub slurp {
	open my $in, '<', $_[0] or die "$_[0]: $!";
	local $/;
	return <$in>;
}

sub write_file {
	my ($name, $text) = @_;
	open my $out, '>', $name or die "$name: $!";
	print $out $text;
	close $out or die "$name: $!";
}

# Exit code, and how many texts are translated.
sub compile {
	unlink "$work/pot";
	my $options = "--check --pot=$work/pot --lang=en";
	my $said = `./textkiosk-compile $options $work 2>&1`;
	my ($translated) = $said =~ /^English: (\d+) of/m;
	return ($? >> 8, $translated, $said);
}

# Every text of the template that was written, with its place: "FILE:LINE TEXT".
sub texts {
	my %texts;
	for (split /\n\n/, slurp("$work/pot")) {
		my ($text) = /^(msgctxt .*|msgid .*)/ms or next;
		$texts{"$_ $text"} = 1 for map { split } /^#: (.*)/mg;
	}
	return %texts;
}

sub ok {
	my ($good, $name) = @_;
	$count++;
	print $good ? 'ok' : 'not ok', " $count - $name\n";
}

# Where a text or a label begins that is to be translated.
sub places {
	my ($text) = @_;
	my @at;
	(my $bare = $text) =~ s/<!--.*?-->/'.' x length $&/ges;
	while ($bare =~ /(<[^<>]*>)\s*(?=[^<\s])/g) {
		my ($tag, $at) = ($1, pos $bare);
		push @at, $at unless $tag =~ /^<(term|language|url)\b|^<[?]|
			translate="no"/x;
	}
	while ($bare =~ / label="/g) {
		push @at, pos $bare;
	}
	return sort { $a <=> $b } @at;
}

make_path("$work/pages", "$work/po");
my @files = map { substr $_, length($content) + 1 }
	("$content/site.xml", "$content/today.xml", glob "$content/pages/*.xml");
copy("$content/$_", "$work/$_") for @files, 'po/en.po';
my ($code, $all) = compile();
my %texts = texts();
my %left = %texts;
ok($code == 0 && $all, 'the content is good and has ' . ($all || 0) .
	' translations');
for my $file (@files) {
	my $text = slurp("$content/$file");
	my @kept;
	for my $at (places($text)) {
		my $changed = $text;
		substr($changed, $at, 0) = 'X';
		write_file("$work/$file", $changed);
		my ($code, $translated, $said) = compile();
		if ($code == 0 && $translated < $all) {
			my %now = texts();
			delete $left{$_} for grep { !$now{$_} } keys %left;
			next;
		}
		if ($code == 1) {
			my ($told) = $said =~ /^(\S+:\d+): error/m;
			my ($was) = substr($text, $at) =~ /^([^<"]*)/;
			delete $left{$_} for grep { index($_, "$told ") == 0 &&
				index($_, $was) > 0 } keys %left;
			next;
		}
		push @kept, "$file:" . (1 + (substr($text, 0, $at) =~ tr/\n//));
	}
	write_file("$work/$file", $text);
	ok(!@kept, "$file: no old translation" . join ' ', '', @kept);
}
ok(!%left, keys(%texts) . ' texts, each changed once' .
	join ' ', '', sort keys %left);
print "1..$count\n";
