"""What a process that stays has seen of the disk: the sources of its last good build, and the site it has put in place.

An edit of a text is shown before anything else is looked at; then all is looked at, and a difference asks for another
build. Nothing is trusted longer than one request.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from plugins.bridge.build import Build, current
from plugins.bridge.generator import SiteGenerator
from plugins.bridge.warmth import last_build
from plugins.ledger.generations import beside, mirror
from plugins.ledger.inputs import Inputs, changed, look
from plugins.ledger.stamps import Stamp, scan, stamp_of
from plugins.ledger.turn import take_turn


@dataclass(frozen=True)
class Site:
    """Hold what a site was seen to hold, and the marks of its folder and of the reserve, which each swap changes."""

    files: Mapping[str, Stamp]
    folders: tuple[Stamp, ...]


@dataclass(frozen=True)
class Standing:
    """Hold the last good build of this process, and what the disk said of its sources before they were read."""

    build: Build
    inputs: Inputs
    site: Site | None = None
    """The site as it was seen once in place; None when nobody has looked, or when it was not as it was left."""
    reserve: Mapping[str, Stamp] | None = None
    """What the site before was seen to hold: it is the reserve."""


def look_at_sources(settings: Mapping[str, Any]) -> Inputs:
    """Return what the disk says of each file that a build reads again, from the settings."""
    content, theme = Path(settings["PATH"]), Path(settings["THEME"])
    return look((content, content.parent / "data", theme), beside(Path(settings["OUTPUT_PATH"]), "memoire"))


def stand(inputs: Inputs) -> None:
    """Hold the build that has just ended well, for the next edit."""
    before: Standing | None = last_build[0] if last_build else None
    reserve = before.site.files if before is not None and before.site is not None else None
    last_build[:] = [Standing(current(), inputs, None, reserve)]


def is_all(settings: Mapping[str, Any]) -> bool:
    """Tell whether the build that stands holds all that has been saved, and whether its site is what it has written."""
    standing: Standing = last_build[0]
    inputs = look_at_sources(settings)
    if changed(standing.inputs, inputs):
        return False
    last_build[:] = [replace(standing, inputs=inputs)]
    look_at_site()
    return last_build[0].site is not None


def look_at_site() -> None:
    """Look whether the site in place is what the build that stands has written."""
    if not last_build or last_build[0].site is not None:
        return
    standing: Standing = last_build[0]
    site = Site(scan(standing.build.destination), marks_of(standing.build.destination))
    is_whole = site.files == standing.build.keeper.stamps()
    last_build[:] = [replace(standing, site=site if is_whole else None)]


def ready_reserve() -> None:
    """Make the reserve hold what the site holds, unless that is known or another build is under way.

    The next edit then puts its page there, and links nothing else, be there thousands of files.
    """
    standing: Standing | None = last_build[0] if last_build else None
    if standing is None or standing.site is None or standing.reserve is not None:
        return
    destination, files = standing.build.destination, standing.site.files
    with suppress(OSError), take_turn(destination, wait=False):
        mirror(destination, files)
        reserve = scan(beside(destination, "reserve"))
        last_build[:] = [replace(standing, site=Site(files, marks_of(destination)), reserve=reserve)]


def ready_sections() -> None:
    """Have at hand what sections remember of texts: a process that has kept them all has not read the words yet."""
    for standing in last_build:
        for generator in standing.build.generators:
            if isinstance(generator, SiteGenerator):
                generator.ready_sections(standing.build)


def marks_of(destination: Path) -> tuple[Stamp, ...]:
    """Return the stamps of the folder of a site and of its reserve, the day of their last renaming included."""
    folders = (destination, beside(destination, "reserve"))
    return tuple((*stamp_of(folder), folder.stat().st_ctime_ns) for folder in folders if folder.exists())
