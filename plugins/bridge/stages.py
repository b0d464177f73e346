"""The stages of a build: begin, count what was read, check the links, swap the new site in."""

import time
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.generators import Generator

from plugins.bridge import clock, links, warmth
from plugins.bridge.basis import program_of_builds
from plugins.bridge.build import Build, begin_build, current, end_build, texts_of
from plugins.bridge.contents import drop_unused_contents, unread_records
from plugins.bridge.environments import renew_environments
from plugins.bridge.events import stop, tell_built, tell_notes, tell_notices, tell_progress
from plugins.bridge.generator import SiteGenerator
from plugins.bridge.leaving import originals_left
from plugins.bridge.obstacles import obstacles
from plugins.bridge.reading_ahead import Converted, read_ahead
from plugins.bridge.rendering import render_waiting
from plugins.bridge.worksite import Worksite
from plugins.catalog import Catalog, DataError, load_catalog
from plugins.catalog.problems import Problem, format_notice
from plugins.catalog.reading import load_all_but_texts
from plugins.ledger.generations import beside
from plugins.ledger.sights import digest_of_note, note_site, untouched_reserve
from plugins.ledger.stamps import Stamp
from plugins.processes.collector import collect_never, no_collection
from plugins.resources import output_path
from plugins.texts.clean_texts import CleanTexts
from plugins.texts.readings import KeptReadings
from plugins.texts.silences import Silences
from plugins.views.changes import next_change


def begin(pelican: Pelican) -> type[Generator]:
    """Load the catalog, or tell every problem and stop; then send Pelican to write aside."""
    settings = pelican.settings
    root = Path(settings["PATH"]).parent
    end_build()
    renew_environments()
    destination = Path(settings["OUTPUT_PATH"])
    if problems := [*obstacles(destination)]:
        stop(problems)
    tell_progress(0, 1, "lecture des fiches")
    worksite = Worksite(destination, looks_meanwhile=not warmth.stays())
    try:
        today = clock.today(settings)
        program = program_of_builds()
        catalog, converted, notebooks = _read(root, today, settings, program)
    except DataError as error:
        worksite.leave()
        stop(error.problems)
    build = Build(
        root=root,
        catalog=catalog,
        today=today,
        destination=destination,
        production=bool(settings["PRODUCTION"]),
        local_links=bool(settings["LOCAL_LINKS"]),
        settings=settings,
        program=program,
        notebooks=notebooks,
        worksite=worksite,
    )
    if build.keeper.before.files and not warmth.stays():
        collect_never()
    begin_build(build)
    drop_unused_contents()
    if converted.is_of(catalog):
        build.texts.take(converted.told, converted.reads, are_held=warmth.stays())
        build.articles.take(converted.plain)
    build.texts.convert([record for record in unread_records() if not build.articles.can_make(record)])
    pelican.output_path = str(build.aside)
    return SiteGenerator


def _read(
    root: Path, today: date, settings: Mapping[str, Any], program: str
) -> tuple[Catalog, Converted, tuple[CleanTexts, Silences, KeptReadings]]:
    """Read the catalog, and return it, the texts converted meanwhile, what is left for the builds to come.

    `program` is the digest of the program: what another one has left is not used. Raise `DataError`.
    """
    memory = beside(Path(settings["OUTPUT_PATH"]), "memoire")
    clean_texts = CleanTexts(memory / "textes-sans-rien-de-prive.sqlite")
    silences = Silences(memory / "textes-sans-faute.sqlite", program)
    readings = KeptReadings(memory / "textes-lus.sqlite", program)
    known = warmth.known_files(silences, readings)
    examples_on = today if settings.get("EXAMPLES") else None
    with no_collection():
        converted = read_ahead(
            root,
            (clean_texts, silences, readings),
            lambda: load_all_but_texts(root, examples_on, known.readings, clean_texts.find),
            settings["MARKDOWN"],
        )
        if not warmth.stays():
            readings.let_texts_go(root, stop)
        catalog = load_catalog(root, examples_on, known, guard=clean_texts.find)
    silences.settle()
    readings.settle(record.file for group in texts_of(catalog) for record in group.values())
    warmth.catalog_is_read()
    return catalog, converted, (clean_texts, silences, readings)


def take_census(generators: list[Generator]) -> None:
    """Stop unless every Markdown file that should be shown has become an article or a page, whole."""
    catalog = current().catalog
    shown = {
        content.record.file
        for generator in generators
        for group in ("articles", "drafts", "pages", "draft_pages")
        for content in vars(generator).get(group, ())
    }
    records = (*catalog.posts.values(), *catalog.pages.values(), *catalog.tutorials.values())
    lost = [record.file for record in records if record.file not in shown and _is_shown(record)]
    if problems := [*current().problems, *map(_lost, lost)]:
        stop(problems)
    current().generators = generators
    current().texts_are_read()


def finish(_pelican: Pelican) -> None:
    """Check every internal link of the new site, then put it in the place of the old one."""
    build = current()
    render_waiting(build)
    with originals_left(build):
        written = build.written()
        problems = [
            *_claimed_twice(build),
            *_records_without_a_page(build),
            *links.dead_links(build, written),
        ]
        if problems:
            stop(problems)
        if warmth.stays():
            put_in_place(build, len(written))
        else:
            _put_in_place_and_note(build, len(written))
        build.write_down()
    build.leave()


def put_in_place(build: Build, files: int, held: Mapping[str, Stamp] | None = None) -> None:
    """Put the new site in the place of the old one, and tell what it is; `held` is what the reserve holds."""
    build.swap_in(held)
    tell_notices(build.catalog.notices)
    tell_notes(build.keeper.notes)
    tell_built(_facts(build, files))


def _put_in_place_and_note(build: Build, files: int) -> None:
    """Put the new site in place, and note what the disk says of it: the next builds, and `faire`, look at no more."""
    keeper, site = build.keeper, build.destination
    reserve = keeper.ready_reserve() or untouched_reserve(site, beside(site, "reserve"), keeper.kept)
    put_in_place(build, files, reserve.files if reserve else None)
    note_site(site, keeper.stamps(), reserve if keeper.kept else None)
    keeper.memory.note = digest_of_note(site)


def _claimed_twice(build: Build) -> Iterator[Problem]:
    for path, sources in build.claims.items():
        if len(sources) > 1:
            first, *others = sorted(sources)
            yield Problem(
                others[-1],
                0,
                "adresse-prise",
                f"l’adresse /{path.removesuffix('index.html')} est déjà prise.",
                expected=f"une adresse à soi (elle est prise par {first})",
                hint="renommez le fichier",
            )


def _records_without_a_page(build: Build) -> Iterator[Problem]:
    """Count the records: each one that is to be shown has its page, whichever section makes it."""
    catalog = build.catalog
    groups = (catalog.events, catalog.series, catalog.places, catalog.partners, catalog.communes)
    groups += (catalog.acronyms, catalog.bodies, catalog.documents, catalog.meetings)
    for group in groups:
        for record in group.values():
            if _is_shown(record) and output_path(record.address) not in build.pages:
                yield _lost(f"page {record.address}")


def _is_shown(record: Any) -> bool:
    if hasattr(record, "is_visible"):
        return bool(record.is_visible(current().today))
    return not getattr(record, "draft", False)


def _lost(name: str) -> Problem:
    return Problem(
        name,
        0,
        "fiche-perdue",
        "cette fiche a été lue, mais elle n’a pas de page.",
        hint="signalez cette anomalie : c’est le programme qui doit être corrigé",
    )


def _facts(build: Build, files: int) -> dict[str, Any]:
    return {
        "pages": len(build.pages),
        "files": files,
        "seconds": round(time.perf_counter() - build.started, 2),
        "output": build.destination.name,
        "opens_by_double_click": build.local_links,
        "today": build.today.isoformat(),
        "next_change": next_change(build.catalog, build.today).isoformat(),
        "notes": [*_hidden(build), *map(format_notice, build.catalog.notices), *build.keeper.notes],
    }


def _hidden(build: Build) -> Iterator[str]:
    """Name every post, page, tutorial and outing that was read and is not shown, with the reason."""
    catalog = build.catalog
    for group in (catalog.posts, catalog.pages, catalog.tutorials, catalog.events):
        for record in group.values():
            if reason := record.hidden_because(build.today):
                yield f"non publié : « {record.title} » ({reason})"
