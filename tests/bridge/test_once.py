import io
from types import SimpleNamespace

import pytest

from plugins.bridge import once


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
