# SPDX-License-Identifier: GPL-3.0-or-later
"""Hundreds of broken and hostile folders, each with its verdict.

hostile.py COMPILER GOOD [NAME]: each folder is the folder GOOD with one thing
wrong, and what an editor must be told of it is known beforehand: which file,
which line to within one, and a sentence that one fault alone of fault.h has;
once, and nothing that only follows. Besides, whatever the folder: after an
error the exit code is 1 and there is no book, else it is 0; at most 21 lines,
each of the form FILE:LINE: error: sentence, no byte that a terminal obeys, and
at most 64 MiB of memory. With NAME only such cases are run, and what was said
is shown.

Folders by hand are under tests/content and in hostile.sh.
"""

import functools
import os
import random
import re
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

COMPILER, GOOD = os.path.abspath(sys.argv[1]), sys.argv[2]
FAULT_H = os.path.join(os.path.dirname(__file__), "../../src/compile/fault.h")
ONLY = sys.argv[3] if len(sys.argv) > 3 else None
SEED = 7
MEMORY = 64 << 20
SHOWN = 20
HANGS = 300  # seconds; no figure, only an end to waiting

SITE, TODAY, PAGE, PO = "site.xml", "today.xml", "pages/vision.xml", "po/en.po"
FILES = (SITE, TODAY, PAGE, PO)
XML_FILES = FILES[:3]

# The beginnings of the sentences, as tests/content has them in full.
KIND = "This is no ordinary file"
LARGE = "The file is larger than 1 MiB."
NUL = "The file holds a NUL byte"
NOT_UTF8 = "The text is not UTF-8"
ENCODING = "Another encoding than UTF-8 is declared"
EMPTY = "The file holds nothing."
WELL = "The XML is not well-formed here or just before"
DEEP = "Elements are nested more than 32 deep."
NO_VALUE = "is no value for"
OPEN = "The tag <{}> is not closed."
DOCTYPE = "A DOCTYPE is not allowed"
BROKEN_PO = "The translations cannot be read here or just before"
TWICE_PO = "This text is translated twice"


def read(name):
    with open(os.path.join(GOOD, name), "rb") as file:
        return file.read()


ORIGINAL = {name: read(name) for name in FILES}
CASES = []  # (name, what makes the folder hostile, what must be said)


class Folder:
    """The folder good, in which one thing is made wrong."""

    def __init__(self, path):
        self.path = path
        for below, _, names in os.walk(GOOD):
            inside = os.path.join(path, os.path.relpath(below, GOOD))
            os.makedirs(inside, exist_ok=True)
            for name in names:
                shutil.copyfile(os.path.join(below, name),
                                os.path.join(inside, name))

    def at(self, name):
        return os.path.join(self.path, name)

    def write(self, name, content):
        with open(self.at(name), "wb") as file:
            file.write(content)

    def take_away(self, name):
        path = self.at(name)
        if os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path)
        else:
            os.remove(path)


def case(name, make, *wanted):
    CASES.append((name, make, wanted))


def error(file, line, sentence):
    return ("error", file, line, sentence)


def warning(file, line, sentence):
    return ("warning", file, line, sentence)


class Count:
    """So many errors, and which sentence the first begins with."""

    def __init__(self, errors, file, line, sentence):
        self.errors = errors
        self.first = error(file, line, sentence)


def line_of(content, offset):
    return content.count(b"\n", 0, offset) + 1


def content(name, file, bytes_, *wanted):
    case(name, lambda folder: folder.write(file, bytes_), *wanted)


def edit(name, file, old, new, sentence, severity="error", where=None):
    """One text of a file by another; the fault is in that line."""
    old, new = (text.encode() if isinstance(text, str) else text
                for text in (old, new))
    offset = ORIGINAL[file].index(old)
    changed = ORIGINAL[file].replace(old, new, 1)
    if where:
        offset = changed.index(where.encode(), offset)
    content(name, file, changed,
            *([] if sentence is None else
              [(severity, file, line_of(changed, offset), sentence)]))


# ---------------------------------------------------------------------------
# Encodings.

def judged_as_utf8(file, bytes_):
    """What must be said of bytes that are none of ours."""
    nul = bytes_.find(b"\0")
    try:
        (bytes_ if nul < 0 else bytes_[:nul]).decode("utf-8")
    except UnicodeDecodeError as wrong:
        return error(file, line_of(bytes_, wrong.start), NOT_UTF8)
    return error(file, line_of(bytes_, nul), NUL) if nul >= 0 else None


def encodings():
    for file in FILES:
        text = ORIGINAL[file].decode()
        for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32",
                         "utf-32-be", "iso-8859-1", "cp037", "cp500", "cp850",
                         "mac-roman"):
            bytes_ = text.encode(encoding, "replace")
            wanted = judged_as_utf8(file, bytes_)
            if wanted:
                content(f"{file} in {encoding}", file, bytes_, wanted)
        for at in (0, 1, len(text) // 2, len(text)):
            cut = len(text[:at].encode())
            bytes_ = ORIGINAL[file]
            bytes_ = bytes_[:cut] + b"\xc3" + bytes_[cut:]
            content(f"{file}: half a character at {at}", file, bytes_,
                    judged_as_utf8(file, bytes_))
            bytes_ = ORIGINAL[file][:cut] + b"\0" + ORIGINAL[file][cut:]
            content(f"{file}: NUL at {at}", file, bytes_,
                    judged_as_utf8(file, bytes_))
    for wrong in (b"\xc0\xbc", b"\xe0\x80\xbc", b"\xed\xa0\x80",
                  b"\xf4\x90\x80\x80", b"\xf8\x88\x80\x80\x80", b"\xfe",
                  b"\xff\xfe"):
        edit(f"bytes {wrong.hex()} in text", PAGE, b"Kort", wrong + b"Kort",
             NOT_UTF8)
    for encoding in ("UTF-7", "UTF-16", "utf-16le", "ISO-8859-1", "latin1",
                     "EBCDIC-CP-US", "UCS-4", "US-ASCII", "windows-1252",
                     "utf8", "x", ""):
        for file, root in ((SITE, "site"), (PAGE, "page")):
            bytes_ = ORIGINAL[file].replace(
                b'<?xml version="1.0" encoding="UTF-8"?>\n', b"")
            declared = f'<?xml version="1.0" encoding="{encoding}"?>\n'
            content(f"{file} declared as {encoding}", file,
                    declared.encode() + bytes_, error(file, 1, ENCODING))
    for quote in ("encoding='UTF-7'", "encoding = \"UTF-7\"",
                  "encoding\n=\n'UTF-7'"):
        content(f"declared with {quote!r}", PAGE,
                f"<?xml version='1.0' {quote}?>\n".encode() + ORIGINAL[PAGE],
                error(PAGE, 1, ENCODING))
    smuggled = "<!DOCTYPE page [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
    content("a DOCTYPE smuggled in UTF-7", PAGE,
            b"<?xml version='1.0' encoding='UTF-7'?>\n" +
            smuggled.replace("<", "+ADw-").encode() + b"\n" + ORIGINAL[PAGE],
            error(PAGE, 1, ENCODING))
    content("a DOCTYPE smuggled in UTF-7 that is not declared", PAGE,
            smuggled.replace("<", "+ADw-").encode() + b"\n" + ORIGINAL[PAGE],
            error(PAGE, 1, WELL))
    for encoding in ("UTF-8", "utf-8", "Utf-8"):
        content(f"good: declared as {encoding}", PAGE,
                f'<?xml version="1.0" encoding="{encoding}"?>\n'.encode() +
                ORIGINAL[PAGE])


# ---------------------------------------------------------------------------
# DOCTYPE, entities, references.

DOCTYPES = {
    "bare": "<!DOCTYPE {root}>",
    "with an empty subset": "<!DOCTYPE {root} []>",
    "of HTML": "<!DOCTYPE html>",
    "SYSTEM": '<!DOCTYPE {root} SYSTEM "x.dtd">',
    "SYSTEM over the net": '<!DOCTYPE {root} SYSTEM "http://127.0.0.1/x">',
    "PUBLIC": '<!DOCTYPE {root} PUBLIC "-//X//Y" "x.dtd">',
    "with an entity": '<!DOCTYPE {root} [<!ENTITY x "y">]>',
    "with a file": '<!DOCTYPE {root} [<!ENTITY x SYSTEM "/etc/passwd">]>',
    "with a device": '<!DOCTYPE {root} [<!ENTITY x SYSTEM "/dev/zero">]>',
    "with a parameter entity":
        '<!DOCTYPE {root} [<!ENTITY % x SYSTEM "/etc/passwd"> %x;]>',
    "with laughs": "<!DOCTYPE {root} [<!ENTITY a 'ha'>" + "".join(
        f"<!ENTITY {chr(98 + i)} '{f'&{chr(97 + i)};' * 10}'>"
        for i in range(12)) + "]>",
    "with one large entity":
        "<!DOCTYPE {root} [<!ENTITY a '" + "x" * 100000 + "'>]>",
    "that refers to itself":
        "<!DOCTYPE {root} [<!ENTITY a '&b;'><!ENTITY b '&a;'>]>",
    "with defaults": '<!DOCTYPE {root} [<!ATTLIST {root} number CDATA "9">]>',
    "with a notation": '<!DOCTYPE {root} [<!NOTATION n SYSTEM "n">]>',
    "unparsed":
        '<!DOCTYPE {root} [<!NOTATION n SYSTEM "n">'
        '<!ENTITY x SYSTEM "x" NDATA n>]>',
    "over lines": "<!DOCTYPE\n{root}\n[\n<!ENTITY x 'y'>\n]\n>",
    "behind a comment": "<!-- x --><!DOCTYPE {root}>",
    "behind an instruction": "<?x y?><!DOCTYPE {root}>",
}


def doctypes():
    for file, root in ((SITE, "site"), (TODAY, "today"), (PAGE, "page")):
        head, tag, body = ORIGINAL[file].partition(f"<{root} ".encode())
        for name, doctype in DOCTYPES.items():
            doctype = doctype.replace("{root}", root).encode()
            line = line_of(head + doctype, len(head) +
                           doctype.index(b"<!DOCTYPE"))
            content(f"{file}: a DOCTYPE {name}", file,
                    head + doctype + b"\n" + tag + body,
                    error(file, line, DOCTYPE))
        content(f"{file}: a DOCTYPE inside", file,
                ORIGINAL[file].replace(b"\n  <", b"\n<!DOCTYPE x>\n  <", 1),
                error(file, line_of(head, len(head)) + 1, WELL))
        content(f"{file}: a DOCTYPE behind", file,
                ORIGINAL[file] + b"<!DOCTYPE x>\n",
                error(file, line_of(ORIGINAL[file], len(ORIGINAL[file])),
                      WELL))
        content(f"{file}: a doctype in small letters", file,
                head + b"<!doctype x>\n" + tag + body,
                error(file, line_of(head, len(head)), WELL))


def references():
    wrong = ["&x;", "&amp", "&;", "& ", "&#;", "&#x;", "&#0;", "&#x1F;",
             "&#xD800;", "&#x110000;", "&#xFFFE;", "&#99999999999999999999;",
             "&nbsp;", "&aring;", "&#12a;", "&#-1;", "&amp amp;", "&&amp;"]
    for reference in wrong:
        sentence = {"&#xFFFE;": WELL}.get(reference, WELL)
        edit(f"{reference} in text", PAGE, "Kort", f"{reference}Kort",
             sentence)
        edit(f"{reference} in a value", SITE, 'label="E-post"',
             f'label="{reference}E-post"', sentence)
    for c in (0x7F, 0x80, 0x9B, 0x202A, 0x202E, 0x2066, 0x2069, 0x200E,
              0x200F, 0xE000, 0xF8FF, 0xF0000, 0x10FFFD, 0xE0041, 0x2028,
              0xFFF9):
        said = f"The character U+{c:04X} is not allowed"
        edit(f"&#x{c:X}; in text", PAGE, "Kort", f"&#x{c:X};Kort", said)
        edit(f"&#{c}; in a value", SITE, 'label="E-post"',
             f'label="&#{c};E-post"', said)
        edit(f"U+{c:04X} in text", PAGE, "Kort", f"{chr(c)}Kort", said)
        edit(f"U+{c:04X} in a comment", PAGE, "<easy>",
             f"<!-- {chr(c)} --><easy>", said)
        edit(f"U+{c:04X} in a translation", PO, 'msgstr "Phone"',
             f'msgstr "{chr(c)}Phone"', None)
        CASES[-1] = CASES[-1][:2] + ((warning(
            SITE, 7, "The translation (en) has a forbidden character"),),)
    for c in range(1, 32):
        if chr(c) not in "\t\n\r":
            edit(f"U+{c:04X} in text", PAGE, "Kort", f"{chr(c)}Kort",
                 f"The character U+{c:04X} is not allowed")


# ---------------------------------------------------------------------------
# XML that ends, or is bent.

TAG = re.compile(rb"<(?P<end>/)?(?P<name>[a-z]+)[^>]*?(?P<empty>/)?>")


def told_of_cut(file, text):
    """What must be said of a text that ends too early."""
    if text.rfind(b"<") > text.rfind(b">"):  # in a tag
        return error(file, line_of(text, len(text)), WELL)
    opened = []
    for tag in TAG.finditer(text):
        if tag["end"]:
            opened.pop()
        elif not tag["empty"]:
            opened.append(tag)
    return left_open(file, text, opened[-1])


def left_open(file, text, tag):
    return error(file, line_of(text, tag.start()),
                 OPEN.format(tag["name"].decode()))


def opening(text, end):
    """The tag that the tag `end` closes; none of ours is in its like."""
    return [tag for tag in TAG.finditer(text, 0, end.start())
            if tag["name"] == end["name"] and not tag["end"]][-1]


def well_formedness():
    dice = random.Random(SEED)
    for file in XML_FILES:
        whole = ORIGINAL[file].rstrip()
        for cut in sorted(dice.sample(range(60, len(whole) - 1), 20)):
            content(f"{file} ends after {cut} bytes", file, whole[:cut],
                    told_of_cut(file, whole[:cut]))
        tags = [tag for tag in TAG.finditer(whole) if tag["end"]]
        for tag in dice.sample(tags, 8 if len(tags) > 8 else len(tags)):
            content(f"{file} without the {tag.group().decode()} at "
                    f"{tag.start()}", file,
                    whole[:tag.start()] + whole[tag.end():],
                    left_open(file, whole, opening(whole, tag)))
        for mark in (b'"', b">", b"=", b"/"):
            places = [match.start() for match in re.finditer(mark, whole)
                      if match.start() > 60]
            for at in dice.sample(places, 4 if len(places) > 4 else
                                  len(places)):
                if mark == b"/" and whole[at - 1:at + 1] != b"</":
                    continue
                bent = whole[:at] + whole[at + 1:]
                content(f"{file} without the {mark.decode()} at {at}", file,
                        bent, left_open(file, bent, TAG.match(bent, at - 1))
                        if mark == b"/" else
                        error(file, line_of(whole, at), WELL))
    edit("text before the root", PAGE, b"<page", b"x<page", WELL)
    content("text behind the root", PAGE, ORIGINAL[PAGE] + b"x",
            error(PAGE, line_of(ORIGINAL[PAGE], len(ORIGINAL[PAGE])), WELL))
    content("two roots", PAGE, ORIGINAL[PAGE] * 2,
            error(PAGE, line_of(ORIGINAL[PAGE], len(ORIGINAL[PAGE])), WELL))
    content("a declaration in the second line", PAGE,
            b"\n<?xml version='1.0'?>" + ORIGINAL[PAGE], error(PAGE, 2, WELL))
    content("a declaration of version 9", PAGE,
            b"<?xml version='9.0'?>\n" + ORIGINAL[PAGE],
            error(PAGE, 1, WELL))
    edit("an attribute twice", PAGE, 'number="3"', 'number="3" number="4"',
         WELL)
    edit("an attribute without a value", PAGE, 'number="3"', "number", WELL)
    edit("an attribute without quotes", PAGE, 'number="3"', "number=3", WELL)
    edit("< in a value", PAGE, 'of="example.se"', 'of="a<b"', WELL)
    edit("-- in a comment", PAGE, "<easy>", "<!-- a -- b --><easy>", WELL)
    edit("]]> in text", PAGE, "Kort", "]]>Kort", WELL)
    edit("an unbound prefix", PAGE, "<p>Kort text.</p>", "<x:p>Kort</x:p>",
         "<x:p> is not in the namespace")
    edit("a tag that is misspelt where it closes", PAGE, "</section>",
         "</sektion>", "The tag <section> is closed by </sektion>.")
    edit("a tag that closes nothing", PAGE, "</section>",
         "</section></section>", "The tag <page> is closed by </section>.")
    edit("a tag of many lines that is left open", PAGE, "<easy>",
         "<section\n\n\nid='a'\n\n>\n<easy>", OPEN.format("section"))
    edit("an attribute that is none in a tag of many lines", PAGE,
         "<p>Kort text.", "<p\n\n\n\nx='a'>Kort",
         "<p> has no attribute x.", where="x=")
    edit("a value that is none in a tag of many lines", SITE, ' eves="closed"',
         '\n\n\n\neves="often"', f'"often" {NO_VALUE} eves.', where="eves")
    edit("a link to nowhere in a tag of many lines", PAGE, 'page="help"',
         '\n\n\n\npage="nowhere"', 'There is no page "nowhere".',
         where="page=")
    edit("an attribute of many lines that is none", PAGE, "<p>Kort text.",
         "<p x='a\n\n\n\nb'>Kort", "<p> has no attribute x.")
    content("a BOM and another", PAGE, b"\xef\xbb\xbf" * 2 + ORIGINAL[PAGE],
            error(PAGE, 1, "The character U+FEFF is not allowed"))
    content("good: a BOM", PAGE, b"\xef\xbb\xbf" + ORIGINAL[PAGE])
    content("good: CRLF", PAGE, ORIGINAL[PAGE].replace(b"\n", b"\r\n"))
    content("good: an instruction", PAGE,
            b"<?xml-stylesheet href='file:///etc/passwd'?>\n" + ORIGINAL[PAGE])


# ---------------------------------------------------------------------------
# What is no vocabulary, what is there twice, what leads astray.

def vocabulary():
    astray = {
        "XInclude": ('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" '
                     'href="/etc/passwd"/>'),
        "XSLT": ('<xsl:value-of xmlns:xsl="http://www.w3.org/1999/XSL/'
                 'Transform" select="."/>'),
        "HTML": '<script xmlns="http://www.w3.org/1999/xhtml">x</script>',
        "a script": "<script>x</script>",
        "an image": '<img src="file:///etc/passwd"/>',
        "no namespace": '<p xmlns="">x</p>',
        "a page": '<page id="x"><title>X</title></page>',
    }
    for name, text in astray.items():
        local = re.match("<(?:[a-z]+:)?([a-z-]+)", text)[1]
        edit(f"{name} among blocks", PAGE, "<section", text + "<section",
             f"<{local}> is not in the namespace" if "xmlns" in text else
             f"The element <{local}> has no place here.")
        edit(f"{name} in text", PAGE, "Kort", text + "Kort", "The element <")
    for attribute in ("onclick", "style", "class", "xml:base", "xml:space",
                      "xml:id", "src", "ID"):
        edit(f"an attribute {attribute}", PAGE, "<p>Kort", f'<p {attribute}='
             '"default">Kort', f"<p> has no attribute {attribute}.")
    for href in ("javascript:alert(1)", "file:///etc/passwd", "data:,x",
                 "HTTP://x.se/", "https:", "https://", "//x.se", "ftp://x.se/",
                 "https://x.se/ y", " https://x.se/", "mailto:a@b.se", ""):
        edit(f"a link to {href!r}", PAGE, "Kort text.",
             f'<a href="{href}">Kort</a>', f'"{href}" is no web address')
    for nothing in ("", "  ", "\u00ad"):
        edit(f"a source of {nothing!r}", PAGE, 'of="example.se"',
             f'of="{nothing}"', f'"{nothing}" {NO_VALUE} of.')
        edit(f"spoken as {nothing!r}", PAGE, "Kort text.",
             f'<abbr title="{nothing}">Kort</abbr>',
             f'"{nothing}" {NO_VALUE} title.')
    for id_ in ("../../etc/passwd", "a/b", "A", "a b", "å", "a_b", "%s%n",
                "x" * 65, ""):
        quoted = id_ if len(id_) <= 60 else id_[:60] + "..."
        edit(f"a page of the id {id_[:20]!r}", PAGE, 'id="vision"',
             f'id="{id_}"', f'"{quoted}" is no id')
        edit(f"a language {id_[:20]!r}", SITE, 'code="en"', f'code="{id_}"',
             f'"{quoted}" {NO_VALUE} code.')
    for number in ("0", "9", "33333333", "3a", "-3", "+3", "3.0", " ", "٣"):
        edit(f"a number {number!r}", PAGE, 'number="3"', f'number="{number}"',
             f'"{number}" is no number of a screen')
    for tel in ("tel:0582-685000", "tel:+46", "tel:+46x", "0582", "",
                "tel:112", "sip:x@y", "tel:+46582685000;ext=1"):
        edit(f"a telephone {tel!r}", SITE, "tel:+46582685000", tel,
             f'"{tel}" is no telephone address')
    for old, new, sentence in (
            ('<name translate="no">Exempel</name>',
             '<name>A</name><name>B</name>', "<name> may stand here only"),
            ("<slogan>", "<slogan>A</slogan><slogan>",
             "<slogan> may stand here only once"),
            ("<language code", '<language code="en">E</language><language '
             "code", 'The id "en" is already in'),
            ("<language code", '<language code="sv">S</language><language '
             "code", 'The id "sv" is already in'),
            ("<contact id=", '<contact id="huset"><orgnr label="X">'
             "212000-1926</orgnr></contact><contact id=",
             'The id "huset" is already in'),
            ("<short>Huset", "<short>A</short><short>Huset",
             "<short> may stand here only once"),
            ("<season", "<week/><season", "<week> may stand here only once"),
    ):
        edit(f"twice: {old}", SITE, old, new, sentence)
    for old, new, sentence in (
            ("<title>Vision", "<title>A</title><title>Vision",
             "<title> may stand here only once"),
            ("<source", "<menu>A</menu><menu>B</menu><source",
             "<menu> may stand here only once"),
            ("<source", '<source of="x" dated="2014-12"/><source',
             "<source> may stand here only once"),
            ("<easy>", "<easy><p>A</p></easy><easy>",
             "<easy> may stand here only once"),
            ("<easy>", "<children/><children/><easy>",
             "<children> may stand here only once"),
            ("<section id", '<section id="plan"><p>A</p></section><section id',
             'The id "plan" is already in'),
            ("<term>Vision", "<term>Vision</term><term>Vision",
             'The term "Vision" is already in'),
            ('id="vision"', 'id="help"', 'The id "help" is already in'),
            ('number="3"', 'number="8"', "The number 8 is already in"),
    ):
        edit(f"twice: {new}", PAGE, old, new, sentence)
    case("a page twice",
         lambda folder: folder.write("pages/w.xml", ORIGINAL[PAGE]),
         error("pages/w.xml", 1, 'The id "vision" is already in'),
         error("pages/w.xml", 1, "The number 3 is already in"),
         error("pages/w.xml", 5, 'The term "Vision" is already in'),
         error("pages/w.xml", 6, 'The term "Mål" is already in'),
         error("pages/w.xml", 9, 'The term "Vision" is already in'))


# ---------------------------------------------------------------------------
# Too much.

def page_of(body):
    return (b'<page xmlns="urn:textkiosk:1" id="vision" number="3">'
            b"<title>Vision</title>\n" + body + b"\n</page>\n")


TERMS = b'<terms xml:lang="sv"><term>Vision</term></terms>\n'


def limits():
    for depth in (33, 300, 30000):
        content(f"{depth} sections deep", PAGE,
                page_of(b"<section>" * depth + b"</section>" * depth),
                error(PAGE, 2, DEEP))
        content(f"{depth} deep and not closed", PAGE,
                page_of(b"<section>" * depth), error(PAGE, 2, DEEP))
    content("em in em in em", PAGE,
            page_of(b"<p>" + b"<em>" * 40 + b"x" + b"</em>" * 40 + b"</p>"),
            error(PAGE, 2, DEEP))
    content("a comment without end", PAGE,
            ORIGINAL[PAGE] + b"<!-- " + b"x" * 900000,
            error(PAGE, line_of(ORIGINAL[PAGE], len(ORIGINAL[PAGE])), WELL))
    content("a value of 900 000 bytes", PAGE,
            page_of(b'<p translate="' + b"x" * 900000 + b'">x</p>'),
            error(PAGE, 2, f'"{"x" * 60}..." {NO_VALUE} translate.'))
    content("a name of 60 000 bytes", PAGE,
            page_of(b"<" + b"x" * 60000 + b"/>"), error(PAGE, 2, WELL))
    content("a text of 900 000 bytes", PAGE,
            page_of(b"<p>" + b"x" * 900000 + b"</p>"),
            error(PAGE, 2, "The text is longer than 8 KiB"))
    content("a term of 900 000 bytes", PAGE,
            page_of(b'<terms xml:lang="sv"><term>' + b"x" * 900000 +
                    b"</term></terms>"),
            error(PAGE, 2, "The text is longer than 8 KiB"))
    edit("a source of 900 000 bytes", PAGE, 'of="example.se"',
         f'of="{"x" * 900000}"', "The text is longer than 8 KiB")
    edit("a label of 900 000 bytes", SITE, 'label="E-post"',
         f'label="{"x" * 900000}"', "The text is longer than 8 KiB")
    content("a title of 201 characters", PAGE,
            ORIGINAL[PAGE].replace(b">Vision</title>",
                                   b">" + b"x" * 201 + b"</title>"),
            error(PAGE, 2, "The title has more than 200 characters"))
    for file in FILES:
        content(f"{file} of 1 MiB and a byte", file,
                ORIGINAL[file].ljust((1 << 20) + 1), error(file, None, LARGE))
        content(f"good: {file} of 1 MiB", file,
                ORIGINAL[file].ljust(1 << 20, b"\n"))

        def sparse(folder, file=file):
            os.truncate(folder.at(file), 100_000_000)
        case(f"{file} of 100 MB", sparse, error(file, None, LARGE))

    many = 10000
    head = b"\n".join([TERMS])
    for name, body, sentence in (
            ("unknown elements", b"<q/>\n" * many, "The element <q>"),
            ("empty paragraphs", b"<p/>\n" * many, "<p> is empty"),
            ("unknown attributes", b'<p x="y">A</p>\n' * many,
             "<p> has no attribute x"),
            ("links to nowhere", b'<p><a page="nowhere">A</a></p>\n' * many,
             'There is no page "nowhere".'),
            ("links outside", b'<p><a href="x">A</a></p>\n' * many,
             '"x" is no web address'),
            ("wrong values", b'<set what="x"/>\n' * many, '"x" is no value'),
            ("data of nobody", b'<p><ref contact="x" part="tel"/></p>\n' *
             many, 'There is no contact "x".'),
            ("hours of nothing", b'<show hours="x"/>\n' * many,
             'There are no hours "x".'),
            ("texts without a place", b"<ul>x</ul>\n" * many,
             'Text has no place here: "x".'),
    ):
        content(f"10 000 {name}", PAGE, page_of(head + body),
                Count(many, PAGE, 4, sentence))
    content("10 000 terms twice", PAGE,
            page_of(b'<terms xml:lang="sv">' + b"<term>A</term>\n" *
                    (many + 1) + b"</terms>"),
            Count(many, PAGE, 3, 'The term "A" is already in'))
    content("10 000 sees to nothing", PAGE,
            page_of(b'<terms xml:lang="sv">\n' + b"".join(
                b'<term see="Q">A%d</term>\n' % i for i in range(many)) +
                    b"</terms>"), Count(many, PAGE, 3, 'No term "Q" to see.'))
    dates = b'<today xmlns="urn:textkiosk:1">\n%s</today>\n'
    # A day said again is told as well, but where the date itself is none.
    for name, errors, date, sentence in (
            ("days that do not exist", many,
             b'<date hours="huset" on="2199-02-30" is="closed"/>\n',
             '"2199-02-30" is no date'),
            ("days said in two ways", 2 * many - 1,
             b'<date hours="huset" on="2199-02-03"/>\n',
             'Say either is="closed"'),
            ("times turned round", 2 * many - 1,
             b'<date hours="huset" on="2198-02-03">'
             b'<open from="9:00" to="8:00"/></date>\n', '"9:00" is no time'),
    ):
        content(f"10 000 {name}", TODAY, dates % (date * many),
                Count(errors, TODAY, 2, sentence))
    content("10 000 texts translated twice", PO, ORIGINAL[PO] +
            b'\nmsgid "x"\nmsgstr "y"\n' * (many + 1),
            Count(many, PO, line_of(ORIGINAL[PO], len(ORIGINAL[PO])) + 4,
                  TWICE_PO))
    content("10 000 keywords that are none", PO, ORIGINAL[PO] +
            b'\nmsgidd "x"\n' * many,
            error(PO, line_of(ORIGINAL[PO], len(ORIGINAL[PO])) + 1,
                  BROKEN_PO))

    def pages(folder):
        for number in range(3000):
            folder.write(f"pages/x{number:04}.xml", b"<x/>")
    case("3 000 pages of nothing", pages,
         Count(3000, "pages/x0000.xml", 1, "The file should hold <page>"))


# ---------------------------------------------------------------------------
# What is no file.

def kinds():
    secret = "/etc/passwd"

    def in_place(make):
        def put(folder, file):
            folder.take_away(file)
            make(folder.at(file), folder)
        return put

    def socket_at(path, _):
        with socket.socket(socket.AF_UNIX) as server:
            here = os.getcwd()
            os.chdir(os.path.dirname(path))
            server.bind(os.path.basename(path))
            os.chdir(here)

    ways = {
        "a pipe": lambda path, _: os.mkfifo(path),
        "a socket": socket_at,
        "a folder": lambda path, _: os.mkdir(path),
        "a link out of the folder": lambda path, _: os.symlink(secret, path),
        "a link to nowhere": lambda path, _: os.symlink("nowhere", path),
        "a link to itself":
            lambda path, _: os.symlink(os.path.basename(path), path),
        "a link to a device": lambda path, _: os.symlink("/dev/zero", path),
        "a link to standard input":
            lambda path, _: os.symlink("/dev/stdin", path),
        "a link to a terminal": lambda path, _: os.symlink("/dev/tty", path),
        "a link inside": lambda path, _: os.symlink("start.xml", path),
    }
    if os.geteuid() == 0:
        for name, kind, major, minor in (
                ("a device without end", 0o020000, 1, 5),
                ("a device that is full", 0o020000, 1, 7),
                ("a terminal", 0o020000, 5, 0),
                ("a disk", 0o060000, 7, 0)):
            ways[name] = (lambda path, _, kind=kind, major=major, minor=minor:
                          os.mknod(path, kind | 0o600,
                                   os.makedev(major, minor)))
    for file in FILES:
        for name, make in ways.items():
            put = in_place(make)
            case(f"{file} is {name}",
                 lambda folder, put=put, file=file: put(folder, file),
                 error(file, None, KIND))
    for folder_name, file, sentence in (
            ("pages", "pages", "There are no pages"),
            ("po", PO, KIND)):
        for name, make in ways.items():
            if name == "a folder":
                continue
            put = in_place(make)
            case(f"{folder_name} is {name}",
                 lambda folder, put=put, of=folder_name: put(folder, of),
                 error(file, None, sentence))
    case("good: a second name of the same file", lambda folder: os.link(
        folder.at(PAGE), folder.at("second")))
    case("no site.xml", lambda folder: folder.take_away(SITE),
         error(SITE, None, "The file is missing."))
    case("no pages", lambda folder: folder.take_away("pages"),
         error("pages", None, "There are no pages"))
    case("good: no today.xml", lambda folder: folder.take_away(TODAY))
    case("no translations", lambda folder: folder.take_away("po"),
         warning(SITE, 5, "The translation po/en.po is missing."))
    for file in (SITE, PAGE):
        content(f"{file} holds nothing", file, b"",
                error(file, None, EMPTY))
        content(f"{file} holds white space", file, b" \n\t\r\n",
                error(file, 3, EMPTY))
    for name, shown in (
            (b"a\nb.xml", "a b.xml"), (b"\x1b[31m.xml", "?[31m.xml"),
            (b"\xff\xfe.xml", "??.xml"), (b"%s%n%n.xml", "%s%n%n.xml"),
            ("\u202egnp.xml".encode(), "?gnp.xml"), (b"-rf.xml", "-rf.xml"),
            (b"x" * 250 + b".xml", "x" * 54 + "..."),
            (b"a:1: error: b.xml", "a:1: error: b.xml"),
            ("\ue000.xml".encode(), "?.xml"),
            (b"'$(id)'.xml", "'$(id)'.xml")):
        def put(folder, name=name):
            path = os.path.join(os.fsencode(folder.at("pages")), name)
            with open(path, "wb") as file:
                file.write(b"<q/>")
        case(f"a page's file is called {name[:20]!r}", put,
             error(f"pages/{shown}", 1, "The file should hold <page>"))


# ---------------------------------------------------------------------------
# PO files.

def entry(text):
    return ORIGINAL[PO] + b"\n" + (text.encode() if isinstance(text, str)
                                   else text)


def translations():
    line = line_of(ORIGINAL[PO], len(ORIGINAL[PO])) + 1
    # What is added, and in which of its lines, from 0, the fault is.
    broken = {
        "no end of a string": (0, 'msgid "x\nmsgstr "y"\n'),
        "no end of the last string": (1, 'msgid "x"\nmsgstr "y'),
        "no beginning of a string": (0, 'msgid x"\nmsgstr "y"\n'),
        "a msgid alone": (0, 'msgid "x"\n'),
        "a msgstr alone": (0, 'msgstr "y"\n'),
        "a msgctxt alone": (0, 'msgctxt "y"\n'),
        "two msgctxt":
            (1, 'msgctxt "a"\nmsgctxt "b"\nmsgid "x"\nmsgstr "y"\n'),
        "two msgid": (1, 'msgid "x"\nmsgid "z"\nmsgstr "y"\n'),
        "two msgstr": (2, 'msgid "x"\nmsgstr "y"\nmsgstr "z"\n'),
        "msgctxt behind": (1, 'msgid "x"\nmsgctxt "a"\nmsgstr "y"\n'),
        "an unknown keyword": (0, 'msgtext "x"\nmsgstr "y"\n'),
        "a keyword in capitals": (0, 'MSGID "x"\nMSGSTR "y"\n'),
        "text between": (0, 'hello\nmsgid "x"\nmsgstr "y"\n'),
        "XML": (0, '<page/>\n'),
        "an unknown escape": (0, 'msgid "\\q"\nmsgstr "y"\n'),
        "a backslash at the end": (0, 'msgid "x\\\nmsgstr "y"\n'),
        "a plural without an index": (2, 'msgid "x"\nmsgid_plural "y"\n'
                                         'msgstr "z"\n'),
        "an index without a plural": (1, 'msgid "x"\nmsgstr[0] "z"\n'),
        "an index that is none": (2, 'msgid "x"\nmsgid_plural "y"\n'
                                     'msgstr[a] "z"\n'),
        "an index without end": (2, 'msgid "x"\nmsgid_plural "y"\n'
                                    'msgstr[0 "z"\n'),
        "indices out of order": (2, 'msgid "x"\nmsgid_plural "y"\n'
                                    'msgstr[1] "z"\nmsgstr[0] "z"\n'),
        "a context that hides in a text":
            (0, 'msgid "slogan\\004Telefon"\nmsgstr "Wrong"\n'),
        "a large index": (2, 'msgid "x"\nmsgid_plural "y"\n'
                             'msgstr[99999999999999999999] "z"\n'),
    }
    for name, (at, text) in broken.items():
        content(f"po: {name}", PO, entry(text),
                error(PO, line + at, BROKEN_PO))
    for name, text in (("a text", 'msgid "Telefon"\nmsgstr "y"\n'),
                       ("the header", 'msgid ""\nmsgstr "x: y\\n"\n'),
                       ("a text and its answer",
                        'msgid "Telefon"\nmsgstr "Phone"\n')):
        content(f"po: {name} twice", PO, entry(text),
                error(PO, line, TWICE_PO))
    for charset in ("ISO-8859-1", "UTF-7", "UTF-16", "utf8 ", "latin1",
                    "CHARSET", "x", "", "UTF-8; charset=UTF-7",
                    "ISO-2022-JP", "EBCDIC-CP-US", "ASCII", "%s%n"):
        changed = ORIGINAL[PO].replace(b"charset=UTF-8",
                                       b"charset=" + charset.encode())
        content(f"po: charset {charset!r}", PO, changed,
                error(PO, 5, ENCODING))
    noise = bytes(random.Random(SEED).choices(range(256), k=300000))
    content("po: noise", PO, noise, judged_as_utf8(PO, noise))
    content("po: letters", PO, bytes(random.Random(SEED).choices(
        b'msgidtrcx "\\\n#[]', k=300000)), error(PO, 1, BROKEN_PO))
    content("po: quotes alone", PO, b'"' * 1000000, error(PO, 1, BROKEN_PO))
    content("po: brackets alone", PO, b"[" * 1000000, error(PO, 1, BROKEN_PO))
    content("po: one string of many", PO,
            entry(b'msgid "x"\nmsgstr ""\n' + b'"y"\n' * 200000))
    good = {
        "many comments": "# x\n" * 200000,
        "plural forms without end": "",
        "obsolete texts": '#~ msgid "x"\n#~ msgstr "y"\n' * 1,
        "an older text": '#| msgid "x"\nmsgid "z"\nmsgstr "y"\n',
        "a format that differs": '#, c-format\nmsgid "%s"\nmsgstr "%n%n%d"\n',
        "flags that are none": '#, x-format, range: 9..1\nmsgid "q"\n'
                               'msgstr "y"\n',
        "places that are none": '#: ../../etc/passwd:99999999999999999999\n'
                                'msgid "q"\nmsgstr "y"\n',
        "another domain": 'domain "../../x"\nmsgid "q"\nmsgstr "y"\n',
        "a plural": 'msgid "q"\nmsgid_plural "r"\nmsgstr[0] "y"\n'
                    'msgstr[1] "z"\n',
        "a context of one that has none":
            'msgctxt ""\nmsgid "Telefon"\nmsgstr "Wrong"\n',
        "CRLF": '\r\nmsgid "q"\r\nmsgstr "y"\r\n',
    }
    for name, text in good.items():
        content(f"good: po: {name}", PO, entry(text))
    content("good: po: plural forms that are a bomb", PO, ORIGINAL[PO].replace(
        b'"Language: en\\n"', b'"Language: en\\n"\n"Plural-Forms: '
        b"nplurals=999999999; plural=" + b"(" * 100000 + b'n;\\n"'))
    content("po: a BOM", PO, b"\xef\xbb\xbf" + ORIGINAL[PO],
            error(PO, 1, "The character U+FEFF is not allowed"))

    phone = b'msgstr "Phone"'
    for name, msgstr, sentence in (
            ("another link", '<a page=\\"help\\">Phone</a>',
             "has other links"),
            ("a link outside", '<a href=\\"https://x.se/\\">P</a>',
             "has other links"),
            ("a datum", '<ref contact=\\"huset\\" part=\\"tel\\"/>',
             "has other links"),
            ("an open tag", "<em>Phone", "has broken markup"),
            ("a closed tag", "Phone</em>", "has broken markup"),
            ("a tag of ours closed", "Phone</p><p>", "has broken markup"),
            ("a script", "<script>x</script>", "has broken markup"),
            ("a DOCTYPE", "<!DOCTYPE x>Phone", "has broken markup"),
            ("an entity", "&x;Phone", "has broken markup"),
            ("a bare &", "A & B", "has broken markup"),
            ("a bare <", "A < B", "has broken markup"),
            ("an attribute", '<em class=\\"x\\">Phone</em>',
             "has broken markup"),
            ("a namespace", '<em xmlns=\\"x\\">Phone</em>',
             "has broken markup"),
            ("XInclude", '<include xmlns=\\"http://www.w3.org/2001/XInclude\\"'
             ' href=\\"/etc/passwd\\"/>', "has broken markup"),
            ("white space alone", " ", "has broken markup"),
            ("a no-break space alone", "\u00a0", "has broken markup"),
            ("9 000 bytes", "x" * 9000, "is longer than 8 KiB"),
            ("ESC", "\\033[31mPhone", "has a forbidden character"),
            ("a backspace", "Ph\\bone", "has a forbidden character"),
            ("CSI", "\\302\\233Phone", "has a forbidden character"),
            ("CSI as a reference", "&#x9B;Phone",
             "has broken markup"),
            ("half a character", "\\303Phone", "has broken markup"),
            ("500 deep", "<em>" * 500 + "x" + "</em>" * 500,
             "has broken markup")):
        content(f"po: a translation with {name}", PO,
                ORIGINAL[PO].replace(phone, f'msgstr "{msgstr}"'.encode()),
                warning(SITE, 7, f"The translation (en) {sentence}"))
    for digits in ("+46 582 68 50 01", "112", "0582-68 50 00 0", "x",
                   "+46 582 68 50 00, 112", "٠٥٨٢-٦٨ ٥٠ ٠٠"):
        content(f"po: the telephone as {digits}", PO,
                ORIGINAL[PO].replace(b"+46 582 68 50 00", digits.encode()),
                warning(SITE, 7, "The translation (en) has another number"))


# ---------------------------------------------------------------------------
# Running them.

MESSAGE = re.compile(r"(?P<place>.+): (?P<severity>error|warning): "
                     r"(?P<sentence>.+)")
PLACE = re.compile(r"(?P<file>.+?)(?::(?P<line>\d+))?")
MORE = re.compile(r"… and (\d+) more\.")
FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f"
                       "\u2028-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff"
                       "\ufff9-\uffff\U000e0000-\U0010ffff]")


def beginnings_of(sentence):
    """A pattern for all that a message of this sentence may begin with."""
    patterns = []
    for part in re.findall(r"%\d\$s|.", sentence):
        if len(part) == 1:
            patterns.append(re.escape(part))
        else:  # an argument: only in quotes it may hold spaces
            patterns.append('[^"]*' if patterns[-1:] == ['"'] else '[^" ]*')
    return re.compile("(?:" + "(?:".join(patterns) + ")?" * len(patterns))


def sentences_of_faults():
    """Of each fault of fault.h, what its message may begin with."""
    with open(FAULT_H, encoding="utf-8") as file:
        listed = re.findall(
            r'\bFAULT\(([A-Z0-9_]+), [A-Z]+,(.*?[.?]")\)',
            file.read().replace("\\\n", ""), re.DOTALL)
    return {name: beginnings_of("".join(re.findall(
        r'"((?:[^"\\]|\\.)*)"', strings)).replace('\\"', '"'))
            for name, strings in listed}


SENTENCES = sentences_of_faults()


@functools.lru_cache(maxsize=None)
def faults_named(sentence):
    return [name for name, beginning in SENTENCES.items()
            if beginning.fullmatch(sentence)]


def left_unsaid(wanted):
    """What a case leaves open that it should know; None when it does not."""
    for want in wanted:
        _, _, _, sentence = want.first if isinstance(want, Count) else want
        if len(faults_named(sentence)) != 1:
            return f"{sentence!r} may be {faults_named(sentence)}"
    return None


def sanitized():
    """A sanitizer needs room of its own: then memory is not judged."""
    def little():
        resource.setrlimit(resource.RLIMIT_AS, (1 << 28, 1 << 28))
    return subprocess.run([COMPILER, "--version"], stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL,
                          preexec_fn=little).returncode != 0


def run(folder, book):
    """Exit code, messages as text, seconds, bytes of memory at most."""
    begin = time.monotonic()
    child = subprocess.Popen(
        [COMPILER, "--lang=en", "-o", book, folder.path],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE)
    hangs = threading.Timer(HANGS, child.kill)
    hangs.start()
    said = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    hangs.cancel()
    child.returncode = os.waitstatus_to_exitcode(status)
    child.stderr.close()
    return (child.returncode, said, time.monotonic() - begin,
            usage.ru_maxrss << 10)


def fits(message, wanted):
    severity, file, line, sentence = wanted
    place = PLACE.fullmatch(message["place"])
    told = place["line"]
    return (message["severity"] == severity and
            place["file"] == file and
            (told is None if line is None else
             told is not None and abs(int(told) - line) <= 1) and
            message["sentence"].startswith(sentence))


def judge(wanted, code, said, book):
    """What is wrong with what was said; None when nothing is."""
    try:
        text = said.decode("utf-8")
    except UnicodeDecodeError:
        return "raw bytes"
    if FORBIDDEN.search(text):
        return "a character that a terminal obeys"
    lines = text.splitlines()
    more = MORE.fullmatch(lines[-1]) if lines else None
    messages = [MESSAGE.fullmatch(line) for line in
                (lines[:-1] if more else lines)]
    if None in messages:
        return "a line that is no message"
    if len(messages) > SHOWN or more and len(messages) < SHOWN:
        return "more lines than twenty"
    faulty = any(want.first if isinstance(want, Count) else
                 want[0] == "error" for want in wanted)
    if code != faulty or os.path.exists(book) == faulty:
        return f"exit code {code}, or a book where there should be none"
    return judge_messages(wanted, messages, int(more.group(1)) if more else 0)


def judge_messages(wanted, messages, more):
    if wanted and isinstance(wanted[0], Count):
        if wanted[0].errors != len(messages) + more:
            return f"not {wanted[0].errors} errors"
        good = messages and fits(messages[0], wanted[0].first)
        return None if good else f"not first {wanted[0].first}"
    if len(messages) != len(wanted) or more:
        return f"not {len(wanted)} messages"
    for message, want in zip(messages, wanted):
        if not fits(message, want):
            return f"not {want}"
    return None


def main():
    for group in (encodings, doctypes, references, well_formedness, vocabulary,
                  limits, kinds, translations):
        group()
    cases = [case for case in CASES if not ONLY or ONLY in case[0]]
    room = None if sanitized() else MEMORY
    slowest, largest = (0, ""), (0, "")
    with tempfile.TemporaryDirectory() as work:
        for number, (name, make, wanted) in enumerate(cases, 1):
            folder = Folder(os.path.join(work, str(number)))
            book = os.path.join(work, f"{number}.book")
            make(folder)
            code, said, seconds, memory = run(folder, book)
            wrong = left_unsaid(wanted) or judge(wanted, code, said, book)
            if not wrong and room and memory > room:
                wrong = f"{memory >> 20} MiB of memory"
            shown = name.encode("ascii", "backslashreplace").decode()
            print(f"{'not ok' if wrong else 'ok'} {number} - {shown}")
            if wrong or ONLY:
                print(f"# {wrong}")
                for line in said.decode("ascii", "backslashreplace").split(
                        "\n")[:5]:
                    print(f"#   {line[:200]}")
            slowest = max(slowest, (seconds, shown))
            largest = max(largest, (memory, shown))
            shutil.rmtree(folder.path)
    print(f"# slowest: {slowest[0] * 1000:.0f} ms, {slowest[1]}")
    print(f"# largest: {largest[0] >> 20} MiB, {largest[1]}")
    print(f"1..{len(cases)}")


main()
