import os
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.ledger import generations
from plugins.ledger.generations import complete, mirror, recover, swap
from plugins.ledger.sights import SiteSight, note_site, noted_site, untouched_reserve
from plugins.ledger.stamps import known_folders, scan


def _site(folder: Path, files: dict[str, str]) -> Path:
    for name, words in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(words, encoding="utf-8")
    return folder


def _read(folder: Path) -> dict[str, str]:
    return {name: (folder / name).read_text(encoding="utf-8") for name in scan(folder)}


def _next(root: Path, fresh: dict[str, str], kept: set[str]) -> None:
    """Make one generation after another, as builds do."""
    site = root / "output"
    aside = _site(root / ".output-neuf", fresh)
    stamps = {name: stamp for name, stamp in scan(site).items() if name in kept}
    swap(complete(aside, site, stamps), site)


def test_a_build_cut_between_its_two_renames_gives_the_old_site_back(tmp_path: Path):
    _site(tmp_path / ".output-ancien", {"index.html": "le bon site"})
    recover(tmp_path / "output")
    assert _read(tmp_path / "output") == {"index.html": "le bon site"}
    assert not (tmp_path / ".output-ancien").exists()


def test_a_build_cut_after_its_two_renames_keeps_the_new_site(tmp_path: Path):
    _site(tmp_path / ".output-ancien", {"index.html": "ancien"})
    _site(tmp_path / "output", {"index.html": "nouveau"})
    recover(tmp_path / "output")
    assert _read(tmp_path / "output") == {"index.html": "nouveau"}
    assert not (tmp_path / ".output-ancien").exists()


def test_each_generation_holds_what_is_new_what_is_kept_and_nothing_else(tmp_path: Path):
    _site(tmp_path / "output", {"a": "1", "b/c": "1", "d/e/f": "1"})
    _next(tmp_path, {"a": "2"}, {"b/c", "d/e/f"})
    assert _read(tmp_path / "output") == {"a": "2", "b/c": "1", "d/e/f": "1"}
    _next(tmp_path, {"d/e": "un fichier là où était un dossier"}, {"a", "b/c"})
    assert _read(tmp_path / "output") == {"a": "2", "b/c": "1", "d/e": "un fichier là où était un dossier"}
    _next(tmp_path, {"d/e/f": "3", "a": "3"}, {"b/c"})
    assert _read(tmp_path / "output") == {"a": "3", "b/c": "1", "d/e/f": "3"}
    assert sorted(path.name for path in tmp_path.iterdir()) == [".output-reserve", "output"]


def test_a_kept_file_is_the_same_file_and_an_unchanged_one_costs_nothing(tmp_path: Path):
    site = _site(tmp_path / "output", {"a": "1", "b": "1"})
    before = scan(site)
    for count in range(3):
        _next(tmp_path, {"a": str(count)}, {"b"})
        assert scan(site)["b"] == before["b"]


def test_a_reserve_that_somebody_touched_is_no_source(tmp_path: Path):
    _site(tmp_path / "output", {"a": "1", "b": "1"})
    _next(tmp_path, {"a": "2"}, {"b"})
    reserve = tmp_path / ".output-reserve"
    (reserve / "b").unlink()
    _site(reserve, {"b": "faux", "c/d": "faux"})
    _next(tmp_path, {"a": "3"}, {"b"})
    assert _read(tmp_path / "output") == {"a": "3", "b": "1"}


def test_no_file_is_moved_over_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    moved: list[tuple[str, bool]] = []
    replace = Path.replace

    def watched(source: Path, target: Path) -> Path:
        moved.append((target.relative_to(tmp_path).as_posix(), target.exists()))
        return replace(source, target)

    _site(tmp_path / "output", {"a": "1", "b/c": "1"})
    _next(tmp_path, {"a": "2"}, {"b/c"})
    monkeypatch.setattr(Path, "replace", watched)
    _next(tmp_path, {"a": "3", "d": "3"}, {"b/c"})
    assert sorted(moved) == [(".output-reserve/a", False), (".output-reserve/d", False)]
    assert _read(tmp_path / "output") == {"a": "3", "b/c": "1", "d": "3"}


def test_a_disk_without_links_gets_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", refuse)
    _site(tmp_path / "output", {"a": "1", "b": "1"})
    _next(tmp_path, {"a": "2"}, {"b"})
    _next(tmp_path, {"a": "3"}, {"b"})
    assert _read(tmp_path / "output") == {"a": "3", "b": "1"}


def test_the_site_in_place_is_never_written_to(tmp_path: Path):
    site = _site(tmp_path / "output", {"a": "1", "b": "1"})
    before = _read(site), scan(site)
    complete(_site(tmp_path / ".output-neuf", {"a": "2"}), site, {"b": scan(site)["b"]})
    assert (_read(site), scan(site)) == before


def test_what_the_reserve_is_known_to_hold_is_not_looked_at_and_the_site_is_the_same(tmp_path: Path):
    site = _site(tmp_path / "output", {"a": "1", "b": "1", "c/d": "1"})
    _next(tmp_path, {"a": "2"}, {"b", "c/d"})
    held = scan(tmp_path / ".output-reserve") or {}
    aside = _site(tmp_path / ".output-neuf", {"b": "3"})
    kept = {name: stamp for name, stamp in scan(site).items() if name == "a"}
    swap(complete(aside, site, kept, held), site)
    assert _read(site) == {"a": "2", "b": "3"}


def test_the_reserve_is_made_ready_with_the_very_files_of_the_site(tmp_path: Path):
    site = _site(tmp_path / "output", {"a": "1", "c/d": "1", "e": "1"})
    reserve = _site(tmp_path / ".output-reserve", {"a": "0", "gone/b": "0"})
    mirror(site, scan(site))
    assert scan(site) == scan(reserve)
    assert _read(reserve) == _read(site) == {"a": "1", "c/d": "1", "e": "1"}
    assert not (reserve / "gone").exists()
    before = scan(reserve)
    mirror(site, scan(site))
    assert scan(reserve) == before


def test_a_disk_without_links_has_no_reserve_ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def no_links(*_: object, **__: object) -> None:
        raise PermissionError

    site = _site(tmp_path / "output", {"a": "1"})
    monkeypatch.setattr(generations.os, "link", no_links)
    with pytest.raises(PermissionError):
        mirror(site, scan(site))


def _noted(root: Path, fresh: dict[str, str], kept: set[str]) -> SiteSight | None:
    """Make one more generation as builds do, which note what the disk says of it; return what was known before."""
    site = root / "output"
    aside = _site(root / ".output-neuf", fresh)
    stamps = {name: stamp for name, stamp in scan(site).items() if name in kept}
    reserve = untouched_reserve(site, root / ".output-reserve", stamps)
    swap(complete(aside, site, stamps, reserve.files if reserve else None), site)
    note_site(site, scan(site), reserve)
    assert noted_site(site) == SiteSight(scan(site), known_folders(site, scan(site)))
    return reserve


@pytest.fixture
def noted(tmp_path: Path) -> Path:
    """Give a project whose site and reserve were both noted."""
    _site(tmp_path / "output", {"a": "1", "b": "1", "c/d": "1", "e/f/g": "1"})
    assert _noted(tmp_path, {"a": "2"}, {"b", "c/d", "e/f/g"}) is None
    assert _noted(tmp_path, {"a": "3"}, {"b", "c/d", "e/f/g"}) is None
    return tmp_path


def test_a_reserve_that_was_noted_as_a_site_is_known(noted: Path):
    assert _noted(noted, {"c/d": "4"}, {"a", "b", "e/f/g"})
    assert _read(noted / "output") == {"a": "3", "b": "1", "c/d": "4", "e/f/g": "1"}
    assert _noted(noted, {"h/i": "5"}, {"a", "b", "c/d"})
    assert _read(noted / "output") == {"a": "3", "b": "1", "c/d": "4", "h/i": "5"}


@pytest.mark.parametrize(
    "touch",
    [
        lambda reserve: (reserve / "a").write_text("faux"),
        lambda reserve: (reserve / "b").unlink(),
        lambda reserve: (reserve / "a").replace(reserve / "b"),
        lambda reserve: (reserve / "c" / "venu").write_text("faux"),
        lambda reserve: (reserve / "x" / "y").mkdir(parents=True),
        lambda reserve: (reserve.parent / ".output-memoire" / "reserve.json").write_text("{"),
        lambda reserve: (reserve.parent / ".output-memoire" / "reserve.json").write_text("[[], {}]"),
    ],
)
def test_a_noted_reserve_that_somebody_touched_is_no_source_either(
    noted: Path, touch: Callable[[Path], object]
):
    touch(noted / ".output-reserve")
    assert _noted(noted, {"c/d": "4"}, {"a", "b", "e/f/g"}) is None
    assert _read(noted / "output") == {"a": "3", "b": "1", "c/d": "4", "e/f/g": "1"}


def test_a_file_that_somebody_put_in_the_site_does_not_come_back_with_the_reserve(noted: Path):
    _site(noted / "output", {"c/venu": "à la main"})
    _noted(noted, {"a": "4"}, {"b", "c/d"})
    assert _noted(noted, {"a": "5"}, {"b", "c/d"}) is None
    assert _read(noted / "output") == {"a": "5", "b": "1", "c/d": "1"}


def test_a_file_of_both_folders_that_somebody_wrote_to_is_seen(noted: Path):
    (noted / ".output-reserve" / "b").write_text("dans le site aussi : c’est le même fichier")
    assert _noted(noted, {"b": "4"}, {"a", "c/d", "e/f/g"}) is None
    assert _read(noted / "output") == {"a": "3", "b": "4", "c/d": "1", "e/f/g": "1"}
