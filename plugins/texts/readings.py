"""What texts said when they were last read: the same bytes are neither parsed nor checked again. No fault is ever kept.

Nor are they read, in a process that makes one build, where the disk tells that nothing has changed.
"""

import json
import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from plugins.catalog.bodies import MANY, Bodies, UnreadTexts
from plugins.catalog.keeping import told_of, understood, understood_unread
from plugins.catalog.loading import Part
from plugins.catalog.problems import SAVED_MEANWHILE, Problem
from plugins.catalog.source import dated, text_again
from plugins.ledger.shelf import Shelf
from plugins.ledger.stamps import Stamp, disk_time, settled_stamp
from plugins.texts.shown_files import names_in


class KeptReadings:
    """Give what the texts said in a build before, and note what they say in this one."""

    def __init__(self, file: Path, program: str) -> None:
        """Open what a build has left, made with the same program: `program` is its digest."""
        self._reads = {"program": program}
        self._shelf = Shelf(file, lambda reads: reads == self._reads)
        self._known: dict[str, Any] = self._shelf.all()
        self._taken: dict[str, str] = {}
        self._stamps: dict[str, Stamp] = {}
        self._owner = os.getpid()
        self.began = disk_time(file.parent)
        """What time it was for the disk before any text was read, in nanoseconds."""
        self.sources: dict[str, str] = {}
        """The digest of what each text says, by its file."""
        self.shown: dict[str, Sequence[str]] = {}
        """The names of the pictures that the words of each known text show, by its file."""
        self.unread: set[str] = set()
        """The texts that nobody has had to read: the disk has told that they are as they were."""
        self._gone: frozenset[str] = frozenset()
        self._bodies: Bodies | None = None
        self._unread: UnreadTexts | None = None

    @property
    def are_known(self) -> bool:
        """Tell whether a build before has read any text."""
        return bool(self._known or self._taken)

    def take(self, path: str, said: str) -> None:
        """Take the row of a text that was read just now, as a shelf keeps it."""
        self._taken[path] = said

    def let_texts_go(self, root: Path, stop: Callable[[Iterable[Problem]], NoReturn]) -> None:
        """Hold no more than one build asks for: texts that have not changed are not read at all.

        `stop` ends the build, when one of them is asked for and has changed meanwhile. Nor is the body of any text held,
        when there are many whose reading is kept: each is read when it is asked for.
        """
        self._unread = UnreadTexts(root, partial(self._stop, stop))
        if len(self._taken) + len(self._known) >= MANY and hasattr(os, "pread"):  # Windows has none
            with suppress(OSError):
                self._bodies = Bodies()

    def part_at(self, root: Path, path: str, examples_on: date | None) -> Part | None:
        """Return what a text said whose stamp is that of the last time; the days of an example are those of today."""
        if self._unread is None or examples_on is not None:
            return None
        stamp = self._stamps[path] = settled_stamp(f"{root}/{path}", self.began)
        taken = self._taken.get(path)
        row = self._known.get(path) if taken is None else json.loads(taken)
        if row is None or not stamp or tuple(row[1]) != stamp:
            return None
        self._known.pop(path, None)
        source, _, self.shown[path], *told = row
        self.sources[path] = source
        self.unread.add(path)
        return understood_unread(told, path, source, self._unread)

    def part_of(self, path: str, source: str, content: bytes, examples_on: date | None) -> Part | None:
        """Return what a text of that digest said, None when that is not known."""
        self.sources[path] = source
        taken = self._taken.get(path)
        row = self._known.pop(path, None) if taken is None else json.loads(taken)
        if row is None or row[0] != source:
            return None
        _, stamp, self.shown[path], *told = row
        now = self._stamps.get(path)
        if now and tuple(stamp) != now:  # the same words, saved again or no longer young
            self._shelf.put(path, [source, now, self.shown[path], *told])
        text, is_example = dated(text_again(content), examples_on), examples_on is not None
        return understood(told, path, text, source, is_example=is_example, bodies=self._bodies)

    def keep(self, path: str, part: Part, text: str) -> None:
        """Note what a text says, when it is right and plain enough to be made again."""
        row = row_of(part, text, self._stamps.get(path, ()))
        if row is not None:
            self._shelf.put(path, row)

    def settle(self, paths: Iterable[str]) -> None:
        """Let go of what was kept: all the texts are read, and have these paths."""
        self._known = {}
        if self._taken:  # a first build: thousands of texts are not held until its end
            self._shelf.lay_down(self._taken.items, self._reads)
            self._taken = {}
        self._gone = self._shelf.keys.difference(paths)

    def write_down(self) -> None:
        """Leave what the texts say for the builds to come."""
        self._shelf.write(self._reads, self._gone)

    def _stop(self, stop: Callable[[Iterable[Problem]], NoReturn], path: str) -> NoReturn:
        """Stop a build of which a text has changed since it began; raise `RuntimeError` in a process that helps it."""
        if os.getpid() != self._owner:
            raise RuntimeError(path)  # the one that is helped does it again, and tells it
        stop([_saved_meanwhile(path)])


def row_of(part: Part, text: str, stamp: Stamp) -> list[Any] | None:
    """Return the digest of a text, its stamp, the pictures that it shows, what is told of it; None if it is not plain."""
    told = told_of(part, text)
    if told is None:
        return None
    entry = part.records[0][1]
    return [entry.source, list(stamp), sorted(names_in(entry.record.body)), *told]


def _saved_meanwhile(path: str) -> Problem:
    return Problem(
        path,
        0,
        SAVED_MEANWHILE,
        "ce texte a été enregistré pendant que le site se construisait.",
        hint="relancez la commande : il sera relu ; le site d’avant est resté tel quel",
    )
