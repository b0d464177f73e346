"""Interrupted at any call to git, the remote has the old site or the new one, and doing it again ends well."""

import os
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from plugins.commands import publishing_trees, reverting
from plugins.commands.publishing_addresses import REGISTER
from plugins.commands.publishing_trees import GitError
from tests.commands.publishing_workshop import SITE, Workshop, git, open_workshop

KILLED = 77
needs_fork = pytest.mark.skipif(sys.platform == "win32", reason="a killed process is made by fork")


def _publish_twice(opened: Workshop) -> None:
    for home in ("A", "B"):
        opened.site = (
            {**SITE, "index.html": home, f"{home}.html": home}
            if home == "A"
            else {**opened.site, "index.html": home}
        )
        assert opened.publish() == 0


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    return open_workshop(tmp_path, monkeypatch, _publish_twice)


def _at_call(number: int, interrupt: Callable[[], object], patch: pytest.MonkeyPatch) -> list[int]:
    """Interrupt before the call to git of that number, which is in the list once it was reached."""
    reached: list[int] = []
    calls, real = count(1), publishing_trees.run_git_for_bytes

    def call(*arguments: object, **options: object) -> bytes:
        if next(calls) == number:
            reached.append(number)
            interrupt()
        return real(*arguments, **options)

    patch.setattr(publishing_trees, "run_git_for_bytes", call)
    patch.setattr(reverting, "run_git_for_bytes", call)
    return reached


def _fail() -> None:
    raise GitError("coupé")


def _killed_at(number: int, work: Callable[[], int], patch: pytest.MonkeyPatch) -> bool:
    """Do the work in a process that dies at that call; tell whether it died before its end."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            _at_call(number, lambda: os._exit(KILLED), patch)
            code = work()
        finally:
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in {0, KILLED}
    return code == KILLED


def _online(workshop: Workshop) -> dict[str, str]:
    names = git(workshop.bare, "ls-tree", "-r", "--name-only", "gh-pages").split()
    return {name: git(workshop.bare, "show", f"gh-pages:{name}") for name in names if name in workshop.site}


def _assert_clean(workshop: Workshop) -> None:
    assert git(workshop.root, "status", "--porcelain") == ""
    assert git(workshop.root, "branch", "--format=%(refname:short)").split() == ["main"]
    assert not list((workshop.root / ".git").rglob("*.lock"))
    git(workshop.bare, "fsck", "--strict", "--no-dangling")


@needs_fork
def test_publishing_killed_before_any_git_call_leaves_the_old_site_or_the_new_one(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    homes = set()
    for number in count(1):
        before, page = _online(workshop), f"n{number}.html"
        workshop.site = {**workshop.site, "index.html": f"version {number}", page: "neuve"}
        killed = _killed_at(number, workshop.publish, monkeypatch)
        _assert_clean(workshop)
        assert _online(workshop) in (before, workshop.site)
        homes.add(_online(workshop) == workshop.site)
        if killed and number % 3:
            continue  # the next publication is the second try
        assert workshop.publish() == 0
        assert _online(workshop) == workshop.site
        assert f"/{page}\n" in git(workshop.bare, "show", f"main:{REGISTER}")
        if not killed:
            break
    assert number > 20
    assert homes == {True, False}


def test_any_git_call_that_fails_is_told_and_the_site_is_the_old_one_or_the_new_one(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = set()
    for number in count(1):
        before = _online(workshop)
        workshop.site = {**workshop.site, "index.html": f"version {number}", f"n{number}.html": "neuve"}
        with monkeypatch.context() as patch:
            reached = _at_call(number, _fail, patch)
            code = workshop.publish()
        _assert_clean(workshop)
        assert code in {0, 1}
        codes.add(code)
        assert _online(workshop) == (before if code else workshop.site)
        assert ("Le site en ligne n’a pas été touché." in workshop.text) is bool(code)
        if not reached:
            break
    assert number > 20
    assert codes == {0, 1}


@needs_fork
def test_going_back_killed_before_any_git_call_leaves_the_old_site_or_the_new_one(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    former, now = {**workshop.site, "index.html": "A"}, dict(workshop.site)

    def go_back() -> int:
        project = workshop.project(workshop.build)
        return reverting.revert(workshop.root, yes=True, project=project, say=lambda _text: None)

    for number in count(1):
        killed = _killed_at(number, go_back, monkeypatch)
        _assert_clean(workshop)
        assert _online(workshop) == (now if killed else former)
        if not killed:
            break
    assert number > 10
