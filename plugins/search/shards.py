"""Write the index in small files, one for all the words that begin with the same two letters.

A file holds all that its words need: what was found is told from it alone, and it changes only when a record
that has one of its words does. It is a script that calls one function, not JSON: a page opened by double-click
may load a script from the disk, and nothing else.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping

from plugins.resources import File
from plugins.search.entries import Entry
from plugins.search.words import SHORTEST

FOLDER = "/recherche/index/"
_LINE_ENDS = ("\u2028", "\u2029")
"""These end a line of script before ECMAScript 2019."""


def index_files(entries: Iterable[Entry]) -> dict[str, File]:
    """Return the files of the index by their name: the first two letters of their words."""
    shards: defaultdict[str, dict[str, dict[Entry, int]]] = defaultdict(lambda: defaultdict(dict))
    for entry in entries:
        for word, weight in entry.weights.items():
            shards[word[:SHORTEST]][word][entry] = weight
    return {name: File(f"{FOLDER}{name}.js", _script(name, shards[name])) for name in sorted(shards)}


def _script(name: str, words: Mapping[str, Mapping[Entry, int]]) -> bytes:
    """Write `recherche("rs", entries, {word: [entry, weight, entry, weight…]})`, everything in a fixed order."""
    found = sorted(
        {entry for weights in words.values() for entry in weights}, key=lambda entry: entry.address
    )
    numbers = {entry: number for number, entry in enumerate(found)}
    postings = {
        word: [
            value
            for entry in sorted(words[word], key=numbers.__getitem__)
            for value in (numbers[entry], words[word][entry])
        ]
        for word in sorted(words)
    }
    rows = [_row(entry) for entry in found]
    written = ",".join(
        json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in (name, rows, postings)
    )
    for line_end in _LINE_ENDS:  # `translate` would look at every letter
        written = written.replace(line_end, " ")
    return f"recherche({written})\n".encode()


def _row(entry: Entry) -> list[str]:
    row = [entry.address[1:], entry.kind, entry.title, entry.note]
    return [*row, entry.ends] if entry.ends else row
