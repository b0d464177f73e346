"""Whatever cuts a build, the folder of the site holds the old site or the new one, and building again ends well."""

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.badinputs.laying import heavy_pdf
from tests.site.building import ONLINE, build, digests, pelican_command, pelican_environment
from tests.site.confining import files_of_at_most, obey_modes, run_confined, with_settings

INSTANTS = 20
DOCUMENT = """titre: Un document d'essai
type: compte-rendu
resume: Un document pour essayer.
versions:
  - fichier: "cr.pdf"
    date: 20/11/2026
licence: cc-by-4.0
auteur: L'association
"""
KEEPING = (
    "import sys; from pathlib import Path; from plugins.formats.kept import kept;"
    "sys.stdout.write(kept('cle', lambda: b'fait', Path(sys.argv[1])).decode())"
)
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")


@pytest.fixture
def sites(mini, mini_root):
    """Give a project whose site is an old one, and the new one that a build would make."""
    old = mini_root / "output"
    old.mkdir()
    (old / "index.html").write_text("l’ancien site", encoding="utf-8")
    return mini_root, digests(mini)


def _start(root: Path, limit: Callable[[], None] | None = None) -> subprocess.Popen:
    return subprocess.Popen(
        pelican_command(root, ONLINE),
        cwd=Path(__file__).parents[2],
        env=pelican_environment({"FAIRE_EVENTS": "1"}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=limit,  # noqa: PLW1509  # the child sets its own limit, and no thread runs here
    )


def _hear_ctrl_c() -> None:
    """Hear Ctrl-C even where this test runs in the background, which makes its children deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _ends_well(root: Path, new: dict[str, str]) -> None:
    again = build(root, ONLINE)
    assert again.returncode == 0, again.stderr
    assert digests(root / "output") == new


def test_a_build_killed_at_twenty_instants_never_leaves_a_mixture(sites):
    root, new = sites
    began = time.monotonic()
    shutil.copytree(root, root.with_name("mesure"))
    _start(root.with_name("mesure")).communicate()
    whole = time.monotonic() - began
    seen = []
    for instant in range(INSTANTS):
        shutil.rmtree(root / "output", ignore_errors=True)
        (root / "output").mkdir()
        (root / "output" / "index.html").write_text(f"l’ancien site {instant}", encoding="utf-8")
        before = digests(root / "output")
        with _start(root) as process:
            try:
                process.communicate(timeout=whole * (0.25 + 0.75 * instant / INSTANTS))
            except subprocess.TimeoutExpired:
                process.kill()
        seen.append(_state(root, before, new))
    assert "old" in seen
    _ends_well(root, new)


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_a_build_that_is_asked_to_stop_leaves_the_old_site(sites, ending):
    root, _new = sites
    before = digests(root / "output")
    with _start(root, _hear_ctrl_c) as process:
        next(process.stdout)  # it tells that it reads the records
        process.send_signal(ending)
        process.communicate()
    assert process.returncode != 0
    assert digests(root / "output") == before


def _state(root: Path, before: dict[str, str], new: dict[str, str]) -> str:
    """Tell which site is there; between its two renames the old one is aside and comes back by itself."""
    there = digests(root / "output")
    assert there in (before, new, {})
    if there == {}:
        assert digests(root / ".output-ancien") == before
    return {True: "old", False: "new"}[there != new]


@pytest.fixture
def project(mini_root):
    """Give a project with its settings, whose site is an old one."""
    (mini_root / "output").mkdir()
    (mini_root / "output" / "index.html").write_text("l’ancien site", encoding="utf-8")
    return with_settings(mini_root)


def _is_refused(root: Path, result: subprocess.CompletedProcess[str], *sentences: str) -> None:
    __tracebackhide__ = True
    assert result.returncode == 1, result.stdout
    assert "Traceback" not in result.stderr
    for sentence in sentences:
        assert sentence in result.stderr
    assert (root / "output" / "index.html").read_text(encoding="utf-8") == "l’ancien site"
    assert len(digests(root / "output")) == 1
    assert not (root / ".output-neuf").exists()


def test_a_disk_that_takes_no_more_leaves_the_old_site(project, mini):
    result = run_confined(files_of_at_most(20_000), str(project))
    _is_refused(project, result, "le disque n’a plus de place", "docs/problemes.md#disque-plein")
    _ends_well(project, digests(mini))


def test_a_disk_that_fills_up_in_the_middle_of_a_document_leaves_the_old_site(project):
    (project / "content/documents").mkdir()
    (project / "content/documents/cr.pdf").write_bytes(heavy_pdf(1_500_000))
    record = project / "data/documents/cr.yaml"
    record.parent.mkdir()
    record.write_text(DOCUMENT, encoding="utf-8")
    result = run_confined(files_of_at_most(1_000_000), str(project))
    _is_refused(project, result, "le disque n’a plus de place", "docs/problemes.md#disque-plein")


def test_a_folder_that_cannot_be_written_is_told_before_anything_is_done(project):
    names = ("output", ".output-reserve", ".output-memoire", ".")
    folders = [project / name for name in names]
    for folder in folders:
        folder.mkdir(exist_ok=True)
        folder.chmod(0o555)
    try:
        result = run_confined(obey_modes, str(project))
    finally:
        for folder in reversed(folders):
            folder.chmod(0o755)
    told = (f"{name}/ : ce dossier est en lecture seule" for name in ("site", *names[:3]))
    _is_refused(project, result, *told, "rendez-lui l’écriture", "docs/problemes.md#lecture-seule")


def test_what_is_kept_in_a_cache_that_cannot_be_written_is_made_again(tmp_path):
    tmp_path.chmod(0o555)
    try:
        result = run_confined(obey_modes, str(tmp_path), program=KEEPING)
        assert (result.returncode, result.stdout) == (0, "fait"), result.stderr
        assert list(tmp_path.iterdir()) == []
    finally:
        tmp_path.chmod(0o755)


def test_two_builds_at_once_end_with_one_whole_site(sites):
    root, new = sites
    builds = [_start(root), _start(root)]
    said = [process.communicate()[0] for process in builds]
    assert [process.returncode for process in builds] == [0, 0], said
    assert digests(root / "output") == new
    assert not (root / ".output-neuf").exists()
