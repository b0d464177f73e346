import shutil
from pathlib import Path

import pytest
from PIL import Image

from plugins.commands.scrubbing import scrub
from tests.inspection.samples import odt, picture
from tests.site.building import MINI


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MINI, tmp_path / "projet"))


def test_what_notes_tell_is_said_then_taken_out_and_once_is_enough(project, capsys):
    notes = Image.Exif()
    notes[0x013B] = "Denise Martin"
    photo = project / "content/tutoriels/un-tutoriel/etape-1.jpg"
    photo.parent.mkdir(parents=True)
    photo.write_bytes(picture("JPEG", exif=notes))
    minutes = project / "content/documents/sources/cr.odt"
    minutes.parent.mkdir(parents=True)
    minutes.write_bytes(odt(meta="<dc:creator>Denise Martin</dc:creator>"))
    assert scrub(project) == 0
    assert capsys.readouterr().out.splitlines() == [
        "content/documents/sources/cr.odt : les propriétés de ce document nomment une personne. (Denise Martin)",
        "content/tutoriels/un-tutoriel/etape-1.jpg : dans ses notes cachées, cette image dit le nom de l’auteur",
        "Nettoyé : 2\u00a0fichiers. git diff --stat montre ce qui a changé.",
    ]
    assert b"Denise" not in photo.read_bytes()
    assert scrub(project) == 0
    assert capsys.readouterr().out.startswith("Rien à nettoyer")


def test_a_file_that_tells_nothing_or_does_not_open_is_left_as_it_is(project):
    damaged = project / "content/images/abimee.jpg"
    damaged.write_bytes(b"\xff\xd8\xff\xe0 abime")
    before = {path: path.read_bytes() for path in sorted(project.rglob("*")) if path.is_file()}
    assert scrub(project) == 0
    assert {path: path.read_bytes() for path in sorted(project.rglob("*")) if path.is_file()} == before
