import os
import signal
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.scripts import load

ROOT = Path(__file__).parents[1]


@pytest.fixture
def faire() -> ModuleType:
    return load("faire")


def test_what_is_read_before_nothing_has_changed_is_said_does_without_pathlib() -> None:
    read = "plugins.commands.command_line, plugins.commands.tooling, plugins.touchup.asking"
    program = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import {read}; print('pathlib' in sys.modules)"
    # Without `site`, which reads it by itself where some tools are installed.
    said = subprocess.run(
        [sys.executable, "-S", "-c", program], capture_output=True, encoding="utf-8", check=True
    )
    assert said.stdout == "False\n"


def _asked_to_stop() -> None:
    """Press Ctrl-C while nobody can answer yet: it waits, and is there when the next program begins.

    Whoever runs these tests in the background has made them deaf to it: who is asked to stop is not.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    os.kill(os.getpid(), signal.SIGINT)


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="Windows cannot hold a Ctrl-C back")
@pytest.mark.parametrize("program", [["faire"], ["-m", "plugins.commands.constructing"]])
def test_a_ctrl_c_that_comes_before_anybody_can_answer_is_answered_in_french(program: list[str]) -> None:
    line = [sys.executable, *program, "construire"]
    said = subprocess.run(
        line, cwd=ROOT, capture_output=True, encoding="utf-8", check=False, preexec_fn=_asked_to_stop
    )
    assert (said.returncode, said.stdout) == (130, "")
    assert said.stderr.strip() == "Arrêté à votre demande. Rien n’est perdu."


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="Windows cannot hold a Ctrl-C back")
def test_what_builds_is_begun_with_a_ctrl_c_held_back(
    faire: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    held: list[bool] = []
    monkeypatch.setattr(faire, "ready", lambda *_: None)
    monkeypatch.setattr(
        faire, "launch", lambda *_: held.append(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ()))
    )
    monkeypatch.setattr(faire, "ROOT", tmp_path)
    try:
        faire.main(["construire"])
        faire.main(["etat"])
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    assert held == [True, False]
