"""Every calendar of the small site with its examples, under the linter and the eyes of a reader."""

import json

from lxml import etree

from tests.formats.calendar_linter import faults
from tests.formats.calendar_reading import instants

ATOM = "{http://www.w3.org/2005/Atom}"


def test_no_calendar_has_a_fault(mini_examples):
    found = {
        path.relative_to(mini_examples).as_posix(): faults(path.read_bytes())
        for path in mini_examples.rglob("*.ics")
    }
    assert len(found) > 10
    assert {path: told for path, told in found.items() if told} == {}


def test_a_uid_means_one_instant_in_every_calendar(mini_examples):
    meant: dict[str, tuple[str, str]] = {}
    for path in mini_examples.rglob("*.ics"):
        for uid, instant in instants(path.read_bytes()).items():
            assert meant.setdefault(uid, instant) == instant, uid
    assert meant["2026-11-28-conte@culturesducoeur26-07.org"] == ("2026-11-28T13:30Z", "2026-11-28T14:30Z")


def test_every_list_comes_in_four_forms_that_can_be_read(mini_examples):
    folders = [path.parent for path in (mini_examples / "sorties").rglob("agenda.ics")]
    assert mini_examples / "sorties" in folders
    for folder in folders:
        feed = etree.parse(folder / "atom.xml").getroot()
        items = json.loads((folder / "feed.json").read_bytes())["items"]
        entries = feed.findall(f"{ATOM}entry/{ATOM}id")
        assert [entry.text for entry in entries] == [item["id"] for item in items]
        assert len((folder / "liste.txt").read_bytes()) < 5000


def test_what_is_not_online_is_in_no_file(mini):
    for path in (path for pattern in ("*.ics", "*.json", "*.txt") for path in mini.rglob(pattern)):
        assert "sans preuve" not in path.read_text(encoding="utf-8")
