"""Leave each text as the site shows it, for `plugins.touchup`: only where its words are shown whole, and nowhere else."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from plugins.bridge.build import Build
from plugins.bridge.standing_in import TEXTS
from plugins.catalog.models.post import Page, Post
from plugins.ledger.originals import FILE, Place, forget_originals, leave, write_originals
from plugins.ledger.traces import WORDS
from plugins.processes.hands import meanwhile

KNOWN = frozenset({"extra", "sane_lists", "toc"})
"""The extensions of Markdown that leave a paragraph without any sign as it is written."""

SEARCH = "plugins.search.compiling.compile_search"
"""The one section that reads words, and whose files `plugins.touchup` knows how to change."""

LEAST = 500
"""Texts for which one more process is worth its start, when all of them are to be left."""


@contextmanager
def originals_left(build: Build) -> Iterator[None]:
    """Leave the texts of a build once the block has put its site in place; nothing changes when it fails.

    Those of a first one are written by another process during the block, beside the place that they take after it.
    Nothing is left when more than their pages depends on their words.
    """
    path = build.keeper.folder / FILE
    if not _are_words_for_pages_alone(build):
        yield
        forget_originals(path)
        return
    if not path.exists():
        with _first_left(build, path):
            yield
        return
    still = _still(build)
    yield
    write_originals(path, build.root, dict(_places(build, still)), _feeds(build), still)


@contextmanager
def _first_left(build: Build, path: Path) -> Iterator[None]:
    """Leave the texts where none are: all of them are read, and none is compared with what stands there."""
    beside = path.with_name(f"{FILE}.neuf")
    forget_originals(beside)  # of a build that was cut
    places = dict(_places(build, ()))
    told = [str(beside.absolute()), str(build.root.absolute()), places, list(_feeds(build))]
    try:
        with meanwhile(leave, told, len(places), LEAST):
            yield
        with suppress(OSError):  # without room on the disk nothing was left
            beside.replace(path)
    finally:
        forget_originals(beside)


def _are_words_for_pages_alone(build: Build) -> bool:
    """Tell whether no list, no section but the search and no extension of Markdown reads the words of the texts."""
    readers = {name for name, unit in build.keeper.memory.units.items() if WORDS in unit.reads}
    is_plain = KNOWN.issuperset(build.settings["MARKDOWN"]["extensions"])
    is_listed = build.keeper.lists_show_texts or build.keeper.showing_all_texts()
    return is_plain and not is_listed and readers <= {SEARCH}


def _still(build: Build) -> Collection[str]:
    """Name the texts that stand as a build before has left them: nobody had to read them, and their pages are kept."""
    unread = build.readings.unread if build.readings else set()
    kept = build.keeper.kept
    made_again = {file for file, writing in build.writings.items() if writing.place[0] not in kept}
    return (unread & build.writings.keys()) - made_again


def _places(build: Build, still: Collection[str]) -> Iterator[tuple[str, Place]]:
    """Yield the page of each other text whose templates write it out, and do nothing else with it."""
    for file, writing in build.writings.items():
        if file in still:
            continue
        name, template, *_ = writing.place
        record = build.records.get(file)
        if not isinstance(record, Post | Page):  # the steps of a tutorial are counted
            continue
        needs = build.keeper.templates_of(template.environment).needs(template.name)
        if not needs.is_open and not needs.handled & TEXTS:
            yield file, Place(name, record.body_line)


def _feeds(build: Build) -> Iterator[tuple[str, str]]:
    """Yield the path of each feed with the file of each of its items."""
    for path, (elements, *_) in build.feeds.items():
        for content in elements[: build.settings["FEED_MAX_ITEMS"]]:
            yield path, content.record.file
