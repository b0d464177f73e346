from pathlib import Path

import pytest

from plugins.commands.checking import Check, Outcome, checks, run_check, summary, verify


def names(root: Path) -> list[str]:
    return [check.name for check in checks(root)]


def test_the_checks_run_from_the_quickest_to_the_tests(tmp_path: Path) -> None:
    (tmp_path / ".github").mkdir()
    assert names(tmp_path) == [
        "Règles d’écriture du code (ruff)",
        "Mise en forme du code (ruff)",
        "Architecture (import-linter)",
        "Automatismes de GitHub (zizmor)",
        "Tests (pytest)",
    ]


def test_a_failure_does_not_stop_the_checks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run: list[str] = []

    def fail_first(check: Check) -> Outcome:
        run.append(check.name)
        return Outcome(check, int(len(run) == 1), 0.25)

    assert verify(tmp_path, fail_first) == 1
    assert run == names(tmp_path)
    assert capsys.readouterr().out.splitlines()[-1] == "À reprendre : Règles d’écriture du code (ruff)."


def test_all_green_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(tmp_path, lambda check: Outcome(check, 0, 0.1)) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Tout est bon."


def test_the_summary_is_a_table() -> None:
    outcomes = [Outcome(Check("Tests", ()), 0, 12.34), Outcome(Check("Code", ()), 1, 0.5)]
    assert summary(outcomes).replace("\u00a0", " ").splitlines() == [
        "  ✔ Tests  12,3 s",
        "  ✘ Code   0,5 s",
        "À reprendre : Code.",
    ]


def test_the_output_of_a_check_is_shown_as_it_is(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    outcome = run_check(tmp_path, Check("Echo", ("python3", "-c", "print('3 passed'); raise SystemExit(4)")))
    assert outcome.code == 4
    assert capfd.readouterr().out == "3 passed\n"
