"""Read the HTML of a text into plain data that Typst sets.

What is written arrives as data, never as markup: no sign of a text needs escaping, none can become an order.
A node is `{"sorte", "dedans"}`, with `texte` (and `retrait`, spaces before it, in a block of code), `adresse`,
`numero`, or `image` and `mots` for what has them.
"""

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

Node = dict[str, Any]

BLOCKS = frozenset({"h2", "h3", "h4", "p", "ul", "ol", "li", "pre", "blockquote", "table", "tr", "th", "td"})
INLINES = frozenset({"strong", "em", "code", "a"})
KEPT = BLOCKS | INLINES
SAME = {"b": "strong", "i": "em", "h5": "h4", "h6": "h4", "dt": "p", "dd": "p", "kbd": "code", "samp": "code"}
VOID = frozenset({"img", "br", "hr", "wbr", "input", "source", "col", "link", "meta"})
LEFT_OUT = frozenset({"script", "style", "template", "svg"})
"""What is for a screen only. An element that is `hidden` is left out too; a popover is read where it stands."""
NOTE = "note"

_SPACES = re.compile(r"[ \t\n\r\f]+")


def read_prose(html: str, pictures: Mapping[str, bytes], site_url: str) -> list[Node]:
    """Return the nodes of a text.

    `pictures` holds the bytes of each picture by the address in its `src`; an address that begins with « / »
    is completed with `site_url`, since paper has no site around it.
    """
    reader = _Reader(pictures, site_url.rstrip("/"))
    reader.feed(html)
    reader.close()
    return reader.nodes()


def plain_words(nodes: list[Node]) -> str:
    """Return the words of some nodes, without their marks."""
    return "".join(node.get("texte") or plain_words(node.get("dedans", [])) for node in nodes)


class _Reader(HTMLParser):
    """Build the tree; elements that mean nothing on paper give their place to what they hold."""

    def __init__(self, pictures: Mapping[str, bytes], site_url: str) -> None:
        super().__init__(convert_charrefs=True)
        self._pictures = pictures
        self._site_url = site_url
        self._root: Node = {"sorte": "texte", "dedans": []}
        self._open: list[tuple[str, Node]] = [("", self._root)]
        self._silent: list[str] = []

    def nodes(self) -> list[Node]:
        return _tidied(self._root["dedans"])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if self._silent or tag in LEFT_OUT or "hidden" in found:
            if tag not in VOID:
                self._silent.append(tag)
        elif tag == "img":
            self._add_picture(found)
        elif tag == "br":
            self._add({"sorte": "ligne"})
        elif tag not in VOID:
            self._enter(tag, found)

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            if tag == self._silent[-1]:
                self._silent.pop()
            return
        if tag in (name for name, _ in self._open):
            while self._open.pop()[0] != tag:
                continue

    def handle_data(self, data: str) -> None:
        if not self._silent:
            as_is = any(name == "pre" for name, _ in self._open)
            for node in _lines(data) if as_is else _words(data):
                self._add(node)

    def _enter(self, tag: str, found: Mapping[str, str | None]) -> None:
        kind = NOTE if "popover" in found else SAME.get(tag, tag)
        parent = self._open[-1][1]
        if kind not in KEPT | {NOTE} or (kind == "code" and parent["sorte"] == "pre"):
            self._open.append((tag, parent))
            return
        node: Node = {"sorte": kind, "dedans": []}
        if kind == "a":
            address = found.get("href") or ""
            node["adresse"] = self._site_url + address if address.startswith("/") else address
        if kind == "ol":
            node["numero"] = int(found.get("start") or 1)
        self._add(node)
        self._open.append((tag, node))

    def _add_picture(self, found: Mapping[str, str | None]) -> None:
        content = self._pictures.get(found.get("src") or "")
        if content is not None:
            self._add({"sorte": "image", "image": list(content), "mots": found.get("alt") or ""})

    def _add(self, node: Node) -> None:
        self._open[-1][1]["dedans"].append(node)


def _words(data: str) -> Iterator[Node]:
    """Yield the words, and apart from them the spaces at their ends: printing trims each text."""
    for part in re.split(r"^( )|( )$", _SPACES.sub(" ", data)):
        if part:
            yield {"sorte": "texte", "texte": part}


def _lines(data: str) -> Iterator[Node]:
    """Yield the lines of a block of code."""
    for number, line in enumerate(data.strip("\n").split("\n")):
        if number:
            yield {"sorte": "ligne"}
        words = line.strip()
        if words:
            yield {"sorte": "texte", "texte": words, "retrait": len(line) - len(line.lstrip())}


def _tidied(nodes: list[Node], *, in_note: bool = False) -> list[Node]:
    """Drop the spaces between blocks, and the links that paper does not need: to an anchor, or in a note."""
    kept: list[Node] = []
    has_blocks = any(node["sorte"] in BLOCKS for node in nodes)
    for node in nodes:
        if has_blocks and node["sorte"] == "texte" and not node["texte"].strip():
            continue
        inside = node.get("dedans")
        note = in_note or node["sorte"] == NOTE
        tidy = node if inside is None else node | {"dedans": _tidied(inside, in_note=note)}
        if node["sorte"] == NOTE or (node["sorte"] == "a" and (in_note or not _leads_out(node))):
            kept.extend(tidy["dedans"])
        else:
            kept.append(tidy)
    return kept


def _leads_out(link: Node) -> bool:
    return link["adresse"].startswith(("http", "mailto:", "tel:", "webcal:"))
