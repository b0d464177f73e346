"""Write the index in small files, one for all the words that begin with the same two letters.

A file holds all that its words need: what was found is told from it alone, and it changes only when a record
that has one of its words does. How it is written is in `formats.search_index`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from plugins.formats.search_index import FOLDER, Shard, written
from plugins.french.stems import SHORTEST
from plugins.resources import File
from plugins.search.entries import Entry

Postings = dict[str, dict[str, dict[str, int]]]
"""What each word weighs in the entry of each address, by the first two letters of words."""


@dataclass
class Index:
    """Hold an index as it was last drawn: where no entry is another, its files are the same objects."""

    entries: dict[str, Entry] = field(default_factory=dict)
    postings: Postings = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)


_last: list[Index] = []
"""The index of the build before, in a process that stays: at most one."""


def index_files(entries: Iterable[Entry]) -> dict[str, File]:
    """Return the files of the index by their name: the first two letters of their words."""
    index = _last.pop() if _last else Index()
    wanted = {entry.address: entry for entry in entries}
    stale: set[str] = set()
    for address in index.entries.keys() | wanted.keys():
        before, now = index.entries.get(address), wanted.get(address)
        if before is not now:
            stale |= _post(index.postings, address, before, now)
    index.entries = wanted
    for name in stale:
        if name in index.postings:
            index.files[name] = File(f"/{FOLDER}{name}.js", _script(name, index))
        else:
            index.files.pop(name, None)
    _last.append(index)
    return {name: index.files[name] for name in sorted(index.files)}


def _post(postings: Postings, address: str, before: Entry | None, now: Entry | None) -> set[str]:
    """Put the words of an entry in the place of those it had; return the names of the files that change."""
    old = dict(before.weights) if before else {}
    new = dict(now.weights) if now else {}
    is_shown_alike = before is not None and now is not None and _row(before) == _row(now)
    words = {word for word in old.keys() | new.keys() if not is_shown_alike or old.get(word) != new.get(word)}
    for word in words:
        name = word[:SHORTEST]
        if word in new:
            postings.setdefault(name, {}).setdefault(word, {})[address] = new[word]
        else:
            del postings[name][word][address]
            if not postings[name][word]:
                del postings[name][word]
            if not postings[name]:
                del postings[name]
    return {word[:SHORTEST] for word in words}


def _script(name: str, index: Index) -> bytes:
    words = index.postings[name]
    rows = {address: _row(index.entries[address]) for weights in words.values() for address in weights}
    return written(Shard(name, rows, words))


def _row(entry: Entry) -> list[str]:
    row = [entry.address[1:], entry.kind, entry.title, entry.note]
    return [*row, entry.ends] if entry.ends else row
