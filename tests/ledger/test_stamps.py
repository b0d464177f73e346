from pathlib import Path

from plugins.ledger.stamps import Stamps, scan


def test_a_stamp_that_is_asked_for_is_the_one_that_a_scan_finds(tmp_path: Path):
    (tmp_path / "a").mkdir()
    for name in ("a/un.html", "deux.html"):
        (tmp_path / name).write_text(name)
    found, stamps = scan(tmp_path), Stamps(tmp_path)
    assert {name: stamps.get(name) for name in (*found, "a/trois.html", "deux.html/a")} == {
        **found,
        "a/trois.html": None,
        "deux.html/a": None,
    }


def test_a_file_is_looked_at_once(tmp_path: Path):
    (tmp_path / "un.html").write_text("un")
    stamps = Stamps(tmp_path)
    first = stamps.get("un.html")
    (tmp_path / "un.html").unlink()
    assert stamps.get("un.html") == first
    assert Stamps(tmp_path).get("un.html") is None
