import ast
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from plugins.commands import installing, tooling
from plugins.commands.menu import COMMANDS
from tests.scripts import ROOT, load

SOURCE = ROOT / "faire"
MODULES = [
    ROOT / "plugins" / f"{name}.py"
    for name in (
        "__init__",
        "commands/__init__",
        "commands/command_line",
        "commands/installing",
        "commands/menu",
        "commands/tooling",
    )
]


@pytest.fixture
def faire() -> ModuleType:
    return load("faire")


class Installer:
    """Stand in for venv and pip: write what they would, and remember what was asked."""

    def __init__(self, pip_answer: tuple[int, str, bool] = (0, "", True)) -> None:
        self.pip_answer, self.asked = pip_answer, []

    def __call__(self, line: list[str], _environment: dict[str, str], *_: object) -> tuple[int, str, bool]:
        if line[2] == "venv":
            self.asked.append("venv")
            self.make(Path(line[3]))
            return 0, "", False
        self.asked.append(Path(line[-1]).name)
        return self.pip_answer

    def make(self, venv: Path, version: str = "3.11.7") -> None:
        python = Path(tooling.python_of(venv))
        python.parent.mkdir(parents=True, exist_ok=True)
        python.write_text("")
        (venv / "pyvenv.cfg").write_text(f"home = /somewhere\nversion = {version}\n")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "requirements.txt").write_text("pelican==4.12.0 \\\n    --hash=sha256:0\n")
    (tmp_path / "requirements-tests.txt").write_text("pytest==9.2.0 \\\n    --hash=sha256:0\n")
    return tmp_path


@pytest.fixture
def installer(monkeypatch: pytest.MonkeyPatch) -> Installer:
    installer = Installer()
    monkeypatch.setattr(installing, "run", installer)
    return installer


def call(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(SOURCE), *arguments],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", **environment},
    )


@pytest.mark.parametrize("file", [SOURCE, *MODULES], ids=lambda file: file.name)
def test_it_parses_on_python_3_6(file: Path) -> None:
    ast.parse(file.read_text("utf-8"), feature_version=(3, 6))


def test_it_is_executable_and_short() -> None:
    assert os.access(SOURCE, os.X_OK)
    assert len(SOURCE.read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize("arguments", [(), ("aide",), ("--help",), ("-h",)])
def test_the_menu_needs_no_venv(project: Path, arguments: tuple[str, ...]) -> None:
    copy = project / "faire"
    (project / "plugins" / "commands").mkdir(parents=True)
    for file in (SOURCE, *MODULES):
        (project / file.relative_to(ROOT)).write_text(file.read_text("utf-8"), "utf-8")
    done = subprocess.run(
        [sys.executable, str(copy), *arguments], capture_output=True, check=True, encoding="utf-8", cwd="/"
    )
    assert [line for line in done.stdout.splitlines() if line[:1].strip()] == [
        "Le site de Cultures du Cœur Drôme-Ardèche. Écrivez : ./faire <commande>",
        "Écrire",
        "Voir",
        "Vérifier",
        "Publier",
        "Le détail d’une commande : ./faire voir --help",
    ]
    assert not (project / ".venv").exists()


def test_a_mistyped_command_is_guessed_without_installing_anything() -> None:
    done = call("constuire")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Je ne connais pas la commande « constuire ». Vouliez-vous dire « construire » ?\n"


def test_the_first_run_makes_the_venv_and_installs_once(
    faire: ModuleType, installer: Installer, project: Path
) -> None:
    faire.ready(project, False)
    faire.ready(project, False)
    assert installer.asked == ["venv", "requirements.txt"]
    assert not (project / ".venv" / tooling.MARK).exists()


def test_a_changed_lock_is_installed_again_in_place(
    faire: ModuleType, installer: Installer, project: Path
) -> None:
    faire.ready(project, False)
    (project / "requirements.txt").write_text("pelican==4.13.0 \\\n    --hash=sha256:1\n")
    faire.ready(project, False)
    assert installer.asked == ["venv", "requirements.txt", "requirements.txt"]


def test_other_line_endings_are_not_another_lock(
    faire: ModuleType, installer: Installer, project: Path
) -> None:
    faire.ready(project, False)
    lock = project / "requirements.txt"
    lock.write_bytes(lock.read_bytes().replace(b"\n", b"\r\n"))
    faire.ready(project, False)
    assert installer.asked == ["venv", "requirements.txt"]


def test_test_tools_come_with_the_first_command_that_needs_them(
    faire: ModuleType, installer: Installer, project: Path
) -> None:
    faire.ready(project, False)
    faire.ready(project, True)
    faire.ready(project, True)
    assert installer.asked == ["venv", "requirements.txt", "requirements-tests.txt"]
    needing = [name for name, command in COMMANDS.items() if command.tests]
    assert needing == ["verifier", "tester", "test", "mesurer", "captures", "regarder"]


def test_a_half_made_venv_is_made_anew(
    faire: ModuleType, installer: Installer, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> tuple[int, str, bool]:
        raise KeyboardInterrupt

    faire.ready(project, False)
    (project / "requirements.txt").write_text("pelican==4.13.0\n")
    monkeypatch.setattr(installing, "run", interrupted)
    with pytest.raises(KeyboardInterrupt):
        faire.ready(project, False)
    left = project / ".venv" / "left-by-the-interruption"
    left.touch()
    monkeypatch.setattr(installing, "run", installer)
    faire.ready(project, False)
    assert installer.asked == ["venv", "requirements.txt", "venv", "requirements.txt"]
    assert not left.exists()


@pytest.mark.parametrize(
    ("version", "asked"), [("3.11.7", ["requirements.txt"]), ("3.9.2", ["venv", "requirements.txt"])]
)
def test_a_venv_made_by_hand_is_completed_unless_its_python_is_too_old(
    faire: ModuleType, installer: Installer, project: Path, version: str, asked: list[str]
) -> None:
    installer.make(project / ".venv", version)
    faire.ready(project, False)
    assert installer.asked == asked


def test_without_network_nothing_is_lost(faire: ModuleType, installer: Installer, project: Path) -> None:
    faire.ready(project, False)
    (project / "requirements.txt").write_text("pelican==4.13.0\n")
    installer.pip_answer = (1, "\n    ERROR: Failed to establish a new connection: name resolution", False)
    with pytest.raises(tooling.Stop) as stopped:
        faire.ready(project, False)
    assert str(stopped.value).splitlines() == [
        "Le réseau ne répond pas : les outils n’ont pas pu être téléchargés.",
        "Rien n’est perdu : regardez la connexion, puis relancez la même commande.",
        "",
        "Dernières lignes de pip :",
        "    ERROR: Failed to establish a new connection: name resolution",
    ]
    assert tooling.sound(project / ".venv")


def test_a_folder_one_may_not_write_in_is_told(
    faire: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", str(project / ".venv"))

    monkeypatch.setattr(installing, "make_venv", refuse)
    with pytest.raises(tooling.Stop, match=r"Je n’ai pas le droit d’écrire ici : .*\n.*Documents"):
        faire.ready(project, False)


def test_a_python_without_venv_is_told_what_to_install(
    faire: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(tooling.Stop, match="sudo apt install python3-venv"):
        faire.ready(project, False)


def test_ctrl_c_ends_with_a_french_word(
    faire: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(faire, "ready", interrupt)
    assert faire.main(["construire"]) == 130
    assert capsys.readouterr().err == "\nArrêté à votre demande. Rien n’est perdu.\n"


def test_french_is_printed_even_on_a_terminal_without_accents() -> None:
    done = call("constuire", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert "commande ? constuire ?" in done.stderr
    assert "Traceback" not in done.stderr
