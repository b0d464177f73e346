import io
from types import SimpleNamespace

import pytest

from plugins.bridge import basis, once


@pytest.fixture(autouse=True)
def _nothing_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(basis, "_told", [])


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Give what Pelican was asked to build."""
    asked: list[list[str]] = []
    monkeypatch.setattr(once.pelican, "main", asked.append)
    return asked


def test_nothing_is_read_until_a_line_comes(asked: list[list[str]]) -> None:
    once.run(["-s", "pelicanconf.py"], io.StringIO(""))
    assert asked == []


def test_a_line_lets_pelican_build_as_the_options_say(asked: list[list[str]]) -> None:
    once.run(["-s", "pelicanconf.py"], io.StringIO("\n"))
    assert asked == [["-s", "pelicanconf.py"]]


@pytest.mark.parametrize(("line", "told"), [("3eb751c6\n", ["3eb751c6"]), ("\n", [""])])
def test_the_line_holds_the_digest_of_the_program_or_nothing(
    asked: list[list[str]], monkeypatch: pytest.MonkeyPatch, line: str, told: list[str]
) -> None:
    known: list[str] = []
    monkeypatch.setattr(once, "know_program", known.append)
    once.run([], io.StringIO(line))
    assert (known, asked) == (told, [[]])


def test_all_that_was_said_is_told_before_the_process_ends_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    streams = [io.StringIO(), io.StringIO()]
    for stream, name in zip(streams, ("stdout", "stderr"), strict=True):
        monkeypatch.setattr(stream, "flush", lambda name=name: done.append(name))
        monkeypatch.setattr(once.sys, name, stream)
    build = SimpleNamespace(give_up=lambda: done.append("build"))
    monkeypatch.setattr(once, "current", lambda: build)
    monkeypatch.setattr(once.os, "_exit", lambda code: done.append(f"left with {code}"))
    once.leave()
    assert done == ["build", "stdout", "stderr", "left with 0"]
