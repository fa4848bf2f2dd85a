# SPDX-License-Identifier: GPL-3.0-or-later
"""The same pages for the programs that textkiosk is measured against: as HTML
for browsers, as Info for info, and as plain text for the floor."""

import os
import re
import xml.etree.ElementTree as ET
from html import escape

NS = "{urn:textkiosk:1}"


class Page:
    """A page of a content folder: its number, title and paragraphs."""

    def __init__(self, path):
        root = ET.parse(path).getroot()
        self.id = root.get("id")
        self.number = root.get("number", "")
        self.title = words(root.find(NS + "title"))
        self.text = [words(at) for at in root.iter()
                     if at.tag in (NS + "p", NS + "li", NS + "dd")]


def words(element):
    return " ".join("".join(element.itertext()).split())


def read(folder):
    pages = os.path.join(folder, "pages")
    found = [Page(os.path.join(pages, name))
             for name in sorted(os.listdir(pages)) if name.endswith(".xml")]
    return sorted(found, key=lambda page: (page.number == "", page.number))


def html(pages, folder):
    """start.html with a link to each page, and a file for each."""
    os.makedirs(folder, exist_ok=True)

    def write(name, title, body):
        with open(os.path.join(folder, name + ".html"), "w",
                  encoding="utf-8") as out:
            out.write("<!DOCTYPE html><html lang=sv><meta charset=utf-8>"
                      f"<title>{escape(title)}</title><h1>{escape(title)}"
                      f"</h1>{body}</html>\n")

    write("start", "Start", "<ol>" + "".join(
        f'<li><a href="{page.id}.html">{escape(page.title)}</a>'
        for page in pages if page.id != "start") + "</ol>")
    for page in pages:
        if page.id != "start":
            write(page.id, page.title,
                  "".join(f"<p>{escape(at)}</p>" for at in page.text))


def one_html(pages, path):
    """All text in one file: what a browser can search at once."""
    with open(path, "w", encoding="utf-8") as out:
        out.write("<!DOCTYPE html><html lang=sv><meta charset=utf-8>"
                  "<title>Allt</title>\n")
        for page in pages:
            out.write(f"<h2>{escape(page.title)}</h2>")
            for at in page.text:
                out.write(f"<p>{escape(at)}</p>\n")


def lines(text, columns=74):
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > columns:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def plain(pages):
    """All text, wrapped, for the floor."""
    for page in pages:
        yield page.title
        for at in page.text:
            yield ""
            yield from lines(at)
        yield ""


def write_plain(pages, path):
    with open(path, "w", encoding="utf-8") as out:
        out.write("\n".join(plain(pages)) + "\n")


def write_info(pages, path):
    """One Info file: a node for each page, and a menu of them."""
    names = {page.id: re.sub(r"[,.:()]", " ", page.title) for page in pages}
    with open(path, "w", encoding="utf-8") as out:
        out.write("\x1f\nFile: pages.info,  Node: Top,  Up: (dir)\n\nStart\n"
                  "\n* Menu:\n\n")
        for page in pages:
            if page.id != "start":
                out.write(f"* {names[page.id]}::\n")
        for page in pages:
            if page.id != "start":
                out.write(f"\n\x1f\nFile: pages.info,  Node: "
                          f"{names[page.id]},  Up: Top\n\n")
                out.write("\n".join(plain([page])) + "\n")
