import subprocess
import sys
from pathlib import Path

import pytest

from plugins.catalog.problems import SAVED_MEANWHILE, Problem
from plugins.commands import building, constructing
from plugins.commands.building import BuildResult
from plugins.commands.clock import bounds
from plugins.commands.protocol import Built
from plugins.ledger import program as ledger_program
from plugins.ledger.sights import note_site
from plugins.ledger.unchanged import look, said_when_built
from tests.scripts import ROOT

GOOD = BuildResult(0, Built(3, 4, 0.1, "output", "2026-11-22"), (), (), 2.34)
BAD = BuildResult(1, None, (), ("une erreur",), 2.34)


class Started:
    """Stand in for the process that builds."""

    def __init__(self, *_: object, **__: object) -> None:
        pass

    def __enter__(self) -> "Started":
        return self

    def __exit__(self, *_: object) -> None:
        pass


@pytest.fixture(autouse=True)
def _no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constructing, "Start", Started)


@pytest.mark.parametrize(("examples", "asked"), [(False, "construire"), (True, "construire --exemples")])
def test_a_good_build_is_noted_for_its_command_and_its_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, examples: bool, asked: str
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(building, "with_a_bar", lambda _, meanwhile: meanwhile() and GOOD)
    (tmp_path / "output").mkdir()
    note_site(tmp_path / "output", {})  # as the process that builds does
    assert constructing.construct(tmp_path, "construire", examples) == 0
    begins, ends = bounds(constructing.date(2026, 11, 22))
    assert said_when_built(tmp_path, look(tmp_path, asked, begins)).startswith(
        "Site construit : 3\u00a0pages en 2,3"
    )
    assert said_when_built(tmp_path, look(tmp_path, asked, ends)) == ""
    assert said_when_built(tmp_path, look(tmp_path, "apercu", begins)) == ""


def test_a_build_that_stops_is_not_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "with_a_bar", lambda _, meanwhile: meanwhile() and BAD)
    assert constructing.construct(tmp_path, "apercu") == 1
    assert list((tmp_path / ".output-memoire").iterdir()) == []


SAVED = Problem(
    "content/billets/2026/2026-11-19-atelier.md", 0, SAVED_MEANWHILE, "enregistré pendant la construction"
)
OTHER = Problem("data/rubriques.yaml", 3, "cle-inconnue", "une clé de trop")


@pytest.mark.parametrize(
    ("problems", "builds", "code"),
    [
        ([[SAVED], []], 2, 0),
        ([[SAVED, SAVED], [SAVED]], 2, 1),
        ([[SAVED, OTHER], []], 1, 1),
        ([[], []], 1, 0),
    ],
)
def test_a_build_that_only_a_saving_has_stopped_begins_again_once(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    problems: list[list[Problem]],
    builds: int,
    code: int,
) -> None:
    ends = iter(problems)

    def build(_: object, **__: object) -> BuildResult:
        told = next(ends)
        return BuildResult(1, None, tuple(told), (), 1.0) if told else GOOD

    monkeypatch.setattr(building, "with_a_bar", build)
    assert constructing.construct(tmp_path, "construire") == code
    assert len(problems) - len([*ends]) == builds
    said = capsys.readouterr().out
    assert ("Un texte vient d’être enregistré : la construction recommence avec lui." in said) is (
        builds == 2
    )


def test_a_day_lasts_from_midnight_to_midnight_in_paris() -> None:
    begins, ends = bounds(constructing.date(2026, 3, 29))
    assert (begins, ends - begins) == (1774738800.0, 23 * 3600.0)


def test_a_command_stopped_by_the_person_ends_with_a_french_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(constructing, "construct", interrupt)
    assert constructing.main(["construire"]) == 130
    assert capsys.readouterr().err == "\nArrêté à votre demande. Rien n’est perdu.\n"


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        (["construire"], ("construire", False)),
        (["construire", "--exemples"], ("construire", True)),
        (["apercu"], ("apercu", False)),
    ],
)
def test_the_command_line_of_faire_is_understood(
    arguments: list[str], asked: tuple[str, bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    met: list[tuple[str, bool]] = []

    def construct(_root: Path, command: str, *, examples: bool, handed: None) -> int:
        assert handed is None
        met.append((command, examples))
        return 3

    monkeypatch.setattr(constructing, "construct", construct)
    assert constructing.main(arguments) == 3
    assert met == [asked]


class InHand:
    """Stand in for a process that `faire` has started."""

    def __init__(self, has_read: bool) -> None:
        self.has_read = lambda *_: has_read
        self.met: list[str] = []

    def __enter__(self) -> "InHand":
        return self

    def __exit__(self, *_: object) -> None:
        self.met.append("left")

    def kill(self) -> None:
        self.met.append("killed")


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, str]]:
    """Give the process that each build takes, with the digest of the program that it is told."""
    taken: list[tuple[object, str]] = []

    class Taking(Started):
        def __init__(self, *_: object, handed: object, program: str, **__: object) -> None:
            taken.append((handed, program))

    monkeypatch.setattr(constructing, "Start", Taking)
    monkeypatch.setattr(building, "with_a_bar", lambda _, meanwhile: meanwhile() and BAD)
    monkeypatch.setattr(ledger_program, "program_and_libraries", lambda: "3eb751c6")
    return taken


@pytest.mark.parametrize(("has_read", "met"), [(True, []), (False, ["killed", "left"])])
def test_a_process_that_may_have_read_another_program_is_replaced(
    tmp_path: Path, taken: list[tuple[object, str]], has_read: bool, met: list[str]
) -> None:
    process = InHand(has_read)
    assert constructing.construct(tmp_path, "construire", handed=process) == 1
    assert (taken, process.met) == ([(process, "3eb751c6") if has_read else (None, "")], met)


def test_one_that_begins_now_works_out_the_digest_of_the_program_itself(
    tmp_path: Path, taken: list[tuple[object, str]]
) -> None:
    assert constructing.construct(tmp_path, "construire") == 1
    assert taken == [(None, "")]


def test_a_program_that_cannot_be_read_has_no_digest(
    tmp_path: Path, taken: list[tuple[object, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unread() -> str:
        raise PermissionError

    monkeypatch.setattr(ledger_program, "program_and_libraries", unread)
    process = InHand(has_read=True)
    assert constructing.construct(tmp_path, "construire", handed=process) == 1
    assert taken == [(process, "")]


def test_the_program_is_digested_before_it_is_known_to_have_been_left_alone(
    tmp_path: Path, taken: list[tuple[object, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    monkeypatch.setattr(
        ledger_program, "program_and_libraries", lambda: done.append("digested") or "3eb751c6"
    )
    monkeypatch.setattr(constructing, "program_stamps", lambda _: done.append("looked at") or {})
    assert constructing.construct(tmp_path, "construire", handed=InHand(has_read=True)) == 1
    assert (done, len(taken)) == (["digested", "looked at"], 1)


def test_nothing_long_to_read_stands_before_the_process_that_builds() -> None:
    read = "import sys, plugins.commands.constructing; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", read], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
    )
    assert {"invoke", "pelican", "pydantic", "rich", "plugins.commands.building"}.isdisjoint(
        done.stdout.split()
    )
