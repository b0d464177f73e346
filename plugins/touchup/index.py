"""The same change in the index of the search: the words that a text has lost, and those that it has found."""

from typing import NamedTuple

from plugins.formats.search_index import BODY, FOLDER, Shard, read, written
from plugins.french.stems import SHORTEST, name_stems, stems, without_targets
from plugins.touchup.standing import Standing


class Texts(NamedTuple):
    """Hold the header of a text, and what stood below it and stands there now."""

    header: str
    before: str
    after: str


def touch_index(site: Standing, address: str, texts: Texts) -> bool:
    """Change the files of the index; tell false when it cannot be told, or when files would come or go.

    Raise `OSError`, or `ValueError` when a file is not one of the index.
    """
    before, after = (set(stems(without_targets(body))) for body in (texts.before, texts.after))
    if before == after or not site.has_folder(FOLDER):
        return True
    shards = {name: read(site.read(_path(name))) for name in _names(site, before ^ after)}
    row = _row(site, shards, address, before)
    if row is None or {word[:SHORTEST] for word in before ^ after} - shards.keys():
        return False
    shown = {*stems(f"{row[1]} {row[3]}"), *name_stems(row[2])}
    gone, come = before - after - shown, after - before - shown
    if gone & set(stems(texts.header)):  # it may be a word of the header that leads to the text
        return False
    if not all(_remove(shards[word[:SHORTEST]], word, address) for word in gone):
        return False
    for word in come:
        _add(shards[word[:SHORTEST]], word, address, row)
    if not all(shard.weights for shard in shards.values()):
        return False
    for name in sorted({word[:SHORTEST] for word in gone | come}):
        site.write(_path(name), written(shards[name]))
    return True


def _remove(shard: Shard, word: str, address: str) -> bool:
    weights = shard.weights.get(word, {})
    if weights.pop(address, None) != BODY:
        return False
    if not weights:
        del shard.weights[word]
    return True


def _add(shard: Shard, word: str, address: str, row: list[str]) -> None:
    """Let a word lead to an address, unless one of its header does already."""
    shard.weights.setdefault(word, {}).setdefault(address, BODY)
    shard.rows.setdefault(address, row)


def _row(site: Standing, shards: dict[str, Shard], address: str, words: set[str]) -> list[str] | None:
    """Return what the index shows of an address, from any file that finds it by one of its words."""
    for shard in shards.values():
        if address in shard.rows:
            return shard.rows[address]
    for name in sorted(_names(site, words) - shards.keys()):
        if address in (shard := read(site.read(_path(name)))).rows:
            return shard.rows[address]
    return None


def _names(site: Standing, words: set[str]) -> set[str]:
    return {name for name in {word[:SHORTEST] for word in words} if site.has(_path(name))}


def _path(name: str) -> str:
    return f"{FOLDER}{name}.js"
