"""Read the texts of a first build with all the cores, while the process is small: all that each one says by itself.

The guard's opinion, what the header says, the HTML, the rules that have nothing to say of it. A process that reads a
file itself copies nothing of what the others hold, however many texts there are. What it tells is used as if a build
before had left it: a text that has a fault, or about which anything is in doubt, is read again with the others, and
told then.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from plugins.bridge.articles import is_plain
from plugins.catalog import Catalog
from plugins.catalog.loading import Entry, Loaded, Part, read_again
from plugins.catalog.project_files import project_files
from plugins.catalog.rules import silent_rules
from plugins.ledger.fingerprints import Fingerprints
from plugins.ledger.hashing import digest_of
from plugins.ledger.shelf import written
from plugins.ledger.stamps import Stamp, settled_stamp
from plugins.privacy import Leak, find_private
from plugins.processes.hands import are_shared
from plugins.processes.sharing import shared_in_parts
from plugins.texts.clean_texts import CleanTexts
from plugins.texts.conversion import Seen
from plugins.texts.converted import Conversion, Told, key_of, seen_in
from plugins.texts.readings import KeptReadings, row_of
from plugins.texts.shown_files import ShownFiles
from plugins.texts.silences import Silences

LEAST = 100
"""Files for which one more process is worth its start."""


@dataclass(frozen=True)
class Converted:
    """Hold what was told of texts, and the catalog they were made from: it holds no text yet."""

    told: Told = field(default_factory=Told)
    reads: set[str] = field(default_factory=set)
    plain: dict[str, str] = field(default_factory=dict)
    """The files whose text holds nothing for Pelican to resolve, and has lost nothing that is to be told, with the
    digest of what each says."""
    catalog: Catalog | None = None

    def is_of(self, catalog: Catalog) -> bool:
        """Tell whether all that was read is the same in a whole catalog."""
        groups = [name.removeprefix("catalog.") for name in self.reads if name.startswith("catalog.")]
        return all(vars(self.catalog)[group] == vars(catalog)[group] for group in groups)


def read_ahead(
    root: Path,
    notebooks: tuple[CleanTexts, Silences, KeptReadings],
    load: Callable[[], tuple[Catalog, Loaded] | None],
    settings: Mapping[str, Any],
) -> Converted:
    """Read the texts, unless a build before has, or they are too few to be shared.

    `load` reads all but the texts; it returns None when there is a fault in it, and no text is converted then, nor is any
    rule asked of one.
    """
    clean_texts, silences, readings = notebooks
    if readings.are_known:
        return Converted()
    names = [path for path, _ in project_files(root, None) if path.endswith(".md")]
    if not are_shared(len(names), LEAST):
        return Converted()
    found = load()
    others = _Others(found[1], Conversion(found[0], settings), silences) if found else None
    converted = Converted(catalog=found and found[0])
    reader = _Reader(root, readings.began, others)
    answers = shared_in_parts(names, reader.read, LEAST)
    for name, (clean, said, key, told, seen, plain, reads, source, heard) in zip(names, answers, strict=True):
        converted.reads.update(reads)
        if clean:
            clean_texts.take(clean)
        if said:
            readings.take(name, said)
        if told:
            converted.told.add(key, told, Seen(*seen))
        if plain:
            converted.plain[name] = source
        if heard:
            silences.take(source, heard)
    return converted


class _Reader:
    """Read texts, some at once: what one thing asks of the processor serves them all before the next begins."""

    def __init__(self, root: Path, now: int, others: "_Others | None") -> None:
        self._root = root
        self._now = now
        self._others = others
        self._fingerprints = Fingerprints({}, 0)

    def read(self, names: Sequence[str]) -> list[list[Any]]:
        """Return the digest of each text when it is clean, what it says, the key and the HTML of its record.

        Then what stands for this HTML, whether its HTML and its summary are plain and nothing was taken away, what
        these have read, the digest of the file and which rules had nothing to say.
        """
        heard = [self._listen(name) for name in names]
        converted = [self._convert(listener.entry) for listener in heard]
        judged = [self._judge(listener) for listener in heard]
        found = zip(heard, converted, judged, strict=True)
        return [[listener.clean, listener.said, *made, *rules] for listener, made, rules in found]

    def _listen(self, name: str) -> "_Listener":
        listener = _Listener(self._now)
        read_again(self._root, name, None, listener.ask, listener)
        return listener

    def _convert(self, entry: Entry | None) -> list[Any]:
        if entry is None or self._others is None:
            return ["", "", [], False, []]
        told, reads = self._others.conversion.attempt(entry.record)
        is_quiet = told is not None and not told[-1] and is_plain(told[0], entry.record.summary or "")
        shown = ShownFiles(self._root, self._fingerprints)  # one for all the texts would hold them all
        key = key_of(entry.record, shown.digest(entry.record))
        text, seen = (written(told), seen_in(told)) if told is not None else ("", ())
        return [key, text, seen, is_quiet, reads]

    def _judge(self, listener: "_Listener") -> list[str]:
        if listener.entry is None or self._others is None:
            return ["", ""]
        return [listener.entry.source, self._others.heard(listener)]


class _Others(NamedTuple):
    """Hold what is known of all but the texts, and what makes use of it."""

    loaded: Loaded
    conversion: Conversion
    silences: Silences

    def heard(self, listener: "_Listener") -> str:
        """Return which rules had nothing to say of a text that was listened to, as `Silences` takes it."""
        if listener.entry is None or not listener.entry.source:
            return ""
        return self.silences.heard(silent_rules(listener.kind, listener.entry, self.loaded), self.loaded)


class _Listener:
    """Ask the guard for one text, and hold what the text says."""

    def __init__(self, now: int) -> None:
        self._now = now
        self._stamp: Stamp = ()
        self.clean = ""
        self.said = ""
        self.kind = ""
        self.entry: Entry | None = None

    def ask(self, text: str) -> tuple[Leak, ...]:
        found = find_private(text)
        self.clean = "" if found else digest_of(text)
        return found

    def part_at(self, root: Path, path: str, _examples_on: date | None) -> None:
        """Know nothing yet, but the stamp."""
        self._stamp = settled_stamp(f"{root}/{path}", self._now)

    def part_of(self, _path: str, _source: str, _content: bytes, _examples_on: date | None) -> None:
        """Know nothing yet."""

    def keep(self, _path: str, part: Part, text: str) -> None:
        """Hold the entry of a text, and what it says when it is right and plain enough to be made again."""
        row = row_of(part, text, self._stamp)
        for kind, entry in part.records:
            self.kind, self.entry, self.said = kind.field, entry, written(row) if row else ""
