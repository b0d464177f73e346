"""A build that keeps what has not changed gives the bytes of a build that keeps nothing, whatever happens."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from plugins.bridge.keeping import DAMAGED, FOREIGN
from plugins.ledger.memory import FORMAT, Memory, read_memory
from plugins.ledger.stamps import scan
from plugins.ledger.traces import NEVER
from tests.site.building import MINI, ROOT, Resident, build, digests, written_again
from tests.site.edits import accidents, records, texts
from tests.site.edits.project import Edit, Project

STEPS = int(os.environ.get("PAS", "60"))
EDITS = (*texts.EDITS, *records.EDITS, *accidents.EDITS)
SEED = os.environ.get("GRAINE", "2611")


WHOLE_BUILD = "Done: Processed"
"""What Pelican says at the end of its own work: an edit that is touched up goes without."""

MOSTLY_WORDS = (*EDITS, *[texts.edit_a_text] * 30)
"""Seven changes out of ten are words of a text, which a process that stays touches up."""


def test_after_each_change_drawn_at_random_the_site_is_that_of_a_cold_build(tmp_path: Path):
    """`PAS=1000 GRAINE=7 ./faire tester tests/site/test_incremental.py` goes further, from another seed."""
    _change_and_compare(tmp_path, EDITS, STEPS, forgets=0.3)


def test_after_each_corrected_word_among_other_changes_the_site_is_that_of_a_cold_build(tmp_path: Path):
    logs = _change_and_compare(tmp_path, MOSTLY_WORDS, STEPS // 2, forgets=0.1)
    assert sum(WHOLE_BUILD not in log for log in logs) > len(logs) / 4


def _change_and_compare(tmp_path: Path, edits: Sequence[Edit], steps: int, forgets: float) -> list[str]:
    """Build after each change, and from nothing too; return what Pelican said of the builds that ended well."""
    project = Project(tmp_path / "site", Random(SEED))  # noqa: S311  # the same draws each time
    theme: dict[str, object] = {"THEME": str(project.root / "theme")}
    warm, cold = Resident(project.root, "output", theme), Resident(project.root, "froid", theme)
    done: list[str] = []
    logs: list[str] = []
    try:
        for step in range(steps):
            done.append(project.change(edits) if step else "begin")
            forget = project.random.random() < forgets
            saved = project.saved()
            told = warm.build(project.today.isoformat(), project.settings, forget=forget, saved=saved)
            expected = _built_from_nothing(cold, project)
            assert project.mend or told[0] == 0, (done[-1], told)
            assert told[:2] == expected[:2], done
            if not told[0]:
                logs.append(told[2])
                first, second = digests(project.root / "output"), digests(project.root / "froid")
                wrong = {name for name in first.keys() | second.keys() if first.get(name) != second.get(name)}
                assert wrong == set(), done
    finally:
        warm.close()
        cold.close()
    return logs


def _built_from_nothing(cold: Resident, project: Project) -> tuple[int, list[dict[str, object]], str]:
    for folder in (project.root / "froid", *project.root.glob(".froid-*")):
        while folder.is_dir():  # the process may be tidying it up after its last answer
            shutil.rmtree(folder, ignore_errors=True)
    return cold.build(project.today.isoformat(), project.settings, forget=True)


def _memory(root: Path) -> Memory:
    memory = read_memory(root / ".output-memoire" / "construction.json")
    assert memory
    return memory


def test_there_is_no_file_whose_reasons_cannot_be_told(project):
    root, _ = project
    memory = _memory(root)
    assert {path for path, written in memory.files.items() if written.key == NEVER} == set()
    assert {name for name, unit in memory.units.items() if NEVER in unit.reads.values()} == set()
    assert memory.base != NEVER


def test_a_component_changed_is_shown_by_the_page_that_chooses_its_templates_by_name(tmp_path: Path):
    root = Path(shutil.copytree(MINI, tmp_path / "site"))
    shutil.copytree(ROOT / "theme", root / "theme")
    resident = Resident(root, settings={"THEME": str(root / "theme")})
    assert resident.build()[0] == 0
    before, component = scan(root / "output"), root / "theme" / "templates" / "components" / "notice.html"
    component.write_text(component.read_text("utf-8").replace("class=", 'data-new="1" class='), "utf-8")
    assert resident.build()[0] == 0
    resident.close()
    assert "patterns/notice/index.html" in written_again(root, before)
    assert 'data-new="1"' in (root / "output" / "patterns" / "notice" / "index.html").read_text("utf-8")


def test_a_corrected_word_makes_one_page_again_and_no_list(project):
    root, resident = project
    post = root / "content" / "billets" / "2026" / "2026-11-19-ancien-style.md"
    before = scan(root / "output")
    post.write_text(post.read_text("utf-8").replace("Le texte", "Un texte"), "utf-8")
    assert resident.build()[0] == 0
    assert written_again(root, before) == {
        "actualites/2026/11/ancien-style/index.html",
        "actualites/atom.xml",
    }


def test_a_file_of_the_site_that_somebody_touched_is_written_again(project):
    root, resident = project
    whole = digests(root / "output")
    for name in ("sigles/index.html", "theme/site.css", "images/point.png", "actualites/atom.xml"):
        (root / "output" / name).write_text("abîmé", "utf-8")
        (root / "output" / "intrus.txt").write_text("?", "utf-8")
        assert resident.build()[0] == 0
        assert digests(root / "output") == whole


@pytest.mark.parametrize(
    "spoil", [b"", b"\x80\x04K\x01.", f"{FORMAT} 0\n{{}}".encode(), b'{"pages": {}}', b"\0" * 1000]
)
def test_a_damaged_memory_is_left_aside_and_said(project, spoil: bytes):
    root, resident = project
    whole, before = digests(root / "output"), scan(root / "output")
    (root / ".output-memoire" / "construction.json").write_bytes(spoil)
    assert resident.build(forget=True)[0] == 0
    assert resident.notes[-1] == DAMAGED
    assert digests(root / "output") == whole
    assert written_again(root, before) == set(whole)


def test_a_memory_of_another_version_of_the_program_is_left_aside_and_said(project):
    root, resident = project
    whole = digests(root / "output")
    (root / ".output-memoire" / "construction.json").write_bytes(b"memoire-2 0\n{}")
    assert resident.build(forget=True)[0] == 0
    assert FOREIGN in resident.notes
    assert DAMAGED not in resident.notes
    assert digests(root / "output") == whole


def test_processes_that_make_one_build_each_go_on_from_what_the_one_before_has_left(tmp_path: Path):
    root = Path(shutil.copytree(MINI, tmp_path / "site"))
    assert build(root).returncode == 0
    _edit(root, POST, "Un mot de plus.")
    assert build(root, env={"PYTHONHASHSEED": "1"}).returncode == 0
    added = (root / POST).read_text("utf-8").replace("théâtre, enfants", "Theatre, contes")
    (root / "content/billets/2026/2026-11-19-un-autre.md").write_text(added, "utf-8")
    assert build(root, env={"PYTHONHASHSEED": "2"}).returncode == 0
    known = {name.name for name in (root / ".output-memoire").iterdir()}
    assert known >= {"articles.sqlite", "textes-lus.sqlite", "textes-sans-faute.sqlite", "construction.json"}
    assert digests(root / "output") == _cold(root)


def test_a_build_that_stops_keeps_what_the_good_one_before_has_left(project):
    root, resident = project
    post = root / "content" / "billets" / "2026" / "2026-11-19-ancien-style.md"
    good, before = post.read_text("utf-8"), scan(root / "output")
    post.write_text(f"{good}\n[une page](/nulle-part/)\n", "utf-8")
    assert resident.build()[0] == 1
    assert written_again(root, before) == set()
    post.write_text(good, "utf-8")
    assert resident.build()[0] == 0
    assert written_again(root, before) == set()


POST = "content/billets/2026/2026-11-19-ancien-style.md"


def _cold(root: Path) -> dict[str, str]:
    cold = Resident(root, "froid")
    assert cold.build()[0] == 0
    cold.close()
    return digests(root / "froid")


def _edit(root: Path, name: str, words: str) -> None:
    text = (root / name).read_text("utf-8")
    (root / name).write_text(f"{text}\n{words}\n", "utf-8")


def test_edited_texts_are_touched_up_to_the_bytes_of_a_cold_build(project):
    root, resident = project
    texts = sorted(path.relative_to(root).as_posix() for path in root.glob("content/**/*.md"))
    touched = 0
    for number, name in enumerate(texts):
        _edit(root, name, f"Une phrase de plus, du RSA ([détail](/sigles/rsa/)), numéro{number}.")
        code, problems, log = resident.build()
        assert (code, problems) == (0, []), name
        touched += WHOLE_BUILD not in log
    assert touched >= len(texts) - 3, "what is read without a page of its own asks for a whole build"
    assert digests(root / "output") == _cold(root)


def test_a_text_made_again_from_what_another_process_has_left_is_touched_up_too(project):
    root, resident = project
    assert resident.build(forget=True)[0] == 0
    for number in range(2):
        _edit(root, POST, f"Une phrase, numéro{number}.")
        code, problems, log = resident.build()
        assert (code, problems) == (0, [])
        assert WHOLE_BUILD not in log
    assert digests(root / "output") == _cold(root)


@pytest.mark.parametrize("seen", [(POST,), ("content/pages/association/index.md",), (POST, "theme/gone.css")])
def test_what_a_watcher_has_seen_changes_nothing_of_the_site_be_it_too_little_or_too_much(project, seen):
    root, resident = project
    for number in range(3):
        _edit(root, POST, f"Une phrase, numéro{number}.")
        (root / "output" / "intrus.txt").write_text("?", "utf-8")
        assert resident.build(saved=seen)[:2] == (0, [])
    _edit(root, "content/pages/association/index.md", "Une autre phrase.")
    assert resident.build(saved=seen)[:2] == (0, [])
    assert digests(root / "output") == _cold(root)


def test_a_fault_that_a_watcher_has_seen_is_told_until_it_is_mended(project):
    root, resident = project
    good = (root / POST).read_text("utf-8")
    for words, code in (("Bien.", 0), ("[une page](/nulle-part/)", 1), ("Bien aussi.", 0)):
        (root / POST).write_text(f"{good}\n{words}\n", "utf-8")
        assert resident.build(saved=(POST,))[0] == code
    assert digests(root / "output") == _cold(root)


def test_an_edited_text_is_found_by_its_new_words_and_by_the_feed(project):
    root, resident = project
    _edit(root, POST, "Un mot rare : rebec.")
    assert WHOLE_BUILD not in resident.build()[2]
    assert "rebec" in (root / "output" / "actualites" / "atom.xml").read_text("utf-8")
    assert "rebec" in (root / "output" / "recherche" / "index" / "re.js").read_text("utf-8")


@pytest.mark.parametrize(
    "words",
    ["[une page](/nulle-part/)", "[Un lien](javascript:alert(1))", "Téléphone : 06 12 34 56 78"],
)
def test_an_edit_with_a_fault_is_told_and_the_site_stays(project, words: str):
    root, resident = project
    whole = digests(root / "output")
    _edit(root, POST, words)
    code, problems, _ = resident.build()
    assert code == 1
    assert problems
    assert digests(root / "output") == whole
