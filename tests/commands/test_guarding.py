import shutil
import subprocess
from pathlib import Path

import pytest

from plugins.commands.guarding import guard, install
from tests.site.building import MINI, ROOT

POST = "content/billets/2026/2026-11-20-bienvenue.md"
PHONE = "Mon portable : 06 39 98 01 02"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "projet"
    shutil.copytree(MINI, root)
    for line in ("init -q", "add -A", "-c user.name=essai -c user.email=essai@exemple.fr commit -qm depart"):
        subprocess.run(["git", *line.split()], cwd=root, check=True)
    return root


def write(root: Path, name: str, text: str) -> None:
    with (root / name).open("a", encoding="utf-8") as file:
        file.write(f"\n{text}\n")


def test_nothing_private_is_said(project, capsys):
    assert guard(project) == 0
    assert capsys.readouterr().out == "Rien de privé dans data/ et content/ (0\u00a0autorisation).\n"


def test_a_message_tells_the_file_and_the_line_and_does_not_repeat_the_number(project, capsys):
    write(project, POST, PHONE)
    assert guard(project) == 1
    told = capsys.readouterr().err
    assert f"{POST}, ligne 18" in told
    assert "un numéro de téléphone personnel" in told
    assert "06 39 98" not in told


def test_only_what_is_staged_is_looked_at_before_a_commit(project, capsys):
    write(project, POST, PHONE)
    assert guard(project, staged=True) == 0
    subprocess.run(["git", "add", "-A"], cwd=project, check=True)
    write(project, POST, "Et la suite.")
    assert guard(project, staged=True) == 1
    assert f"{POST}, ligne 18" in capsys.readouterr().err


def test_any_file_is_looked_at_before_a_commit(project, capsys):
    write(project, "notes.txt", "Le mot de passe est Valence2026!")
    subprocess.run(["git", "add", "-A"], cwd=project, check=True)
    assert guard(project, staged=True) == 1
    assert "notes.txt, ligne 2" in capsys.readouterr().err


def test_git_calls_the_guard_once_it_is_asked_to(project):
    assert install(project) == 0
    hooks = subprocess.run(
        ["git", "config", "core.hooksPath"], cwd=project, capture_output=True, text=True, check=True
    )
    assert hooks.stdout.strip() == ".githooks"
    hook = ROOT / ".githooks" / "pre-commit"
    assert hook.read_text(encoding="utf-8").splitlines()[-1] == "exec ./faire garde --ajoutes"
    assert hook.stat().st_mode & 0o111
