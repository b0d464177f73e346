"""A file of the index of the search: the words that begin with the same two letters, and all that they find.

It is a script that calls one function, not JSON: a page opened by double-click may load a script from the disk, and
nothing else. `theme/static/js/search.js` is its reader.
"""

import json
from dataclasses import dataclass

FOLDER = "recherche/index/"
NAME, NOTE, BODY = 9, 4, 1
"""What a word weighs in the title, in the line below it, in the text."""
_LINE_ENDS = ("\u2028", "\u2029")
"""These end a line of script before ECMAScript 2019."""
_CALL = "recherche("
_END = ")\n"


@dataclass
class Shard:
    """Hold one file: what is shown of each address, whose first part it is, and what each word weighs in each."""

    name: str
    rows: dict[str, list[str]]
    weights: dict[str, dict[str, int]]


def written(shard: Shard) -> bytes:
    """Write `recherche("rs", entries, {word: [entry, weight, entry, weight…]})`, everything in a fixed order."""
    found = sorted({address for weights in shard.weights.values() for address in weights})
    numbers = {address: number for number, address in enumerate(found)}
    postings = {
        word: [value for address in sorted(weights) for value in (numbers[address], weights[address])]
        for word, weights in sorted(shard.weights.items())
    }
    rows = [shard.rows[address] for address in found]
    told = ",".join(
        json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in (shard.name, rows, postings)
    )
    for line_end in _LINE_ENDS:  # `translate` would look at every letter
        told = told.replace(line_end, " ")
    return f"{_CALL}{told}{_END}".encode()


def read(content: bytes) -> Shard:
    """Read a file that `written` has made; raise `ValueError` when it is no such file."""
    text = content.decode()
    if not (text.startswith(_CALL) and text.endswith(_END)):
        raise ValueError(text[:20])
    name, rows, postings = json.loads(f"[{text[len(_CALL) : -len(_END)]}]")
    addresses = [f"/{row[0]}" for row in rows]
    weights = {
        word: {addresses[number]: weight for number, weight in zip(values[::2], values[1::2], strict=True)}
        for word, values in postings.items()
    }
    shard = Shard(name, dict(zip(addresses, rows, strict=True)), weights)
    if written(shard) != content:
        raise ValueError(name)
    return shard
