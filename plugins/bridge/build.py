"""One build under way: the catalog, the day, the folder aside, and what has been written so far."""

import shutil
import time
import weakref
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from plugins.bridge.articles import KeptArticles
from plugins.bridge.keeping import Keeper
from plugins.bridge.worksite import Worksite
from plugins.catalog import Catalog
from plugins.catalog.models.post import MarkdownRecord
from plugins.catalog.problems import Problem
from plugins.french import slugify
from plugins.ledger import generations
from plugins.ledger.hashing import digest_of
from plugins.ledger.memory import RenderedPage
from plugins.ledger.stamps import Stamp
from plugins.ledger.traces import traced_site
from plugins.processes.collector import no_collection
from plugins.resources import Listing, Site
from plugins.texts.clean_texts import CleanTexts
from plugins.texts.conversion import Seen, Text, seen_of
from plugins.texts.converted import Texts
from plugins.texts.readings import KeptReadings
from plugins.texts.shown_files import ShownFiles
from plugins.texts.silences import Silences

DAMAGED_TEXTS = (
    "les textes gardés de la construction d’avant étaient abîmés : ils ont été convertis de nouveau."
)


class Writing(NamedTuple):
    """Hold what Pelican asked of our writer for the page of one text: places in its order, then names."""

    place: tuple[Any, ...]
    own: Mapping[str, Any]

    def with_own(self, own: Mapping[str, Any]) -> "Writing":
        """Return the same, for another text."""
        return Writing(self.place, {**self.own, **own})


@dataclass
class Build:
    """Hold one run of Pelican. Pelican gives readers and writers its settings only, so they ask `current`."""

    root: Path
    catalog: Catalog
    today: date
    destination: Path
    production: bool
    local_links: bool
    settings: Mapping[str, Any] = field(repr=False)
    program: str = field(repr=False)
    """The digest of the program, of Python and of the libraries (`basis.program_of_builds`)."""
    trusted: "Build | None" = field(repr=False, default=None)
    """The build before, when nothing but a few texts is known to have changed since; it is not held any longer."""
    notebooks: tuple[CleanTexts | KeptReadings | Silences, ...] = field(repr=False, default=())
    """What the reading of the catalog leaves for the builds to come."""
    worksite: Worksite | None = field(repr=False, default=None)
    """The turn of this build, when it has it already."""
    aside: Path = field(init=False)
    keeper: Keeper = field(init=False)
    pages: dict[str, RenderedPage] = field(default_factory=dict)
    listings: dict[str, Listing] = field(default_factory=dict)
    unrendered: list[Any] = field(default_factory=list)
    """The pages that wait for `rendering`, which makes them all together."""
    claims: dict[str, list[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    """What the texts may not hold, told all at once when they are all read."""
    generators: list[Any] = field(default_factory=list, repr=False)
    """The generators of Pelican, once they have read all."""
    writings: dict[str, Writing] = field(default_factory=dict, repr=False)
    """How each text is written, by its file in the project."""
    feeds: dict[str, tuple[Any, ...]] = field(default_factory=dict, repr=False)
    """How each feed is written, by its path."""
    text_reads: dict[str, str] = field(default_factory=dict)
    """The digest of each thing that the reading of texts has asked for, once all are read."""
    folders: set[str] = field(default_factory=set, repr=False)
    """The folders of the new site that are there already."""
    is_to_write_down: bool = False
    started: float = field(default_factory=time.perf_counter)

    def __post_init__(self) -> None:
        self.aside = generations.beside(self.destination, "neuf")
        worksite = self.worksite = self.worksite or Worksite(self.destination)
        shutil.rmtree(self.aside, ignore_errors=True)
        self.aside.mkdir(parents=True)
        self._sweep = weakref.finalize(self, _give_up, self.aside, worksite)
        trusted, self.trusted = self.trusted, None
        self.keeper = Keeper(self.root, worksite, self.settings, self.program, trusted and trusted.keeper)
        self._noted: set[str] = set()
        self._last: tuple[MarkdownRecord, Text] | None = None
        site = Site(self.catalog, (), self.today, "", self.production)
        self.traced = traced_site(site, self._noted.add)
        self.keeper.sources.give("catalog", self.catalog)
        self.keeper.sources.give("site", {"today": self.today, "words": ""})  # the records hold the words
        self.keeper.sources.give("build", {"spellings": self._spellings})
        self.shown = ShownFiles(self.root, self.keeper.fingerprints, self.readings and self.readings.shown)
        self.texts = Texts(
            site,
            self.settings["MARKDOWN"],
            self.keeper.sources,
            self.keeper.folder / "textes.sqlite",
            self.keeper.memory.base,
            self.shown.digest,
            trusted and trusted.texts,
        )
        articles, still = self.keeper.folder / "articles.sqlite", self.keeper.sources.are_still
        self.articles = KeptArticles(articles, dict(self._text_sources()), still, text_of, seen_of_text)

    @property
    def readings(self) -> KeptReadings | None:
        """Return what the texts said, where they were read for this build."""
        return next((notebook for notebook in self.notebooks if isinstance(notebook, KeptReadings)), None)

    @cached_property
    def records(self) -> dict[str, MarkdownRecord]:
        """Return every Markdown record by its path in the project."""
        return {record.file: record for group in texts_of(self.catalog) for record in group.values()}

    def text_of(self, record: MarkdownRecord) -> Text:
        """Return the text of a record; what the texts have read is noted."""
        if (
            self._last is None or self._last[0] is not record
        ):  # a page asks for the HTML, then for the outline
            self._last = record, self.texts.of(record)
            self._noted |= self.texts.reads
        return self._last[1]

    def seen_of(self, record: MarkdownRecord) -> Seen:
        """Return what stands for the text of a record; what the texts have read is noted."""
        if (known := self.texts.seen(record)) is not None:
            self._noted |= self.texts.reads
            return known
        text = self.text_of(record)
        return seen_of(text.html, text.outline)

    def spelling(self, tag: str) -> str:
        """Return the first spelling of a tag, under which it is published; that it was asked for is noted."""
        self._noted.add("build.spellings")
        return self._spellings[slugify(tag)]

    def _text_sources(self) -> Iterator[tuple[str, str]]:
        """Yield the digest of each text that is known, the files that it shows included."""
        sources = self.readings.sources if self.readings else {}
        for file, record in self.records.items():
            if source := sources.get(file):
                shown = self.shown.with_header(record)
                yield file, digest_of(source, shown) if shown else source

    @cached_property
    def _spellings(self) -> dict[str, str]:
        spellings: dict[str, str] = {}
        for post in self.catalog.posts.values():
            for tag in post.tags:
                spellings.setdefault(slugify(tag), tag)
        return spellings

    def texts_are_read(self) -> None:
        """Work out the digest of all that the reading of texts has asked for, now that none of them has a fault.

        Until then the texts read in this build are good for no other: what reading them tells would be lost.
        """
        self._noted |= self.articles.reads
        self.text_reads |= {name: self.keeper.sources.digest(name) for name in sorted(self._noted)}

    def claim(self, path: str, source: str) -> None:
        """Note who writes a file: two for one place is a problem, told at the end with the others."""
        self.claims.setdefault(path.casefold(), []).append(source)

    def written(self) -> set[str]:
        """Return the path of every file of the new site: the writer has noted each, written or kept."""
        return set(self.keeper.memory.files)

    def swap_in(self, held: Mapping[str, Stamp] | None = None) -> None:
        """Put the new site where the old one was, and remember what it was made from.

        `held` is what the reserve is known to hold, when somebody has looked.
        """
        new = self.aside
        if self.keeper.kept:
            new = generations.complete(self.aside, self.destination, self.keeper.kept, held)
        generations.swap(new, self.destination)
        self.keeper.memory.pages, self.keeper.memory.listings = self.pages, self.listings
        self.keeper.remember(self.destination)
        if self.texts.is_damaged:
            self.keeper.notes.append(DAMAGED_TEXTS)
        self.is_to_write_down = True

    def leave_what_was_read(self) -> None:
        """Leave what reading the texts has told for the builds to come: it is right, whatever becomes of this one."""
        self.texts.leave_those_taken()
        notebooks, self.notebooks = self.notebooks, ()
        for notebook in notebooks:
            notebook.write_down()

    @no_collection()
    def write_down(self) -> None:
        """Write down what was built, for the builds to come."""
        self.leave_what_was_read()
        self.keeper.write_down()
        self.texts.write_down(self.records.values())
        self.articles.write_down(self.text_reads, self.keeper.digests_of, self.records)
        self.is_to_write_down = False

    def leave(self) -> None:
        """Write down what was built, when it is not done yet, and let another build have its turn."""
        if self.is_to_write_down:
            self.write_down()
        self._sweep()

    def give_up(self) -> None:
        """Remove what was written aside and let another build have its turn; do nothing after a swap."""
        self.texts.close()
        self.articles.close()
        self._sweep()


def text_of(record: MarkdownRecord) -> Text:
    """Return the text of a record from the build under way."""
    return current().text_of(record)


def seen_of_text(record: MarkdownRecord) -> Seen:
    """Return what stands for the text of a record in the build under way."""
    return current().seen_of(record)


def texts_of(catalog: Catalog) -> tuple[Mapping[str, MarkdownRecord], ...]:
    """Return the groups of the catalog whose records hold a text."""
    return catalog.posts, catalog.pages, catalog.tutorials


def _give_up(aside: Path, worksite: Worksite) -> None:
    shutil.rmtree(aside, ignore_errors=True)
    worksite.leave()


_builds: list[Build] = []


def end_build() -> None:
    """Give up the build before, which a second run in the same process (`pelican -r`) replaces."""
    while _builds:
        _builds.pop().give_up()


def leave_build() -> None:
    """Write down what the build that ended has left, when it was not done yet, and let another have its turn."""
    if _builds and _builds[-1].is_to_write_down:
        _builds[-1].leave()
    end_build()


def begin_build(build: Build) -> None:
    """Make a build the current one."""
    _builds.append(build)


def current() -> Build:
    """Return the build under way; raise `IndexError` outside of one."""
    return _builds[-1]
