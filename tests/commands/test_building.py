from pathlib import Path

import pytest

from plugins.catalog.problems import Problem
from plugins.commands.building import BuildResult, build, build_started, with_a_bar
from plugins.commands.protocol import Built, Event, Progress
from plugins.commands.starting import Start

BUILDER = """
import json, os, sys

line = sys.stdin.readline()
if not line:
    open("left", "w").close()
    sys.exit(0)

def tell(**event):
    sys.stderr.write("\\x1e" + json.dumps(event) + "\\n")

print("a line of the log: é", os.environ["FAIRE_EVENTS"], os.environ.get("EXEMPLES"))
print("told:", repr(line))
tell(event="progress", done=1, total=2, what="pages")
tell(event="problem", file="data/x.yaml", line=1, code="vide", message="il manque le titre.")
sys.exit(int(os.path.exists("faulty")) + 1)
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a project whose builder tells what it is told to tell."""
    (tmp_path / "pelicanconf.py").write_text('SITENAME = "Un site"\n', "utf-8")
    (tmp_path / "plugins" / "bridge").mkdir(parents=True)
    (tmp_path / "plugins" / "bridge" / "once.py").write_text(BUILDER, "utf-8")
    return tmp_path


def test_what_the_build_says_is_gathered_and_told(project: Path) -> None:
    heard: list[Event] = []
    result = build(project, examples=True, on_event=heard.append)
    assert result.code == 1
    assert result.problems == (Problem("data/x.yaml", 1, "vide", "il manque le titre."),)
    assert heard == [Progress(1, 2, "pages"), *result.problems]
    assert "a line of the log: é 1 1" in result.log
    assert not result.is_good


def test_something_else_is_done_while_it_builds(project: Path) -> None:
    done: list[str] = []
    with Start(project, "pelicanconf.py") as start:
        result = with_a_bar(start, meanwhile=lambda: done.append("les tampons"))
    assert (done, result.code) == (["les tampons"], 1)


@pytest.mark.parametrize(("known", "line"), [({}, "'\\n'"), ({"program": "3eb751c6"}, "'3eb751c6\\n'")])
def test_the_process_is_told_the_digest_of_the_program_when_it_is_known(
    project: Path, known: dict[str, str], line: str
) -> None:
    with Start(project, "pelicanconf.py", **known) as start:
        assert f"told: {line}" in build_started(start).log


def test_examples_are_left_out_unless_asked_for(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXEMPLES", "1")
    assert "a line of the log: é 1 None" in build(project).log


BUILT = Built(1, 1, 0.1, "output", "2026-11-22")


@pytest.mark.parametrize(
    ("code", "built", "problems", "is_good"),
    [
        (0, BUILT, (), True),
        (1, BUILT, (), False),
        (0, None, (), False),
        (0, BUILT, (Problem("x", 1, "vide", "…"),), False),
    ],
)
def test_a_build_is_good_only_when_everything_says_so(
    code: int, built: Built | None, problems: tuple[Problem, ...], is_good: bool
) -> None:
    assert BuildResult(code, built, problems, (), 0.1).is_good is is_good


def test_settings_that_are_not_right_stop_a_process_that_has_read_nothing(project: Path) -> None:
    (project / "pelicanconf.py").write_text("SITENAME =", "utf-8")
    result = build(project)
    assert (result.code, [problem.code for problem in result.problems]) == (1, ["reglages"])
    assert not (project / "left").exists()


def test_a_process_that_has_left_before_it_was_let_go_has_its_last_words_heard(project: Path) -> None:
    (project / "plugins" / "bridge" / "once.py").write_text("raise SystemExit('no such library')", "utf-8")
    result = build(project)
    assert (result.code, result.log, result.is_good) == (1, ("no such library",), False)
