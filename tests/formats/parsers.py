"""Read the instants of a calendar with other people's software: icalendar, and ical.js under Node."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.formats.calendar_reading import Instants, tell

ROOT = Path(__file__).parent.parent.parent
SCRIPT = Path(__file__).parent / "ical-js.cjs"
NO_NODE = "Node est absent de cet ordinateur : les agendas n’y sont pas relus par ical.js."
NO_ICAL_JS = (
    "ical.js est absent : les agendas ne sont pas relus par lui. Pour l’ajouter, dans le dossier du projet : "
    "npm install --no-save ical.js@2"
)


def by_icalendar(content: bytes) -> Instants:
    """Return start and end by UID, in UTC, as Python's icalendar understands them."""
    events = Calendar.from_ical(content).walk("VEVENT")
    return {
        str(event["UID"]): tuple(
            tell(event[name].dt if name in event else None) for name in ("DTSTART", "DTEND")
        )
        for event in events
    }


def by_ical_js(content: bytes) -> Instants:
    """Return the same as ical.js understands it, the library of Thunderbird's calendar."""
    node = _node()
    answer = subprocess.run([node, SCRIPT], input=content, capture_output=True, check=True, env=_searched())
    return {uid: tuple(found) for uid, found in json.loads(answer.stdout).items()}


def _node() -> str:
    """Return Node, with ical.js beside it; without them, skip, but fail in CI where Node is present."""
    node = shutil.which("node")
    if node is None:
        pytest.skip(NO_NODE)
    command = [node, "-e", "require('ical.js')"]
    if subprocess.run(command, cwd=ROOT, env=_searched(), capture_output=True, check=False).returncode:
        if os.environ.get("CI") == "true":
            pytest.fail(NO_ICAL_JS, pytrace=False)
        pytest.skip(NO_ICAL_JS)
    return node


def _searched() -> dict[str, str]:
    """Return an environment where Node looks for modules in the project, wherever the script is."""
    paths = [str(ROOT / "node_modules"), os.environ.get("NODE_PATH", "")]
    return os.environ | {"NODE_PATH": os.pathsep.join(path for path in paths if path)}
