from pathlib import Path

import pytest

from plugins.catalog.problems import Problem, format_report
from plugins.commands import previewing
from plugins.commands.building import BuildResult
from plugins.commands.protocol import Built
from plugins.commands.serving import Preview, open_server

GOOD = BuildResult(0, Built(1912, 1980, 0.1, "output", "2026-11-22"), (), (), 2.34)
FAULTY = BuildResult(1, None, (Problem("data/x.yaml", 1, "vide", "il manque le titre."),), (), 0.1)


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        (set(), "Site construit : 1 912 pages en 2,3 s dans output/ — ouvrez output/index.html"),
        ({"content/a.md"}, "content/a.md a changé : 1 912 pages en 2,3 s."),
        ({"b", "a"}, "a, b ont changé : 1 912 pages en 2,3 s."),
        ({"d", "c", "b", "a"}, "a, b, c, … ont changé : 1 912 pages en 2,3 s."),
    ],
)
def test_a_rebuild_is_told_in_one_line(changed: set[str], line: str) -> None:
    assert plain(previewing.rebuilt(GOOD, frozenset(changed))) == line


def test_a_faulty_rebuild_tells_what_to_mend_and_waits() -> None:
    assert previewing.rebuilt(FAULTY, frozenset({"data/x.yaml"})) == (
        "data/x.yaml a changé :\n\n"
        f"{format_report(FAULTY.problems)}\n\n"
        "J’attends la correction : le navigateur montre la même liste."
    )


def test_another_port_is_told(tmp_path: Path) -> None:
    with open_server(Preview(tmp_path), 0) as server:
        assert previewing.welcome(server, server.port) == (
            f"Le site est ici : http://127.0.0.1:{server.port}/ (Ctrl-C pour arrêter)"
        )
        assert previewing.welcome(server, 8000).startswith(
            f"Le port 8000 est déjà pris : j’utilise le {server.port}.\n"
        )


def test_the_preview_builds_shows_and_leaves_quietly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    results = iter([FAULTY])

    def build(*_: object, **__: object) -> BuildResult:
        try:
            return next(results)
        except StopIteration:
            raise KeyboardInterrupt from None

    def build_once_more(root: Path) -> None:
        (root / "data" / "x.yaml").write_text("titre: x", "utf-8")

    (tmp_path / "data").mkdir()
    monkeypatch.setattr(previewing, "shown_by_a_bar", build)
    monkeypatch.setattr(previewing, "rebuilt", lambda *_: build_once_more(tmp_path) or "montré")
    assert previewing.preview(tmp_path, port="0") == 0
    told = capsys.readouterr()
    assert told.out.splitlines()[-1] == "À bientôt."
    assert told.err == "montré\n"


@pytest.mark.parametrize("port", ["99999", "huit mille", "-1"])
def test_a_number_that_is_no_port_is_told(
    tmp_path: Path, port: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert previewing.preview(tmp_path, port=port) == 1
    assert capsys.readouterr().err == (
        f"Je n’ai pas pu ouvrir le port {port}. Essayez un nombre entre 1024 et 65535 : ./faire voir --port 8123\n"
    )


def test_the_preview_puts_back_the_site_of_a_build_that_was_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".output-ancien").mkdir()
    (tmp_path / ".output-ancien" / "index.html").write_text("l’ancien site", "utf-8")
    seen: list[str] = []

    def build(*_: object, **__: object) -> BuildResult:
        seen.append((tmp_path / "output" / "index.html").read_text("utf-8"))
        raise KeyboardInterrupt

    monkeypatch.setattr(previewing, "shown_by_a_bar", build)
    assert previewing.preview(tmp_path, port="0") == 0
    assert seen == ["l’ancien site"]
