"""A section whose sources have not changed is not compiled again: all that it wrote is kept at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from plugins.bridge.build import Build
from plugins.ledger.memory import Unit
from plugins.ledger.traces import NEVER, WORDS, traced_site
from plugins.processes.hands import Helper, asked_hands
from plugins.resources import Page, Resource, Site

Receiver = Callable[..., Iterable[Resource]]


_compiled: set[str] = set()
"""The names of the sections that this process has compiled: what they remember of texts is at hand."""


@dataclass
class Compiled:
    """Hold what a section has just made, and the names of all that it has read, its templates' reading included."""

    name: str
    resources: tuple[Resource, ...]
    reads: set[str] = field(default_factory=set)

    def unit(self, build: Build) -> Unit:
        """Return what the next build needs to know."""
        digests = {name: build.keeper.sources.digest(name) for name in sorted(self.reads)}
        return Unit(digests, tuple(sorted(resource.path for resource in self.resources)))


@contextmanager
def drawn_ahead(build: Build, sections: Iterable[Receiver], site: Site) -> Iterator[Callable[[], object]]:
    """Have the files of some sections made and kept (`formats.kept`) in a process of its own, to be waited for.

    Only what a whole build makes is worth it, and only when more processes are asked for: what sets type takes as
    much memory again. What that process could not do is done here, later.
    """
    if build.keeper.before.files or asked_hands() < 2:
        yield lambda: None
        return
    try:
        helper = Helper(lambda: [len(tuple(section(site))) for section in sections])
    except OSError:  # no room for one more process
        yield lambda: None
        return
    try:
        yield helper.wait
    finally:
        helper.leave()


def compile_units(
    build: Build, sections: Iterable[Receiver], site: Site, given: Mapping[str, Any]
) -> list[Compiled]:
    """Keep the sections that read nothing new, compile the others; `given` goes to each with the site."""
    made = []
    for files in (
        "theme",
        "catalog.root",
    ):  # looked at before anyone reads them: an edit meanwhile is for next time
        build.keeper.sources.digest(files)
    for name, receiver in sorted((_name(receiver), receiver) for receiver in sections):
        if _is_kept(build, name):
            continue
        reads: set[str] = {"theme", *(f"given.{word}" for word in given)}
        resources = tuple(receiver(traced_site(site, reads.add), **given))
        _compiled.add(name)
        for template in {resource.template for resource in resources if isinstance(resource, Page)}:
            reads |= build.keeper.read_by(f"{template}.html")
        made.append(Compiled(name, resources, reads))
    return made


def ready_units(build: Build, sections: Iterable[Receiver], site: Site) -> None:
    """Compile, for what it remembers, each section that was always kept and reads the words of texts.

    The next edit of a text will have it compiled. Whatever goes wrong is for that build to tell.
    """
    for name, receiver in sorted((_name(receiver), receiver) for receiver in sections):
        unit = build.keeper.memory.units.get(name)
        if unit is not None and WORDS in unit.reads and name not in _compiled:
            _compiled.add(name)
            with suppress(Exception):
                for _ in receiver(traced_site(site, set[str]().add)):
                    pass


def _is_kept(build: Build, name: str) -> bool:
    """Keep all that a section wrote last time, when all that it read is the same and its files are intact."""
    keeper = build.keeper
    unit = keeper.before.units.get(name)
    if unit is None or NEVER in unit.reads.values() or not keeper.sources.are_still(unit.reads):
        return False
    if not all(keeper.is_intact(path) for path in unit.paths):
        return False
    keeper.memory.units[name] = unit
    for path in unit.paths:
        keeper.keep_as_before(path)
        page = keeper.before.pages.get(path)
        build.claim(path, page.source if page else f"fichier /{path}")
        if page:
            build.pages[path] = page
            build.listings[path] = keeper.before.listings[path]
    return True


def _name(receiver: Receiver) -> str:
    return f"{receiver.__module__}.{receiver.__qualname__}"
