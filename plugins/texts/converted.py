"""The HTML of each record: as a build before converted it, or converted now, by all the cores when there are many."""

import json
import os
import weakref
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, BinaryIO

from plugins.catalog import Catalog
from plugins.catalog.models.post import MarkdownRecord, Post
from plugins.inspection.markup import Removed
from plugins.ledger.hashing import digest_of
from plugins.ledger.shelf import Shelf
from plugins.ledger.traces import NEVER, Sources, traced_catalog
from plugins.processes.sharing import shared_out
from plugins.resources import Crumb, Site
from plugins.texts.conversion import Converter, Seen, Text, seen_of

Shown = Callable[[MarkdownRecord], str]

LEAST = 100
"""Texts for which one more process is worth its start."""


class Texts:
    """Give the text of each record of a build, and note what making them has read."""

    def __init__(
        self,
        site: Site,
        settings: Mapping[str, Any],
        sources: Sources,
        file: Path,
        basis: str,
        shown: Shown,
        like: "Texts | None" = None,
    ) -> None:
        """Open what the builds before have left in a file, made with the same program when `basis` is the same.

        `shown` gives the digest of the files that a text shows (`texts.shown_files`).

        `like` are the texts of a build for which all that the conversion read was the same.
        """
        sources.give("texts", {"basis": basis})
        self._sources = sources
        self._shown = shown
        self._seen: Mapping[str, Seen] = {}
        self._ahead = Told()
        self._is_ahead_left = True
        self._shelf = Shelf(file, lambda reads: basis != NEVER and sources.are_still(reads))
        self._conversion = like._conversion if like else Conversion(vars(site)["catalog"], settings)

    @property
    def reads(self) -> set[str]:
        """Name what the texts given so far were made from, beside themselves."""
        return {"texts.basis", *self._conversion.reads, *self._shelf.reads}

    @property
    def is_damaged(self) -> bool:
        """Tell whether what the builds before had kept was damaged."""
        return self._shelf.is_damaged

    def of(self, record: MarkdownRecord) -> Text:
        """Return the text of a record."""
        key = self._key_of(record)
        told = self._ahead.get(key) or self._shelf.get(key)
        if told is None:
            told = self._conversion.told(record)
            self._shelf.put(key, told)
        return _understood(told)

    def seen(self, record: MarkdownRecord) -> Seen | None:
        """Return what stands for the text of a record, None when it has to be asked for."""
        return self._seen.get(self._key_of(record)) if self._seen else None

    def take(self, converted: "Told", reads: Iterable[str], *, are_held: bool) -> None:
        """Take texts that were converted before the build began, from things that are the same.

        Each is read where it was told when it is asked for, unless `are_held`, and `leave_those_taken` leaves them.
        """
        self._conversion.reads.update(reads)
        self._seen = converted.seen
        if are_held or self._shelf.count:
            for key, told in converted.rows():
                self._shelf.put(key, json.loads(told))
        else:
            self._ahead, self._is_ahead_left = converted, False

    def leave_those_taken(self) -> None:
        """Leave the texts that were taken for the builds to come, whatever becomes of this one; `write_down` does too."""
        if not self._is_ahead_left:
            self._is_ahead_left = True
            self._shelf.lay_down(self._ahead.rows, self._digests())

    def convert(self, records: Collection[MarkdownRecord]) -> None:
        """Convert the records whose text is not kept; one that cannot be is left to whoever asks for it."""
        missing = [record for record in records if not self._holds(self._key_of(record))]
        attempts = shared_out(missing, self._conversion.attempt, LEAST)
        for record, (told, reads) in zip(missing, attempts, strict=True):
            self._conversion.reads.update(reads)
            if told is not None:
                self._shelf.put(self._key_of(record), told)

    def write_down(self, records: Collection[MarkdownRecord]) -> None:
        """Leave the texts for the builds to come; those of no record go when they are more than the others."""
        self.leave_those_taken()
        obsolete: Collection[str] = ()
        if self._shelf.count > 2 * len(records):
            obsolete = self._shelf.keys - set(map(self._key_of, records))
        self._shelf.write(self._digests(), obsolete)

    def close(self) -> None:
        """Let the file go."""
        self._shelf.close()

    def _holds(self, key: str) -> bool:
        return key in self._ahead.seen or self._shelf.holds(key)

    def _key_of(self, record: MarkdownRecord) -> str:
        return key_of(record, self._shown(record))

    def _digests(self) -> dict[str, str]:
        return {name: self._sources.digest(name) for name in sorted(self.reads)}


class Told:
    """Hold what was told of texts, each under its key, in a file that nobody else sees: a fork reads it too."""

    def __init__(self) -> None:
        self.seen: dict[str, Seen] = {}
        """What stands for each text, by its key."""
        self._places: dict[str, tuple[int, int]] = {}
        """Where each text is in the file, and how many bytes it takes."""
        self._end = 0
        self._file: BinaryIO | None = None

    def add(self, key: str, told: str, seen: Seen) -> None:
        """Add what was told of a text, as a shelf keeps it, and what stands for it; raise `OSError` without room for it."""
        if self._file is None:
            self._file = TemporaryFile(buffering=0)  # noqa: SIM115  # it goes with this object
            weakref.finalize(self, self._file.close)
        content = told.encode("utf-8", "surrogatepass")
        if os.pwrite(self._file.fileno(), content, self._end) < len(content):
            raise OSError(self._end)
        self.seen[key], self._places[key] = seen, (self._end, len(content))
        self._end += len(content)

    def get(self, key: str) -> Any:
        """Return what was told of a text, None when nothing was."""
        return json.loads(self._read(key)) if key in self._places else None

    def rows(self) -> Iterator[tuple[str, str]]:
        """Yield each key with what was told."""
        return ((key, self._read(key)) for key in self._places)

    def _read(self, key: str) -> str:
        start, size = self._places[key]
        return os.pread(self._file.fileno(), size, start).decode("utf-8", "surrogatepass")


class Conversion:
    """Convert the texts of a catalog into plain data, and note what is read of it meanwhile."""

    def __init__(self, catalog: Catalog, settings: Mapping[str, Any]) -> None:
        self.reads: set[str] = set()
        self._converter = Converter(traced_catalog(catalog, self.reads.add), settings, vars(catalog)["root"])

    def told(self, record: MarkdownRecord) -> list[Any]:
        """Return what is told of the text of a record."""
        return _told(self._converter.convert(record))

    def attempt(self, record: MarkdownRecord) -> tuple[list[Any] | None, list[str]]:
        """Return what is told of a text, None when it cannot be converted, and what has been read until then."""
        try:
            told = self.told(record)
        except Exception:  # whatever it is, it comes again when the text is asked for, and is told then
            told = None
        return told, sorted(self.reads)


def key_of(record: MarkdownRecord, shown: str) -> str:
    """Return the digest of all that the conversion looks at in a record; `shown` is that of the files it shows."""
    year = f"{record.date.year}" if isinstance(record, Post) else ""
    kind = type(record).__name__
    return digest_of(kind, record.file, record.slug, year, *record.meanings, "", record.body_digest, shown)


def seen_in(told: list[Any]) -> Seen:
    """Return what stands for a text of which this was told."""
    text = _understood(told)
    return seen_of(text.html, text.outline)


def _told(text: Text) -> list[Any]:
    return [
        text.html,
        [[crumb.label, crumb.address] for crumb in text.outline],
        [[thing.tag, thing.attribute, thing.value] for thing in text.removed],
    ]


def _understood(told: list[Any]) -> Text:
    html, outline, removed = told
    return Text(html, tuple(Crumb(*crumb) for crumb in outline), tuple(Removed(*thing) for thing in removed))
