from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from queue import SimpleQueue

import pytest

from plugins.catalog.problems import Problem
from plugins.commands.building import BuildResult
from plugins.commands.protocol import Built
from plugins.commands.watching import Batch, batches, is_source, keep_building, source_changes

GOOD = BuildResult(0, Built(3, 4, 0.1, "output", "2026-11-22"), (), (), 0.1)
FAULTY = BuildResult(1, None, (Problem("data/x.yaml", 1, "vide", "…"),), (), 0.1)


def test_an_edit_saved_during_a_rebuild_is_not_lost() -> None:
    queue: SimpleQueue[Batch] = SimpleQueue()
    saved_during_the_build = iter(["content/a.md", "content/a.md", None])
    shown: list[tuple[BuildResult, Batch]] = []

    asked: list[Batch] = []

    def build(batch: Batch) -> BuildResult:
        asked.append(batch)
        name = next(saved_during_the_build)
        if name:
            queue.put(frozenset({name}))
        return GOOD

    keep_building(build, islice(batches(queue), 2), lambda result, batch: shown.append((result, batch)))
    edit = frozenset({"content/a.md"})
    assert shown == [(GOOD, frozenset()), (GOOD, edit), (GOOD, edit)]
    assert asked == [frozenset(), edit, edit]
    assert queue.empty()


def test_edits_saved_together_make_one_build() -> None:
    queue: SimpleQueue[Batch] = SimpleQueue()
    for name in ("content/a.md", "data/b.yaml", "theme/c.css"):
        queue.put(frozenset({name}))
    assert next(batches(queue)) == {"content/a.md", "data/b.yaml", "theme/c.css"}


def test_a_faulty_build_does_not_stop_the_watch() -> None:
    results = iter([FAULTY, FAULTY, GOOD])
    shown: list[BuildResult] = []
    edits: Iterator[Batch] = iter([frozenset({"data/x.yaml"}), frozenset({"data/x.yaml"})])
    keep_building(lambda _: next(results), edits, lambda result, _: shown.append(result))
    assert shown == [FAULTY, FAULTY, GOOD]


def test_a_change_made_before_anyone_asks_is_given(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    with source_changes(tmp_path) as changes:
        (tmp_path / "content" / "a.md").write_text("bonjour", "utf-8")
        assert next(changes) == {"content/a.md"}
        (tmp_path / "pelicanconf.py").write_text("SITENAME = 'x'", "utf-8")
        assert next(changes) == {"pelicanconf.py"}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("content/billets/2026/2026-11-22-le-site-ouvre.md", True),
        ("content/images/affiche.jpg", True),
        ("theme/static/css/tokens.css", True),
        ("pelicanconf.py", True),
        ("README.md", False),
        ("plugins/french/__pycache__/dates.cpython-311.pyc", False),
        ("content/.2026.md.swp", False),
        ("content/a.md~", False),
        ("content/#a.md#", False),
        ("content/4913", False),
        ("data/.~lock.a.ods#", False),
        ("content/documents/~$livret.docx", False),
        ("content/documents/livret.pdf.part", False),
        ("data/.git/index", False),
    ],
)
def test_only_sources_are_watched(path: str, expected: bool) -> None:
    root = Path("/project")
    assert is_source(root, root / path) is expected
