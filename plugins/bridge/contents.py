"""An article or a page that would be read the same is not read again: in a process that stays, it is the same object."""

import os
import posixpath
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from pelican.contents import Content
from pelican.generators import CachingGenerator

from plugins.bridge.build import current
from plugins.catalog.models.post import MarkdownRecord, Post


class Known(NamedTuple):
    """Hold a content, the record it came from, and the digests of what the reading of its build has read."""

    content: Content
    record: MarkdownRecord
    shown: str
    """The digest of the files that it shows."""
    reads: dict[str, str]


_known: dict[tuple[str, str], Known] = {}


def keep_contents(generator: CachingGenerator) -> None:
    """Stand in for Pelican's own cache, which compares dates of files and is written with pickle."""
    generator.get_cached_data = partial(_found, generator)
    generator.cache_data = partial(_remember, generator)
    if not generator.readers.disabled_extensions:  # else Pelican has to look at every file, and to tell of it
        generator.check_disabled_readers = _check_nothing
        generator.get_files = partial(_texts, generator)


def _check_nothing() -> None:
    """Stand in for the search of files whose reader is disabled: all those that we give Pelican are enabled."""


def _texts(
    generator: CachingGenerator, paths: Sequence[str], exclude: Sequence[str] | None = None
) -> set[str]:
    """Stand in for the search of texts in some folders: the catalog has read them all, and holds no other."""
    apart = tuple(f"{_path_of(generator, path)}/" for path in exclude or ())
    found = set()
    for path in paths:
        folder, name = f"{_path_of(generator, path)}/", os.path.normpath(path)
        for file in current().records:
            if file.startswith(folder) and not file.startswith(apart):
                found.add(f"{name}{os.sep}{file[len(folder) :].replace('/', os.sep)}")
    return found


def known_of(record: MarkdownRecord) -> tuple[str, str, Content] | None:
    """Return the content made from a record, with the kind of its generator and its name there."""
    return next(((*key, known.content) for key, known in _known.items() if known.record is record), None)


def kind_of(content: Content) -> type[Content]:
    """Return the class under which Pelican reads a content, whatever has made it again (`bridge.articles`)."""
    return next(kind for kind in type(content).__mro__ if kind.__module__ == Content.__module__)


def forget_contents() -> None:
    """Read every file again at the next build."""
    _known.clear()


def drop_unused_contents() -> None:
    """Forget the contents whose record is no longer in the catalog of the current build."""
    Content.__dict__["get_content"].cache.clear()  # Pelican would keep every text that was ever read
    records = current().records.values()
    alive = {id(record) for record in records}
    for key in [key for key, known in _known.items() if id(known.record) not in alive]:
        del _known[key]


def unread_records() -> list[MarkdownRecord]:
    """Return the records that have not been read yet as they are."""
    shown = current().shown.with_header
    read = {id(known.record) for known in _known.values() if shown(known.record) == known.shown}
    knows = current().articles.knows
    return [record for record in current().records.values() if id(record) not in read and not knows(record)]


def _found(generator: CachingGenerator, name: str, default: Any = None) -> Any:
    build = current()
    known = _known.get((type(generator).__name__, name))
    record = build.records.get(_path_of(generator, name))
    if known is None or record is not known.record or build.shown.with_header(record) != known.shown:
        return _made_again(generator, name, record) or default
    if not known.reads or not build.keeper.sources.are_still(known.reads):
        return default
    known.content._context = generator.context
    return known.content


def _made_again(generator: CachingGenerator, name: str, record: MarkdownRecord | None) -> Content | None:
    """Return the article of a post whose text is kept, with its digests if they are; None when it has to be read."""
    build = current()
    article = build.articles.made_again(name, record) if isinstance(record, Post) else None
    if article is not None:
        if digests := build.articles.digests_of(record):
            build.keeper.know(article, *digests)
        _known[type(generator).__name__, name] = Known(
            article, record, build.shown.with_header(record), build.text_reads
        )
    return article


def _remember(generator: CachingGenerator, name: str, content: Content) -> None:
    """Keep a content, unless its text leads to others by Pelican's own links: their addresses may change."""
    record = getattr(content, "record", None)
    if isinstance(record, Post):
        current().articles.note(generator, content)
    if record is not None and "{" not in content._content and "|" not in content._content:
        _known[type(generator).__name__, name] = Known(
            content, record, current().shown.with_header(record), current().text_reads
        )


def _path_of(generator: CachingGenerator, name: str) -> str:
    """Name a file of Pelican's content folder from the project: « ../data/exemples » is beside it."""
    path = f"{_folder_of(generator.path)}/{name.replace(os.sep, '/')}"
    return posixpath.normpath(path) if "./" in path else path


@cache
def _folder_of(path: str) -> str:
    return Path(path).name
