"""The folders of a site while one build has its turn there, and the process that looks at them while this one reads."""

import json
import sys
import weakref
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from plugins.ledger import readying
from plugins.ledger.generations import beside, recover
from plugins.ledger.sights import SITE, SiteSight, memory_of
from plugins.ledger.stamps import Stamp
from plugins.ledger.turn import take_turn
from plugins.processes.hands import ROOT, hands

if TYPE_CHECKING:
    from subprocess import Popen

LEAST = 500_000
"""Bytes of the note of a site for which one more process is worth its start: it has some three thousand files."""
LEAST_TO_LINK = 50_000
"""The same, while there is no reserve: each file is to be linked, each folder to be made."""


class Worksite:
    """Hold the turn of a build at a site; the site that a cut build had left aside is in place again."""

    def __init__(self, site: Path, *, looks_meanwhile: bool = False) -> None:
        """Wait for the turn; raise `OSError`. With `looks_meanwhile`, what stands there is looked at from now on."""
        self.site = site
        turn = take_turn(site)
        recover(site)
        self._looker = _started(site, turn) if looks_meanwhile else None
        self.leave = weakref.finalize(self, _leave, turn, self._looker)

    def is_as_noted(self, note: str) -> bool:
        """Tell whether the site in place was seen to be as a note of this digest says."""
        return bool(note) and self._site == note

    def ready_reserve(self, note: str, files: Mapping[str, Stamp]) -> SiteSight | None:
        """Return what the reserve is known to hold: the `files` of the site, as it was noted; None when it may not."""
        if not self.is_as_noted(note):
            return None
        try:
            return SiteSight(files, json.loads(self._heard()))
        except ValueError:
            return None

    @cached_property
    def _site(self) -> str:
        return self._heard().strip()

    def _heard(self) -> str:
        """Wait for what the other process says next; nothing when it has left."""
        return self._looker.stdout.readline().decode() if self._looker and self._looker.stdout else ""


def _started(site: Path, turn: BinaryIO) -> "Popen[bytes] | None":
    """Start a process that looks, where it is worth it: it has the turn too, should this one be cut."""
    note = memory_of(site) / SITE
    least = LEAST if beside(site, "reserve").exists() else LEAST_TO_LINK
    if sys.platform == "win32" or hands() < 2 or not note.is_file() or note.stat().st_size < least:
        return None
    from subprocess import DEVNULL, PIPE, Popen  # noqa: PLC0415  # most sites are too small for it

    line = [sys.executable, "-S", "-m", readying.__name__, str(site.absolute())]
    with suppress(OSError):  # the computer has no room for one more
        return Popen(  # noqa: S603  # our own interpreter, our own module
            line, cwd=ROOT, stdout=PIPE, stderr=DEVNULL, pass_fds=(turn.fileno(),)
        )
    return None


def _leave(turn: BinaryIO, looker: "Popen[bytes] | None") -> None:
    """End the turn, and before it the work of the other process."""
    if looker is not None:
        looker.kill()
        looker.communicate()
    turn.close()
