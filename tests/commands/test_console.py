import io
import subprocess
import sys

import pytest

from plugins.commands import console
from tests.scripts import ROOT


class Terminal(io.StringIO):
    """Stand for the screen of a person."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def _at_a_screen(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("TERM", "xterm")
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    return screen


def test_words_are_said_as_they_are_written_however_long(capsys: pytest.CaptureFixture[str]) -> None:
    console.say("[gras] « Écoutez :tada: » 12/11/2026 " * 4)
    console.warn("content/a.md, ligne 3")
    console.title("Un titre")
    said = capsys.readouterr()
    assert said.out == "[gras] « Écoutez :tada: » 12/11/2026 " * 4 + "\n\nUn titre\n"
    assert said.err == "content/a.md, ligne 3\n"


def test_no_word_of_a_file_moves_the_cursor_or_rings(capsys: pytest.CaptureFixture[str]) -> None:
    console.say("Un\r mot\a\b de trop\n\tà la ligne")
    assert capsys.readouterr().out == "Un mot de trop\n\tà la ligne\n"


def test_a_title_is_bold_on_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _at_a_screen(monkeypatch)
    console.title("Un titre")
    assert screen.getvalue().replace("\x1b[1m", "<b>").replace("\x1b[0m", "</b>") == "\n<b>Un titre</b>\n"


def test_a_bar_is_drawn_on_a_screen_and_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _at_a_screen(monkeypatch)
    with console.progress_bar("Construction") as advance:
        advance(3, 12, "les pages")
    assert "Construction : les pages" in screen.getvalue()
    assert "3/12" in screen.getvalue()
    assert screen.getvalue().endswith("\x1b[2K")  # its line is cleared


def test_no_bar_is_drawn_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with console.progress_bar("Construction") as advance:
        advance(3, 12, "les pages")
    assert capsys.readouterr().out == ""


def test_plain_words_need_no_library() -> None:
    said = (
        "import sys; from plugins.commands.console import say; say('rich' if 'rich' in sys.modules else 'é')"
    )
    line = [sys.executable, "-c", said]
    assert subprocess.run(line, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout == "é\n"
