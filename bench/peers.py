# SPDX-License-Identifier: GPL-3.0-or-later
"""The same pages for the programs that textkiosk is measured against: as HTML
for browsers, as Info for info, and as plain text for the floor."""

import os
import re
import xml.etree.ElementTree as ET
from html import escape

NS = "{urn:textkiosk:1}"
HEAD = "<!DOCTYPE html><html lang=sv><meta charset=utf-8>"


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


def read(content):
    """All pages but start, those with a number first, in its order."""
    pages = os.path.join(content, "pages")
    found = [Page(os.path.join(pages, name))
             for name in sorted(os.listdir(pages)) if name.endswith(".xml")]
    return sorted((page for page in found if page.id != "start"),
                  key=lambda page: (page.number == "", page.number))


def write(content, folder):
    """start.html with a link to each page, a file for each, and the rest."""
    pages = read(content)
    os.makedirs(folder)
    write_html(folder, "start", "Start", "<ol>" + "".join(
        f'<li><a href="{page.id}.html">{escape(page.title)}</a>'
        for page in pages) + "</ol>")
    for page in pages:
        write_html(folder, page.id, page.title, paragraphs(page))
    write_info(pages, os.path.join(folder, "pages.info"))
    write_plain(pages, os.path.join(folder, "plain.txt"))


def write_all(content, folder):
    """All text in one file: what a browser can search at once."""
    with open(os.path.join(folder, "all.html"), "w", encoding="utf-8") as out:
        out.write(HEAD + "<title>Allt</title>\n")
        for page in read(content):
            out.write(f"<h2>{escape(page.title)}</h2>{paragraphs(page)}\n")


def paragraphs(page):
    return "".join(f"<p>{escape(at)}</p>\n" for at in page.text)


def write_html(folder, name, title, body):
    with open(os.path.join(folder, name + ".html"), "w",
              encoding="utf-8") as out:
        out.write(f"{HEAD}<title>{escape(title)}</title>"
                  f"<h1>{escape(title)}</h1>{body}</html>\n")


def lines(text, columns=74):
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > columns:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def plain(page):
    """A page's text, wrapped."""
    yield page.title
    for at in page.text:
        yield ""
        yield from lines(at)
    yield ""


def write_plain(pages, path):
    with open(path, "w", encoding="utf-8") as out:
        for page in pages:
            out.write("\n".join(plain(page)) + "\n")


def write_info(pages, path):
    """One Info file: a node for each page, and a menu of them."""
    names = {page.id: re.sub(r"[,.:()]", " ", page.title) for page in pages}
    with open(path, "w", encoding="utf-8") as out:
        out.write("\x1f\nFile: pages.info,  Node: Top,  Up: (dir)\n\nStart\n"
                  "\n* Menu:\n\n")
        for page in pages:
            out.write(f"* {names[page.id]}::\n")
        for page in pages:
            out.write(f"\n\x1f\nFile: pages.info,  Node: "
                      f"{names[page.id]},  Up: Top\n\n")
            out.write("\n".join(plain(page)) + "\n")
