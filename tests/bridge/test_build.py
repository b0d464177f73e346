from pathlib import Path

from plugins.bridge.build import recover


def _site(folder: Path, words: str) -> None:
    folder.mkdir()
    (folder / "index.html").write_text(words, encoding="utf-8")


def test_a_build_cut_between_its_two_renames_gives_the_old_site_back(tmp_path):
    _site(tmp_path / ".output-ancien", "le bon site")
    recover(tmp_path / "output")
    assert (tmp_path / "output" / "index.html").read_text(encoding="utf-8") == "le bon site"
    assert not (tmp_path / ".output-ancien").exists()


def test_a_build_cut_after_its_two_renames_keeps_the_new_site(tmp_path):
    _site(tmp_path / ".output-ancien", "ancien")
    _site(tmp_path / "output", "nouveau")
    recover(tmp_path / "output")
    assert (tmp_path / "output" / "index.html").read_text(encoding="utf-8") == "nouveau"
    assert not (tmp_path / ".output-ancien").exists()
