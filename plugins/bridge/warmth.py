"""What a process that stays holds from one build to the next, and how it is told to forget it."""

from dataclasses import replace
from typing import Any

from plugins.bridge import contents, environments, keeping
from plugins.catalog import Recollection
from plugins.catalog.loading import KeptParts
from plugins.catalog.rules.judging import Silences

recollection = Recollection()
"""What the files of the catalog said when they were last read."""


_stays: list[bool] = []


def stay() -> None:
    """Say that this process will build more than once: what it reads is worth its memory."""
    _stays[:] = [True]


def stays() -> bool:
    """Tell whether this process will build more than once."""
    return bool(_stays)


def known_files(silences: Silences, parts: KeptParts) -> Recollection:
    """Return what the catalog is read with; the bytes of its files are held only where they are compared again."""
    return replace(recollection, silences=silences, parts=parts, is_held=bool(_stays))


def catalog_is_read() -> None:
    """Let go of what only another build would read again, in a process that makes one."""
    if not _stays:
        recollection.forget()


last_build: list[Any] = []
"""The last good build, for an edit of a text to touch up: at most one `touching_up.Standing`."""


def forget() -> None:
    """Make the next build of this process begin as if it were its first."""
    last_build.clear()
    recollection.forget()
    keeping.forget()
    contents.forget_contents()
    environments.forget_environments()
