"""Look at the site in place, and make the reserve hold the same files: what a process does while another one reads.

Run as a module with the path of a site, whose turn it has inherited. It says two lines: the digest of the note of the
site, once the disk has told that the site is still so; then the dates of the folders of the reserve, once it is ready.
Who hears nothing looks by itself. Standard library only: it is to begin at once.
"""

import json
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from plugins.ledger.generations import beside, mirror
from plugins.ledger.sights import (
    digest_of_note,
    forget_reserve,
    note_reserve,
    noted_site,
    untouched_reserve,
)
from plugins.ledger.stamps import is_still


def make_ready(site: Path, say: Callable[[str], object]) -> None:
    """Say what there is to say of a site, and make its reserve ready; raise `OSError` or `ValueError`."""
    seen, note = noted_site(site), digest_of_note(site)
    if not is_still(site, seen.files, seen.folders):
        return
    say(note)
    reserve = beside(site, "reserve")
    before = untouched_reserve(site, reserve, seen.files)
    forget_reserve(site)  # until it is whole
    mirror(site, seen.files, before and before.files)
    folders = note_reserve(site, seen.files, before)
    say(json.dumps(folders, separators=(",", ":")))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    with suppress(OSError, ValueError, TypeError, AttributeError, KeyboardInterrupt):
        make_ready(Path(sys.argv[1]), _say)
