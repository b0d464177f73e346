import pytest

from plugins.catalog.problems import Problem
from plugins.commands.protocol import Built, Progress, read_event


def test_progress_is_read() -> None:
    line = '\x1e{"event": "progress", "done": 512, "total": 1900, "what": "pages"}\n'
    assert read_event(line) == Progress(512, 1900, "pages")


def test_a_problem_is_the_catalog_s_problem() -> None:
    line = (
        '\x1e{"event": "problem", "file": "content/x.md", "line": 3, "code": "date-incomprise",'
        ' "message": "je ne comprends pas cette date.", "written": "31/02", "expected": null, "hint": null}\n'
    )
    assert read_event(line) == Problem(
        "content/x.md", 3, "date-incomprise", "je ne comprends pas cette date.", written="31/02"
    )


def test_the_end_of_a_build_is_read_and_unknown_keys_are_left_out() -> None:
    line = (
        '\x1e{"event": "built", "pages": 1912, "files": 1980, "seconds": 5.1, "output": "output",'
        ' "today": "2026-11-22", "notes": ["une note"], "later": 1}'
    )
    assert read_event(line) == Built(1912, 1980, 5.1, "output", "2026-11-22", ("une note",))


@pytest.mark.parametrize(
    "line",
    [
        "Done: Processed 3 articles",
        "",
        '{"event": "progress", "done": 1, "total": 2}',
        '\x1e{"event": "progress", "done": 1',
        '\x1e{"event": "something-new"}',
        '\x1e{"event": "problem", "file": "x"}',
        "\x1e[]",
        'text before \x1e{"event": "progress", "done": 1, "total": 2}',
    ],
)
def test_any_other_line_belongs_to_the_log(line: str) -> None:
    assert read_event(line) is None
