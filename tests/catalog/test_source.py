from pathlib import Path

import pytest

from plugins.catalog import source
from plugins.catalog.source import LARGEST_FILE, UnreadableFileError, raw_bytes, read_text

ACCENTS = "nom: Théâtre de l’Été\nville: Privas\n"


def _write(folder: Path, content: bytes) -> Path:
    path = folder / "fiche.yaml"
    path.write_bytes(content)
    return path


def _refused(folder: Path, content: bytes) -> list[tuple[int, str, str | None]]:
    with pytest.raises(UnreadableFileError) as caught:
        read_text(_write(folder, content), "fiche.yaml")
    return [(problem.line, problem.code, problem.written) for problem in caught.value.problems]


@pytest.mark.parametrize(
    "content",
    [
        ACCENTS.encode(),
        b"\xef\xbb\xbf" + ACCENTS.encode(),
        ACCENTS.replace("\n", "\r\n").encode(),
        ACCENTS.replace("\n", "\r").encode(),
        ACCENTS.replace("é", "e\u0301").replace("â", "a\u0302").replace("É", "E\u0301").encode(),
    ],
    ids=["utf-8", "byte-order mark", "windows line ends", "old mac line ends", "decomposed accents"],
)
def test_a_text_is_read_alike_however_its_editor_saved_it(tmp_path: Path, content: bytes) -> None:
    assert read_text(_write(tmp_path, content), "fiche.yaml") == ACCENTS


def test_latin_1_is_refused_at_the_line_of_the_first_accent(tmp_path: Path) -> None:
    content = "ville: Privas\nnom: Théâtre\n".encode("latin-1")
    assert _refused(tmp_path, content) == [(2, "encodage", "nom: Théâtre")]


def test_windows_1252_is_refused_and_its_curly_quotes_are_shown(tmp_path: Path) -> None:
    assert _refused(tmp_path, "nom: “Été”\r\n".encode("cp1252")) == [(1, "encodage", "nom: “Été”")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_utf_16_is_refused_and_its_first_line_is_shown(tmp_path: Path, encoding: str) -> None:
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    content = mark + "nom: Été\nville: Privas\n".encode(encoding)
    assert _refused(tmp_path, content) == [(1, "encodage", "nom: Été")]


def test_a_nul_byte_is_refused(tmp_path: Path) -> None:
    assert _refused(tmp_path, b"a: b\nnom: Caf\x00e\n") == [
        (2, "caractere-invisible", "nom: Caf␣e (il est à la place de ␣)")
    ]


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200b", "\u2028", "\ufeff", "\x1b", "\x85", "\uffff"])
def test_invisible_signs_are_refused(tmp_path: Path, sign: str) -> None:
    assert _refused(tmp_path, f"nom: Sa{sign}lle\n".encode()) == [
        (1, "caractere-invisible", "nom: Sa␣lle (il est à la place de ␣)")
    ]


@pytest.mark.parametrize("text", ["Salle\u00a0: oui", "20\u202fh", "👩\u200d🎨", "tab\tici"])
def test_typographic_spaces_and_emoji_are_welcome(tmp_path: Path, text: str) -> None:
    assert read_text(_write(tmp_path, text.encode()), "fiche.yaml") == text


@pytest.mark.parametrize(
    "row", ["nom: ThÃ©Ã¢tre", "lâ€™Ã©tÃ©", "lâ€™an", "cÅ“ur", "Th\ufffd\ufffdtre", "Â« oui Â»"]
)
def test_damaged_accents_are_told(tmp_path: Path, row: str) -> None:
    assert _refused(tmp_path, f"a: b\n{row}\n".encode()) == [(2, "accents-abimes", row)]


def test_a_merge_conflict_is_told_once_where_it_begins(tmp_path: Path) -> None:
    content = b"a: b\n<<<<<<< HEAD\nnom: A\n=======\nnom: B\n>>>>>>> travail\n"
    assert _refused(tmp_path, content) == [(2, "conflit", "<<<<<<< HEAD")]


def test_what_is_left_of_a_merge_conflict_is_told(tmp_path: Path) -> None:
    assert _refused(tmp_path, b"nom: B\n>>>>>>> travail\n") == [(2, "conflit", ">>>>>>> travail")]


def test_a_heading_underlined_by_seven_signs_is_no_conflict(tmp_path: Path) -> None:
    assert read_text(_write(tmp_path, b"Titre 1\n=======\n"), "x") == "Titre 1\n=======\n"


def test_a_symbolic_link_is_refused_even_when_it_leads_nowhere(tmp_path: Path) -> None:
    link = tmp_path / "fiche.yaml"
    link.symlink_to(tmp_path / "absent.yaml")
    with pytest.raises(UnreadableFileError) as caught:
        read_text(link, "fiche.yaml")
    assert [problem.code for problem in caught.value.problems] == ["lien-symbolique"]


def test_a_file_that_vanishes_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read_text(tmp_path / "absent.yaml", "absent.yaml")
    assert [problem.code for problem in caught.value.problems] == ["fichier-ferme"]


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path) -> None:
    assert _refused(tmp_path, b"a" * (LARGEST_FILE + 1)) == [(1, "fichier-trop-gros", "1 000 001 octets")]


@pytest.mark.parametrize("content", [b"", b"a\r\n\x1ab", ACCENTS.encode()])
def test_the_bytes_of_a_file_are_those_that_stand_there(tmp_path: Path, content: bytes) -> None:
    assert raw_bytes(_write(tmp_path, content)) == content


def test_a_file_that_grows_while_it_is_read_is_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source.os, "read", lambda _file, size: b"x" * size)
    assert raw_bytes(_write(tmp_path, ACCENTS.encode())) == ACCENTS.encode()
