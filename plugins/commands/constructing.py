"""Build the site once, and note what it was built from: `faire` answers by itself while nothing changes."""

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from plugins.commands.building import DEVELOPMENT_SETTINGS, PRODUCTION_SETTINGS, build_with_progress
from plugins.commands.clock import bounds
from plugins.commands.reporting import report, success
from plugins.ledger.turn import put_back
from plugins.ledger.unchanged import input_stamps, write_note

SETTINGS = {"construire": DEVELOPMENT_SETTINGS, "apercu": PRODUCTION_SETTINGS}


def construct(root: Path, command: str, examples: bool = False) -> int:
    """Build as a command asks, report, and return the exit code."""
    put_back(root / "output")
    inputs = _stamps(root)  # before the build reads them: an edit meanwhile will be seen
    result = build_with_progress(root, SETTINGS[command], examples=examples)
    if inputs is not None and result.is_good and result.built is not None:
        asked = f"{command} --exemples" if examples else command
        said = success(result.built, result.seconds)
        with suppress(OSError):  # without a note, the next build only takes longer
            write_note(root, asked, inputs, bounds(date.fromisoformat(result.built.today)), said)
    return report(result)


def _stamps(root: Path) -> dict[str, Any] | None:
    """Return the stamps of what builds read; nothing where none can be noted, which the build itself will tell."""
    try:
        return input_stamps(root)
    except OSError:
        return None
