"""One build under way: the catalog, the day, the folder aside, and what has been written so far."""

import shutil
import time
import weakref
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import BinaryIO

from plugins.bridge.turn import take_turn
from plugins.catalog import Catalog
from plugins.resources import Listing


@dataclass
class RenderedPage:
    """Hold what the link check needs of a page: the addresses it links to and the anchors it has."""

    source: str
    links: tuple[str, ...]
    anchors: frozenset[str]


@dataclass
class Build:
    """Hold one run of Pelican. Pelican gives readers and writers its settings only, so they ask `current`."""

    root: Path
    catalog: Catalog
    today: date
    destination: Path
    production: bool
    local_links: bool
    aside: Path = field(init=False)
    pages: dict[str, RenderedPage] = field(default_factory=dict)
    listings: list[Listing] = field(default_factory=list)
    claims: dict[str, list[str]] = field(default_factory=dict)
    started: float = field(default_factory=time.perf_counter)

    def __post_init__(self) -> None:
        self.aside = self.destination.with_name(f".{self.destination.name}-neuf")
        self._turn = take_turn(self.destination)
        recover(self.destination)
        shutil.rmtree(self.aside, ignore_errors=True)
        self.aside.mkdir(parents=True)
        self._sweep = weakref.finalize(self, _give_up, self.aside, self._turn)

    def claim(self, path: str, source: str) -> None:
        """Note who writes a file: two for one place is a problem, told at the end with the others."""
        self.claims.setdefault(path.casefold(), []).append(source)

    def swap_in(self) -> None:
        """Put the new site where the old one was: two renames, the old one is removed last."""
        former = _former(self.destination)
        if self.destination.exists():
            self.destination.rename(former)
        self.aside.rename(self.destination)
        shutil.rmtree(former, ignore_errors=True)
        self._sweep()

    def give_up(self) -> None:
        """Remove what was written aside and let another build have its turn; do nothing after a swap."""
        self._sweep()


def recover(destination: Path) -> None:
    """Put back the old site when a build was cut between its two renames."""
    former = _former(destination)
    if former.exists() and not destination.exists():
        former.rename(destination)
    shutil.rmtree(former, ignore_errors=True)


def _give_up(aside: Path, turn: BinaryIO) -> None:
    shutil.rmtree(aside, ignore_errors=True)
    turn.close()


def _former(destination: Path) -> Path:
    return destination.with_name(f".{destination.name}-ancien")


_builds: list[Build] = []


def end_build() -> None:
    """Give up the build before, which a second run in the same process (`pelican -r`) replaces."""
    while _builds:
        _builds.pop().give_up()


def begin_build(build: Build) -> None:
    """Make a build the current one."""
    _builds.append(build)


def current() -> Build:
    """Return the build under way; raise `IndexError` outside of one."""
    return _builds[-1]
