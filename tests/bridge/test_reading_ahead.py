import json
import os
import re
import shutil
import sys
import weakref
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from plugins.bridge import reading_ahead
from plugins.bridge.reading_ahead import Converted, read_ahead
from plugins.catalog import Catalog, DataError, Recollection, load_catalog, loading
from plugins.catalog.loading import Readings
from plugins.catalog.reading import load_all_but_texts
from plugins.catalog.rules import texts as text_rules
from plugins.ledger.fingerprints import Fingerprints
from plugins.ledger.shelf import Shelf
from plugins.privacy import find_private
from plugins.texts.clean_texts import CleanTexts
from plugins.texts.converted import Conversion, key_of
from plugins.texts.readings import KeptReadings
from plugins.texts.shown_files import ShownFiles
from plugins.texts.silences import Silences

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forking is for Linux")

MINI = Path(__file__).parents[1] / "sites" / "mini"
DAY = date(2026, 11, 22)
SETTINGS = {"extensions": ["extra"], "extension_configs": {}, "output_format": "html5"}
POST = "---\ntitre: Récit {0}\ndate: 03/02/2026\nrubrique: Sorties\nresume: Un récit.\n---\n\nLe RSA, *{0}* fois.\n"
BILLETS = Path("content/billets/2026")


class Reading:
    """Hold a project, the notebooks of its first build and what reading ahead has told."""

    def __init__(self, root: Path, examples_on: date | None = None) -> None:
        self.root = root
        self.examples_on = examples_on
        self.clean_texts = CleanTexts(root / "clean.sqlite")
        self.readings = KeptReadings(root / "read.sqlite", "p1")
        self.silences = Silences(root / "silent.sqlite", "p1")
        self.known: Readings = {}

    def ahead(self) -> Converted:
        return read_ahead(
            self.root,
            (self.clean_texts, self.silences, self.readings),
            lambda: load_all_but_texts(self.root, self.examples_on, self.known, find_private),
            SETTINGS,
        )

    def load(self) -> Catalog:
        known = Recollection(readings=self.known, parts=self.readings, silences=self.silences)
        return load_catalog(self.root, self.examples_on, known, guard=self.clean_texts.find)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COEURS", "2")
    monkeypatch.setattr(reading_ahead, "LEAST", 3)
    root = tmp_path / "site"
    shutil.copytree(MINI, root)
    for number in range(9):
        (root / BILLETS / f"2026-02-03-recit-{number}.md").write_text(POST.format(number), encoding="utf-8")
    return root


def test_what_is_read_ahead_is_what_would_be_read(project: Path, monkeypatch: pytest.MonkeyPatch):
    expected = load_catalog(project)
    reading = Reading(project)
    converted = reading.ahead()
    monkeypatch.setattr(loading, "read_markdown", refused(loading.read_markdown))
    monkeypatch.setattr("plugins.texts.clean_texts.find_private", None)
    catalog = reading.load()
    assert (catalog.posts, catalog.pages) == (expected.posts, expected.pages)
    assert converted.is_of(catalog)
    told = {key: json.loads(text) for key, text in converted.told.rows()}
    shown = ShownFiles(project, Fingerprints({}, 0)).digest
    for record in expected.posts.values():
        assert told[key_of(record, shown(record))] == Conversion(expected, SETTINGS).told(record)
    assert '<button class="sigle"' in str(told)
    assert "catalog.acronyms" in converted.reads


def refused(read: Callable[..., object]) -> Callable[..., object]:
    """Return what reads no post of this test."""

    def read_another(text: str, name: str) -> object:
        assert "recit" not in name
        return read(text, name)

    return read_another


def test_some_of_the_texts_are_read_by_another_process(project: Path, monkeypatch: pytest.MonkeyPatch):
    here = os.getpid()
    read: list[str] = []
    read_some = reading_ahead._Reader.read
    out, into = os.pipe()

    def noting(reader: Any, names: list[str]) -> list[list[object]]:
        if os.getpid() != here:
            os.write(into, b"!")
        elif not read:
            os.read(out, 1)  # as soon as another process reads one too
        read.extend(names)
        return read_some(reader, names)

    monkeypatch.setattr(reading_ahead._Reader, "read", noting)
    converted = Reading(project).ahead()
    texts = len([*(project / "content").rglob("*.md")])
    assert len(read) < texts
    assert len(converted.told.seen) > len(read)


@pytest.mark.parametrize(
    "text", ["[un](\\{filename}a.md)", "![](a.png)", "Un <script>mot</script>.", 'a <a href="|x|y">b</a>']
)
def test_a_text_in_which_pelican_has_something_to_do_or_to_tell_is_not_plain(project: Path, text: str):
    (project / BILLETS / "2026-02-03-recit-3.md").write_text(POST.format(3) + text + "\n", "utf-8")
    plain = Reading(project).ahead().plain.keys()
    assert {f"{BILLETS}/2026-02-03-recit-{number}.md" in plain for number in (1, 2, 4)} == {True}
    assert f"{BILLETS}/2026-02-03-recit-3.md" not in plain


def test_faults_are_told_as_ever(project: Path):
    (project / BILLETS / "2026-02-03-recit-3.md").write_bytes(b"---\ntitre: \xff\n---\n")
    (project / BILLETS / "2026-02-03-recit-4.md").write_text(
        POST.replace("date:", "dote:").format(4), "utf-8"
    )
    (project / BILLETS / "2026-02-03-recit-5.md").write_text(
        POST.format(5) + "Appelez Camille au 06 12 34 56 78.\n", "utf-8"
    )
    with pytest.raises(DataError) as expected:
        load_catalog(project)
    reading = Reading(project)
    converted = reading.ahead()
    with pytest.raises(DataError) as told:
        reading.load()
    assert told.value.problems == expected.value.problems
    assert {Path(problem.file).stem[-1] for problem in told.value.problems} == {"3", "4", "5"}
    assert len(converted.told.seen) >= 6


def test_texts_are_read_and_not_converted_when_the_rest_has_a_fault(project: Path):
    (project / "data/sigles/r.yaml").write_text("sigle: [", encoding="utf-8")
    reading = Reading(project)
    assert reading.ahead().told.seen == {}
    assert reading.readings.are_known
    with pytest.raises(DataError):
        reading.load()


def test_nothing_is_read_ahead_when_texts_are_few_or_known(project: Path, monkeypatch: pytest.MonkeyPatch):
    first = Reading(project)
    first.ahead()
    first.readings.settle(path.relative_to(project).as_posix() for path in project.rglob("*.md"))
    first.readings.write_down()
    monkeypatch.setattr(reading_ahead, "_Reader", None)
    assert Reading(project).ahead().told.seen == {}
    (project / "read.sqlite").unlink()
    monkeypatch.setattr(reading_ahead, "LEAST", 100)
    assert Reading(project).ahead().told.seen == {}


def test_texts_are_not_those_of_a_catalog_where_an_acronym_has_another_meaning(project: Path):
    converted = Reading(project).ahead()
    sheet = project / "data/sigles/r.yaml"
    sheet.write_text(
        sheet.read_text("utf-8").replace("solidarité active", "solidité acquise"), encoding="utf-8"
    )
    assert not converted.is_of(Reading(project).load())


def test_the_rules_are_asked_of_each_text_where_it_is_read(project: Path, monkeypatch: pytest.MonkeyPatch):
    (project / BILLETS / "2026-02-03-recit-3.md").write_text(
        POST.format(3) + "\n## Un\n\n#### Bas\n", "utf-8"
    )
    (project / BILLETS / "2026-02-03-recit-4.md").write_text(POST.format(4) + "\n[ici](/a/)\n", "utf-8")
    expected = load_catalog(project)
    reading = Reading(project)
    reading.ahead()
    asked: list[str] = []
    seen = text_rules.rows_holding
    monkeypatch.setattr(text_rules, "rows_holding", lambda *given: asked.append(given[1]) or seen(*given))
    assert reading.load().notices == expected.notices
    assert {notice.code for notice in expected.notices} >= {"niveau-de-titre", "lien-sans-mots"}
    assert {re.search(r"\*(\d)\*", body)[1] for body in asked} == {"3", "4"}


def test_a_rule_that_looked_at_what_has_changed_since_is_asked_again(project: Path):
    reading = Reading(project)
    reading.ahead()
    with (project / "data/rubriques.yaml").open("r+", encoding="utf-8") as file:
        text = file.read().replace("Sorties", "Balades")
        file.seek(0)
        file.truncate()
        file.write(text)
    with pytest.raises(DataError) as expected:
        load_catalog(project)
    with pytest.raises(DataError) as told:
        reading.load()
    assert "rubrique-inconnue" in {problem.code for problem in told.value.problems}
    assert told.value.problems == expected.value.problems


def test_what_was_heard_in_another_process_is_left_as_if_it_were_heard_here(project: Path):
    reading = Reading(project)
    reading.ahead()
    for silences, load in (
        (reading.silences, reading.load),
        (
            here := Silences(project / "here.sqlite", "p1"),
            lambda: load_catalog(project, None, Recollection(silences=here)),
        ),
    ):
        load()
        silences.write_down()
    left = [Shelf(project / name, lambda _: True).all() for name in ("silent.sqlite", "here.sqlite")]
    assert left[0] == left[1]
    assert len(left[0]) > 9


def test_no_text_is_held_once_its_part_is_read(project: Path, monkeypatch: pytest.MonkeyPatch):
    def by_three(names: list[str], work: Callable[..., list[Any]], _least: int) -> Iterator[Any]:
        for start in range(0, len(names), 3):
            yield from work(names[start : start + 3])

    monkeypatch.setattr(reading_ahead, "shared_in_parts", by_three)
    read: list[weakref.ref[Any]] = []
    held: list[int] = []
    read_one = reading_ahead.key_of

    def noting(record: Any, shown: str) -> str:
        held.append(sum(one() is not None for one in read))
        read.append(weakref.ref(record))
        return read_one(record, shown)

    monkeypatch.setattr(reading_ahead, "key_of", noting)
    Reading(project).ahead()
    assert len(read) > 9
    assert max(held) <= 3
