"""What texts said when they were last read: the same bytes are neither parsed nor checked again. No fault is ever kept."""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from plugins.catalog.bodies import Bodies
from plugins.catalog.keeping import told_of, understood
from plugins.catalog.loading import Part
from plugins.catalog.source import dated, text_again
from plugins.ledger.shelf import Shelf

MANY = 2_000
"""Texts from which their bodies are not held in memory, in a process that makes one build."""


class KeptReadings:
    """Give what the texts said in a build before, and note what they say in this one."""

    def __init__(self, file: Path, program: str) -> None:
        """Open what a build has left, made with the same program: `program` is its digest."""
        self._reads = {"program": program}
        self._shelf = Shelf(file, lambda reads: reads == self._reads)
        self._known: dict[str, Any] = self._shelf.all()
        self._taken: dict[str, str] = {}
        self.sources: dict[str, str] = {}
        """The digest of what each text says, by its file."""
        self._gone: frozenset[str] = frozenset()
        self._bodies: Bodies | None = None

    @property
    def are_known(self) -> bool:
        """Tell whether a build before has read any text."""
        return bool(self._known or self._taken)

    def take(self, path: str, said: str) -> None:
        """Take the digest of a text that was read just now and what was told of it, as a shelf keeps them."""
        self._taken[path] = said

    def let_bodies_go(self) -> None:
        """Hold no body of the texts whose reading is kept, when they are many: each is read when it is asked for."""
        if len(self._taken) + len(self._known) >= MANY and hasattr(os, "pread"):  # Windows has none
            with suppress(OSError):
                self._bodies = Bodies()

    def part_of(self, path: str, source: str, content: bytes, examples_on: date | None) -> Part | None:
        """Return what a text of that digest said, None when that is not known."""
        self.sources[path] = source
        taken = self._taken.get(path)
        found = self._known.pop(path, None) if taken is None else json.loads(taken)
        if found is None or found[0] != source:
            return None
        text, is_example = dated(text_again(content), examples_on), examples_on is not None
        return understood(found[1], path, text, source, is_example=is_example, bodies=self._bodies)

    def keep(self, path: str, part: Part, text: str) -> None:
        """Note what a text says, when it is right and plain enough to be made again."""
        told = told_of(part, text)
        if told is not None:
            self._shelf.put(path, [part.records[0][1].source, told])

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
