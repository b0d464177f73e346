"""Make the folder of the new site out of what is new and what is kept, and put it in place by two renames.

Three folders stand beside `output/`: `.output-neuf` receives what is written, `.output-ancien` is the old site
between the two renames, `.output-reserve` is the generation before last. The reserve differs from the site by
the changes of one build: it receives what is new, and becomes the site. It is a saving, never a source: each of
its files is compared with the site's, and without it the site is linked again whole.
"""

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from plugins.ledger.sights import turn_over
from plugins.ledger.stamps import Stamp, known_parents, scan


def complete(
    aside: Path, site: Path, kept: Mapping[str, Stamp], held: Mapping[str, Stamp] | None = None
) -> Path:
    """Return the folder of the next site: the kept files of the site, and all the files of `aside`, moved.

    `held` is what the reserve holds, when the caller knows and will look at the site afterwards. Files are hard-linked, never written in place: the site's own are not touched. Raise `OSError`.
    """
    reserve = beside(site, "reserve")
    fresh, present = scan(aside), scan(reserve) if held is None else held
    for name in present.keys() - kept.keys() - fresh.keys():
        _remove(reserve, name)
    for name, stamp in kept.items():
        if present.get(name) != stamp:
            _link(site / name, reserve / name)
    for name in fresh:
        target = reserve / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if name in present:  # ext4 would send a file to the disk at once that takes the place of another
            target.unlink(missing_ok=True)
        (aside / name).replace(target)
    reserve.mkdir(exist_ok=True)
    shutil.rmtree(aside)
    return reserve


def mirror(site: Path, files: Mapping[str, Stamp], held: Mapping[str, Stamp] | None = None) -> None:
    """Make the reserve hold the same files as the site; raise `OSError`, without links too.

    `files` is what the site holds, `held` what the reserve does, when the caller knows.
    """
    reserve = beside(site, "reserve")
    present = scan(reserve) if held is None else held
    for name in present.keys() - files.keys():
        _remove(reserve, name)
    missing = [name for name, stamp in files.items() if present.get(name) != stamp]
    for folder in sorted(known_parents(missing)):
        with suppress(FileExistsError):
            os.mkdir(f"{reserve}/{folder}")  # noqa: PTH102  # thousands: a `Path` for each would be longer
    for name in missing:
        if name in present:
            os.unlink(f"{reserve}/{name}")  # noqa: PTH108  # one of thousands, named by two strings
        os.link(f"{site}/{name}", f"{reserve}/{name}", follow_symlinks=False)


def beside(site: Path, name: str) -> Path:
    """Name one of the folders that stand beside a site: `.output-neuf`."""
    return site.with_name(f".{site.name}-{name}")


def swap(new: Path, site: Path) -> None:
    """Put the new site in the place of the old one by two renames; the old one becomes the reserve."""
    former, reserve = beside(site, "ancien"), beside(site, "reserve")
    if site.exists():
        site.rename(former)
    new.rename(site)
    if former.exists():
        shutil.rmtree(reserve, ignore_errors=True)
        former.rename(reserve)
        turn_over(site)


def recover(site: Path) -> None:
    """Put back the old site when a build was cut between its two renames."""
    former = beside(site, "ancien")
    if former.exists() and not site.exists():
        former.rename(site)
    shutil.rmtree(former, ignore_errors=True)


def _link(source: Path, target: Path) -> None:
    """Link a file, or copy it with its date where the disk has no links."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target)


def _remove(folder: Path, name: str) -> None:
    """Remove a file, and the folders that it leaves empty."""
    (folder / name).unlink(missing_ok=True)
    for parent in list(PurePosixPath(name).parents)[:-1]:
        try:
            (folder / parent).rmdir()
        except OSError:
            return
