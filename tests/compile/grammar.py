# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the grammar for editors' tools to the compiler.

grammar.py COMPILER CONTENT SCHEMA TIMES: mutates the real content so many
times, each time in one place of one file, and asks both. What the grammar
refuses the compiler must refuse too, with an error in that file. Not the
other way: the compiler knows what no grammar can.
"""

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

NS = "{urn:textkiosk:1}"
XML = "{http://www.w3.org/XML/1998/namespace}"
SEED = 7

# Every element and attribute that any file may have, and some that none has.
ELEMENTS = """site today page name slogan language contact tel email url adr
line orgnr hours title short week season date open reason notice menu source
terms term p ul ol li dl dt dd section note children show set easy em strong
br span abbr ref a table""".split()
ATTRIBUTES = """id number updated code of dated checked label href contact
hours holidays eves near weeks from until to days on is see page at part state
index keys what title translate its-context class""".split() + [XML + "lang"]
VALUES = ["", "0", "9", "41", "sv", "en", "EN", "no", "yes", "maybe", "all",
          "terms", "mon", "mon-thu", "08:00", "24:00", "25:00", "2026-12-24",
          "2026-13-01", "2026-12-01T08:00", "12-24", "25-32", "54", "closed",
          "tel", "week", "index", "kommun", "kommunhuset", "language", "Å",
          "https://www.example.se/", "mailto:a@example.se", "tel:112", " "]

# Notices and dates, which the shipped today.xml has only in a comment.
TODAY = """<today xmlns="urn:textkiosk:1" xml:lang="sv">
<notice from="2026-12-01T08:00" until="2199-12-05"><short>Hissen är trasig.
</short><p>Fråga <em>gärna</em>.</p><ul><li>Trappan är öppen.</li></ul></notice>
<date hours="kommunhuset" on="2198-12-24" is="closed"><reason>julafton</reason>
</date><date hours="kommunhuset" on="2198-10-30"><open from="08:00"
to="12:00"/></date><date hours="kommunhuset" from="2198-12-28"
until="2198-12-30" is="ordinary"/></today>"""


def rename(chance, root, at, parent):
    at.tag = NS + chance.choice(ELEMENTS)


def take_away(chance, root, at, parent):
    if parent is not None:
        parent.remove(at)


def double(chance, root, at, parent):
    if parent is not None:
        parent.insert(list(parent).index(at), at)


def move(chance, root, at, parent):
    target = chance.choice(list(root.iter()))
    if parent is not None and target not in at.iter():
        parent.remove(at)
        target.insert(chance.randint(0, len(target)), at)


def add_element(chance, root, at, parent):
    new = ET.SubElement(at, NS + chance.choice(ELEMENTS))
    new.text = chance.choice([None, "ord", "2"])


def add_text(chance, root, at, parent):
    if chance.random() < 0.5:
        at.text = (at.text or "") + "ord"
    else:
        at.tail = (at.tail or "") + "ord"


def drop_text(chance, root, at, parent):
    at.text = None


def add_attribute(chance, root, at, parent):
    at.set(chance.choice(ATTRIBUTES), chance.choice(VALUES))


def drop_attribute(chance, root, at, parent):
    if at.attrib:
        del at.attrib[chance.choice(sorted(at.attrib))]


def other_value(chance, root, at, parent):
    if at.attrib:
        at.set(chance.choice(sorted(at.attrib)), chance.choice(VALUES))


def worn_value(chance, root, at, parent):
    if not at.attrib:
        return
    name = chance.choice(sorted(at.attrib))
    value = at.get(name)
    place = chance.randint(0, len(value))
    at.set(name, value[:place] + chance.choice(["", "x", "1", "-", ":"])
           + value[place + 1:])


def rename_attribute(chance, root, at, parent):
    if at.attrib:
        name = chance.choice(sorted(at.attrib))
        value = at.attrib.pop(name)
        at.set(chance.choice(ATTRIBUTES), value)


MUTATIONS = [rename, take_away, double, move, add_element, add_text,
             drop_text, add_attribute, drop_attribute, other_value,
             worn_value, rename_attribute]


def mutated(chance, text):
    root = ET.fromstring(text)
    parents = {child: at for at in root.iter() for child in at}
    at = chance.choice(list(root.iter()))
    chance.choice(MUTATIONS)(chance, root, at, parents.get(at))
    return ET.tostring(root, encoding="UTF-8")


def refused_by_grammar(schema, paths):
    said = subprocess.run(["xmllint", "--noout", "--relaxng", schema] + paths,
                          stderr=subprocess.PIPE, text=True, check=False)
    return re.findall(r"^(.*) fails to validate$", said.stderr, re.MULTILINE)


def refused_by_compiler(compiler, content, name, path):
    whole = os.path.join(content, name)
    kept = whole + ".kept"
    os.rename(whole, kept)
    shutil.copy(path, whole)
    said = subprocess.run([compiler, "--check", "--lang=en", content],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                          text=True, errors="replace", check=False)
    os.replace(kept, whole)
    return said.returncode == 1 and re.search(
        "^%s:[0-9]+: error: " % re.escape(name), said.stderr, re.MULTILINE)


def main(compiler, source, schema, times):
    chance = random.Random(SEED)
    ET.register_namespace("", NS[1:-1])
    with tempfile.TemporaryDirectory() as work:
        content = os.path.join(work, "content")
        shutil.copytree(source, content)
        subprocess.run(["chmod", "-R", "u+w", content], check=True)
        with open(os.path.join(content, "today.xml"), "w",
                  encoding="UTF-8") as file:
            file.write(TODAY)
        names = ["site.xml", "today.xml"] * 5 + sorted(
            "pages/" + name for name in os.listdir(content + "/pages"))
        cases = {}
        for i in range(times):
            name = chance.choice(names)
            with open(os.path.join(content, name), encoding="UTF-8") as file:
                text = mutated(chance, file.read())
            path = os.path.join(work, "%d.xml" % i)
            with open(path, "wb") as file:
                file.write(text)
            cases[path] = name
        refused = refused_by_grammar(schema, list(cases))
        missed = [path for path in refused if not refused_by_compiler(
            compiler, content, cases[path], path)]
        print("1..2")
        print("# of %d mutations the grammar refuses %d"
              % (times, len(refused)))
        print("%sok 1 - it refuses many" % ("" if refused else "not "))
        print("%sok 2 - and the compiler all of those"
              % ("not " if missed else ""))
        for path in missed[:5]:
            subprocess.run(["xmllint", "--noout", "--relaxng", schema, path],
                           stderr=subprocess.STDOUT, check=False)
            print("# %s: %s" % (cases[path], path))
            with open(path, encoding="UTF-8") as file:
                print("# " + file.read()[:3000].replace("\n", "\n# "))


main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
