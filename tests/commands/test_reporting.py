import pytest

from plugins.catalog.problems import Problem, format_report
from plugins.commands.building import BuildResult
from plugins.commands.protocol import Built
from plugins.commands.reporting import failure, report, success

BUILT = Built(1912, 1980, 4.9, "output", "2026-11-22")


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def failed(*log: str, problems: tuple[Problem, ...] = ()) -> BuildResult:
    return BuildResult(1, None, problems, log, 0.4)


def test_a_good_build_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert report(BuildResult(0, BUILT, (), ("noise",), 5.12)) == 0
    told = capsys.readouterr()
    assert plain(told.out) == (
        "Site construit : 1 912 pages en 5,1 s dans output/ — ouvrez output/index.html\n"
    )
    assert told.err == ""


def test_the_line_tells_when_the_site_will_change_by_itself() -> None:
    built = Built(1, 1, 0.1, "output", "2026-11-22", next_change="2026-12-01")
    assert plain(success(built, 60)) == (
        "Site construit : 1 page en 60 s dans output/ — ouvrez output/index.html — "
        "prochain changement prévu : le 1er décembre 2026"
    )


def test_notes_follow_the_line() -> None:
    built = Built(1, 1, 0.1, "output/", "2026-11-22", ("une sortie sans preuve n’est pas montrée",))
    assert plain(success(built, 60)).splitlines() == [
        "Site construit : 1 page en 60 s dans output/ — ouvrez output/index.html",
        "  · une sortie sans preuve n’est pas montrée",
    ]


def test_problems_are_one_french_list_on_the_error_stream(capsys: pytest.CaptureFixture[str]) -> None:
    problem = Problem("data/x.yaml", 3, "date-incomprise", "cette date n’est pas comprise.", "31/02")
    assert report(failed("Traceback (most recent call last):", problems=(problem,))) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == f"{format_report([problem])}\n"


def test_brackets_in_a_message_are_not_taken_for_styles(capsys: pytest.CaptureFixture[str]) -> None:
    report(failed(problems=(Problem("x.yaml", 1, "vide", "[bold]titre[/] :smile: manque."),)))
    assert "[bold]titre[/] :smile: manque." in capsys.readouterr().err


def test_without_problems_pelican_s_last_words_are_introduced() -> None:
    lines = failure(failed("", *(f"line {number}" for number in range(20)))).splitlines()
    assert lines[0] == (
        "Pelican s’est arrêté (code 1). Le site précédent n’a pas été touché. Ses derniers mots :"
    )
    assert lines[2:] == [f"    line {number}" for number in range(5, 20)]


def test_a_fatal_warning_shows_the_warning_not_the_traceback() -> None:
    log = (
        "No timezone information specified",
        "RuntimeError: Warning or error encountered",
        "Traceback (most recent call last):",
        '  File "log.py", line 118, in _log',
        "RuntimeError: Warning or error encountered",
    )
    assert failure(failed(*log)).splitlines()[1:] == ["", "    No timezone information specified"]


def test_a_programming_error_is_shown_whole() -> None:
    log = ("before", "Traceback (most recent call last):", *("  line",) * 40, "KeyError: 'x'")
    told = failure(failed(*log)).splitlines()
    assert told[0].startswith("Le programme du site s’est arrêté sur une erreur à lui")
    assert told[-42:] == list(log[1:])


def test_a_silent_end_is_told_too() -> None:
    assert failure(BuildResult(0, None, (), (), 0.1)) == (
        "Pelican s’est arrêté (code 0). Le site précédent n’a pas été touché."
    )


@pytest.mark.parametrize(
    ("last", "told"),
    [
        (
            "OSError: [Errno 28] No space left on device: '/home/x/site/.output-neuf/a/index.html'",
            (".output-neuf/a/index.html", "disque-plein"),
        ),
        ("OSError: [Errno 27] File too large", ("output/", "disque-plein")),
        (
            r"PermissionError: [WinError 32] Utilisé par un autre processus: 'C:\\site\\content\\a.md'",
            (r"content\\a.md", "ecriture-refusee"),
        ),
        ("OSError: [Errno 30] Read-only file system: '/site/output'", ("output", "ecriture-refusee")),
    ],
)
def test_what_the_disk_refuses_is_no_fault_of_the_program(last: str, told: tuple[str, str]) -> None:
    said = failure(failed("Traceback (most recent call last):", '  File "x.py", line 1, in f', last))
    assert said.startswith(f"{told[0]} : ")
    assert f"docs/problemes.md#{told[1]}" in said
    assert "Traceback" not in said


def test_another_fault_of_the_disk_stays_a_fault_of_the_program() -> None:
    log = ("Traceback (most recent call last):", "FileNotFoundError: [Errno 2] No such file: 'output/a'")
    assert log[-1] in failure(failed(*log))
