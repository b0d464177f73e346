import json
import os
import shutil
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import NoReturn

import pytest

from plugins.catalog import Recollection, bodies, keeping, load_catalog, loading, source
from plugins.catalog.loading import Entry, load_entries
from plugins.catalog.problems import Problem
from plugins.texts import readings
from plugins.texts.readings import KeptReadings
from plugins.texts.shown_files import names_in

MINI = Path(__file__).parents[1] / "sites" / "mini"
POST = "content/billets/2026/2026-11-19-ancien-style.md"
DAY = date(2026, 11, 22)
TEXTS = ("posts", "pages", "tutorials")


class StoppedError(Exception):
    """What ends a build in these tests, with the problems that it tells."""


def stop(problems: Iterable[Problem]) -> NoReturn:
    raise StoppedError(*[(problem.file, problem.code, problem.message) for problem in problems])


def of_posts(root: Path, kept: KeptReadings | None = None) -> dict[str, Entry]:
    return load_entries(root, DAY, kept=kept).entries["posts"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    left = KeptReadings(tmp_path / "t.sqlite", "p1")
    catalog = load_catalog(MINI, DAY, Recollection(parts=left))
    left.settle([record.file for kind in TEXTS for record in getattr(catalog, kind).values()])
    left.write_down()
    return tmp_path / "t.sqlite"


def test_what_texts_said_is_made_again_without_parsing_and_is_the_same_examples_included(
    file: Path, monkeypatch: pytest.MonkeyPatch
):
    read = load_catalog(MINI, DAY)
    parsed: list[str] = []
    parse = loading.read_markdown
    monkeypatch.setattr(loading, "read_markdown", lambda text, name: parsed.append(name) or parse(text, name))
    again = load_catalog(MINI, DAY, Recollection(parts=KeptReadings(file, "p1")))
    assert all(getattr(again, kind) == getattr(read, kind) for kind in TEXTS)
    assert all(
        record.model_fields_set == read.posts[slug].model_fields_set for slug, record in again.posts.items()
    )
    assert not [name for name in parsed if name.startswith("content/billets/")]


def test_a_line_of_a_header_is_found_again_when_somebody_asks_for_it(file: Path):
    read, again = of_posts(MINI), of_posts(MINI, KeptReadings(file, "p1"))
    assert {type(entry.origin.tree) for entry in again.values()} == {keeping.KeptTree}
    for slug, entry in read.items():
        tree, other = entry.origin.tree, again[slug].origin.tree
        assert (tree.name, tree.first_line, tree.faults) == (other.name, other.first_line, other.faults)
        assert (tree.data, tree.lines, tree.rows) == (other.data, other.lines, other.rows)
        assert entry.source == again[slug].source
    assert not hasattr(again[slug].origin.tree, "column")


def test_whether_words_are_in_a_text_is_told_without_reading_it_again(file: Path):
    read, again = of_posts(MINI), of_posts(MINI, KeptReadings(file, "p1"))
    for slug, entry in again.items():
        tree = entry.origin.tree
        title = read[slug].record.title.split()[0]
        assert (tree.may_hold(title), tree.may_hold("Ornithorynque")) == (True, False)
        assert read[slug].origin.tree.may_hold(title)
        assert "rows" not in vars(tree)


def test_a_text_that_has_changed_is_read_and_then_known(file: Path, tmp_path: Path):
    root = Path(shutil.copytree(MINI, tmp_path / "site"))
    text = (root / POST).read_text("utf-8").replace("Titre", "title", 1)
    (root / POST).write_text(f"{text}Bonsoir.\n", "utf-8")
    left = KeptReadings(file, "p1")
    found = of_posts(root, left)
    assert found["2026-11-19-ancien-style"].record.body.endswith("Bonsoir.\n")
    left.settle([POST])
    left.write_down()
    known = of_posts(root, KeptReadings(file, "p1"))
    kinds = {slug: type(entry.origin.tree).__name__ for slug, entry in known.items()}
    assert [slug for slug, kind in kinds.items() if kind == "KeptTree"] == ["2026-11-19-ancien-style"]


def test_nothing_is_known_to_another_program_nor_on_another_day_for_an_example(tmp_path: Path):
    root = Path(shutil.copytree(MINI, tmp_path / "site"))
    (root / "data/exemples/billets").mkdir(parents=True)
    example = root / "data/exemples/billets/exemple-conte.md"
    example.write_text((root / POST).read_text("utf-8").replace("19 novembre 2026", "{J-2}"), "utf-8")
    left = KeptReadings(tmp_path / "t.sqlite", "p1")
    assert of_posts(root, left)["exemple-conte"].record.date == date(2026, 11, 20)
    left.write_down()
    for program, day, kinds in (
        ("p1", DAY, {False: "KeptTree", True: "KeptTree"}),
        ("p1", date(2026, 11, 23), {False: "KeptTree", True: "Tree"}),
        ("p2", DAY, {False: "Tree", True: "Tree"}),
    ):
        found = load_entries(root, day, kept=KeptReadings(tmp_path / "t.sqlite", program)).entries["posts"]
        assert {post.record.example: type(post.origin.tree).__name__ for post in found.values()} == kinds
        assert found["exemple-conte"].record.date == day - timedelta(days=2)


def test_a_text_with_a_fault_is_never_kept(tmp_path: Path):
    root = Path(shutil.copytree(MINI, tmp_path / "site"))
    (root / POST).write_text("titre: A\ndate: 31/02/2026\n\nBonjour.\n", "utf-8")
    left = KeptReadings(tmp_path / "t.sqlite", "p1")
    told = [problem.code for problem in load_entries(root, DAY, kept=left).problems]
    left.settle([])
    left.write_down()
    again = load_entries(root, DAY, kept=KeptReadings(tmp_path / "t.sqlite", "p1")).problems
    assert [problem.code for problem in again] == told
    assert told


def just_read(texts: Path) -> KeptReadings:
    """Return the readings of a first build, where other processes have read the texts."""
    left = KeptReadings(texts, "p1")
    fresh = KeptReadings(texts.with_name("none.sqlite"), "p1")
    for path, said in left._known.items():
        fresh.take(path, json.dumps(said))
    return fresh


@pytest.mark.parametrize(("many", "is_late"), [(1, True), (1_000, False)])
def test_the_bodies_of_many_texts_read_just_now_are_not_held(
    file: Path, monkeypatch: pytest.MonkeyPatch, many: int, is_late: bool
):
    monkeypatch.setattr(readings, "MANY", many)
    kept = just_read(file)
    kept.let_texts_go(MINI, stop)
    found, read = of_posts(MINI, kept), of_posts(MINI)
    assert {slug: entry.record.body for slug, entry in found.items()} == {
        slug: entry.record.body for slug, entry in read.items()
    }
    assert {"body" not in vars(entry.record) for entry in found.values()} == {is_late}
    tree = found["2026-11-19-ancien-style"].origin.tree
    assert tree.may_hold(read["2026-11-19-ancien-style"].record.body)
    assert tree.lines == read["2026-11-19-ancien-style"].origin.tree.lines


def test_nor_are_those_of_many_texts_that_a_build_before_has_read(
    file: Path, monkeypatch: pytest.MonkeyPatch
):
    just_read(file)
    monkeypatch.setattr(readings, "MANY", 1)
    kept = KeptReadings(file, "p1")
    kept.let_texts_go(MINI, stop)
    found, read = of_posts(MINI, kept), of_posts(MINI)
    assert {slug: entry.record.body for slug, entry in found.items()} == {
        slug: entry.record.body for slug, entry in read.items()
    }
    assert {"body" in vars(entry.record) for entry in found.values()} == {False}


def test_bodies_are_held_where_no_file_can_be_written(file: Path, monkeypatch: pytest.MonkeyPatch):
    def full() -> None:
        raise OSError

    monkeypatch.setattr(readings, "MANY", 1)
    monkeypatch.setattr(readings, "Bodies", full)
    kept = just_read(file)
    kept.let_texts_go(MINI, stop)
    assert all("body" in vars(entry.record) for entry in of_posts(MINI, kept).values())


def left_by_a_build(root: Path, file: Path) -> None:
    """Leave what the texts of a project say, saved long before."""
    for text in (root / "content").rglob("*.md"):
        os.utime(text, (1_000_000_000, 1_000_000_000))
    left = KeptReadings(file, "p1")
    left.began += 10_000_000_000  # ten seconds later: nothing is young
    left.let_texts_go(root, stop)
    posts = of_posts(root, left)
    left.settle([post.record.file for post in posts.values()])
    left.write_down()


def next_build(root: Path, file: Path) -> KeptReadings:
    kept = KeptReadings(file, "p1")
    kept.began += 10_000_000_000
    kept.let_texts_go(root, stop)
    return kept


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = Path(shutil.copytree(MINI, tmp_path / "site"))
    left_by_a_build(root, tmp_path / "left.sqlite")
    return root


def test_a_text_that_the_disk_tells_to_be_the_same_is_not_read_until_its_words_are_asked_for(
    site: Path, monkeypatch: pytest.MonkeyPatch
):
    opened: list[str] = []
    read = source.raw_bytes
    expected = of_posts(MINI)
    for module in (loading, bodies):
        monkeypatch.setattr(module, "raw_bytes", lambda path: opened.append(str(path)) or read(path))
    found = of_posts(site, next_build(site, site.parent / "left.sqlite"))
    assert [path for path in opened if path.endswith(POST)] == []
    for slug, entry in found.items():
        assert (entry.record, entry.source) == (expected[slug].record, expected[slug].source)
        assert entry.origin.tree.lines == expected[slug].origin.tree.lines
    assert [path for path in opened if path.endswith(POST)] == [f"{site}/{POST}"]


def test_nor_is_one_that_another_process_has_just_read(site: Path, monkeypatch: pytest.MonkeyPatch):
    left = next_build(site, site.parent / "left.sqlite")
    kept = next_build(site, site.parent / "none.sqlite")
    for path, row in left._known.items():
        kept.take(path, json.dumps(row))
    expected = of_posts(MINI)
    opened: list[str] = []
    read = source.raw_bytes
    monkeypatch.setattr(loading, "raw_bytes", lambda path: opened.append(str(path)) or read(path))
    found = of_posts(site, kept)
    assert [path for path in opened if path.endswith(POST)] == []
    assert {slug: entry.record for slug, entry in found.items()} == {
        slug: entry.record for slug, entry in expected.items()
    }


def test_a_text_saved_again_with_the_same_size_is_read_again(site: Path):
    words = (site / POST).read_text("utf-8")
    (site / POST).write_text(words.replace("Le texte", "La suite"), "utf-8")
    found = of_posts(site, next_build(site, site.parent / "left.sqlite"))
    assert found["2026-11-19-ancien-style"].record.body == "\nLa suite du billet.\n"


def test_a_text_saved_again_as_it_was_is_read_once_more_and_no_longer(site: Path):
    os.utime(site / POST, (1_100_000_000, 1_100_000_000))
    for expected in (False, True):
        kept = next_build(site, site.parent / "left.sqlite")
        posts = of_posts(site, kept)
        assert ("body" not in vars(posts["2026-11-19-ancien-style"].record)) is expected
        assert (POST in kept.unread) is expected
        kept.settle([post.record.file for post in posts.values()])
        kept.write_down()


def test_a_young_text_is_read_each_time(site: Path):
    kept = next_build(site, site.parent / "left.sqlite")
    kept.began = 1_000_000_000_000_000_000  # at the very second of the saving: there may have been two
    assert all("body" in vars(post.record) for post in of_posts(site, kept).values())


def test_a_text_saved_while_the_site_is_built_stops_the_build_and_says_so(site: Path):
    found = of_posts(site, next_build(site, site.parent / "left.sqlite"))
    (site / POST).write_text("Titre : Un autre\n\nBonsoir.\n", "utf-8")
    with pytest.raises(StoppedError) as told:
        _ = found["2026-11-19-ancien-style"].record.body
    message = "ce texte a été enregistré pendant que le site se construisait."
    assert told.value.args == ((POST, "enregistre-pendant", message),)


def test_a_process_that_helps_leaves_it_to_the_one_that_is_helped_to_say_so(
    site: Path, monkeypatch: pytest.MonkeyPatch
):
    found = of_posts(site, next_build(site, site.parent / "left.sqlite"))
    (site / POST).write_text("Titre : Un autre\n\nBonsoir.\n", "utf-8")
    monkeypatch.setattr(readings.os, "getpid", lambda: -1)
    with pytest.raises(RuntimeError, match="ancien-style"):
        _ = found["2026-11-19-ancien-style"].record.body


def test_the_pictures_of_a_known_text_are_known_without_its_words(site: Path):
    kept = next_build(site, site.parent / "left.sqlite")
    posts, read = of_posts(site, kept), load_catalog(MINI, DAY)
    assert kept.shown == {
        record.file: sorted(names_in(record.body)) for record in (*read.posts.values(), *read.pages.values())
    }
    assert any(kept.shown.values())
    assert all("body" not in vars(post.record) for post in posts.values())
