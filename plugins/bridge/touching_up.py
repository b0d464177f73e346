"""In a process that stays, an edited text makes again what it changes, and Pelican is not asked for all the others.

Only the words of a text may have changed, not its header, and nothing else: no list of posts is another then. The
sections, the links and the swap are those of any build. A doubt of any sort leaves all to Pelican, which tells
what is wrong, and nothing has been touched.
"""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.contents import Content
from pelican.generators import CachingGenerator

from plugins.bridge import clock, contents, stages
from plugins.bridge.basis import program_of_builds
from plugins.bridge.build import Build, begin_build, end_build
from plugins.bridge.generator import SiteGenerator
from plugins.bridge.links import dead_links
from plugins.bridge.looking import Standing, marks_of, stand
from plugins.bridge.rendering import render_waiting
from plugins.bridge.warmth import last_build, recollection
from plugins.bridge.writer import SiteWriter
from plugins.catalog import Catalog, DataError, load_catalog
from plugins.catalog.kinds import IGNORED
from plugins.catalog.models.post import MarkdownRecord
from plugins.ledger.digests import UnknownValueError
from plugins.ledger.inputs import Inputs, changed, look_at
from plugins.ledger.traces import NEVER

TEXTS = ("posts", "pages", "tutorials")
"""The groups of the catalog whose records hold a text."""

READ_OTHERWISE = ("content/documents/", "content/images/", "content/tutoriels/", "data/")
"""Where files that are no records are read all the same."""


class TooMuchError(Exception):
    """Say that what has changed is more than the words of texts: the whole build tells what to make again."""


def touch_up(pelican: Pelican, inputs: Inputs) -> bool:
    """Make again what a few edited texts change; tell whether the site is in place."""
    try:
        if not last_build:
            return False
        standing: Standing = last_build[0]
        names = _edited(standing, inputs, pelican.settings)
        build = _begun(standing.build, names, pelican.settings)
        begin_build(build)
        _make_again(build, standing.build, names, pelican.settings)
        stages.put_in_place(build, len(build.keeper.memory.files))
    except (TooMuchError, DataError, UnknownValueError):
        end_build()
        return False
    stand(inputs)
    return True


def touch_up_saved(pelican: Pelican, saved: Collection[str]) -> bool:
    """Make again what texts that were just saved change, and look at nothing else; tell whether the site is in place.

    `saved` names files of the project. Whoever asks has to look afterwards (`is_all`).
    """
    try:
        standing: Standing | None = last_build[0] if saved and last_build else None
        if standing is None or standing.site is None or not _may_trust(standing, saved, pelican.settings):
            return False
        root, names = standing.build.root, set(saved)
        inputs = standing.inputs | look_at([root / name for name in names], standing.build.keeper.folder)
        build = _begun(standing.build, names, pelican.settings, trusted=standing.build)
        begin_build(build)
        _make_again(build, standing.build, names, pelican.settings)
        stages.put_in_place(build, len(build.keeper.memory.files), standing.reserve)
    except (TooMuchError, DataError, UnknownValueError):
        end_build()
        return False
    last_build[:] = [Standing(build, inputs, None, standing.site.files)]
    return True


def _may_trust(standing: Standing, saved: Collection[str], settings: Mapping[str, Any]) -> bool:
    build = standing.build
    return (
        clock.today(settings) == build.today
        and build.writings.keys() >= set(saved)
        and standing.site is not None
        and standing.site.folders == marks_of(build.destination)
    )


def _edited(standing: Standing, inputs: Inputs, settings: Mapping[str, Any]) -> set[str]:
    """Name the texts that were saved again, from the project; raise `TooMuchError`."""
    root = standing.build.root
    names = {
        path.relative_to(root).as_posix() if path.is_relative_to(root) else ""
        for path in map(Path, changed(standing.inputs, inputs))
    }
    names = {name for name in names if not IGNORED.search(name) or name.startswith(READ_OTHERWISE)}
    same_day = clock.today(settings) == standing.build.today
    if not names or not same_day or not names <= standing.build.writings.keys():
        raise TooMuchError
    return names


def _begun(
    before: Build, names: set[str], settings: Mapping[str, Any], trusted: Build | None = None
) -> Build:
    examples_on = before.today if settings.get("EXAMPLES") else None
    catalog = load_catalog(before.root, examples_on, recollection, names)
    if settings["OUTPUT_PATH"] != str(before.destination) or not _same_but_words(before.catalog, catalog):
        raise TooMuchError
    return Build(
        root=before.root,
        catalog=catalog,
        today=before.today,
        destination=before.destination,
        production=before.production,
        local_links=before.local_links,
        settings=settings,
        program=trusted.program if trusted else program_of_builds(),
        trusted=trusted,
    )


def _same_but_words(before: Catalog, catalog: Catalog) -> bool:
    """Tell whether two catalogs hold the same records, in the same order, but for the words of texts."""
    return all(
        _same_group(group, vars(catalog)[name], words=name in TEXTS)
        for name, group in vars(before).items()
        if name in Catalog.__dataclass_fields__ and name != "notices"
    )


def _same_group(before: Any, now: Any, *, words: bool) -> bool:
    if not words or list(before) != list(now):
        return bool(before == now)
    return all(
        old is new or _with_words_of(old, new) == new
        for old, new in zip(before.values(), now.values(), strict=True)
    )


def _with_words_of(old: MarkdownRecord, new: MarkdownRecord) -> MarkdownRecord:
    return old.model_copy(update={"body": new.body, "body_line": new.body_line})


def _make_again(build: Build, before: Build, names: set[str], settings: Mapping[str, Any]) -> None:
    keeper = build.keeper
    if keeper.memory.base == NEVER or keeper.before is not before.keeper.memory:
        raise TooMuchError
    if not keeper.sources.are_still(before.text_reads) or before.keeper.lists_show_texts:
        raise TooMuchError
    build.generators, build.writings, build.feeds = before.generators, dict(before.writings), before.feeds
    sections = next(found for found in build.generators if isinstance(found, SiteGenerator))
    edited = [_read_again(build, before.records[name], sections.context) for name in sorted(names)]
    if build.problems:
        raise TooMuchError
    build.texts_are_read()
    if not build.text_reads.keys() <= before.text_reads.keys():  # it read something that nobody has compared
        raise TooMuchError
    build.text_reads |= before.text_reads
    _keep_pages(build)
    sections.generate_context()
    keeper.share(sections.env, sections.context)
    if not keeper.shares_as(before.keeper):
        raise TooMuchError
    writer = SiteWriter(str(build.aside), settings)
    for content in edited:
        writing = build.writings[content.record.file]
        writer.write_file(*writing.place, **writing.own)
    for feed in build.feeds.values():
        writer.write_feed(*feed)
    sections.generate_output(writer)
    render_waiting(build)
    _check(build, before)


def _read_again(build: Build, record: MarkdownRecord, context: dict[str, Any]) -> Content:
    """Read an edited text, and put it where the one before was; raise `TooMuchError` when more than words differ."""
    generator, name, old = _known_as(build, record)
    kind = contents.kind_of(old)
    new = generator.readers.read_file(
        base_path=generator.path, path=name, content_class=kind, context=context
    )
    card = build.keeper.card_of
    if not isinstance(new, kind) or not new.is_valid() or card(new) != card(old):
        raise TooMuchError
    generator.cache_data(name, new)
    writing = build.writings[record.file]
    place = next(key for key, value in writing.own.items() if value is old)
    build.writings[record.file] = writing.with_own({place: new})
    for value in [*context.values(), *(feed[0] for feed in build.feeds.values())]:
        _replace(value, old, new)
    return new


def _known_as(build: Build, record: MarkdownRecord) -> tuple[CachingGenerator, str, Content]:
    found = contents.known_of(record)
    generators = {type(generator).__name__: generator for generator in build.generators}
    if found is None or found[0] not in generators:
        raise TooMuchError
    kind, name, content = found
    return generators[kind], name, content


def _replace(value: Any, old: Content, new: Content) -> None:
    """Put a content in the place of another, in a list of contents, or in lists paired with what they share."""
    if isinstance(value, list):
        for place, item in enumerate(value):
            if item is old:
                value[place] = new
            elif isinstance(item, tuple) and len(item) == 2:
                _replace(item[1], old, new)


def _keep_pages(build: Build) -> None:
    """Keep all that no section wrote: the pages and the feed of Pelican, the pictures of the theme."""
    keeper = build.keeper
    by_sections = {path for unit in keeper.before.units.values() for path in unit.paths}
    for path in keeper.before.files.keys() - by_sections:
        if not keeper.is_intact(path):
            raise TooMuchError
        keeper.keep_as_before(path)
        if page := keeper.before.pages.get(path):
            build.pages[path], build.listings[path] = page, keeper.before.listings[path]


def _check(build: Build, before: Build) -> None:
    """Raise `TooMuchError` when the site has other pages, an address is taken, or a new link leads nowhere."""
    former, written = set(build.keeper.before.files), build.written()
    come = {path.casefold(): [path] for path in written - former}
    if build.pages.keys() != before.pages.keys() or come.keys() & before.claims:
        raise TooMuchError
    if any(True for _ in dead_links(build, written)):
        raise TooMuchError
    gone = {path.casefold() for path in former - written}
    build.claims = {path: names for path, names in before.claims.items() if path not in gone} | come
